using Plateau.Core.Compliance;
using Plateau.Core.Compliance.Rules;
using Plateau.Core.Interactions;

namespace Plateau.Specs.Compliance;

public sealed class RecordingPausedForCardsSpecs
{
    private static readonly RecordingPausedForCards Rule = new();

    [Theory]
    [InlineData(true, true, "card-data-recorded")]
    [InlineData(true, null, "card-data-recorded")]
    [InlineData(null, true, "card-data-recorded")]
    [InlineData(true, false, null)]
    [InlineData(false, true, null)]
    [InlineData(false, false, null)]
    public void Nothing_is_recorded_while_a_card_is_spoken(bool? card, bool? runs, string? reason)
    {
        foreach (var country in new[] { "FR", "MA", "BE" })
            Rule.Of(Asked.Lawful.About(new Matters { PaymentStep = new(card, runs) }).With(dossier => dossier with { Country = country })).Should().Be(reason);
    }

    [Fact]
    public void A_call_without_payment_is_not_its_business() => Rule.Of(Asked.Lawful).Should().BeNull();
}
