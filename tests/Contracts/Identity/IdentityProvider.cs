using System.Net;
using System.Security.Claims;
using Microsoft.AspNetCore;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using OpenIddict.Abstractions;
using OpenIddict.Server.AspNetCore;
using static OpenIddict.Abstractions.OpenIddictConstants;

namespace Plateau.Contracts.Identity;

/// <summary>Somebody whom the provider knows.</summary>
/// <param name="Subject">The provider's own id of them; it never changes, as an address may.</param>
/// <param name="IsVerified">Whether the provider has proof that the address is theirs.</param>
internal sealed record Identity(string Subject, string Mail, bool IsVerified);

/// <summary>A provider of identities of its own (OpenIddict, whole, with its tables), at another site than Plateau: code, proof key, signed tokens.</summary>
internal sealed class IdentityProvider : IAsyncDisposable
{
    public const string Client = "plateau", Secret = "un secret pour les essais";

    private readonly WebApplication app;
    private readonly string folder;

    private IdentityProvider(WebApplication app, string folder) => (this.app, this.folder) = (app, folder);

    /// <summary>Those who can sign in at the provider, by what they type there.</summary>
    public Dictionary<string, Identity> People => app.Services.GetRequiredService<Dictionary<string, Identity>>();

    public string Authority => $"{app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First().TrimEnd('/')}/";

    public static async Task<IdentityProvider> StartAsync()
    {
        var folder = Directory.CreateTempSubdirectory("plateau-identities-").FullName;
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        builder.Services.AddSingleton(new Dictionary<string, Identity>());
        builder.Services.AddDbContext<Tables>(tables => tables.UseSqlite($"Data Source={Path.Combine(folder, "identities.db")};Pooling=False").UseOpenIddict());
        builder.Services.AddAuthentication(CookieAuthenticationDefaults.AuthenticationScheme).AddCookie(cookie => (cookie.LoginPath, cookie.Cookie.Name) = ("/login", "identities"));
        builder.Services.AddOpenIddict()
            .AddCore(core => core.UseEntityFrameworkCore().UseDbContext<Tables>())
            .AddServer(server =>
            {
                server.SetAuthorizationEndpointUris("connect/authorize").SetTokenEndpointUris("connect/token");
                server.AllowAuthorizationCodeFlow().RequireProofKeyForCodeExchange();
                server.RegisterScopes(Scopes.Email, Scopes.Profile);
                server.AddEphemeralEncryptionKey().AddEphemeralSigningKey();
                server.UseAspNetCore().EnableAuthorizationEndpointPassthrough().EnableTokenEndpointPassthrough().DisableTransportSecurityRequirement();
            });
        var app = builder.Build();
        app.UseAuthentication();
        app.MapGet("/login", (string returnUrl) => Results.Content($"<!doctype html><title>Identities</title><link rel=icon href='data:,'><form method=post action='/login?returnUrl={Uri.EscapeDataString(returnUrl)}'><input name=who aria-label=who><button>Go</button></form>", "text/html"));
        app.MapPost("/login", LogInAsync).DisableAntiforgery();
        app.MapMethods("/connect/authorize", ["GET", "POST"], (Delegate)AuthorizeAsync);
        app.MapPost("/connect/token", (Delegate)TokenAsync).DisableAntiforgery();
        await app.StartAsync();
        using var scope = app.Services.CreateScope();
        await scope.ServiceProvider.GetRequiredService<Tables>().Database.EnsureCreatedAsync();
        return new IdentityProvider(app, folder);
    }

    /// <summary>Makes Plateau known here, as an administrator of the provider does: one client, one address to come back to.</summary>
    public async Task AcceptAsync(int port)
    {
        using var scope = app.Services.CreateScope();
        await scope.ServiceProvider.GetRequiredService<IOpenIddictApplicationManager>().CreateAsync(new OpenIddictApplicationDescriptor
        {
            ClientId = Client, ClientSecret = Secret, ClientType = ClientTypes.Confidential, ConsentType = ConsentTypes.Implicit,
            RedirectUris = { new Uri($"http://localhost:{port}/sign-in/back") },
            Permissions = { Permissions.Endpoints.Authorization, Permissions.Endpoints.Token, Permissions.GrantTypes.AuthorizationCode, Permissions.ResponseTypes.Code, Permissions.Scopes.Email, Permissions.Scopes.Profile },
            Requirements = { Requirements.Features.ProofKeyForCodeExchange },
        });
    }

    /// <summary>The provider is not there any more.</summary>
    public Task StopAsync() => app.StopAsync();

    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    private static async Task<IResult> LogInAsync(string returnUrl, HttpContext context, Dictionary<string, Identity> people)
    {
        if (!people.TryGetValue((await context.Request.ReadFormAsync())["who"].ToString(), out var identity)) return Results.BadRequest();
        await context.SignInAsync(new ClaimsPrincipal(new ClaimsIdentity([new Claim(ClaimTypes.NameIdentifier, identity.Subject)], CookieAuthenticationDefaults.AuthenticationScheme)));
        return Results.LocalRedirect(returnUrl);
    }

    private static async Task<IResult> AuthorizeAsync(HttpContext context, Dictionary<string, Identity> people)
    {
        var asked = context.GetOpenIddictServerRequest()!;
        if ((await context.AuthenticateAsync(CookieAuthenticationDefaults.AuthenticationScheme)).Principal?.FindFirstValue(ClaimTypes.NameIdentifier) is not { } subject)
            return Results.Challenge(new AuthenticationProperties { RedirectUri = context.Request.Path + context.Request.QueryString }, [CookieAuthenticationDefaults.AuthenticationScheme]);
        var known = people.Values.First(identity => identity.Subject == subject);
        var identity = new ClaimsIdentity(OpenIddictServerAspNetCoreDefaults.AuthenticationScheme, Claims.Name, Claims.Role);
        identity.SetClaim(Claims.Subject, known.Subject).SetClaim(Claims.Email, known.Mail).SetClaim(Claims.EmailVerified, known.IsVerified);
        identity.SetScopes(asked.GetScopes());
        identity.SetDestinations(_ => [Destinations.IdentityToken]);
        return Results.SignIn(new ClaimsPrincipal(identity), null, OpenIddictServerAspNetCoreDefaults.AuthenticationScheme);
    }

    private static async Task<IResult> TokenAsync(HttpContext context) =>
        Results.SignIn((await context.AuthenticateAsync(OpenIddictServerAspNetCoreDefaults.AuthenticationScheme)).Principal!, null, OpenIddictServerAspNetCoreDefaults.AuthenticationScheme);

    private sealed class Tables(DbContextOptions<Tables> options) : DbContext(options);
}
