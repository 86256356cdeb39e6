using NodaTime;
using Plateau.Core.Compliance;
using Plateau.Core.Compliance.Rules;

namespace Plateau.Specs.Compliance;

public sealed class FourInThirtyDaysSpecs
{
    private static readonly FourInThirtyDays Rule = new();

    /// <summary>Asked on 23 November: the thirty days are 25 October to 23 November, by the person's dates.</summary>
    [Theory]
    [InlineData(0, null, true)]
    [InlineData(3, null, true)]
    [InlineData(4, null, false)]
    [InlineData(3, "2026-10-25T00:00:00", false)]
    [InlineData(3, "2026-10-24T23:59:59", true)]
    [InlineData(3, "2026-11-23T10:29:59", false)]
    [InlineData(3, "2026-11-23T10:30:00", false)]
    [InlineData(3, "2026-11-23T10:30:01", false)]
    [InlineData(3, "2026-11-24T00:00:00", true)]
    public void The_fifth_call_within_thirty_days_is_refused(int inNovember, string? other, bool passes)
    {
        var attempts = Enumerable.Range(1, inNovember).Select(day => Asked.Local($"2026-11-{day:00}T15:00:00"));
        if (other is not null) attempts = attempts.Append(Asked.Local(other));
        Rule.Of(Asked.Lawful.Called([.. attempts])).Should().Be(passes ? null : "four-in-thirty-days");
    }

    [Theory]
    [InlineData(null, false)]
    [InlineData("acme", false)]
    [InlineData("globex", true)]
    public void Calls_of_another_client_are_not_counted(string? client, bool passes) =>
        Rule.Of(Asked.Lawful.After([.. Enumerable.Repeat(new PastCall(Asked.Local("2026-11-20T15:00:00"), client is null ? null : new(client), "no_answer"), 4)]))
            .Should().Be(passes ? null : "four-in-thirty-days");

    [Fact]
    public void A_count_that_nobody_made_is_not_zero() =>
        Rule.Of(Asked.Lawful.With(dossier => dossier with { AttemptsKnown = false })).Should().Be("attempts-unknown");

    [Theory]
    [InlineData("2026-10-24T21:59:59Z", true)]
    [InlineData("2026-10-24T22:00:00Z", false)]
    public void Without_a_zone_it_is_counted_by_the_clock_of_Paris(string oldest, bool passes)
    {
        var finding = Rule.Judge(Three(Asked.Utc(oldest)).In());
        finding.Should().Be(passes ? Finding.Pass : Finding.Refuse("four-in-thirty-days"));
    }

    [Fact]
    public void A_call_under_way_is_counted_on_the_day_of_its_dial()
    {
        var question = Three(Asked.Local("2026-10-25T00:00:00")).When("2026-11-24T00:00:10");
        Rule.Of(question).Should().BeNull();
        Rule.Of(question with { Placed = Asked.Local("2026-11-23T23:59:50") }).Should().Be("four-in-thirty-days");
    }

    [Fact]
    public void A_call_that_only_serves_is_not_counted_against() =>
        Rule.Of(Asked.Lawful.Called([.. Enumerable.Repeat(Asked.Lawful.At, 4)]) with { Purpose = Purpose.Service }).Should().BeNull();

    [Theory]
    [InlineData("Indian/Reunion", "2026-10-24T19:59:59Z", true)]
    [InlineData("Indian/Reunion", "2026-10-24T20:00:00Z", false)]
    [InlineData("America/Martinique", "2026-10-25T03:59:59Z", true)]
    [InlineData("America/Martinique", "2026-10-25T04:00:00Z", false)]
    public void The_thirtieth_day_is_the_persons_own_date(string zone, string oldest, bool passes) =>
        Rule.Of(Three(Asked.Utc(oldest)).In(zone)).Should().Be(passes ? null : "four-in-thirty-days");

    [Fact]
    public void The_candidate_zone_that_counts_most_decides()
    {
        var edge = Asked.Utc("2026-10-24T20:30:00Z");
        Rule.Of(Three(edge).In(Asked.Paris)).Should().BeNull();
        Rule.Of(Three(edge).In(Asked.Paris, "Indian/Reunion")).Should().Be("four-in-thirty-days");
        Rule.Of(Three(edge).In("Indian/Reunion", Asked.Paris)).Should().Be("four-in-thirty-days");
    }

    [Theory]
    [InlineData("2026-11-02T15:00:00", "2026-12-02T10:00:00")]
    [InlineData("2026-11-05T15:00:00", "2026-12-07T10:00:00")]
    public void It_passes_again_at_the_opening_after_the_fourth_latest_has_left(string fourth, string opening)
    {
        var question = Asked.Lawful.Called(
            Asked.Local("2026-11-20T15:00:00"), Asked.Local(fourth), Asked.Local("2026-11-19T15:00:00"),
            Asked.Local("2026-11-18T15:00:00"), Asked.Local("2026-10-30T15:00:00"));
        var notBefore = Rule.Judge(question).NotBefore;
        notBefore.Should().Be(Asked.Local(opening));
        RuleBook.Standard.Ask(question with { At = notBefore!.Value }).Permit.Should().NotBeNull();
    }

    [Fact]
    public void With_several_zones_the_fourth_latest_must_have_left_in_all_of_them()
    {
        // 23:30 in Paris is the next date in Réunion already.
        var late = Asked.Local("2026-11-09T23:30:00");
        foreach (var zones in new string[][] { [Asked.Paris, "Indian/Reunion"], ["Indian/Reunion", Asked.Paris] })
        {
            var question = Asked.Lawful.Called(late, late, late, late).In(zones);
            var notBefore = Rule.Judge(question).NotBefore!.Value;
            notBefore.Should().Be(Asked.Local("2026-12-10T11:00:00"));
            Rule.Of(question with { At = notBefore }).Should().BeNull();
        }
    }

    [Fact]
    public void Somebody_at_work_may_be_called_more_often() =>
        Rule.Of(Asked.ToProfessional.Called([.. Enumerable.Repeat(Asked.Lawful.At, 4)])).Should().BeNull();

    [Fact]
    public void The_permit_tells_the_attempts_before_it() =>
        RuleBook.Standard.Ask(Three(Asked.Local("2026-10-01T12:00:00"))).Permit!.AttemptsBefore.Should().Be(3);

    private static Question Three(Instant oldest) =>
        Asked.Lawful.Called([oldest, .. Enumerable.Range(16, 3).Select(day => Asked.Local($"2026-11-{day}T15:00:00"))]);
}
