using NodaTime;
using Plateau.Core.Interactions;
using Plateau.Core.People;
using Plateau.Core.Prospecting;

namespace Plateau.Core.Floors;

/// <summary>Time passes: what has waited too long is brought to its end, callbacks fall due, free agents are served again.</summary>
public sealed partial class Floor
{
    private static readonly Duration CallbackRetry = Duration.FromSeconds(5);

    private void PassTime()
    {
        while (timers.TakeDue(now) is { } timer) Look(timer);
        LookAtPreviews();
        LookAhead();
        foreach (var room in ranked) Pace(room);
    }

    private void Look(Timer timer)
    {
        switch (timer.Kind)
        {
            case TimerKind.AttemptWithoutNews:
                if (attempts.TryGetValue(timer.Attempt, out var silent) && silent.IsUnanswered) End(silent, Outcome.Interrupted, "no-news");
                break;
            case TimerKind.OfferWithoutAnswer:
                if (attempts.TryGetValue(timer.Attempt, out var offered) && offered.Stage == AttemptStage.Offered && offered.Offer == timer.Offer) Miss(offered, "no-answer");
                break;
            case TimerKind.JoinWithoutNews:
                if (attempts.TryGetValue(timer.Attempt, out var joining) && joining.Stage == AttemptStage.Accepted && joining.Offer == timer.Offer) Miss(joining, "not-joined");
                break;
            case TimerKind.WrapUpTooLong:
                if (attempts.TryGetValue(timer.Attempt, out var unwritten) && unwritten.Stage == AttemptStage.Released
                    && desks.TryGetValue(timer.Agent, out var writer) && writer.Attempt == timer.Attempt)
                    Dispose(unwritten, writer, null, StandardDispositions.Undisposed, null, false);
                break;
            case TimerKind.PreviewTooLong:
                if (desks.TryGetValue(timer.Agent, out var looking) && looking.Preview == timer.Prospect && looking.Attempt is null) Skip(looking, "too-long", AgentState.Away, "preview-too-long");
                break;
            case TimerKind.AgentOwed: LookForAgent(timer.Attempt); break;
            case TimerKind.NoticeTooLong: EndNotice(timer.Attempt); break;
            case TimerKind.CallbackDue:
                AskForCallback(timer);
                break;
            case TimerKind.ConsultWithoutAnswer:
                if (attempts.TryGetValue(timer.Attempt, out var asking) && asking.Consult is { Joined: false } asked && asked.Offer == timer.Offer) MissConsult(asking, "no-answer");
                break;
            case TimerKind.ParkedTooLong:
                if (attempts.TryGetValue(timer.Attempt, out var waiting) && waiting.IsParked && waiting.ParkedAt == timer.Due) GiveUpWaiting(waiting);
                break;
            case TimerKind.RecordingWithoutEnd:
                if (recordings.TryGetValue(timer.Recording.Value, out var of) && !(attempts.TryGetValue(of.Attempt, out var still) && still.Recording == timer.Recording))
                    Hold(new RecordingKept(now, timer.Recording, of.Attempt, of.Purpose, Duration.Zero, false));
                break;
        }
    }

    /// <summary>A callback fell due: its prospect is brought with a fresh dossier, and looked after until it is called or moved.</summary>
    private void AskForCallback(Timer timer)
    {
        if (!callbacks.TryGetValue(timer.Prospect, out var callback) || callback.Due != timer.Due) return;
        timers.Set(now + CallbackRetry, timer);
        var room = rooms[callback.Campaign];
        if (room.State == CampaignState.Running && !room.DueCallbacks.ContainsKey((callback.Due, timer.Prospect))) Instruct(new BringProspect(callback.Campaign, timer.Prospect));
    }
}
