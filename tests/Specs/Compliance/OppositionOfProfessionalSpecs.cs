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

    private static Question Objecting(string? said) =>
        Asked.ToProfessional.With(dossier => dossier with { Oppositions = said is null ? [] : [new Opposition(Asked.Local(said), "said")] });
}
