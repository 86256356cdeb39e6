using Microsoft.AspNetCore.Mvc;
using Plateau.Core.Interactions;
using Plateau.Server.Setup.Changes;

namespace Plateau.Server.Api.Door;

/// <summary>An error as RFC 9457 writes it, with the place that is wrong and what to do about it.</summary>
internal static class Problem
{
    public const string MediaType = "application/problem+json";

    /// <param name="reason">A stable word for programs.</param>
    /// <param name="title">One plain sentence for people.</param>
    public static IResult Of(int status, string reason, string title, string? place = null, string? remedy = null) =>
        Results.Problem(Details(status, reason, title, place, remedy));

    /// <summary>A change as a program is told of it.</summary>
    /// <param name="address">Where the changed thing can be read.</param>
    public static IResult Answer<T>(Changed<T> changed, string address) where T : class => changed.Why switch
    {
        Declined.Unknown => Unknown(changed.Flaws[0].Place, changed.Flaws[0].Remedy),
        Declined.Unfit => Unfit(changed.Flaws),
        Declined.Conflict => Conflict(changed.Flaws),
        _ => changed.IsNew ? Results.Created(address, changed.Kept) : Results.Ok(changed.Kept),
    };

    /// <summary>There is no such thing, or none that this key may see: the two answers are the same on purpose.</summary>
    public static IResult Unknown(string kind, object id) =>
        Of(StatusCodes.Status404NotFound, $"{kind}-unknown", $"There is no {kind} {id} that this key may see.", $"{kind} {id}", $"List the {kind}s, or use a key that may see it.");

    /// <summary>The request is understood and can't be accepted as it stands; each flaw is named.</summary>
    public static IResult Unfit(params IReadOnlyList<Flaw> flaws) => Listed(StatusCodes.Status422UnprocessableEntity, flaws);

    /// <summary>The floor, as it stands now, does not take it; nothing was changed.</summary>
    public static IResult Conflict(params IReadOnlyList<Flaw> flaws) => Listed(StatusCodes.Status409Conflict, flaws);

    public static ProblemDetails Details(int status, string reason, string title, string? place = null, string? remedy = null)
    {
        var details = new ProblemDetails { Status = status, Type = $"urn:plateau:problem:{reason}", Title = title };
        details.Extensions["reason"] = reason;
        if (place is not null) details.Extensions["place"] = place;
        if (remedy is not null) details.Extensions["remedy"] = remedy;
        return details;
    }

    /// <summary>Writes a problem where no operation is there to return it.</summary>
    public static Task WriteAsync(HttpContext context, ProblemDetails details, int? retryAfterSeconds = null)
    {
        if (retryAfterSeconds is { } seconds) context.Response.Headers.RetryAfter = seconds.ToString(System.Globalization.CultureInfo.InvariantCulture);
        return Results.Problem(details).ExecuteAsync(context);
    }

    private static IResult Listed(int status, IReadOnlyList<Flaw> flaws)
    {
        var first = flaws[0];
        var details = Details(status, first.Reason, flaws.Count == 1 ? $"{first.Place}: {first.Remedy}." : $"{flaws.Count} things are to be mended.", first.Place, first.Remedy);
        if (flaws.Count > 1) details.Extensions["flaws"] = flaws;
        return Results.Problem(details);
    }
}
