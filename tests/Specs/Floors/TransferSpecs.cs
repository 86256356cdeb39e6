using NodaTime;
using Plateau.Core.Interactions;
using Plateau.Core.People;
using Plateau.Core.Prospecting;
using static Plateau.Specs.Floors.FloorScript;

namespace Plateau.Specs.Floors;

/// <summary>A customer is handed from agent to agent and is never left alone with music.</summary>
public sealed class TransferSpecs
{
    private static readonly AgentId Ann = new("ann");
    private static readonly AgentId Bob = new("bob");

    [Fact]
    public void A_colleague_is_asked_while_the_customer_hears_music_and_takes_over()
    {
        var script = Talking();
        script.Send(new DeskConsulted(script.Now, Attempt(1), Ann, Bob));
        script.Told<Hold>().Held.Should().BeTrue();
        script.Told<OfferTo>().Should().Match<OfferTo>(offer => offer.Agent == Bob && offer.Offer == 2);
        script.Desk("bob").State.Should().Be(AgentState.Offered);

        script.Send(new DeskAnswered(script.Now, Attempt(1), Bob, 2)).Told<JoinColleague>().Should().Be(new JoinColleague(Attempt(1), Bob, 2));
        script.Send(new CallJoined(script.Now, Attempt(1), Bob)).The<ConsultJoined>();
        script.Desk("bob").State.Should().Be(AgentState.Engaged);

        script.Wait(30).Send(new DeskTransferred(script.Now, Attempt(1), Ann));
        script.The<Transferred>().Should().Match<Transferred>(moved => moved.From == Ann && moved.To == Bob && moved.Offer == 2 && moved.Talk == Duration.FromSeconds(30));
        script.Told<Hold>().Held.Should().BeFalse();
        script.Told<WithdrawOffer>().Should().Be(new WithdrawOffer(Attempt(1), Ann, 1));
        script.Desk("ann").State.Should().Be(AgentState.Ready);

        script.Wait(20).Ended(1).The<Released>().Should().Match<Released>(released => released.Agent == Bob && released.Talk == Duration.FromSeconds(20) && released.Earlier == Duration.FromSeconds(30));
        script.Disposed(1, "sale").The<Disposed>().Agent.Should().Be(Bob);
    }

    [Fact]
    public void The_agent_lets_the_colleague_go_and_takes_the_customer_back()
    {
        var script = Asking();
        script.Send(new DeskTookBack(script.Now, Attempt(1), Ann)).The<ConsultEnded>().Reason.Should().Be("returned");
        script.Told<Hold>().Held.Should().BeFalse();
        script.Told<WithdrawOffer>().Agent.Should().Be(Bob);
        (script.Desk("bob").State, script.Floor.Attempts[Attempt(1)].Agent).Should().Be((AgentState.Ready, Ann));
    }

    [Fact]
    public void With_the_customer_taken_back_all_three_speak_until_one_of_the_agents_leaves()
    {
        var script = Asking();
        script.Send(new DeskHeld(script.Now, Attempt(1), Ann, false)).Told<Hold>().Held.Should().BeFalse();
        script.Floor.Attempts[Attempt(1)].Consult!.Joined.Should().BeTrue();
        script.Send(new DeskReleased(script.Now, Attempt(1), Ann)).The<Transferred>().To.Should().Be(Bob);
        script.Instructions.OfType<HangUp>().Should().BeEmpty("the customer stays on the line");

        script = Asking();
        script.Send(new DeskReleased(script.Now, Attempt(1), Bob)).The<ConsultEnded>().Reason.Should().Be("left");
        script.Floor.Attempts[Attempt(1)].Held.Should().BeTrue("ann has not taken the customer back yet");
    }

    [Theory]
    [InlineData(19, false)]
    [InlineData(20, true)]
    public void A_colleague_who_does_not_answer_is_away_and_the_agent_keeps_the_customer(int seconds, bool missed)
    {
        var script = Talking();
        script.Send(new DeskConsulted(script.Now, Attempt(1), Ann, Bob)).Wait(seconds);
        script.Facts.OfType<ConsultEnded>().Any().Should().Be(missed);
        if (missed) (script.Desk("bob").State, script.Desk("bob").Reason, script.Desk("ann").State).Should().Be((AgentState.Away, AwayReasons.MissedOffer, AgentState.Engaged));
    }

    [Fact]
    public void When_the_customer_hangs_up_during_a_consultation_the_colleague_is_free_and_the_agent_writes_up()
    {
        var script = Asking().Ended(1);
        script.The<ConsultEnded>().Reason.Should().Be("call-ended");
        (script.Desk("ann").State, script.Desk("bob").State).Should().Be((AgentState.WrapUp, AgentState.Ready));
    }

    [Fact]
    public void A_blind_transfer_rings_the_colleague_and_frees_the_agent()
    {
        var script = Talking();
        script.Send(new DeskTransferred(script.Now, Attempt(1), Ann, Bob)).The<CustomerParked>().Reason.Should().Be("transferred");
        script.Told<OfferTo>().Agent.Should().Be(Bob);
        script.Desk("ann").State.Should().Be(AgentState.Ready);
        script.Joined(1).Wait(1).Ended(1).Disposed(1, "sale").The<Disposed>().Agent.Should().Be(Bob);
    }

    [Fact]
    public void A_blind_transfer_that_is_missed_comes_back_to_whoever_spoke_before()
    {
        var script = Talking().Ready("eve");
        script.Send(new DeskTransferred(script.Now, Attempt(1), Ann, Bob)).Send(new DeskMissed(script.Now, Attempt(1), Bob, 2, "busy"));
        script.Told<OfferTo>().Should().Match<OfferTo>(offer => offer.Agent == Ann && offer.Offer == 3, "nobody need tell their story twice");
    }

    [Fact]
    public void A_colleague_for_whom_a_call_still_rings_can_be_asked_and_another_takes_that_call()
    {
        var script = new FloorScript().Ready("ann").Bring(Prospect(1)).Ready("bob").Bring(Prospect(2)).Ready("eve").Talk(1);
        script.Send(new DeskConsulted(script.Now, Attempt(1), Ann, Bob)).The<AttemptReassigned>().To.Should().Be(new AgentId("eve"));
        script = new FloorScript().Ready("ann").Bring(Prospect(1)).Ready("bob").Bring(Prospect(2)).Talk(1);
        script.Send(new DeskTransferred(script.Now, Attempt(1), Ann, Bob)).The<AttemptReassigned>().To.Should().Be(Ann, "she is free now");
        script.Told<OfferTo>().Agent.Should().Be(Bob);
    }

    [Fact]
    public void A_customer_who_hangs_up_between_two_agents_is_called_back_soon()
    {
        var script = Talking();
        script.Send(new DeskTransferred(script.Now, Attempt(1), Ann, Bob)).Ended(1);
        script.The<Disposed>().Should().Match<Disposed>(disposed => disposed.By == null && disposed.Agent == Ann && disposed.Code == StandardDispositions.Undisposed);
        script.The<CallbackKept>().Due.Should().Be(script.Now + Duration.FromMinutes(2));
        script.Desk("bob").State.Should().Be(AgentState.Ready);
        script.Floor.Attempts.Should().BeEmpty();
    }

    public static TheoryData<string, Func<FloorScript, Signal>> Mistakes => new()
    {
        { "no-conversation", script => new DeskConsulted(script.Now, Attempt(1), Bob, Ann) },
        { "no-conversation", script => new DeskKeyed(script.Now, Attempt(7), Ann, "1") },
        { "no-colleague", script => new DeskConsulted(script.Now, Attempt(1), Ann, Ann) },
        { "no-colleague", script => new DeskConsulted(script.Now, Attempt(1), Ann, new("nobody")) },
        { "no-colleague", script => new DeskTransferred(script.Now, Attempt(1), Ann) },
        { "not-free", script => new DeskTransferred(script.Now, Attempt(1), Ann, new("joe")) },
        { "keys", script => new DeskKeyed(script.Now, Attempt(1), Ann, "12a") },
        { "keys", script => new DeskKeyed(script.Now, Attempt(1), Ann, "") },
        { "keys", script => new DeskKeyed(script.Now, Attempt(1), Ann, new string('1', 33)) },
    };

    [Theory, MemberData(nameof(Mistakes))]
    public void What_cannot_be_done_says_why_and_leaves_no_fact(string reason, Func<FloorScript, Signal> mistake)
    {
        var script = Talking().Ready("joe");
        script.Send(new DeskWentAway(script.Now, new("joe"), "meal"));
        script.Desk("joe").State.Should().Be(AgentState.Away);
        script.Send(mistake(script)).Told<Flaw>().Reason.Should().Be(reason);
        script.Facts.Should().BeEmpty();
    }

    [Fact]
    public void One_colleague_at_a_time()
    {
        var script = Asking().Ready("eve");
        script.Send(new DeskConsulted(script.Now, Attempt(1), Ann, new("eve"))).Told<Flaw>().Reason.Should().Be("consulting");
        script.Send(new DeskTransferred(script.Now, Attempt(1), Ann, new("eve"))).Told<Flaw>().Reason.Should().Be("consulting");
        script = Talking();
        script.Send(new DeskConsulted(script.Now, Attempt(1), Ann, Bob)).Send(new DeskTransferred(script.Now, Attempt(1), Ann)).Told<Flaw>().Reason.Should().Be("consult-not-answered");
    }

    [Fact]
    public void Keys_go_to_the_customers_line_and_into_no_fact()
    {
        var script = Talking();
        script.Send(new DeskKeyed(script.Now, Attempt(1), Ann, "12#")).Told<SendKeys>().Keys.Should().Be("12#");
        script.Facts.Should().BeEmpty("what was pressed may be a card's number");
        script.Send(new DeskHeld(script.Now, Attempt(1), Ann, true)).Send(new DeskKeyed(script.Now, Attempt(1), Ann, "1")).Told<Flaw>().Reason.Should().Be("on-hold");
    }

    [Fact]
    public void A_consultation_outlives_a_restart()
    {
        var script = Talking();
        script.Send(new DeskConsulted(script.Now, Attempt(1), Ann, Bob)).Restart().Wait(20).The<ConsultEnded>();
        script = Asking().Restart();
        script.Send(new DeskTransferred(script.Now, Attempt(1), Ann)).The<Transferred>().To.Should().Be(Bob);
    }

    /// <summary>Ann speaks with a customer; Bob is ready.</summary>
    private static FloorScript Talking() => new FloorScript().Ready("ann").Bring(Prospect(1)).Ready("bob").Talk(1);

    /// <summary>Ann and Bob speak, the customer hears music.</summary>
    private static FloorScript Asking()
    {
        var script = Talking();
        return script.Send(new DeskConsulted(script.Now, Attempt(1), Ann, Bob)).Send(new CallJoined(script.Now, Attempt(1), Bob));
    }
}
