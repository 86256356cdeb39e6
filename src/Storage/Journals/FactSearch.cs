using System.Data.Common;
using System.Text;
using Plateau.Core.Floors;
using Plateau.Core.Interactions;
using Plateau.Core.Prospecting;

namespace Plateau.Storage.Journals;

/// <summary>Finds single facts in the journal: what is known of one call, the refusals of some hours, one fact by its place.</summary>
public sealed class FactSearch(Store store)
{
    /// <summary>A call's facts stand within so many of its permit's; on a busy floor that is more than an hour.</summary>
    private const int Reach = 100_000;

    /// <summary>Facts of one call at most.</summary>
    private const int MostOfOne = 500;

    /// <summary>What is known of an attempt, in order, from its permit on.</summary>
    /// <param name="permit">Sequence of its permit.</param>
    public async Task<IReadOnlyList<Recorded>> OfAttemptAsync(string stream, long permit, AttemptId attempt, CancellationToken cancellation = default)
    {
        var found = await FindAsync(
            "stream = @stream AND sequence >= @from AND sequence < @until AND payload LIKE @attempt", MostOfOne, cancellation,
            ("@stream", stream), ("@from", permit), ("@until", permit + Reach), ("@attempt", $"%\"attempt\":\"{attempt.Value}\"%")).ConfigureAwait(false);
        return [.. found.Where(entry => entry.Fact is IOfAttempt of && of.Attempt == attempt)];
    }

    /// <summary>The campaign's refused dials within a piece of a stream, in order.</summary>
    /// <param name="from">The first sequence that is looked at.</param>
    /// <param name="before">The first that no longer is.</param>
    /// <param name="rule">Only those at which this rule was the first at fault; null for all.</param>
    public async Task<IReadOnlyList<Recorded>> RefusalsAsync(string stream, long from, long before, CampaignId campaign, string? rule, int count, CancellationToken cancellation = default)
    {
        var found = await FindAsync(
            "stream = @stream AND sequence >= @from AND sequence < @until AND type = 'dial-refused' AND payload LIKE @campaign AND payload LIKE @rule", count, cancellation,
            ("@stream", stream), ("@from", from), ("@until", before), ("@campaign", $"%\"campaign\":\"{campaign.Value}\"%"), ("@rule", rule is null ? "%" : $"%\"rule\":\"{rule}\"%")).ConfigureAwait(false);
        return [.. found.Where(entry => entry.Fact is DialRefused refused && refused.Campaign == campaign && (rule is null || refused.Refusal.Rule == rule))];
    }

    /// <summary>The fact of that place; null when the stream has none there.</summary>
    public async Task<Recorded?> AtAsync(string stream, long sequence, CancellationToken cancellation = default)
    {
        var found = await FindAsync("stream = @stream AND sequence = @sequence", 1, cancellation, ("@stream", stream), ("@sequence", sequence)).ConfigureAwait(false);
        return found.Count == 0 ? null : found[0];
    }

    /// <summary>The decision before this place, on which the one at it hangs; null when there is none.</summary>
    public async Task<Recorded?> DecisionBeforeAsync(string stream, long sequence, CancellationToken cancellation = default)
    {
        var found = await FindAsync("stream = @stream AND sequence < @before AND type IN ('attempt-permitted', 'dial-refused', 'attempt-examined')", 1, latest: true, cancellation, ("@stream", stream), ("@before", sequence)).ConfigureAwait(false);
        return found.Count == 0 ? null : found[0];
    }

    private Task<List<Recorded>> FindAsync(string where, int count, CancellationToken cancellation, params (string Name, object? Value)[] values) => FindAsync(where, count, latest: false, cancellation, values);

    private async Task<List<Recorded>> FindAsync(string where, int count, bool latest, CancellationToken cancellation, params (string Name, object? Value)[] values)
    {
        await using var connection = await store.ConnectAsync(cancellation).ConfigureAwait(false);
        await using DbCommand command = connection.Command($"SELECT sequence, type, payload FROM fact WHERE {where} ORDER BY sequence{(latest ? " DESC" : "")} LIMIT @count", [.. values, ("@count", count)]);
        await using var rows = await command.ExecuteReaderAsync(cancellation).ConfigureAwait(false);
        var found = new List<Recorded>();
        while (await rows.ReadAsync(cancellation).ConfigureAwait(false))
            found.Add(new Recorded(rows.GetInt64(0), FactJson.Read(rows.GetString(1), Encoding.UTF8.GetBytes(rows.GetString(2)))));
        return found;
    }
}
