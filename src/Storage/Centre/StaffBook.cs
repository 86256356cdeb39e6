using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Plateau.Core.Floors;
using Plateau.Core.Interactions;
using Plateau.Storage.Model;

namespace Plateau.Storage.Centre;

/// <summary>An agent as the centre keeps them.</summary>
/// <param name="Campaigns">Which they may serve, best first.</param>
public sealed record AgentCard(AgentId Id, string Name, IReadOnlyList<CampaignId> Campaigns, bool Active = true);

/// <summary>The people who work here and the lines they work over.</summary>
public sealed class StaffBook(Store store)
{
    public Task SetAsync(AgentCard agent, CancellationToken cancellation = default) => store.WriteAsync(async context =>
    {
        var row = await context.Agents.FindAsync([agent.Id.Value], cancellation).ConfigureAwait(false);
        if (row is null)
            context.Agents.Add(row = new AgentRow { Id = agent.Id.Value, Name = "", Settings = "" });
        (row.Name, row.Settings, row.Active) = (agent.Name, JsonSerializer.Serialize(agent, FactJson.Options), agent.Active);
    }, cancellation);

    public async Task<AgentCard?> AgentAsync(AgentId id, CancellationToken cancellation = default)
    {
        await using var context = store.Context();
        var row = await context.Agents.FindAsync([id.Value], cancellation).ConfigureAwait(false);
        return row is null ? null : Read(row);
    }

    public async Task<Page<AgentCard>> AgentsAsync(int count, string? after = null, CancellationToken cancellation = default)
    {
        var bounded = Page<AgentCard>.Bounded(count);
        await using var context = store.Context();
#pragma warning disable CA1309 // The comparison becomes SQL, where the column itself compares byte by byte.
        var rows = await context.Agents.AsNoTracking().Where(row => after == null || string.Compare(row.Id, after) > 0)
            .OrderBy(row => row.Id).Take(bounded + 1).ToListAsync(cancellation).ConfigureAwait(false);
#pragma warning restore CA1309
        return Page<AgentCard>.Of(rows.ConvertAll(Read), bounded, card => card.Id.Value);
    }

    /// <summary>Everyone who may log in.</summary>
    public async Task<IReadOnlyList<AgentCard>> ActiveAsync(CancellationToken cancellation = default)
    {
        await using var context = store.Context();
        return (await context.Agents.AsNoTracking().Where(row => row.Active).OrderBy(row => row.Id).ToListAsync(cancellation).ConfigureAwait(false)).ConvertAll(Read);
    }

    /// <summary>Keeps a trunk's settings in whatever shape the switch's adapter has for them.</summary>
    public Task SetTrunkAsync<T>(TrunkId trunk, T settings, CancellationToken cancellation = default) => store.WriteAsync(async context =>
    {
        var row = await context.Trunks.FindAsync([trunk.Value], cancellation).ConfigureAwait(false);
        if (row is null)
            context.Trunks.Add(row = new TrunkRow { Name = trunk.Value, Settings = "" });
        row.Settings = JsonSerializer.Serialize(settings, FactJson.Options);
    }, cancellation);

    /// <summary>Every trunk with its settings, in order of name.</summary>
    public async Task<IReadOnlyList<(TrunkId Id, T Settings)>> TrunksAsync<T>(CancellationToken cancellation = default)
    {
        await using var context = store.Context();
        var rows = await context.Trunks.AsNoTracking().OrderBy(row => row.Name).ToListAsync(cancellation).ConfigureAwait(false);
        return rows.ConvertAll(row => (new TrunkId(row.Name), JsonSerializer.Deserialize<T>(row.Settings, FactJson.Options)!));
    }

    private static AgentCard Read(AgentRow row) => JsonSerializer.Deserialize<AgentCard>(row.Settings, FactJson.Options)! with { Active = row.Active };
}
