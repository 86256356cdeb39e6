using NodaTime;
using Plateau.Core.Interactions;
using Plateau.Core.People;
using Plateau.Core.Prospecting;
using Plateau.Specs.Floors;
using static Plateau.Specs.Floors.FloorScript;

namespace Plateau.Specs.Prospecting;

public sealed class PreviewSpecs
{
    [Fact]
    public void A_prospect_is_shown_and_called_when_the_agent_clicks()
    {
        var script = Shown();
        script.Told<ShowPreview>().Should().Be(new ShowPreview(new("ann"), Spring, new(1)));
        script.Dialled().Should().BeEmpty();
        script.Wait(10).Send(Click(script, 1)).Dialled().Should().Equal(new ProspectId(1));
        script.The<AttemptPermitted>().Should().Match<AttemptPermitted>(permitted => permitted.Clicker == new AgentId("ann") && permitted.Clicked == script.Now);
    }

    [Fact]
    public void The_click_kept_as_evidence_is_the_agents_own_moment()
    {
        var script = Shown();
        var clicked = script.Wait(10).Now;
        script.Wait(2).Send(new DeskDialled(clicked, new("ann"), Spring, Prospect(1))).The<AttemptPermitted>().Clicked.Should().Be(clicked);
    }

    [Fact]
    public void A_prospect_that_is_passed_over_rests_and_the_next_is_shown()
    {
        var script = Shown(Prospect(2));
        script.Send(new DeskSkipped(script.Now, new("ann"), new(1), "not-now"));
        script.The<PreviewSkipped>().Verdict.Should().Be(Verdict.Again(script.Now + Duration.FromHours(1), "skipped"));
        script.Told<ShowPreview>().Prospect.Should().Be(new ProspectId(2));
    }

    [Theory]
    [InlineData(179, false)]
    [InlineData(180, true)]
    public void Whoever_looks_too_long_is_away(int seconds, bool away)
    {
        var script = Shown().Wait(seconds);
        script.Facts.OfType<PreviewSkipped>().Any().Should().Be(away);
        script.Desk("ann").State.Should().Be(away ? AgentState.Away : AgentState.Offered);
    }

    [Fact]
    public void Whoever_leaves_while_looking_passes_the_prospect_over()
    {
        var script = Shown();
        script.Send(new DeskWentAway(script.Now, new("ann"), "meal")).The<PreviewSkipped>();
        script.Desk("ann").Reason.Should().Be("meal");
        script = Shown();
        script.Send(new DeskLoggedOut(script.Now, new("ann"))).The<PreviewSkipped>();
        script.Desk("ann").State.Should().Be(AgentState.LoggedOut);
    }

    [Fact]
    public void The_law_is_asked_again_at_the_click()
    {
        var script = Shown();
        script.Send(Click(script, 1) with { Dossier = Prospect(1) with { Oppositions = [new(script.Now, "by letter")] } });
        script.The<DialRefused>().Refusal.Reason.Should().Be("opposed");
        script.Told<Flaw>().Reason.Should().Be("opposed");
        script.Desk("ann").State.Should().Be(AgentState.Ready);
    }

    [Fact]
    public void A_prospect_before_one_agent_is_not_shown_to_another()
    {
        var script = Shown();
        script.Ready("bob").Bring(Prospect(1)).Instructions.OfType<ShowPreview>().Should().BeEmpty();
        script.Send(new DeskSkipped(script.Now, new("ann"), new(1), "not-now")).Bring(Prospect(1)).Told<ShowPreview>().Agent.Should().Be(new AgentId("bob"));
    }

    [Fact]
    public void Somebody_who_may_not_be_called_is_not_shown()
    {
        var script = new FloorScript(settings => settings with { Mode = DialMode.Preview }).Ready("ann").Bring(Prospect(1) with { Consents = [] });
        script.The<DialRefused>();
        script.Instructions.OfType<ShowPreview>().Should().BeEmpty();
    }

    [Fact]
    public void In_manual_mode_only_the_agents_hand_dials()
    {
        var script = Manual();
        script.Bring(Prospect(1)).Wait(10).Dialled().Should().BeEmpty();
        script.Send(Click(script, 1)).Dialled().Should().Equal(new ProspectId(1));
        script.The<AttemptPermitted>().Clicker.Should().Be(new AgentId("ann"));
    }

    [Fact]
    public void A_click_told_twice_dials_once()
    {
        var script = Manual();
        var click = Click(script, 1);
        script.Send(click).Dialled().Should().HaveCount(1);
        script.Send(click).Dialled().Should().BeEmpty();
        script.Failed(1, Outcome.Busy).Wait(1).Send(click).Told<Flaw>().Reason.Should().Be("being-called");
        script.Facts.Should().BeEmpty();
        script.Send(Click(script, 1)).Dialled().Should().HaveCount(1, "a second click is a second call");
    }

    [Fact]
    public void A_call_by_hand_is_refused_by_the_same_law()
    {
        var script = Manual();
        script.Send(new DeskDialled(script.Now, new("ann"), Spring, Prospect(1) with { Zones = [] }));
        script.The<DialRefused>().Refusal.Should().Match<Core.Compliance.Refusal>(refusal => refusal.Rule == "FR-B2C-HOURS" && refusal.Reason == "zone-missing");
        script.Told<Flaw>().Place.Should().Be("prospect 1");
    }

    private static FloorScript Shown(params Core.Compliance.Dossier[] more) =>
        new FloorScript(settings => settings with { Mode = DialMode.Preview }).Ready("ann").Bring([Prospect(1), .. more]);

    private static FloorScript Manual() => new FloorScript(settings => settings with { Mode = DialMode.Manual }).Ready("ann");

    private static DeskDialled Click(FloorScript script, long prospect) => new(script.Now, new("ann"), Spring, Prospect(prospect));
}
