using NodaTime;
using Plateau.Core.Interactions;

namespace Plateau.Core.Prospecting;

/// <summary>What a carrier lets us do: how many calls at once, and how many new ones in a second.</summary>
public sealed record TrunkLimits(TrunkId Id, int MostCalls, int CallsPerSecond);

/// <summary>A line to a carrier as the floor counts it: it never asks for more than the carrier allows.</summary>
/// <remarks>The allowance of a second is earned evenly over it, so a carrier never sees a burst of more than one second's worth.</remarks>
public sealed class Trunk(TrunkLimits limits)
{
    private Instant? earnedUntil;
    private long milliTokens;

    public TrunkLimits Limits { get; private set; } = limits;

    /// <summary>Calls placed over this trunk that have not ended.</summary>
    public int Calls { get; internal set; }

    public void Change(TrunkLimits changed) => Limits = changed;

    /// <summary>Takes leave for one more call, if the carrier's limits have room for it now.</summary>
    public bool TryTake(Instant at)
    {
        if (!HasRoom(at)) return false;
        milliTokens -= 1000;
        return true;
    }

    /// <summary>Whether one more call would keep the carrier's limits.</summary>
    public bool HasRoom(Instant at)
    {
        if (Calls >= Limits.MostCalls) return false;
        Earn(at);
        return milliTokens >= 1000;
    }

    private void Earn(Instant at)
    {
        var full = 1000L * Limits.CallsPerSecond;
        if (earnedUntil is not { } since)
        {
            milliTokens = full;
            earnedUntil = at;
            return;
        }
        var passed = (long)(at - since).TotalMilliseconds;
        if (passed <= 0) return;
        milliTokens = passed >= 1000 ? full : Math.Min(full, milliTokens + passed * Limits.CallsPerSecond);
        earnedUntil = since + Duration.FromMilliseconds(passed);
    }
}
