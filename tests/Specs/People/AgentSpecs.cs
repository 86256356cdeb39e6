using Plateau.Core.Interactions;
using Plateau.Core.People;
using Plateau.Core.Prospecting;
using Plateau.Specs.Floors;
using static Plateau.Specs.Floors.FloorScript;

namespace Plateau.Specs.People;

public sealed class AgentSpecs
{
    [Fact]
    public void Whoever_logs_in_is_away_until_they_say_that_they_are_ready()
    {
        var script = new FloorScript();
        script.Send(new DeskLoggedIn(script.Now, new("ann"), [Spring])).Bring(Prospect(1)).Dialled().Should().BeEmpty();
        (script.Desk("ann").State, script.Desk("ann").Reason).Should().Be((AgentState.Away, AwayReasons.JustLoggedIn));
        script.Send(new DeskBecameReady(script.Now, new("ann"))).Dialled().Should().Equal(new ProspectId(1));
    }

    [Fact]
    public void An_agent_goes_away_for_a_reason_and_comes_back()
    {
        var script = new FloorScript().Ready("ann");
        script.Send(new DeskWentAway(script.Now, new("ann"), "meal")).The<AgentAway>().Reason.Should().Be("meal");
        script.Bring(Prospect(1)).Dialled().Should().BeEmpty();
        script.Send(new DeskWentAway(script.Now, new("ann"), "training")).The<AgentAway>().Reason.Should().Be("training");
        script.Ready("ann").Dialled().Should().HaveCount(1);
    }

    public static TheoryData<string, bool, AgentState> Wishes => new()
    {
        { "away", false, AgentState.Away }, { "away", true, AgentState.Away },
        { "home", false, AgentState.LoggedOut }, { "home", true, AgentState.LoggedOut },
        { "ready", false, AgentState.Ready }, { "ready", true, AgentState.Ready },
    };

    [Theory, MemberData(nameof(Wishes))]
    public void A_wish_said_while_engaged_is_kept_for_afterwards(string wish, bool changedTheirMind, AgentState then)
    {
        var script = new FloorScript().Ready("ann").Bring(Prospect(1)).Talk(1);
        if (changedTheirMind) script.Send(new DeskWentAway(script.Now, new("ann"), "training"));
        script.Send(Wish(script, wish));
        script.Desk("ann").State.Should().Be(AgentState.Engaged);
        script.Ended(1).Disposed(1, "refusal");
        script.Desk("ann").State.Should().Be(then);
        script.Desk("ann").Wish.Should().BeNull();
    }

    [Fact]
    public void Whoever_goes_home_in_wrap_up_leaves_the_call_undisposed()
    {
        var script = new FloorScript().Ready("ann").Bring(Prospect(1)).Talk(1).Ended(1);
        script.Send(new DeskLoggedOut(script.Now, new("ann"))).The<Disposed>().Code.Should().Be(StandardDispositions.Undisposed);
        script.Desk("ann").State.Should().Be(AgentState.LoggedOut);
    }

    [Theory]
    [InlineData("away")]
    [InlineData("home")]
    public void When_an_agent_leaves_while_it_rings_another_takes_over(string how)
    {
        var script = new FloorScript().Ready("ann").Bring(Prospect(1)).Ready("bob");
        script.Send(Wish(script, how)).The<AttemptReassigned>().To.Should().Be(new AgentId("bob"));
        script.Answered(1).Told<OfferTo>().Agent.Should().Be(new AgentId("bob"));
    }

    [Theory]
    [InlineData("away")]
    [InlineData("home")]
    public void When_nobody_else_is_free_the_ringing_call_is_withdrawn(string how)
    {
        var script = new FloorScript().Ready("ann").Bring(Prospect(1));
        script.Send(Wish(script, how));
        (script.The<AttemptEnded>().Outcome, script.The<AttemptEnded>().Code).Should().Be((Outcome.Cancelled, "agent-left"));
        script.Told<HangUp>();
    }

    [Fact]
    public void Whoever_asked_to_go_home_and_misses_the_offer_is_home()
    {
        var script = new FloorScript().Ready("ann").Bring(Prospect(1)).Answered(1);
        script.Send(new DeskLoggedOut(script.Now, new("ann"))).Wait(5);
        script.Desk("ann").State.Should().Be(AgentState.LoggedOut);
    }

    [Fact]
    public void Campaigns_are_changed_between_two_calls_only()
    {
        var script = new FloorScript().Ready("ann").Bring(Prospect(1));
        script.Send(new DeskLoggedIn(script.Now, new("ann"), [])).Told<Flaw>().Reason.Should().Be("engaged");
        script.Facts.Should().BeEmpty();
    }

    [Fact]
    public void Changing_campaigns_puts_the_preview_away()
    {
        var script = new FloorScript(settings => settings with { Mode = DialMode.Preview }).Ready("ann").Bring(Prospect(1));
        script.Send(new DeskLoggedIn(script.Now, new("ann"), [])).The<PreviewSkipped>();
        script.Desk("ann").Preview.Should().BeNull();
    }

    [Fact]
    public void Agents_who_came_before_their_campaign_serve_it_when_it_opens()
    {
        var script = new FloorScript();
        var late = Settings() with { Id = new("late") };
        script.Send(new DeskLoggedIn(script.Now, new("ann"), [late.Id])).Told<Flaw>().Reason.Should().Be("campaign-unknown");
        script.Ready("ann").Start(late).BringTo(late.Id, Prospect(1)).Dialled().Should().Equal(new ProspectId(1));
    }

    private static Signal Wish(FloorScript script, string wish) => wish switch
    {
        "away" => new DeskWentAway(script.Now, new("ann"), "meal"),
        "home" => new DeskLoggedOut(script.Now, new("ann")),
        _ => new DeskBecameReady(script.Now, new("ann")),
    };
}
