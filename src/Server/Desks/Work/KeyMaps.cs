using NodaTime;
using Plateau.Storage.Centre;
using Plateau.Storage.People;

namespace Plateau.Server.Desks.Work;

/// <summary>The keys that people chose for their own desk, kept with their account: they are the same at every computer.</summary>
public sealed class KeyMaps(DocumentBook book, IClock clock)
{
    /// <summary>The kind of document.</summary>
    public const string Kind = "desk-keys";

    public async Task<KeyMap> OfAsync(UserId user, CancellationToken cancel = default) =>
        (await book.FindAsync<KeyMap>(Kind, user.ToString(), cancel))?.Content ?? KeyMap.OfTheHouse;

    public async Task KeepAsync(UserId user, KeyMap keys, CancellationToken cancel = default)
    {
        for (var kept = false; !kept;)
        {
            var before = await book.FindAsync<KeyMap>(Kind, user.ToString(), cancel);
            kept = await book.SetAsync(Kind, user.ToString(), keys, clock.GetCurrentInstant(), before?.Version, user: user, cancellation: cancel);
        }
    }
}
