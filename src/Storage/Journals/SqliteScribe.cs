using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Plateau.Storage.Journals;

/// <summary>Writes to SQLite by statements that are prepared once, on one connection that is kept.</summary>
internal sealed class SqliteScribe(Store store) : IScribe
{
    private readonly Dictionary<GivenSql, SqliteCommand> _prepared = [];
    private SqliteConnection? _connection;
    private sqlite3_stmt? _insert;
    private SqliteCommand? _last;

    public async Task WriteAsync(FactPage page, Projection projection, QuotaClaims? claims, CancellationToken cancellation)
    {
        await store.Pen.WaitAsync(cancellation).ConfigureAwait(false);
        try
        {
            var connection = _connection ??= (SqliteConnection)await store.ConnectAsync(cancellation).ConfigureAwait(false);
            using var transaction = connection.BeginTransaction();
            Write(connection, transaction, page, projection);
            if (claims is not null)
                await claims.CheckAsync(connection, page.Stream, cancellation).ConfigureAwait(false);
            transaction.Commit();
        }
        catch (SqliteException taken) when (taken.SqliteExtendedErrorCode is 1555 or 2067 && taken.Message.Contains("attempt.id", StringComparison.Ordinal))
        {
            throw new AttemptOnRecord($"An attempt that stream {page.Stream} permits is on record already.", taken);
        }
        finally
        {
            store.Pen.Release();
        }
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var command in _prepared.Values)
            await command.DisposeAsync().ConfigureAwait(false);
        _insert?.Dispose();
        if (_last is not null)
            await _last.DisposeAsync().ConfigureAwait(false);
        if (_connection is not null)
            await _connection.DisposeAsync().ConfigureAwait(false);
    }

    private void Write(SqliteConnection connection, SqliteTransaction transaction, FactPage page, Projection projection)
    {
        // The transaction holds the only write lock, so what is last now is last until it ends.
        _last ??= (SqliteCommand)connection.Command("SELECT coalesce(max(sequence), 0) FROM fact WHERE stream = @stream", ("@stream", null));
        _last.Transaction = transaction;
        _last.Parameters[0].Value = page.Stream;
        var last = (long)_last.ExecuteScalar()!;
        if (last != page.Expected)
            throw new StaleAppend($"Stream {page.Stream} stands at {last}, not at {page.Expected}: somebody else owns it.");
        WriteFacts(connection, page);
        foreach (var (sql, rows) in projection.Writes())
        {
            var command = Prepared(connection, sql);
            command.Transaction = transaction;
            foreach (var row in rows)
            {
                for (var column = 0; column < command.Parameters.Count; column++)
                    command.Parameters[column].Value = row[column] ?? DBNull.Value;
                if (command.ExecuteNonQuery() == 0 && sql == ProjectionSql.NewAttempts)
                    throw new PermitLost($"Somebody whom stream {page.Stream} would call was called by another floor.");
            }
        }
    }

    /// <summary>Facts are the one thing written by the thousand, so they go to the engine's own interface: the JSON is bound as the bytes it is.</summary>
    private void WriteFacts(SqliteConnection connection, FactPage page)
    {
        var handle = connection.Handle!;
        if (_insert is null)
            Check(handle, raw.sqlite3_prepare_v2(handle, "INSERT INTO fact (stream, sequence, type, at, payload) VALUES (?, ?, ?, ?, ?)", out _insert));
        raw.sqlite3_bind_text(_insert, 1, page.Stream);
        for (var each = 0; each < page.Count; each++)
        {
            raw.sqlite3_bind_int64(_insert, 2, page.Sequences[each]);
            raw.sqlite3_bind_text(_insert, 3, page.Types[each]);
            raw.sqlite3_bind_int64(_insert, 4, page.At[each]);
            raw.sqlite3_bind_text(_insert, 5, page.Payloads[each].AsSpan());
            var result = raw.sqlite3_step(_insert);
            raw.sqlite3_reset(_insert);
            if (result != raw.SQLITE_DONE)
                Check(handle, result);
        }
    }

    private static void Check(sqlite3 handle, int result)
    {
        if (result != raw.SQLITE_OK)
            throw new SqliteException($"SQLite error {result}: {raw.sqlite3_errmsg(handle).utf8_to_string()}", result, raw.sqlite3_extended_errcode(handle));
    }

    private SqliteCommand Prepared(SqliteConnection connection, GivenSql sql)
    {
        if (_prepared.TryGetValue(sql, out var command))
            return command;
        command = (SqliteCommand)connection.Command(sql.ForSqlite);
        foreach (var (name, _) in sql.Columns)
            command.Add($"@{name}", null);
        return _prepared[sql] = command;
    }
}
