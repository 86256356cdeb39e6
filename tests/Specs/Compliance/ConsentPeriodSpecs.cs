using NodaTime;
using Plateau.Core.Compliance;
using Plateau.Core.Compliance.Rules;
using Plateau.Core.Interactions;

namespace Plateau.Specs.Compliance;

public sealed class ConsentPeriodSpecs
{
    private static readonly ConsentPeriod Rule = new();
    private static readonly Instant Now = Asked.Lawful.At;
    private static readonly Duration Millisecond = Duration.FromMilliseconds(1);
    private static readonly Duration Year = Duration.FromDays(365);

    public static TheoryData<string, Consent, string?> Table => new()
    {
        { "a period that runs", Asked.Yes, null },
        { "whose period ends now", Asked.Yes with { PeriodEnd = Now }, null },
        { "whose period has just ended", Asked.Yes with { PeriodEnd = Now - Millisecond }, "consent-ended" },
        { "365 days old", Asked.Yes with { CollectedAt = Now - Year, PeriodEnd = Now + Year }, null },
        { "older than 365 days", Asked.Yes with { CollectedAt = Now - Year - Millisecond, PeriodEnd = Now + Year }, "consent-ended" },
        { "of no period", Asked.Yes with { PeriodEnd = null }, "consent-ended" },
        { "of no date", Asked.Yes with { CollectedAt = null }, "consent-ended" },
    };

    [Theory, MemberData(nameof(Table))]
    public void A_consent_ends(string what, Consent consent, string? reason) => Rule.Of(Asked.Lawful.OnGroundOf(consent)).Should().Be(reason, what);

    [Fact]
    public void A_call_on_a_contract_asks_no_consent() => Rule.Of(Asked.Lawful.OnGroundOf(Asked.Yes with { PeriodEnd = null }, Asked.Contract)).Should().BeNull();
}
