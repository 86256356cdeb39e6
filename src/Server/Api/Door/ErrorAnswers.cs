using System.Data.Common;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Mvc;
using Plateau.Server.Floors;

namespace Plateau.Server.Api.Door;

/// <summary>Whatever goes wrong becomes a problem with a place and a remedy; nothing of our inside is shown.</summary>
internal sealed partial class ErrorAnswers(RequestDelegate next, ILogger<ErrorAnswers> log)
{
    private const int TryAgainAfter = 2;

    public async Task InvokeAsync(HttpContext context)
    {
        try
        {
            await next(context);
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            context.Response.StatusCode = StatusCodes.Status499ClientClosedRequest;
        }
        catch (Exception wrong) when (!context.Response.HasStarted)
        {
            var (details, retry) = Answer(wrong, context);
            await Problem.WriteAsync(context, details, retry);
        }
    }

    private (ProblemDetails Details, int? RetryAfter) Answer(Exception wrong, HttpContext context)
    {
        switch (wrong)
        {
            case BadHttpRequestException { StatusCode: 413 }:
                return (Problem.Details(413, "body-too-large", "The body is larger than this operation takes.", "body", "Send less at once; files go to an import."), null);
            case BadHttpRequestException { InnerException: JsonException json }:
                return (OfJson(json), null);
            case BadHttpRequestException bad:
                return (OfRequest(bad), null);
            case var _ when IsAway(wrong):
                log.LogWarning("{Route} could not be carried out: {Kind}", RequestLines.RouteOf(context), wrong.GetType().Name);
                return (Problem.Details(503, "journal-away", "The database does not answer; nothing was changed.", "database", "Send the same request again in some seconds; /ready says what is missing."), TryAgainAfter);
            default:
                log.LogError(wrong, "{Route} failed by a mistake of ours", RequestLines.RouteOf(context));
                return (Problem.Details(500, "our-mistake", "This failed by a mistake of ours; the log has it.", context.TraceIdentifier, "Report it with this place and the time."), null);
        }
    }

    /// <summary>The database's own words may stand inside others', as EF wraps what it thinks will pass.</summary>
    private static bool IsAway(Exception wrong) =>
        wrong is JournalIsAwayException or DbException or TimeoutException || (wrong.InnerException is { } inner && IsAway(inner));

    private static ProblemDetails OfRequest(BadHttpRequestException bad)
    {
        var parameter = Parameter().Match(bad.Message) is { Success: true } match ? match.Groups[1].Value : null;
        return parameter == "body" || bad.Message.Contains("body", StringComparison.OrdinalIgnoreCase)
            ? Problem.Details(bad.StatusCode, "body-missing", "The request has no body, or one that ends early.", "body", "Send the JSON that /openapi/v1.json describes.")
            : Problem.Details(bad.StatusCode, "parameter", "A parameter can't be read.", parameter is null ? "query" : $"parameter {parameter}", "Write it as /openapi/v1.json describes it.");
    }

    /// <summary>Says where in the JSON it is, in words that name none of our types.</summary>
    private static ProblemDetails OfJson(JsonException json)
    {
        var place = json.Path is { Length: > 0 } path ? path : "$";
        if (Unmapped().Match(json.Message) is { Success: true } unmapped)
            return Problem.Details(400, "member-unknown", $"There is no member {unmapped.Groups[1].Value} here.", place, "Leave it out, or correct its name.");
        if (Missing().Match(json.Message) is { Success: true } missing)
            return Problem.Details(400, "member-missing", $"Missing: {missing.Groups[1].Value}.", place, "Give every required member.");
        return json.InnerException is JsonException || json.Message.Contains("is an invalid", StringComparison.Ordinal) || json.Message.Contains("Expected", StringComparison.Ordinal)
            ? Problem.Details(400, "json-broken", $"This is no JSON, from line {(json.LineNumber ?? 0) + 1}, byte {json.BytePositionInLine ?? 0}.", place, "Send well-formed JSON in UTF-8.")
            : Problem.Details(400, "value-unfit", "The value here has not the form that is asked for.", place, "Write it as /openapi/v1.json describes it: instants as 2026-11-23T10:00:00Z, days as 2026-11-23, durations as 0:00:30.");
    }

    [GeneratedRegex("property '([^']+)' could not be mapped")]
    private static partial Regex Unmapped();

    [GeneratedRegex("missing required properties including: (.+?)\\.( Path|$)")]
    private static partial Regex Missing();

    [GeneratedRegex("parameter \"[^\"]*?(\\w+)\"")]
    private static partial Regex Parameter();
}
