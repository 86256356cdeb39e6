using NodaTime;
using Plateau.Core.Compliance;
using Plateau.Core.Interactions;
using Plateau.Core.People;
using Plateau.Core.Prospecting;
using Plateau.Specs.Floors;
using static Plateau.Specs.Floors.FloorScript;

namespace Plateau.Specs.Prospecting;

public sealed class CallbackSpecs
{
    private static readonly Duration Hour = Duration.FromHours(1);

    [Fact]
    public void A_callback_keeps_its_time()
    {
        var (script, due) = Promised(personal: false);
        script.Now = due - Duration.FromMilliseconds(1);
        script.Wait(0).Instructions.OfType<BringProspect>().Should().BeEmpty();
        script.Wait(Duration.FromMilliseconds(1)).Told<BringProspect>().Prospect.Should().Be(new ProspectId(1));
        script.Bring(Again(script)).Dialled().Should().Equal(new ProspectId(1));
        script.The<CallbackClosed>().Reason.Should().Be("made");
    }

    [Fact]
    public void A_prospect_with_a_callback_is_not_called_before_its_time()
    {
        var (script, _) = Promised(personal: false);
        script.Bring(Again(script)).Wait(60).Dialled().Should().BeEmpty();
    }

    [Fact]
    public void A_due_callback_is_made_before_anybody_new_is_called()
    {
        var (script, due) = Promised(personal: false);
        script.Send(new DeskWentAway(script.Now, new("ann"), "meal")).Now = due;
        script.Bring(Prospect(2), Again(script)).Ready("ann").Dialled().Should().Equal(new ProspectId(1));
    }

    [Fact]
    public void A_callback_whose_prospect_does_not_come_is_asked_for_again()
    {
        var (script, due) = Promised(personal: false);
        script.Now = due;
        script.Wait(0).Told<BringProspect>();
        script.Wait(4).Instructions.OfType<BringProspect>().Should().BeEmpty();
        script.Wait(1).Told<BringProspect>();
    }

    [Theory]
    [InlineData(0, false)]
    [InlineData(899, false)]
    [InlineData(900, true)]
    public void A_personal_callback_waits_for_its_agent_and_falls_to_others_after_the_grace(int secondsLate, bool falls)
    {
        var (script, due) = Promised(personal: true);
        script.Send(new DeskWentAway(script.Now, new("ann"), "meal")).Ready("bob").Now = due;
        script.Bring(Again(script)).Dialled().Should().BeEmpty("it is ann's");
        script.Now = due + Duration.FromSeconds(secondsLate);
        script.Wait(0).Dialled().Should().HaveCount(falls ? 1 : 0);
        if (falls) script.The<AttemptPlaced>().Agent.Should().Be(new AgentId("bob"));
    }

    [Fact]
    public void A_personal_callback_goes_to_its_agent_although_another_has_waited_longer()
    {
        var (script, due) = Promised(personal: true);
        script.Ready("bob").Send(new DeskWentAway(script.Now, new("ann"), "meal")).Ready("ann").Now = due;
        script.Bring(Again(script)).The<AttemptPlaced>().Agent.Should().Be(new AgentId("ann"));
    }

    [Fact]
    public void While_a_personal_callback_waits_others_are_called()
    {
        var (script, due) = Promised(personal: true);
        script.Send(new DeskWentAway(script.Now, new("ann"), "meal")).Ready("bob").Now = due;
        script.Bring(Again(script), Prospect(2)).Dialled().Should().Equal(new ProspectId(2));
    }

    [Fact]
    public void A_callback_at_an_unlawful_time_moves_to_the_lawful_one()
    {
        var noon = Instant.FromUtc(2026, 11, 23, 12, 30);
        var script = Written().Disposed(1, "callback", noon, true);
        script.Now = noon;
        var kept = script.Bring(Again(script)).The<CallbackKept>();
        (kept.Due, kept.Agent).Should().Be((Instant.FromUtc(2026, 11, 23, 13, 0), new AgentId("ann")));
        script.Now = kept.Due;
        script.Bring(Again(script)).Dialled().Should().HaveCount(1);
    }

    [Fact]
    public void A_callback_that_no_date_makes_lawful_is_closed()
    {
        var (script, due) = Promised(personal: false);
        script.Now = due;
        script.Bring(Again(script) with { Consents = [] }).The<CallbackClosed>().Reason.Should().Be("no-legal-ground");
    }

    [Fact]
    public void A_call_by_hand_that_the_law_refuses_leaves_the_agreed_time_alone()
    {
        var script = Written(DialMode.Manual);
        var due = Instant.FromUtc(2026, 11, 23, 16, 0);
        script.Disposed(1, "callback", due).Now = Instant.FromUtc(2026, 11, 23, 12, 30);
        script.Send(new DeskDialled(script.Now, new("ann"), Spring, Again(script))).The<DialRefused>();
        script.Floor.Callbacks[new(1)].Due.Should().Be(due);
    }

    [Fact]
    public void A_callback_passed_over_in_preview_is_still_promised()
    {
        var script = Written(DialMode.Preview);
        script.Disposed(1, "callback", script.Now + Hour).Now += Hour;
        script.Bring(Again(script)).Told<ShowPreview>();
        script.Send(new DeskSkipped(script.Now, new("ann"), new(1), "not-now")).The<CallbackKept>().Due.Should().Be(script.Now + Hour);
        script.Wait(Hour).Instructions.OfType<BringProspect>().Should().ContainSingle();
    }

    [Fact]
    public void A_campaign_that_stands_still_asks_for_its_callbacks_when_it_runs_again()
    {
        var (script, due) = Promised(personal: false);
        script.Send(new CampaignWasSwitched(script.Now, Spring, CampaignState.Paused)).Now = due;
        script.Wait(0).Instructions.Should().BeEmpty();
        script.Send(new CampaignWasSwitched(script.Now, Spring, CampaignState.Running)).Wait(5).Told<BringProspect>();
    }

    [Theory]
    [InlineData(null)]
    [InlineData(0)]
    [InlineData(-1)]
    public void A_callback_needs_a_time_to_come(int? seconds)
    {
        var script = Written();
        script.Disposed(1, "callback", seconds is { } late ? script.Now + Duration.FromSeconds(late) : null).Told<Flaw>().Reason.Should().Be("callback-time");
        script.Facts.Should().BeEmpty();
        script.Desk("ann").State.Should().Be(AgentState.WrapUp);
    }

    /// <summary>Ann has spoken with the first prospect and writes it up.</summary>
    private static FloorScript Written(DialMode mode = DialMode.Progressive)
    {
        var script = new FloorScript(settings => settings with { Mode = mode }).Ready("ann").Bring(Prospect(1));
        if (mode != DialMode.Progressive) script.Send(new DeskDialled(script.Now, new("ann"), Spring, Prospect(1)));
        return script.Talk(1).Ended(1);
    }

    private static (FloorScript Script, Instant Due) Promised(bool personal)
    {
        var script = Written();
        var due = script.Now + Hour;
        script.Disposed(1, "callback", due, personal).The<CallbackKept>().Due.Should().Be(due);
        return (script, due);
    }

    /// <summary>The first prospect as the store knows them now, with the call that was made.</summary>
    private static Dossier Again(FloorScript script) =>
        Prospect(1, 1) with { Attempts = [.. script.Journal.OfType<AttemptPlaced>().Where(placed => placed.Prospect == new ProspectId(1)).Select(placed => placed.At)] };
}
