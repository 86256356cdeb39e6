using System.Data.Common;
using System.Text.Json;
using Plateau.Core.Interactions;
using Plateau.Core.Prospecting;
using Plateau.Storage.Importing;

namespace Plateau.Storage.Prospecting;

/// <summary>A column on which a quota can stand.</summary>
/// <param name="Name">As the file heads it; Territory and City are those that Plateau knows.</param>
/// <param name="Values">Values met in the beginning of the lists, the most frequent first; so many at most.</param>
/// <param name="Distinct">How many different ones were met.</param>
public sealed record ColumnLook(string Name, IReadOnlyList<string> Values, int Distinct)
{
    public const int MostValues = 100;
}

/// <summary>By which columns a list's people are told apart: kept up with the quotas of its campaigns.</summary>
public sealed class SegmentColumns(Store store)
{
    /// <summary>Stands among a list's columns while its people are being told apart anew, so that an interruption is noticed.</summary>
    internal const string UnderWay = "~";

    /// <summary>A column with more values than this tells people apart too finely to be a segment.</summary>
    public const int MostDistinct = 500;

    private const int RowsLookedAt = 5_000;
    private const int Slice = 5_000;

    /// <summary>What columns there are on these lists, read from the first of their people.</summary>
    public async Task<IReadOnlyList<ColumnLook>> LookAsync(IReadOnlyCollection<ListId> lists, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(lists);
        await using var connection = await store.ConnectAsync(cancellation).ConfigureAwait(false);
        var met = new Dictionary<string, Dictionary<string, int>>(StringComparer.Ordinal);
        void Meet(string column, string? value)
        {
            if (string.IsNullOrWhiteSpace(value)) return;
            if (!met.TryGetValue(column, out var values)) met[column] = values = new(StringComparer.OrdinalIgnoreCase);
            values[value.Trim()] = values.GetValueOrDefault(value.Trim()) + 1;
        }

        foreach (var list in lists)
        {
            await using var command = connection.Command(
                "SELECT customer.territory, customer.city, prospect.extra FROM prospect JOIN customer ON customer.id = prospect.customer_id WHERE prospect.list_id = @list ORDER BY prospect.state, prospect.id LIMIT @count",
                ("@list", list.Value), ("@count", RowsLookedAt));
            await using var rows = await command.ExecuteReaderAsync(cancellation).ConfigureAwait(false);
            while (await rows.ReadAsync(cancellation).ConfigureAwait(false))
            {
                Meet(nameof(Field.Territory), rows.TextOrNull(0));
                Meet(nameof(Field.City), rows.TextOrNull(1));
                if (rows.TextOrNull(2) is not { } extra) continue;
                using var told = JsonDocument.Parse(extra);
                foreach (var cell in told.RootElement.EnumerateObject()) Meet(cell.Name, cell.Value.GetString());
            }
        }

        return [.. met.OrderBy(column => column.Key, StringComparer.Ordinal).Select(column => new ColumnLook(column.Key, [.. column.Value.OrderByDescending(value => value.Value).ThenBy(value => value.Key, StringComparer.Ordinal).Take(ColumnLook.MostValues).Select(value => value.Key)], column.Value.Count))];
    }

    /// <summary>What keeps a campaign's quotas from standing on its lists; empty when nothing does.</summary>
    public async Task<IReadOnlyList<Flaw>> FlawsAsync(CampaignSettings campaign, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(campaign);
        if (campaign.Quotas.Count == 0) return [];
        var columns = await LookAsync(campaign.Lists, cancellation).ConfigureAwait(false);
        var flaws = new List<Flaw>();
        foreach (var name in campaign.Quotas.Select(quota => quota.Column).Distinct(StringComparer.Ordinal))
        {
            if (name == UnderWay || name.Contains('\n', StringComparison.Ordinal) || columns.FirstOrDefault(column => column.Name == name) is not { } found)
                flaws.Add(new Flaw($"quotas.{name}", "quota-column-unknown", $"no list of the campaign has a column {name}; there are: {string.Join(", ", columns.Select(column => column.Name).Take(30))}"));
            else if (found.Distinct > MostDistinct)
                flaws.Add(new Flaw($"quotas.{name}", "quota-values-too-many", $"column {name} has more than {MostDistinct} different values: choose one that puts people into groups"));
        }

        return flaws;
    }

    /// <summary>Tells the people of the campaign's lists apart by every column on which it has a quota. A column once in use stays so: another campaign may need it.</summary>
    /// <remarks>A million people take one or two minutes; the floor goes on meanwhile, under the quotas that stand. Interrupted, it is begun again by the next change.</remarks>
    public async Task KeepUpAsync(CampaignSettings campaign, IProgress<LookProgress>? progress = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(campaign);
        if (campaign.Quotas.Count == 0) return;
        await using var connection = await store.ConnectAsync(cancellation).ConfigureAwait(false);
        var (done, total) = (0L, await BehindAsync(campaign, cancellation).ConfigureAwait(false) ?? 0);
        foreach (var list in campaign.Lists.Distinct())
        {
            if (await WantedAsync(connection, list, campaign, cancellation).ConfigureAwait(false) is not { } wanted) continue;
            await SetAsync(connection, list, [.. wanted, UnderWay], cancellation).ConfigureAwait(false);
            await SettleAsync(connection, list, progress is null ? null : count => progress.Report(new LookProgress(done += count, total)), cancellation).ConfigureAwait(false);
            await SetAsync(connection, list, wanted, cancellation).ConfigureAwait(false);
        }
    }

    /// <summary>How many people are still to be told apart before the campaign's quotas can stand; null when they can now.</summary>
    public async Task<long?> BehindAsync(CampaignSettings campaign, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(campaign);
        if (campaign.Quotas.Count == 0) return null;
        await using var connection = await store.ConnectAsync(cancellation).ConfigureAwait(false);
        long? people = null;
        foreach (var list in campaign.Lists.Distinct())
            if (await WantedAsync(connection, list, campaign, cancellation).ConfigureAwait(false) is not null)
                people = (people ?? 0) + await connection.OneAsync<long>("SELECT count(*) FROM prospect WHERE list_id = @list", cancellation, ("@list", list.Value)).ConfigureAwait(false);
        return people;
    }

    /// <summary>The columns by which a list's people are to be told apart; null when they are already.</summary>
    private static async Task<string[]?> WantedAsync(DbConnection connection, ListId list, CampaignSettings campaign, CancellationToken cancellation)
    {
        var kept = (await connection.OneAsync<string>("SELECT segment_columns FROM list WHERE id = @list", cancellation, ("@list", list.Value)).ConfigureAwait(false) ?? "").Split('\n', StringSplitOptions.RemoveEmptyEntries);
        string[] wanted = [.. kept.Where(column => column != UnderWay).Union(campaign.Quotas.Select(quota => quota.Column), StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        return wanted.SequenceEqual(kept) ? null : wanted;
    }

    /// <summary>Puts everybody of a list where they belong by now.</summary>
    /// <param name="looked">Is told after each slice how many people were looked at.</param>
    /// <returns>How many were moved.</returns>
    internal async Task<long> SettleAsync(DbConnection connection, ListId list, Action<long>? looked, CancellationToken cancellation)
    {
        var (moved, after) = (0L, 0L);
        while (await connection.OneAsync<long?>("SELECT max(id) FROM (SELECT id FROM prospect WHERE list_id = @list AND id > @after ORDER BY id LIMIT @slice) AS slice", cancellation,
            ("@list", list.Value), ("@after", after), ("@slice", Slice)).ConfigureAwait(false) is { } until)
        {
            var (from, segments, people) = (after, new Segments(connection), 0L);
            moved += await InPenAsync(async () =>
            {
                await using var transaction = await connection.BeginTransactionAsync(cancellation).ConfigureAwait(false);
                var count = await segments.SettleAsync(connection.Command(
                    """
                    SELECT prospect.id, prospect.list_id, customer.audience, customer.country, customer.zones, customer.territory, customer.city, prospect.extra, prospect.segment_id
                    FROM prospect JOIN customer ON customer.id = prospect.customer_id WHERE prospect.list_id = @list AND prospect.id > @after AND prospect.id <= @until
                    """, ("@list", list.Value), ("@after", from), ("@until", until)), cancellation).ConfigureAwait(false);
                await transaction.CommitAsync(cancellation).ConfigureAwait(false);
                return count;
            }, cancellation).ConfigureAwait(false);
            if (looked is not null)
                people = await connection.OneAsync<long>("SELECT count(*) FROM prospect WHERE list_id = @list AND id > @after AND id <= @until", cancellation, ("@list", list.Value), ("@after", from), ("@until", until)).ConfigureAwait(false);
            looked?.Invoke(people);
            after = until;
        }

        return moved;
    }

    private Task<int> SetAsync(DbConnection connection, ListId list, IEnumerable<string> columns, CancellationToken cancellation) => InPenAsync(
        () => connection.RunAsync("UPDATE list SET segment_columns = @columns WHERE id = @list", cancellation, ("@columns", string.Join('\n', columns)), ("@list", list.Value)), cancellation);

    private async Task<T> InPenAsync<T>(Func<Task<T>> write, CancellationToken cancellation)
    {
        await store.Pen.WaitAsync(cancellation).ConfigureAwait(false);
        try
        {
            return await write().ConfigureAwait(false);
        }
        finally
        {
            store.Pen.Release();
        }
    }
}
