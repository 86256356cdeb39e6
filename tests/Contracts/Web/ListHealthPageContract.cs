using Microsoft.Playwright;
using NodaTime;
using Plateau.Contracts.Api;
using Plateau.Contracts.Storage;
using Plateau.Server.People;
using Plateau.Server.Setup.Changes;
using Plateau.Storage.Centre;
using static Microsoft.Playwright.Assertions;

namespace Plateau.Contracts.Web;

/// <summary>Lists are mixed, limited by quotas and looked after by the pages alone: why people wait, who is stuck, and what sets them free.</summary>
public abstract class ListHealthPageContract(PagesRoom room, IDatabase database)
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_quota_on_a_new_column_of_a_large_list_is_set_behind_the_page_that_asked_for_it()
    {
        await using var centre = await OwnCentre.StartAsync(database);
        using var programs = centre.Plateau.With(centre.Plateau.FirstKey);
        await programs.DoneAsync("PUT", "api/v1/clients/aurore", """{"name":"Aurore Mutuelle","callerIds":[{"number":"+33162000001","mandate":"M-1","from":"2026-01-01"}]}""");
        await programs.DoneAsync("PUT", "api/v1/programmes/aurore", """{"client":"aurore","name":"Aurore"}""");
        await programs.DoneAsync("PUT", "api/v1/lists/grande", """{"client":"aurore","name":"Grande"}""");
        await programs.DoneAsync("PUT", "api/v1/campaigns/printemps", """{"name":"Printemps","client":"aurore","programme":"aurore","mode":"preview","trunk":"practice","callerId":"+33162000001","product":"solar","lists":["grande"]}""");
        await Storage.Centres.ImportAsync(centre.Store, "telephone;region\n" + string.Concat(Enumerable.Range(0, 20_000).Select(each => $"06{each:D8};{(each % 2 == 0 ? "Bretagne" : "Corse")}\n")), new(new("aurore"), new("grande"), "grande.csv", Storage.Centres.Noon));
        var person = await OwnCentre.EnterPersonAsync(centre.Store, "salma", "Salma Idrissi", [Role.AccountManager]);
        await using var visit = await room.VisitAsync(centre.Plateau.Port, person);
        var page = visit.Page;
        await visit.OpenAsync("/campaigns/printemps/lists");
        await page.GetByRole(AriaRole.Button, new() { Name = "Ajouter un quota" }).ClickAsync();
        await page.GetByLabel("Colonne 1").SelectOptionAsync("region");
        await page.GetByLabel("Succès au plus 1").FillAsync("7");
        await page.GetByLabel("Succès au plus 1").PressAsync("Tab");
        if (centre.Store.IsPostgres) await StopAsync(centre, page, programs);
        await page.Keyboard.PressAsync("Control+Enter");
        // The page may be left: the work is not its own, and the quotas stand when it is done.
        await visit.OpenAsync("/lists");
        await Telephony.Eventually.HoldsAsync(async () => (await programs.GetStringAsync("api/v1/campaigns/printemps", Cancelled)).Contains("\"limit\":7", StringComparison.Ordinal), "the quota is kept");
        (await Probe.TextsAsync(centre.Store.Address, "SELECT words || ' ' || count(*) FROM prospect JOIN segment ON segment.id = segment_id GROUP BY words ORDER BY words")).Should().Equal("""{"region":"Bretagne"} 10000""", """{"region":"Corse"} 10000""");
        await visit.OpenAsync("/campaigns/printemps/lists");
        await Expect(page.Locator("#quota-progress tbody tr")).ToHaveCountAsync(2);
        visit.Complaints.Should().BeEmpty();

        // What waits when the program ends goes on when it is back.
        await centre.Plateau.RestartAsync(async () =>
        {
            var settings = (await new CentreBook(centre.Store).CampaignAsync(new("printemps"), Cancelled))!;
            (await new DocumentBook(centre.Store).SetAsync(QuotaWork.Kind, "printemps", (CampaignWish.Of(settings) with { Quotas = [new("region", "Corse", 9)] }).Written(), SystemClock.Instance.GetCurrentInstant(), client: settings.Client, cancellation: Cancelled)).Should().BeTrue();
        });
        await Telephony.Eventually.HoldsAsync(async () => (await programs.GetStringAsync("api/v1/campaigns/printemps", Cancelled)).Contains("\"limit\":9", StringComparison.Ordinal), "it went on after the restart");
        await Telephony.Eventually.HoldsAsync(async () => (await new DocumentBook(centre.Store).AllAsync<string>(QuotaWork.Kind, cancellation: Cancelled)).Count == 0, "and is over with that");
    }

    /// <summary>While somebody else writes to the list the work stands still, and there is time to press Cancel; SQLite's lock would hold the page too.</summary>
    private static async Task StopAsync(OwnCentre centre, IPage page, HttpClient programs)
    {
        await using (var other = await centre.Store.ConnectAsync(Cancelled))
        {
            foreach (var sql in (string[])["BEGIN", "LOCK TABLE prospect IN SHARE ROW EXCLUSIVE MODE"]) await RunAsync(other, sql);
            await page.Keyboard.PressAsync("Control+Enter");
            await page.Locator(".progress-row button").ClickAsync();
            await Expect(page.Locator("main")).ToContainTextAsync("la campagne garde ses quotas précédents");
            await RunAsync(other, "ROLLBACK");
        }
        (await programs.GetStringAsync("api/v1/campaigns/printemps", Cancelled)).Should().NotContain("\"limit\":7");
        await Telephony.Eventually.HoldsAsync(async () => (await new DocumentBook(centre.Store).AllAsync<string>(QuotaWork.Kind, cancellation: Cancelled)).Count == 0, "what was stopped does not go on at the next start");
        // What was stopped can be saved again as it stands on the page.
        await page.Locator("#main").FocusAsync();
    }

    private static async Task RunAsync(System.Data.Common.DbConnection connection, string sql)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync(Cancelled);
    }

    [Fact]
    public async Task A_list_is_mixed_limited_read_and_set_free()
    {
        await using var centre = await OwnCentre.StartAsync(database);
        using var programs = centre.Plateau.With(centre.Plateau.FirstKey);
        await programs.DoneAsync("PUT", "api/v1/clients/aurore", """{"name":"Aurore Mutuelle","callerIds":[{"number":"+33162000001","mandate":"M-1","from":"2026-01-01"}]}""");
        await programs.DoneAsync("PUT", "api/v1/programmes/aurore", """{"client":"aurore","name":"Aurore"}""");
        foreach (var list in (string[])["chauds", "froids"]) await programs.DoneAsync("PUT", $"api/v1/lists/{list}", $$"""{"client":"aurore","name":"{{list}}"}""");
        await programs.DoneAsync("PUT", "api/v1/campaigns/printemps", """{"name":"Printemps","client":"aurore","programme":"aurore","mode":"preview","trunk":"practice","callerId":"+33162000001","product":"solar","lists":["chauds"]}""");
        (await Storage.Centres.ImportAsync(centre.Store, "telephone;nom;region;score;date consentement;preuve\n0199000001;A;Bretagne;5;2026-09-01;f1\n0199000002;B;Corse;9;2026-09-01;f2\n0199000003;C;Corse;1;;\n",
            new(new("aurore"), new("chauds"), "chauds.csv", Storage.Centres.Noon) { Products = ["solar"] })).Should().BeEquivalentTo(new { Flaw = (Plateau.Storage.Importing.ImportFlaw?)null, Refused = 0L, Duplicates = 0L, Opposed = 0L, Accepted = 3L });
        var person = await OwnCentre.EnterPersonAsync(centre.Store, "salma", "Salma Idrissi", [Role.AccountManager]);
        await using var visit = await room.VisitAsync(centre.Plateau.Port, person);
        var page = visit.Page;

        // Mixed: the second list is attached, with a tier, a weight and an order; and a quota stands on a column of the file.
        await visit.OpenAsync("/campaigns/printemps/lists");
        await page.Locator("#mix input[type=checkbox][aria-label=froids]").CheckAsync();
        await page.GetByLabel("Poids: chauds").FillAsync("3");
        await page.GetByLabel("Poids: chauds").PressAsync("Tab");
        await page.GetByLabel("Ordre: chauds").SelectOptionAsync("Score");
        await Expect(page.Locator("#mix tbody tr").First).ToContainTextAsync("75");
        await page.GetByRole(AriaRole.Button, new() { Name = "Ajouter un quota" }).ClickAsync();
        await page.GetByLabel("Colonne 1").SelectOptionAsync("region");
        await page.GetByLabel("Valeur 1").SelectOptionAsync("Corse");
        await page.GetByLabel("Succès au plus 1").FillAsync("0");
        await page.GetByLabel("Succès au plus 1").PressAsync("Tab");
        await page.Keyboard.PressAsync("Control+Enter");
        await Expect(page.Locator("#quota-progress")).ToContainTextAsync("atteint");
        var kept = await programs.GetStringAsync("api/v1/campaigns/printemps", Cancelled);
        kept.Should().Contain("\"weight\":3").And.Contain("\"order\":\"score\"").And.Contain("\"column\":\"region\"");

        // Read: why they wait, with the quota by name, and as a file.
        await visit.OpenAsync("/lists/chauds/health");
        await Expect(page.Locator("#waits [data-wait=Quota]")).ToContainTextAsync("region: Corse");
        await Expect(page.Locator("#waits [data-wait=Quota] td.end")).ToHaveTextAsync("2");
        var file = await page.APIRequest.GetAsync($"http://localhost:{centre.Plateau.Port}/lists/chauds/health.csv?campaign=printemps", new() { Headers = [new("Cookie", string.Join("; ", (await page.Context.CookiesAsync()).Select(cookie => $"{cookie.Name}={cookie.Value}")))] });
        (await file.TextAsync()).Should().Contain("region: Corse");

        // Looked after: two are full by quota, and one is held by a call that never was; the latter is set free.
        await Probe.TextsAsync(centre.Store.Address, "UPDATE prospect SET state = 3 WHERE id = (SELECT min(id) FROM prospect) RETURNING list_id");
        await page.Locator("#check").ClickAsync();
        await Expect(page.Locator("[data-stuck=quota-full] td.end").First).ToHaveTextAsync("2");
        await page.Locator("[data-stuck=no-call] button").ClickAsync();
        await Expect(page.Locator("[data-stuck=no-call]")).ToHaveCountAsync(0);
        (await Probe.TextsAsync(centre.Store.Address, "SELECT list_id FROM prospect WHERE state = 0")).Should().HaveCount(3);

        // A list that no campaign calls is given to one where it is found.
        await programs.DoneAsync("PUT", "api/v1/lists/oubliee", """{"client":"aurore","name":"oubliée"}""");
        await Storage.Centres.ImportAsync(centre.Store, "telephone;date consentement;preuve\n0199000009;2026-09-01;f9\n", new(new("aurore"), new("oubliee"), "oubliee.csv", Storage.Centres.Noon) { Products = ["solar"] });
        await page.Locator("#check").ClickAsync();
        await page.Locator("[data-stuck=no-campaign] button").ClickAsync();
        await Expect(page.Locator("[data-stuck=no-campaign]")).ToHaveCountAsync(0);
        (await programs.GetStringAsync("api/v1/campaigns/printemps", Cancelled)).Should().Contain("oubliee");
        visit.Complaints.Should().BeEmpty();
    }
}

public sealed class ListHealthPageOnSqlite(PagesRoom room, SqliteDatabase database) : ListHealthPageContract(room, database), IClassFixture<SqliteDatabase>;

public sealed class ListHealthPageOnPostgres(PagesRoom room, PostgresOfTheTests postgres) : ListHealthPageContract(room, new PostgresDatabase(postgres));
