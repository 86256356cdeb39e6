using NodaTime;
using Plateau.Core.Interactions;
using Plateau.Core.Prospecting;
using static Plateau.Specs.Floors.FloorScript;

namespace Plateau.Specs.Floors;

public sealed class OppositionSpecs
{
    [Fact]
    public void An_objection_cancels_the_call_that_rings()
    {
        var script = Object(new FloorScript().Ready("ann").Bring(Prospect(1)), 1);
        (script.The<AttemptEnded>().Outcome, script.The<AttemptEnded>().Verdict).Should().Be((Outcome.Cancelled, Verdict.Close("opposed")));
        script.Told<HangUp>();
    }

    [Fact]
    public void An_objection_to_another_client_cancels_nothing()
    {
        var script = new FloorScript().Ready("ann").Bring(Prospect(1));
        script.Send(new PersonOpposed(script.Now, new("globex"), new(1), "by letter")).Instructions.Should().BeEmpty();
    }

    [Fact]
    public void Whoever_objected_is_taken_off_every_hopper_of_the_client()
    {
        var summer = Settings() with { Id = new("summer") };
        var script = new FloorScript().Start(summer).Bring(Prospect(1)).BringTo(summer.Id, Prospect(101) with { Customer = new(1) });
        Object(script, 1).Ready("ann").Wait(1).Dialled().Should().BeEmpty();
        script.Facts.Should().BeEmpty("nobody even asks the law for them");
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3600)]
    public void A_dossier_that_does_not_know_the_objection_yet_is_refused(int seconds)
    {
        var script = Object(new FloorScript().Ready("ann"), 1).Wait(seconds);
        script.Bring(Prospect(1)).The<DialRefused>().Refusal.Rule.Should().Be("FR-B2C-OPPOSITION");
    }

    [Fact]
    public void A_consent_given_afterwards_lifts_it()
    {
        var script = Object(new FloorScript().Ready("ann"), 1).Wait(60);
        var anew = Prospect(1).Consents[0] with { CollectedAt = script.Now };
        script.Bring(Prospect(1) with { Consents = [anew] }).Dialled().Should().HaveCount(1);
    }

    [Fact]
    public void An_objection_said_to_the_agent_closes_what_was_promised_on_other_campaigns()
    {
        var summer = Settings() with { Id = new("summer") };
        var script = new FloorScript().Start(summer).Ready("ann").BringTo(summer.Id, Prospect(101) with { Customer = new(1) }).Talk(1).Ended(1);
        script.Disposed(1, "callback", script.Now + Duration.FromDays(1));
        script.Bring(Prospect(1) with { Attempts = [script.Journal.OfType<AttemptPlaced>().Single().At] }).Talk(2).Ended(2).Disposed(2, "opposition");
        script.The<OppositionRecorded>().Customer.Should().Be(new CustomerId(1));
        script.The<CallbackClosed>().Should().Match<CallbackClosed>(closed => closed.Prospect == new ProspectId(101) && closed.Reason == "opposed");
        script.Floor.Callbacks.Should().BeEmpty();
    }

    [Fact]
    public void Another_objection_of_the_same_person_is_recorded_again()
    {
        var script = Object(new FloorScript(), 1).Wait(60);
        Object(script, 1).The<OppositionRecorded>();
    }

    private static FloorScript Object(FloorScript script, long customer) => script.Send(new PersonOpposed(script.Now, Acme, new(customer), "by letter"));
}
