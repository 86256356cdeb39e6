using Plateau.Core.Interactions;
using Plateau.Server.Api.Door;
using Plateau.Server.Setup.Changes;
using Plateau.Storage.Centre;

namespace Plateau.Server.Api;

/// <summary>Clients' lists, how far each is, and the people on them.</summary>
internal static class ListsApi
{
    /// <summary>A prospect with every call made to them on this list.</summary>
    internal sealed record ProspectStory(ProspectCard Prospect, IReadOnlyList<AttemptRecord> Attempts);

    public static void Map(RouteGroupBuilder api)
    {
        var lists = api.MapGroup("/lists").WithTags("Lists");
        lists.MapGet("/", ListAsync).Says("ListLists", Scope.CentreRead, "Lists with their counts by state, page by page").Produces<Page<ListCard>>();
        lists.MapGet("/{list}", GetAsync).Says("GetList", Scope.CentreRead, "One list with its counts by state").Produces<ListCard>();
        lists.MapPut("/{list}", SetAsync).Says("SetList", Scope.ListsWrite, "Make a list, or give it another name", "A list never changes its client.")
            .Produces<ListCard>().Produces<ListCard>(201).Like("""{"client":"aurore","name":"Printemps 2026"}""");
        lists.MapGet("/{list}/prospects", ProspectsAsync).Says("ListProspects", Scope.ProspectsRead, "A list's prospects in the order of the file, page by page").Produces<Page<ProspectCard>>();
        api.MapGet("/prospects/{prospect}", ProspectAsync).WithTags("Prospects").Says("GetProspect", Scope.ProspectsRead, "One prospect with every attempt").Produces<ProspectStory>();
    }

    private static Task<IResult> ListAsync(Caller caller, ProspectBook prospects, CancellationToken cancel, string? after = null, int count = Asked.Count) =>
        Asked.PageAsync(prospects.ListsAsync(caller.Client, count, after, cancel));

    private static async Task<IResult> GetAsync(string list, Caller caller, Reach reach, CancellationToken cancel) =>
        await reach.ListAsync(caller, new ListId(list), cancel) is { } found ? Results.Ok(found) : Problem.Unknown("list", list);

    private static async Task<IResult> SetAsync(string list, ListWish wish, Caller caller, ListChanges lists, CancellationToken cancel) =>
        Problem.Answer(await lists.SetAsync(list, wish, caller.Sees, cancel), $"/api/v1/lists/{list}");

    private static async Task<IResult> ProspectsAsync(string list, Caller caller, Reach reach, ProspectBook prospects, CancellationToken cancel, string? after = null, int count = Asked.Count) =>
        await reach.ListAsync(caller, new ListId(list), cancel) is { } found ? await Asked.PageAsync(prospects.OfListAsync(found.Id, count, after, cancel)) : Problem.Unknown("list", list);

    private static async Task<IResult> ProspectAsync(string prospect, Caller caller, Reach reach, AttemptLog attempts, CancellationToken cancel) =>
        long.TryParse(prospect, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var number) && await reach.ProspectAsync(caller, new ProspectId(number), cancel) is { } found
            ? Results.Ok(new ProspectStory(found, await attempts.OfProspectAsync(found.Id, cancel)))
            : Problem.Unknown("prospect", prospect);
}
