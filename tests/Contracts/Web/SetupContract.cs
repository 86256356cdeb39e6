using System.Text;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Plateau.Contracts.Api;
using Plateau.Contracts.Telephony;
using static Microsoft.Playwright.Assertions;

namespace Plateau.Contracts.Web;

/// <summary>An account manager sets a campaign up in the browser: nothing starts before everything is there, a dropped file becomes prospects, a person who asks for it is gone.</summary>
public sealed class SetupContract(PagesRoom room)
{

    /// <summary>Numbers of the ranges kept for fiction; the last row has none.</summary>
    private static readonly byte[] File = Encoding.UTF8.GetBytes(
        "Nom;Prénom;Ligne directe;Ville;Consentement;Preuve;Produit\nMoreau;Camille;01 99 00 70 01;Lyon;2026-10-01;FORM-1;conseil\n<script>alert(1)</script>;Hugo;01 99 00 70 02;Lille;2026-10-01;FORM-2;conseil\nPetit;Zoé;injoignable;Nantes;2026-10-01;FORM-3;conseil\n");

    [Fact]
    public async Task A_dropped_file_becomes_prospects_and_the_campaign_starts_only_when_all_is_green()
    {
        await using var visit = await EnterAsync("montee");
        var page = visit.Page;
        await visit.OpenAsync("/campaigns/montee");
        await Expect(page.Locator("#start")).ToBeDisabledAsync();
        await Expect(page.Locator("#start-why")).ToContainTextAsync("Script");

        await DropAsync(visit, "montee");
        await page.ReachesAsync("/campaigns/montee/lists");
        await Eventually.HoldsAsync(async () => (await ListAsync("montee-liste")).Text("prospects").Contains("\"fresh\":2", StringComparison.Ordinal), "the two good rows are on the list");

        await visit.OpenAsync("/campaigns/montee/script");
        await page.Locator(".empty .btn.main").ClickAsync();
        await page.Locator("[data-key='ctrl-enter']").ClickAsync();
        await visit.OpenAsync("/campaigns/montee/people");
        await page.GetByLabel("Hajar de montee").CheckAsync();
        await Expect(page.Locator("#start")).ToBeEnabledAsync();
        await page.Locator("#start").ClickAsync();
        await Eventually.HoldsAsync(async () => (await AskAsync("campaigns/montee/standing")).Text("state") == "running", "the campaign runs");
        visit.Complaints.Should().BeEmpty();
    }

    [Fact]
    public async Task Papers_come_on_a_clients_file_and_a_competence_opens_a_campaign_to_those_who_have_it()
    {
        await using var visit = await EnterAsync("dossier");
        var page = visit.Page;
        await visit.OpenAsync("/clients/dossier");
        await Expect(page.Locator("#papers .tag.warn")).ToHaveCountAsync(4);
        await page.Locator("#papers tbody tr").First.Locator("button").ClickAsync();
        await page.Locator("#papers tbody tr").First.Locator("input").First.FillAsync("ST-2026-7");
        await page.Locator("#papers .check input").UncheckAsync();
        await page.Locator("[data-key='ctrl-enter']").ClickAsync();
        await Expect(page.Locator("#papers .tag.good")).ToHaveCountAsync(1);
        await Eventually.HoldsAsync(async () => (await AskAsync("clients/dossier")).Text("papers").Contains("\"reference\":\"ST-2026-7\"", StringComparison.Ordinal), "the contract is on file");
        (await AskAsync("clients/dossier")).Text("seenFromMorocco").Should().BeEquivalentTo("false");

        await visit.OpenAsync("/campaigns/dossier/people");
        await page.GetByLabel("Hajar de dossier").CheckAsync();
        await page.Locator("main textarea").FillAsync("Mutuelle, bien");
        await page.Locator("main textarea").BlurAsync();
        await page.Locator("[data-key='ctrl-enter']").ClickAsync();
        await Expect(page.Locator("main [role=alert]").First).ToContainTextAsync("Mutuelle, bien");
        (await page.Locator("main textarea").InputValueAsync()).Should().Be("Mutuelle, bien", "what can't be kept is not lost");
        (await AskAsync("campaigns/dossier")).Text("competences").Should().NotContain("Mutuelle");
        await page.Locator("main textarea").FillAsync("Mutuelle 3");
        await page.Locator("main textarea").BlurAsync();
        await page.Locator("[data-key='ctrl-enter']").ClickAsync();
        await Expect(page.Locator(".gate li.missing", new() { HasText = "Hajar de dossier" })).ToBeVisibleAsync();
        (await AskAsync("campaigns/dossier")).Text("competences").Should().Contain("Mutuelle");
        visit.Complaints.Should().BeEmpty();
    }

    [Fact]
    public async Task A_client_does_without_a_rule_of_prudence_for_a_reason_and_for_no_other()
    {
        await using var visit = await EnterAsync("prudent");
        var page = visit.Page;
        await visit.OpenAsync("/clients/prudent");
        var row = page.Locator("#prudence tr", new() { HasText = "FR-B2C-REFUSAL-60-POLICY" });
        await row.Locator("input[type=checkbox]").UncheckAsync();
        await page.Locator("[data-key='ctrl-enter']").ClickAsync();
        await Expect(page.Locator("main [role=alert]").First).ToContainTextAsync("Dites pourquoi");
        (await AskAsync("clients/prudent")).Text("switchedOff").Should().Be("[]");
        await row.Locator("input.input").FillAsync("Lettre du 3 novembre");
        await row.Locator("input.input").BlurAsync();
        await page.Locator("[data-key='ctrl-enter']").ClickAsync();
        await Eventually.HoldsAsync(async () => (await AskAsync("clients/prudent")).Text("switchedOff").Contains("Lettre du 3 novembre", StringComparison.Ordinal), "the reason is kept");
        await visit.OpenAsync("/clients/prudent");
        await Expect(row.Locator("input.input")).ToHaveValueAsync("Lettre du 3 novembre");
        await row.Locator("input[type=checkbox]").CheckAsync();
        await page.Locator("[data-key='ctrl-enter']").ClickAsync();
        await Eventually.HoldsAsync(async () => (await AskAsync("clients/prudent")).Text("switchedOff") == "[]", "the rule is kept again");
        visit.Complaints.Should().BeEmpty();
    }

    [Fact]
    public async Task A_centre_has_a_name_and_a_clock_and_an_unknown_clock_keeps_both()
    {
        await using var visit = await room.VisitAsync((await room.ReadyAsync()).Everyone);
        var page = visit.Page;
        await visit.OpenAsync("/centre");
        await page.Locator("main input").First.FillAsync("Anfa Relation");
        await page.Locator("main input[list]").FillAsync("Africa/Nowhere");
        await page.Locator("main form .btn.main").ClickAsync();
        await Expect(page.Locator(".notice.warn")).ToContainTextAsync("Africa/Casablanca");
        await page.Locator("main input[list]").FillAsync("Indian/Reunion");
        await page.Locator("main form .btn.main").ClickAsync();
        // Days that are counted already keep their clock: the page says from when the new one holds.
        await Expect(page.Locator("main .notice")).ToContainTextAsync("prochain démarrage");
        await page.Locator("main input[list]").FillAsync("Africa/Casablanca");
        await page.Locator("main form .btn.main").ClickAsync();
        await Expect(page.Locator("main .notice")).ToHaveCountAsync(0);
        await visit.OpenAsync("/");
        await Expect(page.Locator(".brand")).ToHaveTextAsync("PlateauAnfa Relation");
    }

    [Fact]
    public async Task A_supervisors_telephone_carries_the_board_and_an_agents_their_desk()
    {
        await room.ReadyAsync();
        var listener = await room.EnterPersonAsync("ecoute", "Houda Naciri", [Plateau.Server.People.Role.Quality]);
        await using var board = await room.VisitAsync(listener);
        await board.Page.GotoAsync("/desk");
        await Expect(board.Page.FrameLocator("#work").Locator("[data-board]")).ToBeVisibleAsync();
        await Expect(board.Page.FrameLocator("#work").Locator(".unframed")).ToBeHiddenAsync();
        var agent = await room.EnterPersonAsync("poste", "Nabil Arroub", [Plateau.Server.People.Role.Agent], agent: "poste");
        await using var desk = await room.VisitAsync(agent);
        await desk.Page.GotoAsync("/desk");
        await Expect(desk.Page.FrameLocator("#work").Locator(".statebar")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task A_person_who_objected_and_is_erased_is_found_no_more_and_stays_uncalled()
    {
        await using var visit = await EnterAsync("oubli");
        var page = visit.Page;
        await DropAsync(visit, "oubli");
        await page.ReachesAsync("/campaigns/oubli/lists");
        await visit.OpenAsync("/customers");
        await FindAsync(page, "01 99 00 70 01");
        await page.Locator("tr", new() { HasText = "oubli" }).Locator("a").First.ClickAsync();
        // Why they wait is said by the hour at which this is looked at; once they object, by no hour.
        await Expect(page.Locator("td[data-next]").First).ToHaveTextAsync(new Regex("maintenant|à partir du|aucune date"));
        await page.GetByRole(AriaRole.Button, new() { Name = "Enregistrer une opposition" }).ClickAsync();
        await page.Locator("main form.form input").First.FillAsync("lettre 2026-118");
        await page.Locator("main form .btn.main").ClickAsync();
        await Expect(page.Locator(".tag.bad")).ToBeVisibleAsync();
        await Expect(page.Locator("td[data-next]").First).ToHaveTextAsync(new Regex("^$|aucune date"));
        await page.GetByRole(AriaRole.Button, new() { Name = "Effacer la personne" }).ClickAsync();
        await page.Locator(".btn.danger").ClickAsync();
        await Expect(page.Locator(".notice.good")).ToBeVisibleAsync();

        await visit.OpenAsync("/customers");
        await FindAsync(page, "01 99 00 70 01");
        await Expect(page.Locator("tr", new() { HasText = "oubli" })).ToHaveCountAsync(0);
        // The same person comes with another file: the objection is known though the person is not.
        using var centre = room.Plateau.With(room.Plateau.FirstKey);
        using var sent = await centre.PostAsync("api/v1/lists/oubli-liste/imports?fileName=encore.csv", new StringContent("nom;telephone\nMoreau;0199007001\n"), TestContext.Current.CancellationToken);
        var card = await centre.ImportedAsync((await sent.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).Split("\"id\":\"")[1].Split('"')[0]);
        card.GetProperty("report").Text("opposed").Should().Be("1");
    }

    /// <summary>A client with a number, a programme, a campaign without anybody, and an agent; the director is at the browser.</summary>
    private async Task<Visit> EnterAsync(string name)
    {
        await room.ReadyAsync();
        using var centre = room.Plateau.With(room.Plateau.FirstKey);
        await centre.DoneAsync("PUT", $"api/v1/clients/{name}", $$"""{"name":"Client {{name}}","callerIds":[{"number":"+33162000001","mandate":"M-1","from":"2026-01-01"}]}""");
        await centre.DoneAsync("PUT", $"api/v1/programmes/{name}", $$"""{"client":"{{name}}","name":"Prospection"}""");
        await centre.DoneAsync("PUT", $"api/v1/campaigns/{name}", $$"""{"name":"Campagne {{name}}","client":"{{name}}","programme":"{{name}}","mode":"manual","trunk":"practice","callerId":"+33162000001","product":"conseil","lists":[]}""");
        await centre.DoneAsync("PUT", $"api/v1/lists/{name}-liste", $$"""{"client":"{{name}}","name":"Autre liste"}""");
        await centre.DoneAsync("PUT", $"api/v1/agents/{name}", $$"""{"name":"Hajar de {{name}}","campaigns":[]}""");
        return await room.VisitAsync(room.Everyone);
    }

    /// <summary>Drops the file, says where its numbers are, tries it without writing, and imports it.</summary>
    private static async Task DropAsync(Visit visit, string client)
    {
        var page = visit.Page;
        await visit.OpenAsync($"/lists/import?client={client}&list={client}-liste&campaign={client}");
        await visit.ChooseAsync("input[type=file]", new FilePayload { Name = "liste.csv", MimeType = "text/csv", Buffer = File });
        await page.Locator(".notice.warn").WaitForAsync();
        await page.GetByLabel("Devient: Ligne directe").SelectOptionAsync("Phone");
        await Expect(page.Locator("td", new() { HasText = "<script>alert(1)</script>" }).First).ToBeVisibleAsync();
        await page.Locator(".btn.main.lg").ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Importer 2 fiches" }).ClickAsync();
    }

    private static async Task FindAsync(IPage page, string words)
    {
        await page.Locator("input[type=search]").FillAsync(words);
        await page.Locator("main form .btn.main").ClickAsync();
        await page.Locator("table, .empty b:has-text('Personne')").First.WaitForAsync();
    }

    private Task<System.Text.Json.JsonElement> ListAsync(string list) => AskAsync($"lists/{list}");

    private async Task<System.Text.Json.JsonElement> AskAsync(string path)
    {
        using var centre = room.Plateau.With(room.Plateau.FirstKey);
        return await centre.DoneAsync("GET", $"api/v1/{path}");
    }
}
