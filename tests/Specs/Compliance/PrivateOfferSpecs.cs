using Plateau.Core.Compliance;
using Plateau.Core.Compliance.Rules;
using Plateau.Core.Interactions;

namespace Plateau.Specs.Compliance;

public sealed class PrivateOfferSpecs
{
    private static readonly PrivateOffer Rule = new();

    public static TheoryData<string, Question, string[]> Table => new()
    {
        { "about the work", Asked.ToProfessional, [] },
        { "about private life, no consent", With(Profession.Attested with { Relevant = false }), ["FR-B2B-PRIVATE", "FR-B2C-CONSENT"] },
        { "on a private number, no consent", With(Profession.Attested with { PrivateNumber = true }), ["FR-B2B-PRIVATE", "FR-B2C-CONSENT"] },
        { "about private life, with consent", With(Profession.Attested with { Relevant = false }).With(dossier => dossier with { Consents = [Asked.Yes] }), [] },
        { "about private life at half past one", With(Profession.Attested with { Relevant = false }).With(dossier => dossier with { Consents = [Asked.Yes] }).When("2026-11-23T13:30:00"), ["FR-B2B-PRIVATE", "FR-B2C-HOURS"] },
        { "about private life, a number that nobody vouches for", With(Profession.Attested with { Relevant = false }).With(dossier => dossier with { Consents = [Asked.Yes] }).ShowingAs(shown => shown with { Authenticated = false }), ["FR-CLI-AUTH"] },
    };

    [Theory, MemberData(nameof(Table))]
    public void Who_is_called_about_private_life_is_a_consumer(string what, Question question, string[] faults) =>
        RuleBook.Standard.Examine(question).Where(one => !one.Finding.Passes).Select(one => one.Rule.Id).Should().Equal(faults, what);

    [Fact]
    public void A_consumer_is_one_already()
    {
        Rule.Concerns(Asked.Lawful.With(dossier => dossier with { Profession = Profession.Attested with { Relevant = false } })).Should().BeFalse();
        Rule.Concerns(With(Profession.Attested with { Relevant = false }).About(Matters.None)).Should().BeFalse();
        Rule.Judge(With(Profession.Attested with { Relevant = false })).Passes.Should().BeTrue();
    }

    private static Question With(Profession profession) => Asked.ToProfessional.With(dossier => dossier with { Profession = profession });
}
