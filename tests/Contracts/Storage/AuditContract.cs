using System.Data.Common;
using NodaTime;
using Plateau.Core.Interactions;
using Plateau.Storage;
using Plateau.Storage.Audit;

namespace Plateau.Contracts.Storage;

/// <summary>The audit log is only ever appended to, the database itself holds to that, and whoever gets round it is found out.</summary>
public abstract class AuditContract(IDatabase database)
{
    private static readonly Instant At = Instant.FromUtc(2026, 11, 25, 9, 0);

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Entries_written_at_once_stand_in_one_chain()
    {
        await using var store = await Store.OpenAsync(await database.NewAsync(), Cancelled);
        await using var other = await Store.OpenAsync(store.Address, Cancelled);
        await Task.WhenAll(from number in Enumerable.Range(0, 40)
                           select new AuditLog(number % 2 == 0 ? store : other).WriteAsync(At, $"user:{number}", "clients.change", "client:acme", new ClientId("acme"), "done", $$"""{"n":{{number}}}""", Cancelled));
        var proof = await new AuditLog(store).ProveAsync(Cancelled);
        proof.Should().BeEquivalentTo(new { Count = 40L, BreaksAt = (long?)null });
        (await new AuditLog(store).LatestAsync(100, cancellation: Cancelled)).Select(entry => entry.Who).Should().OnlyHaveUniqueItems().And.HaveCount(40);
    }

    [Fact]
    public async Task The_database_changes_and_deletes_no_entry()
    {
        await using var store = await WrittenAsync();
        foreach (var sql in new[] { "UPDATE audit SET who = 'user:x' WHERE sequence = 2", "DELETE FROM audit WHERE sequence = 2" })
            (await FluentActions.Awaiting(() => RunAsync(store, sql)).Should().ThrowAsync<DbException>()).Which.Message.Should().Contain("audit log is never");
    }

    [Theory]
    [InlineData("UPDATE audit SET who = 'user:x' WHERE sequence = 3", 3), InlineData("DELETE FROM audit WHERE sequence = 3", 3), InlineData("DELETE FROM audit WHERE sequence = 1", 1)]
    [InlineData("UPDATE audit SET client_id = NULL WHERE sequence = 2", 2), InlineData("UPDATE audit SET hash = before WHERE sequence = 4", 4), InlineData("UPDATE audit SET outcome = 'done' WHERE sequence = 5", 5)]
    public async Task Whoever_gets_round_the_database_is_found_out_at_the_entry(string sql, long breaks)
    {
        await using var store = await WrittenAsync();
        await RunAsync(store, store.Address.Engine == StoreEngine.Postgres ? "ALTER TABLE audit DISABLE TRIGGER ALL" : "DROP TRIGGER audit_unchanged");
        if (store.Address.Engine != StoreEngine.Postgres) await RunAsync(store, "DROP TRIGGER audit_undeleted");
        await RunAsync(store, sql);
        var proof = await new AuditLog(store).ProveAsync(Cancelled);
        proof.BreaksAt.Should().Be(breaks);
        proof.Why.Should().NotBeNullOrEmpty();
    }

    private async Task<Store> WrittenAsync()
    {
        var store = await Store.OpenAsync(await database.NewAsync(), Cancelled);
        var log = new AuditLog(store);
        for (var number = 1; number <= 5; number++)
            await log.WriteAsync(At, "user:1", "people.change", $"user:{number}", new ClientId("acme"), "refused", "{}", Cancelled);
        return store;
    }

    private static async Task RunAsync(Store store, string sql)
    {
        await using var connection = await store.ConnectAsync(Cancelled);
        await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // The statements are those of this contract.
        command.CommandText = sql;
#pragma warning restore CA2100
        await command.ExecuteNonQueryAsync(Cancelled);
    }
}

public sealed class AuditOnSqlite(SqliteDatabase database) : AuditContract(database), IClassFixture<SqliteDatabase>;

public sealed class AuditOnPostgres(PostgresOfTheTests postgres) : AuditContract(new PostgresDatabase(postgres));
