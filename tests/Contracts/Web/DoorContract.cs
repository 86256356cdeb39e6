using System.Globalization;
using Microsoft.Playwright;
using Plateau.Server.People;
using Plateau.Server.People.Door;

namespace Plateau.Contracts.Web;

/// <summary>The door lets in who may and nobody else: one-time password, second factor, link, lock, and an end at once.</summary>
public sealed class DoorContract(PagesRoom room)
{
    [Fact]
    public async Task The_first_director_replaces_the_printed_password_at_once()
    {
        await room.ReadyAsync();
        await using var visit = await room.VisitAsync(null);
        await visit.OpenAsync("/people");
        visit.Page.Url.Should().Contain("/sign-in?to=");
        await visit.GiveAsync("admin", room.Plateau.FirstPassword);
        await visit.Page.ReachesAsync("/sign-in/password");
        await ChooseAsync(visit, "trop court");
        await Assertions.Expect(visit.Page.GetByRole(AriaRole.Alert)).ToBeVisibleAsync();
        await ChooseAsync(visit, room.Plateau.FirstPassword);
        await Assertions.Expect(visit.Page.GetByRole(AriaRole.Alert)).ToBeVisibleAsync();
        await ChooseAsync(visit, "un mot de passe bien à moi");
        await visit.Page.ReachesAsync("/people");
        await using var later = await room.VisitAsync(null);
        await later.OpenAsync("/sign-in");
        await later.GiveAsync("admin", room.Plateau.FirstPassword);
        await Assertions.Expect(later.Page.GetByRole(AriaRole.Alert)).ToBeVisibleAsync();
    }

    [Fact]
    public async Task An_invitation_lets_somebody_in_once_and_a_second_factor_is_asked_from_then_on()
    {
        await room.ReadyAsync();
        await using var director = await room.VisitAsync(room.Everyone);
        await director.OpenAsync("/people");
        var form = director.Page.Locator("main section").Last;
        await form.Locator("input").Nth(0).FillAsync("Reda Amrani");
        await form.Locator("input").Nth(1).FillAsync("reda@example.org");
        await form.GetByLabel(PeopleWords.Supervisor.Fr).CheckAsync();
        await form.GetByRole(AriaRole.Button, new LocatorGetByRoleOptions { Name = PeopleWords.Invite.Fr }).ClickAsync();
        var link = await director.Page.Locator("[data-link]").InnerTextAsync();

        await using var reda = await room.VisitAsync(null);
        await reda.Page.GotoAsync(link);
        reda.Page.Url.Should().EndWith("/join", "the secret leaves the address");
        await ChooseAsync(reda, "la phrase de Reda au bureau");
        await reda.LiveAsync();
        await reda.OpenAsync("/own/security");
        await reda.Page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = DoorWords.FactorStart.Fr }).ClickAsync();
        var secret = FromText(await reda.Page.Locator("[data-secret]").InnerTextAsync());
        var step = DateTimeOffset.UtcNow.ToUnixTimeSeconds() / 30;
        await reda.Page.GetByLabel(DoorWords.Code.Fr).FillAsync(OneTimeCode.At(secret, step));
        await reda.Page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = DoorWords.Confirm.Fr }).ClickAsync();
        await Assertions.Expect(reda.Page.GetByText(DoorWords.FactorOn.Fr)).ToBeVisibleAsync();

        await using var again = await room.VisitAsync(null);
        await again.Page.GotoAsync(link);
        await ChooseAsync(again, "une autre phrase pour entrer");
        await Assertions.Expect(again.Page.GetByRole(AriaRole.Alert)).ToBeVisibleAsync();
        await again.OpenAsync("/sign-in");
        await again.GiveAsync("reda@example.org", "la phrase de Reda au bureau");
        await again.Page.ReachesAsync("/sign-in/code");
        await CodeAsync(again, OneTimeCode.At(secret, step));
        await Assertions.Expect(again.Page.GetByRole(AriaRole.Alert)).ToBeVisibleAsync();
        await CodeAsync(again, OneTimeCode.At(secret, step + 1));
        await again.LiveAsync();
    }

    [Fact]
    public async Task Five_wrong_tries_shut_the_door_even_for_the_right_password()
    {
        await room.ReadyAsync();
        var user = await room.EnterPersonAsync("hamza", "Hamza Rami", [Role.Quality]);
        await using var visit = await room.VisitAsync(null);
        await visit.OpenAsync("/sign-in");
        for (var tried = 0; tried < 5; tried++)
        {
            await visit.GiveAsync("hamza", $"faux {tried.ToString(CultureInfo.InvariantCulture)}");
            await Assertions.Expect(visit.Page.GetByRole(AriaRole.Alert)).ToBeVisibleAsync();
        }
        await visit.GiveAsync("hamza", PagesRoom.Password);
        await Assertions.Expect(visit.Page.GetByRole(AriaRole.Alert)).ToContainTextAsync(DoorWords.Locked.Fr);
        (await new Plateau.Storage.Audit.AuditLog(room.Store).LatestAsync(200, outcome: Audited.Refused, cancellation: TestContext.Current.CancellationToken))
            .Should().Contain(entry => entry.Who == $"user:{user.Id}" && entry.Act == "sign-in" && entry.Subject == "locked");
    }

    [Fact]
    public async Task Whoever_is_disabled_is_out_at_once_wherever_a_page_is_open()
    {
        await room.ReadyAsync();
        var user = await room.EnterPersonAsync("ghita", "Ghita Sebti", [Role.Supervisor]);
        await using var ghita = await room.VisitAsync(user);
        await ghita.OpenAsync("/people");
        await using var director = await room.VisitAsync(room.Everyone);
        await director.OpenAsync($"/people/{user.Id}");
        await director.Page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = PeopleWords.Disable.Fr }).ClickAsync();
        // Sooner than the look at each session, which comes every ten seconds.
        await ghita.Page.ReachesAsync("/sign-in", 9_000);
        await ghita.GiveAsync("ghita", PagesRoom.Password);
        await Assertions.Expect(ghita.Page.GetByRole(AriaRole.Alert)).ToBeVisibleAsync();
    }

    [Theory]
    [InlineData(59, "94287082"), InlineData(1111111109, "07081804"), InlineData(1234567890, "89005924"), InlineData(2000000000, "69279037")]
    public void A_code_is_the_one_of_the_standard(long seconds, string code) =>
        OneTimeCode.At("12345678901234567890"u8.ToArray(), seconds / 30, digits: 8).Should().Be(code);

    [Theory, InlineData("/people", "/people"), InlineData("//evil.example", "/"), InlineData("/\\evil.example", "/"), InlineData("https://evil.example", "/"), InlineData(null, "/")]
    public void The_door_leads_into_the_house_only(string? asked, string led) => DoorCookies.Own(asked).Should().Be(led);

    private static async Task ChooseAsync(Visit visit, string password)
    {
        await visit.Page.FillAsync("[name='Given.Password']", password);
        await visit.Page.FillAsync("[name='Given.Again']", password);
        await visit.Page.ClickAsync("button[type=submit]");
    }

    private static async Task CodeAsync(Visit visit, string code)
    {
        await visit.Page.FillAsync("[name='Code']", code);
        await visit.Page.ClickAsync("button[type=submit]");
    }

    private static byte[] FromText(string text)
    {
        var bits = string.Concat(text.Select(letter => Convert.ToString("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".IndexOf(letter, StringComparison.Ordinal), 2).PadLeft(5, '0')));
        return [.. Enumerable.Range(0, bits.Length / 8).Select(place => Convert.ToByte(bits.Substring(place * 8, 8), 2))];
    }
}
