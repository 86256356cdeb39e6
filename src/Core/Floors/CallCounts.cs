using NodaTime;
using Plateau.Core.Interactions;
using Plateau.Core.Prospecting;

namespace Plateau.Core.Floors;

/// <summary>What came of calls, as counts that add up: those of hours make a day, those of days a period.</summary>
public sealed class CallCounts
{
    private readonly SortedDictionary<string, int> outcomes = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, int> dispositions = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, int> refusals = new(StringComparer.Ordinal);
    private readonly SortedDictionary<AgentId, AgentCounts> agents = [];
    private readonly Dictionary<ListId, ListCounts> lists = [];
    private double misjudged;

    /// <summary>Calls given to the switch.</summary>
    public int Attempts { get; private set; }

    /// <summary>Those that were answered, by whomever or whatever.</summary>
    public int Answered { get; private set; }

    /// <summary>Those that were answered by no machine, as far as detection could tell.</summary>
    public int AnsweredByPerson { get; private set; }

    /// <summary>Those in which an agent spoke.</summary>
    public int Reached { get; private set; }

    /// <summary>Those that met the campaign's aim.</summary>
    public int Successes { get; private set; }

    /// <summary>Appointments that these calls made, and what came of them.</summary>
    public AppointmentCounts Appointments { get; private set; }

    /// <summary>Appointments that the calendar's people made without a call, in the hour in which they did.</summary>
    public AppointmentCounts Entered { get; private set; }

    /// <summary>All that were made, in calls and in the calendar.</summary>
    public AppointmentCounts Agreed => Appointments + Entered;

    /// <summary>Those whose person got no agent in time.</summary>
    public int Abandoned { get; private set; }

    /// <summary>What answering-machine detection said, against what agents heard.</summary>
    public Detection Detection { get; private set; } = Detection.None;

    /// <summary>People taken for machines and hung up on, as many as may be believed by all that agents heard until the end of the period asked for.</summary>
    public int Misjudged => (int)Math.Round(misjudged, MidpointRounding.AwayFromZero);

    /// <summary>Dials for which the rules or the campaign's own limits gave no permit.</summary>
    public int Refused { get; private set; }

    /// <summary>Time in which customer and agent were joined, holds included.</summary>
    public Duration Talk { get; private set; }

    public IReadOnlyDictionary<string, int> Outcomes => outcomes;
    public IReadOnlyDictionary<string, int> Dispositions => dispositions;

    /// <summary>By the first rule at fault.</summary>
    public IReadOnlyDictionary<string, int> Refusals => refusals;
    public IReadOnlyDictionary<AgentId, AgentCounts> Agents => agents;

    /// <summary>By the list of the person called; a prospect on no list that is still known is missing here.</summary>
    public IReadOnlyDictionary<ListId, ListCounts> Lists => lists;

    /// <summary>Reached over attempts; null without attempts.</summary>
    public decimal? ReachedShare => Share(Reached, Attempts);

    /// <summary>Successes over reached.</summary>
    public decimal? SuccessShare => Share(Successes, Reached);

    /// <summary>Abandoned over answered by a person; people taken for machines and hung up on count in both.</summary>
    public decimal? AbandonedShare => Share(Abandoned + Misjudged, AnsweredByPerson + Misjudged);

    /// <summary>Refused over dials asked for, which are attempts and refused.</summary>
    public decimal? RefusedShare => Share(Refused, Attempts + Refused);

    /// <summary>Talk over reached.</summary>
    public Duration? MeanTalk => Reached == 0 ? null : Talk / Reached;

    /// <summary>Adds other counts to these.</summary>
    public CallCounts Add(CallCounts other)
    {
        Attempts += other.Attempts;
        Answered += other.Answered;
        AnsweredByPerson += other.AnsweredByPerson;
        Reached += other.Reached;
        Successes += other.Successes;
        Abandoned += other.Abandoned;
        Refused += other.Refused;
        Appointments += other.Appointments;
        Entered += other.Entered;
        Detection = Detection.Add(other.Detection);
        misjudged += other.misjudged;
        Talk += other.Talk;
        foreach (var (key, count) in other.outcomes) Add(outcomes, key, count);
        foreach (var (key, count) in other.dispositions) Add(dispositions, key, count);
        foreach (var (key, count) in other.refusals) Add(refusals, key, count);
        foreach (var (agent, counts) in other.agents) Of(agent).Add(counts);
        foreach (var (list, counts) in other.lists) Of(list).Add(counts);
        return this;
    }

    /// <summary>Says how many of the machines that nobody heard were persons.</summary>
    internal CallCounts Believe(double share)
    {
        misjudged = share * Detection.HungUpOn;
        return this;
    }

    internal void Place(ListId? list)
    {
        Attempts++;
        if (list is { } known) Of(known).Attempts++;
    }

    internal void Refuse(string rule, ListId? list)
    {
        Refused++;
        Add(refusals, rule, 1);
        if (list is { } known) Of(known).Refused++;
    }

    internal void Answer(AnsweredBy by)
    {
        Answered++;
        if (by != AnsweredBy.Machine) AnsweredByPerson++;
    }

    /// <param name="first">Whether nobody of ours spoke in this call before: a call that is passed on is reached once.</param>
    internal void Connect(AgentId agent, ListId? list, bool first)
    {
        Of(agent).Conversations++;
        if (!first) return;
        Reached++;
        Of(agent).Reached++;
        if (list is { } known) Of(known).Reached++;
    }

    internal void HandOn(AgentId from, AgentId to)
    {
        Of(from).Reached--;
        Of(to).Reached++;
    }

    internal void Release(AgentId agent, Duration talk)
    {
        Talk += talk;
        Of(agent).Talk += talk;
    }

    internal void End(Outcome outcome, string word)
    {
        Add(outcomes, word, 1);
        if (outcome == Outcome.Abandoned) Abandoned++;
        if (outcome == Outcome.Machine) Detection = Detection.HangUp();
    }

    internal void SampleMachine() => Detection = Detection.Sample();

    /// <param name="takenForMachine">What detection had said of the answer.</param>
    internal void TellTruth(bool takenForMachine, DispositionEffect effect) => Detection = Detection.Tell(takenForMachine, effect);

    internal void Dispose(AgentId agent, string code, DispositionEffect effect, ListId? list)
    {
        Add(dispositions, code, 1);
        if (!effect.MeetsAim()) return;
        Successes++;
        Of(agent).Successes++;
        if (list is { } known) Of(known).Successes++;
    }

    /// <param name="agent">In whose call; null for one of the calendar.</param>
    internal void Agree(AgentId? agent, AppointmentCounts more)
    {
        if (agent is not { } maker)
        {
            Entered += more;
            return;
        }
        Appointments += more;
        Of(maker).Appointments += more;
    }

    private AgentCounts Of(AgentId agent)
    {
        if (!agents.TryGetValue(agent, out var counts)) agents[agent] = counts = new AgentCounts();
        return counts;
    }

    private ListCounts Of(ListId list)
    {
        if (!lists.TryGetValue(list, out var counts)) lists[list] = counts = new ListCounts();
        return counts;
    }

    private static void Add(SortedDictionary<string, int> counts, string key, int count) => counts[key] = counts.GetValueOrDefault(key) + count;

    private static decimal? Share(int part, int whole) => whole == 0 ? null : (decimal)part / whole;
}

/// <summary>One agent's part of the calls.</summary>
public sealed class AgentCounts
{
    /// <summary>Calls in which an agent spoke and that were this agent's at the end: over all agents they add up to those reached.</summary>
    public int Reached { get; internal set; }

    /// <summary>Conversations in which the agent had a part: a call that is handed on is one of each.</summary>
    public int Conversations { get; internal set; }
    public int Successes { get; internal set; }
    public Duration Talk { get; internal set; }

    /// <summary>Appointments that the agent made, and what came of them.</summary>
    public AppointmentCounts Appointments { get; internal set; }

    internal void Add(AgentCounts other) =>
        (Reached, Conversations, Successes, Talk, Appointments) = (Reached + other.Reached, Conversations + other.Conversations, Successes + other.Successes, Talk + other.Talk, Appointments + other.Appointments);
}

/// <summary>One list's part of the calls.</summary>
public sealed class ListCounts
{
    public int Attempts { get; internal set; }
    public int Reached { get; internal set; }
    public int Successes { get; internal set; }
    public int Refused { get; internal set; }

    internal void Add(ListCounts other) =>
        (Attempts, Reached, Successes, Refused) = (Attempts + other.Attempts, Reached + other.Reached, Successes + other.Successes, Refused + other.Refused);
}
