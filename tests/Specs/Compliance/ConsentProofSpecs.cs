using NodaTime;
using Plateau.Core.Compliance;
using Plateau.Core.Compliance.Rules;
using Plateau.Core.Interactions;

namespace Plateau.Specs.Compliance;

public sealed class ConsentProofSpecs
{
    private static readonly ConsentProof Rule = new();
    private static readonly Instant Now = Asked.Lawful.At;

    public static TheoryData<string, Consent, string?> Table => new()
    {
        { "with a proof", Asked.Yes, null },
        { "without proof", Asked.Yes with { Reference = "" }, "consent-proof" },
        { "whose proof is a blank", Asked.Yes with { Reference = " " }, "consent-proof" },
        { "collected this very moment", Asked.Yes with { CollectedAt = Now }, null },
        { "collected in the future", Asked.Yes with { CollectedAt = Now + Duration.FromMilliseconds(1) }, "consent-proof" },
        { "of no date, which another rule names", Asked.Yes with { CollectedAt = null }, null },
    };

    [Theory, MemberData(nameof(Table))]
    public void A_consent_is_proven(string what, Consent consent, string? reason) => Rule.Of(Asked.Lawful.OnGroundOf(consent)).Should().Be(reason, what);

    [Fact]
    public void A_call_on_a_contract_asks_no_consent() => Rule.Of(Asked.Lawful.OnGroundOf(Asked.Yes with { Reference = "" }, Asked.Contract)).Should().BeNull();
}
