using Plateau.Core.Interactions;
using Plateau.Server.Api.Door;
using Plateau.Storage.Centre;

namespace Plateau.Server.Setup.Changes;

/// <summary>A list as it is made.</summary>
internal sealed record ListWish(ClientId Client, string Name);

/// <summary>A list is made or named anew in one way; it never changes its client.</summary>
internal sealed class ListChanges(CentreBook book, ProspectBook prospects, CentreChanges changes)
{
    public async Task<Changed<ListCard>> SetAsync(string list, ListWish wish, Func<ClientId, bool> sees, CancellationToken cancel)
    {
        if (!sees(wish.Client)) return Changed<ListCard>.Unknown("client", wish.Client);
        if (Asked.FlawsOfId("list", list).Concat(Asked.FlawsOfText("name", wish.Name)).ToList() is { Count: > 0 } flaws) return Changed<ListCard>.Unfit(flaws);
        return await changes.AloneAsync(async at =>
        {
            var id = new ListId(list);
            var before = await prospects.ListAsync(id, cancel);
            if (before is not null && !sees(before.Client)) return Changed<ListCard>.Unknown("list", list);
            if (before is not null && before.Client != wish.Client) return Changed<ListCard>.Conflict(new Flaw($"list {list}", "client-differs", $"it belongs to client {before.Client}: choose another id"));
            if (await book.ClientAsync(wish.Client, cancel) is null) return Changed<ListCard>.Unfit(new Flaw("client", "client-unknown", $"enter client {wish.Client} first"));
            await book.SetListAsync(id, wish.Client, wish.Name, at, cancel);
            return Changed<ListCard>.To((await prospects.ListAsync(id, cancel))!, before is null);
        }, cancel);
    }
}
