using System.Security.Cryptography;
using System.Text;
using NodaTime;
using Plateau.Core.Interactions;
using Plateau.Core.People;
using Plateau.Core.Prospecting;

namespace Plateau.Core.Floors;

/// <summary>The figures of a floor, folded from its facts: the same fold counts live, in a replay and in a report.</summary>
public sealed class Tally
{
    private readonly HashSet<ProspectId> prospects = [];
    private readonly SortedDictionary<string, int> refusals = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, int> outcomes = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, int> dispositions = new(StringComparer.Ordinal);
    private readonly Dictionary<AgentId, (AgentState State, Instant Since)> agents = [];
    private readonly Audit audit = new();
    private readonly IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private readonly CampaignId? only;
    private readonly bool proves;
    private readonly HashSet<AttemptId> ours = [];
    private Duration talk, idle, working;
    private int attempts, permits, recordings, answered, successes;
    private long facts;

    /// <param name="only">Counts one campaign's facts alone; agents' times are then left out, because they belong to no campaign.</param>
    /// <param name="proves">False for facts that are written nowhere: they have no fingerprint, and nobody audits them.</param>
    public Tally(CampaignId? only = null, bool proves = true) => (this.only, this.proves) = (only, proves);

    /// <summary>Whether this fact is among those that are counted: all of them, or those of the one campaign and its attempts.</summary>
    public bool Counts(Fact fact) => only is null || (fact is IOfCampaign of ? of.Campaign == only : fact is IOfAttempt part && ours.Contains(part.Attempt));

    /// <summary>Counts one fact. Facts come in the order of their journal.</summary>
    /// <param name="data">The fact as the journal holds it, for the fingerprint.</param>
    public void Count(Fact fact, ReadOnlySpan<byte> data)
    {
        if (!Counts(fact)) return;
        facts++;
        if (proves)
        {
            hash.AppendData(Encoding.UTF8.GetBytes(FactJson.NameOf(fact)));
            hash.AppendData(data);
            audit.See(fact);
        }
        switch (fact)
        {
            case AttemptPermitted permitted:
                permits++;
                prospects.Add(permitted.Prospect);
                if (only is not null) ours.Add(permitted.Attempt);
                break;
            case DialRefused refused:
                prospects.Add(refused.Prospect);
                Add(refusals, refused.Refusal.Rule);
                break;
            case AttemptPlaced: attempts++; break;
            case AttemptAnswered: answered++; break;
            case AttemptEnded ended: Add(outcomes, Word(ended.Outcome)); break;
            case Released released: talk += released.Talk; break;
            case CustomerParked left: talk += left.Talk; break;
            case Transferred transferred: talk += transferred.Talk; break;
            case Disposed disposed:
                Add(dispositions, disposed.Code);
                if (disposed.Effect.MeetsAim()) successes++;
                break;
            case RecordingKept: recordings++; break;
        }
        if (only is null) CountAgents(fact);
    }

    /// <summary>Counts one fact that was not written yet.</summary>
    public void Count(Fact fact) => Count(fact, proves ? FactJson.Write(fact) : []);

    /// <summary>The figures up to the last fact, as they are now: what is counted later changes nothing in them, on whatever thread they are read.</summary>
    public Figures Figures => new(
        prospects.Count, attempts, permits, Copy(refusals), Copy(outcomes), Copy(dispositions),
        Math.Round(talk.TotalSeconds, 3), IdleShare(), outcomes.GetValueOrDefault(Word(Outcome.Abandoned)), recordings, facts,
        Convert.ToHexStringLower(hash.GetCurrentHash().AsSpan(0, 16)), [.. audit.Violations])
    { Answered = answered, Successes = successes };

    private static SortedDictionary<string, int> Copy(SortedDictionary<string, int> counts) => new(counts, counts.Comparer);

    private static void Add(SortedDictionary<string, int> counts, string key) => counts[key] = counts.GetValueOrDefault(key) + 1;

    private static readonly string[] Words = [.. Enum.GetValues<Outcome>().Select(outcome => System.Text.Json.JsonNamingPolicy.KebabCaseLower.ConvertName(outcome.ToString()))];

    private static string Word(Outcome outcome) => Words[(int)outcome];

    private void CountAgents(Fact fact)
    {
        switch (fact)
        {
            case AgentLoggedIn login: Become(login.Agent, AgentState.Away, fact.At); break;
            case AgentReady ready: Become(ready.Agent, AgentState.Ready, fact.At); break;
            case AgentAway away: Become(away.Agent, AgentState.Away, fact.At); break;
            case AgentLoggedOut logout: Become(logout.Agent, AgentState.LoggedOut, fact.At); break;
            case PreviewShown shown: Become(shown.Agent, AgentState.Offered, fact.At); break;
            case Offered offered: Become(offered.Agent, AgentState.Offered, fact.At); break;
            case OfferAccepted accepted: Become(accepted.Agent, AgentState.Engaged, fact.At); break;
            case ConsultAsked asked: Become(asked.Colleague, AgentState.Offered, fact.At); break;
            case ConsultJoined joined: Become(joined.Colleague, AgentState.Engaged, fact.At); break;
            case Released released: Become(released.Agent, AgentState.WrapUp, fact.At); break;
        }
    }

    private void Become(AgentId agent, AgentState state, Instant at)
    {
        if (agents.TryGetValue(agent, out var before))
        {
            var spent = at - before.Since;
            if (before.State == AgentState.Ready) idle += spent;
            if (before.State is not (AgentState.Away or AgentState.LoggedOut)) working += spent;
        }
        agents[agent] = (state, at);
    }

    private double IdleShare() => working > Duration.Zero ? Math.Round(idle / working, 4) : 0;
}

/// <summary>What came of a floor's work. Every figure can be counted again from the journal.</summary>
/// <param name="Prospects">People for whom a call was permitted or refused at least once.</param>
/// <param name="Attempts">Calls given to the switch.</param>
/// <param name="Permits">Leaves to dial; each attempt has its own.</param>
/// <param name="Refusals">Refused dials, by the first rule at fault.</param>
/// <param name="Outcomes">Ended attempts, by how they ended.</param>
/// <param name="Dispositions">Handled calls, by what the agent said came of them.</param>
/// <param name="TalkSeconds">Seconds in which customer and agent were joined, holds included.</param>
/// <param name="IdleShare">Agents' time in Ready over their time in Ready, Offered, Engaged and WrapUp; states still open are not counted.</param>
/// <param name="Abandoned">People who answered and got no agent in time.</param>
/// <param name="Recordings">Recordings kept.</param>
/// <param name="Facts">Facts in the journal.</param>
/// <param name="Fingerprint">The first 128 bits of SHA-256 over all facts in order.</param>
/// <param name="Violations">What should never be so, each with its place; empty on a sound floor.</param>
public sealed record Figures(
    int Prospects, int Attempts, int Permits,
    IReadOnlyDictionary<string, int> Refusals, IReadOnlyDictionary<string, int> Outcomes, IReadOnlyDictionary<string, int> Dispositions,
    double TalkSeconds, double IdleShare, int Abandoned, int Recordings, long Facts, string Fingerprint, IReadOnlyList<string> Violations)
{
    /// <summary>Attempts that were answered, by whomever or whatever.</summary>
    public int Answered { get; init; }

    /// <summary>Handled calls whose disposition met the campaign's aim.</summary>
    public int Successes { get; init; }
}
