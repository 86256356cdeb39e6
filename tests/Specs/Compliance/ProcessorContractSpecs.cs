using Plateau.Core.Compliance;
using Plateau.Core.Compliance.Rules;
using Plateau.Core.Interactions;

namespace Plateau.Specs.Compliance;

public sealed class ProcessorContractSpecs
{
    private static readonly ProcessorContract Rule = new();

    [Theory]
    [InlineData(true, null)]
    [InlineData(false, "processor-contract-missing")]
    [InlineData(null, "processor-contract-missing")]
    public void A_clients_data_are_touched_under_contract(bool? signed, string? reason) =>
        Rule.Of(Asked.Lawful.About(new Matters { ProcessorPapers = new(signed) })).Should().Be(reason);

    [Fact]
    public void A_call_alone_is_not_its_business() => Rule.Of(Asked.Lawful).Should().BeNull();
}
