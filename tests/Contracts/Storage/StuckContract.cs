using Plateau.Storage;
using Plateau.Storage.Centre;
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
    [InlineData("UPDATE prospect SET segment_id = 0", StuckProspects.NoSegment)]
    public async Task Whoever_waits_for_what_can_not_come_is_found(string damage, string? why)
    {
        var address = await database.NewAsync();
        await using var store = await OpenWithCentreAsync(new Same(address));
        await ImportAsync(store, People(3));
        await Probe.TextsAsync(address, damage + " RETURNING list_id");
        var found = await new StuckProspects(store).FindAsync(null, TestContext.Current.CancellationToken);
        found.Select(each => (each.List, each.Why, each.Count)).Should().Equal(why is null ? [] : [(Spring, why, 3L)]);
        if (why is null || !StuckProspects.CanBeReleased(why)) return;
        (await new StuckProspects(store).ReleaseAsync(Spring, why, TestContext.Current.CancellationToken)).Should().Be(3);
        (await new StuckProspects(store).FindAsync(null, TestContext.Current.CancellationToken)).Should().BeEmpty();
        (await new HopperFeed(store).BringAsync(Solar, 5, Noon, cancellation: TestContext.Current.CancellationToken)).Dossiers.Should().HaveCount(3, "they are called again");
    }

    [Fact]
    public async Task Whoever_is_in_a_segment_that_is_full_for_every_campaign_is_said_to_be_so()
    {
        await using var store = await OpenWithCentreAsync(database);
        await ImportAsync(store, "telephone;region;date consentement;preuve\n0600000001;Bretagne;2026-09-01;f1\n0600000002;Corse;2026-09-01;f2\n");
        var campaign = Campaign(2) with { Quotas = [new("region", "Corse", 0)] };
        await new SegmentColumns(store).KeepUpAsync(campaign, null, TestContext.Current.CancellationToken);
        await new CentreBook(store).SetAsync(campaign, Noon, TestContext.Current.CancellationToken);
        (await new StuckProspects(store).FindAsync(null, TestContext.Current.CancellationToken)).Should().ContainSingle().Which.Should().BeEquivalentTo(new { List = Spring, Why = StuckProspects.QuotaFull, Count = 1L });
        await new CentreBook(store).SetAsync(campaign with { Id = new("other"), Quotas = [] }, Noon, TestContext.Current.CancellationToken);
        (await new StuckProspects(store).FindAsync(null, TestContext.Current.CancellationToken)).Should().BeEmpty("another campaign calls them");
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
        (await new StuckProspects(store).FindAsync(null, TestContext.Current.CancellationToken)).Select(each => each.Why).Should().Equal(stuck ? [StuckProspects.NoCall] : []);
    }
}

public sealed class StuckOnSqlite(SqliteDatabase database) : StuckContract(database), IClassFixture<SqliteDatabase>;

public sealed class StuckOnPostgres(PostgresOfTheTests postgres) : StuckContract(new PostgresDatabase(postgres));
