using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using Plateau.Storage.Model;

namespace Plateau.Storage;

/// <summary>
/// The centre's memory: one database, opened, migrated and ready. SQLite is a file beside the program;
/// PostgreSQL is an address. Every other door of this room is made from a store.
/// </summary>
public sealed class Store : IAsyncDisposable
{
    private readonly DbDataSource? _postgres;
    private readonly string _connection;

    private Store(StoreAddress address)
    {
        Address = address;
        _connection = address.ConnectionString;
        _postgres = address.Engine == StoreEngine.Postgres ? NpgsqlDataSource.Create(_connection) : null;
    }

    public StoreAddress Address { get; }

    /// <summary>SQLite takes one writer at a time. Within this process writers queue here, in order, so that an import of a million rows never starves the journal.</summary>
    internal SemaphoreSlim Pen { get; } = new(1, 1);

    internal bool IsPostgres => _postgres is not null;

    /// <summary>Opens the database and brings its tables to this version.</summary>
    /// <exception cref="DbException">The database is unreachable or refuses us; the message names it.</exception>
    public static async Task<Store> OpenAsync(StoreAddress address, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(address);
        if (address.File is { } file && Path.GetDirectoryName(Path.GetFullPath(file)) is { } folder)
            Directory.CreateDirectory(folder);
        var store = new Store(address);
        try
        {
            await using var context = store.Context();
            await context.Database.MigrateAsync(cancellation).ConfigureAwait(false);
            return store;
        }
        catch
        {
            await store.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    /// <summary>True when the database answers now; the server's readiness.</summary>
    public async Task<bool> AnswersAsync(CancellationToken cancellation = default)
    {
        try
        {
            await using var connection = await ConnectAsync(cancellation).ConfigureAwait(false);
            await using var command = connection.CreateCommand();
            command.CommandText = "SELECT count(*) FROM client";
            await command.ExecuteScalarAsync(cancellation).ConfigureAwait(false);
            return true;
        }
        catch (Exception gone) when (gone is DbException or IOException or TimeoutException)
        {
            return false;
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_postgres is not null)
            await _postgres.DisposeAsync().ConfigureAwait(false);
        else
            SqliteConnection.ClearPool(new SqliteConnection(_connection));
        Pen.Dispose();
    }

    internal PlateauContext Context() => IsPostgres
        ? new PostgresContext(new DbContextOptionsBuilder<PostgresContext>().UseNpgsql(_postgres!).Options)
        : new SqliteContext(new DbContextOptionsBuilder<SqliteContext>().UseSqlite(_connection).AddInterceptors(SqliteSettings.Instance).Options);

    /// <summary>One small change of settings, in one transaction.</summary>
    internal async Task WriteAsync(Func<PlateauContext, Task> change, CancellationToken cancellation)
    {
        await Pen.WaitAsync(cancellation).ConfigureAwait(false);
        try
        {
            await using var context = Context();
            await change(context).ConfigureAwait(false);
            await context.SaveChangesAsync(cancellation).ConfigureAwait(false);
        }
        finally
        {
            Pen.Release();
        }
    }

    internal async Task<DbConnection> ConnectAsync(CancellationToken cancellation)
    {
        if (_postgres is not null)
            return await _postgres.OpenConnectionAsync(cancellation).ConfigureAwait(false);
        var connection = new SqliteConnection(_connection);
        await connection.OpenAsync(cancellation).ConfigureAwait(false);
        SqliteSettings.Apply(connection);
        return connection;
    }
}
