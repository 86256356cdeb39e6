using Plateau.Core.Interactions;
using Plateau.Server.People;
using Plateau.Server.People.Door;
using Plateau.Storage.People;

namespace Plateau.Server.Desks.Softphone;

/// <summary>Says whose telephone a browser may have: that of the person who is signed in there, as long as they are.</summary>
internal interface IPhoneOwner
{
    /// <returns>Null for whoever has no telephone; nothing more is said to them.</returns>
    ValueTask<AgentId?> OwnerAsync(HttpContext context, CancellationToken cancel);
}

/// <summary>An agent by their own id; a supervisor or a listener of quality by their account's, so that they too can be rung.</summary>
/// <remarks>The book is asked each time: whoever went out or was disabled a moment ago has no telephone any more, though their page is still open.</remarks>
internal sealed class SessionPhoneOwner(UserBook users, Audited audited, Sessions sessions) : IPhoneOwner
{
    public async ValueTask<AgentId?> OwnerAsync(HttpContext context, CancellationToken cancel)
    {
        if (Person.Of(context.User) is not { } claimed || sessions.HasLeft(Person.EntryOf(context.User))) return null;
        if (await users.FindAsync(claimed.Id, cancel) is not { User.Disabled: false } known || known.Stamp != claimed.Stamp) return null;
        var person = Person.Of(known);
        if (person.HasDesk || person.May(Operation.FloorListen)) return person.Telephone;
        await audited.RefusedAsync(person.Who, Operation.DeskUse, "telephone");
        return null;
    }
}
