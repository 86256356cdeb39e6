using System.Diagnostics;

namespace Plateau.Server.Api.Door;

/// <summary>One line for each request, without personal data: the route's pattern in place of the address, no query, no body, the key's id in place of the key.</summary>
internal sealed class RequestLines(RequestDelegate next, ILogger<RequestLines> log)
{
    public async Task InvokeAsync(HttpContext context)
    {
        var began = Stopwatch.GetTimestamp();
        try
        {
            await next(context);
        }
        finally
        {
            // Whoever asks every second whether we live would fill the log.
            var level = context.GetEndpoint() is null || Caller.Of(context) is not null || context.Response.StatusCode >= 400 ? LogLevel.Information : LogLevel.Debug;
            log.Log(level, "{Method} {Route} {Status} in {Milliseconds:0.0} ms by {Key}", context.Request.Method, RouteOf(context),
                context.Response.StatusCode, Stopwatch.GetElapsedTime(began).TotalMilliseconds, Caller.Of(context)?.Key.Id ?? "nobody");
        }
    }

    /// <summary>An address that matches nothing may hold anything, a telephone number too: it isn't written down.</summary>
    public static string RouteOf(HttpContext context) => (context.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText ?? "(no route)";
}
