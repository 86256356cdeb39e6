using Plateau.Core.Interactions;
using Plateau.Server.Api.Door;
using Plateau.Server.Setup.Changes;
using Plateau.Telephony.Trunks;

namespace Plateau.Server.Api;

/// <summary>Somebody said by letter, by mail or through a register that they do not want to be called: in force at once, also for a call that rings.</summary>
internal static class OppositionsApi
{
    /// <summary>An opposition as it came in.</summary>
    /// <param name="Number">E.164 with its plus sign.</param>
    /// <param name="Client">Whose calls; left out, the key's own client, or every client when the key is the centre's.</param>
    /// <param name="Source">Where the proof is kept.</param>
    internal sealed record OppositionWish(string Number, string Source, ClientId? Client = null);

    public static void Map(RouteGroupBuilder api) =>
        api.MapPost("/oppositions", RecordAsync).WithTags("Oppositions").Says("RecordOpposition", Scope.ListsWrite, "Record that somebody objects to calls",
                "The number is kept as a hash, for longer than the name. People who are not on any list yet are refused when a list brings them.")
            .Produces<OppositionTaken>(201).Like("""{"number":"+33639980001","source":"letter 2026-118","client":"aurore"}""");

    private static async Task<IResult> RecordAsync(OppositionWish wish, Caller caller, Reach reach, OppositionChanges oppositions, CancellationToken cancel)
    {
        var client = wish.Client ?? caller.Client;
        if (client is { } named && await reach.ClientAsync(caller, named, cancel) is null) return Problem.Unknown("client", named);
        var flaws = Asked.FlawsOfText("source", wish.Source).ToList();
        if (!DialableNumber.IsE164(wish.Number)) flaws.Add(new("number", "number", "write the number in E.164, such as +33639980001"));
        if (flaws.Count > 0) return Problem.Unfit(flaws);
        return Results.Json(await oppositions.RecordAsync(client, wish.Number, wish.Source, cancel), statusCode: StatusCodes.Status201Created);
    }
}
