using Plateau.Core.Compliance;
using Plateau.Core.Compliance.Rules;
using Plateau.Core.Interactions;

namespace Plateau.Specs.Compliance;

public sealed class StaffToldSpecs
{
    private static readonly StaffTold Rule = new();

    [Theory]
    [InlineData(true, true, false, null)]
    [InlineData(true, null, false, null)]
    [InlineData(true, false, false, "staff-not-told")]
    [InlineData(false, true, false, "staff-not-told")]
    [InlineData(null, true, false, "staff-not-told")]
    [InlineData(true, true, true, "staff-not-told")]
    public void Staff_know_how_they_are_watched(bool? told, bool? council, bool continuous, string? reason) =>
        Rule.Of(Asked.Lawful.About(new Matters { StaffWatch = new(told, council, continuous) })).Should().Be(reason);

    [Fact]
    public void A_call_is_not_its_business() => Rule.Of(Asked.Lawful).Should().BeNull();
}
