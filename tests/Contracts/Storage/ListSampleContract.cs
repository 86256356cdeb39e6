using NodaTime;
using Plateau.Core.Compliance;
using Plateau.Core.Interactions;
using Plateau.Core.Prospecting;
using Plateau.Server.WhatIfs;
using Plateau.Simulation;
using Plateau.Storage.Centre;
using Plateau.Storage.Journals;
using Plateau.Storage.Prospecting;
using static Plateau.Contracts.Storage.Centres;

namespace Plateau.Contracts.Storage;

/// <summary>Who a day is lived through with before it comes: a sample of the lists as they stand, on either database.</summary>
public abstract class ListSampleContract(IDatabase database)
{
    private const string Heads = "telephone;nom;score;code postal;date consentement;preuve\n";

    [Fact]
    public async Task All_who_are_left_are_taken_with_what_the_law_asks_in_the_order_of_the_list()
    {
        await using var store = await OpenWithCentreAsync(database);
        await using var journal = new Journal(store);
        await ImportAsync(store, Heads + Row(1, "10") + Row(2, "") + Row(3, "30", consent: "") + Row(4, "20", postcode: "97400") + Row(5, "25") + Row(6, "5"));
        var campaign = Campaign(2) with { Mix = [new ListShare(Spring, Order: ListOrder.Score)] };
        await new CentreBook(store).SetAsync(campaign, Noon, Cancelled);
        var cards = (await new ProspectBook(store).OfListAsync(Spring, 20, cancellation: Cancelled)).Items.ToDictionary(card => int.Parse(card.Name!, System.Globalization.CultureInfo.InvariantCulture));
        // The fifth rests after a call, the sixth is closed.
        var rested = Noon + Duration.FromHours(3);
        await journal.AppendAsync("floor", 0, [Permitted("a-1", cards[5]), new AttemptEnded(Noon, new("a-1"), Solar, cards[5].Id, Outcome.NoAnswer, "480", Verdict.Again(rested, "recycled")),
            Permitted("a-2", cards[6]), new AttemptEnded(Noon, new("a-2"), Solar, cards[6].Id, Outcome.Unallocated, "404", Verdict.Close("number-invalid"))], Cancelled);

        var (people, left) = await new ListSample(store).TakeAsync(campaign, 100, Noon, Cancelled);
        left.Should().Be(5);
        people.Select(each => each.Dossier.Prospect).Should().Equal(cards[3].Id, cards[5].Id, cards[4].Id, cards[1].Id, cards[2].Id);
        people.Select(each => each.Due).Should().Equal(null, rested, null, null, null);
        people.Select(each => (each.Dossier.Consents.Count, each.Dossier.Zones[0], each.Dossier.Tried)).Should().Equal((0, "Europe/Paris", 0), (1, "Europe/Paris", 1), (1, "Indian/Reunion", 0), (1, "Europe/Paris", 0), (1, "Europe/Paris", 0));

        // Tomorrow the law finds in them what it would find: one without a ground; the others are called, in La Réunion from two by its clock.
        var (rehearsal, _) = await new RehearsalReading(new CentreBook(store), new ListSample(store)).OfAsync(campaign, Noon, Cancelled);
        var day = new Scenario { Start = Noon + Duration.FromHours(22), Minutes = 90, Agents = 5, Customers = new() { Count = 5, Answers = 1_000_000, Machines = 0, Busy = 0, Unallocated = 0, Declines = 0, Congested = 0, DeadCarrier = 0, HangUpAtOnce = 0 } };
        var lived = WhatIf.Live(day, [1], null, rehearsal, Cancelled);
        (lived.Attempts.Middle, lived.RefusedBy.Single().Rule, lived.RefusedBy.Single().Calls.Middle).Should().Be((4, "FR-B2C-CONSENT", 1));
    }

    [Fact]
    public async Task Of_many_a_part_is_taken_spread_over_the_list_and_of_none_nobody()
    {
        await using var store = await OpenWithCentreAsync(database);
        await ImportAsync(store, People(60));
        var (people, left) = await new ListSample(store).TakeAsync(Campaign(1), 20, Noon, Cancelled);
        (left, people.Count).Should().Be((60, 20));
        var places = people.Select(each => each.Dossier.Prospect.Value).ToList();
        places.Should().BeInAscendingOrder();
        places.Zip(places.Skip(1), (one, next) => next - one).Should().OnlyContain(apart => apart == 3);
        (await new RehearsalReading(new CentreBook(store), new ListSample(store)).OfAsync(Campaign(1) with { Lists = [new("nothing-there")] }, Noon, Cancelled)).Should().Be((null, 0L));
    }

    private static string Row(int number, string score, string postcode = "69001", string consent = "2026-09-01") =>
        string.Create(System.Globalization.CultureInfo.InvariantCulture, $"06{number:D8};{number};{score};{postcode};{consent};{(consent.Length == 0 ? "" : $"form-{number}")}\n");

    private static AttemptPermitted Permitted(string attempt, ProspectCard card) =>
        new(Noon, new(attempt), Solar, Acme, card.Id, card.Customer, 1, new Permit("book", "2026f", "consent", "form", [], 0, "+33199001234", "m1"), null, null);

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;
}

public sealed class ListSampleOnSqlite(SqliteDatabase database) : ListSampleContract(database), IClassFixture<SqliteDatabase>;

public sealed class ListSampleOnPostgres(PostgresOfTheTests postgres) : ListSampleContract(new PostgresDatabase(postgres));
