using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Localization;
using Plateau.Server.Audits;
using Plateau.Server.Desks.Work;
using Plateau.Server.Floors;
using Plateau.Server.People;
using Plateau.Server.Setup;
using Plateau.Server.Web.Door;
using Plateau.Server.Web.Finding;
using Plateau.Server.Web.Pieces;
using Plateau.Server.Web.Words;
using Radzen;

namespace Plateau.Server.Web;

/// <summary>What people see: the pages, served by the same process as the API.</summary>
internal static class PlateauPages
{
    /// <param name="keyFolder">Where the keys lie under which cookies are sealed; they must outlive a restart, or everyone signs in anew.</param>
    /// <param name="elsewhere">The house's provider of identities, if it has one.</param>
    public static IServiceCollection AddPlateauPages(this IServiceCollection services, string keyFolder, SignInSettings? elsewhere = null)
    {
        services.AddDataProtection().SetApplicationName("plateau").PersistKeysToFileSystem(Private(keyFolder));
        services.AddRazorComponents().AddInteractiveServerComponents(circuit =>
        {
            circuit.DisconnectedCircuitRetentionPeriod = TimeSpan.FromMinutes(3);
            circuit.DetailedErrors = false;
        });
        services.AddLeanScriptLine();
        services.AddAntiforgery(options =>
        {
            options.Cookie.Name = "plateau.antiforgery";
            options.Cookie.SameSite = SameSiteMode.Strict;
            options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        });
        services.AddPeople(elsewhere).AddScoped<Staff>();
        services.AddRadzenComponents();
        services.AddHttpContextAccessor();
        services.AddSingleton<CustomerNotes>().AddSingleton<Floors.Supervision.Messages>().AddScoped<Floors.Supervision.SupervisorActs>().AddDesks();
        services.AddHostedService(provider => provider.GetRequiredService<FloorWatch>());
        services.AddScoped<Announcer>().AddScoped<IFinder, PageFinder>().AddScoped<IFinder, ActFinder>();
        services.AddPlateauSetup();
        services.Configure<RequestLocalizationOptions>(options =>
        {
            options.DefaultRequestCulture = new RequestCulture(Languages.Cultures[0]);
            options.SupportedCultures = options.SupportedUICultures = [.. Languages.Cultures];
            // The reader chose a language or reads French; what the browser prefers is not asked, so that two people at one desk see the same.
            options.RequestCultureProviders = [new CookieRequestCultureProvider()];
        });
        return services;
    }

    /// <summary>Pages come after the API's own door, which leaves everything outside /api alone.</summary>
    public static void MapPlateauPages(this WebApplication app)
    {
        app.UsePageHeaders();
        app.UseSameOrigin();
        app.UseRequestLocalization();
        app.UseMiddleware<PageErrors>();
        app.UseAuthentication();
        app.UseAuthorization();
        app.UseAntiforgery();
        app.MapStaticAssets();
        app.MapPeople();
        AuditExport.Map(app);
        Setup.Lists.ListsDoor.Map(app);
        Compliance.Records.RecordsDoor.Map(app);
        // A compressed line keeps its dictionaries for each open page, all day: 70 kB of 460 (decision 0064).
        app.MapRazorComponents<App>().AddInteractiveServerRenderMode(lines => lines.DisableWebSocketCompression = true);
    }

    private static DirectoryInfo Private(string folder)
    {
        var made = Directory.CreateDirectory(folder);
        if (!OperatingSystem.IsWindows()) made.UnixFileMode = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;
        return made;
    }
}
