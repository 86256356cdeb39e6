using System.Data.Common;
using Microsoft.Data.Sqlite;
using Npgsql;
using Plateau.Contracts.Telephony;
using Plateau.Storage;
using SQLitePCL;

namespace Plateau.Contracts.Web;

/// <summary>Keeps an import from writing on while some of its people are in and some are not, so that somebody can stop it there however fast the machine is.</summary>
internal sealed class HeldImport : IAsyncDisposable
{
    private readonly DbConnection connection;

    private HeldImport(DbConnection connection) => this.connection = connection;

    public static async Task<HeldImport> InTheMiddleAsync(StoreAddress address, int people)
    {
        var held = await ToAsync(address);
        await Eventually.HoldsAsync(async () => await held.CountAsync() > 0, "the import has written some of its people");
        await held.LockAsync();
        (await held.CountAsync()).Should().BeInRange(1, people - 1, "it is held in the middle");
        return held;
    }

    /// <summary>Holds whatever is to be written to the people next.</summary>
    public static async Task<HeldImport> NowAsync(StoreAddress address)
    {
        var held = await ToAsync(address);
        await held.LockAsync();
        return held;
    }

    /// <summary>Lets it go on.</summary>
    public async ValueTask DisposeAsync() => await connection.DisposeAsync();

    private static async Task<HeldImport> ToAsync(StoreAddress address)
    {
        var held = new HeldImport(address.Engine == StoreEngine.Sqlite
            ? new SqliteConnection($"Data Source={address.Shown};Pooling=False")
            : new NpgsqlConnection($"Host=127.0.0.1;Username=plateau;Port={new Uri(address.Shown).Port};Database={new Uri(address.Shown).AbsolutePath[1..]};Pooling=False"));
        await held.connection.OpenAsync(Cancelled);
        return held;
    }

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    /// <summary>SQLite's lock keeps every other writer out, PostgreSQL's those of this table; everybody may read.</summary>
    private async Task LockAsync()
    {
        if (connection is SqliteConnection { Handle: { } file })
        {
            // The import leaves gaps of a thousandth of a second between its transactions: whoever sleeps between two tries misses them all.
            raw.sqlite3_busy_timeout(file, 0);
            await Eventually.HoldsAsync(() => Enumerable.Range(0, 200_000).Any(_ => raw.sqlite3_exec(file, "BEGIN IMMEDIATE") == raw.SQLITE_OK), "the import lets another writer in");
            return;
        }

        await using var command = connection.CreateCommand();
        command.CommandText = "BEGIN; LOCK TABLE prospect IN SHARE ROW EXCLUSIVE MODE";
        await command.ExecuteNonQueryAsync(Cancelled);
    }

    private async Task<long> CountAsync()
    {
        await using var count = connection.CreateCommand();
        count.CommandText = "SELECT count(*) FROM prospect";
        return Convert.ToInt64(await count.ExecuteScalarAsync(Cancelled), System.Globalization.CultureInfo.InvariantCulture);
    }
}
