using System.Data.Common;
using System.Runtime.CompilerServices;
using NodaTime;
using Plateau.Core.Interactions;

namespace Plateau.Storage.Audit;

/// <summary>The audit log: appended to and read, never changed. Each entry holds the hash of the one before, and the database itself refuses to change or delete one.</summary>
public sealed class AuditLog(Store store)
{
    private const int MostTries = 20;

    private const string Columns = "sequence, at, who, act, subject, client_id, outcome, detail, before, hash";

    /// <summary>Writes an entry after the last one; when it returns, the entry is kept.</summary>
    public async Task WriteAsync(Instant at, string who, string act, string subject, ClientId? client, string outcome, string detail, CancellationToken cancellation = default)
    {
        await store.Pen.WaitAsync(cancellation).ConfigureAwait(false);
        try
        {
            for (var tried = 1; ; tried++)
            {
                try
                {
                    await AppendAsync(StoredInstant.Of(at), who, act, subject, client?.Value, outcome, detail, cancellation).ConfigureAwait(false);
                    return;
                }
                catch (DbException taken) when (tried < MostTries && IsTaken(taken))
                {
                    // Another process of ours was first at that place; the next place is tried.
                }
            }
        }
        finally
        {
            store.Pen.Release();
        }
    }

    /// <summary>The newest entries first.</summary>
    /// <param name="before">Only entries before this one.</param>
    public async Task<IReadOnlyList<AuditEntry>> LatestAsync(int count, long? before = null, string? outcome = null, CancellationToken cancellation = default)
    {
        await using var connection = await store.ConnectAsync(cancellation).ConfigureAwait(false);
        await using var command = connection.Command(
            $"SELECT {Columns} FROM audit WHERE sequence < @before AND (@outcome = '' OR outcome = @outcome) ORDER BY sequence DESC LIMIT @count",
            ("@before", before ?? long.MaxValue), ("@outcome", outcome ?? ""), ("@count", count));
        await using var rows = await command.ExecuteReaderAsync(cancellation).ConfigureAwait(false);
        var entries = new List<AuditEntry>();
        while (await rows.ReadAsync(cancellation).ConfigureAwait(false)) entries.Add(Read(rows));
        return entries;
    }

    /// <summary>Every entry in order: for the proof and for the export.</summary>
    public async IAsyncEnumerable<AuditEntry> AllAsync([EnumeratorCancellation] CancellationToken cancellation = default)
    {
        await using var connection = await store.ConnectAsync(cancellation).ConfigureAwait(false);
        await using var command = connection.Command($"SELECT {Columns} FROM audit ORDER BY sequence");
        await using var rows = await command.ExecuteReaderAsync(cancellation).ConfigureAwait(false);
        while (await rows.ReadAsync(cancellation).ConfigureAwait(false)) yield return Read(rows);
    }

    /// <summary>Goes through the whole chain and says where it breaks, if it does.</summary>
    public async Task<AuditProof> ProveAsync(CancellationToken cancellation = default)
    {
        var (count, last) = (0L, AuditEntry.Beginning);
        await foreach (var entry in AllAsync(cancellation).ConfigureAwait(false))
        {
            if (entry.Sequence != count + 1) return new AuditProof(count, last, count + 1, $"entry {count + 1} is missing; the next is {entry.Sequence}");
            if (entry.Before != last) return new AuditProof(count, last, entry.Sequence, $"entry {entry.Sequence} does not follow entry {count}: one of them was changed or put in");
            if (!entry.Follows(last)) return new AuditProof(count, last, entry.Sequence, $"entry {entry.Sequence} was changed after it was written");
            (count, last) = (entry.Sequence, entry.Hash);
        }
        return new AuditProof(count, last, null, null);
    }

    private async Task AppendAsync(long at, string who, string act, string subject, string? client, string outcome, string detail, CancellationToken cancellation)
    {
        await using var connection = await store.ConnectAsync(cancellation).ConfigureAwait(false);
        await using var transaction = await connection.BeginTransactionAsync(cancellation).ConfigureAwait(false);
        var (sequence, before) = await LastAsync(connection, transaction, cancellation).ConfigureAwait(false);
        sequence++;
        var hash = AuditEntry.HashOf(before, sequence, at, who, act, subject, client, outcome, detail);
        await using var insert = connection.Command(
            $"INSERT INTO audit ({Columns}) VALUES (@sequence, @at, @who, @act, @subject, @client, @outcome, @detail, @before, @hash)",
            ("@sequence", sequence), ("@at", at), ("@who", who), ("@act", act), ("@subject", subject), ("@client", client), ("@outcome", outcome), ("@detail", detail), ("@before", before), ("@hash", hash));
        insert.Transaction = transaction;
        await insert.ExecuteNonQueryAsync(cancellation).ConfigureAwait(false);
        await transaction.CommitAsync(cancellation).ConfigureAwait(false);
    }

    private static async Task<(long Sequence, byte[] Hash)> LastAsync(DbConnection connection, DbTransaction transaction, CancellationToken cancellation)
    {
        await using var command = connection.Command("SELECT sequence, hash FROM audit ORDER BY sequence DESC LIMIT 1");
        command.Transaction = transaction;
        await using var row = await command.ExecuteReaderAsync(cancellation).ConfigureAwait(false);
        return await row.ReadAsync(cancellation).ConfigureAwait(false) ? (row.GetInt64(0), (byte[])row[1]) : (0, Convert.FromHexString(AuditEntry.Beginning));
    }

    private static bool IsTaken(DbException wrong) =>
        wrong is Npgsql.PostgresException { SqlState: "23505" } or Microsoft.Data.Sqlite.SqliteException { SqliteErrorCode: 19 or 5 or 6 };

    private static AuditEntry Read(DbDataReader row) => new(
        row.GetInt64(0), row.GetInt64(1), row.GetString(2), row.GetString(3), row.GetString(4), row.TextOrNull(5), row.GetString(6), row.GetString(7),
        Convert.ToHexStringLower((byte[])row[8]), Convert.ToHexStringLower((byte[])row[9]));
}

/// <summary>What came of going through the chain.</summary>
/// <param name="Count">Entries that hold, from the first on.</param>
/// <param name="Last">The hash of the last of them: noted elsewhere, it proves later that nothing was cut off.</param>
/// <param name="BreaksAt">The first entry that does not hold; null when all do.</param>
public sealed record AuditProof(long Count, string Last, long? BreaksAt, string? Why);
