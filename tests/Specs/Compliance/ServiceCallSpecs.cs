using Plateau.Core.Compliance;
using Plateau.Core.Compliance.Rules;
using Plateau.Core.Interactions;

namespace Plateau.Specs.Compliance;

public sealed class ServiceCallSpecs
{
    private static readonly ServiceCall Rule = new();

    [Theory]
    [InlineData(Purpose.Service, false, true)]
    [InlineData(Purpose.Service, true, false)]
    [InlineData(Purpose.Prospecting, false, false)]
    [InlineData(Purpose.Press, false, false)]
    public void A_call_that_offers_nothing_is_no_prospecting(Purpose purpose, bool offer, bool serves)
    {
        var question = Asked.Lawful.OnGroundOf().When("2026-11-22T21:00:00") with { Purpose = purpose, HasOffer = offer };
        Rule.Concerns(question).Should().Be(serves);
        Rule.Judge(question).Passes.Should().BeTrue();
        (RuleBook.Standard.Ask(question).Permit?.Ground == "service").Should().Be(serves);
    }

    [Fact]
    public void A_question_about_no_call_is_no_service_call() => Rule.Concerns(Asked.Lawful.About(Matters.None)).Should().BeFalse();

    [Fact]
    public void It_is_our_reading() => Rule.Text.Basis.Should().Be(Basis.Interpretation);
}
