using Plateau.Core.Interactions;
using Plateau.Core.People;
using Plateau.Core.Prospecting;
using static Plateau.Specs.Floors.FloorScript;

namespace Plateau.Specs.Floors;

/// <summary>A supervisor hears conversations and leads the floor; every act is a fact that names them.</summary>
public sealed class SupervisionSpecs
{
    private static readonly AgentId Ann = new("ann");
    private static readonly AgentId Sue = new("sue");

    [Theory]
    [InlineData(MonitorMode.Listen, true)]
    [InlineData(MonitorMode.Whisper, false)]
    [InlineData(MonitorMode.Barge, true)]
    public void Listening_is_a_fact_that_says_who_how_and_whether_the_agent_is_told(MonitorMode mode, bool told)
    {
        var script = Talking(settings => settings with { MonitoringTold = told });
        script.Send(new MonitorWasAsked(script.Now, Sue, Ann, mode)).The<MonitorStarted>().Should().Be(new MonitorStarted(script.Now, Attempt(1), Ann, Sue, 1, mode, told));
        script.Told<StartMonitor>().Should().Be(new StartMonitor(Attempt(1), Sue, 1, mode, 1));
        script.Send(new MonitorWasLeft(script.Now, Sue)).The<MonitorEnded>().Reason.Should().Be("left");
        script.Told<EndMonitor>().Should().Be(new EndMonitor(Attempt(1), Sue, 1));
    }

    [Fact]
    public void A_change_of_mode_keeps_the_supervisor_on_the_line()
    {
        var script = Talking();
        script.Send(new MonitorWasAsked(script.Now, Sue, Ann, MonitorMode.Listen)).Send(new MonitorWasAsked(script.Now, Sue, Ann, MonitorMode.Barge));
        script.The<MonitorStarted>().Number.Should().Be(1);
        script.Facts.OfType<MonitorEnded>().Should().BeEmpty();
        script.Send(new MonitorFellAway(script.Now, Attempt(1), Sue, 1)).The<MonitorEnded>();
    }

    [Theory]
    [InlineData("end")]
    [InlineData("lost")]
    [InlineData("blind")]
    public void Listening_ends_with_the_agents_part_of_the_call(string how)
    {
        var script = Talking().Ready("bob");
        script.Send(new MonitorWasAsked(script.Now, Sue, Ann, MonitorMode.Listen));
        script.Send(how switch
        {
            "end" => new CallEnded(script.Now, Attempt(1), "bye"),
            "lost" => new TelephoneWasLost(script.Now, Ann),
            _ => new DeskTransferred(script.Now, Attempt(1), Ann, new("bob")),
        });
        script.The<MonitorEnded>();
        script.Told<EndMonitor>();
    }

    [Fact]
    public void Nobody_listens_to_an_agent_who_does_not_speak_or_from_a_call_of_their_own()
    {
        var script = new FloorScript().Ready("ann");
        script.Send(new MonitorWasAsked(script.Now, Sue, Ann, MonitorMode.Listen)).Told<Flaw>().Reason.Should().Be("no-conversation");
        script = Talking().Ready("bob");
        script.Send(new MonitorWasAsked(script.Now, new("bob"), Ann, MonitorMode.Listen)).Told<Flaw>().Reason.Should().Be("engaged");
    }

    [Fact]
    public void A_supervisor_is_in_one_conversation_at_a_time()
    {
        var script = new FloorScript().Ready("ann", "bob").Bring(Prospect(1), Prospect(2)).Talk(1).Talk(2);
        script.Send(new MonitorWasAsked(script.Now, Sue, Ann, MonitorMode.Listen)).Send(new MonitorWasAsked(script.Now, Sue, new("bob"), MonitorMode.Listen));
        script.The<MonitorEnded>().Attempt.Should().Be(Attempt(1));
        script.The<MonitorStarted>().Attempt.Should().Be(Attempt(2));
    }

    [Fact]
    public void An_agent_is_moved_in_mid_call_and_serves_the_other_campaign_afterwards()
    {
        var summer = Settings() with { Id = new("summer") };
        var script = Talking().Start(summer);
        script.Send(new AgentWasMoved(script.Now, Ann, [summer.Id], Sue)).The<AgentMoved>().By.Should().Be(Sue);
        script.Ended(1).Disposed(1, "sale").Bring(Prospect(2)).Dialled().Should().BeEmpty("ann serves summer now");
        script.BringTo(summer.Id, Prospect(3)).Dialled().Should().Equal(new ProspectId(3));
        script.Send(new AgentWasMoved(script.Now, Ann, [new("winter")], Sue)).Told<Flaw>().Reason.Should().Be("campaign-unknown");
    }

    [Fact]
    public void Whoever_is_moved_from_a_preview_goes_back_into_the_line()
    {
        var script = new FloorScript(settings => settings with { Mode = DialMode.Preview }).Start(Settings() with { Id = new("summer") }).Ready("ann").Bring(Prospect(1));
        script.Send(new AgentWasMoved(script.Now, Ann, [new("summer")], Sue)).The<PreviewSkipped>().Reason.Should().Be("moved");
        script.Desk("ann").IsFree.Should().BeTrue();
    }

    [Fact]
    public void A_certification_that_ends_in_mid_call_closes_the_campaign_afterwards()
    {
        var summer = Settings() with { Id = new("summer") };
        var script = Talking().Start(summer);
        script.Send(new AgentWasMoved(script.Now, Ann, [Spring, summer.Id], Sue));
        script.Send(new CertificationsEnded(script.Now, Ann, [Spring, new("winter")])).The<CampaignsClosed>().Campaigns.Should().Equal(Spring);
        script.Instructions.Should().BeEmpty("the call goes on");
        script.Ended(1).Disposed(1, "sale").Bring(Prospect(2)).Dialled().Should().BeEmpty("ann may call for spring no more");
        script.BringTo(summer.Id, Prospect(3)).Dialled().Should().Equal(new ProspectId(3));
        script.Send(new CertificationsEnded(script.Now, Ann, [Spring])).Facts.Should().BeEmpty("it is closed already");
        script.Send(new CertificationsEnded(script.Now, new("nobody"), [Spring])).Facts.Should().BeEmpty();
    }

    [Fact]
    public void A_certification_that_ends_puts_a_preview_away_and_leaves_a_call_that_rings()
    {
        var script = new FloorScript(settings => settings with { Mode = DialMode.Preview }).Ready("ann").Bring(Prospect(1));
        script.Send(new CertificationsEnded(script.Now, Ann, [Spring])).The<PreviewSkipped>().Reason.Should().Be("moved");
        script.Bring(Prospect(2)).Desk("ann").Preview.Should().BeNull();
        script = new FloorScript().Ready("ann").Bring(Prospect(1));
        script.Send(new CertificationsEnded(script.Now, Ann, [Spring])).Instructions.Should().BeEmpty("it rings on");
        script.Answered(1).Joined(1).Desk("ann").State.Should().Be(AgentState.Engaged);
    }

    [Theory]
    [InlineData("ready")]
    [InlineData("ringing")]
    [InlineData("offered")]
    [InlineData("talking")]
    [InlineData("wrap-up")]
    public void A_stuck_agent_is_signed_out_and_the_customer_goes_to_another(string where)
    {
        var script = new FloorScript().Ready("ann");
        if (where != "ready") script.Bring(Prospect(1));
        script.Ready("bob");
        if (where is "offered" or "talking" or "wrap-up") script.Answered(1);
        if (where is "talking" or "wrap-up") script.Joined(1);
        if (where == "wrap-up") script.Ended(1);
        script.Send(new AgentWasSignedOut(script.Now, Ann, Sue)).The<AgentSignedOut>().By.Should().Be(Sue);
        script.Desk("ann").State.Should().Be(AgentState.LoggedOut);
        if (where is "offered" or "talking") script.Told<OfferTo>().Agent.Should().Be(new AgentId("bob"));
        if (where == "ringing") script.The<AttemptReassigned>().To.Should().Be(new AgentId("bob"));
        if (where == "wrap-up") script.The<Disposed>().By.Should().BeNull();
        script.Instructions.OfType<HangUp>().Should().BeEmpty("nobody loses their call");
    }

    [Fact]
    public void A_change_of_mode_puts_previews_away_and_dials_on()
    {
        var script = new FloorScript(settings => settings with { Mode = DialMode.Preview }).Ready("ann").Bring(Prospect(1), Prospect(2));
        script.Desk("ann").Preview.Should().Be(new ProspectId(1));
        script.Send(new CampaignWasSet(script.Now, Settings() with { Version = 2 })).The<PreviewSkipped>().Reason.Should().Be("mode-changed");
        script.Bring(Prospect(3)).Dialled().Should().Equal(new ProspectId(3));
    }

    [Fact]
    public void A_message_goes_out_once_and_its_words_stand_in_no_fact()
    {
        var script = new FloorScript().Ready("ann");
        script.Send(new MessageWasSent(script.Now, "m1", Sue, Ann)).The<MessageSent>().Should().Be(new MessageSent(script.Now, "m1", Sue, Ann));
        script.Send(new MessageWasSent(script.Now, "m1", Sue, Ann)).Facts.Should().BeEmpty();
        script.Send(new MessageWasSent(script.Now, "m2", Sue, new("nobody"))).Told<Flaw>().Reason.Should().Be("not-logged-in");
    }

    private static FloorScript Talking(Func<CampaignSettings, CampaignSettings>? change = null) => new FloorScript(change).Ready("ann").Bring(Prospect(1)).Talk(1);
}
