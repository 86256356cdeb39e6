using Plateau.Core.Interactions;
using Plateau.Server.Api.Door;
using Plateau.Server.Setup.Changes;
using Plateau.Telephony.Trunks;

namespace Plateau.Server.Api;

/// <summary>Somebody took back their consent to a client's calls: in force at once, also for a call that rings.</summary>
internal static class WithdrawalsApi
{
    /// <summary>A withdrawal as it came in.</summary>
    /// <param name="Number">E.164 with its plus sign.</param>
    /// <param name="Client">Whose calls; left out, the key's own client, or every client when the key is the centre's.</param>
    /// <param name="Source">Where what they said is kept.</param>
    internal sealed record WithdrawalWish(string Number, string Source, ClientId? Client = null);

    public static void Map(RouteGroupBuilder api) =>
        api.MapPost("/withdrawals", RecordAsync).WithTags("Oppositions").Says("WithdrawConsent", Scope.ListsWrite, "Record that somebody takes back their consent",
                "Every consent given until now ends, and a call that rings on one is withdrawn. A contract that runs and a later consent carry calls all the same; who wants no call at all objects.")
            .Produces<WithdrawalTaken>(201).Like("""{"number":"+33639980001","source":"mail 2026-119","client":"aurore"}""");

    private static async Task<IResult> RecordAsync(WithdrawalWish wish, Caller caller, Reach reach, WithdrawalChanges withdrawals, CancellationToken cancel)
    {
        var client = wish.Client ?? caller.Client;
        if (client is { } named && await reach.ClientAsync(caller, named, cancel) is null) return Problem.Unknown("client", named);
        var flaws = Asked.FlawsOfText("source", wish.Source).ToList();
        if (!DialableNumber.IsE164(wish.Number)) flaws.Add(new("number", "number", "write the number in E.164, such as +33639980001"));
        if (flaws.Count > 0) return Problem.Unfit(flaws);
        return Results.Json(await withdrawals.RecordAsync(client, wish.Number, wish.Source, cancel), statusCode: StatusCodes.Status201Created);
    }
}
