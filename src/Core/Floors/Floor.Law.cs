using Plateau.Core.Compliance;
using Plateau.Core.Interactions;
using Plateau.Core.Prospecting;

namespace Plateau.Core.Floors;

/// <summary>The law is asked again while a call is under way, and whoever takes back their consent is left in peace at once.</summary>
public sealed partial class Floor
{
    /// <summary>What now speaks against a call that was lawful when it was placed; null when it may go on.</summary>
    /// <remarks>Its hours and counts stay those of the dial. A floor that was started again no longer has the dossier: it then goes
    /// by what it hears, since a withdrawal or an objection ends a call that rings without being asked.</remarks>
    private Refusal? Forbidden(Attempt attempt, Phase phase)
    {
        if (attempt.Dossier is not { } dossier) return null;
        var room = rooms[attempt.Campaign];
        // Whoever hands an insurance call on says by that that the customer wishes to go on.
        var matters = phase == Phase.Transfer ? new() { InsuranceTalk = new(true, false, null, null, null) } : Matters.None;
        var question = room.Settings.QuestionOf(recent.Complete(dossier, attempt.PlacedAt), RightsOf(room), matters, now) with { Phase = phase, Placed = attempt.PlacedAt };
        var refusal = book.Ask(question).Refusal;
        Hold(new AttemptExamined(now, attempt.Id, phase, book.Version, RuleBook.Tzdb, refusal is null ? [] : [.. refusal.Rules], refusal?.Reason));
        return refusal;
    }

    /// <summary>Whether a recording may begin before anybody was asked: where the law wants the person's yes, the agent begins it when it was given.</summary>
    private bool MayBeRecordedUnasked(Room room, Attempt attempt) => attempt.Dossier is not { } dossier
        || book.Of("MA-REC-CONSENT", room.Settings.QuestionOf(dossier, RightsOf(room), new() { RecordingStart = new(true, true, null) }, now) with { IsCall = false }).Passes;

    /// <summary>Why this campaign's plan of recordings is not carried out; null while it is. Its calls go on.</summary>
    public string? RecordingFaultOf(Room room)
    {
        ArgumentNullException.ThrowIfNull(room);
        return room.Settings.RecordingFault(trunks.GetValueOrDefault(room.Settings.Trunk)?.Limits);
    }

    /// <summary>A plan that no longer holds ends what it began; what an agent began goes on, for its own purpose.</summary>
    private void StopRecordingsWithoutRight(Room room)
    {
        if (RecordingFaultOf(room) is null) return;
        foreach (var attempt in attempts.Values.Where(each => each.Campaign == room.Settings.Id && each is { RecordsByPlan: true, Recording: not null }).OrderBy(each => each.Id).ToList()) StopRecording(attempt, attempt.Recording!.Value);
    }

    private bool MayBeHandedOn(Attempt attempt)
    {
        if (Forbidden(attempt, Phase.Transfer) is not { } refusal) return true;
        Refuse($"attempt {attempt.Id}", refusal.Reason, $"rule {refusal.Rule} forbids to hand this call on: take leave of the customer");
        return false;
    }

    private static Verdict VerdictOf(Refusal refusal) =>
        refusal.NotBefore is { } next ? Verdict.Again(next, refusal.Reason) : Verdict.Close(refusal.Reason);

    private void Hear(LawWasRead signal)
    {
        if (signal.Fault == LawFault) return;
        if (signal.Fault is { } fault)
        {
            Hold(new LawLost(now, fault));
            return;
        }
        Hold(new LawReturned(now));
        foreach (var room in ranked) Pace(room);
    }

    private void Hear(ConsentWithdrawn signal)
    {
        if (recent.HasWithdrawn(signal.Customer, signal.At)) return;
        Hold(new ConsentWithdrawalRecorded(now, signal.Client, signal.Customer, signal.Reference));
        if (beingCalled.TryGetValue(signal.Customer, out var id) && attempts.TryGetValue(id, out var attempt)
            && attempt.Client == signal.Client && attempt.IsUnanswered && attempt.Ground == "consent")
            End(attempt, Outcome.Cancelled, "consent-withdrawn", Verdict.Close("consent-withdrawn"));
        LookAtPreviews();
    }
}
