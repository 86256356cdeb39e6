using NodaTime;
using Plateau.Core.Interactions;
using Plateau.Core.Prospecting;

namespace Plateau.Core.Floors;

/// <summary>Customer and agent speak, are recorded for a purpose, part, and the agent says what came of it, once.</summary>
public sealed partial class Floor
{
    /// <summary>A recording whose end the switch never reports is closed as incomplete after this long.</summary>
    private static readonly Duration RecordingLimit = Duration.FromSeconds(30);

    private void Hear(DeskReleased signal)
    {
        if (!attempts.TryGetValue(signal.Attempt, out var attempt) || !attempt.IsLive) return;
        if (attempt.Consult?.Colleague == signal.Agent) LetColleagueGo(attempt, "left");
        if (attempt.Agent != signal.Agent) return;
        // Whoever hangs up while a colleague is on the line hands the customer on; nobody is left alone with music.
        if (attempt.Consult is { Joined: true })
        {
            var left = desks[signal.Agent];
            HandOver(attempt);
            Free(left);
        }
        else if (attempt.IsSomebodys)
        {
            Instruct(new HangUp(attempt.Id));
            Release(attempt, ReleasedBy.Agent, "agent");
        }
        else if (attempt.IsUnanswered) End(attempt, Outcome.Cancelled, "agent");
        else if (attempt.Stage is AttemptStage.Offered or AttemptStage.Accepted) Miss(attempt, "hung-up");
    }

    private void Release(Attempt attempt, ReleasedBy by, string code)
    {
        var agent = attempt.Agent!.Value;
        LetColleagueGo(attempt, "call-ended");
        EndMonitors(attempt, "call-ended");
        if (attempt.Held) Hold(new HoldEnded(now, attempt.Id, agent));
        if (attempt.Recording is { } recording) StopRecording(attempt, recording);
        if (by != ReleasedBy.Agent) Instruct(new HangUp(attempt.Id));
        Hold(new Released(now, attempt.Id, agent, by, TalkOf(attempt)) { Earlier = EarlierOf(attempt) });
        Hold(new AttemptEnded(now, attempt.Id, attempt.Campaign, attempt.Prospect, by == ReleasedBy.Switch ? Outcome.Interrupted : Outcome.Reached, code, null) { Number = attempt.Number });
    }

    private void Hear(DeskHeld signal)
    {
        if (!attempts.TryGetValue(signal.Attempt, out var attempt) || attempt.Agent != signal.Agent || attempt.Stage != AttemptStage.Connected || attempt.Held == signal.Held) return;
        Hold(signal.Held ? new HoldStarted(now, attempt.Id, signal.Agent) : new HoldEnded(now, attempt.Id, signal.Agent));
        Instruct(new Hold(attempt.Id, signal.Held));
    }

    private void Hear(DeskRecorded signal)
    {
        if (!attempts.TryGetValue(signal.Attempt, out var attempt) || attempt.Agent != signal.Agent || attempt.Stage != AttemptStage.Connected)
        {
            Refuse($"attempt {signal.Attempt}", "no-conversation", "record while you speak");
            return;
        }
        var settings = rooms[attempt.Campaign].Settings;
        switch (signal.Command, attempt.Recording)
        {
            case (RecordingCommand.Start, null) when settings.RecordingPurpose is null:
                Refuse($"attempt {attempt.Id}", "recording-forbidden", "this campaign states no purpose for recordings");
                break;
            case (RecordingCommand.Start, null) when string.IsNullOrWhiteSpace(signal.Purpose):
                Refuse($"attempt {attempt.Id}", "recording-purpose-missing", "say what the recording is for");
                break;
            case (RecordingCommand.Start, null): StartRecording(attempt, signal.Purpose!, signal.Agent); break;
            case (RecordingCommand.Stop, { } running): StopRecording(attempt, running); break;
            case (RecordingCommand.Pause or RecordingCommand.Resume, { } running) when attempt.RecordingPaused != (signal.Command == RecordingCommand.Pause):
                Hold(new RecordingPaused(now, running, attempt.Id, signal.Command == RecordingCommand.Pause));
                Instruct(new Record(running, attempt.Id, signal.Command, recordings[running.Value].Purpose));
                break;
        }
    }

    private void StartRecording(Attempt attempt, string purpose, AgentId? by)
    {
        var recording = new RecordingId($"{attempt.Id}-r{attempt.Recordings + 1}");
        Hold(new RecordingOrdered(now, recording, attempt.Id, purpose, by));
        Instruct(new Record(recording, attempt.Id, RecordingCommand.Start, purpose));
    }

    private void StopRecording(Attempt attempt, RecordingId recording)
    {
        var purpose = recordings[recording.Value].Purpose;
        Hold(new RecordingStopped(now, recording, attempt.Id));
        Instruct(new Record(recording, attempt.Id, RecordingCommand.Stop, purpose));
    }

    private void Hear(RecordingEnded signal)
    {
        if (recordings.TryGetValue(signal.Recording.Value, out var kept))
            Hold(new RecordingKept(now, signal.Recording, kept.Attempt, kept.Purpose, signal.Length, signal.Complete));
    }

    private void Hear(DeskDisposed signal)
    {
        var place = $"attempt {signal.Attempt}";
        if (!attempts.TryGetValue(signal.Attempt, out var attempt) || !desks.TryGetValue(signal.Agent, out var desk) || desk.Attempt != signal.Attempt)
        {
            // The same disposition twice is a retry, not a mistake of the agent's; a person's objection that comes too late is still one.
            HearLateOpposition(signal);
            return;
        }
        if (attempt.Stage != AttemptStage.Released || attempt.Agent != signal.Agent)
        {
            Refuse(place, "still-talking", "end the call first");
            return;
        }
        var disposition = rooms[attempt.Campaign].Settings.DispositionOf(signal.Code);
        if (disposition is null)
            Refuse(place, "disposition-unknown", $"'{signal.Code}' is not a result of campaign {attempt.Campaign}: choose a leaf of its tree");
        else if (disposition.Effect == DispositionEffect.Callback && (signal.CallbackDue is not { } due || due <= now))
            Refuse(place, "callback-time", "give the callback a time that is still to come");
        else if (disposition.Effect == DispositionEffect.Appointment && attempt.Appointment is null)
            Refuse(place, "appointment-missing", "book a time first, or choose another result");
        else
            Dispose(attempt, desk, signal.Agent, signal.Code, signal.CallbackDue, signal.Personal);
    }

    private void Dispose(Attempt attempt, Desk desk, AgentId? by, string code, Instant? callbackDue, bool personal)
    {
        var settings = rooms[attempt.Campaign].Settings;
        var disposition = settings.DispositionOf(code) ?? new Disposition(code, new Dictionary<string, string>(), DispositionEffect.NotReached);
        var effect = disposition.Effect ?? DispositionEffect.NotReached;
        // Nobody said what came of the call, but an appointment stands: they are not called again meanwhile.
        var verdict = by is null && attempt.Appointment is not null ? Verdict.Close("success") : VerdictOf(attempt, disposition, callbackDue);
        Hold(new Disposed(now, attempt.Id, attempt.Campaign, attempt.Prospect, desk.Agent, by, code, effect, verdict) { Number = attempt.Number });
        if (effect == DispositionEffect.Callback && callbackDue is { } due)
            Hold(new CallbackKept(now, attempt.Campaign, attempt.Prospect, attempt.Customer, due, personal ? desk.Agent : null));
        if (effect == DispositionEffect.Opposition)
            Oppose(attempt.Client, attempt.Customer, $"said to {desk.Agent} on {attempt.Id}");
        Free(desk);
    }
}
