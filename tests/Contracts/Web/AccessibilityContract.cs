using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using Plateau.Server.Web;

namespace Plateau.Contracts.Web;

/// <summary>Every page, in every language and by day and by night: nothing for axe to find, nothing for the browser to complain of, one heading.</summary>
public sealed class AccessibilityContract(PagesRoom room, AccessibilityContract.Looker looker) : IClassFixture<AccessibilityContract.Looker>
{
    /// <summary>Who only looks, from page to page in one browser, as people do; each page's complaints are its own.</summary>
    public sealed class Looker : IAsyncDisposable
    {
        private Visit? visit;

        public async Task<Visit> BeforeAsync(PagesRoom room)
        {
            visit ??= await room.VisitAsync(room.Everyone);
            visit.Complaints.Clear();
            return visit;
        }

        public async ValueTask DisposeAsync()
        {
            if (visit is not null) await visit.DisposeAsync();
        }
    }

    private static readonly string[] Languages = ["fr", "en", "ar"];

    /// <summary>WCAG 2.2 A and AA, and what axe holds for good practice.</summary>
    private static readonly AxeRunOptions Rules = new() { RunOnly = new RunOnlyOptions { Type = "tag", Values = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] } };

    /// <summary>By night only the colours are others: the rest of a page was looked at by day, by the axe that is still in it.</summary>
    private const string ByNight = """
        async where => (await axe.run(document, { runOnly: { type: 'rule', values: ['color-contrast', 'link-in-text-block'] }, resultTypes: ['violations'] }))
            .violations.flatMap(flaw => flaw.nodes.map(node => `${where}: ${flaw.id}: ${node.html}`))
        """;

    public static TheoryData<string> Addresses => [.. HousePages.All.Select(page => page.Path), .. StepPages.All];

    [Theory, MemberData(nameof(Addresses))]
    public async Task A_page_is_for_everybody(string path)
    {
        await room.ReadyAsync();
        var address = HousePages.All.SingleOrDefault(each => each.Path == path) is { } page ? room.AddressOf(page) : path;
        var found = new List<string>();
        var visit = await looker.BeforeAsync(room);
        foreach (var language in Languages)
        {
            await visit.LookAsync(language, "light");
            (await visit.OpenAsync(address)).Should().Be(200);
            found.AddRange(await ByDayAndByNightAsync(visit, $"{path} {language}"));
            (await visit.Page.Locator("h1").CountAsync()).Should().Be(1, $"{path} has one heading");
            (await visit.Page.Locator("html").GetAttributeAsync("dir")).Should().Be(language == "ar" ? "rtl" : "ltr");
        }
        string.Join('\n', found.Concat(visit.Complaints).Distinct()).Should().BeEmpty();
    }

    [Theory, InlineData("/sign-in"), InlineData("/join"), InlineData("/nowhere")]
    public async Task The_door_is_for_everybody(string path)
    {
        await room.ReadyAsync();
        var found = new List<string>();
        await using var visit = await room.VisitAsync(null);
        foreach (var language in Languages)
        {
            await visit.LookAsync(language, "light");
            await visit.OpenAsync(path);
            found.AddRange(await ByDayAndByNightAsync(visit, $"{path} {language}"));
        }
        found.Should().BeEmpty();
    }

    [Fact]
    public async Task A_page_that_is_not_for_everybody_is_found_out()
    {
        await room.ReadyAsync();
        await using var visit = await room.VisitAsync(null);
        await visit.OpenAsync("/sign-in");
        await visit.Page.EvaluateAsync("document.querySelector('main').insertAdjacentHTML('beforeend', '<img src=\"/favicon.svg\"><button></button>')");
        (await FlawsAsync(visit, "spoilt")).Should().HaveCountGreaterThanOrEqualTo(2);
    }

    [Fact]
    public async Task A_colour_that_can_not_be_read_by_night_is_found_out()
    {
        await room.ReadyAsync();
        await using var visit = await room.VisitAsync(null);
        await visit.LookAsync("fr", "light");
        await visit.OpenAsync("/sign-in");
        await visit.Page.EvaluateAsync("document.querySelector('main').insertAdjacentHTML('beforeend', '<p id=\"dim\" style=\"background:light-dark(#fff,#000);color:light-dark(#000,#333)\">Rien</p>')");
        (await ByDayAndByNightAsync(visit, "dim")).Should().ContainSingle().Which.Should().StartWith("dim dark: color-contrast");
    }

    [Fact]
    public async Task Palette_and_keys_open_by_keyboard_and_are_for_everybody()
    {
        await room.ReadyAsync();
        await using var visit = await room.VisitAsync(room.Everyone);
        await visit.Page.Keyboard.PressAsync("?");
        await Assertions.Expect(visit.Page.Locator("#keysheet")).ToBeVisibleAsync();
        var found = await FlawsAsync(visit, "keys");
        await visit.Page.Keyboard.PressAsync("Escape");
        await visit.Page.Keyboard.PressAsync("Control+k");
        await Assertions.Expect(visit.Page.Locator("#palette")).ToBeVisibleAsync();
        await visit.Page.Keyboard.TypeAsync("audit");
        await Assertions.Expect(visit.Page.Locator("#palette [role=option]")).ToHaveCountAsync(1);
        found.AddRange(await FlawsAsync(visit, "palette"));
        await visit.Page.Keyboard.PressAsync("Enter");
        await visit.Page.ReachesAsync("/audit");
        await visit.Page.Keyboard.PressAsync("Control+k");
        // Enter at once: what was found for other words must not be taken for these.
        await visit.Page.Locator("#palette-words").FillAsync("sombre");
        await visit.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(visit.Page.Locator("html")).ToHaveAttributeAsync("data-theme", "dark");
        string.Join("\n", found.Concat(visit.Complaints)).Should().BeEmpty();
    }

    /// <summary>What axe finds by day, and in the colours of the night, put on as the button puts them on.</summary>
    private static async Task<List<string>> ByDayAndByNightAsync(Visit visit, string where)
    {
        var found = await FlawsAsync(visit, $"{where} light");
        await visit.Page.EvaluateAsync("async () => { document.documentElement.dataset.theme = 'dark'; await Promise.allSettled(document.getAnimations().filter(each => each.effect.getComputedTiming().endTime < Infinity).map(each => each.finished)); }");
        found.AddRange(await visit.Page.EvaluateAsync<string[]>(ByNight, $"{where} dark"));
        return found;
    }

    private static async Task<List<string>> FlawsAsync(Visit visit, string where)
    {
        var result = await visit.Page.RunAxe(Rules);
        return [.. result.Violations.SelectMany(violation => violation.Nodes.Select(node => $"{where}: {violation.Id}: {node.Html}"))];
    }
}
