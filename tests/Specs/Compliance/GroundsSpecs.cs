using NodaTime;
using Plateau.Core.Compliance;
using Plateau.Core.Interactions;

namespace Plateau.Specs.Compliance;

/// <summary>On what a call rests, and what is named when it rests on nothing.</summary>
public sealed class GroundsSpecs
{
    private static readonly Instant Now = Asked.Lawful.At;
    private static readonly Duration Millisecond = Duration.FromMilliseconds(1);

    public static TheoryData<string, Consent[], string[]> Table => new()
    {
        { "none", [], ["FR-B2C-CONSENT"] },
        { "one that stands", [Asked.Yes], [] },
        { "one for another product", [Asked.Yes with { Products = ["fibre"] }], ["FR-B2C-CONSENT-SCOPE"] },
        { "one that names nothing", [Asked.Yes with { Products = [] }], ["FR-B2C-CONSENT-FORM", "FR-B2C-CONSENT-SCOPE"] },
        { "one without a proof that has ended", [Asked.Yes with { Reference = "", PeriodEnd = Now - Millisecond }], ["FR-B2C-CONSENT-EXPIRY", "FR-B2C-CONSENT-PROOF"] },
        { "one withdrawn and one that stands", [Asked.Yes with { WithdrawnAt = Now }, Asked.Yes], [] },
        { "one that stands and one withdrawn", [Asked.Yes, Asked.Yes with { WithdrawnAt = Now }], [] },
        { "two flawed ones: the one with fewer flaws speaks", [Asked.Yes with { Reference = "", WithdrawnAt = Now }, Asked.Yes with { Form = null }], ["FR-B2C-CONSENT-FORM"] },
        { "two equally flawed ones: the later speaks", [Asked.Yes with { Form = null }, Asked.Yes with { WithdrawnAt = Now, CollectedAt = Asked.Yes.CollectedAt + Millisecond }], ["FR-B2C-WITHDRAWAL"] },
        { "everything wrong at once", [new("", null, [], Now + Millisecond, Now - Millisecond, Now)], ["FR-B2C-CONSENT-FORM", "FR-B2C-CONSENT-SCOPE", "FR-B2C-CONSENT-EXPIRY", "FR-B2C-CONSENT-PROOF", "FR-B2C-WITHDRAWAL"] },
    };

    [Theory, MemberData(nameof(Table))]
    public void A_missing_consent_and_a_flawed_one_are_told_apart(string what, Consent[] consents, string[] faults) =>
        Faults(Asked.Lawful.With(dossier => dossier with { Consents = consents })).Should().Equal(faults, what);

    [Fact]
    public void A_contract_or_a_request_makes_the_consents_flaws_no_matter()
    {
        var flawed = Asked.Yes with { WithdrawnAt = Now };
        Faults(Asked.Lawful.OnGroundOf(flawed)).Should().Equal("FR-B2C-WITHDRAWAL");
        Faults(Asked.Lawful.OnGroundOf(flawed, Asked.Contract)).Should().BeEmpty();
        Faults(Asked.Lawful.OnGroundOf(flawed, null, Asked.Request)).Should().BeEmpty();
    }

    [Fact]
    public void The_permit_names_the_strongest_ground_and_its_proof()
    {
        var all = Asked.Lawful.OnGroundOf(Asked.Yes, Asked.Contract, Asked.Request);
        Grounds.Of(all).Should().Be(new Ground("consent", "CNS-1"));
        Grounds.Of(all.OnGroundOf(null, Asked.Contract, Asked.Request)).Should().Be(new Ground("contract", "CTR-1"));
        Grounds.Of(all.OnGroundOf(null, null, Asked.Request)).Should().Be(new Ground("request", "REQ-1"));
        Grounds.Of(all.OnGroundOf() with { Purpose = Purpose.Press }).Should().Be(new Ground("press", "L223-5"));
        Grounds.Of(all.OnGroundOf() with { Purpose = Purpose.Service }).Should().Be(new Ground("service", ""));
        Grounds.Of(Asked.ToProfessional).Should().Be(new Ground("professional", "legitimate-interest"));
        Grounds.Of(all.OnGroundOf()).Should().BeNull();
    }

    [Fact]
    public void Before_the_eleventh_of_August_a_call_rests_on_the_register()
    {
        var screened = Asked.Lawful.OnGroundOf().When("2026-08-10T11:00:00").With(dossier => dossier with { Register = new(false, Asked.Utc("2026-08-01T08:00:00Z")) });
        RuleBook.Standard.Ask(screened).Permit!.Should().Match<Permit>(permit => permit.Ground == "register" && permit.Reference == "2026-08-01T08:00:00Z");
        Grounds.Of(screened.When("2026-08-11T11:00:00")).Should().BeNull();
    }

    [Fact]
    public void In_Morocco_a_call_rests_on_consent_or_on_nobody_having_objected()
    {
        var there = Asked.Lawful.In("Africa/Casablanca").With(dossier => dossier with { Country = "MA" });
        Grounds.Of(there).Should().Be(new Ground("consent", "CNS-1"));
        Grounds.Of(there.OnGroundOf()).Should().Be(new Ground("objection", "loi 09-08"));
    }

    [Fact]
    public void Of_two_consents_the_later_one_is_the_proof()
    {
        var anew = Asked.Yes with { Reference = "CNS-2", CollectedAt = Asked.Yes.CollectedAt + Millisecond };
        foreach (var order in new Consent[][] { [Asked.Yes, anew], [anew, Asked.Yes] })
            Grounds.Of(Asked.Lawful.With(dossier => dossier with { Consents = order })).Should().Be(new Ground("consent", "CNS-2"));
    }

    private static List<string> Faults(Question question) =>
        [.. RuleBook.Standard.Examine(question).Where(one => !one.Finding.Passes).Select(one => one.Rule.Id)];
}
