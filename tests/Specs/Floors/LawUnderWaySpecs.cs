using NodaTime;
using Plateau.Core.Compliance;
using Plateau.Core.Interactions;
using Plateau.Core.Prospecting;
using static Plateau.Specs.Floors.FloorScript;

namespace Plateau.Specs.Floors;

/// <summary>The law is asked again when a call is answered and before it is handed on; a withdrawal stops one that rings.</summary>
public sealed class LawUnderWaySpecs
{
    [Fact]
    public void A_withdrawal_between_dial_and_answer_stops_the_call()
    {
        var script = Withdrawn(new FloorScript().Ready("ann").Bring(Prospect(1)));
        script.The<ConsentWithdrawalRecorded>().Reference.Should().Be("said on the phone");
        script.The<AttemptEnded>().Should().Match<AttemptEnded>(ended => ended.Outcome == Outcome.Cancelled && ended.Verdict == Verdict.Close("consent-withdrawn"));
        script.Told<HangUp>().Attempt.Should().Be(Attempt(1));
        Withdrawn(script).Facts.Should().BeEmpty("it was heard already");
    }

    [Fact]
    public void A_call_on_a_contract_goes_on()
    {
        var script = Withdrawn(new FloorScript().Ready("ann").Bring(Prospect(1) with { Consents = [], Contracts = [new("CTR-1", [Plan], Instant.FromUtc(2026, 1, 1, 0, 0))] }));
        script.Facts.Should().ContainSingle().Which.Should().BeOfType<ConsentWithdrawalRecorded>();
        script.Answered(1).The<AttemptExamined>().Faults.Should().BeEmpty();
    }

    [Fact]
    public void Another_clients_call_goes_on()
    {
        var script = new FloorScript().Ready("ann").Bring(Prospect(1));
        script.Send(new ConsentWithdrawn(script.Now, new("globex"), new(1), "letter")).Instructions.Should().BeEmpty();
    }

    [Fact]
    public void Whoever_withdrew_a_moment_ago_is_not_dialled_from_an_older_dossier()
    {
        var script = Withdrawn(new FloorScript());
        script.Ready("ann").Bring(Prospect(1)).The<DialRefused>().Refusal.Rule.Should().Be("FR-B2C-WITHDRAWAL");
        var anew = Prospect(1).Consents[0] with { CollectedAt = script.Now, PeriodEnd = script.Now + Duration.FromDays(1) };
        script.Bring(Prospect(1) with { Consents = [anew] }).Dialled().Should().HaveCount(1, "a later consent stands");
    }

    [Fact]
    public void An_answered_call_is_examined_again_and_written_down()
    {
        var script = new FloorScript().Ready("ann").Bring(Prospect(1)).Answered(1);
        script.The<AttemptExamined>().Should().Match<AttemptExamined>(examined => examined.Phase == Phase.Answer && examined.Faults.Count == 0
            && examined.Reason == null && examined.Book == RuleBook.Standard.Version && examined.Tzdb == RuleBook.Tzdb);
        script.The<Offered>().Agent.Should().Be(new AgentId("ann"));
    }

    [Fact]
    public void A_consent_that_ended_while_it_rang_ends_the_call()
    {
        var script = new FloorScript().Ready("ann");
        script.Bring(Prospect(1) with { Consents = [Prospect(1).Consents[0] with { PeriodEnd = script.Now + Duration.FromSeconds(5) }] });
        script.Now += Duration.FromSeconds(9);
        script.Answered(1).The<AttemptExamined>().Faults.Should().Equal("FR-B2C-CONSENT-EXPIRY");
        script.The<AttemptEnded>().Verdict.Should().Be(Verdict.Close("consent-ended"));
        script.Facts.OfType<Offered>().Should().BeEmpty();
    }

    [Fact]
    public void The_hours_and_the_count_of_a_call_under_way_are_those_of_its_dial()
    {
        var script = new FloorScript { Now = Instant.FromUtc(2026, 11, 23, 11, 59, 50) }.Ready("ann");
        script.Bring(Prospect(1) with { Attempts = [.. Enumerable.Range(1, 3).Select(days => new PastCall(script.Now - Duration.FromDays(days)))] }).Dialled().Should().HaveCount(1);
        script.Now += Duration.FromSeconds(20);
        script.Answered(1).The<AttemptExamined>().Faults.Should().BeEmpty("one o'clock came while it rang, and this is the fourth attempt itself");
    }

    [Fact]
    public void A_withdrawal_in_conversation_forbids_to_hand_the_call_on()
    {
        var script = Withdrawn(new FloorScript().Ready("ann").Bring(Prospect(1)).Talk(1).Ready("bob"));
        script.Send(new DeskTransferred(script.Now, Attempt(1), new("ann"), new("bob")));
        script.The<AttemptExamined>().Should().Match<AttemptExamined>(examined => examined.Phase == Phase.Transfer && examined.Reason == "consent-withdrawn");
        script.Told<Flaw>().Reason.Should().Be("consent-withdrawn");
        script.Facts.OfType<Offered>().Should().BeEmpty();
    }

    [Fact]
    public void After_a_restart_a_call_goes_by_what_the_floor_hears()
    {
        var script = new FloorScript().Ready("ann").Bring(Prospect(1)).Restart().Connect([Attempt(1)]);
        Withdrawn(script).The<AttemptEnded>().Code.Should().Be("consent-withdrawn");
    }

    [Fact]
    public void A_permit_says_what_it_rests_on_and_which_prudence_the_client_does_without()
    {
        var script = new FloorScript();
        script.Send(new ClientWasSet(script.Now, Client() with { SwitchedOff = [new("FR-B2C-REFUSAL-60-POLICY", "counsel's letter")] })).Ready("ann");
        var permit = script.Bring(Prospect(1) with { Attempts = [new(script.Now - Duration.FromDays(9), null, "refused_offer")] }).The<AttemptPermitted>().Permit;
        permit.Should().Match<Permit>(one => one.Dialling == Dialling.Progressive && one.Product == Plan && one.Sector == "generic" && one.Purpose == Purpose.Prospecting);
        permit.SwitchedOff.Should().ContainSingle().Which.Reason.Should().Be("counsel's letter");
        permit.Passed.Should().Contain("FR-CLI-NPV").And.NotContain("FR-B2C-REFUSAL-60-POLICY");
    }

    private static FloorScript Withdrawn(FloorScript script) => script.Send(new ConsentWithdrawn(script.Now, Acme, new(1), "said on the phone"));
}
