using System.Text.Json;
using Microsoft.Playwright;
using NodaTime;
using NodaTime.Text;
using Plateau.Contracts.House;
using Plateau.Contracts.Telephony;
using Plateau.Contracts.Web;
using Plateau.Core.Compliance;
using Plateau.Core.Interactions;
using Plateau.Server.People;
using Plateau.Server.Web;
using Plateau.Storage;
using Plateau.Storage.Appointments;
using Plateau.Storage.Journals;
using Plateau.Storage.People;

namespace Plateau.Contracts.Demo;

/// <summary>A picture of every page in light, dark and Arabic, of a centre that is at work: deploy/pictures keeps them in docs/pictures.</summary>
public sealed class PicturesContract
{
    internal static readonly (string Language, string Theme, string Name)[] Looks = [("fr", "light", "light"), ("fr", "dark", "dark"), ("ar", "light", "arabic")];

    private const string Campaign = "aurore-printemps";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_page_is_pictured()
    {
        await using var demo = await RunningDemo.StartAsync(speed: 20, agents: 24);
        await using var store = await Store.OpenAsync(StoreAddress.AtFile(Path.Combine(demo.Data, "plateau.db")), Stop);
        var everyone = await OwnCentre.EnterPersonAsync(store, "everyone", "Salma Idrissi", [Role.Director, Role.AccountManager, Role.Supervisor, Role.Agent, Role.Quality]);
        var addresses = await AddressesAsync(demo, store, everyone);
        await using var browser = new Browser();
        var tooWide = new List<string>();
        foreach (var (language, theme, look) in Looks)
        {
            var context = await browser.ContextAsync(new BrowserNewContextOptions { BaseURL = $"http://localhost:{demo.Port}", ViewportSize = new ViewportSize { Width = 1440, Height = 900 } });
            await using var visit = new Visit(context, await context.NewPageAsync());
            await visit.LookAsync(language, theme);
            await visit.Page.GotoAsync("/sign-in");
            await KeepAsync(visit.Page, "sign-in", look);
            await visit.SignInAsync(everyone.SignIn, PagesRoom.Password);
            foreach (var (path, address) in addresses)
            {
                await visit.OpenAsync(address);
                await Assertions.Expect(visit.Page.Locator("main [aria-busy=true]")).ToHaveCountAsync(0);
                if (path == "/what-if") await LiveADayAsync(visit.Page);
                var picture = await KeepAsync(visit.Page, NameOf(path), look);
                if (await visit.Page.EvaluateAsync<int>("document.documentElement.scrollWidth - innerWidth") is > 0 and var over) tooWide.Add($"{address} in {language}, {over} px");
                picture.Length.Should().BeGreaterThan(5_000, $"{address} shows something");
            }
        }
        tooWide.Should().BeEmpty("no page runs out of the window sideways");
    }

    /// <summary>Takes the picture, and keeps it when they are drawn anew.</summary>
    internal static async Task<byte[]> KeepAsync(IPage page, string title, string look)
    {
        await page.EvaluateAsync("document.fonts.ready");
        var keep = Environment.GetEnvironmentVariable("PLATEAU_DRAW") is { Length: > 0 };
        return await page.ScreenshotAsync(new PageScreenshotOptions { Path = keep ? Checkout.At("docs", "pictures", $"{title}-{look}.png") : null, Animations = ScreenshotAnimations.Disabled });
    }

    /// <summary>Every page and every step inside one, where somebody would open it once the centre has worked for a while. The desk is pictured by itself, with a customer on the line.</summary>
    private static async Task<IReadOnlyList<(string Path, string Address)>> AddressesAsync(RunningDemo demo, Store store, UserCard everyone)
    {
        var call = "";
        await Eventually.HoldsAsync(async () => (call = await TalkedAsync(demo)).Length > 0, "a call of the campaign was recorded and disposed of", 300);
        long refusal = 0;
        await Eventually.HoldsAsync(async () => (refusal = (await new FactSearch(store).RefusalsAsync("floor", 0, long.MaxValue, new CampaignId(Campaign), null, 1, Stop)) is [var first, ..] ? first.Sequence : 0) > 0, "a dial was refused", 300);
        var met = (await new AppointmentLists(store).BetweenAsync(null, null, null, Instant.FromUtc(2026, 1, 1, 0, 0), Instant.FromUtc(2040, 1, 1, 0, 0), Stop)).GroupBy(card => (card.Appointment.Consultant, card.Appointment.Start.InZone(Zones.Paris).Date)).MaxBy(day => day.Count())!;
        string AddressOf(HousePage page) => page.Path switch
        {
            "/clients/{Id}" => "/clients/aurore",
            "/consultants/{Id}" => $"/consultants/{met.Key.Consultant}",
            "/appointments/sheets/{Consultant}/{Day}" => $"/appointments/sheets/{met.Key.Consultant}/{LocalDatePattern.Iso.Format(met.Key.Date)}",
            "/lists/{Id}" => $"/lists/{Campaign}",
            "/lists/{Id}/health" => $"/lists/{Campaign}/health",
            "/people/{Id}" => $"/people/{everyone.Id}",
            "/reports/{Campaign}" => $"/reports/{Campaign}?call={call}",
            "/calls/{Attempt}" => $"/calls/{call}",
            _ when page.Path.StartsWith("/refusals/", StringComparison.Ordinal) => $"/refusals/floor/{refusal}",
            _ => page.Sample,
        };
        return
        [
            .. HousePages.All.Where(page => page.Path != "/desk/work").Select(page => (page.Path, AddressOf(page))),
            // A campaign that makes appointments shows that step; the other says that it makes none.
            .. StepPages.All.Select(path => (path, path == $"/campaigns/{Campaign}/appointments" ? $"/campaigns/{met.First().Appointment.Campaign}/appointments" : path)),
            ("/campaigns/verdure-abonnement/pace", "/campaigns/verdure-abonnement/pace"),
        ];
    }

    private static async Task<string> TalkedAsync(RunningDemo demo)
    {
        var page = JsonDocument.Parse(await demo.Api.GetStringAsync($"/api/v1/campaigns/{Campaign}/attempts?count=500", Stop)).RootElement;
        var talked = page.GetProperty("items").EnumerateArray().Where(each => each.TryGetProperty("disposition", out var said) && said.GetString() == "sale");
        return talked.Select(each => each.GetProperty("id").GetString()!).LastOrDefault() ?? "";
    }

    private static async Task LiveADayAsync(IPage page)
    {
        await page.Locator("[data-key='ctrl-enter']").ClickAsync();
        await page.Locator("#answer tbody tr").First.WaitForAsync();
    }

    /// <summary>people-id for /people/{Id}; home for the first page.</summary>
    private static string NameOf(string path) =>
        path == "/" ? "home" : string.Join('-', path.Split('/', '{', '}').Select(part => part.Split(':')[0].ToLowerInvariant()).Where(part => part.Length > 0));
}
