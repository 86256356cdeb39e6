using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Playwright;
using NodaTime;
using Plateau.Contracts.Web;
using Plateau.Server.People;
using Plateau.Server.People.Door;
using Plateau.Storage.Audit;
using Plateau.Storage.People;
using static Microsoft.Playwright.Assertions;

namespace Plateau.Contracts.Identity;

/// <summary>People sign in through the house's provider of identities, a real one: it says who they are, we say what they may, and nobody becomes somebody else by it.</summary>
public sealed class SignInElsewhereContract(PagesRoom room)
{
    private const string Name = "Maison Identités";

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Whoever_is_known_arrives_with_their_roles_and_a_stranger_is_told_what_to_do()
    {
        await using var provider = await IdentityProvider.StartAsync();
        await using var centre = await StartAsync(provider);
        var salma = await OwnCentre.EnterPersonAsync(centre.Store, "salma@centre.example", "Salma Idrissi", [Role.Supervisor]);
        provider.People["salma"] = new("s-1", "Salma@centre.example", true);
        provider.People["stranger"] = new("s-2", "stranger@elsewhere.example", true);

        await using (var visit = await room.VisitAsync(centre.Plateau.Port, null))
        {
            await visit.OpenAsync("/people");
            await ThroughAsync(visit, "salma");
            await visit.Page.ReachesAsync("/people");
            await visit.LiveAsync();
            await visit.Page.Locator("details.menu > summary").First.ClickAsync();
            await Expect(visit.Page.Locator("details.menu h2").First).ToHaveTextAsync($"Salma Idrissi{PeopleWords.Supervisor.Fr}");
            (await visit.OpenAsync("/centre")).Should().Be(403, "a supervisor signs in as a supervisor");
            (await new UserBook(centre.Store).FindAsync(salma.Id, Cancelled))!.Subject.Should().Be($"{provider.Authority} s-1");

            // The way out: no page opens any more.
            await visit.OpenAsync("/people");
            await visit.Page.Locator("details.menu > summary").First.ClickAsync();
            await visit.Page.GetByRole(AriaRole.Button, new() { Name = DoorWords.SignOut.Fr }).ClickAsync();
            await visit.Page.ReachesAsync("/sign-in");
            await visit.Page.GotoAsync("/people");
            visit.Page.Url.Should().Contain("/sign-in?to=");
            visit.Complaints.Where(complaint => !complaint.Contains("403", StringComparison.Ordinal)).Should().BeEmpty();
        }

        // The provider's own id counts from then on, whatever the address has become.
        provider.People["salma"] = new("s-1", "married@centre.example", false);
        await using (var again = await room.VisitAsync(centre.Plateau.Port, null))
        {
            await again.OpenAsync("/people");
            await ThroughAsync(again, "salma");
            await again.Page.ReachesAsync("/people");
        }
        await RefusedAsync(centre, "stranger", DoorWords.Unknown.Fr);
        (await new AuditLog(centre.Store).LatestAsync(50, outcome: Audited.Refused, cancellation: Cancelled)).Should().Contain(entry => entry.Who == "nobody" && entry.Act == "sign-in" && entry.Subject == "elsewhere");
    }

    [Fact]
    public async Task A_provider_that_does_not_answer_is_said_so_and_the_other_way_in_is_named()
    {
        await using var provider = await IdentityProvider.StartAsync();
        await using var centre = await StartAsync(provider);
        await provider.StopAsync();
        await using var visit = await room.VisitAsync(centre.Plateau.Port, null);
        await visit.OpenAsync("/sign-in");
        await ThroughAsync(visit, null);
        await Expect(visit.Page.GetByRole(AriaRole.Alert)).ToContainTextAsync("identifiant et mot de passe");
    }

    [Fact]
    public async Task An_address_without_proof_or_already_taken_makes_nobody_somebody_else()
    {
        await using var provider = await IdentityProvider.StartAsync();
        await using var centre = await StartAsync(provider);
        var users = new UserBook(centre.Store);
        var director = await OwnCentre.EnterPersonAsync(centre.Store, "director@centre.example", "Leila Haddad", [Role.Director]);
        provider.People["claims"] = new("t-1", "director@centre.example", false);
        provider.People["director"] = new("t-2", "director@centre.example", true);
        provider.People["second"] = new("t-3", "director@centre.example", true);

        await RefusedAsync(centre, "claims", DoorWords.Unknown.Fr);
        (await users.FindAsync(director.Id, Cancelled))!.Subject.Should().BeNull("an address that nobody verified proves nothing");

        await using (var visit = await room.VisitAsync(centre.Plateau.Port, null))
        {
            await visit.OpenAsync("/people");
            await ThroughAsync(visit, "director");
            await visit.Page.ReachesAsync("/people");
        }
        await RefusedAsync(centre, "second", DoorWords.Unknown.Fr);
        (await users.FindAsync(director.Id, Cancelled))!.Subject.Should().EndWith(" t-2", "a second identity with the same address is not the first");
    }

    [Fact]
    public async Task Lock_second_factor_and_an_end_hold_whichever_way_somebody_comes()
    {
        await using var provider = await IdentityProvider.StartAsync();
        await using var centre = await StartAsync(provider);
        var users = new UserBook(centre.Store);
        foreach (var (who, role) in new[] { ("factor", Role.Supervisor), ("locked", Role.Supervisor), ("gone", Role.Supervisor) })
        {
            await OwnCentre.EnterPersonAsync(centre.Store, $"{who}@centre.example", who, [role]);
            provider.People[who] = new($"u-{who}", $"{who}@centre.example", true);
        }
        async Task<UserCard> OfAsync(string who) => (await users.FindAsync($"{who}@centre.example", Cancelled))!.User;

        await users.FailedAsync((await OfAsync("locked")).Id, 5, SystemClock.Instance.GetCurrentInstant() + Duration.FromMinutes(30), Cancelled);
        await RefusedAsync(centre, "locked", DoorWords.Locked.Fr);
        await users.ChangeAsync(await OfAsync("gone") with { Disabled = true }, Cancelled);
        await RefusedAsync(centre, "gone", DoorWords.Unknown.Fr);

        var secret = RandomNumberGenerator.GetBytes(20);
        var seal = DataProtectionProvider.Create(new DirectoryInfo(Path.Combine(centre.Plateau.Folder, "keys")), keys => keys.SetApplicationName("plateau")).CreateProtector("plateau.second-factor");
        await users.SetSecondFactorAsync((await OfAsync("factor")).Id, seal.Protect(Convert.ToBase64String(secret)), Cancelled);
        await using var visit = await room.VisitAsync(centre.Plateau.Port, null);
        await visit.OpenAsync("/people");
        await ThroughAsync(visit, "factor");
        await visit.Page.ReachesAsync("/sign-in/code");
        await visit.Page.GotoAsync("/people");
        visit.Page.Url.Should().Contain("/sign-in?to=", "the provider alone is not enough");
        await ThroughAsync(visit, null);
        await visit.Page.ReachesAsync("/sign-in/code");
        await visit.Page.FillAsync("[name='Code']", OneTimeCode.At(secret, DateTimeOffset.UtcNow.ToUnixTimeSeconds() / 30));
        await visit.Page.ClickAsync("button[type=submit]");
        await visit.Page.ReachesAsync("/people");
    }

    /// <summary>Plateau as an operator sets it up: by settings.json alone.</summary>
    private static async Task<OwnCentre> StartAsync(IdentityProvider provider)
    {
        var settings = JsonSerializer.Serialize(new { signIn = new { name = Name, authority = provider.Authority, clientId = IdentityProvider.Client, clientSecret = IdentityProvider.Secret } });
        var centre = await OwnCentre.StartAsync(settings: settings);
        await provider.AcceptAsync(centre.Plateau.Port);
        return centre;
    }

    /// <summary>From our door to the provider's and back; null for whom the provider knows already in this browser.</summary>
    private static async Task ThroughAsync(Visit visit, string? who)
    {
        await visit.Page.GetByRole(AriaRole.Link, new() { Name = Name }).ClickAsync();
        if (who is null) return;
        await visit.Page.ReachesAsync("/login");
        await visit.Page.FillAsync("[name=who]", who);
        await visit.Page.ClickAsync("button");
    }

    private async Task RefusedAsync(OwnCentre centre, string who, string sentence)
    {
        await using var visit = await room.VisitAsync(centre.Plateau.Port, null);
        await visit.OpenAsync("/people");
        await ThroughAsync(visit, who);
        await Expect(visit.Page.GetByRole(AriaRole.Alert)).ToContainTextAsync(sentence);
        await visit.Page.GotoAsync("/people");
        visit.Page.Url.Should().Contain("/sign-in?to=", "no session was made");
    }
}
