using NodaTime;
using Plateau.Core.Interactions;
using Plateau.Core.Prospecting;
using Plateau.Specs.Floors;
using static Plateau.Specs.Floors.FloorScript;

namespace Plateau.Specs.Prospecting;

public sealed class ProgressiveSpecs
{
    [Fact]
    public void One_call_is_dialled_for_each_agent_who_is_ready()
    {
        var script = new FloorScript().Ready("ann", "bob", "eve").Bring(Prospect(1), Prospect(2), Prospect(3), Prospect(4), Prospect(5));
        script.Dialled().Should().Equal(new ProspectId(1), new(2), new(3));
        script.Wait(1).Dialled().Should().BeEmpty();
        script.Failed(2, Outcome.Busy).Dialled().Should().Equal(new ProspectId(4));
    }

    [Fact]
    public void Nobody_is_dialled_while_nobody_is_ready() =>
        new FloorScript().Bring(Prospect(1)).Wait(60).Dialled().Should().BeEmpty();

    [Fact]
    public void Whoever_has_waited_longest_is_served_first()
    {
        var script = new FloorScript().Ready("eve", "ann", "bob").Bring(Prospect(1));
        script.The<AttemptPlaced>().Agent.Should().Be(new AgentId("eve"));
        script.Failed(1, Outcome.Busy).Bring(Prospect(2)).The<AttemptPlaced>().Agent.Should().Be(new AgentId("eve"), "a busy line costs nobody their place");
        script.Talk(2).Ended(2).Disposed(2, "sale").Bring(Prospect(3)).The<AttemptPlaced>().Agent.Should().Be(new AgentId("ann"));
    }

    [Theory]
    [InlineData(0, 10, 2)]
    [InlineData(10, 0, 1)]
    [InlineData(5, 5, 1)]
    public void An_agent_of_two_campaigns_serves_the_greater_priority_first(int ofSpring, int ofSummer, int first)
    {
        var summer = Settings() with { Id = new("summer"), Priority = ofSummer };
        var busy = Settings() with { Id = new("busy"), Priority = 99 };
        var script = new FloorScript(settings => settings with { Priority = ofSpring }, mostCalls: 1).Start(summer).Start(busy).Ready("bob");
        // While the only line is taken, both find somebody to call: at the next tick the agents choose.
        script.BringTo(busy.Id, Prospect(9)).Ready("ann").Bring(Prospect(1)).BringTo(summer.Id, Prospect(2)).Dialled().Should().BeEmpty();
        script.Talk(1).Ended(1).Wait(1).Dialled().Should().Equal(new ProspectId(first));
    }

    [Theory]
    [InlineData(2, 100, 2)]
    [InlineData(100, 3, 3)]
    [InlineData(0, 100, 0)]
    public void A_trunk_is_never_asked_for_more_than_the_carrier_allows(int mostCalls, int callsPerSecond, int dialled)
    {
        var script = new FloorScript(mostCalls: mostCalls, callsPerSecond: callsPerSecond).Ready("a", "b", "c", "d");
        script.Bring(Prospect(1), Prospect(2), Prospect(3), Prospect(4)).Dialled().Should().HaveCount(dialled);
        script.Wait(Duration.FromMilliseconds(999)).Dialled().Should().BeEmpty();
        script.Wait(Duration.FromMilliseconds(1)).Dialled().Should().HaveCount(callsPerSecond == 3 ? 1 : 0);
    }

    [Fact]
    public void The_floor_asks_for_prospects_before_they_are_needed()
    {
        var script = new FloorScript().Ready("ann");
        script.Wait(6).Told<BringProspects>().Should().Match<BringProspects>(wish => wish.Campaign == Spring && wish.Count >= 20);
        script.Wait(1).Instructions.Should().BeEmpty("it has just asked");
    }

    [Fact]
    public void A_list_with_nothing_left_is_asked_again_later_and_not_at_once()
    {
        var script = new FloorScript().Ready("ann");
        script.Send(new ProspectsBrought(script.Now, Spring, [], null, true)).Instructions.Should().BeEmpty();
        script.Wait(4).Instructions.Should().BeEmpty();
        script.Wait(1).Told<BringProspects>();
    }

    [Fact]
    public void A_dossier_read_before_a_call_of_ours_is_asked_for_again()
    {
        var script = new FloorScript().Ready("ann");
        var read = script.Now;
        script.Bring(Prospect(1)).Failed(1, Outcome.Busy);
        script.Send(new ProspectsBrought(read, Spring, [Prospect(1)], null, false)).Dialled().Should().BeEmpty("the person rests after a busy line");
        script.Wait(Duration.FromMinutes(15)).Bring(Prospect(1) with { Attempts = [read + Duration.FromMilliseconds(1)], Tried = 1 }).Dialled().Should().HaveCount(1);
    }

    [Fact]
    public void A_dossier_of_another_client_is_refused() =>
        new FloorScript().Ready("ann").Bring(Prospect(1) with { Client = new("globex") }).The<DialRefused>().Refusal.Rule.Should().Be("CAMPAIGN-CLIENT");

    [Fact]
    public void A_person_is_called_on_one_campaign_at_a_time()
    {
        var summer = Settings() with { Id = new("summer") };
        var script = new FloorScript().Start(summer).Ready("ann", "bob").Bring(Prospect(1));
        script.BringTo(summer.Id, Prospect(100) with { Customer = new(1) }).Dialled().Should().BeEmpty();
    }

    [Fact]
    public void What_the_floor_did_since_counts_although_the_dossier_does_not_know_it()
    {
        var script = new FloorScript(settings => settings with { Recycling = new Dictionary<Outcome, RecyclingRule> { [Outcome.Busy] = new(Duration.Zero, 9) } }).Ready("ann");
        for (var call = 1; call <= 4; call++) script.Wait(60).Bring(Prospect(1)).Failed(call, Outcome.Busy);
        script.Bring(Prospect(1)).The<DialRefused>().Refusal.Rule.Should().Be("FR-B2C-FREQ-4-30");
    }

    [Fact]
    public void A_list_full_of_refusals_does_not_hold_up_the_floor()
    {
        var script = new FloorScript().Ready("ann");
        script.Bring([.. Enumerable.Range(1, 500).Select(id => Prospect(id) with { Consents = [] }), Prospect(501)]);
        script.Facts.OfType<DialRefused>().Should().HaveCount(200);
        script.Wait(1).Wait(1).Dialled().Should().Equal(new ProspectId(501));
    }
}
