using Plateau.Core.Compliance;
using Plateau.Core.Compliance.Rules;
using Plateau.Core.Interactions;

namespace Plateau.Specs.Compliance;

public sealed class CollectionNoticeSpecs
{
    private static readonly CollectionNotice Rule = new();

    [Theory]
    [InlineData("Appels commerciaux avec votre consentement préalable seulement", null)]
    [InlineData("With your prior Consent only", null)]
    [InlineData("Votre numéro de téléphone", "form-without-notice")]
    [InlineData("", "form-without-notice")]
    [InlineData(null, "form-without-notice")]
    public void A_form_says_that_calls_need_consent(string? text, string? reason) =>
        Rule.Of(Asked.Lawful.About(new Matters { CollectionForm = new(text) })).Should().Be(reason);

    [Fact]
    public void A_call_without_form_is_not_its_business() => Rule.Of(Asked.Lawful).Should().BeNull();
}
