using Plateau.Core.Clients;
using Plateau.Core.Interactions;
using Plateau.Server.Api.Door;
using Plateau.Storage.Centre;

namespace Plateau.Server.Api;

/// <summary>A client's services, each with the price at which its work is billed.</summary>
internal static class ProgrammesApi
{
    /// <summary>A programme as it is entered.</summary>
    internal sealed record ProgrammeWish(ClientId Client, string Name, Tariff? Tariff = null, ProgrammeId? Id = null);

    public static void Map(RouteGroupBuilder api)
    {
        var programmes = api.MapGroup("/programmes").WithTags("Programmes");
        programmes.MapGet("/", ListAsync).Says("ListProgrammes", Scope.CentreRead, "Programmes, page by page").Produces<Page<Programme>>();
        programmes.MapGet("/{programme}", GetAsync).Says("GetProgramme", Scope.CentreRead, "One programme").Produces<Programme>();
        programmes.MapPut("/{programme}", SetAsync).Says("SetProgramme", Scope.CentreWrite, "Enter or change a programme", "A programme never changes its client.")
            .Produces<Programme>().Produces<Programme>(201)
            .Like("""{"client":"aurore","name":"Fidélisation","tariff":{"unit":"agent-hour","price":{"amount":24.50,"currency":"EUR"}}}""");
    }

    private static Task<IResult> ListAsync(Caller caller, CentreBook book, CancellationToken cancel, string? after = null, int count = Asked.Count) =>
        Asked.PageAsync(book.ProgrammesAsync(caller.Client, count, after, cancel));

    private static async Task<IResult> GetAsync(string programme, Caller caller, Reach reach, CancellationToken cancel) =>
        await reach.ProgrammeAsync(caller, new ProgrammeId(programme), cancel) is { } found ? Results.Ok(found) : Problem.Unknown("programme", programme);

    private static async Task<IResult> SetAsync(string programme, ProgrammeWish wish, Caller caller, CentreBook book, CentreChanges changes, CancellationToken cancel)
    {
        if (!caller.Sees(wish.Client)) return Problem.Unknown("client", wish.Client);
        if (Flaws(programme, wish).ToList() is { Count: > 0 } flaws) return Problem.Unfit(flaws);
        return await changes.AloneAsync(async _ =>
        {
            var id = new ProgrammeId(programme);
            var before = await book.ProgrammeAsync(id, cancel);
            if (before is not null && !caller.Sees(before.Client)) return Problem.Unknown("programme", programme);
            if (before is not null && before.Client != wish.Client) return Problem.Conflict(new Flaw($"programme {programme}", "client-differs", $"it belongs to client {before.Client}: choose another id"));
            if (await book.ClientAsync(wish.Client, cancel) is null) return Problem.Unfit(new Flaw("client", "client-unknown", $"enter client {wish.Client} first"));
            var set = new Programme(id, wish.Client, wish.Name, wish.Tariff);
            await book.SetAsync(set, cancel);
            return before is null ? Results.Created($"/api/v1/programmes/{programme}", set) : Results.Ok(set);
        }, cancel);
    }

    private static IEnumerable<Flaw> Flaws(string programme, ProgrammeWish wish)
    {
        foreach (var flaw in Asked.FlawsOfId("programme", programme).Concat(Asked.FlawsOfText("name", wish.Name))) yield return flaw;
        if (wish.Id is { } said && said.Value != programme) yield return new("id", "id-differs", "leave the id out, or give the one in the address");
        if (wish.Tariff is not { } tariff) yield break;
        if (tariff.Price.Amount < 0) yield return new("tariff.price.amount", "price-negative", "give a price of zero or more");
        if (tariff.Price.Currency is not { Length: 3 } currency || !currency.All(char.IsAsciiLetterUpper)) yield return new("tariff.price.currency", "currency", "write three capital letters, such as EUR or MAD");
    }
}
