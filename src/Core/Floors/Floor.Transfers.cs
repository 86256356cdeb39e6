using NodaTime;
using Plateau.Core.Interactions;
using Plateau.Core.People;
using Plateau.Core.Prospecting;

namespace Plateau.Core.Floors;

/// <summary>An agent asks a colleague, hands the customer on, or presses keys for them; the customer is never left with nobody who answers for the call.</summary>
public sealed partial class Floor
{
    private const int MostKeys = 32;
    private static readonly Duration ConsultLimit = Duration.FromSeconds(20);

    private void Hear(DeskKeyed signal)
    {
        if (InConversation(signal.Attempt, signal.Agent) is not { } attempt) return;
        if (signal.Keys is not { Length: > 0 and <= MostKeys } keys || keys.Any(key => !"0123456789*#ABCD".Contains(key)))
            Refuse($"attempt {attempt.Id}", "keys", $"press digits, star or hash, {MostKeys} at most");
        else if (attempt.Held)
            Refuse($"attempt {attempt.Id}", "on-hold", "take the customer back first");
        else Instruct(new SendKeys(attempt.Id, keys));
    }

    private void Hear(DeskConsulted signal)
    {
        if (InConversation(signal.Attempt, signal.Agent) is not { } attempt) return;
        if (attempt.Consult is { } already)
        {
            if (already.Colleague != signal.Colleague) Refuse($"attempt {attempt.Id}", "consulting", "let the present colleague go first");
            return;
        }
        if (FreeColleague(attempt, signal.Colleague) is not { } colleague) return;
        if (!attempt.Held)
        {
            Hold(new HoldStarted(now, attempt.Id, signal.Agent));
            Instruct(new Hold(attempt.Id, true));
        }
        var waiting = colleague.Attempt;
        Hold(new ConsultAsked(now, attempt.Id, signal.Agent, colleague.Agent, attempt.NextOffer));
        Instruct(OfferOf(attempt, colleague.Agent, attempt.Consult!.Offer));
        ReplaceWaiting(colleague, waiting);
    }

    private void Hear(DeskTookBack signal)
    {
        if (!attempts.TryGetValue(signal.Attempt, out var attempt) || attempt.Agent != signal.Agent || attempt.Consult is null) return;
        LetColleagueGo(attempt, "returned");
        TakeBack(attempt);
    }

    private void Hear(DeskTransferred signal)
    {
        if (InConversation(signal.Attempt, signal.Agent) is not { } attempt) return;
        var desk = desks[signal.Agent];
        if (attempt.Consult is { } consult && (signal.To is null || signal.To == consult.Colleague))
        {
            if (!consult.Joined)
            {
                Refuse($"attempt {attempt.Id}", "consult-not-answered", "wait until your colleague answers, or take the customer back");
                return;
            }
            if (!MayBeHandedOn(attempt)) return;
            HandOver(attempt);
            Free(desk);
        }
        else if (signal.To is not { } to)
            Refuse($"attempt {attempt.Id}", "no-colleague", "say to whom the call goes");
        else if (attempt.Consult is not null)
            Refuse($"attempt {attempt.Id}", "consulting", "let the present colleague go first");
        else if (FreeColleague(attempt, to) is { } colleague && MayBeHandedOn(attempt))
        {
            Park(attempt, "transferred");
            Detach(attempt, "transferred");
            var waiting = colleague.Attempt;
            Offer(attempt, colleague.Agent);
            Free(desk);
            ReplaceWaiting(colleague, waiting);
        }
    }

    /// <summary>The conversation of this agent; null, with the reason said, when they are in none.</summary>
    private Attempt? InConversation(AttemptId id, AgentId agent)
    {
        if (attempts.TryGetValue(id, out var attempt) && attempt.Agent == agent && attempt.Stage == AttemptStage.Connected) return attempt;
        Refuse($"attempt {id}", "no-conversation", "this works while you speak with the customer");
        return null;
    }

    /// <summary>A colleague who can be rung for this call now; null, with the reason said, when they can't. A call that still
    /// rings at a prospect's for them is no hindrance: another takes it, or it is withdrawn.</summary>
    private Desk? FreeColleague(Attempt attempt, AgentId agent)
    {
        var place = $"agent {agent}";
        if (agent == attempt.Agent || !desks.TryGetValue(agent, out var desk) || !desk.Campaigns.Contains(attempt.Campaign))
            Refuse(place, "no-colleague", $"choose a colleague who serves campaign {attempt.Campaign}");
        else if (desk.State != AgentState.Ready || desk.TelephoneIsLost || (desk.Attempt is { } waiting && !(attempts.TryGetValue(waiting, out var rings) && rings.IsUnanswered)))
            Refuse(place, "not-free", "choose a colleague who is ready");
        else return desk;
        return null;
    }

    /// <summary>The colleague takes the call over as it stands; a customer on hold is taken back by them.</summary>
    private void HandOver(Attempt attempt)
    {
        var (from, consult) = (attempt.Agent!.Value, attempt.Consult!);
        var offer = attempt.Offer;
        EndMonitors(attempt, "transferred");
        TakeBack(attempt);
        Hold(new Transferred(now, attempt.Id, from, consult.Colleague, consult.Offer, TalkOf(attempt)));
        Instruct(new WithdrawOffer(attempt.Id, from, offer));
    }

    private void TakeBack(Attempt attempt)
    {
        if (!attempt.Held) return;
        Hold(new HoldEnded(now, attempt.Id, attempt.Agent!.Value));
        Instruct(new Hold(attempt.Id, false));
    }

    /// <summary>The colleague is let go and free again; nothing when there is none.</summary>
    private void LetColleagueGo(Attempt attempt, string reason)
    {
        if (PartFromColleague(attempt, reason) is { } colleague) Free(colleague);
    }

    /// <summary>A colleague whose telephone does not answer gets no more calls until they say so; the customer stays with the agent, on hold.</summary>
    private void MissConsult(Attempt attempt, string reason, string awayFor = AwayReasons.MissedOffer)
    {
        if (PartFromColleague(attempt, reason) is not { } colleague) return;
        if (colleague.Wish == AgentState.LoggedOut) Hold(new AgentLoggedOut(now, colleague.Agent));
        else Hold(new AgentAway(now, colleague.Agent, awayFor));
    }

    private Desk? PartFromColleague(Attempt attempt, string reason)
    {
        if (attempt.Consult is not { } consult) return null;
        Hold(new ConsultEnded(now, attempt.Id, consult.Colleague, consult.Offer, reason));
        Instruct(new WithdrawOffer(attempt.Id, consult.Colleague, consult.Offer));
        return desks[consult.Colleague];
    }
}
