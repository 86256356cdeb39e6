using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Plateau.Core.Compliance;
using Plateau.Core.Interactions;
using Plateau.Storage;
using Plateau.Storage.Centre;
using Plateau.Storage.Model;
using Plateau.Storage.Prospecting;

namespace Plateau.Contracts.Storage;

/// <summary>A database of an earlier version, with people on its lists, opened by this one: nobody is lost, and everybody stands where an import of today would put them.</summary>
public abstract class MigrationContract(IDatabase database)
{
    /// <summary>The last version that knew no segments.</summary>
    private const string Before = "PeopleAndAudit";

    /// <summary>Every sort of place and state: two zones, two audiences, a territory or none, several zones, five states.</summary>
    private static readonly string[] Old =
    [
        "INSERT INTO client (id, name, settings, version, effective_at) VALUES ('acme', 'Acme', '{}', 1, 0)",
        "INSERT INTO list (id, client_id, name, at) VALUES ('spring', 'acme', 'Spring', 0), ('autumn', 'acme', 'Autumn', 0)",
        """
        INSERT INTO customer (id, client_id, number, audience, name, country, territory, zones, place_told) VALUES
            (1, 'acme', 33600000001, 1, 'One', 'FR', NULL, 'Europe/Paris', false), (2, 'acme', 33600000002, 1, 'Two', 'FR', 'FR-67', 'Europe/Paris', true),
            (3, 'acme', 262692000003, 1, 'Three', 'FR', 'FR-974', 'Indian/Reunion', true), (4, 'acme', 33600000004, 2, 'Four', 'FR', NULL, 'Europe/Paris', false),
            (5, 'acme', 68987000005, 1, 'Five', 'FR', 'FR-987', 'Pacific/Tahiti,Pacific/Marquesas,Pacific/Gambier', false), (6, 'acme', 33600000006, 1, 'Six', 'FR', NULL, 'Europe/Paris', false)
        """,
        """
        INSERT INTO prospect (id, list_id, customer_id, state, reason, due_at, attempts, extra) VALUES
            (11, 'spring', 1, 0, NULL, 0, 0, '{"Région":"Bretagne"}'), (12, 'spring', 2, 1, 'recycled', 17640000000000000, 2, NULL), (13, 'spring', 3, 2, 'success', 0, 1, NULL),
            (14, 'spring', 4, 5, 'no-legal-ground', 0, 0, NULL), (15, 'spring', 5, 4, 'callback', 17640000000000000, 1, NULL), (16, 'autumn', 6, 0, NULL, 0, 0, NULL), (17, 'autumn', 1, 0, NULL, 0, 0, NULL)
        """,
        "INSERT INTO ground (customer_id, kind, reference, products, at) VALUES (1, 1, 'FORM-1', 'solar', 17880000000000000)",
    ];

    private const string People = "SELECT prospect.id || ' ' || list_id || ' ' || state || ' ' || coalesce(reason, '-') || ' ' || due_at || ' ' || attempts || ' ' || name || ' ' || zones || ' ' || coalesce(territory, '-') || ' ' || coalesce(extra, '-') FROM prospect JOIN customer ON customer.id = customer_id ORDER BY prospect.id";

    private const string Segments = "SELECT prospect.id || ' ' || segment.list_id || ' ' || segment.audience || ' ' || segment.zones || ' ' || segment.territory || ' [' || segment.words || ']' FROM prospect JOIN segment ON segment.id = prospect.segment_id ORDER BY prospect.id";

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Whoever_was_on_a_list_before_there_were_segments_stands_where_an_import_would_put_them()
    {
        var address = await database.NewAsync();
        await using (var old = ContextOf(address))
        {
            await old.GetService<IMigrator>().MigrateAsync(Before, Cancelled);
#pragma warning disable EF1002 // Constants of this contract.
            foreach (var sql in Old) await old.Database.ExecuteSqlRawAsync(sql.Replace("{", "{{", StringComparison.Ordinal).Replace("}", "}}", StringComparison.Ordinal), Cancelled);
#pragma warning restore EF1002
        }

        var before = await Probe.TextsAsync(address, People);
        before.Should().HaveCount(7);
        await using var store = await Store.OpenAsync(address, Cancelled);
        (await Probe.TextsAsync(address, People)).Should().Equal(before, "nobody is lost or moved");
        (await Probe.TextsAsync(address, Segments)).Should().Equal(
            "11 spring 1 Europe/Paris  []", "12 spring 1 Europe/Paris FR-67 []", "13 spring 1 Indian/Reunion FR-974 []", "14 spring 2 Europe/Paris  []",
            "15 spring 1 Pacific/Tahiti,Pacific/Marquesas,Pacific/Gambier FR-987 []", "16 autumn 1 Europe/Paris  []", "17 autumn 1 Europe/Paris  []");

        await using var connection = await store.ConnectAsync(Cancelled);
        foreach (var list in (string[])["spring", "autumn"])
            (await new SegmentColumns(store).SettleAsync(connection, new ListId(list), null, Cancelled)).Should().Be(0, "an import of today would put nobody elsewhere");
        (await new StuckProspects(store).FindAsync(null, Cancelled)).Should().NotContain(stuck => stuck.Why == StuckProspects.NoSegment);
        (await new CustomerBook(store).FindAsync(new CustomerId(1), Cancelled))!.Grounds.Should().ContainSingle().Which.Evidence.Form.Should().BeEquivalentTo(ConsentForm.Attested, "what a client attested then it attests now");
    }

    private static PlateauContext ContextOf(StoreAddress address) => address.Engine == StoreEngine.Postgres
        ? new PostgresContext(new DbContextOptionsBuilder<PostgresContext>().UseNpgsql(address.ConnectionString).Options)
        : new SqliteContext(new DbContextOptionsBuilder<SqliteContext>().UseSqlite(address.ConnectionString).Options);
}

public sealed class MigrationOnSqlite(SqliteDatabase database) : MigrationContract(database), IClassFixture<SqliteDatabase>;

public sealed class MigrationOnPostgres(PostgresOfTheTests postgres) : MigrationContract(new PostgresDatabase(postgres));
