using NodaTime;
using Plateau.Core.Interactions;
using Plateau.Core.Prospecting;
using Plateau.Specs.Floors;
using static Plateau.Specs.Floors.FloorScript;

namespace Plateau.Specs.Prospecting;

public sealed class RecyclingSpecs
{
    private static readonly Instant At = Instant.FromUtc(2026, 11, 23, 9, 0);

    /// <summary>Outcome, minutes of rest, and the attempt after which this outcome closes the prospect.</summary>
    [Theory]
    [InlineData(Outcome.Busy, 15, 6)]
    [InlineData(Outcome.NoAnswer, 180, 5)]
    [InlineData(Outcome.Machine, 240, 4)]
    [InlineData(Outcome.HungUpEarly, 1440, 3)]
    [InlineData(Outcome.Abandoned, 4320, 4)]
    [InlineData(Outcome.Declined, 1440, 3)]
    [InlineData(Outcome.Congested, 5, 8)]
    [InlineData(Outcome.CarrierDead, 5, 8)]
    [InlineData(Outcome.Cancelled, 1, 8)]
    [InlineData(Outcome.Interrupted, 5, 8)]
    [InlineData(Outcome.Reached, 1440, 8)]
    public void Each_outcome_has_its_rest_and_its_limit(Outcome outcome, int minutes, int limit)
    {
        var campaign = Settings() with { AttemptLimit = 99 };
        RecyclingRule.ToOutcome(outcome, campaign, limit - 1, At).Should().Be(Verdict.Again(At + Duration.FromMinutes(minutes), "recycled"));
        RecyclingRule.ToOutcome(outcome, campaign, limit, At).Should().Be(Verdict.Close("outcome-limit"));
    }

    [Theory]
    [InlineData(Outcome.Unallocated)]
    [InlineData(Outcome.Undialable)]
    public void A_number_that_is_none_closes_its_prospect(Outcome outcome)
    {
        var willing = Settings() with { Recycling = new Dictionary<Outcome, RecyclingRule> { [outcome] = new(Duration.Zero, 99) } };
        RecyclingRule.ToOutcome(outcome, willing, 1, At).Should().Be(Verdict.Close("number-invalid"));
    }

    [Fact]
    public void Every_outcome_has_a_rule_or_closes_for_good() =>
        Enum.GetValues<Outcome>().Except(RecyclingRule.Standard.Keys).Should().BeEquivalentTo([Outcome.Unallocated, Outcome.Undialable]);

    [Fact]
    public void An_outcome_without_a_rule_closes_the_prospect() =>
        RecyclingRule.ToOutcome(Outcome.Busy, Settings() with { Recycling = new Dictionary<Outcome, RecyclingRule>() }, 1, At).Should().Be(Verdict.Close("no-recycling"));

    [Fact]
    public void An_abandoned_person_rests_three_days_whatever_the_campaign_says()
    {
        var hasty = Settings() with { Recycling = new Dictionary<Outcome, RecyclingRule> { [Outcome.Abandoned] = new(Duration.FromMinutes(1), 9) } };
        RecyclingRule.ToOutcome(Outcome.Abandoned, hasty, 1, At).NotBefore.Should().Be(At + Duration.FromHours(72));
    }

    [Theory]
    [InlineData(Outcome.Busy)]
    [InlineData(Outcome.NoAnswer)]
    [InlineData(Outcome.Unallocated)]
    [InlineData(Outcome.Declined)]
    [InlineData(Outcome.Congested)]
    [InlineData(Outcome.CarrierDead)]
    [InlineData(Outcome.Undialable)]
    public void A_call_that_fails_ends_with_its_outcome_and_its_verdict(Outcome outcome)
    {
        var script = new FloorScript().Ready("ann").Bring(Prospect(1)).Failed(1, outcome);
        script.The<AttemptEnded>().Should().Match<AttemptEnded>(ended => ended.Outcome == outcome && ended.Code == "code");
        script.The<AttemptEnded>().Verdict.Should().Be(RecyclingRule.ToOutcome(outcome, Settings(), 1, script.Now));
        script.Desk("ann").IsFree.Should().BeTrue();
    }

    [Theory]
    [InlineData(1, 2, "recycled")]
    [InlineData(2, 2, "attempt-limit")]
    [InlineData(3, 2, "attempt-limit")]
    public void The_campaigns_own_limit_closes_a_prospect(int tried, int limit, string reason) =>
        RecyclingRule.ToOutcome(Outcome.Busy, Settings() with { AttemptLimit = limit }, tried, At).Reason.Should().Be(reason);

    [Theory]
    [InlineData(1, true)]
    [InlineData(2, false)]
    public void Nobody_is_dialled_beyond_the_campaigns_limit(int tried, bool dialled)
    {
        var script = new FloorScript(settings => settings with { AttemptLimit = 2 }).Ready("ann").Bring(Prospect(1, tried));
        (script.Dialled().Length > 0).Should().Be(dialled);
        if (!dialled) script.The<DialRefused>().Refusal.Rule.Should().Be("CAMPAIGN-ATTEMPT-LIMIT");
        else script.The<AttemptPermitted>().Tried.Should().Be(2);
    }
}
