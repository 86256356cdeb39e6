using System.Text.Json;
using NodaTime;
using Plateau.Core.Appointments;
using Plateau.Core.Interactions;
using Plateau.Core.Prospecting;

namespace Plateau.Core.Floors;

/// <summary>Calls counted by campaign and hour, folded from the journal: whatever reports show, by page, program or verb, is added up from here.</summary>
/// <remarks>A call counts in the hour in which it was placed, whatever became of it later; so hours, days and periods always add up.</remarks>
/// <param name="zone">The centre's own zone, in which hours and days are named.</param>
public sealed class CallLedger(DateTimeZone zone)
{
    private readonly Dictionary<CampaignId, SortedDictionary<LocalDateTime, CallCounts>> campaigns = [];
    private readonly Dictionary<AttemptId, Placing> open = [];
    private readonly Dictionary<AppointmentId, (CampaignId Campaign, LocalDateTime Hour, AgentId? Agent, AppointmentState State)> appointments = [];
    private LocalDate byHourSince = LocalDate.MinIsoValue;

    /// <summary>A call of which more is to come.</summary>
    private sealed class Placing(CampaignId campaign, LocalDateTime hour, ListId? list)
    {
        public CampaignId Campaign => campaign;
        public LocalDateTime Hour => hour;
        public ListId? List => list;
        public bool Reached { get; set; }

        /// <summary>Who has it now, as the log of attempts says it: the agent it was placed for, was rung for last, or spoke last.</summary>
        public AgentId? Agent { get; set; }

        /// <summary>What detection said of the answer; null when it did not listen.</summary>
        public bool? TakenForMachine { get; set; }
    }

    public IReadOnlyCollection<CampaignId> Campaigns => campaigns.Keys;

    /// <summary>Days before this one are known as a whole; from it on, hours are told apart.</summary>
    public LocalDate ByHourSince => byHourSince;

    /// <summary>The prospect whose list is wanted when this fact is counted; null for most facts.</summary>
    public static ProspectId? ProspectOf(Fact fact) => fact switch
    {
        AttemptPlaced placed => placed.Prospect,
        DialRefused refused => refused.Prospect,
        _ => null,
    };

    /// <summary>Counts one fact, in the order of its journal.</summary>
    /// <param name="list">The list on which <see cref="ProspectOf"/> stands, for whoever knows it.</param>
    public void Count(Fact fact, ListId? list = null)
    {
        switch (fact)
        {
            case AttemptPlaced placed:
                open[placed.Attempt] = new Placing(placed.Campaign, HourOf(placed.At), list) { Agent = placed.Agent };
                Cell(placed.Campaign, HourOf(placed.At)).Place(list);
                break;
            case DialRefused refused: Cell(refused.Campaign, HourOf(refused.At)).Refuse(refused.Refusal.Rule, list); break;
            case AppointmentBooked booked: Book(booked); break;
            case AppointmentSettled { From: AppointmentState.Cancelled, To: AppointmentState.Booked } entered when !appointments.ContainsKey(entered.Appointment): Enter(entered); break;
            case AppointmentSettled settled when appointments.TryGetValue(settled.Appointment, out var made):
                // From what is counted, not from what the fact says was before: told twice counts once.
                Cell(made.Campaign, made.Hour).Agree(made.Agent, AppointmentCounts.Turn(made.State, settled.To));
                appointments[settled.Appointment] = made with { State = settled.To };
                break;
            case IOfAttempt of when open.TryGetValue(of.Attempt, out var placing): Count(fact, of.Attempt, placing); break;
        }
    }

    /// <summary>A campaign's counts from one hour to before another, earliest first. They are copies: what is counted later does not change them.</summary>
    public IReadOnlyList<HourCounts> HoursOf(CampaignId campaign, LocalDateTime from, LocalDateTime until)
    {
        if (!campaigns.TryGetValue(campaign, out var hours)) return [];
        // As the floor does: whom detection misjudged is told by all that was heard so far, not by these hours alone.
        var heard = Detection.None;
        foreach (var (hour, counts) in hours)
            if (hour < until) heard = heard.Add(counts.Detection);
        return [.. hours.Where(hour => from <= hour.Key && hour.Key < until).Select(hour => new HourCounts(hour.Key, new CallCounts().Add(hour.Value).Believe(heard.BelievedShare)))];
    }

    /// <summary>One agent's part of a campaign, as it stands.</summary>
    public AgentCounts PartOf(CampaignId campaign, AgentId agent)
    {
        var part = new AgentCounts();
        if (campaigns.TryGetValue(campaign, out var hours))
            foreach (var counts in hours.Values)
                if (counts.Agents.TryGetValue(agent, out var hour)) part.Add(hour);
        return part;
    }

    /// <summary>All of a campaign's counts.</summary>
    public IReadOnlyList<HourCounts> HoursOf(CampaignId campaign) => HoursOf(campaign, LocalDate.MinIsoValue.AtMidnight(), LocalDate.MaxIsoValue.AtMidnight());

    /// <summary>Keeps what is older as days, so that years need little room. Figures of days stay as they are.</summary>
    public void Condense(LocalDate before)
    {
        if (before <= byHourSince) return;
        byHourSince = before;
        foreach (var hours in campaigns.Values)
            foreach (var (hour, counts) in hours.Where(hour => hour.Key.Date < before && hour.Key.TimeOfDay != LocalTime.Midnight).ToList())
            {
                hours.Remove(hour);
                Cell(hours, hour).Add(counts);
            }
    }

    /// <summary>An appointment counts with the call that made it, also when it is booked or reported long after.</summary>
    private void Book(AppointmentBooked booked)
    {
        if (appointments.ContainsKey(booked.Appointment)) return;
        var hour = open.TryGetValue(booked.Attempt, out var placing) ? placing.Hour : HourOf(booked.At);
        appointments[booked.Appointment] = (booked.Campaign, hour, booked.Agent, AppointmentState.Booked);
        Cell(booked.Campaign, hour).Agree(booked.Agent, AppointmentCounts.One);
    }

    /// <summary>What stands without that a call made it was made in the calendar, and counts when it was.</summary>
    private void Enter(AppointmentSettled entered)
    {
        var hour = HourOf(entered.Made ?? entered.At);
        appointments[entered.Appointment] = (entered.Campaign, hour, null, AppointmentState.Booked);
        Cell(entered.Campaign, hour).Agree(null, AppointmentCounts.One);
    }

    private void Count(Fact fact, AttemptId attempt, Placing placing)
    {
        var counts = Cell(placing.Campaign, placing.Hour);
        switch (fact)
        {
            case AttemptAnswered answered:
                counts.Answer(answered.By);
                if (answered.By is AnsweredBy.Human or AnsweredBy.Unsure) placing.TakenForMachine = false;
                break;
            case MachineSampled:
                counts.SampleMachine();
                placing.TakenForMachine = true;
                break;
            case AttemptReassigned reassigned: GoTo(reassigned.To); break;
            case Offered offered: GoTo(offered.Agent); break;
            case Connected connected:
                counts.Connect(connected.Agent, placing.List, !placing.Reached);
                GoTo(connected.Agent);
                placing.Reached = true;
                break;
            case CustomerParked parked: counts.Release(parked.Agent, parked.Talk); break;
            case Transferred moved:
                counts.Release(moved.From, moved.Talk);
                counts.Connect(moved.To, placing.List, first: false);
                GoTo(moved.To);
                break;
            case Released released: counts.Release(released.Agent, released.Talk); break;
            case AttemptEnded ended:
                counts.End(ended.Outcome, Word(ended.Outcome));
                if (ended.Verdict is not null) open.Remove(attempt);
                break;
            case Disposed disposed:
                counts.Dispose(disposed.Agent, disposed.Code, disposed.Effect, placing.List);
                if (placing.TakenForMachine is { } machine && disposed.By is not null) counts.TellTruth(machine, disposed.Effect);
                open.Remove(attempt);
                break;
        }

        // A call in which somebody spoke is one agent's at any time: handed on, it leaves the one row for the other.
        void GoTo(AgentId agent)
        {
            if (placing.Reached && placing.Agent is { } before && before != agent) counts.HandOn(before, agent);
            placing.Agent = agent;
        }
    }

    private CallCounts Cell(CampaignId campaign, LocalDateTime hour)
    {
        if (!campaigns.TryGetValue(campaign, out var hours)) campaigns[campaign] = hours = [];
        return Cell(hours, hour);
    }

    private CallCounts Cell(SortedDictionary<LocalDateTime, CallCounts> hours, LocalDateTime hour)
    {
        var key = hour.Date < byHourSince ? hour.Date.AtMidnight() : hour;
        if (!hours.TryGetValue(key, out var counts)) hours[key] = counts = new CallCounts();
        return counts;
    }

    private LocalDateTime HourOf(Instant at)
    {
        var local = at.InZone(zone).LocalDateTime;
        return new LocalDateTime(local.Year, local.Month, local.Day, local.Hour, 0);
    }

    private static string Word(Outcome outcome) => JsonNamingPolicy.KebabCaseLower.ConvertName(outcome.ToString());
}

/// <summary>What was counted in one hour, or in one day of long ago, whose hour is then midnight.</summary>
public sealed record HourCounts(LocalDateTime Hour, CallCounts Counts);
