using System.Data.Common;
using System.Text.Json;
using Npgsql;

namespace Plateau.Storage;

/// <summary>Plain SQL in few words: both databases take the same statements with the same named parameters.</summary>
internal static class Sql
{
    public static DbCommand Add(this DbCommand command, string name, object? value)
    {
        var parameter = command.CreateParameter();
        parameter.ParameterName = name;
        parameter.Value = value ?? DBNull.Value;
        command.Parameters.Add(parameter);
        return command;
    }

    public static DbCommand Command(this DbConnection connection, string sql, params ReadOnlySpan<(string Name, object? Value)> parameters)
    {
        var command = connection.CreateCommand();
#pragma warning disable CA2100 // Every statement is a constant of ours; values travel as parameters only.
        command.CommandText = sql;
#pragma warning restore CA2100
        foreach (var (name, value) in parameters)
            command.Add(name, value);
        return command;
    }

    /// <summary>Ends a question with "is one of these": one parameter, however many they are.</summary>
    public static DbCommand Among(this DbConnection connection, string sql, IReadOnlyList<long> ids, string order = "") => connection is NpgsqlConnection
        ? connection.Command($"{sql} = ANY(@ids){order}", ("@ids", ids.ToArray()))
        : connection.Command($"{sql} IN (SELECT value FROM json_each(@ids)){order}", ("@ids", JsonSerializer.Serialize(ids)));

    public static async Task<int> RunAsync(this DbConnection connection, string sql, CancellationToken cancellation, params (string Name, object? Value)[] parameters)
    {
        await using var command = connection.Command(sql, parameters);
        return await command.ExecuteNonQueryAsync(cancellation).ConfigureAwait(false);
    }

    public static async Task<T?> OneAsync<T>(this DbConnection connection, string sql, CancellationToken cancellation, params (string Name, object? Value)[] parameters)
    {
        await using var command = connection.Command(sql, parameters);
        var value = await command.ExecuteScalarAsync(cancellation).ConfigureAwait(false);
        return value is null or DBNull ? default : (T)Convert.ChangeType(value, Nullable.GetUnderlyingType(typeof(T)) ?? typeof(T), System.Globalization.CultureInfo.InvariantCulture);
    }

    public static string? TextOrNull(this DbDataReader row, int column) => row.IsDBNull(column) ? null : row.GetString(column);

    public static long? LongOrNull(this DbDataReader row, int column) => row.IsDBNull(column) ? null : row.GetInt64(column);
}
