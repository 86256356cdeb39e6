using Plateau.Core.Compliance;
using Plateau.Core.Compliance.Rules;
using Plateau.Core.Interactions;

namespace Plateau.Specs.Compliance;

public sealed class RequestedCallbackSpecs
{
    private static readonly RequestedCallback Rule = new();

    /// <summary>Asked on Friday 30 October 2026 at six: Saturdays count, Sundays and 11 November don't.</summary>
    [Theory]
    [InlineData("2026-10-30T18:00:00", "2026-10-30T18:00:00", true)]
    [InlineData("2026-10-30T18:00:00", "2026-10-30T17:59:59", false)]
    [InlineData("2026-10-30T18:00:00", "2026-11-05T23:59:59", true)]
    [InlineData("2026-10-30T18:00:00", "2026-11-06T00:00:00", false)]
    [InlineData("2026-11-06T18:00:00", "2026-11-13T19:59:59", true)]
    [InlineData("2026-11-06T18:00:00", "2026-11-14T10:00:00", false)]
    [InlineData("2026-11-23T00:00:00", "2026-11-28T19:00:00", true)]
    [InlineData("2026-11-22T23:59:59", "2026-11-27T19:00:00", true)]
    [InlineData("2026-11-22T23:59:59", "2026-11-28T10:00:00", false)]
    [InlineData("2026-12-24T10:00:00", "2026-12-31T12:00:00", true)]
    [InlineData("2026-12-24T10:00:00", "2027-01-02T12:00:00", false)]
    [InlineData("2026-08-10T10:00:00", "2026-08-11T10:00:00", true)]
    [InlineData("2026-08-10T10:00:00", "2026-08-10T23:59:59", false)]
    public void An_asked_for_call_is_made_within_five_working_days(string requested, string now, bool holds) =>
        RequestedCallback.Permits(Requested(requested).When(now)).Should().Be(holds);

    [Theory]
    [InlineData("America/Martinique", "2026-11-23T20:30:00", "2026-11-28T23:59:59", true)]
    [InlineData("America/Martinique", "2026-11-23T20:30:00", "2026-11-30T10:00:00", false)]
    [InlineData("Indian/Reunion", "2026-11-24T01:00:00", "2026-11-30T10:00:00", true)]
    public void The_working_days_are_those_of_the_persons_own_calendar(string zone, string requested, string now, bool holds) =>
        RequestedCallback.Permits(Requested(requested, zone).In(zone).When(now, zone)).Should().Be(holds);

    [Fact]
    public void The_days_have_passed_when_they_have_in_one_candidate_zone()
    {
        // Half past midnight in Réunion is still the day before in Paris, where the request is a day older.
        var question = Requested("2026-11-24T00:30:00", "Indian/Reunion").When("2026-11-30T11:00:00");
        RequestedCallback.Permits(question.In("Indian/Reunion")).Should().BeTrue();
        RequestedCallback.Permits(question.In()).Should().BeFalse();
        foreach (var zones in new string[][] { [Asked.Paris, "Indian/Reunion"], ["Indian/Reunion", Asked.Paris] })
            RequestedCallback.Permits(question.In(zones)).Should().BeFalse();
    }

    [Theory]
    [InlineData("REQ-1", Asked.Plan, true)]
    [InlineData("REQ-1", "fibre", false)]
    [InlineData("", Asked.Plan, false)]
    public void A_request_covers_what_was_asked_about_and_is_provable(string reference, string product, bool holds) =>
        (RequestedCallback.Of(Asked.Lawful.OnGroundOf().With(dossier => dossier with { Requests = [Asked.Request with { Products = [] }, Asked.Request with { Reference = reference, Products = [product] }] }))
            ?.Reference == "REQ-1").Should().Be(holds);

    [Fact]
    public void A_call_under_way_was_dialled_in_time() =>
        RequestedCallback.Permits(Requested("2026-10-30T18:00:00").When("2026-11-06T00:00:10") with { Placed = Asked.Local("2026-11-05T23:59:50") }).Should().BeTrue();

    [Fact]
    public void It_is_named_where_it_carries_a_call_and_refuses_nothing()
    {
        var carried = Asked.Lawful.OnGroundOf(request: Asked.Request);
        RuleBook.Standard.Examine(carried).Select(one => one.Rule.Id).Should().Contain(Rule.Id);
        Rule.Of(carried).Should().BeNull();
        Rule.Concerns(Asked.Lawful).Should().BeFalse();
        Rule.Concerns(carried with { Purpose = Purpose.Service }).Should().BeFalse();
    }

    private static Question Requested(string at, string zone = Asked.Paris) => Asked.Lawful.OnGroundOf(request: Asked.Request with { RequestedAt = Asked.Local(at, zone) });
}
