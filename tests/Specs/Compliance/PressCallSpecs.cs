using Plateau.Core.Compliance;
using Plateau.Core.Compliance.Rules;
using Plateau.Core.Interactions;

namespace Plateau.Specs.Compliance;

public sealed class PressCallSpecs
{
    private static readonly PressCall Rule = new();

    [Fact]
    public void The_press_needs_no_consent_and_keeps_the_hours()
    {
        var press = Asked.Lawful.OnGroundOf() with { Purpose = Purpose.Press };
        Rule.Concerns(press).Should().BeTrue();
        Rule.Judge(press).Passes.Should().BeTrue();
        RuleBook.Standard.Ask(press).Permit!.Ground.Should().Be("press");
        RuleBook.Standard.Ask(press.When("2026-11-23T13:30:00")).Refusal!.Rule.Should().Be("FR-B2C-HOURS");
        Rule.Concerns(Asked.Lawful).Should().BeFalse();
        Rule.Concerns(press.About(Matters.None)).Should().BeFalse();
    }
}
