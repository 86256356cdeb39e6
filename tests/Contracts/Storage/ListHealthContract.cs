using NodaTime;
using Plateau.Core.Clients;
using Plateau.Core.Compliance;
using Plateau.Core.Interactions;
using Plateau.Core.Prospecting;
using Plateau.Storage.Centre;
using Plateau.Storage.Journals;
using Plateau.Storage.Prospecting;
using static Plateau.Contracts.Storage.Centres;

namespace Plateau.Contracts.Storage;

/// <summary>Why people on a list wait and until when, and what calling it brought, on either database.</summary>
public abstract class ListHealthContract(IDatabase database)
{
    private static readonly Client Owner = new(Acme, "Acme", [new CallerId("+33162000001", "m1", new LocalDate(2026, 1, 1))]);

    private const string Heads = "telephone;nom;region;score;code postal;date consentement;preuve;fin consentement\n";

    [Fact]
    public async Task Each_is_told_with_what_keeps_them_and_the_next_moment()
    {
        await using var store = await OpenWithCentreAsync(database);
        await using var journal = new Journal(store);
        await ImportAsync(store, Heads
            + Row(1) + Row(2, ends: "2026-12-10") + Row(3, consent: "") + Row(4, postcode: "97400") + Row(5, region: "Corse") + Row(6) + Row(7) + Row(8));
        var campaign = Campaign(2) with { CallerId = "+33162000001", Quotas = [new("region", "Corse", 0)] };
        await new SegmentColumns(store).KeepUpAsync(campaign, null, Cancelled);
        await new CentreBook(store).SetAsync(campaign, Noon, Cancelled);
        var cards = (await new ProspectBook(store).OfListAsync(Spring, 20, cancellation: Cancelled)).Items.ToDictionary(card => int.Parse(card.Name!, System.Globalization.CultureInfo.InvariantCulture));
        // The sixth rests after a call, the seventh was called four times by another centre, the eighth is closed.
        var rested = Noon + Duration.FromHours(3);
        await journal.AppendAsync("floor", 0, [Permitted("a-1", cards[6]), new AttemptEnded(Noon, new("a-1"), Solar, cards[6].Id, Outcome.NoAnswer, "480", Verdict.Again(rested, "recycled")),
            Permitted("a-2", cards[8]), new AttemptEnded(Noon, new("a-2"), Solar, cards[8].Id, Outcome.Unallocated, "404", Verdict.Close("number-invalid"))], Cancelled);
        await new EarlierAttempts(store).RecordAsync(Acme, cards[7].Number, [.. Enumerable.Range(1, 4).Select(days => Noon - Duration.FromDays(days))], "another centre", Cancelled);

        var report = await new ListHealth(store).WaitsAsync(Spring, campaign, Owner, Noon, null, Cancelled);
        report.Waits.Select(wait => (wait.Kind, wait.Reason, wait.Count)).Should().BeEquivalentTo(new (WaitKind, string?, long)[]
        {
            (WaitKind.Nothing, null, 3), (WaitKind.Never, "no-legal-ground", 1), (WaitKind.Quota, "quota-full", 1), (WaitKind.Rest, null, 1), (WaitKind.Law, "four-in-thirty-days", 1),
        });
        report.Waits.Single(wait => wait.Kind == WaitKind.Rest).At.Should().Be(rested);
        report.Waits.Single(wait => wait.Kind == WaitKind.Quota).Segment.Should().Be("region: Corse");
        report.Waits.Single(wait => wait.Kind == WaitKind.Law).At!.Value.InZone(Zones.Paris).Date.Should().Be(new LocalDate(2026, 12, 21), "the first of the four is then thirty days old, and the day is a Monday");
        report.Used.Should().Equal(5, 1, 0, 0, 1);
        report.Should().BeEquivalentTo(new { ConsentsEnding = 1L, WithoutGround = 1L });

        // In the evening the law keeps both places, and La Réunion opens before Paris.
        var evening = await new ListHealth(store).WaitsAsync(Spring, campaign, Owner, Noon + Duration.FromHours(10), null, Cancelled);
        evening.Waits.Where(wait => wait.Place is not null).Select(wait => (wait.Place!.Value.Zones, wait.Reason)).Should().BeEquivalentTo([("Europe/Paris", "outside-hours"), ("Indian/Reunion", "outside-hours")]);
        (evening.Waits.Single(wait => wait.Place?.Zones == "Indian/Reunion").At < evening.Waits.First(wait => wait.Place?.Zones == "Europe/Paris").At).Should().BeTrue();
    }

    [Fact]
    public async Task One_person_is_told_that_their_quota_is_full_or_that_an_earlier_tier_comes_first()
    {
        await using var store = await OpenWithCentreAsync(database);
        var centre = new CentreBook(store);
        ListId autumn = new("autumn");
        await centre.SetListAsync(autumn, Acme, "Autumn", Noon, Cancelled);
        await ImportAsync(store, Heads + Row(1, region: "Corse") + Row(2));
        await ImportAsync(store, Heads + Row(3) + Row(4, region: "Corse"), Order("autumn.csv") with { List = autumn });
        var campaign = Campaign(2) with { CallerId = "+33162000001", Lists = [Spring, autumn], Mix = [new(Spring), new(autumn, 2)], Quotas = [new("region", "Corse", 0)] };
        await new SegmentColumns(store).KeepUpAsync(campaign, null, Cancelled);
        await centre.SetAsync(campaign, Noon, Cancelled);

        (await KeptAsync("1", Spring, Noon)).Should().Be(new KeptBack("region: Corse", null));
        (await KeptAsync("2", Spring, Noon)).Should().Be(new KeptBack(null, null));
        (await KeptAsync("3", autumn, Noon)).Should().Be(new KeptBack(null, Spring));
        (await KeptAsync("4", autumn, Noon)).Should().Be(new KeptBack("region: Corse", null));
        (await KeptAsync("3", autumn, Noon + Duration.FromHours(10))).Should().Be(new KeptBack(null, null), "in the evening the earlier tier has nobody either");

        async Task<KeptBack> KeptAsync(string name, ListId list, Instant at) =>
            await new ListHealth(store).KeptBackAsync((await new ProspectBook(store).OfListAsync(list, 20, cancellation: Cancelled)).Items.Single(card => card.Name == name).Id, list, campaign, Owner, at, Cancelled);
    }

    [Fact]
    public async Task Contact_and_success_are_told_by_score_and_by_the_hour_of_the_person()
    {
        await using var store = await OpenWithCentreAsync(database);
        await using var journal = new Journal(store);
        await ImportAsync(store, Heads + Row(1, score: "10") + Row(2, score: "20") + Row(3, score: "30") + Row(4, score: "40") + Row(5, postcode: "97400"));
        var cards = (await new ProspectBook(store).OfListAsync(Spring, 20, cancellation: Cancelled)).Items.ToDictionary(card => int.Parse(card.Name!, System.Globalization.CultureInfo.InvariantCulture));
        await journal.AppendAsync("floor", 0, [Permitted("a-1", cards[1]), Permitted("a-4", cards[4]), new Connected(Noon, new("a-4"), new("zoe")), Permitted("a-5", cards[5]),
            new Disposed(Noon, new("a-4"), Solar, cards[4].Id, new("zoe"), new("zoe"), "sale", DispositionEffect.Success, Verdict.Close("success"))], Cancelled);
        var rates = await new ListRates(store).ReadAsync(Spring, Cancelled);
        rates.Should().BeEquivalentTo(new { Called = 3L, Reached = 1L, Successes = 1L, FirstCallsADay = 3.0 });
        rates.Scores.Select(band => (band.From, band.Rate)).Should().Equal((40, new CallRate(1, 1, 1)), (double.NegativeInfinity, new CallRate(1, 0, 0)), ((double?)null, new CallRate(1, 0, 0)));
        rates.Hours.Should().BeEquivalentTo(new Dictionary<int, CallRate> { [12] = new(2, 1, 1), [15] = new(1, 0, 0) });
    }

    [Fact]
    public async Task A_look_that_is_stopped_says_so()
    {
        await using var store = await OpenWithCentreAsync(database);
        await ImportAsync(store, People(3));
        using var stop = new CancellationTokenSource();
        await stop.CancelAsync();
        var look = () => new ListHealth(store).WaitsAsync(Spring, Campaign(1), Owner, Noon, null, stop.Token);
        await look.Should().ThrowAsync<OperationCanceledException>();
        var check = () => new StuckProspects(store).FindAsync(null, stop.Token);
        await check.Should().ThrowAsync<OperationCanceledException>();
    }

    private static string Row(int number, string region = "", string score = "", string postcode = "75011", string consent = "2026-09-01", string ends = "") => $"06{number:D8};{number};{region};{score};{postcode};{consent};f{number};{ends}\n";

    private static AttemptPermitted Permitted(string id, ProspectCard card) => new(Noon, new(id), Solar, Acme, card.Id, card.Customer, 1, new Permit("book", "2026f", "consent", "form", [], 0, "+33199001234", "m1"), null, null);

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;
}

public sealed class ListHealthOnSqlite(SqliteDatabase database) : ListHealthContract(database), IClassFixture<SqliteDatabase>;

public sealed class ListHealthOnPostgres(PostgresOfTheTests postgres) : ListHealthContract(new PostgresDatabase(postgres));
