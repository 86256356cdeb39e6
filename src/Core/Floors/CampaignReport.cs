using NodaTime;
using Plateau.Core.Interactions;
using Plateau.Core.Prospecting;

namespace Plateau.Core.Floors;

/// <summary>What came of one campaign, folded from the journal: by hour, agent, outcome, disposition and refusal.</summary>
/// <param name="campaign">Whose facts are counted; others pass by.</param>
/// <param name="zone">The centre's own zone, in which hours are named.</param>
public sealed class CampaignReport(CampaignId campaign, DateTimeZone zone)
{
    private readonly Tally tally = new(campaign);
    private readonly Dictionary<AttemptId, Instant> placed = [];
    private readonly SortedDictionary<LocalDateTime, HourLine> hours = [];
    private readonly SortedDictionary<AgentId, AgentLine> agents = [];

    /// <summary>Counts one fact, in the order of its journal.</summary>
    public void Count(Fact fact)
    {
        if (!tally.Counts(fact)) return;
        tally.Count(fact);
        switch (fact)
        {
            case AttemptPlaced of when of.Campaign == campaign:
                placed[of.Attempt] = of.At;
                Hour(of.At).Attempts++;
                break;
            case AttemptAnswered answered when placed.TryGetValue(answered.Attempt, out var at): Hour(at).Answered++; break;
            case Connected connected when placed.TryGetValue(connected.Attempt, out var at):
                Hour(at).Reached++;
                Agent(connected.Agent).Conversations++;
                break;
            case Released released when placed.ContainsKey(released.Attempt): Agent(released.Agent).Talk += released.Talk; break;
            case DialRefused refused when refused.Campaign == campaign: Hour(refused.At).Refused++; break;
            case Disposed disposed when disposed.Campaign == campaign:
                if (disposed.Effect == DispositionEffect.Success)
                {
                    Agent(disposed.Agent).Successes++;
                    if (placed.TryGetValue(disposed.Attempt, out var at)) Hour(at).Successes++;
                }
                placed.Remove(disposed.Attempt);
                break;
            case AttemptEnded { Verdict: not null } ended: placed.Remove(ended.Attempt); break;
        }
    }

    public Figures Figures => tally.Figures;

    /// <summary>By the hour in which the attempt was placed, earliest first.</summary>
    public IReadOnlyCollection<HourLine> Hours => hours.Values;

    /// <summary>By agent, in the order of their ids.</summary>
    public IReadOnlyCollection<AgentLine> Agents => agents.Values;

    private HourLine Hour(Instant at)
    {
        var local = at.InZone(zone).LocalDateTime;
        var hour = new LocalDateTime(local.Year, local.Month, local.Day, local.Hour, 0);
        if (!hours.TryGetValue(hour, out var line)) hours[hour] = line = new HourLine(hour);
        return line;
    }

    private AgentLine Agent(AgentId agent)
    {
        if (!agents.TryGetValue(agent, out var line)) agents[agent] = line = new AgentLine(agent);
        return line;
    }
}

/// <summary>One hour of a campaign.</summary>
public sealed class HourLine(LocalDateTime hour)
{
    public LocalDateTime Hour { get; } = hour;

    /// <summary>Calls given to the switch in this hour.</summary>
    public int Attempts { get; internal set; }

    /// <summary>Those among them that were answered, by whomever or whatever.</summary>
    public int Answered { get; internal set; }

    /// <summary>Those among them in which an agent spoke.</summary>
    public int Reached { get; internal set; }

    /// <summary>Those among them that met the campaign's aim.</summary>
    public int Successes { get; internal set; }

    /// <summary>Dials refused in this hour.</summary>
    public int Refused { get; internal set; }
}

/// <summary>One agent's part of a campaign.</summary>
public sealed class AgentLine(AgentId agent)
{
    public AgentId Agent { get; } = agent;
    public int Conversations { get; internal set; }
    public int Successes { get; internal set; }
    public Duration Talk { get; internal set; }
}
