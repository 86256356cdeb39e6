using Plateau.Core.Interactions;
using Plateau.Core.Prospecting;
using static Plateau.Specs.Floors.FloorScript;

namespace Plateau.Specs.Floors;

/// <summary>A client leaves the floor with its campaigns, never from under a call.</summary>
public sealed class RetiringSpecs
{
    [Fact]
    public void A_client_stays_while_a_campaign_runs_or_a_call_is_not_written_up()
    {
        var script = new FloorScript().Ready("ann").Bring(Prospect(1)).Talk(1);
        Retire(script).Should().Equal("campaign-not-stopped", "client-under-way");
        script.Send(new CampaignWasSwitched(script.Now, Spring, CampaignState.Stopped));
        Retire(script).Should().Equal("client-under-way");
        script.Floor.Rooms.Should().ContainKey(Spring);
    }

    [Fact]
    public void With_the_last_call_written_up_it_goes_with_its_campaigns_and_promises_and_comes_back_by_its_settings()
    {
        var script = new FloorScript().Ready("ann").Bring(Prospect(1)).Talk(1).Ended(1);
        script.Disposed(1, "callback", script.Now + NodaTime.Duration.FromHours(1)).Send(new CampaignWasSwitched(script.Now, Spring, CampaignState.Stopped));
        script.Floor.Callbacks.Should().HaveCount(1);
        Retire(script).Should().BeEmpty();
        script.Facts.Select(fact => fact.GetType()).Should().Equal(typeof(CallbackClosed), typeof(ClientRetired));
        (script.Floor.Rooms.Count, script.Floor.Callbacks.Count, script.Floor.Desks[new("ann")].Campaigns.Count).Should().Be((0, 0, 0));
        Retire(script).Should().BeEmpty("gone is gone");
        script.Facts.Should().BeEmpty();
        script.Wait(7_200).Restart().Floor.Rooms.Should().BeEmpty();
        script.Send(new ClientWasSet(script.Now, Client())).Send(new CampaignWasSet(script.Now, Settings()));
        script.Floor.Rooms.Should().ContainKey(Spring);
    }

    private static List<string> Retire(FloorScript script) =>
        script.Send(new ClientWasRetired(script.Now, Acme)).Instructions.OfType<Flaw>().Select(flaw => flaw.Reason).ToList();
}
