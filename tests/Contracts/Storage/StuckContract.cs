using Plateau.Storage;
using Plateau.Storage.Prospecting;
using static Plateau.Contracts.Storage.Centres;

namespace Plateau.Contracts.Storage;

/// <summary>What the check for stuck prospects finds, and what it leaves alone, on either database.</summary>
public abstract class StuckContract(IDatabase database)
{
    private sealed record Same(StoreAddress Address) : IDatabase
    {
        public Task<StoreAddress> NewAsync() => Task.FromResult(Address);
    }

    [Theory]
    [InlineData("UPDATE prospect SET state = 0", null)]
    [InlineData("UPDATE prospect SET state = 2", null)]
    [InlineData("UPDATE prospect SET state = 3, reason = 'preview'", null)]
    [InlineData("UPDATE prospect SET state = 5, reason = 'FR-CONSENT'", null)]
    [InlineData("UPDATE prospect SET state = 3, reason = NULL", StuckProspects.NoCall)]
    [InlineData("UPDATE prospect SET state = 4, reason = 'callback'", StuckProspects.NoCallback)]
    [InlineData("UPDATE prospect SET state = 5, reason = NULL", StuckProspects.NoReason)]
    [InlineData("DELETE FROM campaign_list", StuckProspects.NoCampaign)]
    public async Task Whoever_waits_for_what_can_not_come_is_found(string damage, string? why)
    {
        var address = await database.NewAsync();
        await using var store = await OpenWithCentreAsync(new Same(address));
        await ImportAsync(store, People(3));
        await Probe.TextsAsync(address, damage + " RETURNING list_id");
        var found = await new StuckProspects(store).FindAsync(TestContext.Current.CancellationToken);
        found.Select(each => (each.List, each.Why, each.Count)).Should().Equal(why is null ? [] : [(Spring, why, 3L)]);
    }

    [Theory]
    [InlineData("NULL", "NULL", "NULL", false)]
    [InlineData("NULL", "1", "NULL", true)]
    [InlineData("1", "1", "NULL", false)]
    [InlineData("1", "1", "1", true)]
    public async Task A_call_holds_its_prospect_until_it_is_over_and_written_up(string connected, string ended, string disposed, bool stuck)
    {
        var address = await database.NewAsync();
        await using var store = await OpenWithCentreAsync(new Same(address));
        await ImportAsync(store, People(1));
        await Probe.TextsAsync(address, "UPDATE prospect SET state = 3 RETURNING list_id");
        await Probe.TextsAsync(address,
            $"""
            INSERT INTO attempt (id, stream, permit_sequence, campaign_id, client_id, prospect_id, customer_id, tried, permitted_at, ground, caller_id, connected_at, ended_at, disposed_at)
            SELECT 'a-1', 'floor', 1, 'solar', 'acme', id, customer_id, 1, 1, '', '', {connected}, {ended}, {disposed} FROM prospect RETURNING id
            """);
        (await new StuckProspects(store).FindAsync(TestContext.Current.CancellationToken)).Select(each => each.Why).Should().Equal(stuck ? [StuckProspects.NoCall] : []);
    }
}

public sealed class StuckOnSqlite(SqliteDatabase database) : StuckContract(database), IClassFixture<SqliteDatabase>;

public sealed class StuckOnPostgres(PostgresOfTheTests postgres) : StuckContract(new PostgresDatabase(postgres));
