using NodaTime;
using Plateau.Core.Interactions;

namespace Plateau.Core.Floors;

/// <summary>What came of one campaign, folded from the whole journal: its figures with their fingerprint, and its calls by hour, day, agent and list.</summary>
/// <param name="campaign">Whose facts are counted; others pass by.</param>
/// <param name="zone">The centre's own zone, in which hours are named.</param>
public sealed class CampaignReport(CampaignId campaign, DateTimeZone zone)
{
    private readonly Tally tally = new(campaign);
    private readonly CallLedger ledger = new(zone);

    /// <summary>Counts one fact, in the order of its journal.</summary>
    /// <param name="list">The list of the prospect that the fact names.</param>
    public void Count(Fact fact, ListId? list = null)
    {
        if (!tally.Counts(fact)) return;
        tally.Count(fact);
        ledger.Count(fact, list);
    }

    public Figures Figures => tally.Figures;

    /// <summary>By the hour in which the attempt was placed, earliest first.</summary>
    public IReadOnlyList<HourCounts> Hours => ledger.HoursOf(campaign);

    /// <summary>One agent's part, as it stands.</summary>
    public AgentCounts PartOf(AgentId agent) => ledger.PartOf(campaign, agent);

    /// <summary>All hours added up.</summary>
    public CallCounts Counts => Hours.Aggregate(new CallCounts(), (sum, hour) => sum.Add(hour.Counts));
}
