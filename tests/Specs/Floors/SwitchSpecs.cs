using NodaTime;
using Plateau.Core.Interactions;
using Plateau.Core.People;
using Plateau.Core.Prospecting;
using static Plateau.Specs.Floors.FloorScript;
using Record = Plateau.Core.Prospecting.Record;

namespace Plateau.Specs.Floors;

public sealed class SwitchSpecs
{
    private static readonly AttemptId[] One = [Attempt(1)];

    [Fact]
    public void Nothing_is_dialled_while_the_switch_is_away()
    {
        var script = new FloorScript().Ready("ann");
        script.Send(new SwitchLost(script.Now, false)).Bring(Prospect(1)).Dialled().Should().BeEmpty();
        script.Connect().Dialled().Should().Equal(new ProspectId(1));
    }

    [Fact]
    public void When_only_the_link_is_gone_conversations_go_on()
    {
        var script = Talking();
        script.Send(new SwitchLost(script.Now, false)).Facts.Should().BeEmpty();
        script.Connect(One, One, One, One).Facts.Should().BeEmpty();
        script.Desk("ann").State.Should().Be(AgentState.Engaged);
    }

    [Fact]
    public void When_the_switch_has_died_every_call_is_closed_with_its_reason()
    {
        var script = new FloorScript().Ready("ann", "bob", "eve").Bring(Prospect(1), Prospect(2), Prospect(3)).Talk(1).Answered(2);
        script.Send(new SwitchLost(script.Now, true));
        script.Facts.OfType<AttemptEnded>().Select(ended => (ended.Attempt, ended.Outcome, ended.Code)).Should().Equal(
            (Attempt(1), Outcome.Interrupted, "switch-died"), (Attempt(2), Outcome.Interrupted, "switch-died"), (Attempt(3), Outcome.Interrupted, "switch-died"));
        script.Facts.OfType<AttemptEnded>().Skip(1).Should().OnlyContain(ended => ended.Verdict == Verdict.Again(script.Now + Duration.FromMinutes(5), "recycled"));
        (script.Desk("ann").State, script.Desk("bob").State, script.Desk("eve").State).Should().Be((AgentState.WrapUp, AgentState.Ready, AgentState.Ready));
    }

    [Fact]
    public void A_call_that_the_switch_no_longer_holds_is_closed_at_the_census() =>
        new FloorScript().Ready("ann").Bring(Prospect(1)).Wait(1).Connect().The<AttemptEnded>().Code.Should().Be("not-at-switch");

    [Fact]
    public void A_conversation_that_the_switch_no_longer_holds_is_released_and_written_up()
    {
        var script = Talking().Wait(1).Connect();
        script.The<Released>().By.Should().Be(ReleasedBy.Switch);
        script.Desk("ann").State.Should().Be(AgentState.WrapUp);
    }

    [Fact]
    public void A_stray_call_is_hung_up()
    {
        var script = new FloorScript().Connect(held: [Attempt(8)], desks: [Attempt(9)]);
        script.Instructions.Should().Equal(new HangUp(Attempt(8)), new HangUp(Attempt(9)));
    }

    [Fact]
    public void An_answer_that_was_missed_is_caught_up()
    {
        var script = new FloorScript().Ready("ann").Bring(Prospect(1)).Wait(1).Connect(One, One);
        script.The<AttemptAnswered>();
        script.Told<OfferTo>();
    }

    [Fact]
    public void What_was_lost_on_the_way_between_desk_and_conversation_is_said_again()
    {
        var offered = new FloorScript().Ready("ann").Bring(Prospect(1)).Answered(1).Wait(1).Connect(One, One);
        offered.Told<OfferTo>().Offer.Should().Be(1);
        offered.Connect(One, One, One).The<OfferAccepted>();
        offered.Connect(One, One, One).Told<Join>();
        offered.Connect(One, One, One, One).The<Connected>();
        offered.Wait(1).Connect(One, One).The<CustomerParked>().Reason.Should().Be("desk-gone");
    }

    [Fact]
    public void A_desk_that_fell_out_before_the_join_has_missed_the_offer()
    {
        var script = new FloorScript().Ready("ann", "bob").Bring(Prospect(1)).Answered(1);
        script.Send(new DeskAnswered(script.Now, Attempt(1), new("ann"), 1)).Wait(1).Connect(One, One).The<OfferMissed>().Reason.Should().Be("desk-gone");
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void A_census_says_nothing_about_what_happened_after_it_was_taken(int reached)
    {
        var script = new FloorScript().Ready("ann");
        var asked = script.Now;
        script.Bring(Prospect(1));
        if (reached > 0) script.Answered(1);
        if (reached > 1) script.Send(new DeskAnswered(script.Now, Attempt(1), new("ann"), 1));
        if (reached > 2) script.Send(new CallJoined(script.Now, Attempt(1), new("ann")));
        script.Send(new SwitchConnected(asked, reached > 0 ? One : [], [], [], [], [])).Facts.Should().BeEmpty();
        script.Instructions.Should().NotContain(told => told is HangUp || told is WithdrawOffer);
    }

    [Fact]
    public void A_recording_that_was_stopped_in_the_silence_is_stopped_again()
    {
        var script = new FloorScript(Recorded).Ready("ann").Bring(Prospect(1)).Talk(1).Ended(1);
        script.Connect(recordings: new RecordingId("t-1-r1")).Told<Record>().Command.Should().Be(RecordingCommand.Stop);
    }

    private static FloorScript Talking() => new FloorScript().Ready("ann").Bring(Prospect(1)).Talk(1);
}
