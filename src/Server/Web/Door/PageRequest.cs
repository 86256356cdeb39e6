namespace Plateau.Server.Web.Door;

/// <summary>Tells a person's browser that wants a page from a program that wants data: each gets errors in its own form.</summary>
internal static class PageRequest
{
    private static readonly string[] OfPrograms = ["/api", "/openapi", "/scalar", "/healthz", "/ready", "/metrics", "/switch", "/_blazor", "/_framework", "/_content"];

    public static bool Is(HttpContext context) =>
        context.Request.Headers.Accept.ToString().Contains("text/html", StringComparison.OrdinalIgnoreCase)
        && !OfPrograms.Any(path => context.Request.Path.StartsWithSegments(path, StringComparison.OrdinalIgnoreCase));
}
