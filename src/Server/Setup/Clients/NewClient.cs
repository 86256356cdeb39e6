using Plateau.Core.Clients;
using Plateau.Core.Interactions;
using Plateau.Server.People;
using Plateau.Server.Setup.Changes;
using Plateau.Storage.Centre;

namespace Plateau.Server.Setup.Clients;

/// <summary>A client begins with one programme, so that a campaign can be made at once.</summary>
internal sealed class NewClient(CentreBook book, ClientChanges clients, ProgrammeChanges programmes, Asker asker)
{
    public async Task<Changed<Client>> MakeAsync(ClientWish wish, CancellationToken cancel)
    {
        var id = await FreshId.OfAsync(wish.Name, async each => await book.ClientAsync(new(each), cancel) is not null);
        var made = await asker.ActAsync(Operation.ClientsChange, $"client:{id}", new ClientId(id), sees => clients.SetAsync(id, wish, sees, cancel));
        if (made.Kept is null) return made;
        var programme = await FreshId.OfAsync($"{id}-prospection", async each => await book.ProgrammeAsync(new(each), cancel) is not null);
        await asker.ActAsync(Operation.ClientsChange, $"programme:{programme}", new ClientId(id), sees => programmes.SetAsync(programme, new ProgrammeWish(new(id), ClientWords.FirstProgramme), sees, cancel));
        return made;
    }
}
