using NodaTime;
using Plateau.Core.Interactions;

namespace Plateau.Storage.Prospecting;

/// <summary>Calls that a client made to a person through another centre: they count for the law as ours do (D223-9).</summary>
public sealed class EarlierAttempts(Store store)
{
    /// <summary>Records calls told by the client; the same call told twice is counted once.</summary>
    /// <param name="number">E.164 with its plus sign. A number that the client never gave us is passed over.</param>
    /// <param name="source">Where the client's word is kept.</param>
    /// <returns>How many were new.</returns>
    public async Task<int> RecordAsync(ClientId client, string number, IReadOnlyList<Instant> calls, string source, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(number);
        ArgumentNullException.ThrowIfNull(calls);
        var digits = long.Parse(number.AsSpan(1), System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture);
        await store.Pen.WaitAsync(cancellation).ConfigureAwait(false);
        try
        {
            await using var connection = await store.ConnectAsync(cancellation).ConfigureAwait(false);
            var customer = await connection.OneAsync<long?>("SELECT id FROM customer WHERE client_id = @client AND number = @number UNION SELECT customer_id FROM number WHERE client_id = @client AND digits = @number", cancellation, ("@client", client.Value), ("@number", digits)).ConfigureAwait(false);
            if (customer is not { } known)
                return 0;
            var added = 0;
            foreach (var at in calls)
            {
                added += await connection.RunAsync(
                    """
                    INSERT INTO attempt (id, stream, permit_sequence, campaign_id, client_id, prospect_id, customer_id, tried, permitted_at, ground, caller_id)
                    VALUES (@id, @source, 0, '', @client, 0, @customer, 0, @at, 'earlier', '') ON CONFLICT (id) DO NOTHING
                    """,
                    cancellation, ("@id", $"earlier-{known}-{at.ToUnixTimeMilliseconds()}"), ("@source", source), ("@client", client.Value), ("@customer", known), ("@at", StoredInstant.Of(at))).ConfigureAwait(false);
            }

            return added;
        }
        finally
        {
            store.Pen.Release();
        }
    }
}
