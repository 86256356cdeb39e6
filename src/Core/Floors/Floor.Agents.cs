using Plateau.Core.Interactions;
using Plateau.Core.People;
using Plateau.Core.Prospecting;

namespace Plateau.Core.Floors;

/// <summary>Agents come, wait, leave for a reason and go home.</summary>
public sealed partial class Floor
{
    private void Hear(DeskLoggedIn signal)
    {
        var desk = desks.GetValueOrDefault(signal.Agent);
        if (desk is { State: not AgentState.LoggedOut } && desk.Campaigns.SequenceEqual(signal.Campaigns)) return;
        if (desk?.Attempt is not null)
        {
            Refuse($"agent {signal.Agent}", "engaged", "close the present call before changing campaigns");
            return;
        }
        if (desk?.Preview is not null) Skip(desk, "went-away", AgentState.Away, AwayReasons.JustLoggedIn);
        foreach (var campaign in signal.Campaigns)
            if (!rooms.ContainsKey(campaign)) Refuse($"agent {signal.Agent}", "campaign-unknown", $"enter campaign {campaign}, or take it from the agent");
        Hold(new AgentLoggedIn(now, signal.Agent, signal.Campaigns));
    }

    private void Hear(DeskBecameReady signal)
    {
        if (DeskOf(signal.Agent) is not { } desk) return;
        switch (desk.State)
        {
            case AgentState.Away when desk.TelephoneIsLost:
                Refuse($"agent {signal.Agent}", AwayReasons.TelephoneLost, "wait until your telephone is connected again");
                break;
            case AgentState.Away:
                Hold(new AgentReady(now, desk.Agent));
                Serve(desk);
                break;
            case AgentState.Offered or AgentState.Engaged or AgentState.WrapUp when desk.Wish is not null:
                Hold(new AgentWished(now, desk.Agent, AgentState.Ready, null));
                break;
        }
    }

    private void Hear(DeskWentAway signal)
    {
        if (DeskOf(signal.Agent) is not { } desk) return;
        switch (desk.State)
        {
            case AgentState.Away when desk.Reason != signal.Reason:
            case AgentState.Ready:
                Hold(new AgentAway(now, desk.Agent, signal.Reason));
                ReplaceWaiting(desk);
                break;
            case AgentState.Offered when desk.Preview is not null && desk.Attempt is null:
                Skip(desk, "went-away", AgentState.Away, signal.Reason);
                break;
            case AgentState.Offered or AgentState.Engaged or AgentState.WrapUp:
                if (desk.Wish != AgentState.Away || desk.WishReason != signal.Reason) Hold(new AgentWished(now, desk.Agent, AgentState.Away, signal.Reason));
                break;
        }
    }

    private void Hear(DeskLoggedOut signal)
    {
        if (DeskOf(signal.Agent) is not { } desk) return;
        switch (desk.State)
        {
            case AgentState.Away or AgentState.Ready:
                Hold(new AgentLoggedOut(now, desk.Agent));
                ReplaceWaiting(desk);
                break;
            case AgentState.Offered when desk.Preview is not null && desk.Attempt is null:
                Skip(desk, "logged-out", AgentState.LoggedOut, null);
                break;
            case AgentState.WrapUp when attempts.TryGetValue(desk.Attempt!.Value, out var attempt):
                Hold(new AgentWished(now, desk.Agent, AgentState.LoggedOut, null));
                Dispose(attempt, desk, null, StandardDispositions.Undisposed, null, false);
                break;
            case AgentState.Offered or AgentState.Engaged:
                if (desk.Wish != AgentState.LoggedOut) Hold(new AgentWished(now, desk.Agent, AgentState.LoggedOut, null));
                break;
        }
    }

    /// <summary>After a call is closed: home, away, or back into the line, as the agent wished.</summary>
    private void Free(Desk desk)
    {
        switch (desk.Wish)
        {
            case AgentState.LoggedOut: Hold(new AgentLoggedOut(now, desk.Agent)); break;
            case AgentState.Away: Hold(new AgentAway(now, desk.Agent, desk.WishReason ?? "")); break;
            default:
                if (desk.TelephoneIsLost)
                {
                    Hold(new AgentAway(now, desk.Agent, AwayReasons.TelephoneLost));
                    break;
                }
                Hold(new AgentReady(now, desk.Agent));
                Serve(desk);
                break;
        }
    }

    /// <summary>An agent became free: whoever hears music waits for them first; then the campaign of theirs with the greatest priority that has somebody to call gets them.</summary>
    private void Serve(Desk desk)
    {
        TakeUpParked(desk);
        TakeUpWaiting(desk);
        foreach (var room in RoomsOf(desk))
        {
            if (!desk.IsFree) return;
            Pace(room);
        }
    }

    /// <summary>The agent's campaigns as they are ranked; looked up again when they or any campaign changed.</summary>
    private Room[] RoomsOf(Desk desk)
    {
        if (desk.Serves is not { } found || found.Ranked != ranked || found.Campaigns != desk.Campaigns)
            desk.Serves = found = new(ranked, desk.Campaigns, Ranked(desk.Campaigns));
        return found.Rooms;
    }

    private Room[] Ranked(IReadOnlyList<CampaignId> campaigns) => [.. ranked.Where(room => campaigns.Contains(room.Settings.Id))];

    /// <summary>An agent for whom a call rings has left: another who is free takes their place, else the call is withdrawn.</summary>
    private void ReplaceWaiting(Desk left) => ReplaceWaiting(left, left.Attempt);

    private void ReplaceWaiting(Desk left, AttemptId? waiting)
    {
        if (waiting is not { } id || !attempts.TryGetValue(id, out var attempt)) return;
        if (!attempt.IsUnanswered) return;
        if (rooms.TryGetValue(attempt.Campaign, out var room) && room.Free.Count > 0)
            Hold(new AttemptReassigned(now, id, left.Agent, room.Free.Min.Agent));
        else
            End(attempt, Outcome.Cancelled, "agent-left");
    }

    private Desk? DeskOf(AgentId agent)
    {
        if (desks.TryGetValue(agent, out var desk) && desk.State != AgentState.LoggedOut) return desk;
        Refuse($"agent {agent}", "not-logged-in", "log in first");
        return null;
    }
}
