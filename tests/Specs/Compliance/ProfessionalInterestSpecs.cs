using Plateau.Core.Compliance;
using Plateau.Core.Compliance.Rules;
using Plateau.Core.Interactions;

namespace Plateau.Specs.Compliance;

public sealed class ProfessionalInterestSpecs
{
    private static readonly ProfessionalInterest Rule = new();

    public static TheoryData<string, Profession?, string?> Table => new()
    {
        { "at work, about it, informed", Profession.Attested, null },
        { "nothing known", null, "no-legitimate-interest" },
        { "no professional", Profession.Attested with { AtWork = false }, "no-legitimate-interest" },
        { "perhaps a professional", Profession.Attested with { AtWork = null }, "no-legitimate-interest" },
        { "an offer of unknown relevance", Profession.Attested with { Relevant = null }, "no-legitimate-interest" },
        { "not informed", Profession.Attested with { Informed = false }, "no-legitimate-interest" },
        { "perhaps informed", Profession.Attested with { Informed = null }, "no-legitimate-interest" },
        { "about private life, which makes them a consumer", Profession.Attested with { Relevant = false }, null },
    };

    [Theory, MemberData(nameof(Table))]
    public void A_professional_is_called_about_their_work(string what, Profession? profession, string? reason) =>
        Rule.Of(Asked.ToProfessional.With(dossier => dossier with { Profession = profession })).Should().Be(reason, what);

    [Fact]
    public void Service_calls_and_consumers_are_not_this_rules_business()
    {
        Rule.Of(Asked.ToProfessional.With(dossier => dossier with { Profession = null }) with { Purpose = Purpose.Service }).Should().BeNull();
        Rule.Of(Asked.Lawful).Should().BeNull();
    }
}
