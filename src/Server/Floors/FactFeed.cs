using System.Collections.Concurrent;
using System.Threading.Channels;
using Plateau.Core.Interactions;

namespace Plateau.Server.Floors;

/// <summary>Facts as they are written, for whoever in this process looks on: practice agents, meters, pages.</summary>
/// <remarks>An onlooker who can't keep up loses its oldest facts and is told so; the journal has them all.</remarks>
internal sealed class FactFeed
{
    private const int MostWaiting = 50_000;
    private readonly ConcurrentDictionary<Channel<Fact>, byte> onlookers = new();

    public void Publish(IReadOnlyList<Fact> facts)
    {
        foreach (var (channel, _) in onlookers)
            foreach (var fact in facts) channel.Writer.TryWrite(fact);
    }

    /// <summary>Reads facts from now on, until cancelled.</summary>
    public async IAsyncEnumerable<Fact> ReadAsync([System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellation)
    {
        var channel = Channel.CreateBounded<Fact>(new BoundedChannelOptions(MostWaiting) { FullMode = BoundedChannelFullMode.DropOldest, SingleReader = true });
        onlookers[channel] = 0;
        try
        {
            await foreach (var fact in channel.Reader.ReadAllAsync(cancellation)) yield return fact;
        }
        finally
        {
            onlookers.TryRemove(channel, out _);
        }
    }
}
