using Microsoft.Playwright;
using Plateau.Contracts.Api;
using Plateau.Contracts.Telephony;
using Plateau.Server.People;
using Plateau.Server.Setup.FirstSteps;
using static Microsoft.Playwright.Assertions;

namespace Plateau.Contracts.Web;

/// <summary>From an empty data folder to a running campaign on the practice line, by the first steps alone: back and forth without loss, left and taken up again.</summary>
public sealed class FirstStepsContract(PagesRoom room)
{

    [Fact]
    public async Task An_empty_centre_is_led_to_its_first_running_campaign()
    {
        await using var centre = await OwnCentre.StartAsync();
        await using var visit = await room.VisitAsync(centre.Plateau.Port, null);
        var page = visit.Page;
        await visit.OpenAsync("/sign-in");
        await visit.GiveAsync("admin", centre.Plateau.FirstPassword);
        await page.ReachesAsync("/sign-in/password");
        await page.FillAsync("[name='Given.Password']", PagesRoom.Password);
        await page.FillAsync("[name='Given.Again']", PagesRoom.Password);
        await page.ClickAsync("button[type=submit]");
        await page.ReachesAsync("/first-steps");
        await visit.LiveAsync();
        await Expect(page.Locator("[data-act=add-sample]")).ToBeVisibleAsync();

        await AtAsync(page, WizardSteps.Centre);
        await page.Locator(".wizard input").First.FillAsync("Anfa Relation");
        await GoOnAsync(page, WizardSteps.Client);

        // What is missing is said, and what was typed stays while one looks back.
        await page.Locator("[data-act=go-on]").ClickAsync();
        await Expect(page.Locator(".notice.warn")).ToContainTextAsync(FirstStepWords.ClientNameMissing.Fr);
        await page.Locator(".wizard input").First.FillAsync("Atelier Ferrand");
        await page.Locator(".wizard input").First.BlurAsync();
        await page.Locator("[data-act=back]").ClickAsync();
        await AtAsync(page, WizardSteps.Centre);
        await Expect(page.Locator(".wizard input").First).ToHaveValueAsync("Anfa Relation");
        await page.Locator($".steps a[href='/first-steps/{WizardSteps.Client}']").ClickAsync();
        await AtAsync(page, WizardSteps.Client);
        await Expect(page.Locator(".wizard input").First).ToHaveValueAsync("Atelier Ferrand");
        await GoOnAsync(page, WizardSteps.Line);

        // Left in the middle and taken up again, in another browser: the step is the one that comes next.
        await using var other = await room.VisitAsync(centre.Plateau.Port, null);
        await other.SignInAsync("admin", PagesRoom.Password);
        await other.OpenAsync("/first-steps");
        await AtAsync(other.Page, WizardSteps.Line);
        page = other.Page;
        await page.Locator(".wizard input[inputmode=tel]").FillAsync("01 62 00 00 01");
        await page.Locator(".wizard td input").Nth(1).FillAsync("Mandat M-1");
        await GoOnAsync(page, WizardSteps.People);

        foreach (var (name, mail) in new[] { ("Salma Idrissi", "salma@anfa.example"), ("Youssef Bennani", "youssef@anfa.example") })
        {
            await page.GetByLabel(PeopleWords.Name.Fr, new() { Exact = true }).FillAsync(name);
            await page.GetByLabel(PeopleWords.SignIn.Fr).FillAsync(mail);
            await page.GetByRole(AriaRole.Button, new() { Name = PeopleWords.Invite.Fr }).ClickAsync();
            await Expect(page.Locator("tr", new() { HasText = name }).Locator("[data-link]")).ToContainTextAsync("/join#");
        }
        await GoOnAsync(page, WizardSteps.Campaign);

        await page.Locator(".wizard input").First.FillAsync("Premiers rendez-vous");
        await page.Locator(".wizard .field.wide input").FillAsync("conseil");
        await GoOnAsync(page, WizardSteps.Start);
        await Expect(page.Locator(".gate li.missing")).ToHaveCountAsync(0);
        await page.Locator("#start").ClickAsync();
        await Expect(page.Locator(".notice.good")).ToContainTextAsync("Premiers rendez-vous");

        using var program = centre.Plateau.With(centre.Plateau.FirstKey);
        await Eventually.HoldsAsync(async () => (await program.DoneAsync("GET", "api/v1/campaigns/premiers-rendez-vous/standing")).Text("state") == "running", "the campaign runs");
        var campaign = await program.DoneAsync("GET", "api/v1/campaigns/premiers-rendez-vous");
        (campaign.Text("client"), campaign.Text("trunk"), campaign.Text("callerId")).Should().Be(("atelier-ferrand", "practice", "+33162000001"));
        (await program.DoneAsync("GET", "api/v1/agents/salma-idrissi")).Text("campaigns").Should().Contain("premiers-rendez-vous");
        (await program.DoneAsync("GET", $"api/v1/lists/{campaign.GetProperty("lists")[0].GetString()}")).GetProperty("prospects").EnumerateObject().Sum(state => state.Value.GetInt64()).Should().Be(24);
        visit.Complaints.Concat(other.Complaints).Should().BeEmpty();
    }

    private static async Task GoOnAsync(IPage page, string next)
    {
        await page.Locator("[data-act=go-on]").ClickAsync();
        await AtAsync(page, next);
    }

    private static Task AtAsync(IPage page, string step) => Expect(page.Locator($".steps a[href='/first-steps/{step}']")).ToHaveAttributeAsync("aria-current", "step");
}
