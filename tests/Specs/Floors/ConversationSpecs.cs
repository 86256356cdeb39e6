using NodaTime;
using Plateau.Core.Interactions;
using Plateau.Core.People;
using Plateau.Core.Prospecting;
using static Plateau.Specs.Floors.FloorScript;

namespace Plateau.Specs.Floors;

public sealed class ConversationSpecs
{
    [Fact]
    public void A_call_goes_from_the_dial_to_the_disposition()
    {
        var script = new FloorScript().Ready("ann").Bring(Prospect(1));
        script.Facts.Select(fact => fact.GetType()).Should().Equal(typeof(AttemptPermitted), typeof(AttemptPlaced));
        script.Told<Dial>().Should().Be(new Dial(Attempt(1), Spring, new(1), Line, Number, Duration.FromSeconds(30), false));

        script.Send(new CallRang(script.Now, Attempt(1))).The<AttemptRang>();
        script.Answered(1).Told<OfferTo>().Should().Be(new OfferTo(Attempt(1), new("ann"), 1, Spring, new(1)));
        script.Desk("ann").State.Should().Be(AgentState.Offered);
        script.Send(new DeskAnswered(script.Now, Attempt(1), new("ann"), 1)).Told<Join>();
        script.Desk("ann").State.Should().Be(AgentState.Engaged);
        script.Send(new CallJoined(script.Now, Attempt(1), new("ann"))).The<Connected>();

        script.Wait(90).Ended(1);
        script.The<Released>().Should().Match<Released>(released => released.By == ReleasedBy.Customer && released.Talk == Duration.FromSeconds(90));
        script.The<AttemptEnded>().Should().Match<AttemptEnded>(ended => ended.Outcome == Outcome.Reached && ended.Verdict == null);
        script.Desk("ann").State.Should().Be(AgentState.WrapUp);

        script.Disposed(1, "sale").The<Disposed>().Verdict.Should().Be(Verdict.Close("success"));
        script.Desk("ann").State.Should().Be(AgentState.Ready);
        script.Floor.Attempts.Should().BeEmpty();
    }

    [Fact]
    public void Each_side_can_end_a_conversation()
    {
        var script = Talking();
        script.Send(new DeskReleased(script.Now, Attempt(1), new("ann")));
        (script.The<Released>().By, script.The<AttemptEnded>().Outcome).Should().Be((ReleasedBy.Agent, Outcome.Reached));
        script.Told<HangUp>();

        Talking().Ended(1).The<Released>().By.Should().Be(ReleasedBy.Customer);
        script = Talking().Failed(1, Outcome.Congested);
        (script.The<Released>().By, script.The<AttemptEnded>().Outcome).Should().Be((ReleasedBy.Switch, Outcome.Interrupted));
    }

    [Fact]
    public void A_signal_that_comes_twice_changes_nothing_the_second_time()
    {
        var script = new FloorScript().Ready("ann").Bring(Prospect(1));
        var now = script.Now;
        foreach (var signal in new Signal[]
        {
            new CallRang(now, Attempt(1)), new CallAnswered(now, Attempt(1), AnsweredBy.Unknown), new DeskAnswered(now, Attempt(1), new("ann"), 1),
            new CallJoined(now, Attempt(1), new("ann")), new DeskHeld(now, Attempt(1), new("ann"), true), new DeskWentAway(now, new("ann"), "meal"),
            new CallEnded(now, Attempt(1), "bye"), new DeskDisposed(now, Attempt(1), new("ann"), "sale"),
            new PersonOpposed(now, Acme, new(9), "letter 9"), new DeskLoggedOut(now, new("ann")),
        })
        {
            script.Send(signal).Facts.Should().NotBeEmpty($"{signal} says something new");
            script.Send(signal).Facts.Should().BeEmpty($"{signal} says nothing new");
        }
    }

    [Fact]
    public void A_customer_on_hold_hears_music_until_taken_back()
    {
        var script = Talking();
        script.Send(new DeskHeld(script.Now, Attempt(1), new("ann"), true)).Told<Hold>().Held.Should().BeTrue();
        script.Send(new DeskHeld(script.Now, Attempt(1), new("ann"), false)).Told<Hold>().Held.Should().BeFalse();
    }

    [Fact]
    public void A_hold_ends_with_the_conversation()
    {
        var script = Talking();
        script.Send(new DeskHeld(script.Now, Attempt(1), new("ann"), true)).Ended(1).The<HoldEnded>();
    }

    [Theory]
    [InlineData(299, false)]
    [InlineData(300, true)]
    public void A_call_that_nobody_disposes_is_closed_by_the_floor(int seconds, bool closed)
    {
        var script = Talking().Ended(1).Wait(seconds);
        script.Facts.OfType<Disposed>().Any().Should().Be(closed);
        if (closed) (script.The<Disposed>().Code, script.The<Disposed>().By).Should().Be((StandardDispositions.Undisposed, null));
    }

    [Fact]
    public void A_persons_objection_is_recorded_even_when_it_is_told_after_the_floor_closed_the_call()
    {
        var script = Talking().Ended(1).Wait(300);
        script.The<Disposed>().By.Should().BeNull();
        var late = new DeskDisposed(script.Now, Attempt(1), new("ann"), "opposition");
        script.Restart().Send(late with { Agent = new("bob") }).Facts.Should().BeEmpty("bob did not speak");
        script.Send(late with { Code = "sale" }).Facts.Should().BeEmpty("what came of the call is said once and for all");
        script.Send(late).The<OppositionRecorded>().Customer.Should().Be(new CustomerId(1));
        script.Send(late).Facts.Should().BeEmpty("it is recorded once");
        script.Connect().Ready("ann").Bring(Prospect(1)).The<DialRefused>().Refusal.Reason.Should().Be("opposed");
    }

    [Fact]
    public void Nobody_calls_a_person_again_before_the_agent_has_said_what_came_of_the_last_call()
    {
        var script = Talking().Ended(1);
        script.Ready("bob").Bring(Prospect(1)).Dialled().Should().BeEmpty("the person may just have objected");
        script.Disposed(1, "opposition").Bring(Prospect(1)).The<DialRefused>().Refusal.Reason.Should().Be("opposed");
    }

    [Theory]
    [InlineData("sale", DispositionEffect.Success, "success", null)]
    [InlineData("refusal", DispositionEffect.Refusal, "refused", null)]
    [InlineData("opposition", DispositionEffect.Opposition, "opposed", null)]
    [InlineData("wrong-number", DispositionEffect.WrongNumber, "wrong-number", null)]
    [InlineData("machine", DispositionEffect.Machine, "recycled", 24)]
    [InlineData("silent", DispositionEffect.NotReached, "recycled", 24)]
    public void Each_disposition_has_its_effect_on_the_prospect(string code, DispositionEffect effect, string reason, int? hours)
    {
        var script = Talking().Ended(1).Disposed(1, code);
        var disposed = script.The<Disposed>();
        disposed.Effect.Should().Be(effect);
        disposed.Verdict.Should().Be(hours is { } rest ? Verdict.Again(script.Now + Duration.FromHours(rest), reason) : Verdict.Close(reason));
        script.Facts.OfType<OppositionRecorded>().Any().Should().Be(effect == DispositionEffect.Opposition);
    }

    private static FloorScript Talking() => new FloorScript().Ready("ann").Bring(Prospect(1)).Talk(1);
}
