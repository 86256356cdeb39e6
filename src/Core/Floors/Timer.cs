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
    /// <summary>Between these, nanoseconds since 1970 are whole numbers of 64 bits; what lies outside is due at once, or never.</summary>
    private static readonly Instant First = Instant.FromUtc(1700, 1, 1, 0, 0), Last = Instant.FromUtc(2262, 1, 1, 0, 0);

    private readonly Agenda<Timer> queue = new();

    public void Set(Instant due, Timer timer) => queue.Set(Moment(due), timer);

    /// <summary>The first that is due; null when none is.</summary>
    public Timer? TakeDue(Instant now) => queue.TryPeek(out var due) && due <= Moment(now) ? queue.Take() : null;

    public void Clear() => queue.Clear();

    private static long Moment(Instant at) => (Instant.Max(First, Instant.Min(at, Last)) - NodaConstants.UnixEpoch).ToInt64Nanoseconds();
}
