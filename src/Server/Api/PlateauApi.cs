using NodaTime;
using Plateau.Server.Telephony;
using Plateau.Storage;
using Plateau.Storage.Centre;

namespace Plateau.Server.Api;

/// <summary>What programs can do: everything the verbs do, over HTTP, described by OpenAPI.</summary>
internal static class PlateauApi
{
    public static IServiceCollection AddPlateauApi(this IServiceCollection services) => services.AddProblemDetails();

    public static void MapPlateauApi(this WebApplication app)
    {
        app.MapGet("/healthz", () => Results.Text("alive")).ExcludeFromDescription();
        app.MapGet("/ready", async (Store store, SwitchService telephony, CancellationToken cancel) =>
        {
            var database = await store.AnswersAsync(cancel);
            return Results.Json(new { database, telephony = telephony.IsReady, trouble = telephony.Trouble }, statusCode: database && telephony.IsReady ? 200 : 503);
        }).ExcludeFromDescription();
    }
}

/// <summary>The key that a new installation begins with.</summary>
internal static class FirstKey
{
    /// <summary>Makes the first key when there is none yet; null when there are keys already.</summary>
    public static async Task<string?> MakeAsync(Store store, CancellationToken cancel)
    {
        var keys = new ApiKeys(store);
        if ((await keys.AllAsync(cancel)).Count > 0) return null;
        var (_, secret) = await keys.IssueAsync("first key", ["*"], null, SystemClock.Instance.GetCurrentInstant(), cancel);
        return secret;
    }
}
