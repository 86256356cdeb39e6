using Plateau.Core.Clients;
using Plateau.Core.Interactions;
using Plateau.Core.Prospecting;
using Plateau.Server.Api.Door;
using Plateau.Storage.Centre;
using Plateau.Telephony.Trunks;

namespace Plateau.Server.Api;

/// <summary>For whom the centre calls, and the numbers that each lets us show.</summary>
internal static class ClientsApi
{
    /// <summary>A client as it is entered.</summary>
    /// <param name="Name">As customers are told at the beginning of a call.</param>
    /// <param name="CallerIds">The numbers that may be shown, each with its mandate.</param>
    internal sealed record ClientWish(string Name, IReadOnlyList<CallerId> CallerIds, ClientId? Id = null);

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

    private static async Task<IResult> SetAsync(string client, ClientWish wish, Caller caller, CentreBook book, CentreChanges changes, CancellationToken cancel)
    {
        var id = new ClientId(client);
        if (!caller.Sees(id)) return Problem.Unknown("client", client);
        if (Flaws(client, wish).ToList() is { Count: > 0 } flaws) return Problem.Unfit(flaws);
        return await changes.AloneAsync(async at =>
        {
            var isNew = await book.ClientAsync(id, cancel) is null;
            var set = new Client(id, wish.Name, wish.CallerIds);
            await book.SetAsync(set, at, cancel);
            await changes.TellAsync(new ClientWasSet(at, set));
            return isNew ? Results.Created($"/api/v1/clients/{client}", set) : Results.Ok(set);
        }, cancel);
    }

    private static IEnumerable<Flaw> Flaws(string client, ClientWish wish)
    {
        foreach (var flaw in Asked.FlawsOfId("client", client).Concat(Asked.FlawsOfText("name", wish.Name))) yield return flaw;
        if (wish.Id is { } said && said.Value != client) yield return new("id", "id-differs", "leave the id out, or give the one in the address");
        for (var i = 0; i < wish.CallerIds.Count; i++)
        {
            var (place, caller) = ($"callerIds[{i}]", wish.CallerIds[i]);
            if (caller is null) { yield return new(place, "caller-id", "give number, mandate and from"); continue; }
            if (!DialableNumber.IsE164(caller.Number)) yield return new($"{place}.number", "number", $"write {caller.Number} in E.164, such as +33162000001");
            foreach (var flaw in Asked.FlawsOfText($"{place}.mandate", caller.Mandate)) yield return flaw;
            if (caller.Until < caller.From) yield return new($"{place}.until", "mandate-ends-first", "the last day comes on or after the first");
        }
        foreach (var twice in wish.CallerIds.Where(each => each is not null).GroupBy(each => each.Number).Where(same => same.Count() > 1))
            yield return new("callerIds", "number-twice", $"{twice.Key} stands {twice.Count()} times: keep one");
    }
}
