using NodaTime;
using Plateau.Core.Interactions;
using Plateau.Core.People;
using Plateau.Core.Prospecting;
using Plateau.Server.Floors;
using Plateau.Storage.Centre;
using Plateau.Storage.People;

namespace Plateau.Server.Setup.Changes;

/// <summary>Who serves a campaign: one agent at a time is put on it or taken off; it holds from their next log-in.</summary>
internal sealed class AgentChanges(StaffBook staff, UserBook users, CentreBook book, CentreChanges changes, IClock clock)
{
    /// <summary>Everyone who may log in, by name.</summary>
    public async Task<IReadOnlyList<AgentCard>> ActiveAsync(CancellationToken cancel) =>
        [.. (await staff.ActiveAsync(cancel)).OrderBy(agent => agent.Name, StringComparer.CurrentCultureIgnoreCase).ThenBy(agent => agent.Id)];

    /// <summary>Of the campaigns that an agent was given, those that they are able to serve now: whoever lacks a competence today, or whose certification has ended, gets no call of it.</summary>
    public async Task<IReadOnlyList<CampaignId>> AbleToServeAsync(AgentCard agent, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(agent);
        var able = await CompetencesAsync(cancel);
        var serves = new List<CampaignId>();
        foreach (var id in agent.Campaigns)
            if (await book.CampaignAsync(id, cancel) is not { } campaign || Lacks(campaign, able.GetValueOrDefault(agent.Id)).Count == 0) serves.Add(id);
        return serves;
    }

    /// <summary>What each person is certified for, by the agent that they are.</summary>
    public async Task<IReadOnlyDictionary<AgentId, IReadOnlyDictionary<string, Certification>>> CompetencesAsync(CancellationToken cancel) =>
        (await users.AllAsync(cancel)).Where(user => user.Agent is not null).GroupBy(user => user.Agent!.Value)
            .ToDictionary(same => same.Key, same => same.First().Competences ?? new Dictionary<string, Certification>());

    /// <summary>The day on the centre's wall, by which certifications hold.</summary>
    public LocalDate Today => CentreTime.Of(clock.GetCurrentInstant()).Date;

    /// <summary>What a campaign asks for and a person can't do well enough today.</summary>
    public IReadOnlyList<Lack> Lacks(CampaignSettings campaign, IReadOnlyDictionary<string, Certification>? able)
    {
        ArgumentNullException.ThrowIfNull(campaign);
        return Lack.Among(campaign.Competences, able, Today);
    }

    /// <returns>The agent as they stand now; null when there is none of that id.</returns>
    public Task<AgentCard?> AssignAsync(AgentId agent, CampaignId campaign, bool serves, CancellationToken cancel) => changes.AloneAsync(async _ =>
    {
        if (await staff.AgentAsync(agent, cancel) is not { } card || card.Campaigns.Contains(campaign) == serves) return await staff.AgentAsync(agent, cancel);
        var after = card with { Campaigns = serves ? [.. card.Campaigns, campaign] : [.. card.Campaigns.Where(each => each != campaign)] };
        await staff.SetAsync(after, cancel);
        return after;
    }, cancel);
}
