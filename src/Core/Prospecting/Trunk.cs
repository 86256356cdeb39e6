using NodaTime;
using Plateau.Core.Interactions;

namespace Plateau.Core.Prospecting;

/// <summary>What a carrier lets us do: how many calls at once, how many new ones in a second, and which numbers we may show.</summary>
/// <param name="CallerIds">In E.164; empty when the carrier leaves it to us.</param>
public sealed record TrunkLimits(TrunkId Id, int MostCalls, int CallsPerSecond, IReadOnlyList<string>? CallerIds = null)
{
    /// <summary>The practice line: whoever is called over it is invented.</summary>
    public bool ReachesNobody { get; init; }

    /// <summary>Whether the carrier passes this number on: one that it does not know as ours would be replaced or refused.</summary>
    public bool Shows(string number) => CallerIds is null or { Count: 0 } || CallerIds.Contains(number);

    /// <summary>Whether the other says the same, number by number.</summary>
    public bool SaysAs(TrunkLimits other) => this with { CallerIds = null } == other with { CallerIds = null } && (CallerIds ?? []).SequenceEqual(other.CallerIds ?? []);
}

/// <summary>A line to a carrier as the floor counts it: it never asks for more than the carrier allows.</summary>
/// <remarks>
/// New calls are counted over the second that ends now, wherever the carrier's own second may begin. An allowance earned
/// evenly would let nearly two seconds' worth of calls into one second after a pause.
/// </remarks>
public sealed class Trunk(TrunkLimits limits)
{
    private static readonly Duration Second = Duration.FromSeconds(1);

    /// <summary>When the calls of the last second were placed; never more than the carrier allows in one.</summary>
    private readonly Queue<Instant> placed = new();

    public TrunkLimits Limits { get; private set; } = limits;

    /// <summary>Calls placed over this trunk that have not ended.</summary>
    public int Calls { get; internal set; }

    public void Change(TrunkLimits changed) => Limits = changed;

    /// <summary>Goes on with the other's count of this second.</summary>
    public void Recall(Trunk other)
    {
        placed.Clear();
        foreach (var at in other.placed) placed.Enqueue(at);
    }

    /// <summary>Takes leave for one more call, if the carrier's limits have room for it now.</summary>
    public bool TryTake(Instant at)
    {
        if (!HasRoom(at)) return false;
        placed.Enqueue(at);
        return true;
    }

    /// <summary>Whether one more call would keep the carrier's limits.</summary>
    public bool HasRoom(Instant at)
    {
        if (Calls >= Limits.MostCalls) return false;
        while (placed.TryPeek(out var oldest) && oldest + Second <= at) placed.Dequeue();
        return placed.Count < Limits.CallsPerSecond;
    }
}
