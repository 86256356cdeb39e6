using Plateau.Core.Compliance;
using Plateau.Core.Compliance.Rules;
using Plateau.Core.Interactions;

namespace Plateau.Specs.Compliance;

public sealed class RestKeptByPrudenceSpecs
{
    private static readonly RestKeptByPrudence Rule = new();

    [Theory]
    [InlineData(59, false, "rest-after-refusal")]
    [InlineData(60, false, "rest-after-refusal")]
    [InlineData(61, false, null)]
    [InlineData(59, true, null)]
    public void Sixty_days_of_rest_are_kept_for_prospecting(int days, bool serves, string? reason) =>
        Rule.Of(Asked.Lawful.After(new PastCall(Asked.Lawful.At.InZone(Zones.Paris).LocalDateTime.PlusDays(-days).InZoneStrictly(Zones.Paris).ToInstant(), new ClientId("acme"), "refused_offer"))
            with { Purpose = serves ? Purpose.Service : Purpose.Prospecting }).Should().Be(reason);

    [Fact]
    public void A_client_that_gives_a_reason_does_without()
    {
        var refused = Asked.Lawful.After(new PastCall(Asked.Lawful.At, null, "refused_offer"));
        RuleBook.Standard.Ask(refused).Refusal!.Rule.Should().Be(Rule.Id);
        RuleBook.Standard.Ask(refused with { SwitchedOff = [new(Rule.Id, "counsel's letter of 3 October")] }).Permit.Should().NotBeNull();
        RuleBook.Standard.Ask(refused with { SwitchedOff = [new(Rule.Id, " ")] }).Permit.Should().BeNull();
    }
}
