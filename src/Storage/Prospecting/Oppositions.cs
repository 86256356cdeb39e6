using System.Data.Common;
using NodaTime;
using Plateau.Core.Interactions;
using Plateau.Storage.Importing;

namespace Plateau.Storage.Prospecting;

/// <summary>Whoever said "do not call me" is remembered for longer than their name: by a hash of the number, per client or for all.</summary>
public sealed class Oppositions(Store store)
{
    /// <summary>Records an opposition that came by letter, by mail or from a register; one said to an agent comes by the journal.</summary>
    /// <param name="client">Null for every client's calls.</param>
    /// <param name="number">E.164 with its plus sign.</param>
    /// <param name="source">Where the proof is kept.</param>
    /// <returns>The customers concerned: the floor is to be told of each (<c>PersonOpposed</c>).</returns>
    public async Task<IReadOnlyList<(ClientId Client, CustomerId Customer)>> RecordAsync(
        ClientId? client, string number, Instant at, string source, CancellationToken cancellation = default)
    {
        var digits = Digits(number);
        await store.Pen.WaitAsync(cancellation).ConfigureAwait(false);
        try
        {
            await using var connection = await store.ConnectAsync(cancellation).ConfigureAwait(false);
            await connection.RunAsync(
                "INSERT INTO opposition (client_id, list_id, number_hash, at, source) VALUES (@client, NULL, @hash, @at, @source)", cancellation,
                ("@client", client?.Value), ("@hash", NumberHash.Of(client?.Value, digits)), ("@at", StoredInstant.Of(at)), ("@source", source)).ConfigureAwait(false);
            return await FindAsync(connection, client, digits, cancellation).ConfigureAwait(false);
        }
        finally
        {
            store.Pen.Release();
        }
    }

    /// <summary>Whom a client, or every client, knows under a number.</summary>
    /// <param name="client">Null for every client's.</param>
    /// <param name="number">E.164 with its plus sign.</param>
    public async Task<IReadOnlyList<(ClientId Client, CustomerId Customer)>> FindAsync(ClientId? client, string number, CancellationToken cancellation = default)
    {
        await using var connection = await store.ConnectAsync(cancellation).ConfigureAwait(false);
        return await FindAsync(connection, client, Digits(number), cancellation).ConfigureAwait(false);
    }

    private static long Digits(string number)
    {
        ArgumentNullException.ThrowIfNull(number);
        return number.Length >= 3 && number[0] == '+' && long.TryParse(number.AsSpan(1), System.Globalization.NumberStyles.None, null, out var digits)
            ? digits
            : throw new ArgumentException("Write the number as E.164, such as +33612345678.", nameof(number));
    }

    private static async Task<List<(ClientId Client, CustomerId Customer)>> FindAsync(DbConnection connection, ClientId? client, long digits, CancellationToken cancellation)
    {
        var concerned = new List<(ClientId, CustomerId)>();
        await using var find = client is { } one
            ? connection.Command("SELECT client_id, id FROM customer WHERE client_id = @client AND number = @number UNION SELECT client_id, customer_id FROM number WHERE client_id = @client AND digits = @number", ("@client", one.Value), ("@number", digits))
            : connection.Command("SELECT client_id, id FROM customer WHERE number = @number AND client_id IN (SELECT id FROM client) UNION SELECT client_id, customer_id FROM number WHERE digits = @number AND client_id IN (SELECT id FROM client)", ("@number", digits));
        await using var rows = await find.ExecuteReaderAsync(cancellation).ConfigureAwait(false);
        while (await rows.ReadAsync(cancellation).ConfigureAwait(false))
            concerned.Add((new ClientId(rows.GetString(0)), new CustomerId(rows.GetInt64(1))));
        return concerned;
    }
}
