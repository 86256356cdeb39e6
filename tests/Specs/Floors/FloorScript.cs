using System.Text.Json;
using NodaTime;
using Plateau.Core.Clients;
using Plateau.Core.Compliance;
using Plateau.Core.Floors;
using Plateau.Core.Interactions;
using Plateau.Core.People;
using Plateau.Core.Prospecting;
using Plateau.Simulation;

namespace Plateau.Specs.Floors;

/// <summary>A floor at ten o'clock on a Monday with one client, one line and one campaign, played signal by signal.</summary>
/// <remarks>After each signal the auditor and the invariants are asked, and each dial must have its permit before it.</remarks>
public sealed class FloorScript
{
    public static readonly ClientId Acme = new("acme");
    public static readonly CampaignId Spring = new("spring");
    public static readonly TrunkId Line = new("line");
    public const string Number = "+33162000001";
    public const string Plan = "mobile-plan";

    private readonly Audit audit = new();
    private readonly HashSet<AttemptId> permitted = [];

    public FloorScript(Func<CampaignSettings, CampaignSettings>? change = null, int mostCalls = 100, int callsPerSecond = 100)
    {
        Send(new FloorWasOpened(Now, "specs", "t"));
        Send(new ClientWasSet(Now, Client()));
        Send(new TrunkWasSet(Now, new TrunkLimits(Line, mostCalls, callsPerSecond)));
        Start((change ?? (settings => settings))(Settings()));
        Connect();
    }

    public Floor Floor { get; private set; } = new();
    public Instant Now { get; set; } = Instant.FromUtc(2026, 11, 23, 9, 0);

    /// <summary>All facts so far.</summary>
    public List<Fact> Journal { get; } = [];

    /// <summary>What the last signal (or the last wait) brought.</summary>
    public List<Fact> Facts { get; } = [];
    public List<Instruction> Instructions { get; } = [];

    public static Client Client(LocalDate? until = null) => new(Acme, "ACME", [new CallerId(Number, "MANDATE-1", new LocalDate(2026, 1, 1), until)])
    {
        Papers = [new(PaperKind.ProcessorContract, "DPA-1", new LocalDate(2026, 1, 1)), new(PaperKind.TransferClauses, "SCC-1", new LocalDate(2026, 1, 1)), new(PaperKind.TransferAssessment, "TIA-1", new LocalDate(2026, 1, 1)), new(PaperKind.MoroccanReceipt, "D-1/2026", new LocalDate(2026, 1, 1))],
    };

    public static CampaignSettings Settings() => new(
        Spring, 1, "Spring", Acme, new ProgrammeId("sales"), DialMode.Progressive, Line, Number, Plan, [new ListId("list")]);

    /// <summary>Somebody who may be called: a consumer in Paris with consent.</summary>
    public static Dossier Prospect(long id, int tried = 0) => new(
        new ProspectId(id), new CustomerId(id), Acme, Audience.Consumer, "FR", ["Europe/Paris"], null,
        [new Consent($"CNS-{id}", Acme, [Plan], Instant.FromUtc(2026, 6, 1, 9, 0), Instant.FromUtc(2027, 5, 31, 9, 0)) { Form = ConsentForm.Attested }], [], [], [], [], tried);

    public static AttemptId Attempt(int number) => new($"t-{number}");

    /// <summary>A campaign that records nearly all of its calls from the start, and tells of it.</summary>
    public static CampaignSettings Recorded(CampaignSettings settings) => settings with
    {
        Recording = RecordingChoice.FromStart, RecordingPurpose = "quality", RecordingSample = 0.99, Script = new([new("opening", "Opening", "This call may be recorded.") { Tells = [OpeningDuty.Recording] }]),
    };

    public FloorScript Send(Signal signal)
    {
        Facts.Clear();
        Instructions.Clear();
        Take(signal);
        return this;
    }

    /// <summary>Lets time pass; the floor is told at its end.</summary>
    public FloorScript Wait(Duration duration)
    {
        Now += duration;
        return Send(new TimePassed(Now));
    }

    /// <summary>The process falls and starts again from a photograph; the switch is not there yet.</summary>
    public FloorScript Restart()
    {
        Floor = Floor.Restore(JsonSerializer.Deserialize<Snapshot>(JsonSerializer.SerializeToUtf8Bytes(Floor.Photograph(), FactJson.Options), FactJson.Options)!);
        return this;
    }

    public FloorScript Wait(int seconds) => Wait(Duration.FromSeconds(seconds));

    public FloorScript Start(CampaignSettings settings)
    {
        Send(new CampaignWasSet(Now, settings));
        return Send(new CampaignWasSwitched(Now, settings.Id, CampaignState.Running));
    }

    /// <summary>The switch is there and holds what is said.</summary>
    public FloorScript Connect(AttemptId[]? held = null, AttemptId[]? answered = null, AttemptId[]? desks = null, AttemptId[]? joined = null, params RecordingId[] recordings) =>
        Send(new SwitchConnected(Now, held ?? [], answered ?? [], desks ?? [], joined ?? [], recordings));

    /// <summary>Agents log in and are ready, a second apart, so that the first has waited longest.</summary>
    public FloorScript Ready(params string[] agents)
    {
        foreach (var agent in agents)
        {
            Now += Duration.FromSeconds(1);
            if (!Floor.Desks.ContainsKey(new(agent))) Send(new DeskLoggedIn(Now, new(agent), [.. Floor.Rooms.Keys]));
            Send(new DeskBecameReady(Now, new(agent)));
        }
        return this;
    }

    public FloorScript Bring(params Dossier[] dossiers) => BringTo(Spring, dossiers);

    public FloorScript BringTo(CampaignId campaign, params Dossier[] dossiers)
    {
        Now += Duration.FromMilliseconds(1);
        return Send(new ProspectsBrought(Now, campaign, dossiers, null, false));
    }

    public FloorScript Answered(int attempt, AnsweredBy by = AnsweredBy.Unknown) => Send(new CallAnswered(Now, Attempt(attempt), by));
    public FloorScript Failed(int attempt, Outcome outcome) => Send(new CallFailed(Now, Attempt(attempt), outcome, "code"));

    /// <summary>The telephone of whoever is offered the call takes it, and the two are joined.</summary>
    public FloorScript Joined(int attempt)
    {
        var (agent, offer) = (Floor.Attempts[Attempt(attempt)].Agent!.Value, Floor.Attempts[Attempt(attempt)].Offer);
        Send(new DeskAnswered(Now, Attempt(attempt), agent, offer));
        return Send(new CallJoined(Now, Attempt(attempt), agent));
    }

    public FloorScript Talk(int attempt) => Answered(attempt).Joined(attempt);

    /// <summary>The customer hangs up.</summary>
    public FloorScript Ended(int attempt) => Send(new CallEnded(Now, Attempt(attempt), "bye"));

    public FloorScript Disposed(int attempt, string code, Instant? due = null, bool personal = false) =>
        Send(new DeskDisposed(Now, Attempt(attempt), Floor.Attempts[Attempt(attempt)].Agent!.Value, code, due, personal));

    public Desk Desk(string agent) => Floor.Desks[new(agent)];
    public T The<T>() where T : Fact => Facts.OfType<T>().Should().ContainSingle($"one {typeof(T).Name} is expected among {string.Join(", ", Facts)}").Subject;
    public T Told<T>() where T : Instruction => Instructions.OfType<T>().Should().ContainSingle($"one {typeof(T).Name} is expected among {string.Join(", ", Instructions)}").Subject;
    public ProspectId[] Dialled() => [.. Instructions.OfType<Dial>().Select(dial => dial.Prospect)];

    /// <summary>The floor as text, its clock left out: it hears ticks that leave no fact.</summary>
    public static string Written(Floor floor) => JsonSerializer.Serialize(floor.Photograph() with { Now = Instant.MinValue }, FactJson.Options);

    private void Take(Signal signal)
    {
        var reaction = Floor.Handle(signal);
        Facts.AddRange(reaction.Facts);
        Instructions.AddRange(reaction.Instructions);
        Journal.AddRange(reaction.Facts);
        foreach (var fact in reaction.Facts)
        {
            audit.See(fact);
            if (fact is AttemptPermitted permit) permitted.Add(permit.Attempt);
        }
        foreach (var dial in reaction.Instructions.OfType<Dial>())
            if (!permitted.Contains(dial.Attempt)) Assert.Fail($"{dial} has no permit before it");
        if (audit.Violations.Count > 0) Assert.Fail($"after {signal} the auditor finds: {string.Join("; ", audit.Violations)}");
        foreach (var broken in Invariants.Broken(Floor)) Assert.Fail($"after {signal}: {broken}");
    }
}
