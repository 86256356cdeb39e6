using System.Text;
using NodaTime;
using Plateau.Contracts.Api;
using Plateau.Contracts.Storage;
using Plateau.Server.People;
using Plateau.Storage.Importing;
using static Microsoft.Playwright.Assertions;

namespace Plateau.Contracts.Web;

/// <summary>A campaign's page while consents and objections can't be read: it stands, says that nobody is dialled and why, and goes on by itself.</summary>
public sealed class LawLossPageContract(PagesRoom room)
{
    private const string Unreadable = "les consentements et oppositions sont illisibles";

    [Fact]
    public async Task The_page_of_a_campaign_says_that_the_law_cannot_be_read()
    {
        await room.ReadyAsync();
        await using var own = await OwnCentre.StartAsync();
        using var centre = own.Plateau.With(own.Plateau.FirstKey);
        await centre.DoneAsync("PUT", "api/v1/clients/loire", """{"name":"Loire Énergie","callerIds":[{"number":"+33162000001","mandate":"M-1","from":"2026-01-01"}]}""");
        await centre.DoneAsync("PUT", "api/v1/programmes/loire", """{"client":"loire","name":"Prospection"}""");
        await centre.DoneAsync("PUT", "api/v1/lists/loire-liste", """{"client":"loire","name":"Clients de la Loire"}""");
        await centre.DoneAsync("PUT", "api/v1/campaigns/loire", """{"name":"Loire printemps","client":"loire","programme":"loire","mode":"preview","trunk":"practice","callerId":"+33162000001","product":"conseil","lists":["loire-liste"]}""");
        await new ListImport(own.Store).RunAsync(new ImportOrder(new("loire"), new("loire-liste"), "loire.csv", SystemClock.Instance.GetCurrentInstant()) { Products = ["conseil"] },
            new MemoryStream(Encoding.UTF8.GetBytes("Téléphone;Nom;Prénom;Ville;Consentement;Preuve\n0199007001;Moreau;Camille;Nantes;2026-10-01;FORM-1\n")), null, TestContext.Current.CancellationToken);
        await OwnCentre.EnterPersonAsync(own.Store, "nadia", "Nadia Berrada", [Role.Director]);
        await using var visit = await room.VisitAsync(own.Plateau.Port, null);
        await visit.SignInAsync("nadia", PagesRoom.Password);

        await Probe.TextsAsync(own.Store.Address, "PRAGMA legacy_alter_table = ON; ALTER TABLE ground RENAME TO ground_away");
        await Telephony.Eventually.HoldsAsync(async () => (await centre.DoneAsync("GET", "api/v1/campaigns/loire/standing")).Text("stop") == "law-tables", "the floor is told that the law is lost");
        await visit.OpenAsync("/campaigns/loire");
        await Expect(visit.Page.Locator(".notice.bad")).ToContainTextAsync(Unreadable);
        await Expect(visit.Page.Locator(".gate .missing", new() { HasText = "Base légale" })).ToContainTextAsync(Unreadable);

        await Probe.TextsAsync(own.Store.Address, "PRAGMA legacy_alter_table = ON; ALTER TABLE ground_away RENAME TO ground");
        await Telephony.Eventually.HoldsAsync(async () => (await centre.DoneAsync("GET", "api/v1/campaigns/loire/standing")).Text("stop") != "law-tables", "the floor is told that the law is back");
        await visit.OpenAsync("/campaigns/loire");
        await Expect(visit.Page.Locator(".gate .met", new() { HasText = "Base légale" })).ToContainTextAsync("100");
        visit.Complaints.Should().BeEmpty();
    }
}
