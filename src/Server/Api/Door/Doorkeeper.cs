using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Http.Features;
using Plateau.Storage.Centre;

namespace Plateau.Server.Api.Door;

/// <summary>Nobody reaches an operation without a key that may: asked before the body is read, on every request.</summary>
internal sealed class Doorkeeper(RequestDelegate next, ApiKeys keys)
{
    /// <summary>Everything below this path needs a key.</summary>
    public const string Path = "/api";

    /// <summary>Bytes of a body that is no file.</summary>
    public const long MostBytes = 1 << 20;

    /// <summary>Bytes of a file: as many as an import spools.</summary>
    public const long MostFileBytes = 4L << 30;

    /// <summary>Requests a second for each key, and how many may come at once.</summary>
    private const int PerSecond = 200, AtOnce = 400;

    private const string Prefix = "Bearer ";

    private readonly PartitionedRateLimiter<string> limiter = PartitionedRateLimiter.Create<string, string>(key => RateLimitPartition.GetTokenBucketLimiter(key, _ => new TokenBucketRateLimiterOptions
    {
        TokenLimit = AtOnce, TokensPerPeriod = PerSecond / 10, ReplenishmentPeriod = TimeSpan.FromMilliseconds(100), QueueLimit = 0,
    }));

    public async Task InvokeAsync(HttpContext context)
    {
        var endpoint = context.GetEndpoint();
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } body)
            body.MaxRequestBodySize = endpoint?.Metadata.GetMetadata<TakesFile>() is null ? MostBytes : MostFileBytes;
        if (!context.Request.Path.StartsWithSegments(Path, StringComparison.OrdinalIgnoreCase))
        {
            await next(context);
            return;
        }
        var key = Presented(context.Request) is { } secret ? await keys.FindAsync(secret, context.RequestAborted) : null;
        using var lease = limiter.AttemptAcquire(key?.Id ?? "");
        if (!lease.IsAcquired)
        {
            await Problem.WriteAsync(context, Problem.Details(429, "too-many-requests", "Too many requests with this key.", key?.Id, $"Send at most {PerSecond} a second."), 1);
            return;
        }
        if (key is null)
        {
            context.Response.Headers.WWWAuthenticate = "Bearer realm=\"plateau\"";
            await Problem.WriteAsync(context, Problem.Details(401, "key-missing", "This needs a key that is known and not revoked.", "header Authorization", "Send Authorization: Bearer plateau_…; ./run key make --name N makes a key."));
            return;
        }
        var caller = new Caller(key);
        caller.Enter(context);
        // What has no scope (a path that is not there, a verb that is not taken) tells nobody more than that.
        if (endpoint?.Metadata.GetMetadata<Needs>() is { } needs && !caller.May(needs.Scope))
            await Problem.WriteAsync(context, Problem.Details(403, "scope-missing", $"Key {key.Id} may not do this.", $"scope {needs.Scope}", $"Use a key with the scope {needs.Scope}."));
        else if (endpoint is RouteEndpoint && endpoint.Metadata.GetMetadata<Needs>() is null)
            throw new InvalidOperationException($"{endpoint.DisplayName} asks for no scope: give it one with {nameof(Needs)}");
        else await next(context);
    }

    /// <summary>The secret in the header; null when it can't be one of ours, so that the database isn't asked.</summary>
    private static string? Presented(HttpRequest request)
    {
        var header = request.Headers.Authorization.ToString();
        return header.StartsWith(Prefix + "plateau_", StringComparison.OrdinalIgnoreCase) && header.Length < 200 ? header[Prefix.Length..].Trim() : null;
    }
}
