using System.Data.Common;
using Plateau.Core.Compliance;
using Plateau.Core.Interactions;

namespace Plateau.Storage.Prospecting;

/// <summary>Calls to people of a list, and what came of them.</summary>
/// <param name="Reached">Calls in which an agent spoke with whoever answered.</param>
public sealed record CallRate(long Calls, long Reached, long Successes)
{
    public static CallRate operator +(CallRate one, CallRate other) => new(one.Calls + other.Calls, one.Reached + other.Reached, one.Successes + other.Successes);
}

/// <summary>A quarter of the scores of a list; the last has the greatest.</summary>
/// <param name="From">The least score of it; null for those without one.</param>
public sealed record ScoreBand(double? From, double? To, CallRate Rate);

/// <summary>What came of the calls to a list so far.</summary>
/// <param name="Called">People called at least once.</param>
/// <param name="Reached">People with whom an agent spoke.</param>
/// <param name="Hours">By the hour of the person's own clock.</param>
/// <param name="FirstCallsADay">People called for the first time on a day on which the list was called, over the last seven such days; 0 when it never was.</param>
public sealed record RateReport(long Called, long Reached, long Successes, IReadOnlyList<ScoreBand> Scores, IReadOnlyDictionary<int, CallRate> Hours, double FirstCallsADay);

/// <summary>Reads contact and success of a list from its calls: as a whole, by score and by the hour of the person's own clock.</summary>
public sealed class ListRates(Store store)
{
    /// <summary>Scores from which quarters are drawn.</summary>
    private const int Sample = 10_000;

    private const string Ours = "attempt.campaign_id IN (SELECT campaign_id FROM campaign_list WHERE list_id = @list) AND prospect.list_id = @list";

    public async Task<RateReport> ReadAsync(ListId list, CancellationToken cancellation = default)
    {
        await using var connection = await store.ConnectAsync(cancellation).ConfigureAwait(false);
        var edges = await QuartersAsync(connection, list, cancellation).ConfigureAwait(false);
        var zones = (await ListSegments.ReadAsync(connection, list.Value, [], cancellation).ConfigureAwait(false)).Segments.ToDictionary(segment => segment.Id, segment => Zones.Named(segment.Place.Zones.Split(',')[0]) ?? Zones.Paris);
        var (bands, hours) = (new Dictionary<int, CallRate>(), new SortedDictionary<int, CallRate>());
        await using (var command = connection.Command(
            $"""
            SELECT CASE WHEN prospect.score IS NULL THEN 0 WHEN prospect.score < @first THEN 1 WHEN prospect.score < @second THEN 2 WHEN prospect.score < @third THEN 3 ELSE 4 END,
                prospect.segment_id, attempt.permitted_at / @hour, count(*), count(attempt.connected_at), sum(CASE WHEN attempt.effect = 'success' THEN 1 ELSE 0 END)
            FROM attempt JOIN prospect ON prospect.id = attempt.prospect_id WHERE {Ours} GROUP BY 1, 2, 3
            """, ("@list", list.Value), ("@first", edges[0]), ("@second", edges[1]), ("@third", edges[2]), ("@hour", TimeSpan.TicksPerHour)))
        await using (var rows = await command.ExecuteReaderAsync(cancellation).ConfigureAwait(false))
            while (await rows.ReadAsync(cancellation).ConfigureAwait(false))
            {
                var rate = new CallRate(rows.GetInt64(3), rows.GetInt64(4), rows.GetInt64(5));
                var hour = StoredInstant.Read(rows.GetInt64(2) * TimeSpan.TicksPerHour).InZone(zones.GetValueOrDefault(rows.GetInt64(1), Zones.Paris)).Hour;
                bands[rows.GetInt32(0)] = bands.TryGetValue(rows.GetInt32(0), out var before) ? before + rate : rate;
                hours[hour] = hours.TryGetValue(hour, out var sofar) ? sofar + rate : rate;
            }

        await using var people = connection.Command(
            $"""
            SELECT count(DISTINCT attempt.prospect_id), count(DISTINCT CASE WHEN attempt.connected_at IS NOT NULL THEN attempt.prospect_id END), count(DISTINCT CASE WHEN attempt.effect = 'success' THEN attempt.prospect_id END)
            FROM attempt JOIN prospect ON prospect.id = attempt.prospect_id WHERE {Ours}
            """, ("@list", list.Value));
        await using var one = await people.ExecuteReaderAsync(cancellation).ConfigureAwait(false);
        await one.ReadAsync(cancellation).ConfigureAwait(false);
        var (called, reached, successes) = (one.GetInt64(0), one.GetInt64(1), one.GetInt64(2));
        await one.DisposeAsync().ConfigureAwait(false);
        return new RateReport(called, reached, successes, [.. Bands(edges, bands)], hours, await PaceAsync(connection, list, cancellation).ConfigureAwait(false));
    }

    private static IEnumerable<ScoreBand> Bands(double[] edges, Dictionary<int, CallRate> bands)
    {
        (double? From, double? To)[] of = [(null, null), (double.NegativeInfinity, edges[0]), (edges[0], edges[1]), (edges[1], edges[2]), (edges[2], double.PositiveInfinity)];
        for (var band = 4; band >= 0; band--)
            if (bands.TryGetValue(band, out var rate)) yield return new ScoreBand(of[band].From, of[band].To, rate);
    }

    /// <summary>Where a quarter, a half and three quarters of the scores lie, from a sample spread over the list.</summary>
    private static async Task<double[]> QuartersAsync(DbConnection connection, ListId list, CancellationToken cancellation)
    {
        var count = await connection.OneAsync<long?>("SELECT count(*) FROM prospect WHERE list_id = @list", cancellation, ("@list", list.Value)).ConfigureAwait(false) ?? 0;
        await using var command = connection.Command("SELECT score FROM prospect WHERE list_id = @list AND score IS NOT NULL AND id % @every = 0", ("@list", list.Value), ("@every", Math.Max(1, count / Sample)));
        await using var rows = await command.ExecuteReaderAsync(cancellation).ConfigureAwait(false);
        var scores = new List<double>();
        while (await rows.ReadAsync(cancellation).ConfigureAwait(false)) scores.Add(rows.GetDouble(0));
        scores.Sort();
        return scores.Count == 0 ? [0, 0, 0] : [scores[scores.Count / 4], scores[scores.Count / 2], scores[scores.Count * 3 / 4]];
    }

    private static async Task<double> PaceAsync(DbConnection connection, ListId list, CancellationToken cancellation)
    {
        await using var command = connection.Command(
            $"""
            SELECT attempt.permitted_at / @day AS day, sum(CASE WHEN attempt.tried = 1 THEN 1 ELSE 0 END) FROM attempt JOIN prospect ON prospect.id = attempt.prospect_id
            WHERE {Ours} GROUP BY 1 ORDER BY 1 DESC LIMIT 7
            """, ("@list", list.Value), ("@day", TimeSpan.TicksPerDay));
        await using var rows = await command.ExecuteReaderAsync(cancellation).ConfigureAwait(false);
        var days = new List<long>();
        while (await rows.ReadAsync(cancellation).ConfigureAwait(false)) days.Add(rows.GetInt64(1));
        return days.Count == 0 ? 0 : days.Average();
    }
}
