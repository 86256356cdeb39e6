using System.Collections.Concurrent;
using System.Diagnostics;
using Plateau.Core.Interactions;

namespace Plateau.Telephony.Switch;

/// <summary>
/// What we hold of one attempt at the switch: its customer's leg, its agents' legs, and the line of work for it.
/// Work for one attempt is done one piece after another; different attempts don't wait for each other.
/// </summary>
internal sealed class SwitchCall(AttemptId attempt)
{
    /// <summary>Pieces of work that may wait for one attempt; the floor gives a handful in a whole call.</summary>
    public const int MostWaiting = 64;

    /// <summary>
    /// So long after an answer, and after word of an agent who was rung for it, the floor has given an order. An agent who is rung
    /// has ten seconds of the floor, and two more of us.
    /// </summary>
    private static readonly TimeSpan FloorsTurn = TimeSpan.FromSeconds(3), AgentsTurn = TimeSpan.FromSeconds(12);

    private readonly Lock gate = new();
    private Task lastWork = Task.CompletedTask;
    private int waiting;
    private long silenceEndsAt;
    private volatile int lastOffer;

    public AttemptId Attempt { get; } = attempt;

    public Leg Customer { get; } = new();

    /// <summary>By offer. Touched by the reader of events and by this call's work, hence concurrent.</summary>
    public ConcurrentDictionary<int, Leg> Desks { get; } = new();

    /// <summary>Recordings that were begun and have not ended.</summary>
    public ConcurrentDictionary<RecordingId, bool> Recordings { get; } = new();

    /// <summary>An agent's leg is there only with the bridge that joins it; this says that we made one.</summary>
    public volatile bool HasBridge;

    /// <summary>The customer was put on hold, or may have been by a process of ours before this one.</summary>
    public volatile bool HearsMusic;

    /// <summary>We dialled it, so that we know its notice; of a call begun by a process before ours the floor alone knows.</summary>
    public volatile bool IsOurs;

    /// <summary>The sound for whoever answers while the floor says nothing; null when the campaign has none: then they are let go.</summary>
    public volatile string? Notice;

    /// <summary>How long the silence of whoever answered may last from now on, while somebody has their turn to end it.</summary>
    public TimeSpan SilenceLasts => Stopwatch.GetElapsedTime(Stopwatch.GetTimestamp(), Interlocked.Read(ref silenceEndsAt));

    /// <summary>The floor said how the silence ends: with an agent, with a notice, or with the call.</summary>
    public volatile bool FloorSettled;

    /// <summary>We told the person who called, by ourselves: whatever the floor still wants with them comes too late.</summary>
    public volatile bool SilenceBroken;

    public bool IsOver => Customer.Gone && Desks.Values.All(leg => leg.Gone);

    /// <summary>Somebody answered: it is the floor's turn to end the silence.</summary>
    public void AwaitFloor() => Take(FloorsTurn);

    /// <summary>The floor has an agent rung: it is that telephone's turn.</summary>
    public void AwaitAgent(int offer)
    {
        lastOffer = offer;
        Take(AgentsTurn);
    }

    /// <summary>There is word of an agent who was rung: it is the floor's turn again. Of one whom it has let go since, it hurries nobody.</summary>
    public void AwaitFloorAfter(int offer)
    {
        if (offer == lastOffer) Take(FloorsTurn);
    }

    private void Take(TimeSpan turn) => Interlocked.Exchange(ref silenceEndsAt, Stopwatch.GetTimestamp() + (long)(turn.TotalSeconds * Stopwatch.Frequency));

    /// <summary>Puts work behind what already waits for this attempt.</summary>
    /// <returns>False when too much waits: something is wrong with this attempt, and it alone.</returns>
    public bool Enqueue(Func<Task> work)
    {
        lock (gate)
        {
            if (waiting >= MostWaiting) return false;
            waiting++;
            lastWork = AfterAsync(lastWork, work);
            return true;
        }
    }

    private async Task AfterAsync(Task before, Func<Task> work)
    {
        // The caller must not do the work itself, and must not wait for it.
        await before.ConfigureAwait(ConfigureAwaitOptions.ForceYielding);
        await work();
        lock (gate) waiting--;
    }
}

/// <summary>One leg of a call, as far as its events have told.</summary>
internal sealed class Leg
{
    private readonly TaskCompletionSource arrived = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>The agent whose telephone it is; null for the customer's leg.</summary>
    public AgentId? Agent { get; init; }

    public volatile bool Rang;
    public volatile bool Answered;
    public volatile bool Gone;

    /// <summary>The answer was told to the floor.</summary>
    public volatile bool Told;

    /// <summary>We ended it; its end is no news.</summary>
    public volatile bool Withdrawn;

    /// <summary>The far side's final word came before the channel went.</summary>
    public volatile bool CarrierEnded;

    /// <summary>Whether answering-machine detection listens before we hear of the answer.</summary>
    public volatile bool Detects;

    /// <summary>Done when the leg is in our hands and can be bridged.</summary>
    public Task Arrived => arrived.Task;

    public void Arrive() => arrived.TrySetResult();
}
