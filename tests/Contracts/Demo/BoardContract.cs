using System.Text.Json;
using Microsoft.Playwright;
using NodaTime;
using Plateau.Contracts.Telephony;
using Plateau.Contracts.Web;
using Plateau.Core.Interactions;
using Plateau.Server.People;
using Plateau.Storage;
using Plateau.Storage.Audit;
using Plateau.Storage.People;

namespace Plateau.Contracts.Demo;

/// <summary>A supervisor leads the floor from the board, in a browser, before a floor at work; what they did stands in the audit log.</summary>
public sealed class BoardContract
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_supervisor_hears_writes_moves_holds_and_signs_out_and_all_of_it_is_written_down()
    {
        await using var demo = await RunningDemo.StartAsync(speed: 4, agents: 12);
        await using var browser = new Browser();
        await using var visit = await OpenAsync(browser, demo, "supervisor", demo.Password);
        var page = visit.Page;

        // A conversation may end between the look and the click: another one is taken then.
        var heard = "";
        await Eventually.HoldsAsync(async () =>
        {
            if (await page.Locator(".listening").CountAsync() > 0) return true;
            var talking = page.Locator(".agent.s-engaged").First;
            if (await talking.CountAsync() == 0) return false;
            if (await page.Locator(".lead").CountAsync() == 0) await talking.ClickAsync(Soon);
            heard = await page.Locator(".lead").GetAttributeAsync("data-lead", new() { Timeout = 5_000 }) ?? "";
            if (await page.Locator(".lead .seg button").First.IsDisabledAsync()) await page.Keyboard.PressAsync("Escape");
            else await page.Locator(".lead .seg button").First.ClickAsync(Soon);
            return false;
        }, "a conversation is heard", 60);
        (await page.Locator(".listening").TextContentAsync()).Should().Contain("écoutez");
        await page.Keyboard.PressAsync("q");
        await page.Locator(".listening").WaitForAsync(new() { State = WaitForSelectorState.Detached });

        if (await page.Locator(".lead").CountAsync() > 0) await page.Locator(".lead button[aria-label='Fermer']").ClickAsync();
        await page.Locator(".lead").WaitForAsync(new() { State = WaitForSelectorState.Detached });
        await page.Locator(".agent").Nth(3).ClickAsync();
        var agent = (await page.Locator(".lead").GetAttributeAsync("data-lead"))!;
        await page.FillAsync(".lead textarea", "Bravo pour ce matin <b>oui</b>");
        await page.Locator(".lead form").First.Locator("button").ClickAsync();
        await page.Locator(".lead .written li").WaitForAsync();
        (await page.Locator(".lead .written li").TextContentAsync()).Should().Contain("Bravo pour ce matin <b>oui</b>");

        var free = page.Locator(".lead .check input:not(:checked)").First;
        await free.CheckAsync();
        await page.Locator(".lead form").Nth(1).Locator("button").ClickAsync();
        await Eventually.HoldsAsync(async () => (await DeskAsync(demo, agent)).GetProperty("campaigns").GetArrayLength() == await page.Locator(".lead .check input:checked").CountAsync(), "the agent serves one campaign more");

        await page.Locator(".lead button:has-text('Déconnecter')").ClickAsync();
        await page.Locator(".lead .btn.danger").ClickAsync();
        await Eventually.HoldsAsync(async () => (await DeskAsync(demo, agent)).GetProperty("state").GetString() == "logged-out", "the agent's shift is ended");

        var campaign = page.Locator("[aria-label='Aurore, printemps'].camp");
        await campaign.Locator("button[aria-label^='Suspendre']").ClickAsync();
        await campaign.Locator("button[aria-label^='Démarrer']").WaitForAsync();
        await campaign.Locator("button[aria-label^='Démarrer']").ClickAsync();
        await campaign.Locator("button[aria-label^='Suspendre']").WaitForAsync();

        await using var store = await Store.OpenAsync(StoreAddress.AtFile(Path.Combine(demo.Data, "plateau.db")), Stop);
        var log = await new AuditLog(store).LatestAsync(1_000, cancellation: Stop);
        log.Should().Contain(entry => entry.Act == Operation.FloorListen && entry.Subject == $"agent:{heard}" && entry.Outcome == Audited.Done);
        log.Where(entry => entry.Act == Operation.FloorLead && entry.Subject == $"agent:{agent}" && entry.Outcome == Audited.Done).Should().HaveCount(3, "a message, a move and a sign-out");
        log.Count(entry => entry.Act == Operation.FloorLead && entry.Subject.StartsWith("campaign:", StringComparison.Ordinal)).Should().Be(2);
        log.Should().NotContain(entry => entry.Detail.Contains("Bravo", StringComparison.Ordinal), "what was written is nobody else's affair");
        visit.Complaints.Should().BeEmpty();
    }

    [Fact]
    public async Task A_supervisor_of_one_client_sees_that_clients_floor_alone()
    {
        await using var demo = await RunningDemo.StartAsync(speed: 4, agents: 12);
        await using (var store = await Store.OpenAsync(StoreAddress.AtFile(Path.Combine(demo.Data, "plateau.db")), Stop))
        {
            var users = new UserBook(store);
            var card = new UserCard(UserId.New(), "bound", "Imane", [Role.Supervisor.Code()], [new ClientId("aurore")], null);
            await users.AddAsync(card, SystemClock.Instance.GetCurrentInstant(), Stop);
            await users.SetPasswordAsync(card.Id, new Microsoft.AspNetCore.Identity.PasswordHasher<UserCard>().HashPassword(card, demo.Password), mustReplace: false, Stop);
        }
        await using var browser = new Browser();
        await using var visit = await OpenAsync(browser, demo, "bound", demo.Password);
        await visit.Page.Locator(".camp").First.WaitForAsync();
        (await visit.Page.Locator(".camp").CountAsync()).Should().Be(1);
        (await visit.Page.Locator(".strip").CountAsync()).Should().Be(0, "sums over others' campaigns are others' affair");
        // They come in one after the other.
        await Eventually.HoldsAsync(async () =>
        {
            var floor = JsonDocument.Parse(await demo.Api.GetStringAsync("/api/v1/floor", Stop)).RootElement;
            var there = floor.GetProperty("desks").EnumerateArray().Where(desk => desk.GetProperty("state").GetString() != "logged-out").ToList();
            var own = there.Count(desk => desk.GetProperty("campaigns").EnumerateArray().All(campaign => campaign.GetString() == "aurore-printemps"));
            return own > 0 && own < there.Count && await visit.Page.Locator(".agent").CountAsync() == own;
        }, "the client's own agents are there, and those of other clients are not", 60);
    }

    private static LocatorClickOptions Soon => new() { Timeout = 5_000 };

    private static async Task<Visit> OpenAsync(Browser browser, RunningDemo demo, string signIn, string password)
    {
        var context = await browser.ContextAsync(new BrowserNewContextOptions { BaseURL = $"http://localhost:{demo.Port}", ViewportSize = new ViewportSize { Width = 1920, Height = 1080 } });
        var visit = new Visit(context, await context.NewPageAsync());
        await visit.LookAsync("fr", "light");
        await visit.SignInAsync(signIn, password);
        await visit.OpenAsync("/board");
        await visit.Page.Locator(".agent").First.WaitForAsync();
        return visit;
    }

    private static async Task<JsonElement> DeskAsync(RunningDemo demo, string agent) =>
        JsonDocument.Parse(await demo.Api.GetStringAsync("/api/v1/floor", Stop)).RootElement.GetProperty("desks").EnumerateArray().First(desk => desk.GetProperty("agent").GetString() == agent);
}
