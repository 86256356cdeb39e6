using Plateau.Core.Floors;
using Plateau.Core.Interactions;
using Plateau.Core.Prospecting;
using static Plateau.Specs.Floors.FloorScript;

namespace Plateau.Specs.Floors;

/// <summary>While the law can't be read nobody is dialled; when it can, dialling goes on by itself.</summary>
public sealed class LawLossSpecs
{
    private static FloorScript In(DialMode mode) => new(settings => settings with { Mode = mode, Notice = "notice" });

    [Theory]
    [InlineData(DialMode.Preview)]
    [InlineData(DialMode.Progressive)]
    [InlineData(DialMode.Power)]
    [InlineData(DialMode.Predictive)]
    public void Nobody_is_dialled_or_shown_until_the_law_is_back(DialMode mode)
    {
        var script = In(mode).Send(new LawWasRead(default, "law-tables"));
        script.The<LawLost>().Reason.Should().Be("law-tables");
        script.Ready("ann").Bring([.. Enumerable.Range(1, 20).Select(id => Prospect(id))]);
        for (var second = 0; second < 40; second++) script.Wait(1).Instructions.Should().NotContain(each => each is Dial || each is ShowPreview);
        script.Journal.Should().NotContain(fact => fact is AttemptPermitted || fact is DialRefused || fact is PreviewShown);
        script.Send(new LawWasRead(script.Now, null)).The<LawReturned>();
        script.Wait(1).Wait(1);
        script.Journal.Should().Contain(fact => fact is AttemptPermitted || fact is PreviewShown);
    }

    [Fact]
    public void The_same_news_twice_is_written_once_and_another_fault_anew()
    {
        var script = new FloorScript();
        script.Send(new LawWasRead(script.Now, null)).Facts.Should().BeEmpty();
        script.Send(new LawWasRead(script.Now, "law-tables")).Facts.Should().ContainSingle();
        script.Send(new LawWasRead(script.Now, "law-tables")).Facts.Should().BeEmpty();
        script.Send(new LawWasRead(script.Now, "tzdb-too-old")).The<LawLost>().Reason.Should().Be("tzdb-too-old");
    }

    [Fact]
    public void A_click_is_told_why()
    {
        var script = In(DialMode.Manual).Ready("ann").Send(new LawWasRead(default, "tzdb-too-old"));
        script.Send(new DeskDialled(script.Now, new("ann"), Spring, Prospect(1))).Told<Flaw>().Reason.Should().Be("tzdb-too-old");
        script.Facts.Should().BeEmpty();
    }

    [Fact]
    public void A_conversation_goes_on_and_the_next_call_waits()
    {
        var script = new FloorScript().Ready("ann").Bring(Prospect(1), Prospect(2)).Talk(1).Send(new LawWasRead(default, "law-tables"));
        script.Instructions.Should().BeEmpty();
        script.Ended(1).Disposed(1, "sale").Dialled().Should().BeEmpty();
        script.Send(new LawWasRead(script.Now, null)).Dialled().Should().Equal(new ProspectId(2));
    }

    [Fact]
    public void A_restart_does_not_forget_that_the_law_is_lost()
    {
        var script = new FloorScript().Send(new LawWasRead(default, "law-zones")).Restart().Connect();
        script.Floor.LawFault.Should().Be("law-zones");
        script.Ready("ann").Bring(Prospect(1)).Dialled().Should().BeEmpty();
    }

    [Fact]
    public void The_sampled_decision_says_why_nothing_is_dialled()
    {
        var script = In(DialMode.Predictive).Send(new LawWasRead(default, "law-tables")).Ready("ann").Wait(31).Wait(1);
        script.Journal.OfType<PacingSampled>().Should().NotBeEmpty().And.OnlyContain(sample => sample.Why == "law-tables");
    }

    [Fact]
    public void The_auditor_finds_a_permit_given_without_the_law()
    {
        var script = new FloorScript().Ready("ann").Bring(Prospect(1));
        var audit = new Audit();
        foreach (var fact in script.Journal.TakeWhile(fact => fact is not AttemptPermitted)) audit.See(fact);
        audit.See(new LawLost(script.Now, "law-tables"));
        audit.See(script.Journal.OfType<AttemptPermitted>().Single());
        audit.Violations.Should().ContainSingle(violation => violation.Contains("law"));
    }
}
