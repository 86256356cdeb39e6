using NodaTime;
using Plateau.Core.Interactions;
using Plateau.Core.People;
using Plateau.Core.Prospecting;
using Plateau.Specs.Floors;
using static Plateau.Specs.Floors.FloorScript;

namespace Plateau.Specs.Prospecting;

/// <summary>Whoever may no longer be called is taken from before the agent at once, and the agent is told why.</summary>
public sealed class TakenBackSpecs
{
    private static readonly AgentId Ann = new("ann");

    public static TheoryData<string, string, string> Reasons => new()
    {
        { "objected", "refused", "opposed" }, { "took back the consent", "refused", "consent-withdrawn" }, { "the hour ended", "refused", "outside-hours" },
        { "a colleague calls", "being-called", "being-called" }, { "moved", "moved", "moved" }, { "calls by itself", "mode-changed", "mode-changed" },
    };

    [Theory, MemberData(nameof(Reasons))]
    public void Whoever_may_not_be_called_any_more_is_taken_back_and_the_agent_told_why(string what, string reason, string why)
    {
        var script = Shown(out var other);
        switch (what)
        {
            case "objected": script.Send(new PersonOpposed(script.Now, Acme, new(1), "letter")); break;
            case "took back the consent": script.Send(new ConsentWithdrawn(script.Now, Acme, new(1), "letter")); break;
            case "the hour ended": script.Wait(11 * 3600); break;
            case "a colleague calls": script.Send(new DeskDialled(script.Now, new("eve"), other.Id, Prospect(1))).Wait(1); break;
            case "moved": script.Send(new AgentWasMoved(script.Now, Ann, [other.Id], new("sue"))); break;
            default: script.Send(new CampaignWasSet(script.Now, script.Floor.Rooms[Spring].Settings with { Version = 2, Mode = DialMode.Manual })); break;
        }
        script.Journal.OfType<PreviewSkipped>().Last(skipped => skipped.Prospect == new ProspectId(1)).Should().BeEquivalentTo(new { Reason = reason, TakenBack = why });
        if (what != "the hour ended") script.Desk("ann").TakenBack.Should().Be(why);
    }

    [Fact]
    public void It_is_said_until_the_agent_does_something_about_another_and_a_restart_forgets_it_not()
    {
        var script = Shown(out _).Send(new PersonOpposed(T0, Acme, new(1), "letter"));
        script.BringTo(Spring, Prospect(2)).Desk("ann").Preview.Should().Be(new ProspectId(2));
        script.Desk("ann").TakenBack.Should().Be("opposed", "the next one came at once, and nobody had time to read");
        script.Restart().Connect().Desk("ann").TakenBack.Should().Be("opposed");
        script.Send(new DeskSkipped(script.Now, Ann, new(2), "not-now")).Desk("ann").TakenBack.Should().BeNull();
    }

    [Fact]
    public void Who_passes_over_somebody_is_told_nothing() =>
        Shown(out _).Send(new DeskSkipped(T0, Ann, new(1), "not-now")).The<PreviewSkipped>().TakenBack.Should().BeNull();

    private static Instant T0 => new FloorScript().Now;

    /// <summary>The first prospect stands before ann; eve calls by hand for another campaign of the client.</summary>
    private static FloorScript Shown(out CampaignSettings other)
    {
        other = Settings() with { Id = new("by-hand"), Mode = DialMode.Manual, Lists = [] };
        var script = new FloorScript(settings => settings with { Mode = DialMode.Preview, PreviewLimit = Duration.FromHours(20) }).Start(other);
        script.Send(new DeskLoggedIn(script.Now, new("eve"), [other.Id])).Send(new DeskLoggedIn(script.Now, Ann, [Spring])).Send(new DeskBecameReady(script.Now, Ann));
        script.BringTo(Spring, Prospect(1)).Desk("ann").Preview.Should().Be(new ProspectId(1));
        return script;
    }
}
