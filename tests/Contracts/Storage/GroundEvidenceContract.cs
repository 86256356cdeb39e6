using NodaTime;
using Plateau.Core.Clients;
using Plateau.Core.Compliance;
using Plateau.Core.Interactions;
using Plateau.Server.Compliance.Records;
using Plateau.Server.Reports;
using Plateau.Storage;
using Plateau.Storage.Centre;
using Plateau.Storage.Importing;
using Plateau.Storage.Prospecting;
using static Plateau.Contracts.Storage.Centres;

namespace Plateau.Contracts.Storage;

/// <summary>What a file tells of consents, contracts and requests is on record as if it had been entered by hand, and a file of records brings the same records back, on either database.</summary>
public abstract class GroundEvidenceContract(IDatabase database)
{
    private const string Heads = "Téléphone;Nom;Date consentement;Fin consentement;Preuve;Produits consentement;Acte;Mentions;Canaux;Recueilli par;Texte affiché;Retrait consentement;" +
        "Date contrat;Fin contrat;Réf contrat;Produits contrat;Date demande;Preuve demande;Produits demande;Texte demande\n";

    private const string Whole = "0600000001;Petit;2026-09-01 10:30;31/05/2027;FORM-1;solar | wind;case cochée;toutes;téléphone, robot;Salon de Lyon;\"J’accepte d’être appelé ; je peux\nme rétracter\";;" +
        "2026-01-15;31/12/2026;CTR-9;gas;2026-11-23 09:00;MAIL-3;solar;Rappelez-moi pour un devis\n";

    private static readonly Instant Asked = At(2026, 9, 1, 10, 30);

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_a_file_tells_is_on_record_as_if_it_had_been_entered_by_hand()
    {
        await using var store = await OpenWithCentreAsync(database);
        (await ImportAsync(store, Heads + Whole + "0600000002;Other;;;;;;;;;;;;;;;;;;\n")).Should().BeEquivalentTo(new { Accepted = 2L, Refused = 0L });
        var book = new CustomerBook(store);
        var other = (await book.SearchAsync("0600000002", null, 2, Cancelled)).Single().Id;
        await book.GroundAsync(other, GroundKind.Contract, "CTR-9", ["gas"], At(2026, 1, 15), At(2027, 1, 1), null, Cancelled);
        await book.GroundAsync(other, GroundKind.Consent, "FORM-1", ["solar", "wind"], Asked, At(2027, 6, 1), new ConsentEvidence
        {
            Act = "ticked-box", Statements = ConsentForm.Compulsory, Channels = ["voice", "voice_bot"], Collector = "Salon de Lyon", Wording = "J’accepte d’être appelé ; je peux\nme rétracter",
        }, Cancelled);
        await book.GroundAsync(other, GroundKind.Request, "MAIL-3", ["solar"], At(2026, 11, 23, 9), null, new ConsentEvidence { Wording = "Rappelez-moi pour un devis" }, Cancelled);
        var entered = (await book.FindAsync(other, Cancelled))!.Grounds;
        entered.Should().HaveCount(3);
        (await GroundsAsync(store, "0600000001")).Should().BeEquivalentTo(entered, exactly => exactly.WithStrictOrdering());
        entered.Select(ground => ground.LastDay).Should().Equal(new LocalDate(2026, 12, 31), new LocalDate(2027, 5, 31), null);
    }

    [Theory]
    [InlineData("Acte", "tampon", "act-unknown", "ticked-box")]
    [InlineData("Mentions", "identité | horoscope", "statement-unknown", "horoscope")]
    [InlineData("Canaux", "pigeon", "channel-unknown", "voice_bot")]
    [InlineData("Canaux", "courriel | sms", "channel-not-telephone", "no telephone")]
    [InlineData("Fin consentement", "31/08/2026", "period-ends-before", "correct one")]
    [InlineData("Fin contrat", "2026-01-14", "period-ends-before", "correct one")]
    [InlineData("Date demande", "demain", "date-unreadable", "23/11/2026")]
    [InlineData("Retrait consentement", "oui", "date-unreadable", "23/11/2026")]
    [InlineData("Texte demande", null, "text-too-long", "2,000")]
    public async Task A_wrong_value_is_named_with_line_column_and_remedy_and_costs_nobody_else(string column, string? value, string code, string remedy)
    {
        await using var store = await OpenWithCentreAsync(database);
        var names = Heads.TrimEnd().Split(';');
        var cells = Whole.Replace("\n", " ", StringComparison.Ordinal).Replace("appelé ;", "appelé,", StringComparison.Ordinal).TrimEnd().Split(';');
        cells[Array.IndexOf(names, column)] = value ?? new string('x', ConsentEvidence.MostWording + 1);
        var errors = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():N}.csv");
        var report = await ImportAsync(store, $"{Heads}{string.Join(';', cells)}\n{Whole.Replace("0600000001", "0600000009", StringComparison.Ordinal)}", Order() with { ErrorFile = errors });
        report.Should().BeEquivalentTo(new { Accepted = 1L, Refused = 1L });
        var line = (await File.ReadAllLinesAsync(errors, Cancelled))[1];
        File.Delete(errors);
        line.Should().Contain($";{code};").And.Contain(remedy).And.Contain("FORM-1", "the row's own cells stand behind, to be mended");
        line.Should().StartWith($"2;{column};");
        (await GroundsAsync(store, "0600000009")).Should().HaveCount(3);
    }

    [Theory]
    [InlineData("Date consentement", GroundKind.Consent)]
    [InlineData("Date contrat", GroundKind.Contract)]
    [InlineData("Date demande", GroundKind.Request)]
    public async Task A_ground_without_its_date_is_noted_the_person_is_taken_and_the_mended_row_brings_it(string column, GroundKind kind)
    {
        await using var store = await OpenWithCentreAsync(database);
        var cells = Whole.Replace("\n", " ", StringComparison.Ordinal).Replace("appelé ;", "appelé,", StringComparison.Ordinal).TrimEnd().Split(';');
        var place = Array.IndexOf(Heads.TrimEnd().Split(';'), column);
        var (date, errors) = (cells[place], Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():N}.csv"));
        cells[place] = "";
        (await ImportAsync(store, $"{Heads}{string.Join(';', cells)}\n", Order() with { ErrorFile = errors })).Should().BeEquivalentTo(new { Accepted = 1L, Refused = 0L, Noted = 1L });
        var lines = await File.ReadAllLinesAsync(errors, Cancelled);
        File.Delete(errors);
        lines[1].Should().StartWith("2;").And.Contain(";date-missing;").And.Contain(column);
        (await GroundsAsync(store, cells[0])).Should().HaveCount(2).And.NotContain(ground => ground.Kind == kind);
        // The error file's own row, mended, is imported as it is.
        var mended = lines[1].Split(';');
        mended[5 + place] = date;
        await ImportAsync(store, $"{lines[0]}\n{string.Join(';', mended)}\n", Order("mended.csv"));
        (await GroundsAsync(store, cells[0])).Should().HaveCount(3).And.ContainSingle(ground => ground.Kind == kind);
    }

    [Fact]
    public async Task An_import_taken_back_leaves_the_grounds_that_were_there_as_they_were_unless_a_later_one_told_more()
    {
        await using var store = await OpenWithCentreAsync(database);
        const string Plain = "telephone;nom;date consentement;preuve;produits", More = Plain + ";acte;mentions;Fin consentement;Retrait consentement\n";
        await ImportAsync(store, $"{Plain}\n0600000001;A;2026-09-01;F;solar\n0600000002;B;2026-09-01;F;solar\n0600000003;C;2026-09-01;F;solar\n");
        var (first, second) = (await GroundsAsync(store, "0600000001"), await GroundsAsync(store, "0600000002"));
        var batch = (await ImportAsync(store, More + "0600000001;A;2026-09-01;F;solar;signature;toutes;01/06/2027;\n0600000001;A;2026-09-01;F;solar;signature;toutes;01/06/2027;\n0600000002;B;2026-09-01;F;solar;clic;toutes;;\n0600000003;C;2026-09-01;F;solar;;;;01/10/2026\n", Order("more.csv"))).Batch;
        (await GroundsAsync(store, "0600000001")).Should().NotBeEquivalentTo(first);
        var later = (await ImportAsync(store, More + "0600000002;B;2026-09-01;F;solar;;;01/05/2027;\n", Order("later.csv"))).Batch;
        var both = await GroundsAsync(store, "0600000002");

        (await new ImportBatches(store).RevertAsync(batch, cancellation: Cancelled)).Should().Be(new RevertReport(true, 0, 0, 0, Restored: 2, Completed: 1), "an empty cell had made of what the client attests what nobody knows");
        (await GroundsAsync(store, "0600000001")).Should().BeEquivalentTo(first);
        (await GroundsAsync(store, "0600000002")).Should().BeEquivalentTo(both, "the later file told more of it, and its word is not ours to take");
        (await GroundsAsync(store, "0600000003")).Single().WithdrawnAt.Should().NotBeNull("whoever took their consent back is not asked to do it again");
        (await new ImportBatches(store).RevertAsync(later, cancellation: Cancelled)).Should().Be(new RevertReport(true, 0, 0, 0, Restored: 1));
        (await GroundsAsync(store, "0600000002")).Should().NotBeEquivalentTo(both).And.NotBeEquivalentTo(second);
    }

    [Fact]
    public async Task The_rule_book_takes_what_is_attested_or_proven_and_nothing_that_nobody_knows()
    {
        await using var store = await OpenWithCentreAsync(database);
        await ImportAsync(store, "telephone;nom;date consentement;preuve;produits;acte;mentions\n" +
            "0600000001;attested;2026-09-01;F;solar;attested;attested\n0600000002;proven;2026-09-01;F;solar;signature;identité|choix|durée|retrait|accès à la preuve\n" +
            "0600000003;unknown act;2026-09-01;F;solar;;toutes\n0600000004;ticked beforehand;2026-09-01;F;solar;case précochée;toutes\n0600000005;one not told;2026-09-01;F;solar;clic;identité|choix|durée|retrait\n0600000006;nothing told;2026-09-01;F;solar;clic;\n");
        await ImportAsync(store, "telephone;nom;date consentement;preuve;produits\n0600000007;no such column;2026-09-01;F;solar\n", Order("plain.csv"));
        var verdicts = new Dictionary<string, bool>();
        foreach (var card in (await new ProspectBook(store).OfListAsync(Spring, 20, cancellation: Cancelled)).Items)
        {
            var dossier = (await new HopperFeed(store).BringOneAsync(card.Id, Noon, Cancelled))!;
            verdicts[card.Name!] = dossier.Consents.Single().Form is { PositiveAct: true } form && !ConsentForm.Compulsory.Except(form.Statements).Any();
        }

        verdicts.Should().BeEquivalentTo(new Dictionary<string, bool>
        {
            ["attested"] = true, ["proven"] = true, ["no such column"] = true, ["unknown act"] = false, ["ticked beforehand"] = false, ["one not told"] = false, ["nothing told"] = false,
        });
    }

    [Fact]
    public async Task The_floor_is_told_the_hash_of_each_record_as_it_is_kept_and_a_record_that_is_told_more_of_has_another()
    {
        await using var store = await OpenWithCentreAsync(database);
        await ImportAsync(store, Heads + Whole);
        async Task<IReadOnlyList<string?>> ToldAsync()
        {
            var card = (await new ProspectBook(store).OfListAsync(Spring, 2, cancellation: Cancelled)).Items.Single();
            var dossier = (await new HopperFeed(store).BringOneAsync(card.Id, Noon, Cancelled))!;
            return [dossier.Contracts.Single().Sha256, dossier.Consents.Single().Sha256, dossier.Requests.Single().Sha256];
        }
        var told = await ToldAsync();
        told.Should().Equal((await GroundsAsync(store, "0600000001")).Select(ground => EvidenceText.HashOf(ground.Text))).And.OnlyHaveUniqueItems();
        await ImportAsync(store, Heads.Replace("Acte;", "Autre;", StringComparison.Ordinal) + Whole.Replace("toutes;téléphone, robot", "toutes;téléphone", StringComparison.Ordinal).Replace(";;2026-01-15", ";2026-11-25;2026-01-15", StringComparison.Ordinal), Order("again.csv"));
        var now = await GroundsAsync(store, "0600000001");
        now.Should().HaveCount(3);
        (await ToldAsync()).Should().Equal(now.Select(ground => EvidenceText.HashOf(ground.Text)));
        now.Single(ground => ground.Kind == GroundKind.Consent).Evidence.Channels.Should().Equal("voice");
        (await ToldAsync())[0].Should().Be(told[0], "nothing more was told of the contract");
        (await ToldAsync())[1].Should().NotBe(told[1]);
    }

    [Fact]
    public async Task A_second_row_of_the_same_person_brings_its_consent_and_a_later_file_completes_it()
    {
        await using var store = await OpenWithCentreAsync(database);
        const string Names = "telephone;mobile;nom;date consentement;preuve;produits\n";
        (await ImportAsync(store, Names + "0199000001;0600000001;Petit;2026-02-01;F-1;solar\n0199000001;;Petit;2026-09-01;F-2;wind\n0600000001;;Petit;2026-10-01;F-3;gas\n0199000001;;Petit;2026-10-01;F-1;solar\n"))
            .Should().BeEquivalentTo(new { Accepted = 1L, Duplicates = 3L });
        (await GroundsAsync(store, "0199000001")).Select(ground => ground.Reference).Should().BeEquivalentTo("F-1", "F-2", "F-3", "F-1");

        // The same consents, with how they were given and that one was taken back: completed, not doubled, and nothing is emptied by an empty cell.
        const string More = "telephone;date consentement;preuve;produits;acte;mentions;recueilli par;retrait\n";
        await ImportAsync(store, More.Replace("retrait", "date retrait", StringComparison.Ordinal) + "0199000001;2026-02-01;F-1;solar;signature;toutes;Salon;2026-08-01\n0199000001;2026-09-01;F-2;wind;oral;toutes;;\n", Order("more.csv"));
        await ImportAsync(store, More.Replace("retrait", "date retrait", StringComparison.Ordinal) + "0199000001;2026-02-01;F-1;solar;;;;\n", Order("less.csv"));
        var grounds = await GroundsAsync(store, "0199000001");
        grounds.Should().HaveCount(4);
        grounds[0].Should().BeEquivalentTo(new { Reference = "F-1", WithdrawnAt = (Instant?)At(2026, 8, 1), Evidence = new { Act = "signature", Collector = "Salon", Statements = ConsentForm.Compulsory } });
        grounds.Single(ground => ground.Reference == "F-2").Should().BeEquivalentTo(new { WithdrawnAt = (Instant?)null, Evidence = new { Act = "spoken", Collector = (string?)null } });
    }

    [Fact]
    public async Task Whoever_objected_is_called_by_the_row_that_brings_a_later_consent()
    {
        await using var store = await OpenWithCentreAsync(database);
        await new Oppositions(store).RecordAsync(Acme, "+33600000001", At(2026, 9, 1), "letter", Cancelled);
        await new Oppositions(store).RecordAsync(Acme, "+33600000002", At(2026, 9, 1), "letter", Cancelled);
        (await ImportAsync(store, "telephone;date consentement;preuve;produits;retrait consentement\n" +
            "0600000001;2026-08-01;F-1;solar;\n0600000001;2026-10-01;F-2;solar;\n0600000002;2026-10-01;F-3;solar;2026-10-02\n")).Should().BeEquivalentTo(new { Accepted = 1L, Opposed = 2L });
        (await GroundsAsync(store, "0600000001")).Select(ground => ground.Reference).Should().Equal("F-2");
    }

    [Theory]
    [InlineData("csv")]
    [InlineData("xlsx")]
    public async Task A_file_of_records_brings_the_same_records_back(string format)
    {
        await using var store = await OpenWithCentreAsync(database);
        await ImportAsync(store, Heads + Whole + "0600000002;Moreau;2026-10-01;;;;;;;;;2026-10-05;;;;;;;;\n0600000002;Moreau;2026-11-01;;F-7;wind;silence;identité;;;;;;;;;;;;\n");
        await ImportAsync(store, People(3, 50), Order("people.csv"));
        await new CustomerBook(store).GroundAsync((await new CustomerBook(store).SearchAsync("0600000002", null, 2, Cancelled)).Single().Id, GroundKind.Consent, "=letter", ["solar, thermal", "wind"],
            SystemClock.Instance.GetCurrentInstant(), null, new ConsentEvidence { Act = "message", Collector = "+33 desk" }, Cancelled);
        await using var second = await OpenWithCentreAsync(database);
        foreach (var kind in Enum.GetValues<GroundKind>())
        {
            var name = RecordsDoor.KindOf(kind);
            var (columns, rows) = RecordsDoor.SheetOf(name, new Client(Acme, "Acme", []), new RecordBook(store), Cancelled)!.Value;
            var file = ExportDoor.Written([new Sheet(name, columns, await rows.ToListAsync(Cancelled))], format);
            var report = await new ListImport(second).RunAsync(new ImportOrder(Acme, Spring, $"{name}.{format}", Noon), new MemoryStream(file), null, Cancelled);
            report.Should().BeEquivalentTo(new { Result = ImportResult.Complete, Refused = 0L });
        }

        var (kept, back) = (await EveryAsync(store), await EveryAsync(second));
        kept.Should().HaveCount(9);
        back.Should().BeEquivalentTo(kept);
    }

    private static async Task<List<object>> EveryAsync(Store store)
    {
        var every = new List<object>();
        foreach (var kind in Enum.GetValues<GroundKind>())
            await foreach (var record in new RecordBook(store).GroundsAsync(Acme, kind, Cancelled))
                every.Add(new { record.Number, record.Name, record.FirstName, record.Ground });
        return every;
    }

    private static async Task<IReadOnlyList<GroundKept>> GroundsAsync(Store store, string number) =>
        (await new CustomerBook(store).FindAsync((await new CustomerBook(store).SearchAsync(number, null, 2, Cancelled)).Single().Id, Cancelled))!.Grounds;

    private static Instant At(int year, int month, int day, int hour = 0, int minute = 0) => new LocalDateTime(year, month, day, hour, minute).InZoneLeniently(Zones.Paris).ToInstant();
}

public sealed class GroundEvidenceOnSqlite(SqliteDatabase database) : GroundEvidenceContract(database), IClassFixture<SqliteDatabase>;

public sealed class GroundEvidenceOnPostgres(PostgresOfTheTests postgres) : GroundEvidenceContract(new PostgresDatabase(postgres));
