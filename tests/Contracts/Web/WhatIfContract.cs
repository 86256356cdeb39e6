using static Microsoft.Playwright.Assertions;

namespace Plateau.Contracts.Web;

/// <summary>A planner asks what would come of tomorrow, with one thing changed, and may stop asking.</summary>
public sealed class WhatIfContract(PagesRoom room)
{

    [Fact]
    public async Task A_planner_sees_tomorrow_beside_the_same_day_with_one_thing_changed()
    {
        await using var visit = await room.VisitAsync((await room.ReadyAsync()).Everyone);
        var page = visit.Page;
        await visit.OpenAsync("/what-if");
        await Expect(page.Locator("#learnt")).Not.ToBeEmptyAsync();
        var numbers = page.Locator("main input[type=number]");
        await numbers.Nth(0).FillAsync("4");
        await numbers.Nth(1).FillAsync("150");
        await numbers.Nth(2).FillAsync("3");
        await page.Locator("#change").SelectOptionAsync("Agents");
        await page.Locator("#live").ClickAsync();
        // Rows of figures and the one that says when the list is finished; each column with its range.
        await Expect(page.Locator("#answer tbody tr:not(.sub)")).ToHaveCountAsync(8);
        await Expect(page.Locator("#answer thead th")).ToHaveCountAsync(4);
        (await page.Locator("#answer tbody tr").First.Locator("td b").AllInnerTextsAsync()).Should().HaveCount(2).And.OnlyContain(figure => figure.Any(char.IsAsciiDigit));

        var day = page.Locator("main .dated input").First;
        await day.FillAsync("2.12.26");
        await day.BlurAsync();
        await Expect(day).ToHaveValueAsync("02/12/2026");
        await page.Locator("main [data-picked]").EvaluateAsync("each => { each.value = '2026-12-03'; each.dispatchEvent(new Event('change', { bubbles: true })); }");
        await Expect(day).ToHaveValueAsync("03/12/2026");
        // On a Sunday nobody is called, and the page says why all figures are nothing.
        await day.FillAsync("06/12/2026");
        await day.BlurAsync();
        await page.Locator("#live").ClickAsync();
        await Expect(page.Locator("#asked")).ToContainTextAsync("6 décembre");
        await Expect(page.Locator(".notice.warn")).ToContainTextAsync("Pas un seul appel");
        // Whatever the browser's own language is: a time is written in 24 hours, and what is none is told and taken back.
        var until = page.Locator("main .dated input").Nth(3);
        await until.FillAsync("25:00");
        await until.BlurAsync();
        await Expect(page.Locator(".dated .wrong")).ToContainTextAsync("25:00");
        await Expect(until).ToHaveValueAsync("19:00");
        await until.FillAsync("9h");
        await until.BlurAsync();
        await Expect(until).ToHaveValueAsync("09:00");
        await Expect(page.Locator(".dated .wrong")).ToHaveCountAsync(0);
        await page.Locator("#live").ClickAsync();
        await Expect(page.Locator("form .notice.warn")).ToBeVisibleAsync();
        visit.Complaints.Should().BeEmpty();
    }

    [Fact]
    public async Task A_long_question_is_stopped_and_the_next_one_can_be_asked()
    {
        await using var visit = await room.VisitAsync((await room.ReadyAsync()).Everyone);
        var page = visit.Page;
        await visit.OpenAsync("/what-if");
        await Expect(page.Locator("#learnt")).Not.ToBeEmptyAsync();
        var numbers = page.Locator("main input[type=number]");
        await numbers.Nth(0).FillAsync("400");
        await numbers.Nth(1).FillAsync("200000");
        await numbers.Nth(2).FillAsync("25");
        await page.Locator("#live").ClickAsync();
        await page.Locator(".progress-row button").ClickAsync();
        await Expect(page.Locator("#live")).ToBeEnabledAsync();
        await Expect(page.Locator("#answer")).ToHaveCountAsync(0);
    }
}
