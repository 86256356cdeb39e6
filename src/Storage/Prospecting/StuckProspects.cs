using System.Data.Common;
using System.Text.Json;
using Plateau.Core.Floors;
using Plateau.Core.Interactions;
using Plateau.Core.Prospecting;

namespace Plateau.Storage.Prospecting;

/// <summary>Prospects of one list that wait for something which can not come.</summary>
/// <param name="Why">One of the codes of <see cref="StuckProspects"/>.</param>
/// <param name="First">The first of them, so that somebody can look.</param>
public sealed record Stuck(ListId List, string Why, long Count, ProspectId First);

/// <summary>How far a long look through all prospects is.</summary>
public readonly record struct LookProgress(long Done, long Total);

/// <summary>Finds prospects that nothing will ever release, and releases those whom a word of ours is enough for: each open state is asked for what would end it.</summary>
/// <remarks>
/// Whoever a rule barred is not stuck: a new ground or a changed campaign asks anew. Nor is a preview on an agent's screen or a
/// conversation not yet written up. A floor at work writes state and cause in one transaction, so the check may run beside it.
/// </remarks>
public sealed class StuckProspects(Store store)
{
    /// <summary>Open on a list that no campaign calls: give it to one.</summary>
    public const string NoCampaign = "no-campaign";
    /// <summary>Held by a call, and there is none.</summary>
    public const string NoCall = "no-call";
    /// <summary>Kept for a callback, and none is open.</summary>
    public const string NoCallback = "no-callback";
    /// <summary>Barred without a reason, so that no change opens it again.</summary>
    public const string NoReason = "no-reason";
    /// <summary>In no segment of their list, so that nobody asks for them.</summary>
    public const string NoSegment = "no-segment";
    /// <summary>In segments whose quota is full on every campaign that calls the list: only a greater quota, or a sale taken back, opens it.</summary>
    public const string QuotaFull = "quota-full";

    /// <summary>Prospects looked at in one go: between two, the look can be stopped and others write.</summary>
    private const int Slice = 100_000;

    private const int Released = 5_000;

    private static readonly (string Why, string Condition)[] Conditions =
    [
        (NoCampaign, "state IN (0, 1) AND NOT EXISTS (SELECT 1 FROM campaign_list WHERE campaign_list.list_id = prospect.list_id)"),
        (NoSegment, "state IN (0, 1) AND NOT EXISTS (SELECT 1 FROM segment WHERE segment.id = prospect.segment_id AND segment.list_id = prospect.list_id)"),
        (NoCall, "state = 3 AND coalesce(reason, '') <> 'preview' AND NOT EXISTS (SELECT 1 FROM attempt WHERE attempt.prospect_id = prospect.id AND attempt.customer_id = prospect.customer_id AND (attempt.ended_at IS NULL OR (attempt.connected_at IS NOT NULL AND attempt.disposed_at IS NULL)))"),
        (NoCallback, "state = 4 AND NOT EXISTS (SELECT 1 FROM callback WHERE callback.prospect_id = prospect.id AND callback.closed_at IS NULL)"),
        (NoReason, "state = 5 AND reason IS NULL"),
    ];

    private static readonly string Sql =
        $"""
        SELECT found.list_id, found.why, count(*), min(found.id) FROM (
            SELECT id, list_id, CASE {string.Concat(Conditions.Select(each => $"WHEN {each.Condition} THEN '{each.Why}' "))}END AS why
            FROM prospect WHERE state <> 2 AND id > @after AND id <= @until) AS found
        WHERE found.why IS NOT NULL GROUP BY found.list_id, found.why
        """;

    /// <summary>Whether <see cref="ReleaseAsync"/> is enough; otherwise people must decide something.</summary>
    public static bool CanBeReleased(string why) => why is NoCall or NoCallback or NoReason or NoSegment;

    /// <summary>All that is stuck, by list and cause; empty when nothing is.</summary>
    public async Task<IReadOnlyList<Stuck>> FindAsync(IProgress<LookProgress>? progress = null, CancellationToken cancellation = default)
    {
        await using var connection = await store.ConnectAsync(cancellation).ConfigureAwait(false);
        var total = await connection.OneAsync<long?>("SELECT max(id) FROM prospect", cancellation).ConfigureAwait(false) ?? 0;
        var stuck = new Dictionary<(string List, string Why), (long Count, long First)>();
        for (var after = 0L; after < total; after += Slice)
        {
            await using var command = connection.Command(Sql, ("@after", after), ("@until", after + Slice));
            await using var rows = await command.ExecuteReaderAsync(cancellation).ConfigureAwait(false);
            while (await rows.ReadAsync(cancellation).ConfigureAwait(false))
            {
                var key = (rows.GetString(0), rows.GetString(1));
                stuck[key] = stuck.TryGetValue(key, out var before) ? (before.Count + rows.GetInt64(2), before.First) : (rows.GetInt64(2), rows.GetInt64(3));
            }

            cancellation.ThrowIfCancellationRequested();
            progress?.Report(new LookProgress(Math.Min(after + Slice, total), total));
        }

        return [.. stuck.Select(pair => new Stuck(new ListId(pair.Key.List), pair.Key.Why, pair.Value.Count, new ProspectId(pair.Value.First)))
            .Concat(await FullAsync(connection, cancellation).ConfigureAwait(false)).OrderBy(each => each.List.Value, StringComparer.Ordinal).ThenBy(each => each.Why, StringComparer.Ordinal)];
    }

    /// <summary>Lets the prospects of a list that are stuck for this cause be called again, a few at a time; whoever is released stays so when it is stopped.</summary>
    /// <returns>How many were released.</returns>
    /// <exception cref="ArgumentException">Nothing that a program could do releases them.</exception>
    public async Task<long> ReleaseAsync(ListId list, string why, CancellationToken cancellation = default)
    {
        if (!CanBeReleased(why)) throw new ArgumentException($"{why} is not released by a program", nameof(why));
        await using var connection = await store.ConnectAsync(cancellation).ConfigureAwait(false);
        if (why == NoSegment) return await new SegmentColumns(store).SettleAsync(connection, list, null, cancellation).ConfigureAwait(false);
        var condition = Conditions.First(each => each.Why == why).Condition;
        for (var released = 0L; ;)
        {
            await store.Pen.WaitAsync(cancellation).ConfigureAwait(false);
            try
            {
                var some = await connection.RunAsync(
                    $"""
                    UPDATE prospect SET state = CASE WHEN attempts = 0 THEN 0 ELSE 1 END, due_at = 0, reason = NULL
                    WHERE id IN (SELECT id FROM prospect WHERE list_id = @list AND {condition} ORDER BY id LIMIT @count)
                    """, cancellation, ("@list", list.Value), ("@count", Released)).ConfigureAwait(false);
                released += some;
                if (some < Released) return released;
            }
            finally
            {
                store.Pen.Release();
            }
        }
    }

    /// <summary>Open prospects in segments that are full on every campaign that calls their list.</summary>
    private static async Task<List<Stuck>> FullAsync(DbConnection connection, CancellationToken cancellation)
    {
        var campaigns = new List<CampaignSettings>();
        await using (var command = connection.Command("SELECT settings FROM campaign"))
        await using (var rows = await command.ExecuteReaderAsync(cancellation).ConfigureAwait(false))
            while (await rows.ReadAsync(cancellation).ConfigureAwait(false)) campaigns.Add(JsonSerializer.Deserialize<CampaignSettings>(rows.GetString(0), FactJson.Options)!);
        var full = new List<Stuck>();
        foreach (var list in campaigns.SelectMany(campaign => campaign.Lists).Distinct())
        {
            var callers = campaigns.FindAll(campaign => campaign.Lists.Contains(list));
            if (callers.Exists(campaign => campaign.Quotas.Count == 0)) continue;
            HashSet<long>? closed = null;
            foreach (var campaign in callers)
            {
                var shut = await QuotaCounts.FullAsync(connection, campaign, list, cancellation).ConfigureAwait(false);
                if (closed is null) closed = shut;
                else closed.IntersectWith(shut);
            }

            var (count, first) = (0L, long.MaxValue);
            foreach (var segment in closed!)
            {
                await using var command = connection.Command("SELECT count(*), min(id) FROM prospect WHERE list_id = @list AND state IN (0, 1) AND segment_id = @segment", ("@list", list.Value), ("@segment", segment));
                await using var rows = await command.ExecuteReaderAsync(cancellation).ConfigureAwait(false);
                if (await rows.ReadAsync(cancellation).ConfigureAwait(false) && rows.GetInt64(0) > 0) (count, first) = (count + rows.GetInt64(0), Math.Min(first, rows.GetInt64(1)));
            }

            if (count > 0) full.Add(new Stuck(list, QuotaFull, count, new ProspectId(first)));
        }

        return full;
    }
}
