using Plateau.Core.Interactions;
using Plateau.Core.People;
using Plateau.Core.Prospecting;

namespace Plateau.Core.Floors;

/// <summary>How facts about a conversation's parts change the floor: who speaks, who is asked, who listens, who waits with music.</summary>
public sealed partial class Floor
{
    private static void Connect(Attempt attempt, Connected connected)
    {
        (attempt.Stage, attempt.ConnectedAt, attempt.Handler, attempt.ParkedAt) = (AttemptStage.Connected, connected.At, connected.Agent, null);
    }

    private void Telephone(Desk desk, bool lost)
    {
        Delist(desk);
        desk.TelephoneIsLost = lost;
        Enlist(desk);
    }

    private void Park(CustomerParked left)
    {
        var attempt = attempts[left.Attempt];
        (attempt.Stage, attempt.ParkedAt, attempt.Held) = (AttemptStage.Answered, left.At, false);
        attempt.Talked += left.Talk;
        Wait(attempt);
    }

    /// <summary>From now on somebody is looked for, until the time for it is over.</summary>
    private void Wait(Attempt attempt)
    {
        parked.Add(attempt.Id);
        timers.Set(attempt.ParkedAt!.Value + rooms[attempt.Campaign].Settings.ReturnWithin, new Timer(TimerKind.ParkedTooLong, attempt.Id, Due: attempt.ParkedAt.Value));
    }

    private void Leave(AgentLeftCall left)
    {
        attempts[left.Attempt].Agent = null;
        desks[left.Agent].Attempt = null;
    }

    private void Ask(ConsultAsked asked)
    {
        var (attempt, desk) = (attempts[asked.Attempt], desks[asked.Colleague]);
        (attempt.Consult, attempt.Offers) = (new Consult(asked.Colleague, asked.Offer, asked.At, false), asked.Offer);
        Delist(desk);
        (desk.Attempt, desk.State, desk.Since) = (attempt.Id, AgentState.Offered, asked.At);
        timers.Set(asked.At + ConsultLimit, new Timer(TimerKind.ConsultWithoutAnswer, attempt.Id, Offer: asked.Offer));
    }

    private void JoinConsult(ConsultJoined joined)
    {
        var attempt = attempts[joined.Attempt];
        attempt.Consult = attempt.Consult! with { Joined = true, Since = joined.At };
        (desks[joined.Colleague].State, desks[joined.Colleague].Since) = (AgentState.Engaged, joined.At);
    }

    private void EndConsult(ConsultEnded ended)
    {
        attempts[ended.Attempt].Consult = null;
        desks[ended.Colleague].Attempt = null;
    }

    private void Transfer(Transferred transferred)
    {
        var attempt = attempts[transferred.Attempt];
        desks[transferred.From].Attempt = null;
        (attempt.Agent, attempt.Handler, attempt.Offer, attempt.Consult, attempt.ConnectedAt) = (transferred.To, transferred.To, transferred.Offer, null, transferred.At);
        attempt.Talked += transferred.Talk;
    }

    private void Start(MonitorStarted started)
    {
        var attempt = attempts[started.Attempt];
        attempt.MonitorsSoFar = Math.Max(attempt.MonitorsSoFar, started.Number);
        attempt.Monitors =
        [
            .. attempt.Monitors.Where(monitor => monitor.Supervisor != started.Supervisor),
            new Monitoring(started.Supervisor, started.Agent, started.Number, started.Mode, started.Told),
        ];
        monitoring[started.Supervisor] = attempt.Id;
    }

    private void Stop(MonitorEnded ended)
    {
        var attempt = attempts[ended.Attempt];
        attempt.Monitors = [.. attempt.Monitors.Where(monitor => monitor.Supervisor != ended.Supervisor)];
        monitoring.Remove(ended.Supervisor);
    }

    private void Move(Desk desk, IReadOnlyList<CampaignId> campaigns)
    {
        Delist(desk);
        desk.Campaigns = campaigns;
        Enlist(desk);
    }
}
