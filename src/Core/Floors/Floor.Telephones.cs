using NodaTime;
using Plateau.Core.Interactions;
using Plateau.Core.People;
using Plateau.Core.Prospecting;

namespace Plateau.Core.Floors;

/// <summary>When an agent falls out of a conversation the customer hears music: the same agent has some time to return, then another takes over, else a callback is kept.</summary>
public sealed partial class Floor
{
    /// <summary>A person who was cut off is called again this soon.</summary>
    private static readonly Duration CallbackAfterCut = Duration.FromMinutes(2);

    private void Hear(TelephoneWasLost signal)
    {
        if (monitoring.TryGetValue(signal.Agent, out var heard)) EndMonitor(attempts[heard], signal.Agent, AwayReasons.TelephoneLost);
        if (!desks.TryGetValue(signal.Agent, out var desk) || desk.State == AgentState.LoggedOut || desk.TelephoneIsLost) return;
        Hold(new TelephoneLost(now, desk.Agent));
        if (desk.Attempt is { } id && attempts.TryGetValue(id, out var attempt)) LoseTelephone(desk, attempt);
        else if (desk.Preview is not null) Skip(desk, AwayReasons.TelephoneLost, AgentState.Away, AwayReasons.TelephoneLost);
        else if (desk.State == AgentState.Ready) Hold(new AgentAway(now, desk.Agent, AwayReasons.TelephoneLost));
    }

    private void LoseTelephone(Desk desk, Attempt attempt)
    {
        if (attempt.Consult?.Colleague == desk.Agent) MissConsult(attempt, AwayReasons.TelephoneLost, AwayReasons.TelephoneLost);
        else if (attempt.Stage is AttemptStage.Offered or AttemptStage.Accepted) Miss(attempt, AwayReasons.TelephoneLost, AwayReasons.TelephoneLost);
        else if (attempt.Stage == AttemptStage.Connected) FallOut(attempt, AwayReasons.TelephoneLost);
        else if (desk.State == AgentState.Ready)
        {
            Hold(new AgentAway(now, desk.Agent, AwayReasons.TelephoneLost));
            ReplaceWaiting(desk);
        }
        else if (attempt.IsUnanswered) End(attempt, Outcome.Cancelled, "agent-left");
    }

    private void Hear(TelephoneCameBack signal)
    {
        if (!desks.TryGetValue(signal.Agent, out var desk) || !desk.TelephoneIsLost) return;
        Hold(new TelephoneReturned(now, desk.Agent));
        if (desk.Attempt is { } id && attempts.TryGetValue(id, out var attempt) && attempt.IsParked && attempt.Agent == desk.Agent) Offer(attempt, desk.Agent);
        else if (desk is { State: AgentState.Away, Reason: AwayReasons.TelephoneLost, Attempt: null })
        {
            Hold(new AgentReady(now, desk.Agent));
            Serve(desk);
        }
    }

    /// <summary>The agent is cut off from their customer. A colleague on the line takes over; else the agent is waited for.</summary>
    private void FallOut(Attempt attempt, string reason)
    {
        var desk = desks[attempt.Agent!.Value];
        if (attempt.Consult is { Joined: true })
        {
            HandOver(attempt);
            if (desk.TelephoneIsLost) Hold(new AgentAway(now, desk.Agent, AwayReasons.TelephoneLost));
            else Free(desk);
            return;
        }
        Park(attempt, reason);
        // Only the call was lost, not the telephone: it can be rung at once.
        if (!desk.TelephoneIsLost) Offer(attempt, desk.Agent);
    }

    /// <summary>Music for the customer; the agent's own leg has done its service, but the call is still theirs.</summary>
    private void Park(Attempt attempt, string reason)
    {
        var agent = attempt.Agent!.Value;
        LetColleagueGo(attempt, reason);
        EndMonitors(attempt, reason);
        if (attempt.Held) Hold(new HoldEnded(now, attempt.Id, agent));
        Hold(new CustomerParked(now, attempt.Id, agent, reason, TalkOf(attempt), EarlierOf(attempt)));
        Instruct(new Hold(attempt.Id, true));
        Instruct(new WithdrawOffer(attempt.Id, agent, attempt.Offer));
    }

    /// <summary>The call is no longer this agent's; what becomes of them the caller decides.</summary>
    private void Detach(Attempt attempt, string reason) => Hold(new AgentLeftCall(now, attempt.Id, attempt.Agent!.Value, reason));

    /// <summary>The time for a return is over: another agent who is free, else the call is closed and a callback kept.</summary>
    private void GiveUpWaiting(Attempt attempt)
    {
        if (attempt.Agent is { } waitedFor)
        {
            Detach(attempt, AwayReasons.TelephoneLost);
            Free(desks[waitedFor]);
            if (!attempt.IsParked) return;
        }
        OfferNext(attempt);
        if (attempt.IsParked) End(attempt, Outcome.Interrupted, "no-agent");
    }

    private void TakeUpParked(Desk desk)
    {
        if (parked.Count == 0) return;
        foreach (var id in parked.ToList())
            if (desk.IsFree && attempts[id] is { Agent: null } attempt && desk.Campaigns.Contains(attempt.Campaign)) Offer(attempt, desk.Agent);
    }

    /// <summary>Whoever spoke with a parked customer before, when they are free: nobody need tell their story twice.</summary>
    private AgentId? FreeHandler(Attempt attempt) =>
        attempt.Handler is { } handler && desks.TryGetValue(handler, out var desk) && desk.IsFree && desk.Campaigns.Contains(attempt.Campaign) ? handler : null;

    /// <summary>Ends a conversation that broke off and was not taken up: nobody can say what came of it, so the floor does, and calls again soon.</summary>
    private void CloseUnfinished(Attempt attempt, AgentId handler, bool atSwitch, string code)
    {
        var desk = attempt.Agent is { } rung && desks[rung].Attempt == attempt.Id ? desks[rung] : null;
        if (desk is not null) Instruct(new WithdrawOffer(attempt.Id, desk.Agent, attempt.Offer));
        if (desk?.Agent == handler)
        {
            // The same agent was being rung again, and knows what was said.
            Release(attempt, atSwitch ? ReleasedBy.Switch : ReleasedBy.Customer, code);
            return;
        }
        if (attempt.Recording is { } recording) StopRecording(attempt, recording);
        var due = now + CallbackAfterCut;
        Instruct(new HangUp(attempt.Id));
        Hold(new AttemptEnded(now, attempt.Id, attempt.Campaign, attempt.Prospect, atSwitch ? Outcome.Interrupted : Outcome.Reached, code, null) { Number = attempt.Number });
        Hold(new Disposed(now, attempt.Id, attempt.Campaign, attempt.Prospect, handler, null, StandardDispositions.Undisposed, DispositionEffect.Callback, Verdict.Again(due, "callback")) { Number = attempt.Number });
        Hold(new CallbackKept(now, attempt.Campaign, attempt.Prospect, attempt.Customer, due, handler));
        if (desk is not null) Free(desk);
        else Pace(rooms[attempt.Campaign]);
    }

    private void SquareParked(Attempt attempt, bool atDesk)
    {
        Instruct(new Hold(attempt.Id, true));
        if (atDesk && attempt.Agent is { } former) Instruct(new WithdrawOffer(attempt.Id, former, attempt.Offer));
        if (attempt.Agent is not { } agent) OfferNext(attempt);
        else if (!desks[agent].TelephoneIsLost) Offer(attempt, agent);
    }

    private Duration TalkOf(Attempt attempt) => attempt.ParkedAt is null && attempt.Stage == AttemptStage.Connected ? now - attempt.ConnectedAt!.Value : Duration.Zero;

    private static Duration? EarlierOf(Attempt attempt) => attempt.Talked > Duration.Zero ? attempt.Talked : null;
}
