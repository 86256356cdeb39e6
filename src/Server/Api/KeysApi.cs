using NodaTime;
using Plateau.Core.Interactions;
using Plateau.Server.Api.Door;
using Plateau.Storage.Centre;

namespace Plateau.Server.Api;

/// <summary>Keys make keys, none of which may do more, or see further, than the one that made it.</summary>
internal static class KeysApi
{
    /// <summary>A key as it is asked for.</summary>
    /// <param name="Client">The one client whose rows it may see; left out, the maker's own reach.</param>
    internal sealed record KeyWish(string Name, IReadOnlyList<string> Scopes, ClientId? Client = null);

    /// <summary>A new key with its secret, which is shown this once.</summary>
    internal sealed record KeyMade(ApiKey Key, string Secret);

    public static void Map(RouteGroupBuilder api)
    {
        var keys = api.MapGroup("/keys").WithTags("Keys");
        keys.MapGet("/", ListAsync).Says("ListKeys", Scope.KeysWrite, "Keys, revoked ones too, without their secrets").Produces<Page<ApiKey>>();
        keys.MapPost("/", MakeAsync).Says("MakeKey", Scope.KeysWrite, "Make a key", $"Scopes: {string.Join("; ", Scope.Meanings.Select(pair => $"{pair.Key}: {pair.Value}"))}.")
            .Produces<KeyMade>(201).WithMetadata(new AnswersWithSecret()).Like("""{"name":"reporting","scopes":["reports:read"],"client":"aurore"}""");
        keys.MapDelete("/{key}", RevokeAsync).Says("RevokeKey", Scope.KeysWrite, "Revoke a key; its next request is refused").Produces(204);
    }

    /// <summary>Shared with the command line: what is wrong with a key that is asked for.</summary>
    public static IEnumerable<Flaw> Flaws(string name, IReadOnlyList<string> scopes)
    {
        foreach (var flaw in Asked.FlawsOfText("name", name)) yield return flaw;
        if (scopes.Count == 0) yield return new("scopes", "scope-missing", $"give one at least of {string.Join(", ", Scope.Meanings.Keys)}");
        foreach (var scope in scopes.Where(scope => !Scope.Meanings.ContainsKey(scope)))
            yield return new("scopes", "scope-unknown", $"{scope} is none of {string.Join(", ", Scope.Meanings.Keys)}");
    }

    private static async Task<IResult> ListAsync(Caller caller, ApiKeys keys, CancellationToken cancel) =>
        Results.Ok(new Page<ApiKey>([.. (await keys.AllAsync(cancel)).Where(key => Reaches(caller, key))], null));

    private static async Task<IResult> MakeAsync(KeyWish wish, Caller caller, Reach reach, ApiKeys keys, IClock clock, CancellationToken cancel)
    {
        var client = wish.Client ?? caller.Client;
        if (client is { } named && await reach.ClientAsync(caller, named, cancel) is null) return Problem.Unknown("client", named);
        if (Flaws(wish.Name, wish.Scopes).ToList() is { Count: > 0 } flaws) return Problem.Unfit(flaws);
        if (wish.Scopes.FirstOrDefault(scope => !caller.May(scope)) is { } beyond)
            return Problem.Of(403, "scope-beyond", $"Key {caller.Key.Id} can't give what it has not.", $"scope {beyond}", "Leave the scope out, or make the key with one that has it.");
        var (key, secret) = await keys.IssueAsync(wish.Name, wish.Scopes, client, clock.GetCurrentInstant(), cancel);
        return Results.Created($"/api/v1/keys/{key.Id}", new KeyMade(key, secret));
    }

    private static async Task<IResult> RevokeAsync(string key, Caller caller, ApiKeys keys, IClock clock, CancellationToken cancel)
    {
        if ((await keys.AllAsync(cancel)).FirstOrDefault(each => each.Id == key) is not { } found || !Reaches(caller, found)) return Problem.Unknown("key", key);
        await keys.RevokeAsync(found.Id, clock.GetCurrentInstant(), cancel);
        return Results.NoContent();
    }

    private static bool Reaches(Caller caller, ApiKey key) => caller.Client is not { } own || key.Client == own;
}
