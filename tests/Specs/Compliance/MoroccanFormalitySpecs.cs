using Plateau.Core.Compliance;
using Plateau.Core.Compliance.Rules;
using Plateau.Core.Interactions;

namespace Plateau.Specs.Compliance;

public sealed class MoroccanFormalitySpecs
{
    private static readonly MoroccanFormality Rule = new();

    [Theory]
    [InlineData("D-W-123/2026", null)]
    [InlineData("", "cndp-receipt-missing")]
    [InlineData(null, "cndp-receipt-missing")]
    public void A_site_has_its_receipt(string? receipt, string? reason) =>
        Rule.Of(Asked.Lawful.About(new Matters { MoroccanPapers = new(receipt) })).Should().Be(reason);

    [Fact]
    public void A_call_alone_is_not_its_business() => Rule.Of(Asked.Lawful).Should().BeNull();
}
