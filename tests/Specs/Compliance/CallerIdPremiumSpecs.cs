using Plateau.Core.Compliance;
using Plateau.Core.Compliance.Rules;
using Plateau.Core.Interactions;

namespace Plateau.Specs.Compliance;

public sealed class CallerIdPremiumSpecs
{
    private static readonly CallerIdPremium Rule = new();

    [Theory]
    [InlineData("+33899000000", true)]
    [InlineData("0890123456", true)]
    [InlineData("0033 8 99 00 00 00", true)]
    [InlineData("+262899000000", true)]
    [InlineData("+33880000000", false)]
    [InlineData("+33199000000", false)]
    [InlineData("+33801234567", false)]
    [InlineData("3639", true)]
    [InlineData("3200", true)]
    [InlineData("+333615", true)]
    [InlineData("3900", true)]
    [InlineData("3003", false)]
    [InlineData("3179", false)]
    [InlineData("1014", false)]
    [InlineData("1634", false)]
    [InlineData("3234567890", false)]
    [InlineData("118218", true)]
    [InlineData("+33118218", true)]
    [InlineData("119218", false)]
    [InlineData("11821", false)]
    [InlineData("+4489900000", false)]
    public void No_number_that_costs_is_shown(string number, bool premium) =>
        Rule.Of(Asked.Lawful.ShowingAs(shown => shown with { Number = number })).Should().Be(premium ? "caller-id-premium" : null);

    [Fact]
    public void No_number_is_another_rules_business_and_so_is_no_call()
    {
        Rule.Of(Asked.Lawful.ShowingAs(shown => shown with { Number = null })).Should().BeNull();
        Rule.Of(Asked.Lawful.ShowingAs(shown => shown with { Number = "3615" }).About(Matters.None)).Should().BeNull();
    }
}
