using NodaTime;
using Plateau.Core.Appointments;
using Plateau.Core.Clients;
using Plateau.Core.Interactions;
using Plateau.Core.Prospecting;
using Plateau.Storage;
using Plateau.Storage.Appointments;
using Plateau.Storage.Centre;
using static Plateau.Contracts.Storage.Centres;

namespace Plateau.Contracts.Storage;

/// <summary>A client goes from the books with all that is its own, on either database, and takes nothing of another with it.</summary>
public abstract class ClientRemovalContract(IDatabase database)
{
    private static readonly ClientId Other = new("other");

    /// <summary>Every table that holds something of a client, and what is the removed client's in it.</summary>
    private static readonly (string Table, string Mine)[] Tables =
    [
        ("client", "id = 'acme'"), ("programme", "client_id = 'acme'"), ("campaign", "client_id = 'acme'"), ("campaign_version", "campaign_id = 'solar'"), ("campaign_list", "campaign_id = 'solar'"),
        ("list", "client_id = 'acme'"), ("prospect", "list_id = 'spring'"), ("customer", "client_id = 'acme'"), ("ground", "reference LIKE 'form-%' AND customer_id IN (SELECT id FROM customer WHERE client_id = 'acme')"),
        ("import_batch", "client_id = 'acme'"), ("opposition", "client_id = 'acme'"), ("api_key", "client_id = 'acme'"), ("document", "client_id = 'acme'"), ("agent", "id = 'mine'"),
        ("consultant", "client_id = 'acme'"), ("consultant_calendar", "consultant_id = 'of-acme'"), ("busy", "consultant_id = 'of-acme'"), ("appointment", "client_id = 'acme'"),
        ("appointment_history", "appointment_id = 'with-acme'"), ("appointment_notice", "appointment_id = 'with-acme'"),
    ];

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_client_goes_with_all_that_is_its_own_and_nothing_of_another()
    {
        await using var store = await OpenWithCentreAsync(database);
        await EnterAsync(store);
        foreach (var (table, mine) in Tables) (await CountAsync(store, table, mine)).Should().BePositive($"{table} holds something of the client before it goes");
        var others = await OthersAsync(store);

        await new ClientRemoval(store).RemoveAsync(Acme, [new AgentId("mine")], Cancelled);

        foreach (var (table, mine) in Tables) (await CountAsync(store, table, mine)).Should().Be(0, $"nothing of the client is left in {table}");
        (await OthersAsync(store)).Should().Equal(others);
        (await new StaffBook(store).AgentAsync(new AgentId("both"), Cancelled))!.Campaigns.Should().Equal(new CampaignId("wind"));
        (await CountAsync(store, "ground", "customer_id NOT IN (SELECT id FROM customer)")).Should().Be(0, "no ground hangs on nobody");
    }

    [Fact]
    public async Task A_client_that_went_can_come_again()
    {
        await using var store = await OpenWithCentreAsync(database);
        await EnterAsync(store);
        for (var twice = 0; twice < 2; twice++) await new ClientRemoval(store).RemoveAsync(Acme, [new AgentId("mine")], Cancelled);
        var centre = new CentreBook(store);
        await centre.SetAsync(new Client(Acme, "Acme", []), Noon, Cancelled);
        await centre.SetListAsync(Spring, Acme, "Spring", Noon, Cancelled);
        (await ImportAsync(store, People(5))).Accepted.Should().Be(5);
    }

    /// <summary>Beside the removed client's campaign and list: people, an objection, a key, a document, agents; and a second client with the same.</summary>
    private static async Task EnterAsync(Store store)
    {
        var (centre, staff, documents, keys) = (new CentreBook(store), new StaffBook(store), new DocumentBook(store), new ApiKeys(store));
        await centre.SetAsync(new Client(Other, "Other", []), Noon, Cancelled);
        await centre.SetAsync(new Programme(new ProgrammeId("air"), Other, "Air"), Cancelled);
        await centre.SetListAsync(new ListId("autumn"), Other, "Autumn", Noon, Cancelled);
        await centre.SetAsync(new CampaignSettings(new CampaignId("wind"), 1, "Wind", Other, new ProgrammeId("air"), DialMode.Progressive, new TrunkId("practice"), "+33199001234", "wind", [new ListId("autumn")]), Noon, Cancelled);
        await ImportAsync(store, People(20));
        await ImportAsync(store, People(30), Order() with { Client = Other, List = new ListId("autumn") });
        foreach (var client in (ClientId[])[Acme, Other])
        {
            await new Plateau.Storage.Prospecting.Oppositions(store).RecordAsync(client, "+33600000001", Noon, "letter", Cancelled);
            await documents.SetAsync("script", $"of-{client}", "text", Noon, client: client, cancellation: Cancelled);
            await AgreeAsync(store, client, client == Acme ? Spring : new ListId("autumn"));
            await keys.IssueAsync($"key of {client}", ["lists:read"], client, Noon, Cancelled);
        }
        await staff.SetAsync(new AgentCard(new AgentId("mine"), "Mine", [Solar]), Cancelled);
        await staff.SetAsync(new AgentCard(new AgentId("both"), "Both", [Solar, new CampaignId("wind")]), Cancelled);
    }

    private static async Task AgreeAsync(Store store, ClientId client, ListId list)
    {
        var (consultants, whose, person) = (new ConsultantBook(store), new ConsultantId($"of-{client}"), (await new ProspectBook(store).OfListAsync(list, 1, cancellation: Cancelled)).Items[0]);
        await consultants.SetAsync(new Consultant(whose, client, "Anna", "anna@example.org", "Europe/Paris"), Cancelled);
        await consultants.SetCalendarAsync(new(whose, CalendarKind.Feed, "https://calendars.example/anna.ics"), Cancelled);
        await consultants.SyncedAsync(whose, null, true, [], [new(Noon, Noon + Duration.FromHours(1), "a")], Noon, Cancelled);
        var wish = new BookingWish(new($"with-{client}"), Solar, whose, person.Id, person.Customer, Noon + Duration.FromHours(46), new AppointmentRules(), null, null, new(null, null, null, null, "fr", "Europe/Paris"));
        (await new AppointmentBook(store).BookAsync(wish, Noon, "user:zoe", Cancelled)).Card.Should().NotBeNull();
    }

    private static async Task<IReadOnlyList<long>> OthersAsync(Store store)
    {
        var counts = new List<long>();
        foreach (var (table, mine) in Tables) counts.Add(await CountAsync(store, table, $"NOT ({mine})"));
        return counts;
    }

    private static async Task<long> CountAsync(Store store, string table, string where) =>
        long.Parse((await Probe.TextsAsync(store.Address, $"SELECT CAST(count(*) AS text) FROM {table} WHERE {where}"))[0], System.Globalization.CultureInfo.InvariantCulture);
}

public sealed class ClientRemovalOnSqlite(SqliteDatabase database) : ClientRemovalContract(database), IClassFixture<SqliteDatabase>;

public sealed class ClientRemovalOnPostgres(PostgresOfTheTests postgres) : ClientRemovalContract(new PostgresDatabase(postgres));
