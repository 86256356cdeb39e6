using NodaTime;
using Plateau.Core.Compliance;
using Plateau.Core.Interactions;
using Plateau.Core.Prospecting;

namespace Plateau.Storage.Prospecting;

/// <summary>Counts from a client's calls when its people answer, by their own clock.</summary>
public sealed class HabitBook(Store store)
{
    /// <summary>Who answered when is learnt from so long ago at most: a quarter has its own habits.</summary>
    public static readonly Duration LookBack = Duration.FromDays(90);

    private const long TicksOfAnHour = 36_000_000_000;

    /// <summary>Calls that say something of the person are those that rang; a dead number or a full network says nothing.</summary>
    private const string Sql =
        """
        SELECT customer.audience, customer.zones, coalesce(prospect.list_id, ''), attempt.placed_at / @hour, count(*),
            sum(CASE WHEN attempt.answered_at IS NOT NULL AND attempt.outcome <> 'machine' THEN 1 ELSE 0 END)
        FROM attempt JOIN customer ON customer.id = attempt.customer_id LEFT JOIN prospect ON prospect.id = attempt.prospect_id
        WHERE attempt.campaign_id IN (SELECT id FROM campaign WHERE client_id = @client AND (@campaign = '' OR id = @campaign)) AND attempt.permitted_at >= @since AND attempt.placed_at IS NOT NULL
            AND attempt.outcome IN ('reached', 'machine', 'hung-up-early', 'abandoned', 'no-answer', 'busy', 'declined')
        GROUP BY customer.audience, customer.zones, coalesce(prospect.list_id, ''), attempt.placed_at / @hour
        """;

    /// <summary>The counts of the last <see cref="LookBack"/>.</summary>
    /// <param name="campaign">Of this campaign alone; null for all of the client's.</param>
    public async Task<IReadOnlyList<HabitCount>> ReadAsync(ClientId client, Instant now, CampaignId? campaign = null, CancellationToken cancellation = default)
    {
        await using var connection = await store.ConnectAsync(cancellation).ConfigureAwait(false);
        await using var command = connection.Command(Sql, ("@client", client.Value), ("@campaign", campaign?.Value ?? ""), ("@since", StoredInstant.Of(now - LookBack)), ("@hour", TicksOfAnHour));
        await using var rows = await command.ExecuteReaderAsync(cancellation).ConfigureAwait(false);
        var counts = new Dictionary<(Audience, ListId, IsoDayOfWeek, DayPart), (int Calls, int Answers)>();
        while (await rows.ReadAsync(cancellation).ConfigureAwait(false))
        {
            var zone = Zones.Named(rows.GetString(1).Split(',')[0]) ?? Zones.Paris;
            var local = StoredInstant.Read(rows.GetInt64(3) * TicksOfAnHour).InZone(zone);
            var cell = ((Audience)rows.GetInt16(0), new ListId(rows.GetString(2)), local.DayOfWeek, DayParts.Of(local.TimeOfDay));
            var (calls, answers) = counts.GetValueOrDefault(cell);
            counts[cell] = (calls + (int)rows.GetInt64(4), answers + Convert.ToInt32(rows.GetValue(5), System.Globalization.CultureInfo.InvariantCulture));
        }

        return [.. counts.Select(count => new HabitCount(count.Key.Item1, count.Key.Item2, count.Key.Item3, count.Key.Item4, count.Value.Calls, count.Value.Answers))
            .OrderBy(count => count.Audience).ThenBy(count => count.List.Value, StringComparer.Ordinal).ThenBy(count => count.Day).ThenBy(count => count.Part)];
    }
}
