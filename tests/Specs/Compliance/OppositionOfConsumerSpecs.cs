using NodaTime;
using Plateau.Core.Compliance;
using Plateau.Core.Compliance.Rules;

namespace Plateau.Specs.Compliance;

public sealed class OppositionOfConsumerSpecs
{
    private static readonly OppositionOfConsumer Rule = new();
    private static readonly Instant Said = Asked.Yes.CollectedAt!.Value;

    public static TheoryData<string, Instant[], Consent[], bool> Table => new()
    {
        { "nobody objected", [], [Asked.Yes], true },
        { "objected after consenting", [Said + Duration.FromDays(1)], [Asked.Yes], false },
        { "objected in the moment of the consent", [Said], [Asked.Yes], false },
        { "objected just before a new consent", [Said - Duration.FromMilliseconds(1)], [Asked.Yes], true },
        { "objected before and after", [Said - Duration.FromDays(9), Said + Duration.FromDays(9)], [Asked.Yes], false },
        { "objected after and before", [Said + Duration.FromDays(9), Said - Duration.FromDays(9)], [Asked.Yes], false },
        { "the new consent is another product's", [Said - Duration.FromDays(1)], [Asked.Yes with { Products = ["fibre"] }], false },
        { "the new consent was withdrawn", [Said - Duration.FromDays(1)], [Asked.Yes with { WithdrawnAt = Said + Duration.FromDays(1) }], false },
        { "the new consent has no proof", [Said - Duration.FromDays(1)], [Asked.Yes with { Reference = "" }], false },
        { "an objection dated ahead of our clock", [Asked.Lawful.At + Duration.FromMinutes(1)], [Asked.Yes], false },
    };

    [Theory, MemberData(nameof(Table))]
    public void Only_a_later_consent_lifts_an_objection(string what, Instant[] objections, Consent[] consents, bool passes) =>
        Rule.Of(Asked.Lawful.With(dossier => dossier with { Oppositions = [.. objections.Select(at => new Opposition(at, "said"))], Consents = consents }))
            .Should().Be(passes ? null : "opposed", what);

    [Theory]
    [InlineData(null, "opposed")]
    [InlineData("acme", "opposed")]
    [InlineData("globex", null)]
    public void An_objection_to_another_client_says_nothing(string? client, string? reason) =>
        Rule.Of(Asked.Lawful.With(dossier => dossier with { Oppositions = [new Opposition(Asked.Lawful.At, "said") { Client = client is null ? null : new(client) }] })).Should().Be(reason);

    [Fact]
    public void An_objection_that_nobody_looked_for_is_not_absent() =>
        Rule.Of(Asked.Lawful.With(dossier => dossier with { OppositionsKnown = false })).Should().Be("oppositions-unknown");

    [Fact]
    public void A_call_that_only_serves_may_be_made() =>
        Rule.Of(Asked.Lawful.With(dossier => dossier with { Oppositions = [new Opposition(Asked.Lawful.At, "said")] }) with { Purpose = Purpose.Service }).Should().BeNull();

    [Fact]
    public void Neither_a_contract_nor_a_request_lifts_an_objection()
    {
        var opposed = Asked.Lawful.OnGroundOf(null, Asked.Contract, Asked.Request)
            .With(dossier => dossier with { Oppositions = [new Opposition(Asked.Local("2020-01-01T00:00:00"), "said")] });
        Rule.Of(opposed).Should().Be("opposed");
    }

    [Fact]
    public void The_permit_rests_on_the_consent_that_lifted_the_objection()
    {
        var anew = Asked.Yes with { Reference = "CNS-2", CollectedAt = Said + Duration.FromDays(30) };
        var question = Asked.Lawful.With(dossier => dossier with { Consents = [Asked.Yes, anew], Oppositions = [new Opposition(Said + Duration.FromDays(1), "said")] });
        RuleBook.Standard.Ask(question).Permit!.Reference.Should().Be("CNS-2");
    }

    [Fact]
    public void No_date_lifts_an_objection() =>
        RuleBook.Standard.Ask(Asked.Lawful.When("2026-11-23T20:00:00").With(dossier => dossier with { Oppositions = [new Opposition(Asked.Lawful.At, "said")] }))
            .Refusal!.NotBefore.Should().BeNull();
}
