using Plateau.Storage;
using Plateau.Storage.Prospecting;

namespace Plateau.Contracts.Storage;

/// <summary>A table of the law that is gone is noticed, whichever it is and in either database.</summary>
public abstract class LawTablesContract(IDatabase database)
{
    [Theory]
    [InlineData("ground")]
    [InlineData("opposition")]
    [InlineData("attempt")]
    [InlineData("customer")]
    public async Task A_table_that_cannot_be_read_is_noticed_and_so_is_its_return(string table)
    {
        await using var store = await Store.OpenAsync(await database.NewAsync(), TestContext.Current.CancellationToken);
        var tables = new LawTables(store);
        (await tables.CanBeReadAsync(TestContext.Current.CancellationToken)).Should().BeTrue();
        await RenameAsync(store, table, "away");
        (await tables.CanBeReadAsync(TestContext.Current.CancellationToken)).Should().BeFalse();
        await RenameAsync(store, "away", table);
        (await tables.CanBeReadAsync(TestContext.Current.CancellationToken)).Should().BeTrue();
    }

    /// <summary>Only the table itself: SQLite would look through everything that names it.</summary>
    private static async Task RenameAsync(Store store, string from, string to) =>
        await Probe.TextsAsync(store.Address, $"{(store.Address.Engine == StoreEngine.Sqlite ? "PRAGMA legacy_alter_table = ON; " : "")}ALTER TABLE {from} RENAME TO {to}");
}

public sealed class LawTablesOnSqlite(SqliteDatabase database) : LawTablesContract(database), IClassFixture<SqliteDatabase>;

public sealed class LawTablesOnPostgres(PostgresOfTheTests postgres) : LawTablesContract(new PostgresDatabase(postgres));
