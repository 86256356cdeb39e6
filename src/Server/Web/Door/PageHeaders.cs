namespace Plateau.Server.Web.Door;

/// <summary>What a browser may do with our pages: run our own scripts, talk to this origin, be framed by it, and nothing else.</summary>
internal static class PageHeaders
{
    /// <summary>No script inside a page, no style element inside a page; style attributes are how Radzen places its parts.</summary>
    private const string Policy = "default-src 'none'; script-src 'self'; style-src-elem 'self'; style-src-attr 'unsafe-inline'; img-src 'self' data: blob:; font-src 'self'; connect-src 'self'; media-src 'self' blob:; worker-src 'self'; frame-src 'self'; manifest-src 'self'; base-uri 'self'; form-action 'self'; frame-ancestors 'self'";

    /// <summary>The telephone needs the microphone and a choice of speaker; nothing needs more.</summary>
    private const string Permissions = "microphone=(self), speaker-selection=(self), camera=(), geolocation=(), payment=(), usb=(), display-capture=()";

    /// <summary>Adds them to whatever is answered as a page; the answers of the API keep their own, which allow nothing.</summary>
    public static void UsePageHeaders(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        context.Response.OnStarting(() =>
        {
            var headers = context.Response.Headers;
            if (context.Response.ContentType?.StartsWith("text/html", StringComparison.OrdinalIgnoreCase) != true || context.Request.Path.StartsWithSegments("/scalar", StringComparison.Ordinal)) return Task.CompletedTask;
            headers.ContentSecurityPolicy = Policy;
            headers["Permissions-Policy"] = Permissions;
            headers["Cross-Origin-Opener-Policy"] = "same-origin";
            headers["Referrer-Policy"] = "same-origin";
            headers.CacheControl = "no-store";
            return Task.CompletedTask;
        });
        return next(context);
    });
}
