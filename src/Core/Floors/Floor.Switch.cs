using NodaTime;
using Plateau.Core.Interactions;
using Plateau.Core.Prospecting;

namespace Plateau.Core.Floors;

/// <summary>After every silence the switch says what it holds, and the floor squares it with what it believes, before anything is dialled.</summary>
public sealed partial class Floor
{
    private void Hear(SwitchConnected census)
    {
        // Nothing is dialled while the two accounts are squared.
        switchIsThere = false;
        var held = census.Attempts.ToHashSet();
        var answered = census.Answered.ToHashSet();
        var atDesk = census.Desks.ToHashSet();
        var joined = census.Joined.ToHashSet();
        foreach (var attempt in LiveAttempts())
        {
            // What happened after the switch was asked, its answer can't know: the next census or a timer sees to it.
            if (!attempt.IsLive || ChangedAt(attempt) > census.At) continue;
            if (!held.Contains(attempt.Id)) LoseWithSwitch(attempt, "not-at-switch");
            else Square(attempt, answered.Contains(attempt.Id), atDesk.Contains(attempt.Id), joined.Contains(attempt.Id));
        }
        foreach (var stray in held.Concat(atDesk).Distinct().Order())
            if (!attempts.TryGetValue(stray, out var known) || !known.IsLive) Instruct(new HangUp(stray));
        foreach (var recording in census.Recordings)
            if (recordings.TryGetValue(recording.Value, out var running) && !(attempts.TryGetValue(running.Attempt, out var of) && of.Recording == recording))
                Instruct(new Record(recording, running.Attempt, RecordingCommand.Stop, running.Purpose));
        switchIsThere = true;
        foreach (var room in ranked) Pace(room);
    }

    /// <summary>The attempt lives on both sides: what was missed is caught up, what may have been lost on the way is said again.</summary>
    private void Square(Attempt attempt, bool answered, bool atDesk, bool joined)
    {
        if (attempt.IsUnanswered)
        {
            if (answered) Hear(new CallAnswered(now, attempt.Id, AnsweredBy.Unknown));
            return;
        }
        switch (attempt.Stage)
        {
            case AttemptStage.Answered when attempt.IsParked: SquareParked(attempt, atDesk); break;
            case AttemptStage.Answered when attempt.NoticeAt is null: OfferNext(attempt); break;
            case AttemptStage.Offered when atDesk: Hear(new DeskAnswered(now, attempt.Id, attempt.Agent!.Value, attempt.Offer)); break;
            case AttemptStage.Offered: Instruct(OfferOf(attempt, attempt.Agent!.Value, attempt.Offer)); break;
            case AttemptStage.Accepted when joined: Hear(new CallJoined(now, attempt.Id, attempt.Agent!.Value)); break;
            case AttemptStage.Accepted or AttemptStage.Connected when !joined && atDesk && !attempt.Held:
                Instruct(new Join(attempt.Id, attempt.Agent!.Value, attempt.Offer));
                break;
            case AttemptStage.Accepted when !atDesk: Miss(attempt, "desk-gone"); break;
            case AttemptStage.Connected when !atDesk: FallOut(attempt, "desk-gone"); break;
        }
    }

    private Instant ChangedAt(Attempt attempt)
    {
        var changed = attempt.ConnectedAt ?? attempt.AnsweredAt ?? attempt.PlacedAt;
        if (attempt.ParkedAt is { } parkedAt) changed = Instant.Max(changed, parkedAt);
        if (attempt.Consult is { } consult) changed = Instant.Max(changed, consult.Since);
        return attempt.Stage is AttemptStage.Offered or AttemptStage.Accepted ? Instant.Max(changed, desks[attempt.Agent!.Value].Since) : changed;
    }

    private void Hear(SwitchLost signal)
    {
        switchIsThere = false;
        if (!signal.Died) return;
        foreach (var attempt in LiveAttempts())
            if (attempt.IsLive) LoseWithSwitch(attempt, "switch-died");
    }

    private void LoseWithSwitch(Attempt attempt, string code)
    {
        if (attempt.IsSomebodys) Release(attempt, ReleasedBy.Switch, code);
        else EndAtSwitch(attempt, Outcome.Interrupted, code);
    }

    /// <summary>A copy in the order of ids, because what is decided about one changes the others.</summary>
    private List<Attempt> LiveAttempts() => [.. attempts.Values.Where(attempt => attempt.IsLive).OrderBy(attempt => attempt.PlacedAt).ThenBy(attempt => attempt.Id)];
}
