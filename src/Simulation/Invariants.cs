using NodaTime;
using Plateau.Core.Floors;
using Plateau.Core.People;
using Plateau.Core.Prospecting;

namespace Plateau.Simulation;

/// <summary>What must hold between any two signals, looked at from outside the floor.</summary>
/// <remarks>What its journal alone can show is the auditor's business; this looks at how the parts of the floor agree.</remarks>
public static class Invariants
{
    /// <summary>Every disagreement found; empty on a sound floor.</summary>
    public static IEnumerable<string> Broken(Floor floor)
    {
        foreach (var desk in floor.Desks.Values)
        {
            if (desk.Attempt is { } id)
            {
                if (!floor.Attempts.TryGetValue(id, out var attempt)) yield return $"agent {desk.Agent} has {id}, which the floor has not";
                else if (attempt.Agent != desk.Agent && attempt.Consult?.Colleague != desk.Agent) yield return $"agent {desk.Agent} has {id}, which belongs to {attempt.Agent?.Value ?? "nobody"}";
            }
            else if (desk.State is AgentState.Engaged or AgentState.WrapUp) yield return $"agent {desk.Agent} is in {desk.State} with no attempt";
            if (desk is { State: AgentState.LoggedOut, Attempt: not null }) yield return $"agent {desk.Agent} went home from {desk.Attempt}";
            foreach (var campaign in desk.Campaigns)
                if (floor.Rooms.TryGetValue(campaign, out var room) && desk.IsFree != room.IsWaiting(desk)) yield return $"agent {desk.Agent} is {(desk.IsFree ? "free and not in" : "not free and in")} the line of {campaign}";
        }
        foreach (var what in BrokenConversations(floor)) yield return what;
        foreach (var attempt in floor.Attempts.Values)
            if (attempt.Stage != AttemptStage.Answered && !(attempt is { IsAhead: true, IsUnanswered: true }) && (attempt.Agent is not { } agent || floor.Desks[agent].Attempt != attempt.Id)) yield return $"{attempt.Id} in {attempt.Stage} has no agent who has it";
        foreach (var room in floor.Rooms.Values)
        {
            var live = floor.Attempts.Values.Count(attempt => attempt.IsLive && attempt.Campaign == room.Settings.Id);
            if (live != room.Live) yield return $"campaign {room.Settings.Id} counts {room.Live} live attempts and has {live}";
        }
        foreach (var trunk in floor.Trunks.Values)
        {
            var calls = floor.Attempts.Values.Count(attempt => attempt.IsLive && attempt.Trunk == trunk.Limits.Id);
            if (calls != trunk.Calls) yield return $"trunk {trunk.Limits.Id} counts {trunk.Calls} calls and has {calls}";
            if (calls > trunk.Limits.MostCalls) yield return $"trunk {trunk.Limits.Id} carries {calls} calls, more than its {trunk.Limits.MostCalls}";
        }
    }

    /// <summary>Who is asked, who listens and who waits with music belong to a conversation, each to one.</summary>
    private static IEnumerable<string> BrokenConversations(Floor floor)
    {
        var listening = new HashSet<Core.Interactions.AgentId>();
        foreach (var attempt in floor.Attempts.Values)
        {
            if (attempt.Consult is { } consult)
            {
                if (attempt.Stage != AttemptStage.Connected) yield return $"{attempt.Id} in {attempt.Stage} has a colleague on the line";
                if (consult.Colleague == attempt.Agent) yield return $"agent {attempt.Agent} consults themselves on {attempt.Id}";
                if (floor.Desks[consult.Colleague].Attempt != attempt.Id) yield return $"agent {consult.Colleague} is asked on {attempt.Id} and does not know it";
            }
            if (attempt.Held && attempt.Stage != AttemptStage.Connected) yield return $"{attempt.Id} in {attempt.Stage} is on hold";
            if (attempt.Monitors.Count > 0 && attempt.Stage != AttemptStage.Connected) yield return $"{attempt.Id} in {attempt.Stage} is listened to";
            foreach (var monitor in attempt.Monitors)
            {
                if (monitor.Agent != attempt.Agent) yield return $"{monitor.Supervisor} listens to {monitor.Agent} on {attempt.Id}, which is {attempt.Agent}'s";
                if (!listening.Add(monitor.Supervisor)) yield return $"{monitor.Supervisor} listens twice";
            }
            if (attempt is { IsParked: false, Stage: AttemptStage.Answered, IsAhead: false, NoticeAt: null }) yield return $"{attempt.Id} was answered and nobody is rung";
            if (attempt.ParkedAt is not null && attempt.Handler is null) yield return $"{attempt.Id} waits with music and nobody spoke before";
        }
        foreach (var desk in floor.Desks.Values)
            if (desk is { TelephoneIsLost: true, State: AgentState.Ready }) yield return $"agent {desk.Agent} is ready without a telephone";
    }

    /// <summary>Nothing hangs: no unanswered call outlives its ringing by long, no written-up call its limit.</summary>
    public static IEnumerable<string> Stuck(Floor floor)
    {
        foreach (var attempt in floor.Attempts.Values)
        {
            var settings = floor.Rooms[attempt.Campaign].Settings;
            if (attempt is { IsParked: false, Stage: AttemptStage.Answered, NoticeAt: null } && floor.Now - attempt.AnsweredAt!.Value > Duration.FromSeconds(10)) yield return $"{attempt.Id} was answered at {attempt.AnsweredAt} and hears nothing";
            if (attempt.NoticeAt is { } told && floor.Now - told > Duration.FromSeconds(60)) yield return $"{attempt.Id} hears who called since {told}";
            if (attempt.IsUnanswered && floor.Now - attempt.PlacedAt > settings.RingTimeout + Duration.FromSeconds(30)) yield return $"{attempt.Id} rings since {attempt.PlacedAt}";
            if (attempt.Stage is AttemptStage.Offered or AttemptStage.Accepted && floor.Now - (attempt.ParkedAt ?? attempt.AnsweredAt!.Value) > Duration.FromMinutes(3)) yield return $"{attempt.Id} waits for an agent since {attempt.AnsweredAt}";
        }
        foreach (var attempt in floor.Attempts.Values)
            if (attempt.IsParked && floor.Now - attempt.ParkedAt!.Value > floor.Rooms[attempt.Campaign].Settings.ReturnWithin + Duration.FromSeconds(15)) yield return $"{attempt.Id} waits with music since {attempt.ParkedAt}";
        foreach (var desk in floor.Desks.Values)
            if (desk is { State: AgentState.WrapUp, Attempt: { } id } && floor.Attempts.TryGetValue(id, out var written)
                && floor.Now - desk.Since > floor.Rooms[written.Campaign].Settings.WrapUpLimit + Duration.FromSeconds(5)) yield return $"agent {desk.Agent} writes up {id} since {desk.Since}";
    }
}
