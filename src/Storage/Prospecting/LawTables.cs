using System.Data.Common;

namespace Plateau.Storage.Prospecting;

/// <summary>Whether the tables that the law is asked of can be read: people, grounds, oppositions and earlier calls.</summary>
public sealed class LawTables(Store store)
{
    /// <summary>False when one of them, or the database, does not answer.</summary>
    public async Task<bool> CanBeReadAsync(CancellationToken cancellation = default)
    {
        try
        {
            await using var connection = await store.ConnectAsync(cancellation).ConfigureAwait(false);
            await connection.OneAsync<long?>("SELECT length(zones) FROM customer LIMIT 1", cancellation).ConfigureAwait(false);
            await connection.OneAsync<long?>("SELECT customer_id FROM ground LIMIT 1", cancellation).ConfigureAwait(false);
            await connection.OneAsync<long?>("SELECT number_hash FROM opposition LIMIT 1", cancellation).ConfigureAwait(false);
            await connection.OneAsync<long?>("SELECT customer_id FROM attempt LIMIT 1", cancellation).ConfigureAwait(false);
            return true;
        }
        catch (Exception away) when (away is DbException or TimeoutException or InvalidCastException)
        {
            return false;
        }
    }
}
