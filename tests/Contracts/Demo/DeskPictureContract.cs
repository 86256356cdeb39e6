using Microsoft.Playwright;
using Plateau.Contracts.Web;

namespace Plateau.Contracts.Demo;

/// <summary>A desk with a customer on the line, as the shop window shows it: deploy/pictures keeps it beside the other pages.</summary>
public sealed class DeskPictureContract
{
    [Fact]
    public async Task Every_page_is_pictured_and_the_desk_with_a_customer_on_the_line()
    {
        await using var demo = await RunningDemo.StartAsync(speed: 4, agents: 6);
        await using var browser = new Browser();
        var context = await browser.ContextAsync(new BrowserNewContextOptions { BaseURL = $"http://localhost:{demo.Port}", ViewportSize = new ViewportSize { Width = 1366, Height = 900 } });
        await using var visit = new Visit(context, await context.NewPageAsync());
        await visit.LookAsync("fr", "light");
        await visit.SignInAsync("agent", demo.Password);
        await visit.OpenAsync("/desk/work");
        var page = visit.Page;
        await page.Locator(".statebar .btn.main").ClickAsync();
        await page.Locator("[data-phone=ready]").ClickAsync();
        await page.Locator("[data-phone=hangup]").WaitForAsync();
        await page.Locator("#desk-notes").FillAsync("Préfère être rappelé après 16 h. Demande une comparaison avec son contrat actuel.");
        foreach (var (language, theme, name) in PicturesContract.Looks)
        {
            await visit.LookAsync(language, theme);
            await visit.OpenAsync("/desk/work");
            await page.Locator(".desk").WaitForAsync();
            var picture = await PicturesContract.KeepAsync(page, "desk-work", name);
            picture.Length.Should().BeGreaterThan(60_000, "somebody is before the agent");
        }
        visit.Complaints.Should().BeEmpty();
    }
}
