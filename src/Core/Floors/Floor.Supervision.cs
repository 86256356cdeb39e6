using Plateau.Core.Interactions;
using Plateau.Core.People;
using Plateau.Core.Prospecting;

namespace Plateau.Core.Floors;

/// <summary>Supervisors hear conversations, move agents, write to them and end the shift of a stuck desk; each act is a fact that names who did it.</summary>
public sealed partial class Floor
{
    private void Hear(MonitorWasAsked signal)
    {
        var place = $"agent {signal.Agent}";
        if (!desks.TryGetValue(signal.Agent, out var desk) || desk.Attempt is not { } id || !attempts.TryGetValue(id, out var attempt)
            || attempt.Stage != AttemptStage.Connected || attempt.Agent != signal.Agent)
        {
            Refuse(place, "no-conversation", "listen while the agent speaks with a customer");
            return;
        }
        if (signal.Supervisor == signal.Agent || attempt.Consult?.Colleague == signal.Supervisor
            || (desks.TryGetValue(signal.Supervisor, out var own) && own.State is not (AgentState.Away or AgentState.LoggedOut)) || own?.Attempt is not null)
        {
            Refuse($"agent {signal.Supervisor}", "engaged", "leave your own calls first: go away, or log out");
            return;
        }
        var present = attempt.Monitors.FirstOrDefault(monitor => monitor.Supervisor == signal.Supervisor);
        if (present?.Mode == signal.Mode) return;
        if (present is null && monitoring.TryGetValue(signal.Supervisor, out var elsewhere)) EndMonitor(attempts[elsewhere], signal.Supervisor, "left");
        var number = present?.Number ?? attempt.MonitorsSoFar + 1;
        Hold(new MonitorStarted(now, attempt.Id, signal.Agent, signal.Supervisor, number, signal.Mode, rooms[attempt.Campaign].Settings.MonitoringTold));
        Instruct(new StartMonitor(attempt.Id, signal.Supervisor, number, signal.Mode, attempt.Offer));
    }

    private void Hear(MonitorWasLeft signal)
    {
        if (monitoring.TryGetValue(signal.Supervisor, out var id)) EndMonitor(attempts[id], signal.Supervisor, "left");
    }

    private void Hear(MonitorFellAway signal)
    {
        if (attempts.TryGetValue(signal.Attempt, out var attempt) && attempt.Monitors.Any(monitor => monitor.Supervisor == signal.Supervisor && monitor.Number == signal.Number))
            EndMonitor(attempt, signal.Supervisor, "left");
    }

    private void EndMonitor(Attempt attempt, AgentId supervisor, string reason)
    {
        if (attempt.Monitors.FirstOrDefault(monitor => monitor.Supervisor == supervisor) is not { } present) return;
        Hold(new MonitorEnded(now, attempt.Id, supervisor, present.Number, reason));
        Instruct(new EndMonitor(attempt.Id, supervisor, present.Number));
    }

    private void EndMonitors(Attempt attempt, string reason)
    {
        foreach (var monitor in attempt.Monitors) EndMonitor(attempt, monitor.Supervisor, reason);
    }

    private void Hear(AgentWasMoved signal)
    {
        if (DeskOf(signal.Agent) is not { } desk || desk.Campaigns.SequenceEqual(signal.Campaigns)) return;
        foreach (var campaign in signal.Campaigns)
            if (!rooms.ContainsKey(campaign))
            {
                Refuse($"agent {signal.Agent}", "campaign-unknown", $"enter campaign {campaign}, or leave it out");
                return;
            }
        Serving(desk, new AgentMoved(now, desk.Agent, [.. signal.Campaigns], signal.By));
    }

    /// <summary>Nobody is taken off a call for a date: whoever speaks, or is waited for by a call that rings, goes on with it.</summary>
    private void Hear(CertificationsEnded signal)
    {
        if (!desks.TryGetValue(signal.Agent, out var desk) || desk.State == AgentState.LoggedOut) return;
        var closed = desk.Campaigns.Intersect(signal.Campaigns).ToList();
        if (closed.Count > 0) Serving(desk, new CampaignsClosed(now, desk.Agent, closed));
    }

    /// <summary>The agent serves other campaigns by this fact: a preview of one that is theirs no more is put away, and whoever is free takes up what waits.</summary>
    private void Serving(Desk desk, Fact others)
    {
        Hold(others);
        if (desk is { Preview: not null, Attempt: null } && !desk.Campaigns.Contains(desk.PreviewCampaign!.Value)) TakeBack(desk, "moved", "moved");
        else if (desk.IsFree) Serve(desk);
    }

    private void Hear(AgentWasSignedOut signal)
    {
        if (DeskOf(signal.Agent) is not { } desk) return;
        Hold(new AgentSignedOut(now, desk.Agent, signal.By));
        if (desk.Attempt is { } id && attempts.TryGetValue(id, out var attempt)) SignOutOf(desk, attempt);
        else if (desk.Preview is not null) Skip(desk, "logged-out", AgentState.LoggedOut, null);
        else Hold(new AgentLoggedOut(now, desk.Agent));
    }

    /// <summary>Whatever the desk has in hand is closed or given on; the customer stays on the line.</summary>
    private void SignOutOf(Desk desk, Attempt attempt)
    {
        if (desk.State is AgentState.Ready or AgentState.Away)
        {
            Hold(new AgentLoggedOut(now, desk.Agent));
            ReplaceWaiting(desk);
            return;
        }
        Hold(new AgentWished(now, desk.Agent, AgentState.LoggedOut, null));
        if (attempt.Consult?.Colleague == desk.Agent) LetColleagueGo(attempt, "logged-out");
        else if (attempt.IsUnanswered) End(attempt, Outcome.Cancelled, "agent-left");
        else if (attempt.Stage == AttemptStage.Released) Dispose(attempt, desk, null, StandardDispositions.Undisposed, null, false);
        else if (attempt.Stage is AttemptStage.Offered or AttemptStage.Accepted) Miss(attempt, "logged-out");
        else if (attempt.Consult is { Joined: true })
        {
            HandOver(attempt);
            Free(desk);
        }
        else
        {
            if (attempt.Stage == AttemptStage.Connected) Park(attempt, "logged-out");
            Detach(attempt, "logged-out");
            Free(desk);
            if (attempt.IsParked) OfferNext(attempt);
        }
    }

    private void Hear(MessageWasSent signal)
    {
        if (signal.To is { } to && DeskOf(to) is null) return;
        if (messages.Contains(signal.Message)) return;
        Hold(new MessageSent(now, signal.Message, signal.By, signal.To));
    }
}
