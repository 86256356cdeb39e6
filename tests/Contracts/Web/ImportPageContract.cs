using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Plateau.Contracts.Api;
using Plateau.Contracts.Storage;
using Plateau.Server.People;
using static Microsoft.Playwright.Assertions;

namespace Plateau.Contracts.Web;

/// <summary>A large list comes in by the page alone: dropped, recognised, mapped, tried, imported, stopped in the middle, taken up again, its errors read, and taken back.</summary>
public abstract partial class ImportPageContract(PagesRoom room, IDatabase database)
{

    /// <summary>As many that somebody can stop it in the middle; three rows are no people, or the same twice.</summary>
    private const int Good = 120_000, Rows = Good + 3;

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_large_list_is_dropped_tried_stopped_resumed_and_taken_back()
    {
        await using var centre = await OwnCentre.StartAsync(database);
        using var programs = centre.Plateau.With(centre.Plateau.FirstKey);
        await programs.DoneAsync("PUT", "api/v1/clients/grande", """{"name":"Grande Liste","callerIds":[]}""");
        await programs.DoneAsync("PUT", "api/v1/lists/grande", """{"client":"grande","name":"Trois cent mille"}""");
        var person = await OwnCentre.EnterPersonAsync(centre.Store, "salma", "Salma Idrissi", [Role.AccountManager]);
        await using var visit = await room.VisitAsync(centre.Plateau.Port, person);
        await using var colleague = await room.VisitAsync(centre.Plateau.Port, person);
        await colleague.OpenAsync("/lists/grande");
        var page = visit.Page;
        var file = Path.Combine(centre.Plateau.Folder, "trois cent mille.csv");
        await File.WriteAllTextAsync(file, Text(), new UTF8Encoding(true), Cancelled);

        // Dropped and recognised: encoding, delimiter, columns; what the numbers are called is said by hand.
        await visit.OpenAsync("/lists/import?client=grande&list=grande");
        await DropAsync(page, file);
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "trois cent mille.csv" })).ToBeVisibleAsync();
        await Expect(page.GetByText("séparateur ;")).ToBeVisibleAsync();
        await Expect(page.Locator(".notice.warn")).ToContainTextAsync("numéro de téléphone");
        await page.GetByLabel("Devient: Ligne directe").SelectOptionAsync("Phone");
        await Expect(page.Locator("td", new() { HasText = "Nom0" }).First).ToBeVisibleAsync();
        await Expect(page.Locator(".tag.good", new() { HasText = "prête" }).First).ToBeVisibleAsync();

        // Tried: how far, how long still, and nothing written.
        await page.GetByRole(AriaRole.Button, new() { Name = "Essayer à blanc" }).ClickAsync();
        await Expect(page.Locator(".progress-row")).ToContainTextAsync(TimeLeft());
        await Expect(page.Locator(".tag.good", new() { HasText = Shown(Rows) })).ToBeVisibleAsync();
        (await CountAsync(centre, "prospect")).Should().Be(0);

        // Imported and stopped in the middle.
        await page.Locator("button", new() { HasText = "Importer" }).ClickAsync();
        await page.ReachesAsync("/lists/grande");
        await using (await HeldImport.InTheMiddleAsync(centre.Store.Address, Good))
        {
            await Expect(page.Locator(".progress-row")).ToContainTextAsync(TimeLeft());
            await page.Locator(".progress-row button").ClickAsync();
            await Expect(colleague.Page.Locator(".import")).ToContainTextAsync(Stopped());
        }

        await Expect(page.Locator(".import")).ToContainTextAsync("interrompu");
        (await CountAsync(centre, "prospect")).Should().BeInRange(1, Good - 1, "it was stopped in the middle");

        // Taken up again: nothing twice, nothing lost.
        await page.GetByRole(AriaRole.Button, new() { Name = "Reprendre" }).ClickAsync();
        await Expect(page.Locator(".import")).ToContainTextAsync($"{Shown(Good)} importés, 2 refusés, 1 doublons");
        (await CountAsync(centre, "prospect")).Should().Be(Good);
        (await CountAsync(centre, "(SELECT DISTINCT number FROM customer)")).Should().Be(Good);
        (await CountAsync(centre, "ground")).Should().Be(Good);
        (await CountAsync(centre, "import_batch")).Should().Be(1);
        await Expect(page.Locator(".tile", new() { HasText = Shown(Good) })).ToBeVisibleAsync();

        // The error file says row, column, value, reason and remedy.
        var copied = await page.RunAndWaitForDownloadAsync(() => page.GetByRole(AriaRole.Link, new() { Name = "Fichier d’erreurs" }).ClickAsync());
        var errors = (await File.ReadAllTextAsync(await copied.PathAsync(), Cancelled)).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        copied.SuggestedFilename.Should().Be("trois cent mille.errors.csv");
        errors.Should().HaveCount(4);
        errors[0].Should().Contain("row;column;value;reason;remedy;Ligne directe");
        errors[1].Should().StartWith("2;Ligne directe;injoignable;phone-letters;");
        errors[2].Should().StartWith($"{Good / 2};Ligne directe;123;phone-");
        errors[3].Should().StartWith($"{Rows + 1};Ligne directe;'+33600000000;duplicate;");

        // Taken back, people and errors; a colleague sees it go, and can't ask for it again.
        await using (await HeldImport.NowAsync(centre.Store.Address))
        {
            await page.GetByRole(AriaRole.Button, new() { Name = "Retirer" }).ClickAsync();
            await Expect(colleague.Page.Locator(".progress-row")).ToContainTextAsync("retrait en cours");
            await Expect(colleague.Page.GetByRole(AriaRole.Button, new() { Name = "Retirer" })).ToHaveCountAsync(0);
        }

        await Expect(page.Locator(".import")).ToContainTextAsync($"retiré : {Shown(Good)} fiches parties");
        foreach (var table in (string[])["prospect", "customer", "ground"]) (await CountAsync(centre, table)).Should().Be(0, table);
        await Expect(page.GetByRole(AriaRole.Link, new() { Name = "Fichier d’erreurs" })).ToHaveCountAsync(0);
        visit.Complaints.Should().BeEmpty();
    }

    [Fact]
    public async Task Several_columns_of_numbers_are_mapped_with_their_lines_and_put_in_order()
    {
        await using var centre = await OwnCentre.StartAsync(database);
        using var programs = centre.Plateau.With(centre.Plateau.FirstKey);
        await programs.DoneAsync("PUT", "api/v1/clients/petite", """{"name":"Petite Liste","callerIds":[]}""");
        await programs.DoneAsync("PUT", "api/v1/lists/petite", """{"client":"petite","name":"Deux personnes"}""");
        var person = await OwnCentre.EnterPersonAsync(centre.Store, "salma", "Salma Idrissi", [Role.AccountManager]);
        await using var visit = await room.VisitAsync(centre.Plateau.Port, person);
        var page = visit.Page;
        var file = Path.Combine(centre.Plateau.Folder, "trois lignes.csv");
        await File.WriteAllTextAsync(file, "A;B;C;Nom;Mode\n0199001001;0612345678;0199001002;Moreau;signature\n0199001001;;0199001003;Petit;\n", Cancelled);
        await visit.OpenAsync("/lists/import?client=petite&list=petite");
        await DropAsync(page, file);
        await page.GetByLabel("Devient: A").SelectOptionAsync("Switchboard");
        await page.GetByLabel("Devient: B").SelectOptionAsync("Mobile");
        await page.GetByLabel("Rang du numéro : B").WaitForAsync();
        await page.GetByLabel("Devient: C").SelectOptionAsync("Office");
        await Expect(page.GetByLabel("Rang du numéro : C")).ToHaveValueAsync("3");
        await page.GetByLabel("Rang du numéro : C").SelectOptionAsync("1");
        await Expect(page.GetByLabel("Rang du numéro : A")).ToHaveValueAsync("2");
        // The evidence of a consent stands in the choice, under its own heading, in words.
        await Expect(page.GetByLabel("Devient: Mode").Locator("optgroup[label='Consentement'] option[value=ConsentAct]")).ToHaveTextAsync("Acte de consentement");
        await page.GetByRole(AriaRole.Button, new() { Name = "Essayer à blanc" }).ClickAsync();
        await page.Locator("button", new() { HasText = "Importer" }).ClickAsync();
        await page.ReachesAsync("/lists/petite");
        await Expect(page.Locator(".import")).ToContainTextAsync("2 importés");
        (await Probe.TextsAsync(centre.Store.Address, "SELECT customer.name || ' ' || number.rank || ' ' || number.digits || ' ' || number.kind FROM number JOIN customer ON customer.id = number.customer_id ORDER BY customer.name, number.rank"))
            .Should().Equal("Moreau 1 33199001002 3", "Moreau 2 33199001001 4", "Moreau 3 33612345678 2");
        (await Probe.TextsAsync(centre.Store.Address, "SELECT CAST(number AS text) FROM customer WHERE name = 'Petit'")).Should().Equal("33199001003");
        visit.Complaints.Should().BeEmpty();
    }

    /// <summary>People whose numbers stand under a heading that says nothing, with two rows that have none and one that was there before.</summary>
    private static string Text()
    {
        var people = Centres.People(Good).Split('\n', StringSplitOptions.RemoveEmptyEntries).ToList();
        people[0] = people[0].Replace("telephone", "Ligne directe", StringComparison.Ordinal);
        people.Insert(1, "injoignable;Petit;Zoé;2026-09-01;form-x");
        people.Insert(Good / 2 - 1, "123;Petit;Léa;2026-09-01;form-y");
        people.Add(people[2]);
        return string.Join('\n', people);
    }

    /// <summary>A file of the disk is dragged over the page and let go, as a hand does it.</summary>
    private static async Task DropAsync(IPage page, string file)
    {
        var place = (await page.Locator(".drop").BoundingBoxAsync())!;
        var session = await page.Context.NewCDPSessionAsync(page);
        foreach (var act in (string[])["dragEnter", "dragOver", "drop"])
            await session.SendAsync("Input.dispatchDragEvent", new Dictionary<string, object>
            {
                ["type"] = act, ["x"] = place.X + place.Width / 2, ["y"] = place.Y + place.Height / 2,
                ["data"] = new { items = Array.Empty<object>(), files = new[] { file }, dragOperationsMask = 1 },
            });
    }

    private static async Task<long> CountAsync(OwnCentre centre, string table) =>
        long.Parse((await Probe.TextsAsync(centre.Store.Address, $"SELECT CAST(count(*) AS text) FROM {table} AS counted"))[0], CultureInfo.InvariantCulture);

    /// <summary>As the pages write it in French.</summary>
    private static string Shown(long number) => Plateau.Server.Web.Words.Shown.Number(number);

    /// <summary>SQLite writes its step to the end first, PostgreSQL lets go of it.</summary>
    [GeneratedRegex("s’arrête|interrompu")]
    private static partial Regex Stopped();

    [GeneratedRegex("reste .*\\d")]
    private static partial Regex TimeLeft();
}

public sealed class ImportPageOnSqlite(PagesRoom room, SqliteDatabase database) : ImportPageContract(room, database), IClassFixture<SqliteDatabase>;

public sealed class ImportPageOnPostgres(PagesRoom room, PostgresOfTheTests postgres) : ImportPageContract(room, new PostgresDatabase(postgres));
