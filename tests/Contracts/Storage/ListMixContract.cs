using NodaTime;
using Plateau.Core.Compliance;
using Plateau.Core.Interactions;
using Plateau.Core.Prospecting;
using Plateau.Storage;
using Plateau.Storage.Centre;
using Plateau.Storage.Importing;
using Plateau.Storage.Journals;
using Plateau.Storage.Prospecting;
using static Plateau.Contracts.Storage.Centres;

namespace Plateau.Contracts.Storage;

/// <summary>In what order lists give their people, by weight, tier, score and quota, on either database.</summary>
public abstract class ListMixContract(IDatabase database)
{
    private const string Heads = "telephone;nom;score;region;code postal;date consentement;preuve\n";
    private static readonly ListId Autumn = new("autumn");
    private int version = 1;

    [Theory]
    [InlineData(1, 1, 1, "ASASASAS")]
    [InlineData(1, 3, 1, "SSSASSSA")]
    [InlineData(2, 100, 1, "AAAAAASS")]
    public async Task Lists_share_the_calls_by_tier_and_weight_and_a_dry_one_leaves_its_part(int springTier, int springWeight, int autumnWeight, string order)
    {
        await using var store = await OpenAsync();
        await ImportAsync(store, People(6));
        await ImportAsync(store, People(6, from: 50), Order() with { List = Autumn });
        await SetAsync(store, Campaign(1) with { Lists = [Spring, Autumn], Mix = [new(Spring, springTier, springWeight), new(Autumn, 1, autumnWeight)] });
        (await BroughtAsync(store, 8)).Aggregate("", (text, each) => text + (each.List == Spring ? 'S' : 'A')).Should().Be(order);
        (await BroughtAsync(store, 30)).Should().HaveCount(12).And.OnlyHaveUniqueItems(each => each.Prospect);
    }

    [Fact]
    public async Task By_score_the_greatest_come_first_and_those_without_last_but_whoever_is_due_before_them()
    {
        await using var store = await OpenAsync();
        await using var journal = new Journal(store);
        await ImportAsync(store, Heads + Row(1, "12,5") + Row(2, "") + Row(3, "90 %") + Row(4, "-3") + Row(5, "90"));
        (await NamesAsync(store)).Should().Be("1 2 3 4 5");
        await SetAsync(store, Campaign(1) with { Mix = [new(Spring, Order: ListOrder.Score)] });
        (await NamesAsync(store)).Should().Be("3 5 1 4 2");
        (await NamesAsync(store, 2)).Should().Be("3 5");
        var last = (await BroughtAsync(store, 5))[4];
        await journal.AppendAsync("floor", 0, [new DialRefused(Noon, Solar, last.Prospect, last.Customer, new Refusal("R", "rest", Noon - Duration.FromHours(1), []))], Cancelled);
        (await NamesAsync(store)).Should().Be("2 3 5 1 4");
    }

    [Fact]
    public async Task A_newer_file_gives_new_scores_and_one_of_scores_alone_puts_nobody_on_the_list()
    {
        await using var store = await OpenAsync();
        await SetAsync(store, Campaign(1) with { Mix = [new(Spring, Order: ListOrder.Score)] });
        await ImportAsync(store, Heads + Row(1, "3") + Row(2, "2") + Row(3, "1"));
        var again = await ImportAsync(store, Heads + Row(1, "") + Row(2, "9") + Row(4, "8"));
        again.Should().BeEquivalentTo(new { Accepted = 1L, Duplicates = 2L });
        (await NamesAsync(store)).Should().Be("2 4 1 3");
        (await ImportAsync(store, "telephone;score\n0600000003;100\n0600000009;7\n", Order() with { ScoresOnly = true, DryRun = true })).Should().BeEquivalentTo(new { Rescored = 1L, Refused = 1L });
        (await NamesAsync(store)).Should().Be("2 4 1 3", "a dry run changes nothing");
        var errors = Path.GetTempFileName();
        var only = await ImportAsync(store, "telephone;score\n0600000003;100\n0600000009;7\n0600000001;high\n0600000002;\n", Order() with { ScoresOnly = true, ErrorFile = errors });
        only.Should().BeEquivalentTo(new { Result = ImportResult.Complete, Accepted = 0L, Rescored = 1L, Refused = 3L, Batch = 0L });
        (await File.ReadAllTextAsync(errors, Cancelled)).Should().Contain("not-on-list").And.Contain("score-unreadable").And.Contain("score-missing");
        File.Delete(errors);
        (await NamesAsync(store)).Should().Be("3 2 4 1");
        (await ImportAsync(store, "telephone;nom\n0600000003;X\n", Order() with { ScoresOnly = true })).Flaw!.Code.Should().Be("score-column-missing");
    }

    [Fact]
    public async Task A_full_segment_is_passed_over_calls_on_the_line_count_and_a_sale_taken_back_opens_it_again()
    {
        var address = await database.NewAsync();
        await using var store = await OpenAsync(new Same(address));
        await using var journal = new Journal(store);
        await ImportAsync(store, Heads + Row(1, "", "Bretagne") + Row(2, "", "bretagne ") + Row(3, "", "Corse") + Row(4, "", "Bretagne") + Row(5, "", ""));
        await SetAsync(store, Campaign(1) with { Quotas = [new("region", null, 2)] });
        var first = await new HopperFeed(store).BringAsync(Solar, 9, Noon, cancellation: Cancelled);
        first.Left.Should().BeEquivalentTo(new Dictionary<string, int> { ["region=BRETAGNE"] = 2, ["region=CORSE"] = 2 });
        (await NamesAsync(store)).Should().Be("1 2 3 5", "two of Bretagne, and no more than may be sold");
        first.Dossiers.Select(each => string.Join(',', each.Cells)).Should().Equal("region=BRETAGNE", "region=BRETAGNE", "region=CORSE", "");
        await journal.AppendAsync("floor", 0, [Permitted("a-1", first.Dossiers[0])], Cancelled);
        (await NamesAsync(store)).Should().Be("2 3 5", "one is on the line");
        await journal.AppendAsync("floor", 1, [Sold("a-1", first.Dossiers[0]), Permitted("a-2", first.Dossiers[1])], Cancelled);
        (await NamesAsync(store)).Should().Be("3 5", "one is sold and one on the line");
        var standing = await new QuotaCounts(store).StandingsAsync((await new CentreBook(store).CampaignAsync(Solar, Cancelled))!, Cancelled);
        standing.Select(each => (each.Value, each.Successes, each.OnLine, each.Left, each.Open)).Should().Equal(("Bretagne", 1, 1, 0, 1), ("Corse", 0, 0, 2, 1));
        await journal.AppendAsync("floor", 3, [new AttemptEnded(Noon, new("a-2"), Solar, first.Dossiers[1].Prospect, Outcome.NoAnswer, "480", Verdict.Again(Noon + Duration.FromHours(3), "recycled"))], Cancelled);
        (await NamesAsync(store)).Should().Be("3 4 5", "the call came to nothing");
        await SetAsync(store, Campaign(1) with { Quotas = [new("region", "Bretagne", 1)] });
        (await NamesAsync(store)).Should().Be("3 5", "a lower limit holds at once");
        await Probe.TextsAsync(address, "UPDATE attempt SET effect = 'refusal' WHERE id = 'a-1' RETURNING id");
        (await NamesAsync(store)).Should().Be("3 4 5", "what is taken back is no success");
    }

    [Fact]
    public async Task A_sale_to_somebody_who_is_erased_stays_sold_until_it_is_taken_back()
    {
        var address = await database.NewAsync();
        await using var store = await OpenAsync(new Same(address));
        await using var journal = new Journal(store);
        await ImportAsync(store, Heads + Row(1, "", "Bretagne") + Row(2, "", "Bretagne") + Row(3, "", "Corse"));
        await SetAsync(store, Campaign(1) with { Quotas = [new("region", null, 1)] });
        var first = (await BroughtAsync(store, 9))[0];
        await journal.AppendAsync("floor", 0, [Permitted("a-1", first), Sold("a-1", first)], Cancelled);
        (await NamesAsync(store)).Should().Be("3");
        (await new CustomerBook(store).EraseAsync(first.Customer, "note", Cancelled)).Should().BeTrue();
        (await NamesAsync(store)).Should().Be("3", "the client has its sale, whoever is forgotten");
        (await new QuotaCounts(store).StandingsAsync((await new CentreBook(store).CampaignAsync(Solar, Cancelled))!, Cancelled)).Single(each => each.Value == "Bretagne").Successes.Should().Be(1);
        await Probe.TextsAsync(address, "UPDATE attempt SET effect = 'refusal' WHERE id = 'a-1' RETURNING id");
        (await NamesAsync(store)).Should().Be("2 3");
    }

    [Fact]
    public async Task Telling_a_large_list_apart_is_watched_stopped_and_taken_up_again_while_the_old_quotas_hold()
    {
        await using var store = await OpenAsync();
        await ImportAsync(store, Heads + string.Concat(Enumerable.Range(1, 12_000).Select(each => Row(each, "", each % 2 == 0 ? "Bretagne" : "Corse", each % 3 == 0 ? "97400" : "35000"))));
        await SetAsync(store, Campaign(1) with { Quotas = [new("region", "Corse", 0)] });
        var wished = Campaign(2) with { Quotas = [new("region", "Corse", 0), new("Territory", "FR-974", 0)] };
        (await new SegmentColumns(store).BehindAsync(wished, Cancelled)).Should().Be(12_000);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Cancelled);
        var seen = new List<LookProgress>();
        var cut = () => new SegmentColumns(store).KeepUpAsync(wished, new Seen(look =>
        {
            seen.Add(look);
            if (seen.Count == 1) stop.Cancel();
        }), stop.Token);
        await cut.Should().ThrowAsync<OperationCanceledException>();
        seen.Should().Equal(new LookProgress(5_000, 12_000));
        (await BroughtAsync(store, 2_000)).Should().HaveCount(2_000).And.OnlyContain(each => each.Prospect.Value % 2 == 0, "half of the list is told apart, and Corse is full as it was");
        (await new SegmentColumns(store).BehindAsync(wished, Cancelled)).Should().Be(12_000, "what was cut short is begun again");
        seen.Clear();
        await new SegmentColumns(store).KeepUpAsync(wished, new Seen(seen.Add), Cancelled);
        seen.Select(look => look.Done).Should().Equal(5_000, 10_000, 12_000);
        (await new SegmentColumns(store).BehindAsync(wished, Cancelled)).Should().BeNull();
        await SetAsync(store, wished);
        (await BroughtAsync(store, 2_000)).Should().HaveCount(2_000).And.OnlyContain(each => each.Territory != "FR-974");
    }

    private sealed class Seen(Action<LookProgress> see) : IProgress<LookProgress>
    {
        public void Report(LookProgress value) => see(value);
    }

    [Fact]
    public async Task A_quota_on_a_column_that_no_list_has_is_named_with_those_that_there_are()
    {
        await using var store = await OpenAsync();
        await ImportAsync(store, Heads + Row(1, "", "Bretagne"));
        var flaws = await new SegmentColumns(store).FlawsAsync(Campaign(1) with { Quotas = [new("Secteur", null, 2)] }, Cancelled);
        flaws.Should().ContainSingle().Which.Should().Match<Flaw>(flaw => flaw.Reason == "quota-column-unknown" && flaw.Remedy.Contains("region"));
        (await new SegmentColumns(store).FlawsAsync(Campaign(1) with { Quotas = [new("region", null, 2)] }, Cancelled)).Should().BeEmpty();
    }

    [Fact]
    public async Task Whoever_is_said_to_be_elsewhere_by_a_later_file_is_brought_there_on_every_list()
    {
        await using var store = await OpenAsync();
        await ImportAsync(store, Heads + Row(1, "") + Row(2, ""));
        await SetAsync(store, Campaign(1) with { Lists = [Spring, Autumn] });
        Whereabouts reunion = new(Audience.Consumer, "FR", "Indian/Reunion", "FR-974");
        (await BroughtAsync(store, 9, reunion)).Should().HaveCount(2);
        await ImportAsync(store, Heads + Row(1, "", "", "97400"), Order() with { List = Autumn });
        (await BroughtAsync(store, 9, reunion)).Should().ContainSingle().Which.List.Should().Be(Spring);
        (await BroughtAsync(store, 9)).Should().HaveCount(3);
    }

    [Fact]
    public async Task Those_never_called_and_equal_otherwise_come_in_their_good_hour_and_nobody_else_moves()
    {
        await using var store = await OpenAsync();
        await using var journal = new Journal(store);
        await ImportAsync(store, Heads + Row(1, "5") + Row(2, "5", "", "97400") + Row(3, "9") + Row(4, "5", "", "97400") + Row(5, "5") + Row(6, "5"));
        await SetAsync(store, Campaign(1));
        var last = (await BroughtAsync(store, 9))[^1];
        await journal.AppendAsync("floor", 0, [Permitted("a-1", last), new AttemptEnded(Noon, new("a-1"), Solar, last.Prospect, Outcome.NoAnswer, "480", Verdict.Again(Noon, "recycled"))], Cancelled);
        // It is noon in Paris, when few answer, and afternoon in La Réunion, when many do.
        var habits = new AnswerHabits([Count(DayPart.Midday, 100), Count(DayPart.Afternoon, 900), Count(DayPart.Morning, 300)]);
        (await NamesAsync(store, 9, habits)).Should().Be("6 2 4 1 3 5", "whoever rested comes first, then those who answer now, each in the order of the file");
        (await NamesAsync(store, 3, habits)).Should().Be("6 2 4");
        (await NamesAsync(store, 9)).Should().Be("6 1 2 3 4 5");
        await SetAsync(store, Campaign(1) with { Mix = [new(Spring, Order: ListOrder.Score)] });
        (await NamesAsync(store, 9, habits)).Should().Be("6 3 2 4 1 5", "a greater score comes before a better hour");

        static HabitCount Count(DayPart part, int answers) => new(Audience.Consumer, Spring, IsoDayOfWeek.Tuesday, part, 2_000, answers);
    }

    [Fact]
    public async Task In_many_segments_the_order_is_the_lists_own()
    {
        await using var store = await OpenAsync();
        // Ninety territories in turn, then a long run of one: the beginning of each is not enough.
        var rows = Enumerable.Range(1, 900).Select(each => Row(each, $"{each * 7919 % 1000}", "", each > 500 ? "35000" : $"{1 + each % 9}{each % 7 + 1}000"));
        await ImportAsync(store, Heads + string.Concat(rows));
        (await NamesAsync(store, 700)).Should().Be(string.Join(' ', Enumerable.Range(1, 700)));
        await SetAsync(store, Campaign(1) with { Mix = [new(Spring, Order: ListOrder.Score)] });
        (await NamesAsync(store, 700)).Should().Be(string.Join(' ', Enumerable.Range(1, 900).OrderByDescending(each => each * 7919 % 1000).ThenBy(each => each).Take(700)));
    }

    private async Task<Store> OpenAsync(IDatabase? at = null)
    {
        var store = await OpenWithCentreAsync(at ?? database);
        await new CentreBook(store).SetListAsync(Autumn, Acme, "Autumn", Noon, Cancelled);
        return store;
    }

    private async Task SetAsync(Store store, CampaignSettings campaign)
    {
        await new SegmentColumns(store).KeepUpAsync(campaign, null, Cancelled);
        await new CentreBook(store).SetAsync(campaign with { Version = ++version }, Noon, Cancelled);
    }

    private static async Task<IReadOnlyList<Dossier>> BroughtAsync(Store store, int count, params IReadOnlyList<Whereabouts> closed) =>
        (await new HopperFeed(store).BringAsync(Solar, count, Noon, closed, null, Cancelled)).Dossiers;

    private static async Task<string> NamesAsync(Store store, int count = 100, AnswerHabits? habits = null)
    {
        var dossiers = (await new HopperFeed(store).BringAsync(Solar, count, Noon, null, habits, Cancelled)).Dossiers;
        var cards = await new ProspectBook(store).FindAsync([.. dossiers.Select(each => each.Prospect)], Cancelled);
        return string.Join(' ', dossiers.Select(each => cards[each.Prospect].Name));
    }

    private static string Row(int number, string score, string region = "", string postcode = "") => $"06{number:D8};{number};{score};{region};{postcode};2026-09-01;f{number}\n";

    private static AttemptPermitted Permitted(string id, Dossier dossier) => new(Noon, new(id), Solar, Acme, dossier.Prospect, dossier.Customer, 1, new Permit("book", "2026f", "consent", "form", [], 0, "+33199001234", "m1"), null, null);

    private static Disposed Sold(string id, Dossier dossier) => new(Noon, new(id), Solar, dossier.Prospect, new("zoe"), new("zoe"), "sale", DispositionEffect.Success, Verdict.Close("success"));

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    private sealed record Same(StoreAddress Address) : IDatabase
    {
        public Task<StoreAddress> NewAsync() => Task.FromResult(Address);
    }
}

public sealed class ListMixOnSqlite(SqliteDatabase database) : ListMixContract(database), IClassFixture<SqliteDatabase>;

public sealed class ListMixOnPostgres(PostgresOfTheTests postgres) : ListMixContract(new PostgresDatabase(postgres));
