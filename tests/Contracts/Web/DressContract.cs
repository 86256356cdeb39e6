using Plateau.Contracts.Telephony;
using static Microsoft.Playwright.Assertions;

namespace Plateau.Contracts.Web;

/// <summary>No page is seen undressed: its own style sheet holds when it is painted for the first time, whether it was opened or come to from another page.</summary>
public sealed class DressContract(PagesRoom room)
{
    /// <summary>How the calendar is laid out in the frame in which it is painted for the first time.</summary>
    private const string Watch = """
        () => { new MutationObserver((_, watch) => { const seen = document.querySelector('.calendar'); if (!seen) return; watch.disconnect();
          requestAnimationFrame(() => { document.documentElement.dataset.firstSeen = getComputedStyle(document.querySelector('.calendar')).display; }); }).observe(document.body, { childList: true, subtree: true }); }
        """;

    [Fact]
    public async Task A_page_come_to_from_another_is_dressed_in_the_frame_in_which_it_is_first_painted()
    {
        await using var visit = await room.VisitAsync((await room.ReadyAsync()).Everyone);
        var page = visit.Page;
        await visit.OpenAsync("/reports");
        await Expect(page.Locator("link[data-wears=reports]")).ToHaveAttributeAsync("media", "all");
        await page.EvaluateAsync(Watch);
        await page.Locator(".nav a[href='/appointments']").ClickAsync();
        await Eventually.HoldsAsync(async () => await page.Locator("html").GetAttributeAsync("data-first-seen") is not null, "the calendar was painted");
        (await page.Locator("html").GetAttributeAsync("data-first-seen")).Should().Be("grid");
        await Expect(page.Locator("link[data-wears=reports]")).ToHaveAttributeAsync("media", "not all");
        await page.GoBackAsync();
        await Expect(page.Locator("link[data-wears=reports]")).ToHaveAttributeAsync("media", "all");
        visit.Complaints.Should().BeEmpty();
    }

    [Theory, InlineData("/appointments", "appointments"), InlineData("/board", "board"), InlineData("/clients", null)]
    public async Task A_page_that_is_opened_comes_with_its_own_sheet_alone(string address, string? sheet)
    {
        using var reader = await room.ReaderAsync((await room.ReadyAsync()).Everyone);
        var html = await reader.GetStringAsync(address, TestContext.Current.CancellationToken);
        System.Text.RegularExpressions.Regex.Matches(html, "data-wears=\"([a-z]+)\" media=\"all\"").Select(match => match.Groups[1].Value).Should().Equal(sheet is null ? [] : [sheet]);
    }
}
