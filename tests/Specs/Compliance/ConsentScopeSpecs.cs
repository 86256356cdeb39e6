using Plateau.Core.Compliance;
using Plateau.Core.Compliance.Rules;
using Plateau.Core.Interactions;

namespace Plateau.Specs.Compliance;

public sealed class ConsentScopeSpecs
{
    private static readonly ConsentScope Rule = new();

    public static TheoryData<string, Consent, string?> Table => new()
    {
        { "this client and product", Asked.Yes, null },
        { "two products, this one among them", Asked.Yes with { Products = ["fibre", Asked.Plan] }, null },
        { "another professional", Asked.Yes with { Professional = new ClientId("globex") }, "consent-scope" },
        { "nobody", Asked.Yes with { Professional = null }, "consent-scope" },
        { "another product", Asked.Yes with { Products = ["fibre"] }, "consent-scope" },
        { "no product", Asked.Yes with { Products = [] }, "consent-scope" },
    };

    [Theory, MemberData(nameof(Table))]
    public void A_consent_reaches_as_far_as_it_was_given(string what, Consent consent, string? reason) => Rule.Of(Asked.Lawful.OnGroundOf(consent)).Should().Be(reason, what);

    [Fact]
    public void A_call_on_a_request_asks_no_consent() => Rule.Of(Asked.Lawful.OnGroundOf(Asked.Yes with { Professional = null }, null, Asked.Request)).Should().BeNull();
}
