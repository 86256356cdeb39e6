using System.Text;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Plateau.Storage.Importing;

/// <summary>One statement of SQLite's, prepared once and run for row after row, with its values handed over as they are.</summary>
/// <remarks>
/// A command of the provider's boxes each value and looks up each parameter for every row; over a million rows that costs
/// more than reading the file does. Values stay bound from one run to the next until they are bound anew.
/// </remarks>
internal sealed class SqliteStatement : IDisposable
{
    private readonly sqlite3 _connection;
    private readonly sqlite3_stmt _statement;
    private byte[] _text = new byte[256];

    /// <param name="sql">One statement; its parameters are numbered, ?1 onwards.</param>
    public SqliteStatement(SqliteConnection connection, string sql)
    {
        _connection = connection.Handle!;
        Check(raw.sqlite3_prepare_v2(_connection, sql, out _statement));
    }

    public SqliteStatement Bind(int place, long value)
    {
        Check(raw.sqlite3_bind_int64(_statement, place, value));
        return this;
    }

    public SqliteStatement Bind(int place, long? value)
    {
        if (value is { } told) return Bind(place, told);
        Check(raw.sqlite3_bind_null(_statement, place));
        return this;
    }

    public SqliteStatement Bind(int place, double? value)
    {
        Check(value is { } told ? raw.sqlite3_bind_double(_statement, place, told) : raw.sqlite3_bind_null(_statement, place));
        return this;
    }

    public SqliteStatement Bind(int place, string? value)
    {
        if (value is null)
        {
            Check(raw.sqlite3_bind_null(_statement, place));
            return this;
        }
        if (_text.Length < value.Length * 3) _text = new byte[value.Length * 3];
        Check(raw.sqlite3_bind_text(_statement, place, _text.AsSpan(0, Encoding.UTF8.GetBytes(value, _text))));
        return this;
    }

    /// <summary>Runs a statement that gives no rows.</summary>
    /// <exception cref="SqliteException">The database refused it.</exception>
    public void Run()
    {
        raw.sqlite3_step(_statement);
        // What the step met is told by the reset, with its extended code.
        Check(raw.sqlite3_reset(_statement));
    }

    /// <summary>Runs a question and gives the first number of its first row; 0 when it has none.</summary>
    public long Ask()
    {
        var answer = raw.sqlite3_step(_statement) == raw.SQLITE_ROW ? raw.sqlite3_column_int64(_statement, 0) : 0;
        Check(raw.sqlite3_reset(_statement));
        return answer;
    }

    public void Dispose() => _statement.Dispose();

    private void Check(int code) => SqliteException.ThrowExceptionForRC(code, _connection);
}
