using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Components.Authorization;
using Plateau.Server.People.Door;
using Plateau.Storage.People;

namespace Plateau.Server.People;

/// <summary>Puts the door of the pages together: sessions, the door's steps, the table of operations, the way out.</summary>
internal static class PeopleDoor
{
    private static readonly TimeSpan DoorLasts = TimeSpan.FromMinutes(10);

    public static IServiceCollection AddPeople(this IServiceCollection services, SignInSettings? elsewhere)
    {
        var schemes = services.AddAuthentication(Person.Session)
            .AddCookie(Person.Session, cookie => Shape(cookie, "plateau.session", Sessions.Lasts, sliding: true, StillGoodAsync))
            .AddCookie(DoorCookies.Scheme, cookie => Shape(cookie, "plateau.door", DoorLasts, sliding: false, null));
        if (elsewhere is not null) SignInElsewhere.Add(schemes, elsewhere);
        services.AddAuthorization().AddCascadingAuthenticationState();
        services.AddSingleton<IAuthorizationPolicyProvider, OperationPolicies>().AddScoped<IAuthorizationHandler, OperationJudge>();
        services.AddSingleton(TimeProvider.System).AddSingleton(new Elsewhere(elsewhere?.Name)).AddSingleton<Sessions>().AddSingleton<Audited>().AddSingleton<Doorman>();
        return services.AddScoped<AuthenticationStateProvider, SessionWatch>().AddScoped<Permissions>().AddScoped<DoorCookies>();
    }

    public static void MapPeople(this WebApplication app)
    {
        app.MapPost("/sign-out", async (HttpContext context, IAntiforgery forgery, Sessions sessions) =>
        {
            if (!await forgery.IsRequestValidAsync(context)) return Results.BadRequest();
            if (Person.Of(context.User) is { } person) await context.RequestServices.GetRequiredService<Audited>().DoneAsync(person.Who, "sign-out", "session");
            await context.SignOutAsync(Person.Session);
            // A page of theirs that hears of it goes to the door by itself, and would break off the very request that takes the cookie away.
            if (Person.EntryOf(context.User) is { } entry) context.Response.OnCompleted(() =>
            {
                sessions.Leave(entry);
                return Task.CompletedTask;
            });
            return Results.LocalRedirect("/sign-in");
        }).ExcludeFromDescription();
        SignInElsewhere.Map(app);
    }

    private static void Shape(CookieAuthenticationOptions cookie, string name, TimeSpan lasts, bool sliding, Func<CookieValidatePrincipalContext, Task>? validate)
    {
        (cookie.Cookie.Name, cookie.Cookie.HttpOnly, cookie.Cookie.SameSite, cookie.Cookie.SecurePolicy, cookie.Cookie.IsEssential) = (name, true, SameSiteMode.Lax, CookieSecurePolicy.SameAsRequest, true);
        (cookie.ExpireTimeSpan, cookie.SlidingExpiration, cookie.LoginPath, cookie.ReturnUrlParameter) = (lasts, sliding, "/sign-in", "to");
        cookie.Events.OnRedirectToAccessDenied = context =>
        {
            context.Response.StatusCode = StatusCodes.Status403Forbidden;
            return Task.CompletedTask;
        };
        if (validate is not null) cookie.Events.OnValidatePrincipal = validate;
    }

    /// <summary>Every request asks whether the session still is the person's own: going out, a change of role or password, or a disabling ends it.</summary>
    private static async Task StillGoodAsync(CookieValidatePrincipalContext context)
    {
        var users = context.HttpContext.RequestServices.GetRequiredService<UserBook>();
        if (!context.HttpContext.RequestServices.GetRequiredService<Sessions>().HasLeft(Person.EntryOf(context.Principal!)) && Person.Of(context.Principal) is { } person && await users.FindAsync(person.Id, context.HttpContext.RequestAborted) is { User.Disabled: false } known && known.Stamp == person.Stamp) return;
        context.RejectPrincipal();
        await context.HttpContext.SignOutAsync(Person.Session);
    }
}
