using Microsoft.Data.Sqlite;

namespace Plateau.Storage.Journals;

/// <summary>Writes to SQLite by statements that are prepared once, on one connection that is kept.</summary>
internal sealed class SqliteScribe(Store store) : IScribe
{
    private readonly Dictionary<GivenSql, SqliteCommand> _prepared = [];
    private SqliteConnection? _connection;
    private SqliteCommand? _insert;
    private SqliteCommand? _last;

    public async Task WriteAsync(FactPage page, Projection projection, CancellationToken cancellation)
    {
        await store.Pen.WaitAsync(cancellation).ConfigureAwait(false);
        try
        {
            var connection = _connection ??= (SqliteConnection)await store.ConnectAsync(cancellation).ConfigureAwait(false);
            using var transaction = connection.BeginTransaction();
            Write(connection, transaction, page, projection);
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
        if (_insert is not null)
            await _insert.DisposeAsync().ConfigureAwait(false);
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
        WriteFacts(connection, transaction, page);
        foreach (var (sql, rows) in projection.Writes())
        {
            var command = Prepared(connection, sql);
            command.Transaction = transaction;
            foreach (var row in rows)
            {
                for (var column = 0; column < command.Parameters.Count; column++)
                    command.Parameters[column].Value = row[column] ?? DBNull.Value;
                command.ExecuteNonQuery();
            }
        }
    }

    private void WriteFacts(SqliteConnection connection, SqliteTransaction transaction, FactPage page)
    {
        _insert ??= (SqliteCommand)connection.Command(
            "INSERT INTO fact (stream, sequence, type, at, payload) VALUES (@stream, @sequence, @type, @at, @payload)",
            ("@stream", null), ("@sequence", null), ("@type", null), ("@at", null), ("@payload", null));
        _insert.Transaction = transaction;
        var given = _insert.Parameters;
        given[0].Value = page.Stream;
        for (var each = 0; each < page.Count; each++)
        {
            given[1].Value = page.Sequences[each];
            given[2].Value = page.Types[each];
            given[3].Value = page.At[each];
            given[4].Value = page.Payloads[each];
            _insert.ExecuteNonQuery();
        }
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
