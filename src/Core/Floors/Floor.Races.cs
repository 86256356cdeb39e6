using NodaTime;
using Plateau.Core.Interactions;
using Plateau.Core.Prospecting;

namespace Plateau.Core.Floors;

/// <summary>What two floors of a client may both find lawful at one moment, the journal lets only one of them write. The other decides again, knowing what it did not know.</summary>
public sealed partial class Floor
{
    /// <summary>No rule of law, but of the house: nobody's telephone rings twice at once for one client.</summary>
    public const string BeingCalled = "CAMPAIGN-BEING-CALLED";

    /// <summary>Whoever another floor is calling is left for so long before they are looked at again.</summary>
    private static readonly Duration RestWhileCalled = Duration.FromMinutes(5);

    /// <summary>
    /// Nobody is called for the signals that follow, since for these other floors were faster each time: what happened can then be
    /// written, and the next signals call again. Else a floor on a slow way to the journal would hear nothing while a fast one calls.
    /// </summary>
    public bool GivesWay { get; set; }

    private bool IsElsewhere(AttemptId? underWay) => underWay is { } call && !call.Value.StartsWith($"{Mark}-", StringComparison.Ordinal);

    /// <summary>The calls on which a permit rests: what the journal must agree with when it is written.</summary>
    private int KnownCalls(Compliance.Dossier dossier)
    {
        var known = 0;
        foreach (var call in recent.Complete(dossier).Attempts)
            if (call.IsOf(dossier.Client) && call.At >= now - AttemptPermitted.Memory) known++;
        return known;
    }

    private void Hear(PermitWasLost signal) => recent.Learn(signal, now);

    private void Hear(QuotaWasLost signal)
    {
        if (rooms.TryGetValue(signal.Campaign, out var room)) room.Quotas.Correct(signal.Left);
    }

    /// <summary>Makes this floor, folded from its journal, go on in the place of one whose last decisions were not written: whoever it
    /// was about to call is next in line again, and what no fact tells (hopper, pacing, whether the switch is there) is not forgotten.</summary>
    /// <param name="ahead">The floor that went ahead of the journal. It is not to be used any more.</param>
    public void TakeOver(Floor ahead)
    {
        ArgumentNullException.ThrowIfNull(ahead);
        recent = RecentAttempts.Joined(ahead.recent, recent, now);
        (switchIsThere, laggedAt, newsAreLate) = (ahead.switchIsThere, ahead.laggedAt, ahead.newsAreLate);
        habits = ahead.habits;
        foreach (var (id, trunk) in trunks)
            if (ahead.trunks.TryGetValue(id, out var other)) trunk.Recall(other);
        foreach (var (id, room) in rooms)
            if (ahead.rooms.TryGetValue(id, out var other)) (room.Hopper, room.Closed, room.Quotas, room.Pacing) = (other.Hopper, other.Closed, other.Quotas, other.Pacing);
        foreach (var taken in ahead.attempts.Values.OrderByDescending(attempt => attempt.PlacedAt).ThenByDescending(attempt => attempt.Id))
        {
            if (taken.Dossier is not { } dossier) continue;
            if (attempts.TryGetValue(taken.Id, out var same)) same.Dossier = dossier;
            else if (rooms.TryGetValue(taken.Campaign, out var room))
            {
                room.Quotas.GiveBack(dossier.Cells);
                if (room.Settings.Mode != DialMode.Manual && !callbacks.ContainsKey(taken.Prospect) && !shown.Contains(taken.Prospect)) room.Hopper.PutBack(dossier);
            }
        }
    }
}
