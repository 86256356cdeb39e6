using Plateau.Core.Compliance;
using Plateau.Core.Compliance.Rules;

namespace Plateau.Specs.Compliance;

public sealed class KnownLawSpecs
{
    private static readonly KnownLaw Rule = new();

    [Theory]
    [InlineData("FR", Audience.Consumer, "2026-11-23T10:30:00", null)]
    [InlineData("FR", Audience.Professional, "2026-11-23T10:30:00", null)]
    [InlineData("FR", Audience.Unknown, "2026-11-23T10:30:00", "audience-unknown")]
    [InlineData("BE", Audience.Consumer, "2026-11-23T10:30:00", "no-law-for-country")]
    [InlineData("MA", Audience.Professional, "2026-11-23T10:30:00", null)]
    [InlineData("MA", Audience.Consumer, "2026-11-23T10:30:00", null)]
    [InlineData("MA", Audience.Unknown, "2026-11-23T10:30:00", "audience-unknown")]
    [InlineData("fr", Audience.Consumer, "2026-11-23T10:30:00", "no-law-for-country")]
    [InlineData("", Audience.Consumer, "2026-11-23T10:30:00", "no-law-for-country")]
    [InlineData("FR", Audience.Consumer, "2026-08-10T23:59:59", null)]
    [InlineData("FR", Audience.Consumer, "2026-08-11T00:00:00", null)]
    [InlineData("FR", Audience.Professional, "2026-08-10T11:00:00", null)]
    public void A_call_needs_a_law_that_the_book_holds(string country, Audience audience, string local, string? reason) =>
        Rule.Of(Asked.Lawful.When(local).With(dossier => dossier with { Country = country, Audience = audience })).Should().Be(reason);

    [Fact]
    public void What_is_no_call_asks_for_no_country() =>
        Rule.Of(Asked.Lawful.With(dossier => dossier with { Country = "" }).About(Matters.None)).Should().BeNull();
}
