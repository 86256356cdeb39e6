using NodaTime;
using Plateau.Core.Interactions;
using Plateau.Core.Prospecting;

namespace Plateau.Core.Floors;

/// <summary>A call that the floor closed because nobody said in time what came of it. The person may have objected in it; that is still heard.</summary>
public sealed record UnsaidCall(AttemptId Attempt, CampaignId Campaign, ClientId Client, CustomerId Customer, AgentId Agent, Instant At)
{
    /// <summary>Past this the agent who comes late records the opposition by itself.</summary>
    public static Duration Kept { get; } = Duration.FromHours(24);
}

public sealed partial class Floor
{
    /// <summary>The disposition stands as the floor gave it, once and for all; but never calling again is the person's right.</summary>
    private void HearLateOpposition(DeskDisposed signal)
    {
        if (!unsaid.TryGetValue(signal.Attempt, out var call) || call.Agent != signal.Agent) return;
        if (rooms[call.Campaign].Settings.DispositionOf(signal.Code)?.Effect == DispositionEffect.Opposition)
            Oppose(call.Client, call.Customer, $"said to {signal.Agent} on {signal.Attempt}, told late");
    }

    private void RememberUnsaid(UnsaidCall call)
    {
        while (unsaidInOrder.TryPeek(out var oldest) && oldest.At + UnsaidCall.Kept < call.At) unsaid.Remove(unsaidInOrder.Dequeue().Attempt);
        unsaid[call.Attempt] = call;
        unsaidInOrder.Enqueue(call);
    }
}
