using Plateau.Core.Clients;
using Plateau.Core.Interactions;
using Plateau.Server.Api.Door;
using Plateau.Server.Setup.Changes;
using Plateau.Storage.Centre;

namespace Plateau.Server.Api;

/// <summary>A client's services, each with the price at which its work is billed.</summary>
internal static class ProgrammesApi
{
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

    private static async Task<IResult> SetAsync(string programme, ProgrammeWish wish, Caller caller, ProgrammeChanges programmes, CancellationToken cancel) =>
        Problem.Answer(await programmes.SetAsync(programme, wish, caller.Sees, cancel), $"/api/v1/programmes/{programme}");
}
