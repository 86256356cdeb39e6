using NodaTime;
using Plateau.Core.Interactions;
using Plateau.Core.Prospecting;
using static Plateau.Specs.Floors.FloorScript;

namespace Plateau.Specs.Floors;

/// <summary>After a restart nothing that was begun is forgotten: each timer runs again, each line is as it was.</summary>
public sealed class RestartSpecs
{
    private static readonly AttemptId[] One = [Attempt(1)];

    [Fact]
    public void Nobody_is_dialled_before_the_switch_has_said_what_it_holds()
    {
        var script = new FloorScript().Ready("ann").Restart();
        script.Bring(Prospect(1)).Wait(1).Dialled().Should().BeEmpty();
        script.Connect().Dialled().Should().Equal(new ProspectId(1));
    }

    [Fact]
    public void Whoever_had_waited_longest_still_stands_first() =>
        new FloorScript().Ready("eve", "ann").Restart().Connect().Bring(Prospect(1)).The<AttemptPlaced>().Agent.Should().Be(new AgentId("eve"));

    [Fact]
    public void A_person_whose_call_is_not_written_up_is_not_called_again() =>
        new FloorScript().Ready("ann", "bob").Bring(Prospect(1)).Talk(1).Ended(1).Restart().Connect().Bring(Prospect(1)).Dialled().Should().BeEmpty();

    [Fact]
    public void A_person_who_is_being_called_is_not_called_twice() =>
        new FloorScript().Ready("ann", "bob").Bring(Prospect(1)).Restart().Connect(One).Bring(Prospect(1)).Dialled().Should().BeEmpty();

    [Fact]
    public void The_lines_that_are_taken_stay_taken() =>
        new FloorScript(mostCalls: 1).Ready("ann", "bob").Bring(Prospect(1)).Restart().Connect(One).Bring(Prospect(2)).Dialled().Should().BeEmpty();

    [Fact]
    public void Attempts_are_counted_on_so_that_no_id_is_used_twice() =>
        new FloorScript().Ready("ann").Bring(Prospect(1)).Failed(1, Outcome.Busy).Restart().Connect().Bring(Prospect(2)).The<AttemptPlaced>().Attempt.Should().Be(Attempt(2));

    [Fact]
    public void A_call_that_was_ringing_and_of_which_nothing_is_heard_is_ended() =>
        new FloorScript().Ready("ann").Bring(Prospect(1)).Restart().Connect(One).Wait(45).The<AttemptEnded>().Code.Should().Be("no-news");

    [Fact]
    public void An_offer_that_nobody_takes_is_missed() =>
        new FloorScript().Ready("ann").Bring(Prospect(1)).Answered(1).Restart().Wait(5).The<OfferMissed>();

    [Fact]
    public void A_join_that_never_comes_is_given_up()
    {
        var script = new FloorScript().Ready("ann").Bring(Prospect(1)).Answered(1);
        script.Send(new DeskAnswered(script.Now, Attempt(1), new("ann"), 1)).Restart().Wait(5).The<OfferMissed>().Reason.Should().Be("not-joined");
    }

    [Fact]
    public void A_call_that_nobody_writes_up_is_closed() =>
        new FloorScript().Ready("ann").Bring(Prospect(1)).Talk(1).Ended(1).Restart().Wait(300).The<Disposed>().By.Should().BeNull();

    [Fact]
    public void A_preview_that_is_looked_at_too_long_is_put_away()
    {
        var script = new FloorScript(settings => settings with { Mode = DialMode.Preview }).Ready("ann").Bring(Prospect(1)).Restart().Connect();
        script.Ready("bob").Bring(Prospect(1)).Instructions.OfType<ShowPreview>().Should().BeEmpty("ann looks at it");
        script.Wait(180).The<PreviewSkipped>();
    }

    [Fact]
    public void A_callback_is_asked_for_at_its_time()
    {
        var script = new FloorScript().Ready("ann").Bring(Prospect(1)).Talk(1).Ended(1);
        script.Disposed(1, "callback", script.Now + Duration.FromHours(1)).Restart().Connect().Wait(Duration.FromHours(1));
        script.Instructions.OfType<BringProspect>().Should().ContainSingle();
    }

    [Fact]
    public void A_recording_whose_end_is_never_told_is_kept_as_incomplete()
    {
        var script = new FloorScript(Recorded);
        script.Ready("ann").Bring(Prospect(1)).Talk(1).Ended(1).Restart().Wait(30).The<RecordingKept>().Complete.Should().BeFalse();
    }

    [Fact]
    public void The_campaign_of_greatest_priority_is_still_served_first()
    {
        var summer = Settings() with { Id = new("summer"), Priority = 9 };
        var script = new FloorScript().Start(summer).Restart().Connect();
        script.Send(new SwitchLost(script.Now, false)).Ready("ann").Bring(Prospect(1)).BringTo(summer.Id, Prospect(2));
        script.Connect().Dialled().Should().Equal(new ProspectId(2));
    }
}
