using Plateau.Core.Compliance;
using Plateau.Core.Compliance.Rules;

namespace Plateau.Specs.Compliance;

public sealed class PriorConsentSpecs
{
    private static readonly PriorConsent Rule = new();

    public static TheoryData<string, Question, string?> Table => new()
    {
        { "a consent", Asked.Lawful, null },
        { "a flawed consent, which another rule names", Asked.Lawful.OnGroundOf(Asked.Yes with { Form = null }), null },
        { "nothing at all", Asked.Lawful.OnGroundOf(), "no-legal-ground" },
        { "a contract about this", Asked.Lawful.OnGroundOf(contract: Asked.Contract), null },
        { "a contract about something else", Asked.Lawful.OnGroundOf(contract: Asked.Contract with { Products = ["fibre"] }), "no-legal-ground" },
        { "a request", Asked.Lawful.OnGroundOf(request: Asked.Request), null },
        { "nothing, for the press", Asked.Lawful.OnGroundOf() with { Purpose = Purpose.Press }, null },
        { "nothing, for a service call", Asked.Lawful.OnGroundOf() with { Purpose = Purpose.Service }, null },
        { "nothing, for a service call that makes an offer", Asked.Lawful.OnGroundOf() with { Purpose = Purpose.Service, HasOffer = true }, "no-legal-ground" },
        { "nothing, at work", Asked.ToProfessional, null },
        { "nothing, at work about private life", Asked.ToProfessional.With(dossier => dossier with { Profession = new(true, false, true) }), "no-legal-ground" },
        { "nothing, and it is no call", Asked.Lawful.OnGroundOf().About(Matters.None), null },
        { "nothing, in another country", Asked.Lawful.OnGroundOf().With(dossier => dossier with { Country = "MA" }), null },
    };

    [Theory, MemberData(nameof(Table))]
    public void A_consumer_is_called_on_a_ground(string what, Question question, string? reason) => Rule.Of(question).Should().Be(reason, what);
}
