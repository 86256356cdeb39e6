using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Plateau.Storage;

/// <summary>
/// How every SQLite connection of ours behaves: what was acknowledged survives a power cut (WAL, FULL),
/// references hold, and whoever finds another process writing waits instead of failing.
/// </summary>
internal sealed class SqliteSettings : DbConnectionInterceptor
{
    /// <summary>Index pages kept in memory by a writer, in KiB.</summary>
    private const int CacheKiB = 65_536;

    private const string Settings =
        "PRAGMA busy_timeout=30000; PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON; PRAGMA temp_store=FILE; PRAGMA cache_size=-";

    public static SqliteSettings Instance { get; } = new();

    public static void Apply(SqliteConnection connection)
    {
        using var command = connection.CreateCommand();
        command.CommandText = Settings + CacheKiB;
        command.ExecuteNonQuery();
    }

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData) => Apply((SqliteConnection)connection);

    public override Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        Apply((SqliteConnection)connection);
        return Task.CompletedTask;
    }
}
