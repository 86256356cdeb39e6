using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Plateau.Server.People.Door;
using Plateau.Storage.People;

namespace Plateau.Server.People;

/// <summary>A provider of identities (OpenID Connect), as settings.json names it.</summary>
/// <param name="Name">As the button at the door says it.</param>
/// <param name="Authority">Its address, where its discovery document lies below /.well-known.</param>
public sealed record SignInSettings(string Name, string Authority, string ClientId, string ClientSecret);

/// <summary>Lets people in who are known to the house's provider of identities: it says who they are, we say what they may.</summary>
internal static class SignInElsewhere
{
    private const string Scheme = "plateau.elsewhere";

    /// <summary>Why somebody stands at the door again.</summary>
    public const string Unknown = "unknown", Locked = "locked", NotDone = "not-done";

    public static void Add(AuthenticationBuilder schemes, SignInSettings settings) => schemes.AddOpenIdConnect(Scheme, provider =>
    {
        (provider.Authority, provider.ClientId, provider.ClientSecret) = (settings.Authority, settings.ClientId, settings.ClientSecret);
        (provider.ResponseType, provider.ResponseMode, provider.UsePkce, provider.MapInboundClaims) = ("code", "query", true, false);
        (provider.CallbackPath, provider.SignInScheme, provider.SaveTokens) = ("/sign-in/back", DoorCookies.Scheme, false);
        provider.RequireHttpsMetadata = !new Uri(settings.Authority).IsLoopback;
        provider.Scope.Clear();
        foreach (var scope in (ReadOnlySpan<string>)["openid", "email", "profile"]) provider.Scope.Add(scope);
        foreach (var cookie in (CookieBuilder[])[provider.CorrelationCookie, provider.NonceCookie]) (cookie.SameSite, cookie.SecurePolicy) = (SameSiteMode.Lax, CookieSecurePolicy.SameAsRequest);
        provider.Events.OnTokenValidated = KnownAsync;
        provider.Events.OnRemoteFailure = context =>
        {
            context.HandleResponse();
            context.Response.Redirect($"/sign-in?why={(context.Failure?.Message is Unknown or Locked ? context.Failure.Message : NotDone)}");
            return Task.CompletedTask;
        };
    });

    public static void Map(WebApplication app) => app.MapGet("/sign-in/elsewhere", AskAsync).ExcludeFromDescription();

    private static async Task<IResult> AskAsync(string? to, HttpContext context, Elsewhere elsewhere, ILogger<Elsewhere> log)
    {
        if (elsewhere.Name is null) return Results.NotFound();
        try
        {
            await context.ChallengeAsync(Scheme, new AuthenticationProperties { RedirectUri = DoorCookies.Own(to) });
            return Results.Empty;
        }
        catch (Exception away) when (away is InvalidOperationException or HttpRequestException or IOException && !context.Response.HasStarted)
        {
            log.LogWarning(away, "The provider of identities does not answer; people can sign in by name and password");
            return Results.LocalRedirect($"/sign-in?why={NotDone}");
        }
    }

    /// <summary>The provider's own id of the person counts; the first time, a proven address that is somebody's sign-in name makes the two one.</summary>
    /// <remarks>The provider says who they are. Whether they are locked out, and whether they have a second factor with us, holds whichever way they come.</remarks>
    private static async Task KnownAsync(TokenValidatedContext context)
    {
        var services = context.HttpContext.RequestServices;
        var (users, token) = (services.GetRequiredService<UserBook>(), context.Principal!);
        var subject = $"{context.SecurityToken.Issuer} {token.FindFirstValue("sub")}";
        var known = await users.FindBySubjectAsync(subject);
        if (known is null && token.FindFirstValue("email_verified") == "true" && token.FindFirstValue("email") is { } mail && await users.FindAsync(Doorman.Normal(mail)) is { Subject: null } named)
        {
            await users.KnowAsync(named.User.Id, subject);
            known = named;
        }
        var (audited, doorman, cancel) = (services.GetRequiredService<Audited>(), services.GetRequiredService<Doorman>(), context.HttpContext.RequestAborted);
        if (known is not { User.Disabled: false } || doorman.IsLocked(known))
        {
            await audited.RefusedAsync(known is null ? "nobody" : $"user:{known.User.Id}", "sign-in", "elsewhere");
            context.Fail(known is { User.Disabled: false } ? Locked : Unknown);
            return;
        }
        var to = DoorCookies.Own(context.Properties?.RedirectUri);
        if (known.User.HasSecondFactor)
        {
            await context.HttpContext.SignInAsync(DoorCookies.Scheme, DoorCookies.At(known, Stage.Code));
            to = DoorCookies.AddressOf(Stage.Code, to);
        }
        else await context.HttpContext.SignInAsync(Person.Session, (await doorman.LetInAsync(known.User.Id, cancel)).Principal());
        // What is kept is kept; what the provider's own scheme would keep is not needed.
        context.HandleResponse();
        context.Response.Redirect(to);
    }
}
