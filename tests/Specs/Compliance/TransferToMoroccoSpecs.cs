using Plateau.Core.Compliance;
using Plateau.Core.Compliance.Rules;
using Plateau.Core.Interactions;

namespace Plateau.Specs.Compliance;

public sealed class TransferToMoroccoSpecs
{
    private static readonly TransferToMorocco Rule = new();

    [Theory]
    [InlineData(true, true, null)]
    [InlineData(true, false, "transfer-papers-missing")]
    [InlineData(false, true, "transfer-papers-missing")]
    [InlineData(null, true, "transfer-papers-missing")]
    [InlineData(true, null, "transfer-papers-missing")]
    public void Data_are_seen_from_Morocco_with_clauses_and_assessment(bool? clauses, bool? assessment, string? reason) =>
        Rule.Of(Asked.Lawful.About(new Matters { TransferPapers = new(clauses, assessment) })).Should().Be(reason);

    [Fact]
    public void A_call_alone_is_not_its_business() => Rule.Of(Asked.Lawful).Should().BeNull();
}
