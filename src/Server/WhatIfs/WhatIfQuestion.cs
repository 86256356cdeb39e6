using NodaTime;
using Plateau.Core.Compliance;
using Plateau.Core.Prospecting;
using Plateau.Simulation;
using Plateau.Storage.Centre;

namespace Plateau.Server.WhatIfs;

/// <summary>What can be changed beside the day as it is planned.</summary>
public enum WhatIfChange { Nothing, Agents, Mode, People, Until, AnswerRate }

/// <summary>A day that somebody asks about: the campaign's own people, list and experience, as far as they are known, and what the asker makes of them.</summary>
public sealed class WhatIfQuestion
{
    /// <summary>Fewer ended attempts teach nothing.</summary>
    public const int FewestLearnt = 200;

    public LocalDate Date { get; set; }
    public LocalTime From { get; set; } = new(10, 0);
    public LocalTime Until { get; set; } = new(19, 0);
    public int Agents { get; set; } = 10;
    public int People { get; set; } = 1000;
    public DialMode Mode { get; set; }
    public WhatIfChange Change { get; set; }
    public DialMode OtherMode { get; set; } = DialMode.Predictive;
    public int OtherNumber { get; set; }
    public LocalTime OtherUntil { get; set; } = new(18, 0);
    public int Lives { get; set; } = 5;

    private double powerRatio = 1.5, limit = 0.01;
    private bool detects;
    private double sample;
    private int attemptLimit = 6;
    private CustomersModel customers = new();
    private WorkforceModel workforce = new();

    /// <summary>Whether the campaign's own calls taught the rates.</summary>
    public bool IsLearnt { get; private set; }

    public decimal AnswerRate => customers.Answers / 1_000_000m;
    public Duration Talk => Duration.FromMilliseconds(customers.TalkMean);
    public Duration WrapUp => Duration.FromMilliseconds(workforce.WrapUpMean);

    /// <summary>Experience older than this is not learnt from.</summary>
    public static readonly Duration LearnsFrom = Duration.FromDays(30);

    /// <summary>The next day on which a French centre works.</summary>
    public static LocalDate NextWorkingDay(LocalDate today)
    {
        var day = today.PlusDays(1);
        while (day.DayOfWeek is IsoDayOfWeek.Saturday or IsoDayOfWeek.Sunday || FrenchHolidays.Falls(day)) day = day.PlusDays(1);
        return day;
    }

    /// <summary>Takes the campaign's settings, and its experience when there is enough of it.</summary>
    public void Take(CampaignSettings campaign, Experience known, int agents, int people)
    {
        ArgumentNullException.ThrowIfNull(campaign);
        ArgumentNullException.ThrowIfNull(known);
        (Agents, People) = (Math.Clamp(agents, 1, 1000), Math.Clamp(people, 1, 1_000_000));
        Mode = campaign.Mode is DialMode.Manual or DialMode.Preview ? DialMode.Progressive : campaign.Mode;
        OtherMode = Mode == DialMode.Predictive ? DialMode.Progressive : DialMode.Predictive;
        (powerRatio, limit, detects, sample, attemptLimit) = (campaign.PowerRatio, campaign.AbandonmentLimit, campaign.DetectMachines, campaign.MachineSample, campaign.AttemptLimit);
        (customers, workforce, IsLearnt) = (new CustomersModel(), new WorkforceModel(), known.Ended >= FewestLearnt);
        if (!IsLearnt) return;
        int Share(params string[] outcomes) => (int)(1_000_000L * outcomes.Sum(known.Of) / known.Ended);
        var talks = Math.Max(1, known.Effects.Values.Sum());
        customers = customers with
        {
            Answers = Share("reached", "abandoned"), Machines = Share("machine"), Busy = Share("busy"), Unallocated = Share("unallocated"), Declines = Share("declined"), Congested = Share("congested"),
            DeadCarrier = Share("carrier-dead"), HangUpAtOnce = Share("hung-up-early"),
            TalkMean = known.Talk > Duration.Zero ? (long)known.Talk.TotalMilliseconds : customers.TalkMean, RingMean = known.Ring > Duration.Zero ? (long)known.Ring.TotalMilliseconds : customers.RingMean,
        };
        workforce = workforce with
        {
            WrapUpMean = known.WrapUp > Duration.Zero ? (long)known.WrapUp.TotalMilliseconds : workforce.WrapUpMean,
            Sale = (int)(1_000_000L * known.Effects.GetValueOrDefault("success") / talks), Callback = (int)(1_000_000L * known.Effects.GetValueOrDefault("callback") / talks), Opposition = (int)(1_000_000L * known.Effects.GetValueOrDefault("opposition") / talks),
        };
    }

    /// <summary>What keeps the day from being lived through; null when nothing does.</summary>
    public string? Flaw()
    {
        if (Until <= From || (Change == WhatIfChange.Until && OtherUntil <= From)) return WhatIfWords.BadHours;
        var (agents, people) = (Change == WhatIfChange.Agents ? OtherNumber : Agents, Change == WhatIfChange.People ? OtherNumber : People);
        var fits = Agents is >= 1 and <= 1000 && agents is >= 1 and <= 1000 && People is >= 1 and <= 1_000_000 && people is >= 1 and <= 1_000_000;
        if (!fits) return WhatIfWords.BadNumber;
        return Change == WhatIfChange.AnswerRate && OtherNumber is < 1 or > 90 ? WhatIfWords.BadShare.ToString() : null;
    }

    /// <summary>The day as it is planned.</summary>
    public Scenario Planned() => Of(Agents, People, Mode, Until, customers);

    /// <summary>The same day with the one thing changed; null when nothing is to be changed.</summary>
    public Scenario? Changed() => Change switch
    {
        WhatIfChange.Agents => Of(OtherNumber, People, Mode, Until, customers),
        WhatIfChange.People => Of(Agents, OtherNumber, Mode, Until, customers),
        WhatIfChange.Mode => Of(Agents, People, OtherMode, Until, customers),
        WhatIfChange.Until => Of(Agents, People, Mode, OtherUntil, customers),
        WhatIfChange.AnswerRate => Of(Agents, People, Mode, Until, Answering(OtherNumber * 10_000)),
        _ => null,
    };

    /// <summary>More answers come out of those who would not have answered, and out of machines when these are not enough.</summary>
    private CustomersModel Answering(int share)
    {
        var others = customers.Busy + customers.Unallocated + customers.Declines + customers.Congested + customers.DeadCarrier + customers.HangUpAtOnce;
        var answers = Math.Min(share, 1_000_000 - others);
        return customers with { Answers = answers, Machines = Math.Min(customers.Machines, 1_000_000 - others - answers) };
    }

    private Scenario Of(int agents, int people, DialMode mode, LocalTime until, CustomersModel persons) => new()
    {
        Name = "what-if", Start = (Date + From).InZoneLeniently(Zones.Paris).ToInstant(), Minutes = (int)Math.Max(1, (until.TickOfDay - From.TickOfDay) / NodaConstants.TicksPerMinute),
        Agents = agents, Mode = mode, PowerRatio = powerRatio, AbandonmentLimit = limit, DetectMachines = detects, MachineSample = sample, AttemptLimit = attemptLimit,
        Customers = persons with { Count = people }, Workforce = workforce, Carrier = new CarrierModel { MostCalls = 4000, CallsPerSecond = 200 },
    };
}
