using Microsoft.Data.Sqlite;
using Npgsql;

namespace Plateau.Storage;

public enum StoreEngine
{
    Sqlite,
    Postgres,
}

/// <summary>Where the database is: a file for SQLite, a host for PostgreSQL.</summary>
public sealed record StoreAddress
{
    private StoreAddress(StoreEngine engine, string connectionString, string? file, string shown)
    {
        Engine = engine;
        ConnectionString = connectionString;
        File = file;
        Shown = shown;
    }

    public StoreEngine Engine { get; }

    /// <summary>Holds the password; never to be logged.</summary>
    internal string ConnectionString { get; }

    internal string? File { get; }

    /// <summary>The address without its secrets, for people and logs.</summary>
    public string Shown { get; }

    public override string ToString() => Shown;

    /// <summary>The SQLite file at this path; made when missing.</summary>
    public static StoreAddress AtFile(string path) => new(
        StoreEngine.Sqlite,
        new SqliteConnectionStringBuilder { DataSource = path, ForeignKeys = true, Pooling = true, DefaultTimeout = 30 }.ToString(),
        path,
        path);

    /// <summary>Reads an address as people write it in settings.</summary>
    /// <param name="text">
    /// A file path, <c>postgresql://user:password@host:port/database</c>, or Npgsql's own <c>Host=...;Database=...</c>.
    /// </param>
    /// <exception cref="FormatException">The text is none of these; the message says what it should be.</exception>
    public static StoreAddress Parse(string text)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(text);
        if (text.StartsWith("postgresql://", StringComparison.OrdinalIgnoreCase) || text.StartsWith("postgres://", StringComparison.OrdinalIgnoreCase))
            return FromUri(new Uri(text));
        if (!text.Contains('='))
            return AtFile(text);
        try
        {
            return FromBuilder(new NpgsqlConnectionStringBuilder(text));
        }
        catch (ArgumentException unreadable)
        {
            throw new FormatException($"The database address is neither a file nor a PostgreSQL address: {unreadable.Message} Write for instance postgresql://plateau@localhost/plateau.", unreadable);
        }
    }

    private static StoreAddress FromUri(Uri uri)
    {
        var user = uri.UserInfo.Split(':', 2);
        var builder = new NpgsqlConnectionStringBuilder { Host = uri.Host, Database = Uri.UnescapeDataString(uri.AbsolutePath.TrimStart('/')) };
        if (uri.Port > 0)
            builder.Port = uri.Port;
        if (user[0].Length > 0)
            builder.Username = Uri.UnescapeDataString(user[0]);
        if (user.Length > 1)
            builder.Password = Uri.UnescapeDataString(user[1]);
        return FromBuilder(builder);
    }

    private static StoreAddress FromBuilder(NpgsqlConnectionStringBuilder builder)
    {
        // Our statements are few and constant: the server plans each once per connection.
        builder.MaxAutoPrepare = 64;
        builder.AutoPrepareMinUsages = 2;
        return new(StoreEngine.Postgres, builder.ToString(), null, $"postgresql://{builder.Host}:{builder.Port}/{builder.Database}");
    }
}
