using Plateau.Core.Interactions;

namespace Plateau.Storage.Prospecting;

/// <summary>Prospects of one list that wait for something which can not come.</summary>
/// <param name="Why">One of the codes of <see cref="StuckProspects"/>.</param>
/// <param name="First">The first of them, so that somebody can look.</param>
public sealed record Stuck(ListId List, string Why, long Count, ProspectId First);

/// <summary>Finds prospects that nothing will ever release: each open state is asked for what would end it.</summary>
/// <remarks>
/// Whoever a rule barred is not stuck: a new ground or a changed campaign asks anew. Nor is a preview on an agent's screen or a
/// conversation not yet written up. A floor at work writes state and cause in one transaction, so the check may run beside it.
/// </remarks>
public sealed class StuckProspects(Store store)
{
    /// <summary>Open on a list that no campaign calls.</summary>
    public const string NoCampaign = "no-campaign";
    /// <summary>Held by a call, and there is none.</summary>
    public const string NoCall = "no-call";
    /// <summary>Kept for a callback, and none is open.</summary>
    public const string NoCallback = "no-callback";
    /// <summary>Barred without a reason, so that no change opens it again.</summary>
    public const string NoReason = "no-reason";

    private const string Sql =
        """
        SELECT found.list_id, found.why, count(*), min(found.id) FROM (
            SELECT id, list_id, CASE
                WHEN state IN (0, 1) AND NOT EXISTS (SELECT 1 FROM campaign_list WHERE campaign_list.list_id = prospect.list_id) THEN 'no-campaign'
                WHEN state = 3 AND coalesce(reason, '') <> 'preview' AND NOT EXISTS (SELECT 1 FROM attempt WHERE attempt.prospect_id = prospect.id
                    AND (attempt.ended_at IS NULL OR (attempt.connected_at IS NOT NULL AND attempt.disposed_at IS NULL))) THEN 'no-call'
                WHEN state = 4 AND NOT EXISTS (SELECT 1 FROM callback WHERE callback.prospect_id = prospect.id AND callback.closed_at IS NULL) THEN 'no-callback'
                WHEN state = 5 AND reason IS NULL THEN 'no-reason' END AS why
            FROM prospect WHERE state <> 2) AS found
        WHERE found.why IS NOT NULL GROUP BY found.list_id, found.why ORDER BY found.list_id, found.why
        """;

    /// <summary>All that is stuck, by list and cause; empty when nothing is.</summary>
    public async Task<IReadOnlyList<Stuck>> FindAsync(CancellationToken cancellation = default)
    {
        await using var connection = await store.ConnectAsync(cancellation).ConfigureAwait(false);
        await using var command = connection.Command(Sql);
        await using var rows = await command.ExecuteReaderAsync(cancellation).ConfigureAwait(false);
        var stuck = new List<Stuck>();
        while (await rows.ReadAsync(cancellation).ConfigureAwait(false))
            stuck.Add(new Stuck(new ListId(rows.GetString(0)), rows.GetString(1), rows.GetInt64(2), new ProspectId(rows.GetInt64(3))));
        return stuck;
    }
}
