using NodaTime;
using Plateau.Core.Compliance;
using Plateau.Core.Compliance.Rules;
using Plateau.Core.Interactions;

namespace Plateau.Specs.Compliance;

public sealed class RestAfterRefusalSpecs
{
    private static readonly RestAfterRefusal Rule = new();

    public static TheoryData<string, string, string, bool> Table => new()
    {
        { "the sixtieth day", "2026-06-11T15:00:00", "2026-08-10T19:59:59", true },
        { "the sixty-first", "2026-06-10T15:00:00", "2026-08-10T10:00:00", false },
        { "the same day", "2026-08-10T10:00:00", "2026-08-10T15:00:00", true },
        { "late on its day", "2026-06-10T23:59:59", "2026-08-10T10:00:00", false },
    };

    [Theory, MemberData(nameof(Table))]
    public void Sixty_full_days_pass_after_a_refusal(string what, string refused, string now, bool rests)
    {
        foreach (var outcome in new[] { "refused", "refused_offer" })
            Rule.Of(Asked.Lawful.When(now).After(new PastCall(Asked.Local(refused), null, outcome))).Should().Be(rests ? "rest-after-refusal" : null, what);
    }

    [Theory]
    [InlineData("acme", "refused", true)]
    [InlineData("globex", "refused", false)]
    [InlineData("acme", "no_answer", false)]
    [InlineData("acme", null, false)]
    public void Only_a_refusal_to_this_client_counts(string client, string? outcome, bool rests) =>
        Rule.Of(Asked.Lawful.After(new PastCall(Asked.Lawful.At - Duration.FromDays(1), new ClientId(client), outcome))).Should().Be(rests ? "rest-after-refusal" : null);

    [Fact]
    public void An_older_call_and_a_call_of_another_kind_do_not_hide_a_refusal() =>
        Rule.Of(Asked.Lawful.After(Asked.Lawful.At - Duration.FromDays(90), new PastCall(Asked.Lawful.At - Duration.FromDays(9), null, "refused"), Asked.Lawful.At)).Should().Be("rest-after-refusal");

    [Fact]
    public void The_sixtieth_day_must_have_passed_in_every_zone()
    {
        // 23:30 in Paris is the next date in Réunion already.
        var question = Asked.Lawful.When("2026-11-23T11:30:00").After(new PastCall(Asked.Local("2026-09-23T23:30:00"), null, "refused"));
        Rule.Of(question).Should().BeNull();
        foreach (var zones in new string[][] { [Asked.Paris, "Indian/Reunion"], ["Indian/Reunion", Asked.Paris] })
            Rule.Of(question.In(zones)).Should().Be("rest-after-refusal");
        Rule.Of(question.In()).Should().BeNull();
        Rule.Of(question.In().When("2026-11-22T11:30:00")).Should().Be("rest-after-refusal");
    }

    [Fact]
    public void A_call_under_way_is_judged_by_the_day_of_its_dial()
    {
        var question = Asked.Lawful.When("2026-11-24T00:00:10").After(new PastCall(Asked.Local("2026-09-24T15:00:00"), null, "refused"));
        Rule.Of(question).Should().BeNull();
        Rule.Of(question with { Placed = Asked.Local("2026-11-23T23:59:50") }).Should().Be("rest-after-refusal");
    }

    [Fact]
    public void A_call_that_only_serves_may_be_made() =>
        Rule.Of(Asked.Lawful.After(new PastCall(Asked.Lawful.At, null, "refused")) with { Purpose = Purpose.Service }).Should().BeNull();

    [Theory]
    [InlineData("2026-08-10T23:59:59", "FR-B2C-REFUSAL-60-LEGACY")]
    [InlineData("2026-08-11T00:00:00", "FR-B2C-REFUSAL-60-POLICY")]
    public void Law_gave_way_to_prudence_on_the_eleventh_of_August(string local, string rule) =>
        RuleBook.Standard.Examine(Asked.Lawful.When(local).After(new PastCall(Asked.Local("2026-08-01T15:00:00"), null, "refused")))
            .Where(one => one.Finding.Reason == "rest-after-refusal").Should().ContainSingle().Which.Rule.Id.Should().Be(rule);
}
