using Plateau.Core.Interactions;

namespace Plateau.Telephony.Switch;

/// <summary>
/// The attempts dialled of late. The switch refuses a second channel of the same id only while the first one lives;
/// an instruction that comes twice with a whole call in between must not ring the person again.
/// </summary>
internal sealed class RecentAttempts
{
    /// <summary>At a hundred calls a second this reaches back more than three minutes.</summary>
    public const int Most = 20_000;

    private readonly Lock gate = new();
    private readonly HashSet<AttemptId> known = [];
    private readonly Queue<AttemptId> order = new();

    /// <returns>False when this attempt was dialled before.</returns>
    public bool TryAdd(AttemptId attempt)
    {
        lock (gate)
        {
            if (!known.Add(attempt)) return false;
            order.Enqueue(attempt);
            if (order.Count > Most) known.Remove(order.Dequeue());
            return true;
        }
    }
}
