using System.Collections.Concurrent;
using System.Threading.Channels;
using Plateau.Core.Interactions;
using Plateau.Storage.Journals;

namespace Plateau.Server.Floors;

/// <summary>Facts as they are written, for whoever in this process looks on: practice agents, meters, pages.</summary>
/// <remarks>An onlooker who can't keep up loses its oldest facts and is told so; the journal has them all.</remarks>
internal sealed class FactFeed
{
    private const int MostWaiting = 50_000;
    private readonly ConcurrentDictionary<Channel<Recorded>, byte> onlookers = new();

    /// <param name="last">The place of the last of them in the floor's stream.</param>
    public void Publish(long last, IReadOnlyList<Fact> facts)
    {
        if (onlookers.IsEmpty) return;
        for (var i = 0; i < facts.Count; i++)
        {
            var placed = new Recorded(last - facts.Count + 1 + i, facts[i]);
            foreach (var (channel, _) in onlookers) channel.Writer.TryWrite(placed);
        }
    }

    /// <summary>Reads facts from now on, until cancelled.</summary>
    public async IAsyncEnumerable<Fact> ReadAsync([System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellation)
    {
        await foreach (var placed in ReadPlacedAsync(cancellation)) yield return placed.Fact;
    }

    /// <summary>Reads facts with their place in the floor's stream from now on, until cancelled.</summary>
    public async IAsyncEnumerable<Recorded> ReadPlacedAsync([System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellation)
    {
        var channel = Channel.CreateBounded<Recorded>(new BoundedChannelOptions(MostWaiting) { FullMode = BoundedChannelFullMode.DropOldest, SingleReader = true });
        onlookers[channel] = 0;
        try
        {
            await foreach (var placed in channel.Reader.ReadAllAsync(cancellation)) yield return placed;
        }
        finally
        {
            onlookers.TryRemove(channel, out _);
        }
    }
}
