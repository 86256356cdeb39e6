using Plateau.Contracts.Api;
using Plateau.Server.Compliance;
using Plateau.Server.Setup.Customers;
using Plateau.Server.Web.Words;
using static Microsoft.Playwright.Assertions;

namespace Plateau.Contracts.Web;

/// <summary>Whoever answers for the law finds a person by number and reads, rule by rule, whether they may be called now; a withdrawal counts at once.</summary>
public sealed class ComplianceContract(PagesRoom room)
{
    private const float Patience = 60_000;
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
        await OpenAsync("01 99 00 71 02");
        await Expect(page.Locator("#answer")).ToContainTextAsync("Non", new() { Timeout = Patience });
        await Expect(Row("FR-B2C-CONSENT").Locator(".tag.bad")).ToBeVisibleAsync(new() { Timeout = Patience });
        await Expect(Row("FR-B2C-CONSENT")).ToContainTextAsync("L223-1");
        await Expect(Row("FR-B2C-FREQ-4-30").Locator(".tag.good")).ToBeVisibleAsync();

        await OpenAsync("01 99 00 71 01");
        await Expect(Row("FR-B2C-WITHDRAWAL").Locator(".tag.good")).ToBeVisibleAsync(new() { Timeout = Patience });
        await page.Locator("button[aria-expanded]").ClickAsync();
        await page.Locator("main form.form input").FillAsync("appel 2026-119");
        await page.Locator("main form .btn.main").ClickAsync();
        await Expect(Row("FR-B2C-WITHDRAWAL").Locator(".tag.bad")).ToBeVisibleAsync(new() { Timeout = Patience });
        await Expect(page.Locator("#answer")).ToContainTextAsync("Non");

        // Somebody on no list: the book answers for each client, an opposition is recorded under the number, and is there the next time.
        await SearchAsync("01 99 00 71 99");
        var stranger = page.Locator("tr", new() { HasText = "Client droit" }).First;
        await Expect(stranger.Locator(".tag.bad")).ToHaveTextAsync(ComplianceWords.MayNot.In(Language.Fr), new() { Timeout = Patience });
        await Expect(stranger).ToContainTextAsync(CustomerWords.OppositionsNone.In(Language.Fr));
        await stranger.Locator("button").ClickAsync();
        await page.Locator("td form input").FillAsync("lettre du 3 novembre");
        await page.Locator("td form .btn.main").ClickAsync();
        await Expect(stranger).ToContainTextAsync("lettre du 3 novembre", new() { Timeout = Patience });
        await SearchAsync("+33 1 99 00 71 99");
        await Expect(stranger).ToContainTextAsync("lettre du 3 novembre", new() { Timeout = Patience });
        await Expect(page.Locator("tr", new() { HasText = "lettre du 3 novembre" })).ToHaveCountAsync(1);
        await SearchAsync("personne de ce nom");
        await Expect(page.Locator("main .empty")).ToBeVisibleAsync(new() { Timeout = Patience });
        await Expect(page.Locator("main table")).ToHaveCountAsync(0);
        visit.Complaints.Should().BeEmpty();

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
            await page.Locator("tr", new() { HasText = "droit" }).Locator("a").First.ClickAsync();
        }
    }
}
