using Plateau.Contracts.Api;
using Plateau.Server.People;
using Plateau.Storage.People;
using static Microsoft.Playwright.Assertions;

namespace Plateau.Contracts.Web;

/// <summary>What an agent is certified for is entered with its days and its proof; a campaign that asks for it is served on those days only.</summary>
public sealed class CertificationContract(PagesRoom room)
{

    [Fact]
    public async Task A_certification_that_has_ended_closes_a_campaign_and_a_renewed_one_opens_it()
    {
        await room.ReadyAsync();
        using var centre = room.Plateau.With(room.Plateau.FirstKey);
        await centre.DoneAsync("PUT", "api/v1/clients/habile", """{"name":"Habile","callerIds":[{"number":"+33162000001","mandate":"M-1","from":"2026-01-01"}]}""");
        await centre.DoneAsync("PUT", "api/v1/programmes/habile", """{"client":"habile","name":"Prospection"}""");
        await centre.DoneAsync("PUT", "api/v1/campaigns/habile", """{"name":"Mutuelle des artisans","client":"habile","programme":"habile","mode":"manual","trunk":"practice","callerId":"+33162000001","product":"conseil","lists":[],"competences":{"Mutuelle":3}}""");
        await centre.DoneAsync("PUT", "api/v1/agents/habile", """{"name":"Ghita Bennis","campaigns":["habile"]}""");
        var ghita = await room.EnterPersonAsync("habile", "Ghita Bennis", [Role.Agent], agent: "habile");
        await using var visit = await room.VisitAsync(room.Everyone);
        await using var hers = await room.VisitAsync(ghita);
        await hers.OpenAsync("/");
        var page = visit.Page;

        await visit.OpenAsync($"/people/{ghita.Id}");
        await page.GetByRole(Microsoft.Playwright.AriaRole.Button, new() { Name = "Ajouter une habilitation" }).ClickAsync();
        await page.GetByRole(Microsoft.Playwright.AriaRole.Combobox, new() { Name = "Compétence" }).FillAsync("Mutuelle");
        await page.GetByLabel("Niveau").SelectOptionAsync("4");
        await page.GetByLabel("Depuis le").FillAsync("01/06/2026");
        await page.GetByLabel("Jusqu’au").FillAsync("31/05/2026");
        await page.GetByLabel("Preuve").FillAsync("QCM 18/20");
        await page.GetByRole(Microsoft.Playwright.AriaRole.Button, new() { Name = "Enregistrer" }).ClickAsync();
        await Expect(page.Locator(".notice.bad")).ToContainTextAsync("finirait avant de commencer");
        await SaveAsync(visit, "30/06/2026");
        (await CertifiedAsync(ghita)).Should().BeEquivalentTo(new { Level = 4, From = new NodaTime.LocalDate(2026, 6, 1), Until = new NodaTime.LocalDate(2026, 6, 30), Proof = "QCM 18/20" });

        await visit.OpenAsync("/people");
        await Expect(page.Locator("tr", new() { HasText = "Ghita Bennis" }).Locator(".tag.bad")).ToContainTextAsync("échue le 30 juin 2026");
        await visit.OpenAsync("/campaigns/habile/people");
        await Expect(page.Locator(".gate li.missing", new() { HasText = "Ghita Bennis" })).ToContainTextAsync("Mutuelle échue le 30 juin 2026");
        var (refused, why) = await centre.AskAsync("POST", "api/v1/agents/habile/desk/log-in", """{"campaigns":["habile"]}""");
        (refused, why.ToString().Contains("competence-missing", StringComparison.Ordinal)).Should().Be((422, true), why.ToString());

        await visit.OpenAsync($"/people/{ghita.Id}");
        await SaveAsync(visit, "30/06/2099");
        await visit.OpenAsync("/campaigns/habile/people");
        await Expect(page.Locator("tr", new() { HasText = "Ghita Bennis" }).Locator(".tag.good")).ToBeVisibleAsync();
        await centre.DoneAsync("POST", "api/v1/agents/habile/desk/log-in", """{"campaigns":["habile"]}""");
        await hers.OpenAsync("/");
        hers.Page.Url.Should().NotContain("sign-in", "whoever is certified is not shut out for it");

        await hers.OpenAsync("/desk/work");
        var lead = await room.EnterPersonAsync("formatrice", "Rim Ouali", [Role.Supervisor]);
        await using (var theirs = await room.VisitAsync(lead))
        {
            await theirs.OpenAsync($"/people/{ghita.Id}");
            await Expect(theirs.Page.GetByLabel("Identifiant")).ToHaveCountAsync(0);
            await SaveAsync(theirs, "30/06/2026");
        }
        await Expect(hers.Page.Locator(".notice.warn", new() { HasText = "Mutuelle des artisans vous est fermée" })).ToContainTextAsync("Mutuelle échue le 30 juin 2026");
        (await centre.AskAsync("GET", "api/v1/agents/habile/desk")).Json.GetProperty("campaigns").GetArrayLength().Should().Be(0, "the certification ended in mid-shift");
        visit.Complaints.Should().BeEmpty();
    }

    private static async Task SaveAsync(Visit visit, string until)
    {
        await visit.Page.GetByLabel("Jusqu’au").FillAsync(until);
        await visit.Page.GetByRole(Microsoft.Playwright.AriaRole.Button, new() { Name = "Enregistrer" }).ClickAsync();
        await Expect(visit.Page.Locator(".notice.good")).ToBeVisibleAsync();
    }

    private async Task<Core.People.Certification?> CertifiedAsync(UserCard person) =>
        (await new UserBook(room.Store).FindAsync(person.Id))!.User.Competences!.GetValueOrDefault("Mutuelle");
}
