using NodaTime;
using Plateau.Core.Interactions;
using Plateau.Core.People;
using Plateau.Core.Prospecting;
using static Plateau.Specs.Floors.FloorScript;

namespace Plateau.Specs.Floors;

/// <summary>What people can't do is answered with a place, a reason and a remedy, and leaves no fact.</summary>
public sealed class FlawSpecs
{
    private static readonly AgentId Ann = new("ann");

    public static TheoryData<string, Func<FloorScript, Signal>> Mistakes => new()
    {
        { "not-logged-in", script => new DeskBecameReady(script.Now, new("nobody")) },
        { "not-logged-in", script => new DeskWentAway(script.Now, new("nobody"), "meal") },
        { "not-logged-in", script => new DeskLoggedOut(script.Now, new("nobody")) },
        { "not-logged-in", script => new DeskSkipped(script.Now, new("nobody"), new(1), "not-now") },
        { "not-logged-in", script => new DeskDialled(script.Now, new("nobody"), Spring, Prospect(1)) },
        { "campaign-unknown", script => new DeskDialled(script.Now, Ann, new("winter"), Prospect(1)) },
        { "campaign-unknown", script => new CampaignWasSwitched(script.Now, new("winter"), CampaignState.Running) },
        { "mode", script => new DeskDialled(script.Now, Ann, Spring, Prospect(2)) },
        { "engaged", script => new DeskDialled(script.Now, Ann, new("by-hand"), Prospect(2)) },
        { "campaign-not-running", script => new DeskDialled(script.Now, Ann, new("asleep"), Prospect(2)) },
        { "engaged", script => new DeskLoggedIn(script.Now, Ann, []) },
        { "still-talking", script => new DeskDisposed(script.Now, Attempt(1), Ann, "sale") },
        { "no-conversation", script => new DeskRecorded(script.Now, Attempt(7), Ann, RecordingCommand.Start, "quality") },
        { "recording-forbidden", script => new DeskRecorded(script.Now, Attempt(1), Ann, RecordingCommand.Start, "quality") },
    };

    [Theory, MemberData(nameof(Mistakes))]
    public void A_mistake_is_answered_and_leaves_no_fact(string reason, Func<FloorScript, Signal> mistake)
    {
        var script = Busy();
        script.Send(mistake(script));
        script.Told<Flaw>().Should().Match<Flaw>(flaw => flaw.Reason == reason && flaw.Place.Length > 0 && flaw.Remedy.Length > 0);
        script.Facts.Should().BeEmpty();
    }

    [Fact]
    public void An_unknown_disposition_is_answered_and_the_call_stays_to_be_written_up()
    {
        var script = Busy().Ended(1).Disposed(1, "sael");
        script.Told<Flaw>().Should().Match<Flaw>(flaw => flaw.Reason == "disposition-unknown" && flaw.Remedy.Contains("'sael'"));
        script.Desk("ann").State.Should().Be(AgentState.WrapUp);
    }

    [Theory]
    [InlineData("switch-not-there")]
    [InlineData("switch-lags")]
    [InlineData("trunk-full")]
    [InlineData("being-called")]
    [InlineData("not-shown")]
    public void A_click_that_cannot_be_followed_now_says_why(string reason)
    {
        var mode = reason == "not-shown" ? DialMode.Preview : DialMode.Manual;
        var script = new FloorScript(settings => settings with { Mode = mode }, mostCalls: reason == "trunk-full" ? 0 : 9).Ready("ann", "bob");
        if (reason == "switch-not-there") script.Send(new SwitchLost(script.Now, false));
        if (reason == "switch-lags") script.Send(new CallEnded(script.Now - Duration.FromSeconds(5), Attempt(9), "late"));
        if (reason == "being-called") script.Send(new DeskDialled(script.Now, new("bob"), Spring, Prospect(1)));
        script.Send(new DeskDialled(script.Now, Ann, Spring, Prospect(1))).Told<Flaw>().Reason.Should().Be(reason);
        script.Facts.Should().BeEmpty();
    }

    [Fact]
    public void What_the_world_says_of_unknown_calls_is_no_news()
    {
        var script = new FloorScript();
        foreach (var signal in new Signal[]
        {
            new CallRang(script.Now, Attempt(9)), new CallFailed(script.Now, Attempt(9), Outcome.Busy, ""), new CallEnded(script.Now, Attempt(9), ""),
            new CallJoined(script.Now, Attempt(9), Ann), new DeskMissed(script.Now, Attempt(9), Ann, 1, ""), new DeskReleased(script.Now, Attempt(9), Ann),
            new DeskHeld(script.Now, Attempt(9), Ann, true), new DeskDisposed(script.Now, Attempt(9), Ann, "sale"), new RecordingEnded(script.Now, new("x"), default, true),
            new RecordingBegan(script.Now, new("x")), new ProspectsBrought(script.Now, new("winter"), [], null, true),
        })
            (script.Send(signal).Facts.Count, script.Instructions.Count).Should().Be((0, 0), signal.ToString());
    }

    /// <summary>Ann speaks on one campaign; another is by hand, a third does not run.</summary>
    private static FloorScript Busy()
    {
        var script = new FloorScript().Start(Settings() with { Id = new("by-hand"), Mode = DialMode.Manual });
        script.Send(new CampaignWasSet(script.Now, Settings() with { Id = new("asleep"), Mode = DialMode.Manual }));
        return script.Ready("ann").Bring(Prospect(1)).Talk(1);
    }
}
