namespace Plateau.Server.Web.Door;

/// <summary>A socket that a page of another origin opens is refused: a browser says where the page came from, and sends our cookies with it.</summary>
internal static class SameOrigin
{
    public static void UseSameOrigin(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        if (!IsForeign(context.Request)) return next(context);
        context.Response.StatusCode = StatusCodes.Status403Forbidden;
        return Task.CompletedTask;
    });

    /// <summary>Programs send no origin; a browser always does with a socket, and with whatever a page posts.</summary>
    private static bool IsForeign(HttpRequest request)
    {
        var upgrades = request.Headers.Upgrade.ToString().Contains("websocket", StringComparison.OrdinalIgnoreCase) || request.HttpContext.WebSockets.IsWebSocketRequest;
        if (!upgrades && !request.Path.StartsWithSegments("/_blazor", StringComparison.Ordinal)) return false;
        var origin = request.Headers.Origin.ToString();
        return origin.Length > 0 && (!Uri.TryCreate(origin, UriKind.Absolute, out var from) || !string.Equals(from.Authority, Authority(request), StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>Host and port as the browser asked for them, without the port that its scheme implies.</summary>
    private static string Authority(HttpRequest request) => new Uri($"{request.Scheme}://{request.Host.Value}").Authority;
}
