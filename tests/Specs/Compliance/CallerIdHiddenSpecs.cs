using Plateau.Core.Compliance;
using Plateau.Core.Compliance.Rules;
using Plateau.Core.Interactions;

namespace Plateau.Specs.Compliance;

public sealed class CallerIdHiddenSpecs
{
    private static readonly CallerIdHidden Rule = new();

    [Theory]
    [InlineData(true, null)]
    [InlineData(false, "caller-id-hidden")]
    [InlineData(null, "caller-id-hidden")]
    public void A_number_is_shown(bool? presented, string? reason) => Rule.Of(Asked.Lawful.ShowingAs(shown => shown with { Presented = presented })).Should().Be(reason);

    [Fact]
    public void It_is_shown_by_a_service_call_too_and_asked_of_calls_alone()
    {
        var hidden = Asked.Lawful.ShowingAs(shown => shown with { Presented = false });
        Rule.Of(hidden with { Purpose = Purpose.Service }).Should().Be("caller-id-hidden");
        Rule.Of(hidden.About(Matters.None)).Should().BeNull();
    }
}
