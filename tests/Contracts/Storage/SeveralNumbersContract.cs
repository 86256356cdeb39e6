using Plateau.Core.Interactions;
using Plateau.Core.Prospecting;
using Plateau.Storage.Centre;
using Plateau.Storage.Importing;
using Plateau.Storage.Journals;
using Plateau.Storage.Prospecting;
using static Plateau.Contracts.Storage.Centres;

namespace Plateau.Contracts.Storage;

/// <summary>A person with several telephones is one person: imported, opposed, counted and erased as one.</summary>
public abstract class SeveralNumbersContract(IDatabase database)
{
    private const string Heads = "Téléphone;Mobile;Tél. 2;nom;date consentement;preuve\n";

    [Fact]
    public async Task Each_column_of_numbers_is_kept_with_its_rank_and_kind_and_a_bad_one_is_said_without_losing_the_row()
    {
        await using var store = await OpenWithCentreAsync(database);
        var errors = Path.GetTempFileName();
        var report = await ImportAsync(store, Heads
            + "0145678901;06 12 34 56 78;0145678901;Martin;2026-09-01;f1\n"
            + ";0612345679;;Petit;2026-09-01;f2\n"
            + "0145678902;0612;0145678903;Durand;2026-09-01;f3\n"
            + "0145678904;0612345678;;Blanc;2026-09-01;f4\n"
            + "0612345678;;;Martin encore;2026-09-01;f5\n", Order() with { ErrorFile = errors });
        report.Should().BeEquivalentTo(new { Rows = 5L, Accepted = 4L, Refused = 0L, Duplicates = 1L });
        (await NumbersOfAsync(store, "Martin")).Should().Equal("1 +33145678901 Fixed", "2 +33612345678 Mobile");
        (await NumbersOfAsync(store, "Petit")).Should().Equal("1 +33612345679 Unknown");
        (await NumbersOfAsync(store, "Durand")).Should().Equal("1 +33145678902 Fixed", "2 +33145678903 Fixed");
        (await NumbersOfAsync(store, "Blanc")).Should().Equal("1 +33145678904 Unknown");
        var said = await File.ReadAllTextAsync(errors, Cancelled);
        said.Should().Contain("phone-too-short").And.Contain("phone-of-another").And.Contain("duplicate");
        File.Delete(errors);
    }

    [Fact]
    public async Task Which_line_a_number_is_comes_from_its_column_and_the_mapping_says_the_order()
    {
        await using var store = await OpenWithCentreAsync(database);
        await ImportAsync(store, "Tél. standard;Tél. bureau;Mobile;nom\n0145678901;0145678902;0612345678;Martin\n");
        (await NumbersOfAsync(store, "Martin")).Should().Equal("1 +33145678901 Switchboard", "2 +33145678902 Office", "3 +33612345678 Mobile");
        var mapped = Order("mapped.csv").Mapped([new("office", "b"), new("mobile", "a"), new("name", "n"), new("switchboard", "c")]);
        var report = await ImportAsync(store, "Mobile;a;b;c;n\n0199001001;0612340000;0145670002;0145670003;Durand\n", mapped);
        report.Columns.Should().Contain(new Dictionary<string, string> { ["Phone"] = "b", ["Mobile2"] = "a", ["Switchboard3"] = "c" });
        (await NumbersOfAsync(store, "Durand")).Should().Equal("1 +33145670002 Office", "2 +33612340000 Mobile", "3 +33145670003 Switchboard");
        // What a later column says of a number that is known is kept.
        await ImportAsync(store, "tel;tel bureau;nom\n0145670002;0145670003;Durand\n", Order("later.csv"));
        (await NumbersOfAsync(store, "Durand")).Should().Contain("3 +33145670003 Office");
    }

    [Theory]
    [InlineData("", "+262692123456", "Europe/Paris,Indian/Reunion", 2)]
    [InlineData("", "+212650123456", "Europe/Paris", 1)]
    [InlineData("", "0612345678", "Europe/Paris", 2)]
    [InlineData("75011", "+262692123456", "Europe/Paris", 2)]
    public async Task Where_nobody_told_the_place_each_number_may_be_anywhere_of_its_region_and_none_is_called_under_another_law(string postcode, string other, string zones, int reached)
    {
        await using var store = await OpenWithCentreAsync(database);
        var (head, cell) = postcode.Length == 0 ? ("", "") : (";code postal", $";{postcode}");
        await ImportAsync(store, $"Téléphone;Mobile;nom;date consentement;preuve{head}\n0145678901;{other};Martin;2026-09-01;f1{cell}\n");
        var dossier = (await new HopperFeed(store).BringAsync(Solar, 1, Noon, cancellation: Cancelled)).Dossiers.Single();
        string.Join(',', dossier.Zones).Should().Be(zones);
        dossier.Numbers.Should().HaveCount(reached).And.Contain(number => number.Rank == 1);
    }

    [Fact]
    public async Task Whoever_is_named_by_another_of_their_numbers_is_known_again_and_gains_it()
    {
        await using var store = await OpenWithCentreAsync(database);
        await ImportAsync(store, Heads + "0145678901;0612345678;;Martin;2026-09-01;f1\n");
        var again = await ImportAsync(store, Heads + "0612345678;;0145678999;Martin;2026-09-02;f2\n", Order("other.csv"));
        (again.Accepted, again.Duplicates).Should().Be((0, 1));
        (await NumbersOfAsync(store, "Martin")).Should().Equal("1 +33145678901 Fixed", "2 +33612345678 Mobile", "3 +33145678999 Fixed");
        var stranger = await ImportAsync(store, Heads + "0145670000;0612345678;;Voisin;2026-09-02;f3\n", Order("third.csv"));
        stranger.Accepted.Should().Be(1);
        (await NumbersOfAsync(store, "Voisin")).Should().Equal(["1 +33145670000 Fixed"], "a number belongs to one person of a client");
    }

    [Fact]
    public async Task An_objection_under_one_number_holds_for_all_of_them_before_and_after_the_import()
    {
        await using var store = await OpenWithCentreAsync(database);
        await new Oppositions(store).RecordAsync(Acme, "+33612345678", Noon, "letter 1", Cancelled);
        (await ImportAsync(store, Heads + "0145678901;0612345678;;Martin;2026-09-01;f1\n")).Opposed.Should().Be(1);
        await ImportAsync(store, Heads + "0145678902;0612345672;;Durand;2026-09-01;f2\n", Order("second.csv"));
        var concerned = await new Oppositions(store).RecordAsync(Acme, "+33612345672", Noon, "letter 2", Cancelled);
        concerned.Should().ContainSingle();
        var dossier = (await new HopperFeed(store).BringAsync(Solar, 10, Noon, cancellation: Cancelled)).Dossiers.Single();
        dossier.Oppositions.Should().ContainSingle().Which.Reference.Should().Be("letter 2");

        await using var journal = new Journal(store);
        await journal.AppendAsync("floor", 0, [new OppositionRecorded(Noon, Acme, concerned[0].Customer, "said")], Cancelled);
        (await Probe.TextsAsync(store.Address, "SELECT source FROM opposition WHERE source = 'said'")).Should().HaveCount(2, "each of their numbers is kept as a hash");
        (await ImportAsync(store, Heads + "0145678902;;;Durand;2026-08-01;f9\n", Order("fourth.csv"))).Opposed.Should().Be(1);
    }

    [Fact]
    public async Task What_comes_of_a_call_stands_with_the_number_that_was_called_and_a_dead_one_stays_dead()
    {
        await using var store = await OpenWithCentreAsync(database);
        await ImportAsync(store, Heads + "0145678901;0612345678;;Martin;2026-09-01;f1\n");
        var hopper = new HopperFeed(store);
        var dossier = (await hopper.BringAsync(Solar, 1, Noon, cancellation: Cancelled)).Dossiers.Single();
        dossier.Numbers.Should().Equal(new PersonsNumber(1, NumberKind.Fixed), new PersonsNumber(2, NumberKind.Mobile));
        (await hopper.NumberOfAsync(dossier.Prospect, 2, Cancelled)).Should().Be("+33612345678");
        (await hopper.NumberOfAsync(dossier.Prospect, null, Cancelled)).Should().Be("+33145678901");
        await using var journal = new Journal(store);
        await journal.AppendAsync("floor", 0, [Permitted("a-1", dossier, 2), Placed("a-1", dossier), Ended("a-1", dossier, Outcome.Unallocated, 2)], Cancelled);
        await journal.AppendAsync("floor", 3, [Permitted("a-2", dossier, 1), Placed("a-2", dossier), Ended("a-2", dossier, Outcome.NoAnswer, 1)], Cancelled);
        var after = await hopper.BringOneAsync(dossier.Prospect, Noon, Cancelled);
        after!.Numbers.Should().Equal(new PersonsNumber(1, NumberKind.Fixed, 1, false, Outcome.NoAnswer, Noon), new PersonsNumber(2, NumberKind.Mobile, 1, true, Outcome.Unallocated, Noon));
        after.Attempts.Should().HaveCount(2, "the law counts the person");
    }

    [Fact]
    public async Task Erasing_a_person_or_taking_an_import_back_leaves_no_number()
    {
        await using var store = await OpenWithCentreAsync(database);
        var first = await ImportAsync(store, Heads + "0145678901;0612345678;;Martin;2026-09-01;f1\n");
        await ImportAsync(store, Heads + "0145678902;0612345672;;Durand;2026-09-01;f2\n", Order("second.csv"));
        await new ImportBatches(store).RevertAsync(first.Batch, cancellation: Cancelled);
        (await Probe.TextsAsync(store.Address, "SELECT 'left' FROM number")).Should().HaveCount(2);
        var durand = (await new CustomerBook(store).SearchAsync("0612345672", null, 10, Cancelled)).Should().ContainSingle("a person is found by any of their numbers").Subject;
        (await new CustomerBook(store).EraseAsync(durand.Id, "notes", Cancelled)).Should().BeTrue();
        (await Probe.TextsAsync(store.Address, "SELECT 'left' FROM number")).Should().BeEmpty();
    }

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    private static async Task<IEnumerable<string>> NumbersOfAsync(Plateau.Storage.Store store, string name)
    {
        var card = (await new CustomerBook(store).SearchAsync(name, null, 10, Cancelled))[0];
        return (await new CustomerBook(store).FindAsync(card.Id, Cancelled))!.Numbers.Select(each => $"{each.Known.Rank} {each.Number} {each.Known.Kind}");
    }

    private static AttemptPermitted Permitted(string id, Core.Compliance.Dossier dossier, int rank) => new(
        Noon, new(id), Solar, Acme, dossier.Prospect, dossier.Customer, 1, new Core.Compliance.Permit("b", "t", "consent", "f", [], 0, "+33199001234", "m1"), null, null) { Number = new(rank, NumberChoice.Turn, 1) };

    private static AttemptPlaced Placed(string id, Core.Compliance.Dossier dossier) => new(Noon, new(id), Solar, dossier.Prospect, null, new TrunkId("t"), DialMode.Predictive);

    private static AttemptEnded Ended(string id, Core.Compliance.Dossier dossier, Outcome outcome, int rank) =>
        new(Noon, new(id), Solar, dossier.Prospect, outcome, "1", Verdict.Again(Noon, "other-number")) { Number = rank };
}

public sealed class SeveralNumbersOnSqlite(SqliteDatabase database) : SeveralNumbersContract(database), IClassFixture<SqliteDatabase>;

public sealed class SeveralNumbersOnPostgres(PostgresOfTheTests postgres) : SeveralNumbersContract(new PostgresDatabase(postgres));
