using NodaTime;
using Plateau.Core.Compliance;
using Plateau.Core.Compliance.Rules;
using Plateau.Core.Interactions;

namespace Plateau.Specs.Compliance;

public sealed class OfferConfirmedSpecs
{
    private static readonly OfferConfirmed Rule = new();
    private static readonly Instant Now = Asked.Lawful.At;
    private static readonly Duration Second = Duration.FromSeconds(1);

    public static TheoryData<string, Sale, string?> Table => new()
    {
        { "confirmed, then signed", new(Now - Second, Now), null },
        { "signed at once", new(Now, Now), null },
        { "signed before the confirmation", new(Now, Now - Second), "sale-not-signed" },
        { "to be signed", new(Now - Second, Now + Second), "sale-not-signed" },
        { "not signed", new(Now, null), "sale-not-signed" },
        { "not confirmed", new(null, Now), "sale-not-signed" },
    };

    [Theory, MemberData(nameof(Table))]
    public void A_sale_is_signed_on_paper(string what, Sale sale, string? reason) => Rule.Of(Asked.Lawful.About(new Matters { Sale = sale })).Should().Be(reason, what);

    [Fact]
    public void A_call_without_sale_is_not_its_business() => Rule.Of(Asked.Lawful).Should().BeNull();
}
