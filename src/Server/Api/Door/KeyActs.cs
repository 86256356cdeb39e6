using System.Data.Common;
using Plateau.Server.Floors;
using Plateau.Server.People;

namespace Plateau.Server.Api.Door;

/// <summary>Writes down what was changed with a key, and what a key was refused, before the program at the other end hears of it.</summary>
/// <remarks>What an agent does at a desk is in the journal already, hundreds of times a minute; of that only refusals are written here.</remarks>
internal sealed class KeyActs(RequestDelegate next, Audited audited, ILogger<KeyActs> log)
{
    private const int LongestId = 100;

    public Task InvokeAsync(HttpContext context)
    {
        context.Response.OnStarting(() => WriteAsync(context));
        return next(context);
    }

    private async Task WriteAsync(HttpContext context)
    {
        if (Caller.Of(context) is not { } caller || context.GetEndpoint() is not RouteEndpoint endpoint || endpoint.Metadata.GetMetadata<Needs>() is not { } needs) return;
        if (OutcomeOf(context, caller, needs) is not { } outcome) return;
        var (who, act, subject) = ($"key:{caller.Key.Id}", endpoint.Metadata.GetMetadata<IEndpointNameMetadata>()?.EndpointName ?? "", SubjectOf(context, endpoint));
        var detail = new { status = context.Response.StatusCode, made = context.Response.Headers.Location.FirstOrDefault() };
        try
        {
            await (outcome switch
            {
                Audited.Done => audited.DoneAsync(who, act, subject, caller.Client, detail),
                Audited.Refused => audited.RefusedAsync(who, act, subject, caller.Client, detail),
                _ => audited.FailedAsync(who, act, subject, caller.Client, detail),
            });
        }
        catch (Exception away) when (away is DbException or TimeoutException or JournalIsAwayException)
        {
            // The answer goes out all the same: a database that is away has kept nothing else of this either.
            log.LogError("{Act} of key {Key} ({Outcome}) is not in the audit log: the database does not answer", act, caller.Key.Id, outcome);
        }
    }

    /// <summary>Null for what is not written: reading, a repetition, an act at a desk.</summary>
    private static string? OutcomeOf(HttpContext context, Caller caller, Needs needs)
    {
        var status = context.Response.StatusCode;
        if (status == StatusCodes.Status403Forbidden) return Audited.Refused;
        // Another client's row does not exist for this key; whether it exists at all is not said, and it is a refusal.
        if (status == StatusCodes.Status404NotFound && caller.Client is not null) return Audited.Refused;
        if (HttpMethods.IsGet(context.Request.Method) || HttpMethods.IsHead(context.Request.Method)) return null;
        if (needs.Scope == Scope.FloorAct || context.Response.Headers.ContainsKey("Idempotency-Replayed")) return null;
        return status < StatusCodes.Status400BadRequest ? Audited.Done : Audited.Failed;
    }

    /// <summary>What the address names last, as kind:id.</summary>
    private static string SubjectOf(HttpContext context, RouteEndpoint endpoint) =>
        endpoint.RoutePattern.Parameters is [.., var named] && context.Request.RouteValues[named.Name] is string id
            ? $"{named.Name}:{(id.Length <= LongestId ? id : id[..LongestId])}" : "";
}
