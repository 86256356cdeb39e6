using NodaTime;
using Plateau.Core.Interactions;
using Plateau.Core.People;
using Plateau.Core.Prospecting;

namespace Plateau.Simulation;

/// <summary>An invented agent and the campaigns that they serve.</summary>
public sealed record Colleague(AgentId Agent, IReadOnlyList<CampaignId> Campaigns);

/// <summary>The invented agents: they come, speak, write up, dispose, take breaks and go home.</summary>
/// <remarks>Agents who are not among the colleagues are left alone: somebody plays them from a desk.</remarks>
public sealed class Workforce(
    Scenario scenario, long seed, IReadOnlyList<Colleague> colleagues, Customers customers, Carrier carrier, Action<Duration, Func<Instant, Signal?>> later)
{
    private readonly Dictionary<AttemptId, (ProspectId Prospect, int Tried)> calls = [];
    private readonly Dictionary<AttemptId, AgentId> speaking = [];
    private readonly Dictionary<AgentId, Chance> habits = [];
    private static readonly AgentId Supervisor = new("supervisor");
    private long turns;
    private bool closing;
    private int day;

    /// <summary>Everybody logs in within the first minute.</summary>
    public void Open()
    {
        closing = false;
        day++;
        for (var number = 1; number <= colleagues.Count; number++)
        {
            var (agent, campaigns) = colleagues[number - 1];
            if (!habits.ContainsKey(agent)) habits[agent] = new Chance(seed, "agent", number);
            var arrives = Duration.FromMilliseconds(habits[agent].BetweenMilliseconds(0, 60_000));
            later(arrives, at => new DeskLoggedIn(at, agent, campaigns));
            later(arrives + Duration.FromSeconds(2), at => new DeskBecameReady(at, agent));
            PlanBreak(agent);
        }
    }

    /// <summary>Everybody goes home once their call is closed.</summary>
    public void Close()
    {
        closing = true;
        foreach (var agent in habits.Keys.Order()) later(Duration.Zero, at => new DeskLoggedOut(at, agent));
    }

    /// <summary>What the desks show, and what the agents do about it.</summary>
    public void See(Fact fact)
    {
        switch (fact)
        {
            case AttemptPermitted permitted: calls[permitted.Attempt] = (permitted.Prospect, permitted.Tried); break;
            case Connected connected: Talk(connected.Attempt, connected.Agent); break;
            case Transferred transferred: Talk(transferred.Attempt, transferred.To); break;
            case ConsultJoined joined: Decide(joined); break;
            case Released released: WriteUp(released); break;
            case AttemptEnded { Verdict: not null } ended: calls.Remove(ended.Attempt); break;
            case Disposed disposed:
                calls.Remove(disposed.Attempt);
                speaking.Remove(disposed.Attempt);
                break;
            case AgentAway { Reason: AwayReasons.MissedOffer } away when !closing && habits.ContainsKey(away.Agent):
                later(Duration.FromSeconds(20), at => new DeskBecameReady(at, away.Agent));
                break;
            case AgentAway { Reason: "preview-too-long" } away when !closing && habits.ContainsKey(away.Agent):
                later(Duration.FromSeconds(20), at => new DeskBecameReady(at, away.Agent));
                break;
        }
    }

    /// <summary>A prospect is shown; the agent looks and clicks.</summary>
    public void Look(ShowPreview shown, Instant at)
    {
        if (LookFor(shown.Agent) is { } looks) later(looks, when => new DeskDialled(when, shown.Agent, shown.Campaign, customers.Bring(new BringProspect(shown.Campaign, shown.Prospect), when).Dossiers[0]));
    }

    /// <summary>How long this agent looks at a prospect before they click; null when somebody plays them.</summary>
    public Duration? LookFor(AgentId agent) => habits.TryGetValue(agent, out var habit) ? Duration.FromMilliseconds(habit.LognormalMilliseconds(8_000)) : null;

    private void Talk(AttemptId attempt, AgentId agent)
    {
        speaking[attempt] = agent;
        var (prospect, tried) = calls[attempt];
        var chance = new Chance(seed, "conversation", prospect.Value * 16 + tried % 16);
        var talk = Duration.FromMilliseconds(customers.TalkMilliseconds(attempt, prospect, tried));
        if (!habits.ContainsKey(agent))
        {
            carrier.CustomerLeaves(attempt, talk);
            return;
        }
        if (chance.Happens(scenario.Workforce.Holds))
        {
            later(talk / 3, at => new DeskHeld(at, attempt, agent, true));
            later(talk / 2, at => new DeskHeld(at, attempt, agent, false));
        }
        if (chance.Happens(scenario.Workforce.AgentEnds)) later(talk, at => new DeskReleased(at, attempt, agent));
        else carrier.CustomerLeaves(attempt, talk);
        TurnOut(attempt, agent, talk);
        // Whoever was to end it may be lost in a fault; the agent notices the silence.
        later(talk + Duration.FromSeconds(30), at => new DeskReleased(at, attempt, agent));
    }

    /// <summary>What may happen in a conversation beside speaking: a colleague is asked, a telephone fails, a supervisor listens.</summary>
    private void TurnOut(AttemptId attempt, AgentId agent, Duration talk)
    {
        var (model, chance) = (scenario.Workforce, new Chance(seed, "turn", ++turns));
        var colleague = colleagues[chance.Below(colleagues.Count)].Agent;
        if (chance.Happens(model.Consults)) later(talk / 4, at => new DeskConsulted(at, attempt, agent, colleague));
        else if (chance.Happens(model.BlindTransfers)) later(talk / 4, at => new DeskTransferred(at, attempt, agent, colleague));
        if (chance.Happens(model.LosesTelephone)) LoseTelephone(agent, talk / 3, Duration.FromMilliseconds(chance.ExponentialMilliseconds(model.TelephoneAwayMean)));
        if (!chance.Happens(model.Monitored)) return;
        var mode = (MonitorMode)chance.Below(3);
        later(talk / 8, at => new MonitorWasAsked(at, Supervisor, agent, mode));
        later(talk / 8 + Duration.FromMilliseconds(chance.ExponentialMilliseconds(20_000)), at => new MonitorWasLeft(at, Supervisor));
    }

    /// <summary>The two have spoken: the colleague takes over, all three speak, or the customer comes back alone.</summary>
    private void Decide(ConsultJoined joined)
    {
        var chance = new Chance(seed, "consult", ++turns);
        var asker = speaking.GetValueOrDefault(joined.Attempt);
        var speaks = Duration.FromMilliseconds(chance.LognormalMilliseconds(12_000));
        if (chance.Happens(300_000)) later(speaks / 2, at => new DeskHeld(at, joined.Attempt, asker, false));
        if (chance.Happens(600_000)) later(speaks, at => new DeskTransferred(at, joined.Attempt, asker));
        else later(speaks, at => new DeskTookBack(at, joined.Attempt, asker));
    }

    private void LoseTelephone(AgentId agent, Duration after, Duration away)
    {
        later(after, at =>
        {
            carrier.LoseTelephone(agent, true);
            return new TelephoneWasLost(at, agent);
        });
        later(after + away, at =>
        {
            carrier.LoseTelephone(agent, false);
            return new TelephoneCameBack(at, agent);
        });
    }

    private void WriteUp(Released released)
    {
        if (!habits.ContainsKey(released.Agent)) return;
        var (prospect, tried) = calls[released.Attempt];
        var chance = new Chance(seed, "disposition", prospect.Value * 16 + tried % 16);
        if (chance.Happens(scenario.Workforce.Forgets)) return;
        var wrapUp = Duration.FromMilliseconds(chance.LognormalMilliseconds(scenario.Workforce.WrapUpMean));
        var drawn = chance.Below(1_000_000);
        bool Among(int share) => (drawn -= share) < 0;
        var model = scenario.Workforce;
        var code = customers.IsMachine(prospect, tried) ? "machine" : Among(model.Sale) ? "sale" : Among(model.Callback) ? "callback" : Among(model.Opposition) ? "opposition" : Among(model.WrongNumber) ? "wrong-number" : "refusal";
        var comesBack = Duration.FromMinutes(10 + chance.Below(180));
        var personal = chance.Happens(500_000);
        Signal Said(Instant at) => new DeskDisposed(at, released.Attempt, released.Agent, code, code == "callback" ? at + comesBack : null, personal);
        later(wrapUp, Said);
        // The page sends it again until it is acknowledged: twice must be harmless.
        later(wrapUp + Duration.FromSeconds(5), Said);
    }

    private void PlanBreak(AgentId agent)
    {
        var model = scenario.Workforce;
        var works = Duration.FromMilliseconds(habits[agent].ExponentialMilliseconds(model.WorkBetweenBreaksMean));
        var rests = Duration.FromMilliseconds(habits[agent].LognormalMilliseconds(model.BreakMean));
        var today = day;
        later(works, at => closing || day != today ? null : new DeskWentAway(at, agent, "break"));
        later(works + rests, at =>
        {
            if (closing || day != today) return null;
            PlanBreak(agent);
            return new DeskBecameReady(at, agent);
        });
    }
}
