using NodaTime;
using Plateau.Core.Compliance;
using Plateau.Core.Compliance.Rules;
using Plateau.Core.Interactions;

namespace Plateau.Specs.Compliance;

public sealed class WithdrawalSpecs
{
    private static readonly Withdrawal Rule = new();
    private static readonly Instant Now = Asked.Lawful.At;
    private static readonly Duration Millisecond = Duration.FromMilliseconds(1);

    public static TheoryData<string, Instant?, string?> Table => new()
    {
        { "never", null, null },
        { "a moment ago", Now - Millisecond, "consent-withdrawn" },
        { "now", Now, "consent-withdrawn" },
        { "in a moment", Now + Millisecond, null },
    };

    [Theory, MemberData(nameof(Table))]
    public void A_withdrawal_counts_at_once_and_in_every_phase(string what, Instant? withdrawn, string? reason)
    {
        foreach (var phase in Enum.GetValues<Phase>())
            Rule.Of(Asked.Lawful.OnGroundOf(Asked.Yes with { WithdrawnAt = withdrawn }) with { Phase = phase }).Should().Be(reason, what);
    }

    [Fact]
    public void Between_dial_and_answer_it_stops_the_call()
    {
        var question = Asked.Lawful.OnGroundOf(Asked.Yes with { WithdrawnAt = Now + Duration.FromSeconds(5) });
        Rule.Of(question).Should().BeNull();
        Rule.Of(question with { At = Now + Duration.FromSeconds(9), Placed = Now, Phase = Phase.Answer }).Should().Be("consent-withdrawn");
    }

    [Fact]
    public void A_call_on_a_contract_asks_no_consent() => Rule.Of(Asked.Lawful.OnGroundOf(Asked.Yes with { WithdrawnAt = Now }, Asked.Contract)).Should().BeNull();
}
