using Plateau.Core.Compliance;
using Plateau.Core.Compliance.Rules;

namespace Plateau.Specs.Compliance;

public sealed class OppositionOfProfessionalSpecs
{
    private static readonly OppositionOfProfessional Rule = new();

    [Theory]
    [InlineData(null, true)]
    [InlineData("2020-01-01T00:00:00", false)]
    [InlineData("2026-11-23T10:30:00", false)]
    public void An_objection_at_work_is_absolute(string? said, bool passes) =>
        Rule.Of(Objecting(said)).Should().Be(passes ? null : "opposed");

    [Fact]
    public void A_later_consent_does_not_lift_it() =>
        Rule.Of(Objecting("2020-01-01T00:00:00").With(dossier => dossier with { Consents = [Asked.Yes] })).Should().Be("opposed");

    [Fact]
    public void A_consumer_is_not_this_rules_business() => Rule.Concerns(Asked.Lawful).Should().BeFalse();

    [Theory]
    [InlineData("2026-08-10T23:59:59", "opposed")]
    [InlineData("2026-08-11T00:00:00", null)]
    public void Consumers_had_no_other_rule_before_the_eleventh_of_August(string local, string? reason) =>
        Rule.Of(Asked.Lawful.When(local).With(dossier => dossier with { Oppositions = [new Opposition(Asked.Local("2020-01-01T00:00:00"), "said")] })).Should().Be(reason);

    [Fact]
    public void An_objection_that_nobody_looked_for_is_not_absent() =>
        Rule.Of(Asked.ToProfessional.With(dossier => dossier with { OppositionsKnown = false })).Should().Be("oppositions-unknown");

    [Fact]
    public void A_call_that_only_serves_may_be_made() =>
        Rule.Of(Objecting("2020-01-01T00:00:00") with { Purpose = Purpose.Service }).Should().BeNull();

    private static Question Objecting(string? said) =>
        Asked.ToProfessional.With(dossier => dossier with { Oppositions = said is null ? [] : [new Opposition(Asked.Local(said), "said")] });
}
