using Microsoft.AspNetCore.StaticAssets;

namespace Plateau.Server.Api.Door;

/// <summary>What a browser must never do with our answers: guess their type, frame them, keep them, load anything from elsewhere.</summary>
internal static class SecurityHeaders
{
    private const string Nothing = "default-src 'none'; frame-ancestors 'none'";

    /// <summary>The page of the documentation brings its script and style inside; it may reach this origin and no other.</summary>
    private const string Documentation = "default-src 'none'; script-src 'self' 'unsafe-inline'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self' data:; connect-src 'self'; worker-src 'self' blob:; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

    public static void UseSecurityHeaders(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        var headers = context.Response.Headers;
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "no-referrer";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        var documentation = context.Request.Path.StartsWithSegments("/scalar", StringComparison.Ordinal);
        headers.ContentSecurityPolicy = documentation ? Documentation : Nothing;
        // Files of the pages bear their fingerprint in their address and say themselves how long they keep.
        if (!documentation && context.GetEndpoint()?.Metadata.GetMetadata<StaticAssetDescriptor>() is null) headers.CacheControl = "no-store";
        return next(context);
    });
}
