using NodaTime;
using Plateau.Core.Interactions;
using Plateau.Core.People;
using Plateau.Core.Prospecting;
using static Plateau.Specs.Floors.FloorScript;

namespace Plateau.Specs.Floors;

/// <summary>An agent's telephone fails: the customer hears music, the same agent may return, another takes over, or a callback is kept.</summary>
public sealed class LostTelephoneSpecs
{
    private static readonly AgentId Ann = new("ann");

    [Fact]
    public void The_customer_is_held_and_the_same_agent_gets_the_same_call_back()
    {
        var script = Lost();
        script.The<CustomerParked>().Should().Match<CustomerParked>(left => left.Reason == AwayReasons.TelephoneLost && left.Talk == Duration.FromSeconds(10));
        script.Told<Hold>().Held.Should().BeTrue();
        script.Told<WithdrawOffer>().Should().Be(new WithdrawOffer(Attempt(1), Ann, 1));
        script.Wait(20).Send(new TelephoneCameBack(script.Now, Ann)).Told<OfferTo>().Should().Match<OfferTo>(offer => offer.Agent == Ann && offer.Offer == 2);
        script.Joined(1).Wait(7).Ended(1).The<Released>().Should().Match<Released>(released => released.Talk == Duration.FromSeconds(7) && released.Earlier == Duration.FromSeconds(10));
        script.Disposed(1, "sale");
    }

    [Theory]
    [InlineData(29, false)]
    [InlineData(30, true)]
    public void After_the_campaigns_time_another_agent_takes_over(int seconds, bool over)
    {
        var script = new FloorScript().Ready("ann").Bring(Prospect(1)).Ready("bob").Talk(1);
        script.Send(new TelephoneWasLost(script.Now, Ann)).Wait(seconds);
        script.Facts.OfType<Offered>().Any(offered => offered.Agent == new AgentId("bob")).Should().Be(over);
        if (over) (script.Desk("ann").State, script.Desk("ann").Reason).Should().Be((AgentState.Away, AwayReasons.TelephoneLost));
    }

    [Fact]
    public void When_nobody_is_free_the_call_is_closed_with_its_reason_and_a_callback_is_kept()
    {
        var script = Lost().Wait(30);
        (script.The<AttemptEnded>().Outcome, script.The<AttemptEnded>().Code).Should().Be((Outcome.Interrupted, "no-agent"));
        script.The<CallbackKept>().Should().Match<CallbackKept>(kept => kept.Agent == Ann && kept.Due == script.Now + Duration.FromMinutes(2));
        script.The<Disposed>().By.Should().BeNull();
        script.Instructions.OfType<HangUp>().Should().NotBeEmpty();
    }

    [Fact]
    public void Whoever_becomes_free_meanwhile_takes_a_customer_for_whom_nobody_is_waited()
    {
        var script = new FloorScript().Ready("ann").Bring(Prospect(1)).Talk(1);
        script.Send(new AgentWasSignedOut(script.Now, Ann, new("sue")));
        script.Facts.OfType<Offered>().Should().BeEmpty();
        script.Ready("bob").The<Offered>().Agent.Should().Be(new AgentId("bob"));
    }

    [Fact]
    public void A_customer_who_hangs_up_meanwhile_is_written_up_by_the_agent_who_spoke()
    {
        var script = Lost().Ended(1);
        script.The<Released>().Should().Match<Released>(released => released.By == ReleasedBy.Customer && released.Talk == Duration.Zero && released.Earlier == Duration.FromSeconds(10));
        script.Desk("ann").State.Should().Be(AgentState.WrapUp);
        script.Disposed(1, "sale");
        (script.Desk("ann").State, script.Desk("ann").Reason).Should().Be((AgentState.Away, AwayReasons.TelephoneLost));
    }

    [Fact]
    public void Whoever_waits_for_calls_without_a_telephone_is_away_until_it_is_back()
    {
        var script = new FloorScript().Ready("ann").Send(new TelephoneWasLost(default, Ann));
        script.The<AgentAway>().Reason.Should().Be(AwayReasons.TelephoneLost);
        script.Bring(Prospect(1)).Dialled().Should().BeEmpty();
        script.Send(new DeskBecameReady(script.Now, Ann)).Told<Flaw>().Reason.Should().Be(AwayReasons.TelephoneLost);
        script.Send(new TelephoneCameBack(script.Now, Ann)).Dialled().Should().Equal(new ProspectId(1));
    }

    [Fact]
    public void A_call_that_rings_for_a_lost_telephone_goes_to_another_or_is_withdrawn()
    {
        var script = new FloorScript().Ready("ann").Bring(Prospect(1)).Ready("bob");
        script.Send(new TelephoneWasLost(script.Now, Ann)).The<AttemptReassigned>().To.Should().Be(new AgentId("bob"));
        script = new FloorScript().Ready("ann").Bring(Prospect(1));
        script.Send(new TelephoneWasLost(script.Now, Ann)).The<AttemptEnded>().Outcome.Should().Be(Outcome.Cancelled);
        script = new FloorScript().Ready("ann").Bring(Prospect(1)).Ready("bob").Answered(1);
        script.Send(new TelephoneWasLost(script.Now, Ann)).Told<OfferTo>().Agent.Should().Be(new AgentId("bob"));
    }

    [Fact]
    public void A_colleague_on_the_line_takes_over_at_once()
    {
        var script = new FloorScript().Ready("ann").Bring(Prospect(1)).Ready("bob").Talk(1);
        script.Send(new DeskConsulted(script.Now, Attempt(1), Ann, new("bob"))).Send(new CallJoined(script.Now, Attempt(1), new("bob")));
        script.Send(new TelephoneWasLost(script.Now, Ann)).The<Transferred>().To.Should().Be(new AgentId("bob"));
        script.Desk("ann").State.Should().Be(AgentState.Away);
    }

    [Fact]
    public void The_wait_for_a_telephone_outlives_a_restart()
    {
        AttemptId[] one = [Attempt(1)];
        var script = Lost().Restart();
        script.Connect(one, one).Told<Hold>().Held.Should().BeTrue("the switch may not have heard it");
        script.Facts.Should().BeEmpty("ann is still waited for");
        script.Send(new TelephoneCameBack(script.Now, Ann)).Told<OfferTo>().Agent.Should().Be(Ann);
        Lost().Restart().Wait(30).The<CallbackKept>();
    }

    [Fact]
    public void A_leg_that_the_switch_lost_alone_is_rung_again_at_once()
    {
        AttemptId[] one = [Attempt(1)];
        var script = new FloorScript().Ready("ann").Bring(Prospect(1)).Talk(1).Wait(1).Connect(one, one);
        script.The<CustomerParked>().Reason.Should().Be("desk-gone");
        script.Told<OfferTo>().Should().Match<OfferTo>(offer => offer.Agent == Ann && offer.Offer == 2);
    }

    /// <summary>Ann spoke for ten seconds, then her telephone was gone.</summary>
    private static FloorScript Lost()
    {
        var script = new FloorScript().Ready("ann").Bring(Prospect(1)).Talk(1).Wait(10);
        return script.Send(new TelephoneWasLost(script.Now, Ann));
    }
}
