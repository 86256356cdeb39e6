using System.Data.Common;
using Npgsql;
using NpgsqlTypes;

namespace Plateau.Storage.Journals;

/// <summary>
/// One statement of a projection and the rows given to it. The SQL speaks of a table named <c>given</c>; SQLite is
/// handed its rows one by one, PostgreSQL all at once as arrays.
/// </summary>
/// <param name="sql">With <c>{given}</c> where the rows come in.</param>
internal sealed class GivenSql(string sql, params (string Name, NpgsqlDbType Type)[] columns)
{
    public IReadOnlyList<(string Name, NpgsqlDbType Type)> Columns => columns;

    public string ForSqlite { get; } = sql.Replace("{given}", $"(SELECT {string.Join(", ", columns.Select(column => $"@{column.Name} AS {column.Name}"))}) AS given", StringComparison.Ordinal);

    public string ForPostgres { get; } = sql.Replace(
        "{given}",
        $"unnest({string.Join(", ", columns.Select(column => $"@{column.Name}"))}) AS given({string.Join(", ", columns.Select(column => column.Name))})",
        StringComparison.Ordinal);

    /// <summary>One column of the rows as an array of its own type.</summary>
    public Array Column(List<object?[]> rows, int column) => columns[column].Type switch
    {
        NpgsqlDbType.Text => Take<string?>(rows, column),
        NpgsqlDbType.Bigint => Take<long?>(rows, column),
        NpgsqlDbType.Integer => Take<int?>(rows, column),
        NpgsqlDbType.Smallint => Take<short?>(rows, column),
        NpgsqlDbType.Boolean => Take<bool?>(rows, column),
        _ => throw new InvalidOperationException($"No array is known for {columns[column].Type}."),
    };

    /// <summary>Asks a question about the rows given, on either database.</summary>
    public async Task<IReadOnlyList<T>> AskAsync<T>(DbConnection connection, List<object?[]> rows, Func<DbDataReader, T> read, CancellationToken cancellation)
    {
        var answers = new List<T>();
        foreach (var each in connection is NpgsqlConnection ? [rows] : rows.Select(row => new List<object?[]> { row }))
        {
            await using var command = connection.Command(connection is NpgsqlConnection ? ForPostgres : ForSqlite);
            for (var column = 0; column < columns.Length; column++)
            {
                if (command is NpgsqlCommand postgres)
                    postgres.Parameters.Add(new NpgsqlParameter(columns[column].Name, NpgsqlDbType.Array | columns[column].Type) { Value = Column(each, column) });
                else
                    command.Add($"@{columns[column].Name}", each[0][column]);
            }

            await using var found = await command.ExecuteReaderAsync(cancellation).ConfigureAwait(false);
            while (await found.ReadAsync(cancellation).ConfigureAwait(false))
                answers.Add(read(found));
        }

        return answers;
    }

    private static T[] Take<T>(List<object?[]> rows, int column)
    {
        var values = new T[rows.Count];
        for (var row = 0; row < values.Length; row++)
            values[row] = (T)rows[row][column]!;
        return values;
    }
}
