using NodaTime;
using Plateau.Core.Compliance;
using Plateau.Core.Interactions;
using Plateau.Core.People;
using Plateau.Core.Prospecting;

namespace Plateau.Core.Floors;

/// <summary>A call from the dial to the moment when customer and agent hear each other, or to the reason why they don't.</summary>
public sealed partial class Floor
{
    /// <summary>A person who answered is owed an agent within this time; whoever hangs up sooner was not abandoned.</summary>
    private static readonly Duration Patience = Duration.FromSeconds(2);

    private static readonly Duration OfferLimit = Duration.FromSeconds(5);
    private static readonly Duration JoinLimit = Duration.FromSeconds(5);

    private void Hear(CallRang signal)
    {
        if (attempts.TryGetValue(signal.Attempt, out var attempt) && attempt.Stage == AttemptStage.Placed)
            Hold(new AttemptRang(now, attempt.Id));
    }

    private void Hear(CallAnswered signal)
    {
        if (!attempts.TryGetValue(signal.Attempt, out var attempt) || !attempt.IsLive)
        {
            // A carrier may answer after we withdrew the call: nobody waits for it any more.
            Instruct(new HangUp(signal.Attempt));
            return;
        }
        if (!attempt.IsUnanswered) return;
        Hold(new AttemptAnswered(now, attempt.Id, signal.By));
        if (IsMachine(rooms[attempt.Campaign], signal.By) && !IsHeardForTruth(attempt)) End(attempt, Outcome.Machine, "machine");
        else if (Forbidden(attempt, Phase.Answer) is { } refusal) End(attempt, Outcome.Cancelled, refusal.Reason, VerdictOf(refusal));
        else OfferNext(attempt);
    }

    private void Hear(CallFailed signal)
    {
        if (!attempts.TryGetValue(signal.Attempt, out var attempt) || !attempt.IsLive) return;
        if (attempt.IsUnanswered) EndAtSwitch(attempt, signal.Outcome, signal.Code);
        else Lose(attempt, signal.Code, ReleasedBy.Switch);
    }

    private void Hear(CallEnded signal)
    {
        if (!attempts.TryGetValue(signal.Attempt, out var attempt) || !attempt.IsLive) return;
        if (attempt.IsUnanswered) Hold(new AttemptAnswered(now, attempt.Id, AnsweredBy.Unknown));
        Lose(attempt, signal.Code, ReleasedBy.Customer);
    }

    /// <summary>Rings the agent who waits for this call; without one, whoever is free; without anyone, the person is abandoned.</summary>
    private void OfferNext(Attempt attempt)
    {
        if (attempt.NoticeAt is not null) return;
        var agent = attempt.Agent ?? FreeHandler(attempt);
        if (agent is null && rooms[attempt.Campaign].Free.Count > 0) agent = rooms[attempt.Campaign].Free.Min.Agent;
        if (agent is not { } taker)
        {
            // A customer in mid-conversation waits with music for whoever becomes free, as long as the campaign lets them.
            if (attempt.IsParked) return;
            if (attempt.IsAhead && now - attempt.AnsweredAt!.Value < Patience) return;
            Abandon(attempt);
            return;
        }
        Offer(attempt, taker);
    }

    private void Offer(Attempt attempt, AgentId taker)
    {
        Hold(new Offered(now, attempt.Id, taker, attempt.NextOffer));
        Instruct(OfferOf(attempt, taker, attempt.Offer));
    }

    private OfferTo OfferOf(Attempt attempt, AgentId agent, int offer) =>
        new(attempt.Id, agent, offer, attempt.Campaign, attempt.Prospect) { AutoAnswer = rooms[attempt.Campaign].Settings.AutoAnswer };

    private void Hear(DeskAnswered signal)
    {
        if (attempts.TryGetValue(signal.Attempt, out var attempt) && attempt.Consult is { } consult && consult.Colleague == signal.Agent && consult.Offer == signal.Offer)
        {
            if (!consult.Joined) Instruct(new JoinColleague(attempt.Id, consult.Colleague, consult.Offer));
            return;
        }
        if (attempt is null || attempt.Agent != signal.Agent || attempt.Offer != signal.Offer || !attempt.IsLive)
        {
            Instruct(new WithdrawOffer(signal.Attempt, signal.Agent, signal.Offer));
            return;
        }
        if (attempt.Stage != AttemptStage.Offered) return;
        Hold(new OfferAccepted(now, attempt.Id, signal.Agent, signal.Offer));
        Instruct(new Join(attempt.Id, signal.Agent, signal.Offer));
    }

    private void Hear(DeskMissed signal)
    {
        if (!attempts.TryGetValue(signal.Attempt, out var attempt)) return;
        if (attempt.Consult is { Joined: false } consult && consult.Colleague == signal.Agent && consult.Offer == signal.Offer) MissConsult(attempt, signal.Reason);
        else if (attempt.Agent == signal.Agent && attempt.Offer == signal.Offer && attempt.Stage is AttemptStage.Offered or AttemptStage.Accepted)
            Miss(attempt, signal.Reason);
    }

    /// <summary>An agent whose telephone does not answer gets no more calls until they say so; the customer gets another agent.</summary>
    private void Miss(Attempt attempt, string reason, string awayFor = AwayReasons.MissedOffer)
    {
        var agent = attempt.Agent!.Value;
        var offer = attempt.Offer;
        Hold(new OfferMissed(now, attempt.Id, agent, offer, reason));
        Instruct(new WithdrawOffer(attempt.Id, agent, offer));
        if (desks[agent].Wish == AgentState.LoggedOut) Hold(new AgentLoggedOut(now, agent));
        else Hold(new AgentAway(now, agent, awayFor));
        OfferNext(attempt);
    }

    private void Hear(CallJoined signal)
    {
        if (!attempts.TryGetValue(signal.Attempt, out var attempt)) return;
        if (attempt.Consult is { Joined: false } consult && consult.Colleague == signal.Agent) Hold(new ConsultJoined(now, attempt.Id, consult.Colleague, consult.Offer));
        if (attempt.Stage != AttemptStage.Accepted || attempt.Agent != signal.Agent) return;
        Hold(new Connected(now, attempt.Id, signal.Agent));
        var room = rooms[attempt.Campaign];
        if (attempt.Recording is null && room.Settings.RecordsFromStart(attempt.Id) && RecordingFaultOf(room) is null && MayBeRecordedUnasked(room, attempt)) StartRecording(attempt, room.Settings.RecordingPurpose!, null);
    }

    /// <summary>The prospect's side of an answered call is gone, whatever took it.</summary>
    private void Lose(Attempt attempt, string code, ReleasedBy by)
    {
        if (attempt.IsSomebodys) Release(attempt, by, code);
        else if (by == ReleasedBy.Switch) EndAtSwitch(attempt, Outcome.Interrupted, code);
        else EndAtSwitch(attempt, attempt.NoticeAt is null && now - attempt.AnsweredAt!.Value <= Patience ? Outcome.HungUpEarly : Outcome.Abandoned, code);
    }

    /// <summary>Ends an attempt and whatever it still has at the switch.</summary>
    private void End(Attempt attempt, Outcome outcome, string code, Verdict? verdict = null)
    {
        Instruct(new HangUp(attempt.Id));
        EndAtSwitch(attempt, outcome, code, verdict);
    }

    /// <summary>Ends an attempt that no agent handled: its outcome decides about the prospect, and who waited for it is free again.</summary>
    private void EndAtSwitch(Attempt attempt, Outcome outcome, string code, Verdict? verdict = null)
    {
        if (attempt.Handler is { } handler)
        {
            CloseUnfinished(attempt, handler, outcome == Outcome.Interrupted, code);
            return;
        }
        var room = rooms[attempt.Campaign];
        verdict ??= VerdictOf(attempt, outcome);
        var agent = attempt.Agent is { } waiting && desks.TryGetValue(waiting, out var desk) && desk.Attempt == attempt.Id ? desk : null;
        if (agent is { State: AgentState.Offered or AgentState.Engaged } && attempt.Offer > 0) Instruct(new WithdrawOffer(attempt.Id, agent.Agent, attempt.Offer));
        Hold(new AttemptEnded(now, attempt.Id, attempt.Campaign, attempt.Prospect, outcome, code, verdict) { Number = attempt.Number });
        if (agent is null) Pace(room);
        else if (agent.State is AgentState.Offered or AgentState.Engaged) Free(agent);
        else Serve(agent);
    }
}
