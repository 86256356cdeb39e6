using Plateau.Core.Interactions;
using Plateau.Core.People;
using Plateau.Core.Prospecting;

namespace Plateau.Core.Floors;

/// <summary>Reads a journal and names what should never be so: no dial without a permit, one end, one disposition, one agent at a time.</summary>
/// <remarks>It knows nothing of the floor's own state, so that a mistake there can't hide itself.</remarks>
public sealed class Audit
{
    /// <summary>More violations than this are counted, not listed: one broken rule could fill the memory.</summary>
    private const int MostListed = 100;

    private readonly List<string> violations = [];
    private readonly Dictionary<AttemptId, Trail> trails = [];
    private readonly Dictionary<AgentId, AttemptId> talking = [];
    private readonly Dictionary<AgentId, AttemptId> listening = [];
    private readonly Dictionary<(ClientId, CustomerId), AttemptId> called = [];
    private readonly HashSet<(ClientId, CustomerId)> opposed = [];
    private bool lawIsLost;
    private NodaTime.Instant last = NodaTime.Instant.MinValue;

    private sealed class Trail
    {
        public required ClientId Client { get; init; }
        public required CustomerId Customer { get; init; }
        public bool Placed { get; set; }
        public bool Ended { get; set; }
        public AgentId? Handler { get; set; }
        public bool Parted { get; set; }
    }

    public IReadOnlyList<string> Violations => violations;

    /// <summary>Takes the next fact of the journal.</summary>
    public void See(Fact fact)
    {
        if (fact.At < last) Blame($"{fact.GetType().Name} at {fact.At} stands after {last}: time ran backwards");
        last = fact.At;
        switch (fact)
        {
            case OppositionRecorded opposition: opposed.Add((opposition.Client, opposition.Customer)); break;
            case LawLost: lawIsLost = true; break;
            case LawReturned: lawIsLost = false; break;
            case AttemptPermitted permitted: See(permitted); break;
            case AttemptPlaced placed: See(placed); break;
            case AttemptAnswered answered: Need(answered.Attempt, "answered"); break;
            case NoticeGiven given: Need(given.Attempt, "told who called"); break;
            case NoticeUnheard unheard: Need(unheard.Attempt, "left without a notice"); break;
            case MachineSampled sampled: Need(sampled.Attempt, "heard for the truth"); break;
            case Offered offered: Need(offered.Attempt, "offered"); break;
            case Connected connected: See(connected); break;
            case Released released: See(released); break;
            case AttemptEnded ended: See(ended); break;
            case Disposed disposed: See(disposed); break;
            case CustomerParked left: Part(left.Attempt, left.Agent, "parked"); break;
            case AgentLeftCall left: talking.Remove(left.Agent); break;
            case ConsultJoined joined: Occupy(joined.Colleague, joined.Attempt, "was consulted on"); break;
            case OfferMissed missed: Leave(missed.Agent, missed.Attempt); break;
            case ConsultEnded ended: Leave(ended.Colleague, ended.Attempt); break;
            case Transferred transferred: See(transferred); break;
            case MonitorStarted started: See(started); break;
            case MonitorEnded ended: if (!listening.Remove(ended.Supervisor)) Blame($"supervisor {ended.Supervisor} left {ended.Attempt} and was not in it"); break;
            case AgentReady ready when talking.TryGetValue(ready.Agent, out var attempt): Blame($"agent {ready.Agent} became ready while {attempt} was theirs"); break;
        }
    }

    private void See(AttemptPermitted permitted)
    {
        if (lawIsLost) Blame($"{permitted.Attempt} was permitted while the law could not be read");
        if (!trails.TryAdd(permitted.Attempt, new Trail { Client = permitted.Client, Customer = permitted.Customer })) Blame($"{permitted.Attempt} was permitted twice");
        if (permitted.Permit.AttemptsBefore >= 4 && permitted.Permit.Ground != "professional") Blame($"{permitted.Attempt} is a fifth attempt within thirty days");
        if (opposed.Contains((permitted.Client, permitted.Customer)) && permitted.Permit.Ground != "consent") Blame($"{permitted.Attempt} calls somebody who objected before");
    }

    private void See(AttemptPlaced placed)
    {
        if (!trails.TryGetValue(placed.Attempt, out var trail))
        {
            Blame($"{placed.Attempt} was placed without a permit");
            return;
        }
        if (trail.Placed) Blame($"{placed.Attempt} was placed twice");
        trail.Placed = true;
        if (!called.TryAdd((trail.Client, trail.Customer), placed.Attempt)) Blame($"{placed.Attempt} calls customer {trail.Customer}, who is being called by {called[(trail.Client, trail.Customer)]}");
    }

    private void See(Connected connected)
    {
        if (Need(connected.Attempt, "connected") is not { } trail) return;
        if (trail.Handler is not null && !trail.Parted) Blame($"{connected.Attempt} was connected to {connected.Agent} while {trail.Handler} spoke");
        Occupy(connected.Agent, connected.Attempt, "was connected to");
        (trail.Handler, trail.Parted) = (connected.Agent, false);
    }

    private void See(Transferred transferred)
    {
        if (Need(transferred.Attempt, "transferred") is not { } trail) return;
        if (trail.Handler != transferred.From || trail.Parted) Blame($"{transferred.Attempt} was handed on by {transferred.From}, who did not speak");
        if (talking.GetValueOrDefault(transferred.To) != transferred.Attempt) Blame($"{transferred.Attempt} was handed to {transferred.To}, who was not on the line");
        talking.Remove(transferred.From);
        trail.Handler = transferred.To;
    }

    private void See(MonitorStarted started)
    {
        if (Need(started.Attempt, "listened to") is not { } trail) return;
        if (trail.Handler != started.Agent || trail.Parted) Blame($"{started.Supervisor} listens to {started.Agent} on {started.Attempt}, who does not speak");
        if (listening.TryGetValue(started.Supervisor, out var other) && other != started.Attempt) Blame($"{started.Supervisor} listens to {started.Attempt} and to {other} at once");
        listening[started.Supervisor] = started.Attempt;
    }

    private void Part(AttemptId attempt, AgentId agent, string what)
    {
        if (Need(attempt, what) is not { } trail) return;
        if (trail.Handler != agent || trail.Parted) Blame($"{attempt} was {what} by {agent}, who did not speak");
        trail.Parted = true;
    }

    private void Leave(AgentId agent, AttemptId attempt)
    {
        if (talking.GetValueOrDefault(agent) == attempt) talking.Remove(agent);
    }

    private void Occupy(AgentId agent, AttemptId attempt, string what)
    {
        if (talking.TryGetValue(agent, out var other) && other != attempt) Blame($"agent {agent} {what} {attempt} while {other} was theirs");
        talking[agent] = attempt;
    }

    private void See(Released released)
    {
        if (Need(released.Attempt, "released") is not { } trail) return;
        if (trail.Handler is null) Blame($"{released.Attempt} was released and never connected");
        trail.Parted = true;
    }

    private void See(AttemptEnded ended)
    {
        if (Need(ended.Attempt, "ended") is not { } trail) return;
        trail.Ended = true;
        called.Remove((trail.Client, trail.Customer));
        if (trail.Handler is not null && !trail.Parted) Blame($"{ended.Attempt} ended while its agent was still joined");
        if (listening.ContainsValue(ended.Attempt)) Blame($"{ended.Attempt} ended while a supervisor still listened");
        if (trail.Handler is null) trails.Remove(ended.Attempt);
        if (ended is { Outcome: Outcome.Abandoned, Verdict: { MayRedial: true, NotBefore: { } rest } } && rest < ended.At + RecyclingRule.RestAfterAbandonment) Blame($"{ended.Attempt} was abandoned and may be called again too soon");
        if (ended.Verdict is null && trail.Handler is null) Blame($"{ended.Attempt} ended unhandled and nothing was decided about its prospect");
    }

    private void See(Disposed disposed)
    {
        if (!trails.Remove(disposed.Attempt, out var trail))
        {
            Blame($"{disposed.Attempt} was disposed twice, or before it was dialled");
            return;
        }
        if (!trail.Ended || trail.Handler is null) Blame($"{disposed.Attempt} was disposed and not handled to its end");
        Leave(disposed.Agent, disposed.Attempt);
    }

    /// <summary>The attempt must be placed and not over.</summary>
    private Trail? Need(AttemptId attempt, string what)
    {
        if (trails.TryGetValue(attempt, out var trail) && trail is { Placed: true, Ended: false }) return trail;
        Blame($"{attempt} was {what} without being dialled, or after its end");
        return null;
    }

    private void Blame(string what)
    {
        if (violations.Count < MostListed) violations.Add(what);
    }
}
