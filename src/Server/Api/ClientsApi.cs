using Plateau.Core.Clients;
using Plateau.Core.Interactions;
using Plateau.Server.Api.Door;
using Plateau.Server.Setup.Changes;
using Plateau.Storage.Centre;

namespace Plateau.Server.Api;

/// <summary>For whom the centre calls, and the numbers that each lets us show.</summary>
internal static class ClientsApi
{
    public static void Map(RouteGroupBuilder api)
    {
        var clients = api.MapGroup("/clients").WithTags("Clients");
        clients.MapGet("/", ListAsync).Says("ListClients", Scope.CentreRead, "Clients, page by page").Produces<Page<Client>>();
        clients.MapGet("/{client}", GetAsync).Says("GetClient", Scope.CentreRead, "One client with its caller IDs").Produces<Client>();
        clients.MapPut("/{client}", SetAsync).Says("SetClient", Scope.CentreWrite, "Enter or change a client", "The floor hears of it at once: a number without a running mandate is not shown any more.")
            .Produces<Client>().Produces<Client>(201)
            .Like("""{"name":"Mutuelle Aurore","callerIds":[{"number":"+33162000001","mandate":"M-2026-17","from":"2026-01-01","until":"2027-12-31"}]}""");
    }

    private static async Task<IResult> ListAsync(Caller caller, CentreBook book, CancellationToken cancel, string? after = null, int count = Asked.Count)
    {
        if (caller.Client is not { } own) return await Asked.PageAsync(book.ClientsAsync(count, after, cancel));
        return Results.Ok(new Page<Client>(await book.ClientAsync(own, cancel) is { } one ? [one] : [], null));
    }

    private static async Task<IResult> GetAsync(string client, Caller caller, Reach reach, CancellationToken cancel) =>
        await reach.ClientAsync(caller, new ClientId(client), cancel) is { } found ? Results.Ok(found) : Problem.Unknown("client", client);

    private static async Task<IResult> SetAsync(string client, ClientWish wish, Caller caller, ClientChanges clients, CancellationToken cancel) =>
        Problem.Answer(await clients.SetAsync(client, wish, caller.Sees, cancel), $"/api/v1/clients/{client}");
}
