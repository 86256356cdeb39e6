using NodaTime;
using Plateau.Core.Interactions;
using Plateau.Core.People;
using Plateau.Core.Prospecting;
using Plateau.Specs.Floors;

namespace Plateau.Specs.Prospecting;

/// <summary>On a client's own holidays nobody is called for it, and its list waits as it is.</summary>
public sealed class ClosedDaySpecs
{
    private static readonly AgentId Salma = new("salma");

    [Fact]
    public void On_a_closed_day_nobody_is_dialled_and_nobody_refused_and_the_next_day_they_are()
    {
        var script = new FloorScript();
        script.Send(new ClientWasSet(script.Now, FloorScript.Client() with { ClosedDays = [new LocalDate(2026, 11, 23)] }));
        script.Send(new DeskLoggedIn(script.Now, Salma, [FloorScript.Spring]));
        script.Send(new DeskBecameReady(script.Now, Salma));
        script.Send(new ProspectsBrought(script.Now, FloorScript.Spring, [FloorScript.Prospect(1)], null, true));
        script.Journal.Should().NotContain(fact => fact is AttemptPermitted || fact is DialRefused);
        script.Wait(Duration.FromHours(24));
        script.Journal.Should().ContainSingle(fact => fact is AttemptPermitted);
    }

    [Fact]
    public void A_call_by_hand_is_refused_with_its_reason()
    {
        var script = new FloorScript(settings => settings with { Mode = DialMode.Manual });
        script.Send(new ClientWasSet(script.Now, FloorScript.Client() with { ClosedDays = [new LocalDate(2026, 11, 23)] }));
        script.Send(new DeskLoggedIn(script.Now, Salma, [FloorScript.Spring]));
        script.Send(new DeskBecameReady(script.Now, Salma));
        script.Send(new DeskDialled(script.Now, Salma, FloorScript.Spring, FloorScript.Prospect(1)));
        script.Instructions.OfType<Flaw>().Select(flaw => flaw.Reason).Should().Equal("client-closed");
    }
}
