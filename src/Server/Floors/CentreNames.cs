using Plateau.Core.Clients;
using Plateau.Core.Interactions;
using Plateau.Core.Prospecting;
using Plateau.Storage.Centre;

namespace Plateau.Server.Floors;

/// <summary>How the ids of the floor are called by people: agents, campaigns and clients, read from the centre's books.</summary>
internal sealed class CentreNames(StaffBook staff, CentreBook book) : IDisposable
{
    /// <summary>What was read is believed this long.</summary>
    private static readonly TimeSpan Believed = TimeSpan.FromSeconds(5);

    private readonly SemaphoreSlim turn = new(1, 1);
    private long readAt = long.MinValue;
    private Names names = new(new Dictionary<AgentId, string>(), new Dictionary<CampaignId, CampaignSettings>(), new Dictionary<ClientId, Client>());

    /// <summary>The names as they stood some seconds ago at most; while the books can't be read, as they stood before.</summary>
    public async Task<Names> ReadAsync(CancellationToken cancel = default)
    {
        if (readAt != long.MinValue && System.Diagnostics.Stopwatch.GetElapsedTime(readAt) < Believed) return names;
        await turn.WaitAsync(cancel);
        try
        {
            if (readAt == long.MinValue || System.Diagnostics.Stopwatch.GetElapsedTime(readAt) >= Believed) names = await ReadAllAsync(cancel);
        }
        catch (System.Data.Common.DbException) when (readAt != long.MinValue)
        {
            return names;
        }
        finally
        {
            readAt = System.Diagnostics.Stopwatch.GetTimestamp();
            turn.Release();
        }
        return names;
    }

    public void Dispose() => turn.Dispose();

    private async Task<Names> ReadAllAsync(CancellationToken cancel)
    {
        var agents = await AllAsync((count, after) => staff.AgentsAsync(count, after, cancel));
        var campaigns = await AllAsync((count, after) => book.CampaignsAsync(null, count, after, cancel));
        var clients = await AllAsync((count, after) => book.ClientsAsync(count, after, cancel));
        return new Names(agents.ToDictionary(agent => agent.Id, agent => agent.Name), campaigns.ToDictionary(campaign => campaign.Id), clients.ToDictionary(client => client.Id));
    }

    private static async Task<List<T>> AllAsync<T>(Func<int, string?, Task<Page<T>>> read)
    {
        var all = new List<T>();
        for (string? after = null; ;)
        {
            var page = await read(500, after);
            all.AddRange(page.Items);
            if ((after = page.Next) is null) return all;
        }
    }
}

/// <summary>Names by id; an id without one is called by itself.</summary>
public sealed record Names(
    IReadOnlyDictionary<AgentId, string> Agents, IReadOnlyDictionary<CampaignId, CampaignSettings> Campaigns, IReadOnlyDictionary<ClientId, Client> Clients)
{
    public string Of(AgentId agent) => Agents.GetValueOrDefault(agent) ?? agent.Value;

    public string Of(CampaignId campaign) => Campaigns.GetValueOrDefault(campaign)?.Name ?? campaign.Value;

    public string Of(ClientId client) => Clients.GetValueOrDefault(client)?.Name ?? client.Value;

    public ClientId? ClientOf(CampaignId? campaign) => campaign is { } id ? Campaigns.GetValueOrDefault(id)?.Client : null;
}
