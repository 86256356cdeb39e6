using System.Data.Common;
using System.Runtime.CompilerServices;
using System.Text;
using NodaTime;
using Plateau.Core.Floors;
using Plateau.Core.Interactions;

namespace Plateau.Storage.Journals;

/// <summary>
/// What the centre holds true, in order, for ever. Facts are appended under (stream, sequence) before anything is done
/// about them, together with every projection drawn from them, in one transaction: a stale owner's append fails, and
/// no reader is ever behind.
/// </summary>
public sealed class Journal : IAsyncDisposable
{
    /// <summary>Facts read at a time, so that a replay of years holds no more than this in memory.</summary>
    private const int PageLength = 5_000;

    private readonly Store _store;
    private readonly IScribe _scribe;

    public Journal(Store store)
    {
        ArgumentNullException.ThrowIfNull(store);
        _store = store;
        _scribe = store.IsPostgres ? new PostgresScribe(store) : new SqliteScribe(store);
    }

    /// <summary>Appends facts behind the last one that the owner knows of.</summary>
    /// <param name="expectedSequence">Sequence of the last fact the owner has read or written; 0 for a new stream.</param>
    /// <returns>Sequence of the last fact written.</returns>
    /// <exception cref="StaleAppend">The stream has other facts behind <paramref name="expectedSequence"/>, or none so far.</exception>
    /// <exception cref="AttemptOnRecord">An attempt that these facts permit is on record already.</exception>
    /// <exception cref="PermitLost">People whom these facts let be called were called by another floor since it last looked, or are being called; or a quota that counts them was filled by one.</exception>
    /// <exception cref="DbException">
    /// The database failed; nothing may be done about these facts. The same append may be tried again: if it had been
    /// written after all, it is recognised.
    /// </exception>
    public async Task<long> AppendAsync(string stream, long expectedSequence, IReadOnlyList<Fact> facts, CancellationToken cancellation = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(stream);
        ArgumentNullException.ThrowIfNull(facts);
        if (facts.Count == 0)
            return expectedSequence;
        var page = new FactPage(stream, expectedSequence, facts);
        var projection = Projection.Of(stream, expectedSequence, facts);
        var claims = QuotaClaims.Of(facts);
        await projection.FindNumbersAsync(_store, cancellation).ConfigureAwait(false);
        try
        {
            await _scribe.WriteAsync(page, projection, claims, cancellation).ConfigureAwait(false);
        }
        catch (PermitLost lost)
        {
            throw new PermitLost(lost.Message, lost)
            {
                Customers = projection.Permitted is { } permitted ? await WhoseAsync(permitted, cancellation).ConfigureAwait(false) : [],
                Quotas = claims is null ? new Dictionary<CampaignId, IReadOnlyDictionary<string, int>>() : await claims.LeftAsync(_store, cancellation).ConfigureAwait(false),
            };
        }
        catch (StaleAppend) when (!cancellation.IsCancellationRequested)
        {
            // The answer to an earlier try may have been lost on its way: our own facts in our place are no stranger's.
            if (!await IsWrittenAsync(page, cancellation).ConfigureAwait(false))
                throw;
        }

        return expectedSequence + facts.Count;
    }

    /// <summary>Reads a stream in order, from the fact of that sequence on.</summary>
    public async IAsyncEnumerable<Recorded> ReadAsync(string stream, long from = 1, [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        var page = new List<Recorded>(PageLength);
        while (true)
        {
            page.Clear();
            await ReadPageAsync(stream, from, page, cancellation).ConfigureAwait(false);
            foreach (var recorded in page)
                yield return recorded;
            if (page.Count < PageLength)
                yield break;
            from = page[^1].Sequence + 1;
        }
    }

    /// <summary>Sequence of the stream's last fact; 0 when it has none.</summary>
    public async Task<long> LastSequenceAsync(string stream, CancellationToken cancellation = default)
    {
        await using var connection = await _store.ConnectAsync(cancellation).ConfigureAwait(false);
        return await connection.OneAsync<long?>("SELECT max(sequence) FROM fact WHERE stream = @stream", cancellation, ("@stream", stream)).ConfigureAwait(false) ?? 0;
    }

    /// <summary>Every stream with its last fact, in order of name. It goes from name to name by the key, however many facts lie between.</summary>
    public async Task<IReadOnlyList<StreamEnd>> StreamsAsync(CancellationToken cancellation = default)
    {
        await using var connection = await _store.ConnectAsync(cancellation).ConfigureAwait(false);
        var streams = new List<StreamEnd>();
        var last = "";
        while (await connection.OneAsync<string>("SELECT min(stream) FROM fact WHERE stream > @last", cancellation, ("@last", last)).ConfigureAwait(false) is { } stream)
        {
            streams.Add(new StreamEnd(stream, await connection.OneAsync<long>("SELECT max(sequence) FROM fact WHERE stream = @stream", cancellation, ("@stream", stream)).ConfigureAwait(false)));
            last = stream;
        }

        return streams;
    }

    /// <summary>Keeps a snapshot in place of an older one; one that is older than what is kept changes nothing.</summary>
    public async Task SaveSnapshotAsync(string stream, StoredSnapshot snapshot, Instant at, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        await _store.Pen.WaitAsync(cancellation).ConfigureAwait(false);
        try
        {
            await using var connection = await _store.ConnectAsync(cancellation).ConfigureAwait(false);
            await connection.RunAsync(
                """
                INSERT INTO snapshot (stream, sequence, at, payload) VALUES (@stream, @sequence, @at, @payload)
                ON CONFLICT (stream) DO UPDATE SET sequence = excluded.sequence, at = excluded.at, payload = excluded.payload WHERE excluded.sequence >= snapshot.sequence
                """,
                cancellation, ("@stream", stream), ("@sequence", snapshot.Sequence), ("@at", StoredInstant.Of(at)), ("@payload", snapshot.Payload.ToArray())).ConfigureAwait(false);
        }
        finally
        {
            _store.Pen.Release();
        }
    }

    /// <summary>The last snapshot kept; null when there is none.</summary>
    public async Task<StoredSnapshot?> LoadSnapshotAsync(string stream, CancellationToken cancellation = default)
    {
        await using var connection = await _store.ConnectAsync(cancellation).ConfigureAwait(false);
        await using var command = connection.Command("SELECT sequence, payload FROM snapshot WHERE stream = @stream", ("@stream", stream));
        await using var rows = await command.ExecuteReaderAsync(cancellation).ConfigureAwait(false);
        return await rows.ReadAsync(cancellation).ConfigureAwait(false) ? new StoredSnapshot(rows.GetInt64(0), rows.GetFieldValue<byte[]>(1)) : null;
    }

    public ValueTask DisposeAsync() => _scribe.DisposeAsync();

    /// <summary>Whose permits no longer hold. Calls are only ever added, so a permit that was lost a moment ago still is.</summary>
    private async Task<IReadOnlyList<CustomerId>> WhoseAsync(List<object?[]> permitted, CancellationToken cancellation)
    {
        await using var connection = await _store.ConnectAsync(cancellation).ConfigureAwait(false);
        return await ProjectionSql.LostPermits.AskAsync(connection, permitted, row => new CustomerId(row.GetInt64(0)), cancellation).ConfigureAwait(false);
    }

    private async Task ReadPageAsync(string stream, long from, List<Recorded> page, CancellationToken cancellation)
    {
        await using var connection = await _store.ConnectAsync(cancellation).ConfigureAwait(false);
        await using var command = connection.Command(
            "SELECT sequence, type, payload FROM fact WHERE stream = @stream AND sequence >= @from ORDER BY sequence LIMIT @count",
            ("@stream", stream), ("@from", from), ("@count", PageLength));
        await using var rows = await command.ExecuteReaderAsync(cancellation).ConfigureAwait(false);
        while (await rows.ReadAsync(cancellation).ConfigureAwait(false))
            page.Add(new Recorded(rows.GetInt64(0), FactJson.Read(rows.GetString(1), Encoding.UTF8.GetBytes(rows.GetString(2)))));
    }

    private async Task<bool> IsWrittenAsync(FactPage page, CancellationToken cancellation)
    {
        await using var connection = await _store.ConnectAsync(cancellation).ConfigureAwait(false);
        await using var command = connection.Command(
            "SELECT type, payload FROM fact WHERE stream = @stream AND sequence > @expected ORDER BY sequence LIMIT @count",
            ("@stream", page.Stream), ("@expected", page.Expected), ("@count", page.Count + 1));
        await using var rows = await command.ExecuteReaderAsync(cancellation).ConfigureAwait(false);
        var read = 0;
        for (; await rows.ReadAsync(cancellation).ConfigureAwait(false); read++)
        {
            if (read == page.Count || rows.GetString(0) != page.Types[read] || rows.GetString(1) != Encoding.UTF8.GetString(page.Payloads[read]))
                return false;
        }

        return read == page.Count;
    }
}
