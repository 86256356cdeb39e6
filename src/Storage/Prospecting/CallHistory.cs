using System.Data.Common;
using NodaTime;
using Plateau.Core.Compliance;
using Plateau.Core.Interactions;
using Plateau.Storage.Journals;

namespace Plateau.Storage.Prospecting;

/// <summary>What a client's people were called so far, over all its lists, campaigns and floors.</summary>
/// <param name="UnderWay">The call that is not over; null when there is none.</param>
public sealed record KnownCalls(CustomerId Customer, IReadOnlyList<PastCall> Calls, AttemptId? UnderWay);

/// <summary>Reads who was called when, and whether somebody is being called now.</summary>
public sealed class CallHistory(Store store)
{
    /// <summary>A call without an end after so long was lost with its floor: nobody waits for it.</summary>
    public static readonly Duration LongestCall = Duration.FromHours(4);

    /// <summary>Sixty calendar days of rest in the person's zone are sixty-one days and some hours anywhere.</summary>
    private static readonly Duration LookBack = Duration.FromDays(62);

    private const string Sql =
        $"""
        SELECT attempt.customer_id, attempt.permitted_at, attempt.outcome, attempt.effect,
            CASE WHEN attempt.permitted_at >= @lately AND {ProjectionSql.UnderWay} THEN attempt.id END
        FROM attempt WHERE attempt.permitted_at >= @since AND attempt.customer_id
        """;

    /// <summary>The calls to each of them as they stand now.</summary>
    public async Task<IReadOnlyList<KnownCalls>> ReadAsync(IReadOnlyList<CustomerId> customers, Instant now, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(customers);
        await using var connection = await store.ConnectAsync(cancellation).ConfigureAwait(false);
        var calls = await ReadAsync(connection, [.. customers.Select(customer => customer.Value)], now, cancellation).ConfigureAwait(false);
        return [.. customers.Select(customer => new KnownCalls(customer, [.. calls[customer.Value].Select(each => each.Call)], UnderWayOf(calls[customer.Value])))];
    }

    internal static async Task<ILookup<long, (PastCall Call, AttemptId? UnderWay)>> ReadAsync(DbConnection connection, IReadOnlyList<long> customers, Instant now, CancellationToken cancellation)
    {
        await using var command = connection.Among(Sql, customers, " ORDER BY attempt.permitted_at");
        command.Add("@since", StoredInstant.Of(now - LookBack));
        command.Add("@lately", StoredInstant.Of(now - LongestCall));
        await using var rows = await command.ExecuteReaderAsync(cancellation).ConfigureAwait(false);
        var calls = new List<(long Customer, PastCall Call, AttemptId? UnderWay)>();
        while (await rows.ReadAsync(cancellation).ConfigureAwait(false))
        {
            calls.Add((rows.GetInt64(0), new PastCall(StoredInstant.Read(rows.GetInt64(1)), null, OutcomeOf(rows.TextOrNull(2), rows.TextOrNull(3))),
                rows.TextOrNull(4) is { } underWay ? new AttemptId(underWay) : null));
        }

        return calls.ToLookup(each => each.Customer, each => (each.Call, each.UnderWay));
    }

    internal static AttemptId? UnderWayOf(IEnumerable<(PastCall Call, AttemptId? UnderWay)> calls) => calls.LastOrDefault(each => each.UnderWay is not null).UnderWay;

    /// <summary>The words of the rule book for what came of a call: what the agent said of it, else what the carrier did.</summary>
    private static string? OutcomeOf(string? outcome, string? effect) => effect == "refusal" ? PastCall.RefusedOffer : outcome;
}
