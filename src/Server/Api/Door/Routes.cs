using System.Text.Json.Nodes;

namespace Plateau.Server.Api.Door;

/// <summary>An operation says four things of itself: its name, its sentence, its scope and what it answers.</summary>
internal static class Routes
{
    public static RouteHandlerBuilder Says(this RouteHandlerBuilder route, string name, string scope, string summary, string? description = null)
    {
        route.WithName(name).WithSummary(summary).WithMetadata(new Needs(scope));
        return description is null ? route : route.WithDescription(description);
    }

    /// <summary>A body that works, shown in the documentation and sent by the contracts.</summary>
    public static RouteHandlerBuilder Like(this RouteHandlerBuilder route, string json) => route.WithMetadata(new BodyExample(JsonNode.Parse(json)!));
}

/// <summary>A body as one would really send it.</summary>
internal sealed record BodyExample(JsonNode Body);
