using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Components;
using Plateau.Storage.People;

namespace Plateau.Server.People.Door;

/// <summary>How far somebody has come through the door, kept in a cookie for some minutes: password right, code still to come.</summary>
internal sealed class DoorCookies(IHttpContextAccessor http, NavigationManager navigation, UserBook users, Doorman doorman)
{
    /// <summary>The scheme of the cookie between two doors.</summary>
    public const string Scheme = "plateau.door";

    private const string StageClaim = "stage", StampClaim = "stamp";

    private HttpContext Http => http.HttpContext!;

    /// <summary>Whoever stands at this stage; anyone else is sent back to the first door.</summary>
    public async Task<Credentials?> AtAsync(Stage stage)
    {
        var principal = (await Http.AuthenticateAsync(Scheme)).Principal;
        if (principal?.FindFirstValue(StageClaim) == stage.ToString() && principal.FindFirstValue(ClaimTypes.NameIdentifier) is { } id
            && await users.FindAsync(new UserId(id), Http.RequestAborted) is { User.Disabled: false } known && known.Stamp == principal.FindFirstValue(StampClaim)) return known;
        navigation.NavigateTo("/sign-in");
        return null;
    }

    /// <summary>Sends somebody on: to the next door, to choosing a password, or in.</summary>
    public async Task GoOnAsync(Credentials known, Stage next, string? to)
    {
        if (next == Stage.Last && known.MustReplace) next = Stage.Replace;
        if (next == Stage.Last)
        {
            var person = await doorman.LetInAsync(known.User.Id, Http.RequestAborted);
            await Http.SignOutAsync(Scheme);
            await Http.SignInAsync(Person.Session, person.Principal());
            navigation.NavigateTo(Own(to));
            return;
        }
        await Http.SignInAsync(Scheme, At(known, next));
        navigation.NavigateTo(AddressOf(next, to));
    }

    /// <summary>Somebody who has come as far as this stage.</summary>
    public static ClaimsPrincipal At(Credentials known, Stage stage) => new(new ClaimsIdentity(
        [new(ClaimTypes.NameIdentifier, known.User.Id.Value), new(StageClaim, stage.ToString()), new(StampClaim, known.Stamp)], Scheme));

    public static string AddressOf(Stage stage, string? to) => $"{(stage == Stage.Code ? "/sign-in/code" : "/sign-in/password")}?to={Uri.EscapeDataString(Own(to))}";

    /// <summary>An address of this house, never one that leads away.</summary>
    public static string Own(string? to) => to is ['/', not ('/' or '\\'), ..] && !to.Contains('\\', StringComparison.Ordinal) && !to.Any(char.IsControl) ? to : "/";
}

/// <summary>Where somebody stands between the doors.</summary>
internal enum Stage { Code, Replace, Last }
