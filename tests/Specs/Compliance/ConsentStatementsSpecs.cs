using Plateau.Core.Compliance;
using Plateau.Core.Compliance.Rules;
using Plateau.Core.Interactions;

namespace Plateau.Specs.Compliance;

public sealed class ConsentStatementsSpecs
{
    private static readonly ConsentStatements Rule = new();

    public static TheoryData<string, Consent, string?> Table
    {
        get
        {
            var table = new TheoryData<string, Consent, string?>
            {
                { "all five, by a positive act", Asked.Yes, null },
                { "more than five", Asked.Yes with { Form = new(true, [.. ConsentForm.Compulsory, "third_party"]) }, null },
                { "a ticked box", Asked.Yes with { Form = new(false, ConsentForm.Compulsory) }, "consent-form" },
                { "an act that nobody knows of", Asked.Yes with { Form = new(null, ConsentForm.Compulsory) }, "consent-form" },
                { "a form that nobody knows", Asked.Yes with { Form = null }, "consent-form" },
                { "to nobody named", Asked.Yes with { Professional = null }, "consent-form" },
                { "for nothing named", Asked.Yes with { Products = [] }, "consent-form" },
            };
            foreach (var missing in ConsentForm.Compulsory)
                table.Add($"without {missing}", Asked.Yes with { Form = new(true, [.. ConsentForm.Compulsory.Where(each => each != missing)]) }, "consent-form");
            return table;
        }
    }

    [Theory, MemberData(nameof(Table))]
    public void A_consent_was_asked_for_in_full(string what, Consent consent, string? reason) => Rule.Of(Asked.Lawful.OnGroundOf(consent)).Should().Be(reason, what);

    [Fact]
    public void There_are_five_statements() => ConsentForm.Compulsory.Should().Equal("identity", "choice", "period", "withdrawal", "proof_access");

    [Fact]
    public void A_call_on_a_contract_asks_no_consent() => Rule.Of(Asked.Lawful.OnGroundOf(Asked.Yes with { Form = null }, Asked.Contract)).Should().BeNull();
}
