using Plateau.Core.Clients;
using Plateau.Core.Interactions;
using Plateau.Core.Prospecting;
using Plateau.Server.Api.Door;
using Plateau.Storage.Centre;

namespace Plateau.Server.Api;

/// <summary>How far a key reaches: each look-up answers null for what is not there and for what belongs to another client, alike.</summary>
internal sealed class Reach(CentreBook book, ProspectBook prospects, StaffBook staff, AttemptLog attempts)
{
    public async Task<Client?> ClientAsync(Caller caller, ClientId id, CancellationToken cancel) =>
        caller.Sees(id) ? await book.ClientAsync(id, cancel) : null;

    public async Task<Programme?> ProgrammeAsync(Caller caller, ProgrammeId id, CancellationToken cancel) =>
        await book.ProgrammeAsync(id, cancel) is { } found && caller.Sees(found.Client) ? found : null;

    public async Task<CampaignSettings?> CampaignAsync(Caller caller, CampaignId id, CancellationToken cancel) =>
        await book.CampaignAsync(id, cancel) is { } found && caller.Sees(found.Client) ? found : null;

    public async Task<ListCard?> ListAsync(Caller caller, ListId id, CancellationToken cancel) =>
        await prospects.ListAsync(id, cancel) is { } found && caller.Sees(found.Client) ? found : null;

    public async Task<ProspectCard?> ProspectAsync(Caller caller, ProspectId id, CancellationToken cancel) =>
        await prospects.FindAsync(id, cancel) is { } found && caller.Sees(found.Client) ? found : null;

    public async Task<AttemptRecord?> AttemptAsync(Caller caller, AttemptId id, CancellationToken cancel) =>
        await attempts.FindAsync(id, cancel) is { } found && caller.Sees(found.Client) ? found : null;

    /// <summary>Agents work for the centre. A client's key reaches those who serve its campaigns and nobody else's.</summary>
    public async Task<AgentCard?> AgentAsync(Caller caller, AgentId id, CancellationToken cancel) =>
        await staff.AgentAsync(id, cancel) is { } found && (caller.Client is null || ServesOnly(found.Campaigns, await CampaignsAsync(caller, cancel))) ? found : null;

    /// <summary>Every campaign that this key may see.</summary>
    public async Task<IReadOnlySet<CampaignId>> CampaignsAsync(Caller caller, CancellationToken cancel)
    {
        var seen = new HashSet<CampaignId>();
        for (string? after = null; ;)
        {
            var page = await book.CampaignsAsync(caller.Client, Page<CampaignSettings>.Most, after, cancel);
            foreach (var campaign in page.Items) seen.Add(campaign.Id);
            if ((after = page.Next) is null) return seen;
        }
    }

    public static bool ServesOnly(IReadOnlyList<CampaignId> campaigns, IReadOnlySet<CampaignId> seen) => campaigns.Count > 0 && campaigns.All(seen.Contains);
}
