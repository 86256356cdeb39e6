using System.Security.Cryptography;
using Microsoft.Playwright;
using Plateau.Contracts.Api;
using Plateau.Server.Compliance;
using Plateau.Server.Compliance.Watch;
using Plateau.Server.Setup.Customers;
using Plateau.Server.Web.Words;
using static Microsoft.Playwright.Assertions;

namespace Plateau.Contracts.Web;

/// <summary>Whoever answers for the law finds a person by number and reads, rule by rule, whether they may be called now; a withdrawal counts at once.</summary>
public sealed class ComplianceContract(PagesRoom room)
{
    private const string File = "Nom;Téléphone;Code postal;Date consentement;Preuve consentement;Produits\nMoreau;0199007101;69001;2026-10-01;FORM-1;conseil\nPetit;0199007102;59000;;;conseil\n";

    [Fact]
    public async Task A_persons_standing_is_read_rule_by_rule_and_a_withdrawal_counts_at_once()
    {
        await room.ReadyAsync();
        using var centre = room.Plateau.With(room.Plateau.FirstKey);
        await centre.DoneAsync("PUT", "api/v1/clients/droit", """{"name":"Client droit","callerIds":[{"number":"+33162000001","mandate":"M-1","from":"2026-01-01"}]}""");
        await centre.DoneAsync("PUT", "api/v1/programmes/droit", """{"client":"droit","name":"Prospection"}""");
        await centre.DoneAsync("PUT", "api/v1/lists/droit", """{"client":"droit","name":"Liste"}""");
        await centre.DoneAsync("PUT", "api/v1/campaigns/droit", """{"name":"Campagne droit","client":"droit","programme":"droit","mode":"progressive","trunk":"practice","callerId":"+33162000001","product":"conseil","lists":["droit"]}""");
        using var sent = await centre.PostAsync("api/v1/lists/droit/imports?fileName=droit.csv", new StringContent(File), TestContext.Current.CancellationToken);
        await centre.ImportedAsync((await sent.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).Split("\"id\":\"")[1].Split('"')[0]);

        await using var visit = await room.VisitAsync(room.Everyone);
        var page = visit.Page;
        // Before anything is asked: what the law rests on and is not there leads to where it is entered.
        await visit.OpenAsync("/compliance");
        await Expect(page.Locator("#refused")).ToBeVisibleAsync();
        var lacking = page.Locator("#watched tr", new() { HasText = "Client droit" });
        await Expect(lacking.Locator(".tag.bad")).ToHaveTextAsync(WatchWords.Missing.In(Language.Fr));
        await Expect(lacking.Locator("a")).ToHaveAttributeAsync("href", "/clients/droit#papers");
        await OpenAsync("01 99 00 71 02");
        await Expect(page.Locator("#answer")).ToContainTextAsync("Non");
        await Expect(Row("FR-B2C-CONSENT").Locator(".tag.bad")).ToBeVisibleAsync();
        await Expect(Row("FR-B2C-CONSENT")).ToContainTextAsync("L223-1");
        await Expect(Row("FR-B2C-FREQ-4-30").Locator(".tag.good")).ToBeVisibleAsync();

        await OpenAsync("01 99 00 71 01");
        await Expect(Row("FR-B2C-WITHDRAWAL").Locator(".tag.good")).ToBeVisibleAsync();
        await page.Locator("button[aria-expanded]").ClickAsync();
        await page.Locator("main form.form input").FillAsync("appel 2026-119");
        await page.Locator("main form .btn.main").ClickAsync();
        await Expect(Row("FR-B2C-WITHDRAWAL").Locator(".tag.bad")).ToBeVisibleAsync();
        await Expect(page.Locator("#answer")).ToContainTextAsync("Non");

        // Somebody on no list: the book answers for each client, an opposition is recorded under the number, and is there the next time.
        await SearchAsync("01 99 00 71 99");
        var stranger = page.Locator("tr", new() { HasText = "Client droit" }).First;
        await Expect(stranger.Locator(".tag.bad")).ToHaveTextAsync(ComplianceWords.MayNot.In(Language.Fr));
        await Expect(stranger).ToContainTextAsync(CustomerWords.OppositionsNone.In(Language.Fr));
        await stranger.Locator("button").ClickAsync();
        await page.Locator("td form input").FillAsync("lettre du 3 novembre");
        await page.Locator("td form .btn.main").ClickAsync();
        await Expect(stranger).ToContainTextAsync("lettre du 3 novembre");
        await SearchAsync("+33 1 99 00 71 99");
        await Expect(stranger).ToContainTextAsync("lettre du 3 novembre");
        await Expect(page.Locator("tr", new() { HasText = "lettre du 3 novembre" })).ToHaveCountAsync(1);
        await SearchAsync("personne de ce nom");
        await Expect(page.Locator("main .empty")).ToBeVisibleAsync();
        await Expect(page.Locator("main table")).ToHaveCountAsync(0);

        // What the calls rest on: a contract is entered with its proof, and all of it is taken along.
        await SearchAsync("01 99 00 71 02");
        await page.Locator("tr", new() { HasText = "droit" }).Locator("a[href^='/compliance/']").First.ClickAsync();
        await page.Locator("a.btn[href^='/customers/']").ClickAsync();
        await page.Locator("button", new() { HasText = CustomerWords.RecordGround.In(Language.Fr) }).ClickAsync();
        await page.Locator("#ground").SelectOptionAsync("Contract");
        await page.Locator("main form input").Nth(0).FillAsync("contrat 2026-44");
        await page.Locator("main form input:not([type=file])").Nth(1).FillAsync("conseil");
        await page.Locator("main form .btn.main").ClickAsync();
        await Expect(page.GetByText("contrat 2026-44")).ToBeVisibleAsync();

        // A consent is entered with how it was given: a statement that was not told stands out, and its ways must hold the telephone.
        await page.Locator("button", new() { HasText = CustomerWords.RecordGround.In(Language.Fr) }).ClickAsync();
        await page.Locator("main form input").Nth(0).FillAsync("FORM-88");
        await page.Locator("main form input").Nth(0).BlurAsync();
        await visit.ChooseAsync("#piece", new FilePayload { Name = "form.pdf", MimeType = "application/pdf", Buffer = "signed"u8.ToArray() });
        await Expect(page.Locator("main form input").Nth(0)).ToHaveValueAsync($"FORM-88 sha256:{Convert.ToHexStringLower(SHA256.HashData("signed"u8))}");
        await page.Locator("main form input.input:not([type=file])").Nth(1).FillAsync("conseil ; veille");
        await page.Locator("#act").SelectOptionAsync("ticked-box");
        await page.Locator("#collector").FillAsync("Salon de Lyon");
        await page.GetByLabel("accès à la preuve").UncheckAsync();
        await page.GetByLabel("courriel").CheckAsync();
        await page.GetByLabel("téléphone", new() { Exact = true }).UncheckAsync();
        await page.Locator("#wording").FillAsync("J’accepte d’être appelée");
        await page.Locator("#ground-form .btn.main").ClickAsync();
        await Expect(page.Locator("#ground-form .notice")).ToContainTextAsync("sans le téléphone");
        await page.GetByLabel("téléphone", new() { Exact = true }).CheckAsync();
        await page.Locator("#ground-form .btn.main").ClickAsync();
        var consent = page.Locator("[data-ground='Consent']");
        await Expect(consent).ToContainTextAsync("mentions manquantes : accès à la preuve");
        foreach (var shown in (string[])["case cochée", "Salon de Lyon", "téléphone, courriel", "conseil, veille", "J’accepte d’être appelée"]) await Expect(consent).ToContainTextAsync(shown);
        await visit.OpenAsync("/compliance/records");
        await page.Locator("#client").SelectOptionAsync("droit");
        var consents = page.Locator("tr", new() { HasText = CustomerWords.Consent.In(Language.Fr) }).Locator("td");
        await Expect(consents.Nth(2)).ToHaveTextAsync("1");
        await Expect(consents.Nth(0)).ToHaveTextAsync("1");
        using var reader = await room.ReaderAsync(room.Everyone);
        (await TakeAsync("consents")).Should().MatchRegex("(?m)^'\\+33199007101;Moreau;.*;2026-10-01T00:00:00\\+02:00;;\\d{4}-\\d\\d-\\d\\dT.*;FORM-1;attested;attested;;;;droit;droit.csv;");
        (await TakeAsync("consents")).Should().Contain(";FORM-88 sha256:4a3cdfae6f291c8f544daea5b72905cf9e74c1ed427d831ad0d7ca00c73c794d;ticked-box;identity | choice | period | withdrawal;voice | email;Salon de Lyon;J’accepte d’être appelée;");
        (await TakeAsync("contracts")).Should().Contain("Petit").And.Contain("contrat 2026-44");
        (await TakeAsync("oppositions")).Should().Contain("lettre du 3 novembre").And.NotContain("7199", "nobody of that number is known");
        (await TakeAsync("mandates")).Should().Contain("M-1");
        (await reader.GetAsync("compliance/records/droit/secrets.csv", TestContext.Current.CancellationToken)).StatusCode.Should().Be(System.Net.HttpStatusCode.NotFound);
        (await reader.GetByteArrayAsync("compliance/records/droit/consents.xlsx", TestContext.Current.CancellationToken)).Should().StartWith("PK"u8.ToArray());
        visit.Complaints.Should().BeEmpty();

        Task<string> TakeAsync(string kind) => reader.GetStringAsync($"compliance/records/droit/{kind}.csv", TestContext.Current.CancellationToken);

        Microsoft.Playwright.ILocator Row(string rule) => page.Locator("tbody tr", new() { HasText = rule });

        async Task SearchAsync(string words)
        {
            await visit.OpenAsync("/compliance");
            await page.Locator("main input[type=search]").FillAsync(words);
            await page.Locator("main form .btn.main").First.ClickAsync();
        }

        async Task OpenAsync(string number)
        {
            await SearchAsync(number);
            await page.Locator("tr", new() { HasText = "droit" }).Locator("a[href^='/compliance/']").First.ClickAsync();
        }
    }

    [Fact]
    public async Task Holidays_of_the_moon_are_entered_as_announced_and_the_floor_goes_by_them()
    {
        await room.ReadyAsync();
        await using var visit = await room.VisitAsync(room.Everyone);
        var page = visit.Page;
        await visit.OpenAsync("/compliance/holidays");
        var year = NodaTime.SystemClock.Instance.GetCurrentInstant().InUtc().Year + 2;
        await page.Locator("#year").SelectOptionAsync($"{year}");
        var first = page.Locator("main .dated input[type=text]").First;
        await Expect(first).ToHaveValueAsync(new System.Text.RegularExpressions.Regex($"/{year}$"));
        await first.FillAsync($"01/01/{year - 1}");
        await page.Locator("main form .btn.main").ClickAsync();
        await Expect(page.Locator("main .notice.warn")).ToContainTextAsync($"{year - 1}");
        await first.FillAsync($"03/02/{year}");
        await page.Locator("main form .btn.main").ClickAsync();
        await Expect(page.Locator("main .tag.good").First).ToHaveTextAsync(Plateau.Server.Compliance.Holidays.HolidayWords.Announced.In(Language.Fr));
        var centre = new Plateau.Storage.Centre.CentreBook(room.Store);
        (await centre.ClientAsync(new(PagesRoom.Mine), TestContext.Current.CancellationToken))!.LunarDays.Should().ContainSingle(each => each.Year == year).Which.Days.Should().Contain(new NodaTime.LocalDate(year, 2, 3));
        using var others = room.Plateau.With(room.Plateau.FirstKey);
        await others.DoneAsync("PUT", "api/v1/clients/lune", """{"name":"Client lune","callerIds":[{"number":"+33162000001","mandate":"M-1","from":"2026-01-01"}]}""");
        (await centre.ClientAsync(new("lune"), TestContext.Current.CancellationToken))!.LunarDays.Should().ContainSingle(each => each.Year == year, "who is entered later has them too");
        await page.Locator("main form .btn:not(.main)", new() { HasText = Plateau.Server.Compliance.Holidays.HolidayWords.Back.In(Language.Fr) }).ClickAsync();
        await Expect(page.Locator("main .tag.good")).ToHaveCountAsync(0);
        (await centre.ClientAsync(new(PagesRoom.Mine), TestContext.Current.CancellationToken))!.LunarDays.Should().NotContain(each => each.Year == year);
        visit.Complaints.Should().BeEmpty();
    }
}
