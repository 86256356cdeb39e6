using NodaTime;
using Plateau.Core.Interactions;
using Plateau.Core.People;
using Plateau.Core.Prospecting;
using static Plateau.Specs.Floors.FloorScript;

namespace Plateau.Specs.Floors;

public sealed class OfferSpecs
{
    [Fact]
    public void A_missed_offer_sends_the_agent_away_and_the_customer_to_the_next()
    {
        var script = new FloorScript().Ready("ann", "bob").Bring(Prospect(1)).Answered(1);
        script.Send(new DeskMissed(script.Now, Attempt(1), new("ann"), 1, "busy"));
        script.The<OfferMissed>().Agent.Should().Be(new AgentId("ann"));
        script.Told<WithdrawOffer>().Agent.Should().Be(new AgentId("ann"));
        script.Told<OfferTo>().Should().Match<OfferTo>(offer => offer.Agent == new AgentId("bob") && offer.Offer == 2);
        (script.Desk("ann").State, script.Desk("ann").Reason).Should().Be((AgentState.Away, AwayReasons.MissedOffer));
    }

    [Theory]
    [InlineData(4, false)]
    [InlineData(5, true)]
    public void A_telephone_that_rings_too_long_has_missed_the_offer(int seconds, bool missed) =>
        new FloorScript().Ready("ann", "bob").Bring(Prospect(1)).Answered(1).Wait(seconds).Facts.OfType<OfferMissed>().Any().Should().Be(missed);

    [Theory]
    [InlineData(4, false)]
    [InlineData(5, true)]
    public void Two_who_are_not_joined_in_time_are_parted(int seconds, bool missed)
    {
        var script = new FloorScript().Ready("ann", "bob").Bring(Prospect(1)).Answered(1);
        script.Send(new DeskAnswered(script.Now, Attempt(1), new("ann"), 1)).Wait(seconds).Facts.OfType<OfferMissed>().Any().Should().Be(missed);
    }

    [Fact]
    public void A_person_for_whom_nobody_is_left_is_abandoned_and_counted()
    {
        var script = new FloorScript().Ready("ann").Bring(Prospect(1)).Answered(1);
        script.Send(new DeskMissed(script.Now, Attempt(1), new("ann"), 1, "busy"));
        (script.The<AttemptEnded>().Outcome, script.The<AttemptEnded>().Verdict!.NotBefore).Should().Be((Outcome.Abandoned, script.Now + Duration.FromHours(72)));
        script.Told<HangUp>();
    }

    [Theory]
    [InlineData(2000, Outcome.HungUpEarly)]
    [InlineData(2001, Outcome.Abandoned)]
    public void Whoever_hangs_up_within_two_seconds_was_not_abandoned(int milliseconds, Outcome outcome) =>
        new FloorScript().Ready("ann").Bring(Prospect(1)).Answered(1).Wait(Duration.FromMilliseconds(milliseconds)).Ended(1)
            .The<AttemptEnded>().Outcome.Should().Be(outcome);

    [Fact]
    public void An_agent_whose_customer_hangs_up_before_they_are_joined_is_ready_again()
    {
        var script = new FloorScript().Ready("ann").Bring(Prospect(1)).Answered(1).Ended(1);
        script.Told<WithdrawOffer>();
        script.Desk("ann").State.Should().Be(AgentState.Ready);
    }

    [Fact]
    public void An_answer_to_an_offer_that_is_gone_is_withdrawn()
    {
        var script = new FloorScript().Ready("ann", "bob").Bring(Prospect(1)).Answered(1);
        script.Send(new DeskMissed(script.Now, Attempt(1), new("ann"), 1, "busy"));
        script.Send(new DeskAnswered(script.Now, Attempt(1), new("ann"), 1)).Told<WithdrawOffer>().Should().Be(new WithdrawOffer(Attempt(1), new("ann"), 1));
        script.Facts.Should().BeEmpty();
    }

    [Fact]
    public void A_call_that_is_answered_after_we_withdrew_it_is_hung_up()
    {
        var script = new FloorScript().Ready("ann").Bring(Prospect(1));
        script.Send(new DeskReleased(script.Now, Attempt(1), new("ann"))).The<AttemptEnded>().Outcome.Should().Be(Outcome.Cancelled);
        script.Answered(1).Told<HangUp>().Attempt.Should().Be(Attempt(1));
        script.Facts.Should().BeEmpty();
    }

    [Theory]
    [InlineData(AnsweredBy.Machine, true, Outcome.Machine)]
    [InlineData(AnsweredBy.Machine, false, null)]
    [InlineData(AnsweredBy.Unsure, true, null)]
    [InlineData(AnsweredBy.Human, true, null)]
    [InlineData(AnsweredBy.Unknown, true, null)]
    public void Only_a_machine_that_the_campaign_wants_detected_gets_no_agent(AnsweredBy by, bool detects, Outcome? outcome)
    {
        var script = new FloorScript(settings => settings with { DetectMachines = detects, MachineSample = 0 }).Ready("ann").Bring(Prospect(1)).Answered(1, by);
        script.Facts.OfType<AttemptEnded>().SingleOrDefault()?.Outcome.Should().Be(outcome);
        script.Instructions.OfType<OfferTo>().Any().Should().Be(outcome is null);
    }

    [Fact]
    public void A_call_of_which_nothing_is_heard_is_ended_after_its_ringing()
    {
        var script = new FloorScript().Ready("ann").Bring(Prospect(1));
        script.Wait(44).Facts.Should().BeEmpty();
        script.Wait(1).The<AttemptEnded>().Outcome.Should().Be(Outcome.Interrupted);
        script.Told<HangUp>();
        script.Desk("ann").IsFree.Should().BeTrue();
    }
}
