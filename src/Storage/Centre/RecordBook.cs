using System.Runtime.CompilerServices;
using NodaTime;
using Plateau.Core.Interactions;
using Plateau.Storage.Importing;
using Plateau.Storage.Prospecting;

namespace Plateau.Storage.Centre;

/// <summary>One ground with the person who gave it and the proof that is on file.</summary>
/// <param name="List">The list by whose file it came; null when it was entered by hand.</param>
/// <param name="File">That file.</param>
public sealed record GroundRecord(CustomerId Customer, string Number, string? Name, string? FirstName, string? Company, string? Reference, GroundKept Ground, ListId? List, string? File);

/// <summary>One objection.</summary>
/// <param name="Number">Whose it is, when somebody of that number is known to the client; null when the number is remembered by its hash alone.</param>
/// <param name="Client">Null when it holds for every client.</param>
/// <param name="List">The one list against which it was said; null for all.</param>
public sealed record OppositionRecord(long Hash, string? Number, string? Name, ClientId? Client, ListId? List, Instant At, string Source);

/// <summary>How many grounds of a kind stand, and how many do not any more.</summary>
public sealed record RecordCount(GroundKind Kind, long Standing, long Ended, long Withdrawn);

/// <summary>What a client's calls rest on, as records to count and to take along: grounds with their proofs, and objections.</summary>
public sealed class RecordBook(Store store)
{
    private static readonly Duration Year = Duration.FromDays(365);

    /// <summary>Of each kind, what stands at that moment: a consent for the period that was told and a year at most (L223-1), a contract until its end; a request, which the rule book counts in working days, until it was acted on or forgotten.</summary>
    public async Task<IReadOnlyList<RecordCount>> CountAsync(ClientId client, Instant now, CancellationToken cancellation = default)
    {
        await using var connection = await store.ConnectAsync(cancellation).ConfigureAwait(false);
        await using var command = connection.Command(
            """
            SELECT ground.kind,
                   SUM(CASE WHEN withdrawn_at IS NULL AND (until IS NULL OR until > @now) AND (ground.kind <> 1 OR at > @year) THEN 1 ELSE 0 END),
                   SUM(CASE WHEN withdrawn_at IS NULL AND NOT ((until IS NULL OR until > @now) AND (ground.kind <> 1 OR at > @year)) THEN 1 ELSE 0 END),
                   SUM(CASE WHEN withdrawn_at IS NULL THEN 0 ELSE 1 END)
            FROM ground JOIN customer ON customer.id = ground.customer_id WHERE customer.client_id = @client GROUP BY ground.kind
            """, ("@client", client.Value), ("@now", StoredInstant.Of(now)), ("@year", StoredInstant.Of(now - Year)));
        await using var rows = await command.ExecuteReaderAsync(cancellation).ConfigureAwait(false);
        var found = new Dictionary<GroundKind, RecordCount>();
        while (await rows.ReadAsync(cancellation).ConfigureAwait(false))
            found[(GroundKind)rows.GetInt16(0)] = new((GroundKind)rows.GetInt16(0), Convert.ToInt64(rows.GetValue(1), null), Convert.ToInt64(rows.GetValue(2), null), Convert.ToInt64(rows.GetValue(3), null));
        return [.. Enum.GetValues<GroundKind>().Select(kind => found.GetValueOrDefault(kind) ?? new(kind, 0, 0, 0))];
    }

    /// <summary>Objections to a client's calls, with those that hold for every client.</summary>
    public async Task<(long Own, long Everybody)> CountOppositionsAsync(ClientId client, CancellationToken cancellation = default)
    {
        await using var connection = await store.ConnectAsync(cancellation).ConfigureAwait(false);
        return (await connection.OneAsync<long>("SELECT COUNT(*) FROM opposition WHERE client_id = @client", cancellation, ("@client", client.Value)).ConfigureAwait(false),
            await connection.OneAsync<long>("SELECT COUNT(*) FROM opposition WHERE client_id IS NULL", cancellation).ConfigureAwait(false));
    }

    /// <summary>A client's grounds of a kind, person by person; read as they are written, however many they are.</summary>
    public async IAsyncEnumerable<GroundRecord> GroundsAsync(ClientId client, GroundKind kind, [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        await using var connection = await store.ConnectAsync(cancellation).ConfigureAwait(false);
        await using var command = connection.Command(
            """
            SELECT customer.id, customer.number, customer.name, customer.first_name, customer.company, customer.reference,
                   ground.reference, ground.products, ground.at, ground.until, ground.withdrawn_at, import_batch.list_id, import_batch.file_name,
                   ground.act, ground.statements, ground.channels, ground.collector, ground.wording
            FROM customer JOIN ground ON ground.customer_id = customer.id LEFT JOIN import_batch ON import_batch.id = ground.batch_id
            WHERE customer.client_id = @client AND ground.kind = @kind ORDER BY customer.id, ground.at, ground.id
            """, ("@client", client.Value), ("@kind", (short)kind));
        await using var rows = await command.ExecuteReaderAsync(cancellation).ConfigureAwait(false);
        while (await rows.ReadAsync(cancellation).ConfigureAwait(false))
            yield return new(new(rows.GetInt64(0)), $"+{rows.GetInt64(1)}", rows.TextOrNull(2), rows.TextOrNull(3), rows.TextOrNull(4), rows.TextOrNull(5),
                new GroundKept(kind, rows.GetString(6), rows.GetString(7).Split('\n', StringSplitOptions.RemoveEmptyEntries), StoredInstant.Read(rows.GetInt64(8)), StoredInstant.Read(rows.LongOrNull(9)), StoredInstant.Read(rows.LongOrNull(10)))
                {
                    Evidence = GroundLine.Evidence(rows.TextOrNull(13), rows.TextOrNull(14), rows.TextOrNull(15), rows.TextOrNull(16), rows.TextOrNull(17)),
                },
                rows.TextOrNull(11) is { } list ? new ListId(list) : null, rows.TextOrNull(12));
    }

    /// <summary>The objections that hold against a client's calls, the oldest first. Numbers are told for people whom the client knows; of all others the hash is all that there is.</summary>
    public async IAsyncEnumerable<OppositionRecord> OppositionsAsync(ClientId client, [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        await using var connection = await store.ConnectAsync(cancellation).ConfigureAwait(false);
        var known = new Dictionary<long, (long Number, string? Name)>();
        await using (var people = connection.Command("SELECT number, COALESCE(company, name) FROM customer WHERE client_id = @client", ("@client", client.Value)))
        await using (var rows = await people.ExecuteReaderAsync(cancellation).ConfigureAwait(false))
            while (await rows.ReadAsync(cancellation).ConfigureAwait(false))
                foreach (var scope in (string?[])[client.Value, null]) known[NumberHash.Of(scope, rows.GetInt64(0))] = (rows.GetInt64(0), rows.TextOrNull(1));
        await using var command = connection.Command("SELECT number_hash, client_id, list_id, at, source FROM opposition WHERE client_id = @client OR client_id IS NULL ORDER BY at, id", ("@client", client.Value));
        await using var found = await command.ExecuteReaderAsync(cancellation).ConfigureAwait(false);
        while (await found.ReadAsync(cancellation).ConfigureAwait(false))
        {
            var person = known.TryGetValue(found.GetInt64(0), out var there) ? there : ((long Number, string? Name)?)null;
            yield return new(found.GetInt64(0), person is { } one ? $"+{one.Number}" : null, person?.Name, found.TextOrNull(1) is { } owner ? new ClientId(owner) : null, found.TextOrNull(2) is { } list ? new ListId(list) : null,
                StoredInstant.Read(found.GetInt64(3)), found.GetString(4));
        }
    }
}
