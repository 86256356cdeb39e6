using System.Data.Common;
using Npgsql;
using Plateau.Core.Compliance;
using Plateau.Core.Interactions;
using Plateau.Core.Prospecting;

namespace Plateau.Storage.Prospecting;

/// <summary>A list's segments, each with the quotas of one campaign that count its people.</summary>
internal sealed record ListSegments(ListId List, IReadOnlyList<ListSegment> Segments)
{
    public static async Task<ListSegments> ReadAsync(DbConnection connection, string list, IReadOnlyList<Quota> quotas, CancellationToken cancellation)
    {
        await using var command = connection.Command("SELECT id, audience, country, zones, territory, words FROM segment WHERE list_id = @list", ("@list", list));
        await using var rows = await command.ExecuteReaderAsync(cancellation).ConfigureAwait(false);
        var segments = new List<ListSegment>();
        while (await rows.ReadAsync(cancellation).ConfigureAwait(false))
        {
            var key = new SegmentKey(list, rows.GetInt16(1), rows.GetString(2), rows.GetString(3), rows.GetString(4), rows.GetString(5));
            var words = Prospecting.Segments.Read(key.Words);
            segments.Add(new ListSegment(rows.GetInt64(0), key.Place, words, [.. quotas.Select(quota => quota.CellOf(words.GetValueOrDefault(quota.Column, ""))).OfType<string>()]));
        }

        return new ListSegments(new ListId(list), segments);
    }
}

/// <param name="Words">What the list's segment columns say of them.</param>
/// <param name="Cells">The names under which quotas count them.</param>
internal sealed record ListSegment(long Id, Whereabouts Place, IReadOnlyDictionary<string, string> Words, IReadOnlyList<string> Cells);

/// <summary>Somebody who may be called now, and where in the order of their list.</summary>
/// <param name="Due">When a rest ended; null for whoever was never tried.</param>
/// <param name="Score">Null where the order is that of the file, or the file said nothing.</param>
/// <param name="Turn">Whether it is their segment's good hour: the smaller, the sooner among those who are equal otherwise and were never tried.</param>
internal sealed record Candidate(long Id, long? Due, double? Score, int Turn, IReadOnlyList<string> Cells) : IComparable<Candidate>
{
    /// <summary>Those whose rest is over, the longest first; then those never tried, the greatest score first; then those who answer at this hour; then as in the file.</summary>
    public int CompareTo(Candidate? other)
    {
        if (other is null) return 1;
        var order = (Due ?? long.MaxValue).CompareTo(other.Due ?? long.MaxValue);
        if (order == 0) order = (other.Score ?? double.MinValue).CompareTo(Score ?? double.MinValue);
        if (order == 0 && Due is null) order = Turn.CompareTo(other.Turn);
        return order != 0 ? order : Id.CompareTo(other.Id);
    }
}

/// <summary>The first of a list in its order, taken segment by segment: the index gives each segment's first without looking at anybody else, however many are closed or full.</summary>
/// <param name="habits">When the client's people answer; null when nothing was learnt.</param>
internal sealed class Candidates(DbConnection connection, ListSegments list, HashSet<Whereabouts> closed, IReadOnlyDictionary<string, int> left, AnswerHabits? habits)
{
    private readonly Dictionary<Whereabouts, int> _turns = [];

    /// <summary>Rows looked at in one go at most, save that each segment gives a few: with many segments, those that come first are looked at more closely afterwards.</summary>
    private const int MostRows = 4_000, Fewest = 8;

    private const string Due = "due_at, CAST(NULL AS double precision) AS score, id, segment_id FROM prospect WHERE list_id = @list AND state = 1 AND segment_id = given.segment AND due_at <= @now ORDER BY due_at, id";
    private const string Placed = "due_at, CAST(NULL AS double precision) AS score, id, segment_id FROM prospect WHERE list_id = @list AND state = 0 AND segment_id = given.segment ORDER BY due_at, id";
    private const string Scored = "due_at, score, id, segment_id FROM prospect WHERE list_id = @list AND state = 0 AND segment_id = given.segment AND score IS NOT NULL ORDER BY score DESC, id";
    private const string Unscored = "due_at, score, id, segment_id FROM prospect WHERE list_id = @list AND state = 0 AND segment_id = given.segment AND score IS NULL ORDER BY due_at, id";

    public async Task<List<Candidate>> TakeAsync(ListOrder order, int count, long now, CancellationToken cancellation)
    {
        var open = list.Segments.Where(segment => !closed.Contains(segment.Place) && segment.Cells.All(cell => left[cell] > 0)).ToList();
        foreach (var place in open.Select(segment => segment.Place).Distinct())
            if (habits is not null) _turns[place] = habits.TurnOf(place.Audience, list.List, StoredInstant.Read(now).InZone(Zones.Named(place.Zones.Split(',')[0]) ?? Zones.Paris).LocalDateTime);
        var taken = await FirstAsync(Due, open, count, now, cancellation).ConfigureAwait(false);
        foreach (var sql in order == ListOrder.Score ? (string[])[Scored, Unscored] : [Placed])
        {
            if (taken.Count >= count && !open.Exists(segment => segment.Cells.Count > 0)) break;
            taken.AddRange(await FirstAsync(sql, open, count, now, cancellation).ConfigureAwait(false));
        }

        return taken;
    }

    /// <summary>So many of the first of all open segments together, in order; of a segment under a quota no more than it has left.</summary>
    private async Task<List<Candidate>> FirstAsync(string sql, List<ListSegment> open, int count, long now, CancellationToken cancellation)
    {
        if (open.Count == 0 || count == 0) return [];
        var few = Math.Min(count, Math.Max(Fewest, MostRows / open.Count));
        var found = await AskAsync(sql, open, few, now, cancellation).ConfigureAwait(false);
        if (few < count)
        {
            // A segment that gave all it was asked for may have more that come before the last one chosen; under quotas some will be passed over, and nobody knows who is the last.
            var last = open.Exists(segment => segment.Cells.Count > 0) ? null : found.Values.SelectMany(each => each).Order().ElementAtOrDefault(count - 1);
            var deeper = open.FindAll(segment => found.TryGetValue(segment.Id, out var each) && each.Count == few && (last is null || each[^1].CompareTo(last) < 0));
            foreach (var (segment, each) in await AskAsync(sql, deeper, count, now, cancellation).ConfigureAwait(false)) found[segment] = each;
        }

        return [.. found.Values.SelectMany(each => each).Order().Take(open.Exists(segment => segment.Cells.Count > 0) ? int.MaxValue : count)];
    }

    private async Task<Dictionary<long, List<Candidate>>> AskAsync(string sql, List<ListSegment> segments, int most, long now, CancellationToken cancellation)
    {
        var found = new Dictionary<long, List<Candidate>>();
        if (segments.Count == 0) return found;
        var byId = segments.ToDictionary(segment => segment.Id);
        var counts = segments.ConvertAll(segment => segment.Cells.Aggregate(most, (room, cell) => Math.Min(room, left[cell])));
        if (connection is NpgsqlConnection)
        {
            await using var all = connection.Command(
                $"SELECT taken.* FROM unnest(@segments, @counts) AS given(segment, count) CROSS JOIN LATERAL (SELECT {sql} LIMIT given.count) AS taken",
                ("@list", list.List.Value), ("@now", now), ("@segments", segments.ConvertAll(segment => segment.Id).ToArray()), ("@counts", counts.ToArray()));
            await ReadAsync(all, byId, found, cancellation).ConfigureAwait(false);
            return found;
        }

        await using var one = connection.Command($"SELECT {sql} LIMIT @count".Replace("given.segment", "@segment", StringComparison.Ordinal), ("@list", list.List.Value), ("@now", now), ("@segment", 0L), ("@count", 0));
        for (var place = 0; place < segments.Count; place++)
        {
            (one.Parameters["@segment"].Value, one.Parameters["@count"].Value) = (segments[place].Id, counts[place]);
            await ReadAsync(one, byId, found, cancellation).ConfigureAwait(false);
        }

        return found;
    }

    private async Task ReadAsync(DbCommand command, Dictionary<long, ListSegment> segments, Dictionary<long, List<Candidate>> into, CancellationToken cancellation)
    {
        await using var rows = await command.ExecuteReaderAsync(cancellation).ConfigureAwait(false);
        while (await rows.ReadAsync(cancellation).ConfigureAwait(false))
        {
            var segment = segments[rows.GetInt64(3)];
            if (!into.TryGetValue(segment.Id, out var few)) into[segment.Id] = few = [];
            few.Add(new Candidate(rows.GetInt64(2), rows.GetInt64(0) is > 0 and var due ? due : null, rows.IsDBNull(1) ? null : rows.GetDouble(1), _turns.GetValueOrDefault(segment.Place, 1), segment.Cells));
        }
    }
}
