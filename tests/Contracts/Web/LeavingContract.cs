using static Microsoft.Playwright.Assertions;

namespace Plateau.Contracts.Web;

/// <summary>What somebody has begun on a page is not lost by a link or a paste, and does not outlive their session.</summary>
public sealed class LeavingContract(PagesRoom room)
{
    private const string Draft = "/campaigns/aurore-printemps/pace";

    [Fact]
    public async Task A_link_away_from_what_is_not_saved_asks_first_and_a_step_of_the_same_draft_does_not()
    {
        await using var visit = await BeginAsync();
        var page = visit.Page;
        await page.Locator(".steps a[href$='/offer']").ClickAsync();
        await page.ReachesAsync("/campaigns/aurore-printemps/offer");
        await page.Locator(".nav a[href='/lists']").ClickAsync();
        await Expect(page.Locator("[data-stays]")).ToBeFocusedAsync();
        page.Url.Should().EndWith("/offer");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator("[data-stays]")).ToHaveCountAsync(0);
        await page.Locator(".steps a[href$='/pace']").ClickAsync();
        await Expect(page.Locator("#attempts")).ToHaveValueAsync("5");

        await page.Locator(".nav a[href='/lists']").ClickAsync();
        await page.Locator("[data-leaves]").ClickAsync();
        await page.ReachesAsync("/lists");
        visit.Complaints.Should().BeEmpty();
    }

    [Fact]
    public async Task A_form_that_a_button_opens_takes_the_hand_and_Escape_gives_it_back()
    {
        await using var visit = await room.VisitAsync((await room.ReadyAsync()).Everyone);
        var page = visit.Page;
        await visit.OpenAsync("/customers/1");
        foreach (var (place, holder) in new[] { (0, "main form select"), (1, "main form input"), (2, "main .panel .btn[data-escapes]") })
        {
            var opener = page.Locator(".page-head button[aria-expanded]").Nth(place);
            await opener.FocusAsync();
            await page.Keyboard.PressAsync("Enter");
            await Expect(page.Locator(holder).First).ToBeFocusedAsync();
            // A field is left first.
            await page.Keyboard.PressAsync("Escape");
            await page.Keyboard.PressAsync("Escape");
            await Expect(page.Locator("main [data-escapes]")).ToHaveCountAsync(0);
            await Expect(opener).ToBeFocusedAsync();
        }
        visit.Complaints.Should().BeEmpty();
    }

    [Fact]
    public async Task Signing_out_on_one_page_ends_every_page_that_came_in_with_it_and_no_other()
    {
        await using var visit = await BeginAsync();
        await using var elsewhere = await BeginAsync();
        var second = await visit.Page.Context.NewPageAsync();
        await second.GotoAsync("/own/security");
        await second.Locator("main[data-live=true]").WaitForAsync();
        await second.Locator("details.menu > summary").Last.ClickAsync();
        var copy = await visit.Page.Context.CookiesAsync();
        await second.Locator("form[action='/sign-out'] button").ClickAsync();
        await visit.Page.ReachesAsync("/sign-in");
        await second.ReachesAsync("/sign-in");
        (await visit.Page.Context.CookiesAsync()).Should().NotContain(cookie => cookie.Name == "plateau.session", "a page that goes to the door by itself does not break off what takes the cookie away");
        await visit.Page.Context.AddCookiesAsync(copy.Select(cookie => new Microsoft.Playwright.Cookie { Name = cookie.Name, Value = cookie.Value, Domain = cookie.Domain, Path = cookie.Path }));
        await second.GotoAsync("/people");
        await second.ReachesAsync("/sign-in");
        await elsewhere.Page.Locator(".steps a[href$='/offer']").ClickAsync();
        await elsewhere.Page.ReachesAsync("/campaigns/aurore-printemps/offer");
    }

    [Fact]
    public async Task What_is_pasted_is_taken_whole_or_refused_with_its_length_and_the_page_lives_on()
    {
        await using var visit = await room.VisitAsync((await room.ReadyAsync()).Everyone, language: "en");
        var page = visit.Page;
        await visit.OpenAsync("/compliance");
        var field = page.Locator("main input[type=search]");
        await field.FocusAsync();
        await page.Keyboard.InsertTextAsync(new string('1', 2_000_000));
        await Expect(field).ToHaveValueAsync("");
        (await field.EvaluateAsync<string>("each => each.validationMessage")).Should().Contain("2,000,000").And.Contain("100");
        await page.Keyboard.InsertTextAsync("0199001234");
        await Expect(field).ToHaveValueAsync("0199001234");
        (await field.EvaluateAsync<string>("each => each.validationMessage")).Should().BeEmpty();
        await field.FillAsync("0199");
        await field.PressAsync("Enter");
        await Expect(page.Locator("main .empty")).ToContainTextAsync("no whole number");
        visit.Complaints.Should().BeEmpty();
    }

    /// <summary>A campaign's page with one change that is not saved.</summary>
    private async Task<Visit> BeginAsync()
    {
        var visit = await room.VisitAsync((await room.ReadyAsync()).Everyone);
        await visit.OpenAsync(Draft);
        await visit.Page.Locator("#attempts").FillAsync("5");
        await visit.Page.Locator("#attempts").BlurAsync();
        await Expect(visit.Page.Locator("[data-key='ctrl-enter']")).ToBeEnabledAsync();
        return visit;
    }
}
