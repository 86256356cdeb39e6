using NodaTime;
using Plateau.Core.Interactions;
using Plateau.Server.Floors;

namespace Plateau.Server.Setup.Changes;

/// <summary>A change of the centre is written in its book and told to the floor at once, one change at a time, so that the floor hears them in the order of the book.</summary>
internal sealed class CentreChanges(FloorLine line, IClock clock) : IDisposable
{
    private readonly SemaphoreSlim pen = new(1, 1);

    /// <summary>Looks and writes with nobody between: who checks that an id is free is the one who takes it.</summary>
    public async Task<T> AloneAsync<T>(Func<Instant, Task<T>> change, CancellationToken cancel)
    {
        await pen.WaitAsync(cancel);
        try
        {
            return await change(clock.GetCurrentInstant());
        }
        finally
        {
            pen.Release();
        }
    }

    /// <summary>Tells the floor what the book now says. A floor without its journal hears it as soon as the journal is back.</summary>
    public async Task TellAsync(Signal signal)
    {
        try
        {
            await line.AskAsync(signal);
        }
        catch (JournalIsAwayException)
        {
            line.Tell(signal);
        }
    }

    public void Dispose() => pen.Dispose();
}
