using System.Text.Json;
using NodaTime;
using Plateau.Core.Floors;
using Plateau.Core.Prospecting;

namespace Plateau.Simulation;

/// <summary>A day to be lived through: who is called, who calls, how the carrier and the world behave.</summary>
/// <remarks>Shares are in millionths and times in milliseconds, so that a scenario means the same on any machine.</remarks>
public sealed record Scenario
{
    public string Name { get; init; } = "unnamed";

    /// <summary>When the floor opens, in UTC.</summary>
    public Instant Start { get; init; } = Instant.FromUtc(2026, 11, 24, 9, 0);

    /// <summary>How long it stays open.</summary>
    public int Minutes { get; init; } = 120;

    public int Agents { get; init; } = 10;
    public DialMode Mode { get; init; } = DialMode.Progressive;
    public double PowerRatio { get; init; } = 1.5;
    public double AbandonmentLimit { get; init; } = 0.01;
    public bool DetectMachines { get; init; } = true;

    /// <summary>The share of answers taken for machines that agents hear for the truth.</summary>
    public double MachineSample { get; init; } = 0.02;
    public bool Record { get; init; } = true;
    public int RingTimeoutSeconds { get; init; } = 25;
    public int AttemptLimit { get; init; } = 6;
    public CustomersModel Customers { get; init; } = new();
    public WorkforceModel Workforce { get; init; } = new();
    public CarrierModel Carrier { get; init; } = new();

    /// <summary>Reads a scenario; a word that no scenario knows is an error, because a misspelt one would be lived through in silence.</summary>
    /// <exception cref="FormatException">The text is no scenario; the message names the line and the remedy.</exception>
    public static Scenario Parse(string json)
    {
        try
        {
            var scenario = JsonSerializer.Deserialize<Scenario>(json, Options) ?? throw new FormatException("the scenario is empty: begin with {}");
            return scenario.Flaw() is { } flaw ? throw new FormatException(flaw) : scenario;
        }
        catch (JsonException wrong)
        {
            throw new FormatException($"line {wrong.LineNumberInFile()}, {wrong.Path ?? "$"}: {wrong.Message}", wrong);
        }
    }

    private string? Flaw() => this switch
    {
        { Agents: < 0 or > 100_000 } => "agents: give from 0 to 100000",
        { Minutes: < 1 or > 100_000 } => "minutes: give from 1 to 100000",
        { Customers.Count: < 0 or > 10_000_000 } => "customers.count: give from 0 to 10000000",
        { AbandonmentLimit: not (> 0 and <= 0.03) } => "abandonmentLimit: give a share above 0, up to 0.03",
        { MachineSample: not (>= 0 and <= 0.2) } => "machineSample: give a share from 0 to 0.2",
        { PowerRatio: not (>= 1 and <= 4) } => "powerRatio: give from 1 to 4",
        { RingTimeoutSeconds: < 1 or > 300 } => "ringTimeoutSeconds: give from 1 to 300",
        { Customers: var c } when c.Outcomes() > 1_000_000 => "customers: the shares of answers, machines, busy and so on add up to more than 1000000",
        _ => null,
    };

    private static readonly JsonSerializerOptions Options = new(FactJson.Options)
    {
        UnmappedMemberHandling = System.Text.Json.Serialization.JsonUnmappedMemberHandling.Disallow,
        ReadCommentHandling = JsonCommentHandling.Skip,
        AllowTrailingCommas = true,
    };
}

/// <summary>The people on the list. What is left of a million after all shares does not answer.</summary>
public sealed record CustomersModel
{
    public int Count { get; init; } = 1000;
    public int Answers { get; init; } = 300_000;
    public int Machines { get; init; } = 250_000;
    public int Busy { get; init; } = 60_000;
    public int Unallocated { get; init; } = 40_000;
    public int Declines { get; init; } = 30_000;
    public int Congested { get; init; } = 10_000;
    public int DeadCarrier { get; init; } = 5_000;
    public int HangUpAtOnce { get; init; } = 15_000;

    /// <summary>Of all calls: those that nobody answers by day, and somebody does from five on by their own clock.</summary>
    public int EveningMore { get; init; }

    /// <summary>Of those who answer: whom detection takes for a machine; and of machines: those that it takes for a person.</summary>
    public int TakenForMachine { get; init; } = 30_000;
    public int TakenForPerson { get; init; } = 30_000;

    /// <summary>Of all people: those without any legal ground.</summary>
    public int WithoutConsent { get; init; } = 50_000;
    public int Opposed { get; init; } = 20_000;
    public int CalledFourTimes { get; init; } = 20_000;

    /// <summary>Of all people: those who live in Réunion, by whose clock the hours are others.</summary>
    public int InReunion { get; init; } = 20_000;
    public long RingMean { get; init; } = 11_000;
    public long TalkMean { get; init; } = 150_000;

    internal int Outcomes() => Answers + Machines + Busy + Unallocated + Declines + Congested + DeadCarrier + HangUpAtOnce + EveningMore;
}

/// <summary>The people who call.</summary>
public sealed record WorkforceModel
{
    public long WrapUpMean { get; init; } = 25_000;
    public long WorkBetweenBreaksMean { get; init; } = 50 * 60_000;
    public long BreakMean { get; init; } = 7 * 60_000;

    /// <summary>Of all conversations: those that the agent ends rather than the customer.</summary>
    public int AgentEnds { get; init; } = 600_000;
    public int MissesOffer { get; init; } = 2_000;
    public int Sale { get; init; } = 60_000;
    public int Callback { get; init; } = 100_000;
    public int Opposition { get; init; } = 30_000;
    public int WrongNumber { get; init; } = 20_000;

    /// <summary>Of all wrap-ups: those in which the agent forgets the disposition, until the floor gives it.</summary>
    public int Forgets { get; init; } = 1_000;
    public int Holds { get; init; } = 50_000;

    /// <summary>Of all conversations: those in which a colleague is asked, and those that are handed on blindly.</summary>
    public int Consults { get; init; } = 15_000;
    public int BlindTransfers { get; init; } = 5_000;

    /// <summary>Of all conversations: those in which the agent's telephone is lost, and how long it stays away.</summary>
    public int LosesTelephone { get; init; } = 3_000;
    public long TelephoneAwayMean { get; init; } = 20_000;

    /// <summary>Of all conversations: those to which a supervisor listens.</summary>
    public int Monitored { get; init; } = 10_000;
}

/// <summary>The line to the public network.</summary>
public sealed record CarrierModel
{
    public int MostCalls { get; init; } = 1000;
    public int CallsPerSecond { get; init; } = 50;
    public long SignalDelayMean { get; init; } = 40;
}

internal static class JsonPlaces
{
    public static long LineNumberInFile(this JsonException wrong) => (wrong.LineNumber ?? 0) + 1;
}
