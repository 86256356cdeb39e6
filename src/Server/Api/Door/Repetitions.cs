using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;
using NodaTime;
using Plateau.Storage.Centre;

namespace Plateau.Server.Api.Door;

/// <summary>A sender that got no answer sends the same request again under the same Idempotency-Key, and the thing is done once.</summary>
/// <remarks>
/// Only what was decided is kept: an answer of 500 and above gives the key back, so that the sender may try again. A process
/// that dies between the act and its answer leaves the key under way, and the sender is told to look before repeating.
/// </remarks>
internal sealed class Repetitions(RequestDelegate next, IdempotencyKeys keys, IClock clock)
{
    public const string Header = "Idempotency-Key";
    private const int LongestKey = 200;

    /// <summary>A larger body is spooled to a file while it is hashed.</summary>
    private const int MostInMemory = 1 << 16;

    public async Task InvokeAsync(HttpContext context)
    {
        var key = context.Request.Headers[Header].ToString();
        if (!HttpMethods.IsPost(context.Request.Method) || key.Length == 0 || Caller.Of(context) is not { } caller)
        {
            await next(context);
            return;
        }
        if (key.Length > LongestKey)
        {
            await Problem.WriteAsync(context, Problem.Details(400, "idempotency-key-long", $"A key has at most {LongestKey} characters.", $"header {Header}", "Use a UUID."));
            return;
        }
        var verdict = await keys.BeginAsync(caller.Key.Id, key, await FingerprintAsync(context.Request, context.RequestAborted), clock.GetCurrentInstant(), context.RequestAborted);
        await (verdict.Repetition switch
        {
            Repetition.New => DoAsync(context, caller.Key.Id, key),
            Repetition.Answered => AgainAsync(context, verdict),
            Repetition.UnderWay => Problem.WriteAsync(context, Problem.Details(409, "under-way", "The first request with this key is being carried out, or was cut off.", $"header {Header}", "Wait a moment and send it again; if it stays so, look whether it was done and use a new key."), 1),
            _ => Problem.WriteAsync(context, Problem.Details(422, "idempotency-key-reused", "This key was used for another request.", $"header {Header}", "Use a new key for each request; repeat one only with the same body.")),
        });
    }

    private async Task DoAsync(HttpContext context, string owner, string key)
    {
        var outside = context.Response.Body;
        using var inside = new MemoryStream();
        context.Response.Body = inside;
        var decided = false;
        try
        {
            await next(context);
            decided = context.Response.StatusCode < 500;
        }
        finally
        {
            context.Response.Body = outside;
            // The sender may have gone; what was done must be kept all the same.
            if (decided) await keys.CompleteAsync(owner, key, context.Response.StatusCode, Kept(context, inside), CancellationToken.None);
            else await keys.AbandonAsync(owner, key, CancellationToken.None);
        }
        inside.Position = 0;
        await inside.CopyToAsync(outside, context.RequestAborted);
    }

    private static string Kept(HttpContext context, MemoryStream answer) =>
        context.Response.StatusCode < 300 && context.GetEndpoint()?.Metadata.GetMetadata<AnswersWithSecret>() is not null
            ? "" : Encoding.UTF8.GetString(answer.GetBuffer(), 0, (int)answer.Length);

    private static Task AgainAsync(HttpContext context, IdempotencyVerdict before)
    {
        if (before.Answer.Length == 0 && context.GetEndpoint()?.Metadata.GetMetadata<AnswersWithSecret>() is not null)
            return Problem.WriteAsync(context, Problem.Details(409, "secret-not-kept", "This was done by the first request; its answer held a secret, which is not kept.", $"header {Header}", "If the secret was lost, take the thing back and ask for another under a new key."));
        context.Response.StatusCode = before.Status;
        context.Response.Headers["Idempotency-Replayed"] = "true";
        if (before.Answer.Length == 0) return Task.CompletedTask;
        context.Response.ContentType = before.Status >= 400 ? Problem.MediaType : "application/json; charset=utf-8";
        return context.Response.WriteAsync(before.Answer, context.RequestAborted);
    }

    /// <summary>Method, address and body: what makes two requests the same.</summary>
    private static async Task<byte[]> FingerprintAsync(HttpRequest request, CancellationToken cancel)
    {
        request.EnableBuffering(MostInMemory, Doorkeeper.MostFileBytes);
        var hash = Boundary(request) is { } boundary ? await OfPartsAsync(request.Body, boundary, cancel) : await SHA256.HashDataAsync(request.Body, cancel);
        request.Body.Position = 0;
        return Encoding.UTF8.GetBytes($"{request.Method} {request.Path}{request.QueryString} {Convert.ToHexStringLower(hash)}");
    }

    private static string? Boundary(HttpRequest request) =>
        MediaTypeHeaderValue.TryParse(request.ContentType, out var type) && type.MediaType.StartsWith("multipart/", StringComparison.OrdinalIgnoreCase)
            ? HeaderUtilities.RemoveQuotes(type.Boundary).Value : null;

    /// <summary>A form that is sent again has another boundary, drawn by chance: its parts are compared, not its bytes.</summary>
    private static async Task<byte[]> OfPartsAsync(Stream form, string boundary, CancellationToken cancel)
    {
        using var whole = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var reader = new MultipartReader(boundary, form);
        while (await reader.ReadNextSectionAsync(cancel) is { } part)
        {
            whole.AppendData(Encoding.UTF8.GetBytes($"{part.ContentDisposition}\n"));
            whole.AppendData(await SHA256.HashDataAsync(part.Body, cancel));
        }
        return whole.GetHashAndReset();
    }
}

/// <summary>Forgets old keys of requests once an hour: nobody repeats a request after two days.</summary>
internal sealed class RepetitionsForgotten(IdempotencyKeys keys, IClock clock, ILogger<RepetitionsForgotten> log) : BackgroundService
{
    private static readonly Duration Remembered = Duration.FromDays(2);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var hourly = new PeriodicTimer(TimeSpan.FromHours(1));
        try
        {
            do
                try
                {
                    await keys.ForgetAsync(clock.GetCurrentInstant() - Remembered, stoppingToken);
                }
                catch (Exception away) when (away is not OperationCanceledException)
                {
                    log.LogWarning("Old keys of requests are forgotten an hour later: {Kind}", away.GetType().Name);
                }
            while (await hourly.WaitForNextTickAsync(stoppingToken));
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            return;
        }
    }
}
