using NodaTime;
using Plateau.Core.Interactions;

namespace Plateau.Core.Floors;

/// <summary>What the floor looks at again at a set time, so that nothing waits for a signal that never comes.</summary>
internal enum TimerKind { AttemptWithoutNews, OfferWithoutAnswer, JoinWithoutNews, WrapUpTooLong, PreviewTooLong, CallbackDue, RecordingWithoutEnd, ConsultWithoutAnswer, ParkedTooLong, AgentOwed, NoticeTooLong }

/// <summary>A look at one thing. It says nothing by itself: when it comes, the floor looks whether the thing still stands as it did.</summary>
internal sealed record Timer(TimerKind Kind, AttemptId Attempt = default, AgentId Agent = default, ProspectId Prospect = default, int Offer = 0, RecordingId Recording = default, Instant Due = default);

/// <summary>The floor's timers, earliest first; at the same instant, in the order in which they were set.</summary>
internal sealed class Timers
{
    private readonly PriorityQueue<Timer, (Instant Due, long Order)> queue = new();
    private long order;

    public void Set(Instant due, Timer timer) => queue.Enqueue(timer, (due, order++));

    /// <summary>The first that is due; null when none is.</summary>
    public Timer? TakeDue(Instant now) => queue.TryPeek(out _, out var at) && at.Due <= now ? queue.Dequeue() : null;

    public void Clear() => queue.Clear();
}
