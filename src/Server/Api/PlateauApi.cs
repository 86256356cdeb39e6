using NodaTime;
using Plateau.Server.Api.Description;
using Plateau.Server.Api.Door;
using Plateau.Server.Setup.Changes;
using Plateau.Storage;
using Plateau.Storage.Centre;

namespace Plateau.Server.Api;

/// <summary>What programs can do: everything the verbs do, over HTTP, described by OpenAPI.</summary>
internal static class PlateauApi
{
    /// <param name="importFolder">Where files and their error files lie.</param>
    public static IServiceCollection AddPlateauApi(this IServiceCollection services, string importFolder)
    {
        Directory.CreateDirectory(importFolder);
        services.ConfigureHttpJsonOptions(options => ApiJson.Shape(options.SerializerOptions));
        services.Configure<RouteHandlerOptions>(options => options.ThrowOnBadRequest = true);
        services.AddSingleton(new ImportFolder(importFolder)).AddSingleton(provider => new ImportShelf(importFolder, provider.GetRequiredService<IClock>().GetCurrentInstant()));
        services.AddSingleton<ImportDesk>().AddHostedService(provider => provider.GetRequiredService<ImportDesk>());
        services.AddSingleton<Reach>().AddSingleton<CentreChanges>().AddSingleton<Telephony.NoticeSound>().AddSingleton<CampaignChanges>().AddSingleton<QuotaWork>().AddHostedService(provider => provider.GetRequiredService<QuotaWork>()).AddSingleton<LunarCalendar>().AddSingleton<ClientChanges>().AddSingleton<ProgrammeChanges>().AddSingleton<ListChanges>().AddSingleton<AgentChanges>().AddHostedService<Floors.CertificationWatch>().AddSingleton<ImportReverting>().AddSingleton<OppositionChanges>().AddSingleton<WithdrawalChanges>().AddSingleton<DeskActs>().AddSingleton<Readiness>();
        services.AddHostedService<TelephonesEnd>().AddHostedService<RepetitionsForgotten>();
        return services.AddPlateauDescription();
    }

    public static void MapPlateauApi(this WebApplication app)
    {
        app.UseMiddleware<RequestLines>();
        app.UseSecurityHeaders();
        app.UseMiddleware<KeyActs>();
        app.UseMiddleware<ErrorAnswers>();
        app.UseStatusCodePages(answer => BareAsync(answer.HttpContext));
        app.UseMiddleware<Doorkeeper>();
        app.UseMiddleware<Repetitions>();
        var api = app.MapGroup("/api/v1");
        ClientsApi.Map(api);
        ProgrammesApi.Map(api);
        CampaignsApi.Map(api);
        ListsApi.Map(api);
        ImportsApi.Map(api);
        OppositionsApi.Map(api);
        WithdrawalsApi.Map(api);
        AgentsApi.Map(api);
        DeskApi.Map(api);
        TelephonesApi.Map(api);
        AttemptsApi.Map(api);
        AppointmentsApi.Map(api);
        FloorApi.Map(api);
        KeysApi.Map(api);
        // Alive means that this process answers; it never looks at anything else, or a slow database would have us killed.
        app.MapGet("/healthz", () => Results.Text("alive")).ExcludeFromDescription();
        app.MapGet("/ready", async (Readiness readiness, CancellationToken cancel) =>
        {
            var needs = await readiness.LookAsync(cancel);
            var ready = needs.All(need => need.Ready || !need.ForCalls);
            // In English, as all that programs read.
            return Results.Json(new { ready, degraded = needs.Any(need => !need.Ready), needs = needs.Select(need => new { need.Name, need.Ready, need.ForCalls, says = need.Says.En, remedy = need.Remedy?.En }) }, statusCode: ready ? 200 : 503);
        }).ExcludeFromDescription();
        app.MapPlateauDescription();
    }

    /// <summary>An answer that is a bare number (no such address, a verb that is not taken) gets its words.</summary>
    private static Task BareAsync(HttpContext context) => Problem.WriteAsync(context, context.Response.StatusCode switch
    {
        404 => Problem.Details(404, "address-unknown", "There is nothing at this address.", "address", "See /openapi/v1.json for what there is."),
        405 => Problem.Details(405, "verb-not-taken", $"{context.Request.Method} is not taken here.", "method", $"Use {context.Response.Headers.Allow}."),
        413 => Problem.Details(413, "body-too-large", "The body is larger than this operation takes.", "body", "Send less at once; files go to an import."),
        415 => Problem.Details(415, "media-type", "This operation takes another kind of body.", "header Content-Type", "Send Content-Type: application/json."),
        var other => Problem.Details(other, "refused", "The request was not carried out.", "request", "See /openapi/v1.json."),
    });
}

/// <summary>The key that a new installation begins with.</summary>
internal static class FirstKey
{
    /// <summary>Makes the first key when there is none yet; null when there are keys already.</summary>
    public static async Task<string?> MakeAsync(Store store, CancellationToken cancel)
    {
        var keys = new ApiKeys(store);
        if ((await keys.AllAsync(cancel)).Count > 0) return null;
        var (_, secret) = await keys.IssueAsync("first key", [Scope.All], null, SystemClock.Instance.GetCurrentInstant(), cancel);
        return secret;
    }
}
