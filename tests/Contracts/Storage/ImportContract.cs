using System.Text;
using NodaTime;
using Plateau.Contracts.Telephony;
using Plateau.Core.Interactions;
using Plateau.Server.Api;
using Plateau.Server.Setup.Changes;
using Plateau.Storage;
using Plateau.Storage.Centre;
using Plateau.Storage.Importing;
using static Plateau.Contracts.Storage.Centres;

namespace Plateau.Contracts.Storage;

/// <summary>What holds of an import on either database.</summary>
public abstract class ImportContract(IDatabase database)
{
    [Fact]
    public async Task The_same_file_twice_changes_nothing()
    {
        await using var store = await OpenWithCentreAsync(database);
        var first = await ImportAsync(store, People(250));
        var second = await ImportAsync(store, People(250));
        first.Should().BeEquivalentTo(new { Result = ImportResult.Complete, Rows = 250L, Accepted = 250L, Refused = 0L });
        second.Should().BeEquivalentTo(new { Result = ImportResult.AlreadyImported, first.Batch, Accepted = 250L });
        (await CountAsync(store, "prospect")).Should().Be(250);
        (await CountAsync(store, "ground")).Should().Be(250);
    }

    [Theory]
    [InlineData("fr", "fr"), InlineData(" Français ", "fr"), InlineData("FR-ma", "fr"), InlineData("English", "en"), InlineData("en_GB", "en"), InlineData("arabe", "ar"), InlineData("العربية", "ar")]
    [InlineData("", null), InlineData("allemand", null), InlineData("f", null), InlineData("frais", null)]
    public void A_language_is_read_as_people_write_it(string text, string? language) => Tongues.Read(text).Should().Be(language);

    [Fact]
    public async Task The_language_that_a_file_tells_is_kept_until_another_file_tells_another_and_one_that_is_none_is_named()
    {
        await using var store = await OpenWithCentreAsync(database);
        var first = await ImportAsync(store, "telephone;nom;langue\n0600000001;Un;arabe\n0600000002;Deux;\n0600000003;Trois;klingon\n");
        first.Should().BeEquivalentTo(new { Accepted = 3L, Refused = 0L });
        await LanguagesAsync("ar", null, null);
        // Two who are known and a stranger: the other way into the tables.
        await ImportAsync(store, "telephone;nom;langue\n0600000001;Un;\n0600000002;Deux;en-GB\n0600000004;Quatre;fr\n", Order("next.csv"));
        await LanguagesAsync("ar", "en", null, "fr");

        async Task LanguagesAsync(params string?[] told) =>
            (await new ProspectBook(store).OfListAsync(Spring, 10, cancellation: TestContext.Current.CancellationToken)).Items.Select(card => card.Language).Should().Equal(told);
    }

    [Fact]
    public async Task An_import_is_taken_back_as_a_whole()
    {
        await using var store = await OpenWithCentreAsync(database);
        await ImportAsync(store, People(100));
        var second = await ImportAsync(store, People(100, 50));
        second.Should().BeEquivalentTo(new { Accepted = 50L, Duplicates = 50L });
        var reverted = await new ImportBatches(store).RevertAsync(second.Batch, cancellation: TestContext.Current.CancellationToken);
        reverted.Should().Be(new RevertReport(true, 50, 0, 50));
        (await CountAsync(store, "customer")).Should().Be(100);
        var again = await ImportAsync(store, People(100, 50));
        again.Should().BeEquivalentTo(new { Result = ImportResult.Complete, Accepted = 50L });
    }

    [Fact]
    public async Task A_way_back_that_was_cut_short_goes_on_when_asked_again_and_counts_as_one()
    {
        const int All = 25_000;
        await using var store = await OpenWithCentreAsync(database);
        var report = await ImportAsync(store, People(All));
        var folder = Directory.CreateTempSubdirectory("plateau-shelf-");
        try
        {
            var at = SystemClock.Instance.GetCurrentInstant();
            var shelf = new ImportShelf(folder.FullName, at);
            var card = new ImportCard(shelf.NewId(at), Acme, Spring, "spring.csv", false, at, ImportState.Complete, 1, 1, All, Report: report);
            shelf.Keep(card);
            var reverting = new ImportReverting(shelf, new ImportBatches(store));
            using var cut = new CancellationTokenSource();
            await store.Pen.WaitAsync(CancellationToken.None);
            var first = reverting.RevertAsync(card, cut.Token);
            (await reverting.RevertAsync(shelf.Find(card.Id)!, CancellationToken.None)).Flaws.Should().ContainSingle().Which.Reason.Should().Be("revert-under-way");
            (await reverting.RevertAsync(card, CancellationToken.None)).Flaws.Should().ContainSingle().Which.Reason.Should().Be("revert-under-way", "whoever asked looked a moment before");
            // The pen goes around in turns: to the first slice, and to us again before the second.
            await Eventually.HoldsAsync(async () =>
            {
                var ours = store.Pen.WaitAsync(CancellationToken.None);
                store.Pen.Release();
                await ours;
                return await CountAsync(store, "prospect") < All;
            }, "the first slice is taken back");
            await Eventually.HoldsAsync(() => shelf.Find(card.Id) is { State: ImportState.Reverting, Revert.Removed: 20_000 }, "everybody sees how far it is");
            await cut.CancelAsync();
            store.Pen.Release();
            var interrupted = () => first;
            await interrupted.Should().ThrowAsync<OperationCanceledException>();
            shelf.Find(card.Id).Should().BeEquivalentTo(new { State = ImportState.Complete, Revert = new { Removed = 20_000L } });

            (await reverting.RevertAsync(shelf.Find(card.Id)!, CancellationToken.None)).Kept.Should().BeEquivalentTo(new { State = ImportState.Reverted, Revert = new { Removed = (long)All, Customers = (long)All } });
            (await CountAsync(store, "customer")).Should().Be(0);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public async Task An_import_that_was_cut_short_goes_on_when_asked_again()
    {
        await using var store = await OpenWithCentreAsync(database);
        using var cut = new CancellationTokenSource();
        var text = People(60_000);
        var interrupted = () => new ListImport(store).RunAsync(Order(), new MemoryStream(Encoding.UTF8.GetBytes(text)), new CutAfterFirst(cut), cut.Token);
        await interrupted.Should().ThrowAsync<OperationCanceledException>();
        (await CountAsync(store, "prospect")).Should().BeInRange(1, 59_999);
        var resumed = await ImportAsync(store, text);
        resumed.Should().BeEquivalentTo(new { Result = ImportResult.Complete, Rows = 60_000L, Accepted = 60_000L, Duplicates = 0L });
        (await CountAsync(store, "prospect")).Should().Be(60_000);
        (await CountAsync(store, "import_batch")).Should().Be(1);
    }

    [Fact]
    public async Task What_the_file_tells_of_a_person_is_kept_with_them()
    {
        await using var store = await OpenWithCentreAsync(database);
        var report = await ImportAsync(store, "Téléphone,Nom,Ville,Code postal,Couleur,Fuseau\n\"0692 12 34 56\",Hoarau,Saint-Denis,97400,\"bleu, clair\",\n06.12.34.56.78,Martin,Paris,75011,,Indian/Reunion\n",
            Order() with { Region = "RE" });
        report.Accepted.Should().Be(1, "0612345678 is no number of Réunion");
        var second = await ImportAsync(store, "Téléphone,Nom,Code postal,Fuseau\n06.12.34.56.78,Martin,67000,\n0612345679,Petit,,Indian/Reunion\n");
        second.Accepted.Should().Be(2);
        (await TextsAsync(store, "SELECT number || ' ' || country || ' ' || coalesce(territory, '-') || ' ' || zones || ' ' || name FROM customer ORDER BY number")).Should().Equal(
            "33612345678 FR FR-67 Europe/Paris Martin", "33612345679 FR - Indian/Reunion Petit", "262692123456 FR FR-974 Indian/Reunion Hoarau");
        (await TextsAsync(store, "SELECT extra FROM prospect WHERE extra IS NOT NULL")).Should().Equal("""{"Couleur":"bleu, clair"}""");
    }

    [Fact]
    public async Task Whoever_objected_is_left_out_unless_they_consented_since()
    {
        await using var store = await OpenWithCentreAsync(database);
        await new Plateau.Storage.Prospecting.Oppositions(store).RecordAsync(Acme, "+33600000001", Noon, "letter", TestContext.Current.CancellationToken);
        await new Plateau.Storage.Prospecting.Oppositions(store).RecordAsync(null, "+33600000002", Noon, "register", TestContext.Current.CancellationToken);
        await new Plateau.Storage.Prospecting.Oppositions(store).RecordAsync(new ClientId("other"), "+33600000003", Noon, "letter", TestContext.Current.CancellationToken);
        var report = await ImportAsync(store, People(5) + "0600000001;Nom;P;2026-12-01;later\n");
        report.Should().BeEquivalentTo(new { Rows = 6L, Accepted = 4L, Opposed = 2L, Duplicates = 0L }, "the last row brings a consent given since");
    }

    [Fact]
    public async Task An_error_file_names_row_column_value_and_remedy_and_can_be_mended_and_imported()
    {
        await using var store = await OpenWithCentreAsync(database);
        var path = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():N}.csv");
        await ImportAsync(store, "telephone;nom\n0612345678;Good\nabc;=cmd()\n", Order() with { ErrorFile = path });
        var lines = await File.ReadAllLinesAsync(path, TestContext.Current.CancellationToken);
        lines.Should().HaveCount(2);
        lines[0].Should().Be("row;column;value;reason;remedy;telephone;nom");
        lines[1].Should().StartWith("3;telephone;abc;phone-letters;").And.EndWith(";abc;'=cmd()");
        var mended = await ImportAsync(store, (await File.ReadAllTextAsync(path, TestContext.Current.CancellationToken)).Replace(";abc;'", ";0612345679;'", StringComparison.Ordinal));
        mended.Accepted.Should().Be(1);
        (await TextsAsync(store, "SELECT name FROM customer WHERE number = 33612345679")).Should().Equal("=cmd()");
        File.Delete(path);
    }

    private static async Task<long> CountAsync(Store store, string table) => long.Parse((await TextsAsync(store, $"SELECT CAST(count(*) AS text) FROM {table}"))[0], System.Globalization.CultureInfo.InvariantCulture);

    private static Task<IReadOnlyList<string>> TextsAsync(Store store, string sql) => Probe.TextsAsync(store.Address, sql);

    private sealed class CutAfterFirst(CancellationTokenSource cut) : IProgress<ImportProgress>
    {
        public void Report(ImportProgress value) => cut.Cancel();
    }
}

public sealed class ImportOnSqlite(SqliteDatabase database) : ImportContract(database), IClassFixture<SqliteDatabase>;

public sealed class ImportOnPostgres(PostgresOfTheTests postgres) : ImportContract(new PostgresDatabase(postgres));
