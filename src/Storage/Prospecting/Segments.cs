using System.Data.Common;
using System.Text.Json;
using Npgsql;
using Plateau.Core.Compliance;

namespace Plateau.Storage.Prospecting;

/// <summary>Who of a list is asked for alike: whose clock and calendar are the same, and of whom the list's segment columns say the same.</summary>
/// <param name="Territory">Empty where none is known.</param>
/// <param name="Words">What the segment columns say, as a JSON object; empty when nothing.</param>
internal readonly record struct SegmentKey(string List, short Audience, string Country, string Zones, string Territory, string Words)
{
    public Whereabouts Place => new((Audience)Audience, Country, Zones, Territory.Length == 0 ? null : Territory);
}

/// <summary>Knows the segments of lists by what makes them, and makes those that are new; for one connection and one piece of work.</summary>
internal sealed class Segments(DbConnection connection)
{
    /// <summary>Longer values of a column are told apart by their beginning.</summary>
    private const int LongestValue = 100;

    private const string Insert =
        """
        INSERT INTO segment (list_id, audience, country, zones, territory, words) VALUES (@list, @audience, @country, @zones, @territory, @words)
        ON CONFLICT (list_id, audience, country, zones, territory, words) DO NOTHING
        """;

    private const string Find =
        "SELECT id FROM segment WHERE list_id = @list AND audience = @audience AND country = @country AND zones = @zones AND territory = @territory AND words = @words";

    private readonly Dictionary<SegmentKey, long> known = [];

    /// <summary>The columns by which a list's people are told apart, as they are at this moment: a quota may have come while an import runs.</summary>
    public async Task<string[]> ColumnsOfAsync(string list, CancellationToken cancellation)
    {
        var text = await connection.OneAsync<string>("SELECT segment_columns FROM list WHERE id = @list", cancellation, ("@list", list)).ConfigureAwait(false);
        return [.. (text ?? "").Split('\n', StringSplitOptions.RemoveEmptyEntries).Where(column => column != SegmentColumns.UnderWay)];
    }

    public async Task<long> IdOfAsync(SegmentKey key, CancellationToken cancellation)
    {
        if (known.TryGetValue(key, out var id)) return id;
        (string, object?)[] parameters = [("@list", key.List), ("@audience", key.Audience), ("@country", key.Country), ("@zones", key.Zones), ("@territory", key.Territory), ("@words", key.Words)];
        if (await connection.OneAsync<long?>(Find, cancellation, parameters).ConfigureAwait(false) is not { } found)
        {
            await connection.RunAsync(Insert, cancellation, parameters).ConfigureAwait(false);
            found = await connection.OneAsync<long>(Find, cancellation, parameters).ConfigureAwait(false);
        }

        return known[key] = found;
    }

    /// <summary>Forgets what it made: the work was undone, and the segments with it.</summary>
    public void Forget() => known.Clear();

    /// <summary>Puts prospects into the segments where they belong by now.</summary>
    /// <param name="prospects">Gives id, list, audience, country, zones, territory, city, extra and present segment of each.</param>
    /// <returns>How many were moved.</returns>
    public async Task<int> SettleAsync(DbCommand prospects, CancellationToken cancellation)
    {
        var found = new List<(long Id, SegmentKey Key, string? City, string? Extra, long Now)>();
        await using (prospects)
        await using (var rows = await prospects.ExecuteReaderAsync(cancellation).ConfigureAwait(false))
            while (await rows.ReadAsync(cancellation).ConfigureAwait(false))
                found.Add((rows.GetInt64(0), new SegmentKey(rows.GetString(1), rows.GetInt16(2), rows.GetString(3), rows.GetString(4), rows.TextOrNull(5) ?? "", ""), rows.TextOrNull(6), rows.TextOrNull(7), rows.GetInt64(8)));
        var (moves, columns) = (new List<(long Id, long Segment)>(), new Dictionary<string, string[]>(StringComparer.Ordinal));
        foreach (var (id, key, city, extra, now) in found)
        {
            if (!columns.TryGetValue(key.List, out var told)) columns[key.List] = told = await ColumnsOfAsync(key.List, cancellation).ConfigureAwait(false);
            var words = Words(told, key.Territory, city, extra);
            var segment = await IdOfAsync(key with { Words = words }, cancellation).ConfigureAwait(false);
            if (segment != now) moves.Add((id, segment));
        }

        if (moves.Count > 0) await MoveAsync(moves, cancellation).ConfigureAwait(false);
        return moves.Count;
    }

    private async Task MoveAsync(List<(long Id, long Segment)> moves, CancellationToken cancellation)
    {
        if (connection is NpgsqlConnection)
        {
            await connection.RunAsync("UPDATE prospect SET segment_id = given.segment FROM unnest(@ids, @segments) AS given(id, segment) WHERE prospect.id = given.id", cancellation,
                ("@ids", moves.ConvertAll(move => move.Id).ToArray()), ("@segments", moves.ConvertAll(move => move.Segment).ToArray())).ConfigureAwait(false);
            return;
        }

        await using var move = connection.Command("UPDATE prospect SET segment_id = @segment WHERE id = @id").Add("@segment", 0L).Add("@id", 0L);
        foreach (var (id, segment) in moves)
        {
            (move.Parameters[0].Value, move.Parameters[1].Value) = (segment, id);
            await move.ExecuteNonQueryAsync(cancellation).ConfigureAwait(false);
        }
    }

    /// <summary>What a list's segment columns say of a person.</summary>
    /// <param name="extra">Columns that Plateau has no name for, as a JSON object.</param>
    public static string Words(string[] columns, string? territory, string? city, string? extra)
    {
        if (columns.Length == 0) return "";
        using var told = extra is null ? null : JsonDocument.Parse(extra);
        var words = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var column in columns)
        {
            var value = column switch
            {
                nameof(Importing.Field.Territory) => territory,
                nameof(Importing.Field.City) => city,
                _ => told is not null && told.RootElement.TryGetProperty(column, out var cell) ? cell.GetString() : null,
            };
            if (value?.Trim() is { Length: > 0 } text) words[column] = text.Length > LongestValue ? text[..LongestValue] : text;
        }

        return words.Count == 0 ? "" : JsonSerializer.Serialize(words, Plain);
    }

    /// <summary>What the words say of a column; empty when nothing.</summary>
    public static IReadOnlyDictionary<string, string> Read(string words) => words.Length == 0 ? Nothing : JsonSerializer.Deserialize<Dictionary<string, string>>(words, Plain)!;

    private static readonly Dictionary<string, string> Nothing = [];
    private static readonly JsonSerializerOptions Plain = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
}
