using Microsoft.AspNetCore.Components.Endpoints;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.StaticAssets;
using Plateau.Server.Api.Door;
using Plateau.Server.Verbs;
using Plateau.Storage;

namespace Plateau.Contracts.Web;

/// <summary>Every address that the program answers at, read from the program itself: put together as it is served, and not started.</summary>
internal static class MappedDoors
{
    /// <summary>What is neither a page, nor an operation of the API, nor a file of ours that everybody may have: each is a door with rules of its own.</summary>
    public static async Task<IReadOnlySet<string>> OwnRulesAsync() => (await EveryAsync()).Where(HasOwnRules).Select(NameOf).ToHashSet(StringComparer.Ordinal);

    /// <summary>What a key can change in the centre, each by the name under which the audit log keeps it.</summary>
    public static async Task<IReadOnlyList<string>> ChangesOfKeysAsync() =>
    [
        .. from endpoint in await EveryAsync()
           where endpoint.Metadata.GetMetadata<Needs>() is { Scope: not Scope.FloorAct } && endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()!.HttpMethods is not ["GET"]
           select endpoint.Metadata.GetMetadata<IEndpointNameMetadata>()!.EndpointName,
    ];

    private static async Task<IReadOnlyList<RouteEndpoint>> EveryAsync()
    {
        var place = Directory.CreateTempSubdirectory("plateau-doors-");
        try
        {
            var folder = DataFolder.Open(place);
            await using var store = await Store.OpenAsync(StoreAddress.AtFile(Path.Combine(folder.Path, "plateau.db")));
            await using var app = ServeVerb.Build(store, folder, new Server.Settings(), 0, null);
            return [.. ((IEndpointRouteBuilder)app).DataSources.SelectMany(source => source.Endpoints).OfType<RouteEndpoint>()];
        }
        finally
        {
            place.Delete(recursive: true);
        }
    }

    private static bool HasOwnRules(RouteEndpoint endpoint) =>
        endpoint.Metadata.GetMetadata<Needs>() is null && endpoint.Metadata.GetMetadata<ComponentTypeMetadata>() is null && endpoint.Metadata.GetMetadata<StaticAssetDescriptor>() is null;

    private static string NameOf(RouteEndpoint endpoint) =>
        $"{string.Join(' ', endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? ["ANY"])} /{endpoint.RoutePattern.RawText?.TrimStart('/')}";
}
