using System.Data.Common;
using System.Globalization;
using System.Text;
using NodaTime;
using Plateau.Core.Compliance;
using Plateau.Core.Interactions;

namespace Plateau.Storage.Prospecting;

/// <summary>Prospects to be called, in order, each with all that a decision needs.</summary>
/// <param name="NextDue">When the next resting prospect falls due; given when fewer were found than asked for.</param>
/// <param name="Exhausted">Fewer were found than asked for.</param>
public sealed record Brought(IReadOnlyList<Dossier> Dossiers, Instant? NextDue, bool Exhausted);

/// <summary>Brings whom a campaign may call next: those who are due first, then those never tried, in the order of their list.</summary>
public sealed class HopperFeed(Store store)
{
    /// <summary>Prospects of one answer at most, as the floor's own hopper holds no more.</summary>
    public const int Most = 2_000;

    /// <param name="closed">Where nobody may be called at this hour: whoever is there is passed over, and those behind them come forward.</param>
    public async Task<Brought> BringAsync(CampaignId campaign, int count, Instant now, IReadOnlyList<Whereabouts>? closed = null, CancellationToken cancellation = default)
    {
        var bounded = Math.Clamp(count, 0, Most);
        await using var connection = await store.ConnectAsync(cancellation).ConfigureAwait(false);
        var lists = await TextsAsync(connection, "SELECT list_id FROM campaign_list WHERE campaign_id = @campaign ORDER BY list_id", ("@campaign", campaign.Value), cancellation).ConfigureAwait(false);
        var at = StoredInstant.Of(now);
        // List by list, because the index gives each list's first prospects without looking at the others.
        var due = new List<(long Due, long Id)>();
        foreach (var list in lists)
            await TakeAsync(connection, "prospect.state = 1 AND prospect.due_at <= @now", closed ?? [], list, at, bounded, due, cancellation).ConfigureAwait(false);
        var ids = due.Order().Take(bounded).Select(each => each.Id).ToList();
        if (ids.Count < bounded)
        {
            var fresh = new List<(long Due, long Id)>();
            foreach (var list in lists)
                await TakeAsync(connection, "prospect.state = 0", closed ?? [], list, at, bounded - ids.Count, fresh, cancellation).ConfigureAwait(false);
            ids.AddRange(fresh.OrderBy(each => each.Id).Take(bounded - ids.Count).Select(each => each.Id));
        }

        var exhausted = ids.Count < count;
        var nextDue = exhausted ? await NextDueAsync(connection, lists, at, cancellation).ConfigureAwait(false) : null;
        return new Brought(await new Dossiers(store).ReadAsync(connection, ids, now, cancellation).ConfigureAwait(false), nextDue, exhausted);
    }

    /// <summary>One prospect, whatever its state: for a callback that is due and for a call by hand. Null when it is unknown.</summary>
    public async Task<Dossier?> BringOneAsync(ProspectId prospect, Instant now, CancellationToken cancellation = default)
    {
        await using var connection = await store.ConnectAsync(cancellation).ConfigureAwait(false);
        var found = await new Dossiers(store).ReadAsync(connection, [prospect.Value], now, cancellation).ConfigureAwait(false);
        return found.Count == 0 ? null : found[0];
    }

    /// <summary>The number to dial, as E.164 with its plus sign: for whoever carries a Dial instruction, and for nobody else. Null when the person was erased.</summary>
    public async Task<string?> NumberOfAsync(ProspectId prospect, CancellationToken cancellation = default)
    {
        await using var connection = await store.ConnectAsync(cancellation).ConfigureAwait(false);
        var number = await connection.OneAsync<long?>(
            "SELECT customer.number FROM prospect JOIN customer ON customer.id = prospect.customer_id WHERE prospect.id = @id", cancellation, ("@id", prospect.Value)).ConfigureAwait(false);
        return number is { } known ? $"+{known}" : null;
    }

    private static async Task<Instant?> NextDueAsync(DbConnection connection, IReadOnlyList<string> lists, long now, CancellationToken cancellation)
    {
        long? next = null;
        foreach (var list in lists)
        {
            var due = await connection.OneAsync<long?>("SELECT min(due_at) FROM prospect WHERE list_id = @list AND state = 1 AND due_at > @now", cancellation, ("@list", list), ("@now", now)).ConfigureAwait(false);
            next = due < (next ?? long.MaxValue) ? due : next;
        }

        return StoredInstant.Read(next);
    }

    private static async Task TakeAsync(DbConnection connection, string state, IReadOnlyList<Whereabouts> closed, string list, long now, int count, List<(long Due, long Id)> into, CancellationToken cancellation)
    {
        var sql = new StringBuilder("SELECT prospect.due_at, prospect.id FROM prospect");
        if (closed.Count > 0)
            sql.Append(" JOIN customer ON customer.id = prospect.customer_id");
        sql.Append(" WHERE prospect.list_id = @list AND ").Append(state);
        for (var i = 0; i < closed.Count; i++)
            sql.Append(CultureInfo.InvariantCulture, $" AND NOT (customer.audience = @audience{i} AND customer.country = @country{i} AND customer.zones = @zones{i} AND COALESCE(customer.territory, '') = @territory{i})");
        sql.Append(" ORDER BY prospect.due_at, prospect.id LIMIT @count");
        await using var command = connection.Command(sql.ToString(), ("@list", list), ("@count", count));
        if (state.Contains("@now", StringComparison.Ordinal))
            command.Add("@now", now);
        for (var i = 0; i < closed.Count; i++)
        {
            command.Add($"@audience{i}", (short)closed[i].Audience);
            command.Add($"@country{i}", closed[i].Country);
            command.Add($"@zones{i}", closed[i].Zones);
            command.Add($"@territory{i}", closed[i].Territory ?? "");
        }

        await using var rows = await command.ExecuteReaderAsync(cancellation).ConfigureAwait(false);
        while (await rows.ReadAsync(cancellation).ConfigureAwait(false))
            into.Add((rows.GetInt64(0), rows.GetInt64(1)));
    }

    private static async Task<IReadOnlyList<string>> TextsAsync(DbConnection connection, string sql, (string, object?) parameter, CancellationToken cancellation)
    {
        await using var command = connection.Command(sql, parameter);
        await using var rows = await command.ExecuteReaderAsync(cancellation).ConfigureAwait(false);
        var texts = new List<string>();
        while (await rows.ReadAsync(cancellation).ConfigureAwait(false))
            texts.Add(rows.GetString(0));
        return texts;
    }
}
