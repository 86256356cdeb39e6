using NodaTime;
using Plateau.Core.Compliance;
using Plateau.Core.Floors;
using Plateau.Core.Interactions;
using Plateau.Core.Prospecting;
using static Plateau.Specs.Floors.FloorScript;

namespace Plateau.Specs.Floors;

/// <summary>Two floors of a client want the same person at one moment: the journal lets one of them call, and this is the other.</summary>
public sealed class RaceSpecs
{
    private static PastCall[] CallsBefore(Instant now, int count) => [.. Enumerable.Range(1, count).Select(day => new PastCall(now - Duration.FromDays(day)))];

    [Theory]
    [InlineData(3, null, null)]
    [InlineData(4, null, "FR-B2C-FREQ-4-30")]
    [InlineData(1, "north-7", Floor.BeingCalled)]
    [InlineData(1, "t-9", null)]
    [InlineData(4, "north-7", Floor.BeingCalled)]
    public void Whoever_was_called_elsewhere_is_judged_by_all_that_is_known_now(int calls, string? underWay, string? rule)
    {
        var script = new FloorScript();
        script.Send(new PermitWasLost(script.Now, new CustomerId(1), CallsBefore(script.Now, calls), underWay is null ? null : new(underWay)));
        script.Ready("ann").Bring(Prospect(1));
        if (rule is null)
        {
            script.The<AttemptPermitted>().Known.Should().Be(calls);
            return;
        }
        var refusal = script.The<DialRefused>().Refusal;
        refusal.Rule.Should().Be(rule);
        refusal.NotBefore.Should().NotBeNull("the prospect rests until somebody may look at them again");
        script.Dialled().Should().BeEmpty();
        script.Floor.Rooms[Spring].FreeAgents.Should().Be(1, "the agent is free for the next");
    }

    [Theory]
    [InlineData(DialMode.Progressive)]
    [InlineData(DialMode.Power)]
    [InlineData(DialMode.Preview)]
    public void A_floor_that_gives_way_calls_nobody_and_takes_its_turn_at_the_next_signals(DialMode mode)
    {
        var script = new FloorScript(settings => settings with { Mode = mode, Notice = "notice" });
        script.Floor.GivesWay = true;
        script.Ready("ann").Bring(Prospect(1), Prospect(2)).Wait(1);
        script.Journal.Should().NotContain(fact => fact is AttemptPermitted || fact is PreviewShown, "what happens is heard, and nobody is called for it");
        script.Floor.GivesWay = false;
        script.Wait(1).Facts.Should().Contain(fact => fact is AttemptPermitted || fact is PreviewShown);
    }

    [Fact]
    public void A_dossier_that_says_that_somebody_is_being_called_is_refused_for_some_minutes()
    {
        var refusal = new FloorScript().Ready("ann").Bring(Prospect(1) with { UnderWay = new("north-7") }).The<DialRefused>().Refusal;
        (refusal.Rule, refusal.Reason).Should().Be((Floor.BeingCalled, "being-called"));
    }

    [Fact]
    public void A_permit_counts_the_floors_own_calls_that_the_dossier_does_not_know_yet()
    {
        var script = new FloorScript().Ready("ann").Bring(Prospect(1)).Failed(1, Outcome.Busy);
        script.Wait(1).Bring(Prospect(1, tried: 1) with { Attempts = CallsBefore(script.Now, 2) }).The<AttemptPermitted>().Known.Should().Be(3);
    }

    [Fact]
    public void Two_calls_within_one_thousandth_of_a_second_are_two()
    {
        var script = new FloorScript();
        var moment = new PastCall(script.Now - Duration.FromHours(1));
        script.Send(new PermitWasLost(script.Now, new CustomerId(1), [moment, moment], null)).Ready("ann").Bring(Prospect(1) with { Attempts = [moment] });
        script.The<AttemptPermitted>().Known.Should().Be(2);
    }

    [Fact]
    public void A_quota_that_another_floor_filled_is_full_here_too_and_whoever_was_chosen_waits_in_the_list()
    {
        Dossier InBretagne(int id) => Prospect(id) with { Cells = ["region=BRETAGNE"] };
        FloorScript Brought(FloorScript script, int left, params Dossier[] dossiers)
        {
            var asked = script.Instructions.OfType<BringProspects>().LastOrDefault() ?? script.Wait(6).Told<BringProspects>();
            return script.Send(new ProspectsBrought(script.Now, Spring, dossiers, null, true) { Asked = asked.Asked, Left = new Dictionary<string, int> { ["region=BRETAGNE"] = left } });
        }

        var written = new FloorScript().Ready("ann", "bob");
        var ahead = Brought(new FloorScript().Ready("ann", "bob"), 1, InBretagne(1), InBretagne(2), Prospect(3));
        ahead.Dialled().Select(prospect => prospect.Value).Should().Equal(1, 3);
        ahead.Journal.OfType<AttemptPermitted>().Select(permit => permit.Counted).Should().Equal(true, null);

        written.Floor.TakeOver(ahead.Floor);
        written.Send(new QuotaWasLost(written.Now, Spring, new Dictionary<string, int> { ["region=BRETAGNE"] = 0 }));
        written.Wait(1);
        written.Dialled().Select(prospect => prospect.Value).Should().Equal(3);
        written.Journal.OfType<DialRefused>().Should().BeEmpty("no law refuses them: they wait");
        Brought(written.Wait(6), 1, InBretagne(1), InBretagne(2)).Dialled().Select(prospect => prospect.Value).Should().Equal(1);
    }

    [Fact]
    public void A_quota_that_was_lost_stays_full_when_the_answer_that_was_under_way_is_heard_again()
    {
        var (written, ahead) = (new FloorScript().Ready("ann", "bob"), new FloorScript().Ready("ann", "bob"));
        var asked = ahead.Instructions.OfType<BringProspects>().LastOrDefault() ?? ahead.Wait(6).Told<BringProspects>();
        var brought = new ProspectsBrought(ahead.Now, Spring, [Prospect(1) with { Cells = ["region=BRETAGNE"] }, Prospect(2)], null, true) { Asked = asked.Asked, Left = new Dictionary<string, int> { ["region=BRETAGNE"] = 1 } };
        ahead.Send(brought).Dialled().Select(prospect => prospect.Value).Should().Equal(1, 2);

        // The owner tells the floor what it did not know, and then the same signals again.
        written.Floor.TakeOver(ahead.Floor);
        written.Send(new QuotaWasLost(written.Now, Spring, new Dictionary<string, int> { ["region=BRETAGNE"] = 0 }));
        written.Send(brought).Dialled().Select(prospect => prospect.Value).Should().Equal([2], "what the store counted before the other floor wrote is void");
    }

    [Fact]
    public void Decided_anew_the_next_of_the_list_is_called_and_whoever_was_lost_is_refused()
    {
        var written = new FloorScript().Ready("ann", "bob");
        var ahead = new FloorScript().Ready("ann", "bob").Bring(Prospect(1), Prospect(2), Prospect(3));
        ahead.Dialled().Select(prospect => prospect.Value).Should().Equal(1, 2);

        written.Floor.TakeOver(ahead.Floor);
        written.Send(new PermitWasLost(written.Now, new CustomerId(1), CallsBefore(written.Now, 4), null));
        written.Wait(1);
        written.The<DialRefused>().Prospect.Value.Should().Be(1);
        written.Dialled().Select(prospect => prospect.Value).Should().Equal(2, 3);
    }

    [Fact]
    public void An_objection_whose_fact_was_not_written_is_heard_again()
    {
        var written = new FloorScript();
        var ahead = new FloorScript();
        var objection = new PersonOpposed(ahead.Now + Duration.FromMilliseconds(1), Acme, new CustomerId(5), "by mouth");
        ahead.Send(objection).The<OppositionRecorded>();
        written.Floor.TakeOver(ahead.Floor);
        written.Send(objection).The<OppositionRecorded>();
        written.Send(objection);
        written.Facts.Should().BeEmpty("once it is written it is known");
    }
}
