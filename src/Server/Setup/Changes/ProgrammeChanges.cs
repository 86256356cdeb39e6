using Plateau.Core.Clients;
using Plateau.Core.Interactions;
using Plateau.Server.Api.Door;
using Plateau.Storage.Centre;

namespace Plateau.Server.Setup.Changes;

/// <summary>A programme as it is entered.</summary>
internal sealed record ProgrammeWish(ClientId Client, string Name, Tariff? Tariff = null, ProgrammeId? Id = null);

/// <summary>A client's service is entered or priced anew in one way.</summary>
internal sealed class ProgrammeChanges(CentreBook book, CentreChanges changes)
{
    public async Task<Changed<Programme>> SetAsync(string programme, ProgrammeWish wish, Func<ClientId, bool> sees, CancellationToken cancel)
    {
        if (!sees(wish.Client)) return Changed<Programme>.Unknown("client", wish.Client);
        if (Flaws(programme, wish).ToList() is { Count: > 0 } flaws) return Changed<Programme>.Unfit(flaws);
        return await changes.AloneAsync(async _ =>
        {
            var id = new ProgrammeId(programme);
            var before = await book.ProgrammeAsync(id, cancel);
            if (before is not null && !sees(before.Client)) return Changed<Programme>.Unknown("programme", programme);
            if (before is not null && before.Client != wish.Client) return Changed<Programme>.Conflict(new Flaw($"programme {programme}", "client-differs", $"it belongs to client {before.Client}: choose another id"));
            if (await book.ClientAsync(wish.Client, cancel) is null) return Changed<Programme>.Unfit(new Flaw("client", "client-unknown", $"enter client {wish.Client} first"));
            var set = new Programme(id, wish.Client, wish.Name, wish.Tariff);
            await book.SetAsync(set, cancel);
            return Changed<Programme>.To(set, before is null);
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
