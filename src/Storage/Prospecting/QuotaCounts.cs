using System.Data.Common;
using Plateau.Core.Interactions;
using Plateau.Core.Prospecting;

namespace Plateau.Storage.Prospecting;

/// <summary>How far one value under a quota is.</summary>
/// <param name="Value">As the files write it.</param>
/// <param name="Successes">Sales of this campaign that stand.</param>
/// <param name="OnLine">Prospects held by a call or a preview, on whichever campaign: each may become a success.</param>
/// <param name="Open">Prospects who may still be called, now or later.</param>
public sealed record QuotaStanding(Quota Quota, string Value, int Successes, int OnLine, long Open)
{
    public int Left => Math.Max(0, Quota.Limit - Successes - OnLine);
    public bool IsFull => Successes >= Quota.Limit;
}

/// <summary>Counts what quotas count: successes of the campaign, and calls on the line that may still become one. Counted anew each time, so a success that is taken back opens its quota again; one to a person who was erased since counts by the segment in which they stood.</summary>
public sealed class QuotaCounts(Store store)
{
    /// <summary>Every quota of the campaign, value by value: those of which there are prospects, and those that are named.</summary>
    public async Task<IReadOnlyList<QuotaStanding>> StandingsAsync(CampaignSettings campaign, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(campaign);
        if (campaign.Quotas.Count == 0) return [];
        await using var connection = await store.ConnectAsync(cancellation).ConfigureAwait(false);
        var lists = new List<ListSegments>();
        foreach (var list in campaign.Lists.Distinct()) lists.Add(await ListSegments.ReadAsync(connection, list.Value, campaign.Quotas, cancellation).ConfigureAwait(false));
        var (successes, onLine, open) = (await SuccessesAsync(connection, campaign.Id, cancellation).ConfigureAwait(false), await InStateAsync(connection, lists, "= 3", cancellation).ConfigureAwait(false), await InStateAsync(connection, lists, "IN (0, 1)", cancellation).ConfigureAwait(false));
        var standings = new List<QuotaStanding>();
        foreach (var quota in campaign.Quotas)
        {
            var values = lists.SelectMany(list => list.Segments).Where(segment => quota.CellOf(segment.Words.GetValueOrDefault(quota.Column, "")) is not null)
                .GroupBy(segment => quota.CellOf(segment.Words[quota.Column])!, StringComparer.Ordinal).ToList();
            if (values.Count == 0 && quota.Value is { } named) standings.Add(new QuotaStanding(quota, named, 0, 0, 0));
            standings.AddRange(values.Select(cell => new QuotaStanding(quota, quota.Value ?? cell.First().Words[quota.Column],
                (int)cell.Sum(segment => successes.GetValueOrDefault(segment.Id)), (int)cell.Sum(segment => onLine.GetValueOrDefault(segment.Id)), cell.Sum(segment => open.GetValueOrDefault(segment.Id))))
                .OrderBy(standing => standing.Left).ThenBy(standing => standing.Value, StringComparer.Ordinal));
        }

        return standings;
    }

    /// <summary>How many more may be called under each quota, by the name under which it counts them.</summary>
    internal static async Task<Dictionary<string, int>> LeftAsync(DbConnection connection, CampaignSettings campaign, List<ListSegments> lists, CancellationToken cancellation)
    {
        var (successes, onLine) = (await SuccessesAsync(connection, campaign.Id, cancellation).ConfigureAwait(false), await InStateAsync(connection, lists, "= 3", cancellation).ConfigureAwait(false));
        var left = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var segment in lists.SelectMany(list => list.Segments))
            foreach (var quota in campaign.Quotas)
                if (quota.CellOf(segment.Words.GetValueOrDefault(quota.Column, "")) is { } cell)
                    left[cell] = left.GetValueOrDefault(cell, quota.Limit) - (int)(successes.GetValueOrDefault(segment.Id) + onLine.GetValueOrDefault(segment.Id));
        return left;
    }

    /// <summary>The segments of a list in which the campaign has sold all that it may.</summary>
    internal static async Task<HashSet<long>> FullAsync(DbConnection connection, CampaignSettings campaign, ListId list, CancellationToken cancellation)
    {
        var successes = await SuccessesAsync(connection, campaign.Id, cancellation).ConfigureAwait(false);
        var sold = new Dictionary<string, long>(StringComparer.Ordinal);
        var ofList = new List<ListSegment>();
        foreach (var each in campaign.Lists.Distinct())
            foreach (var segment in (await ListSegments.ReadAsync(connection, each.Value, campaign.Quotas, cancellation).ConfigureAwait(false)).Segments)
            {
                if (each == list) ofList.Add(segment);
                foreach (var cell in segment.Cells) sold[cell] = sold.GetValueOrDefault(cell) + successes.GetValueOrDefault(segment.Id);
            }

        return [.. ofList.Where(segment => campaign.Quotas.Any(quota => quota.CellOf(segment.Words.GetValueOrDefault(quota.Column, "")) is { } cell && sold[cell] >= quota.Limit)).Select(segment => segment.Id)];
    }

    private static Task<Dictionary<long, long>> SuccessesAsync(DbConnection connection, CampaignId campaign, CancellationToken cancellation) => BySegmentAsync(connection.Command(
        """
        SELECT coalesce(prospect.segment_id, attempt.segment_id), count(*) FROM attempt LEFT JOIN prospect ON prospect.id = attempt.prospect_id
        WHERE attempt.campaign_id = @campaign AND attempt.effect = 'success' AND coalesce(prospect.segment_id, attempt.segment_id) IS NOT NULL GROUP BY coalesce(prospect.segment_id, attempt.segment_id)
        """,
        ("@campaign", campaign.Value)), cancellation);

    private static async Task<Dictionary<long, long>> InStateAsync(DbConnection connection, List<ListSegments> lists, string state, CancellationToken cancellation)
    {
        var counts = new Dictionary<long, long>();
        foreach (var list in lists)
            foreach (var (segment, count) in await BySegmentAsync(connection.Command($"SELECT segment_id, count(*) FROM prospect WHERE list_id = @list AND state {state} GROUP BY segment_id", ("@list", list.List.Value)), cancellation).ConfigureAwait(false))
                counts[segment] = count;
        return counts;
    }

    private static async Task<Dictionary<long, long>> BySegmentAsync(DbCommand command, CancellationToken cancellation)
    {
        await using var closing = command;
        await using var rows = await command.ExecuteReaderAsync(cancellation).ConfigureAwait(false);
        var counts = new Dictionary<long, long>();
        while (await rows.ReadAsync(cancellation).ConfigureAwait(false))
            counts[rows.GetInt64(0)] = rows.GetInt64(1);
        return counts;
    }
}
