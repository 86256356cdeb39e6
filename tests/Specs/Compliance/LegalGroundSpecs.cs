using NodaTime;
using Plateau.Core.Compliance;
using Plateau.Core.Compliance.Rules;
using Plateau.Core.Interactions;

namespace Plateau.Specs.Compliance;

public sealed class LegalGroundSpecs
{
    private static readonly LegalGround Rule = new();
    private static readonly Instant Now = Asked.Lawful.At;
    private static readonly Duration Millisecond = Duration.FromMilliseconds(1);

    public static TheoryData<string, Consent, bool> Consents => new()
    {
        { "given in June for this client and product", Asked.Yes, true },
        { "to another professional", Asked.Yes with { Professional = new ClientId("globex") }, false },
        { "for another product", Asked.Yes with { Products = ["fibre"] }, false },
        { "for two products, this one among them", Asked.Yes with { Products = ["fibre", Asked.Plan] }, true },
        { "that names no product", Asked.Yes with { Products = [] }, false },
        { "without proof", Asked.Yes with { Reference = "" }, false },
        { "whose proof is a blank", Asked.Yes with { Reference = " " }, false },
        { "collected this very moment", Asked.Yes with { CollectedAt = Now }, true },
        { "collected in the future", Asked.Yes with { CollectedAt = Now + Millisecond }, false },
        { "whose period ends now", Asked.Yes with { PeriodEnd = Now }, true },
        { "whose period has just ended", Asked.Yes with { PeriodEnd = Now - Millisecond }, false },
        { "365 days old", Asked.Yes with { CollectedAt = Now - Duration.FromDays(365), PeriodEnd = null }, true },
        { "older than 365 days", Asked.Yes with { CollectedAt = Now - Duration.FromDays(365) - Millisecond, PeriodEnd = null }, false },
        { "older than 365 days, for a longer period", Asked.Yes with { CollectedAt = Now - Duration.FromDays(366), PeriodEnd = Now + Duration.FromDays(1) }, false },
        { "withdrawn a moment ago", Asked.Yes with { WithdrawnAt = Now - Millisecond }, false },
        { "withdrawn now", Asked.Yes with { WithdrawnAt = Now }, false },
        { "to be withdrawn later", Asked.Yes with { WithdrawnAt = Now + Millisecond }, true },
    };

    [Theory, MemberData(nameof(Consents))]
    public void A_consent_carries_a_call_as_far_as_it_was_given(string what, Consent consent, bool holds) =>
        Rule.Of(Asked.Lawful.OnGroundOf(consent)).Should().Be(holds ? null : "no-legal-ground", what);

    public static TheoryData<string, CurrentContract, bool> Contracts => new()
    {
        { "that runs, about this product", Asked.Contract, true },
        { "about another product", Asked.Contract with { Products = ["fibre"] }, false },
        { "about nothing", Asked.Contract with { Products = [] }, false },
        { "that begins now", Asked.Contract with { Since = Now }, true },
        { "that begins later", Asked.Contract with { Since = Now + Millisecond }, false },
        { "that ends now", Asked.Contract with { Until = Now }, false },
        { "that ends later", Asked.Contract with { Until = Now + Millisecond }, true },
        { "without a reference", Asked.Contract with { Reference = "" }, false },
    };

    [Theory, MemberData(nameof(Contracts))]
    public void A_contract_carries_a_call_about_itself_while_it_runs(string what, CurrentContract contract, bool holds) =>
        Rule.Of(Asked.Lawful.OnGroundOf(contract: contract)).Should().Be(holds ? null : "no-legal-ground", what);

    /// <summary>Asked on Friday 30 October 2026 at six: Saturdays count, Sundays and All Saints' Day (a Sunday) and 11 November don't.</summary>
    [Theory]
    [InlineData("2026-10-30T18:00:00", "2026-10-30T18:00:00", true)]
    [InlineData("2026-10-30T18:00:00", "2026-10-30T17:59:59", false)]
    [InlineData("2026-10-30T18:00:00", "2026-11-05T23:59:59", true)]
    [InlineData("2026-10-30T18:00:00", "2026-11-06T00:00:00", false)]
    [InlineData("2026-11-06T18:00:00", "2026-11-13T19:59:59", true)]
    [InlineData("2026-11-06T18:00:00", "2026-11-14T10:00:00", false)]
    [InlineData("2026-11-23T00:00:00", "2026-11-28T19:00:00", true)]
    [InlineData("2026-11-22T23:59:59", "2026-11-28T10:00:00", false)]
    [InlineData("2026-12-24T10:00:00", "2026-12-31T12:00:00", true)]
    [InlineData("2026-12-24T10:00:00", "2027-01-02T12:00:00", false)]
    public void An_asked_for_call_is_made_within_five_working_days(string requested, string now, bool holds) =>
        Rule.Of(Asked.Lawful.OnGroundOf(request: Asked.Request with { RequestedAt = Asked.Local(requested) }).When(now))
            .Should().Be(holds ? null : "no-legal-ground");

    [Theory]
    [InlineData("America/Martinique", "2026-11-23T20:30:00", "2026-11-28T23:59:59", true)]
    [InlineData("America/Martinique", "2026-11-23T20:30:00", "2026-11-30T10:00:00", false)]
    [InlineData("Indian/Reunion", "2026-11-24T01:00:00", "2026-11-30T10:00:00", true)]
    public void The_working_days_are_those_of_the_persons_own_calendar(string zone, string requested, string now, bool holds) =>
        Rule.Of(Asked.Lawful.OnGroundOf(request: Asked.Request with { RequestedAt = Asked.Local(requested, zone) }).In(zone).When(now, zone))
            .Should().Be(holds ? null : "no-legal-ground");

    [Theory]
    [InlineData("REQ-1", Asked.Plan, null)]
    [InlineData("REQ-1", "fibre", "no-legal-ground")]
    [InlineData("", Asked.Plan, "no-legal-ground")]
    public void A_request_covers_what_was_asked_about_and_is_provable(string reference, string product, string? reason) =>
        Rule.Of(Asked.Lawful.OnGroundOf(request: Asked.Request with { Reference = reference, Products = [product] })).Should().Be(reason);

    [Fact]
    public void A_consumer_without_any_ground_is_not_called() =>
        Rule.Of(Asked.Lawful.OnGroundOf()).Should().Be("no-legal-ground");

    [Fact]
    public void Somebody_at_work_needs_no_consent() =>
        RuleBook.Standard.Ask(Asked.ToProfessional).Permit!.Ground.Should().Be("professional");

    [Fact]
    public void The_permit_names_the_strongest_ground_and_its_proof()
    {
        var all = Asked.Lawful.OnGroundOf(Asked.Yes, Asked.Contract, Asked.Request);
        LegalGround.Of(all).Should().Be(("consent", "CNS-1"));
        LegalGround.Of(all.OnGroundOf(null, Asked.Contract, Asked.Request)).Should().Be(("contract", "CTR-1"));
        LegalGround.Of(all.OnGroundOf(null, null, Asked.Request)).Should().Be(("request", "REQ-1"));
    }

    [Fact]
    public void Of_two_consents_the_later_one_is_the_proof()
    {
        var anew = Asked.Yes with { Reference = "CNS-2", CollectedAt = Asked.Yes.CollectedAt + Millisecond };
        foreach (var order in new Consent[][] { [Asked.Yes, anew], [anew, Asked.Yes] })
            LegalGround.Of(Asked.Lawful.With(dossier => dossier with { Consents = order })).Should().Be(("consent", "CNS-2"));
    }
}
