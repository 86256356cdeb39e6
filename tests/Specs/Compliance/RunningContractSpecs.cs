using NodaTime;
using Plateau.Core.Compliance;
using Plateau.Core.Compliance.Rules;
using Plateau.Core.Interactions;

namespace Plateau.Specs.Compliance;

public sealed class RunningContractSpecs
{
    private static readonly RunningContract Rule = new();
    private static readonly Instant Now = Asked.Lawful.At;
    private static readonly Duration Millisecond = Duration.FromMilliseconds(1);

    public static TheoryData<string, CurrentContract, bool> Table => new()
    {
        { "that runs, about this product", Asked.Contract, true },
        { "about another product", Asked.Contract with { Products = ["fibre"] }, false },
        { "about nothing", Asked.Contract with { Products = [] }, false },
        { "with the same object", Asked.Contract with { Products = [], Relation = "same" }, true },
        { "with an add-on", Asked.Contract with { Products = [], Relation = "add_on" }, true },
        { "with an improvement", Asked.Contract with { Products = [], Relation = "improvement" }, true },
        { "unrelated, whatever its products", Asked.Contract with { Relation = "unrelated" }, false },
        { "of an unknown relation", Asked.Contract with { Relation = "" }, false },
        { "that begins now", Asked.Contract with { Since = Now }, true },
        { "that begins later", Asked.Contract with { Since = Now + Millisecond }, false },
        { "that ends now", Asked.Contract with { Until = Now }, false },
        { "that ends later", Asked.Contract with { Until = Now + Millisecond }, true },
        { "that was ended", Asked.Contract with { Status = "ended" }, false },
        { "of an unknown status", Asked.Contract with { Status = null }, false },
        { "of this client", Asked.Contract with { Client = new ClientId("acme") }, true },
        { "of another client", Asked.Contract with { Client = new ClientId("globex") }, false },
        { "without a reference", Asked.Contract with { Reference = "" }, false },
    };

    [Theory, MemberData(nameof(Table))]
    public void A_contract_carries_a_call_about_itself_while_it_runs(string what, CurrentContract contract, bool holds)
    {
        RunningContract.Permits(Asked.Lawful.OnGroundOf(contract: contract)).Should().Be(holds, what);
        RunningContract.Of(Asked.Lawful.OnGroundOf().With(dossier => dossier with { Contracts = [Asked.Contract with { Products = ["fibre"] }, contract] })).Should().Be(holds ? contract : null, what);
    }

    [Fact]
    public void It_is_named_where_it_carries_a_call_and_refuses_nothing()
    {
        var carried = Asked.Lawful.OnGroundOf(contract: Asked.Contract);
        RuleBook.Standard.Examine(carried).Select(one => one.Rule.Id).Should().Contain(Rule.Id);
        Rule.Of(carried).Should().BeNull();
        Rule.Concerns(Asked.Lawful).Should().BeFalse();
        Rule.Concerns(carried with { Purpose = Purpose.Service }).Should().BeFalse();
    }
}
