using NodaTime;
using Plateau.Core.Interactions;
using Plateau.Core.People;
using Plateau.Core.Prospecting;

namespace Plateau.Simulation;

/// <summary>The invented agents: they come, speak, write up, dispose, take breaks and go home.</summary>
public sealed class Workforce(Scenario scenario, long seed, CampaignId campaign, Customers customers, Carrier carrier, Action<Duration, Func<Instant, Signal?>> later)
{
    private readonly Dictionary<AttemptId, (ProspectId Prospect, int Tried)> calls = [];
    private readonly Dictionary<AgentId, Chance> habits = [];
    private bool closing;

    /// <summary>Everybody logs in within the first minute.</summary>
    public void Open()
    {
        for (var number = 1; number <= scenario.Agents; number++)
        {
            var agent = AgentOf(number);
            habits[agent] = new Chance(seed, "agent", number);
            var arrives = Duration.FromMilliseconds(habits[agent].BetweenMilliseconds(0, 60_000));
            later(arrives, at => new DeskLoggedIn(at, agent, [campaign]));
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
            case Connected connected: Talk(connected); break;
            case Released released: WriteUp(released); break;
            case AttemptEnded { Verdict: not null } ended: calls.Remove(ended.Attempt); break;
            case Disposed disposed: calls.Remove(disposed.Attempt); break;
            case AgentAway { Reason: AwayReasons.MissedOffer } away when !closing:
                later(Duration.FromSeconds(20), at => new DeskBecameReady(at, away.Agent));
                break;
            case AgentAway { Reason: "preview-too-long" } away when !closing:
                later(Duration.FromSeconds(20), at => new DeskBecameReady(at, away.Agent));
                break;
        }
    }

    /// <summary>A prospect is shown; the agent looks and clicks.</summary>
    public void Look(ShowPreview shown, Instant at)
    {
        var looks = Duration.FromMilliseconds(habits[shown.Agent].LognormalMilliseconds(8_000));
        later(looks, when => new DeskDialled(when, shown.Agent, shown.Campaign, customers.Bring(new BringProspect(shown.Campaign, shown.Prospect), when).Dossiers[0]));
    }

    private void Talk(Connected connected)
    {
        var (prospect, tried) = calls[connected.Attempt];
        var chance = new Chance(seed, "conversation", prospect.Value * 16 + tried % 16);
        var talk = Duration.FromMilliseconds(customers.TalkMilliseconds(connected.Attempt, prospect, tried));
        if (chance.Happens(scenario.Workforce.Holds))
        {
            later(talk / 3, at => new DeskHeld(at, connected.Attempt, connected.Agent, true));
            later(talk / 2, at => new DeskHeld(at, connected.Attempt, connected.Agent, false));
        }
        if (chance.Happens(scenario.Workforce.AgentEnds)) later(talk, at => new DeskReleased(at, connected.Attempt, connected.Agent));
        else carrier.CustomerLeaves(connected.Attempt, talk);
        // Whoever was to end it may be lost in a fault; the agent notices the silence.
        later(talk + Duration.FromSeconds(30), at => new DeskReleased(at, connected.Attempt, connected.Agent));
    }

    private void WriteUp(Released released)
    {
        var (prospect, tried) = calls[released.Attempt];
        var chance = new Chance(seed, "disposition", prospect.Value * 16 + tried % 16);
        if (chance.Happens(scenario.Workforce.Forgets)) return;
        var wrapUp = Duration.FromMilliseconds(chance.LognormalMilliseconds(scenario.Workforce.WrapUpMean));
        var drawn = chance.Below(1_000_000);
        bool Among(int share) => (drawn -= share) < 0;
        var model = scenario.Workforce;
        var code = Among(model.Sale) ? "sale" : Among(model.Callback) ? "callback" : Among(model.Opposition) ? "opposition" : Among(model.WrongNumber) ? "wrong-number" : "refusal";
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
        later(works, at => closing ? null : new DeskWentAway(at, agent, "break"));
        later(works + rests, at =>
        {
            if (closing) return null;
            PlanBreak(agent);
            return new DeskBecameReady(at, agent);
        });
    }

    private static AgentId AgentOf(int number) => new($"agent-{number}");
}
