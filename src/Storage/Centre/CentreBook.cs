using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Plateau.Core.Clients;
using Plateau.Core.Floors;
using Plateau.Core.Interactions;
using Plateau.Core.Prospecting;
using Plateau.Storage.Model;

namespace Plateau.Storage.Centre;

#pragma warning disable CA1309 // These comparisons become SQL, where the columns themselves compare byte by byte.

/// <summary>
/// Who works for whom and under which settings: clients, programmes, campaigns, lists. Each change of a campaign
/// is a new version with the instant from which it holds; the floor hears of it by a signal of its own.
/// </summary>
public sealed class CentreBook(Store store)
{
    public Task SetAsync(Client client, Instant at, CancellationToken cancellation = default) => store.WriteAsync(async context =>
    {
        var row = await context.Clients.FindAsync([client.Id.Value], cancellation).ConfigureAwait(false);
        if (row is null)
            context.Clients.Add(row = new ClientRow { Id = client.Id.Value, Name = "", Settings = "" });
        (row.Name, row.Settings, row.Version, row.EffectiveAt) = (client.Name, Write(client), row.Version + 1, StoredInstant.Of(at));
    }, cancellation);

    public Task SetAsync(Programme programme, CancellationToken cancellation = default) => store.WriteAsync(async context =>
    {
        var row = await context.Programmes.FindAsync([programme.Id.Value], cancellation).ConfigureAwait(false);
        if (row is null)
            context.Programmes.Add(row = new ProgrammeRow { Id = programme.Id.Value, ClientId = programme.Client.Value, Name = "", Settings = "" });
        (row.ClientId, row.Name, row.Settings) = (programme.Client.Value, programme.Name, Write(programme));
    }, cancellation);

    /// <summary>Makes a list or gives it a new name; a list never changes its client.</summary>
    public Task SetListAsync(ListId list, ClientId client, string name, Instant at, CancellationToken cancellation = default) => store.WriteAsync(async context =>
    {
        var row = await context.Lists.FindAsync([list.Value], cancellation).ConfigureAwait(false);
        if (row is null)
            context.Lists.Add(row = new ListRow { Id = list.Value, ClientId = client.Value, Name = "", At = StoredInstant.Of(at) });
        if (row.ClientId != client.Value)
            throw new InvalidOperationException($"List {list} belongs to client {row.ClientId}: choose another name for the list of {client}.");
        row.Name = name;
    }, cancellation);

    /// <summary>Sets a campaign under its next version, whatever version the settings carry.</summary>
    /// <returns>The settings as kept: their version is to be told to the floor.</returns>
    public async Task<CampaignSettings> SetAsync(CampaignSettings campaign, Instant at, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(campaign);
        var kept = campaign;
        await store.WriteAsync(async context =>
        {
            var row = await context.Campaigns.FindAsync([campaign.Id.Value], cancellation).ConfigureAwait(false);
            if (row is null)
                context.Campaigns.Add(row = new CampaignRow { Id = campaign.Id.Value, ClientId = campaign.Client.Value, Name = "", Settings = "" });
            kept = campaign with { Version = (int)row.Version + 1 };
            (row.ClientId, row.ProgrammeId, row.Name) = (kept.Client.Value, kept.Programme.Value, kept.Name);
            (row.Settings, row.Version, row.EffectiveAt) = (Write(kept), kept.Version, StoredInstant.Of(at));
            context.CampaignVersions.Add(new CampaignVersionRow { CampaignId = row.Id, Version = row.Version, EffectiveAt = row.EffectiveAt, Settings = row.Settings });
            var lists = await context.CampaignLists.Where(pair => pair.CampaignId == row.Id).ToListAsync(cancellation).ConfigureAwait(false);
            context.CampaignLists.RemoveRange(lists.Where(pair => !kept.Lists.Contains(new ListId(pair.ListId))));
            foreach (var list in kept.Lists.Where(list => lists.TrueForAll(pair => pair.ListId != list.Value)))
                context.CampaignLists.Add(new CampaignListRow { CampaignId = row.Id, ListId = list.Value });
        }, cancellation).ConfigureAwait(false);
        return kept;
    }

    public Task<Client?> ClientAsync(ClientId id, CancellationToken cancellation = default) =>
        OneAsync<Client>(context => context.Clients.Where(row => row.Id == id.Value).Select(row => row.Settings), cancellation);

    public Task<Programme?> ProgrammeAsync(ProgrammeId id, CancellationToken cancellation = default) =>
        OneAsync<Programme>(context => context.Programmes.Where(row => row.Id == id.Value).Select(row => row.Settings), cancellation);

    public Task<CampaignSettings?> CampaignAsync(CampaignId id, CancellationToken cancellation = default) =>
        OneAsync<CampaignSettings>(context => context.Campaigns.Where(row => row.Id == id.Value).Select(row => row.Settings), cancellation);

    /// <summary>The campaign as it was under a version, for whoever reads an old report.</summary>
    public Task<CampaignSettings?> CampaignAsync(CampaignId id, int version, CancellationToken cancellation = default) =>
        OneAsync<CampaignSettings>(context => context.CampaignVersions.Where(row => row.CampaignId == id.Value && row.Version == version).Select(row => row.Settings), cancellation);

    public Task<Page<Client>> ClientsAsync(int count, string? after = null, CancellationToken cancellation = default) =>
        PageAsync<Client>(context => context.Clients.Where(row => after == null || string.Compare(row.Id, after) > 0).OrderBy(row => row.Id).Select(row => row.Settings), count, client => client.Id.Value, cancellation);

    /// <param name="client">Only this client's; null for all.</param>
    public Task<Page<Programme>> ProgrammesAsync(ClientId? client, int count, string? after = null, CancellationToken cancellation = default)
    {
        var owner = client?.Value;
        return PageAsync<Programme>(context => context.Programmes.Where(row => (owner == null || row.ClientId == owner) && (after == null || string.Compare(row.Id, after) > 0))
            .OrderBy(row => row.Id).Select(row => row.Settings), count, programme => programme.Id.Value, cancellation);
    }

    /// <param name="client">Only this client's; null for all.</param>
    public Task<Page<CampaignSettings>> CampaignsAsync(ClientId? client, int count, string? after = null, CancellationToken cancellation = default)
    {
        var owner = client?.Value;
        return PageAsync<CampaignSettings>(context => context.Campaigns.Where(row => (owner == null || row.ClientId == owner) && (after == null || string.Compare(row.Id, after) > 0))
            .OrderBy(row => row.Id).Select(row => row.Settings), count, campaign => campaign.Id.Value, cancellation);
    }

    private static string Write<T>(T value) => JsonSerializer.Serialize(value, FactJson.Options);

    private async Task<T?> OneAsync<T>(Func<PlateauContext, IQueryable<string>> query, CancellationToken cancellation) where T : class
    {
        await using var context = store.Context();
        var settings = await query(context).FirstOrDefaultAsync(cancellation).ConfigureAwait(false);
        return settings is null ? null : JsonSerializer.Deserialize<T>(settings, FactJson.Options);
    }

    private async Task<Page<T>> PageAsync<T>(Func<PlateauContext, IQueryable<string>> query, int count, Func<T, string> cursor, CancellationToken cancellation)
    {
        var bounded = Page<T>.Bounded(count);
        await using var context = store.Context();
        var rows = await query(context).Take(bounded + 1).ToListAsync(cancellation).ConfigureAwait(false);
        return Page<T>.Of(rows.ConvertAll(row => JsonSerializer.Deserialize<T>(row, FactJson.Options)!), bounded, cursor);
    }
}
