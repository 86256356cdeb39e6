using NodaTime.Text;
using Plateau.Core.Compliance;

namespace Plateau.Specs.Compliance;

/// <summary>When each rule holds, on what it rests and whom it reaches, written down a second time so that no date slips.</summary>
public sealed class RuleTextSpecs
{
    public static TheoryData<string, string, string?, Basis, Covers, string, Confidence> Table => new()
    {
        { "KNOWN-LAW", "2000-01-01", null, Basis.Interpretation, Covers.Everybody, "*", Confidence.C },
        { "MA-TZ-2026", "2016-01-01", null, Basis.Law, Covers.Everybody, "*", Confidence.A },
        { "FR-B2B-PRIVATE", "2018-05-25", null, Basis.Law, Covers.Everybody, "FR", Confidence.B },
        { "FR-SECTOR-HOUSING", "2020-07-26", null, Basis.Law, Covers.Consumers, "FR", Confidence.A },
        { "FR-SECTOR-CPF", "2022-12-21", null, Basis.Law, Covers.Consumers, "FR", Confidence.A },
        { "FR-SECTOR-INSURANCE", "2022-04-01", null, Basis.Law, Covers.Consumers, "FR", Confidence.A },
        { "FR-B2C-OPPOSITION", "2026-08-11", null, Basis.Law, Covers.Consumers, "FR", Confidence.B },
        { "FR-B2B-OPPOSITION", "2018-05-25", null, Basis.Law, Covers.Everybody, "FR", Confidence.A },
        { "MA-0908-ART10", "2009-03-05", null, Basis.Law, Covers.Everybody, "MA", Confidence.B },
        { "FR-B2C-BLOCTEL-LEGACY", "2016-06-01", "2026-08-10", Basis.Law, Covers.Consumers, "FR", Confidence.A },
        { "FR-B2C-CONSENT", "2026-08-11", null, Basis.Law, Covers.Consumers, "FR", Confidence.A },
        { "FR-B2C-CONSENT-FORM", "2026-08-11", null, Basis.Law, Covers.Consumers, "FR", Confidence.B },
        { "FR-B2C-CONSENT-SCOPE", "2026-08-11", null, Basis.Law, Covers.Consumers, "FR", Confidence.B },
        { "FR-B2C-CONSENT-EXPIRY", "2026-08-11", null, Basis.Law, Covers.Consumers, "FR", Confidence.B },
        { "FR-B2C-CONSENT-PROOF", "2026-08-11", null, Basis.Law, Covers.Consumers, "FR", Confidence.B },
        { "FR-B2C-WITHDRAWAL", "2026-08-11", null, Basis.Law, Covers.Consumers, "FR", Confidence.B },
        { "FR-B2C-CONTRACT", "2020-07-26", null, Basis.Law, Covers.Consumers, "FR", Confidence.A },
        { "FR-B2C-REQUESTED-CALLBACK", "2026-08-11", null, Basis.Law, Covers.Consumers, "FR", Confidence.B },
        { "FR-PRESS-EXEMPT", "2026-08-11", null, Basis.Law, Covers.Consumers, "FR", Confidence.B },
        { "FR-B2C-SERVICE-CALL", "2026-08-11", null, Basis.Interpretation, Covers.Consumers, "FR", Confidence.B },
        { "FR-B2B-LEGIT", "2018-05-25", null, Basis.Law, Covers.Professionals, "FR", Confidence.B },
        { "FR-RETENTION-PROSPECT", "2022-02-03", null, Basis.Interpretation, Covers.Everybody, "FR", Confidence.B },
        { "FR-B2C-HOLIDAY", "2023-03-01", null, Basis.Law, Covers.Consumers, "FR", Confidence.A },
        { "FR-B2C-HOLIDAY-LOCAL", "2023-03-01", null, Basis.Prudence, Covers.Consumers, "FR", Confidence.A },
        { "MA-HOURS-POLICY", "2026-01-01", null, Basis.Prudence, Covers.Everybody, "MA", Confidence.C },
        { "MA-HOLIDAY-POLICY", "2026-01-01", null, Basis.Prudence, Covers.Everybody, "MA", Confidence.C },
        { "FR-B2C-HOURS", "2023-03-01", null, Basis.Law, Covers.Consumers, "FR", Confidence.A },
        { "FR-B2C-OFFHOURS-SLOT", "2026-08-11", null, Basis.Law, Covers.Consumers, "FR", Confidence.B },
        { "FR-B2B-HOURS-POLICY", "2026-01-01", null, Basis.Prudence, Covers.Professionals, "FR", Confidence.C },
        { "FR-B2C-FREQ-4-30", "2023-03-01", null, Basis.Law, Covers.Consumers, "FR", Confidence.A },
        { "FR-B2C-REFUSAL-60-LEGACY", "2023-03-01", "2026-08-10", Basis.Law, Covers.Consumers, "FR", Confidence.A },
        { "FR-B2C-REFUSAL-60-POLICY", "2026-08-11", null, Basis.Prudence, Covers.Consumers, "FR", Confidence.B },
        { "FR-ABANDON-POLICY", "2026-01-01", null, Basis.Prudence, Covers.Everybody, "FR", Confidence.C },
        { "UK-ABANDON", "2017-03-01", null, Basis.Interpretation, Covers.Everybody, "GB", Confidence.B },
        { "US-ABANDON", "2008-12-01", null, Basis.Law, Covers.Consumers, "US", Confidence.A },
        { "FR-CLI-MASKED", "2014-06-14", null, Basis.Law, Covers.Consumers, "FR", Confidence.A },
        { "FR-CLI-PRINCIPAL", "2014-06-14", null, Basis.Law, Covers.Consumers, "FR", Confidence.A },
        { "FR-CLI-PREMIUM", "2016-08-01", null, Basis.Law, Covers.Consumers, "FR", Confidence.A },
        { "FR-CLI-MOBILE", "2019-08-01", null, Basis.Law, Covers.Everybody, "FR", Confidence.B },
        { "FR-CLI-NPV", "2023-01-01", null, Basis.Law, Covers.Everybody, "FR", Confidence.B },
        { "FR-CLI-AUTH", "2023-07-25", null, Basis.Law, Covers.Everybody, "FR", Confidence.A },
        { "FR-L345-AUTOMATE", "2020-07-26", null, Basis.Law, Covers.Consumers, "FR", Confidence.A },
        { "EU-AI-DISCLOSE", "2026-08-02", null, Basis.Law, Covers.Everybody, "EU", Confidence.C },
        { "EU-HUMAN-FIN", "2026-06-19", null, Basis.Law, Covers.Consumers, "EU", Confidence.B },
        { "FR-IDENT-START", "2016-07-01", null, Basis.Law, Covers.Consumers, "FR", Confidence.A },
        { "FR-OFFER-CONFIRM", "2022-05-28", null, Basis.Law, Covers.Consumers, "FR", Confidence.A },
        { "FR-COLLECT-NOTICE", "2026-08-11", null, Basis.Law, Covers.Consumers, "FR", Confidence.A },
        { "FR-REC-INFO", "2018-05-25", null, Basis.Law, Covers.Everybody, "FR", Confidence.A },
        { "FR-REC-NOT-SYSTEMATIC", "2020-01-01", null, Basis.Interpretation, Covers.Everybody, "FR", Confidence.B },
        { "FR-REC-RETENTION", "2020-01-01", null, Basis.Interpretation, Covers.Everybody, "FR", Confidence.B },
        { "FR-REC-CARD", "2018-01-01", null, Basis.Interpretation, Covers.Everybody, "*", Confidence.B },
        { "MA-REC-CONSENT", "2018-09-12", null, Basis.Law, Covers.Consumers, "MA", Confidence.B },
        { "EU-ART28", "2018-05-25", null, Basis.Law, Covers.Everybody, "*", Confidence.A },
        { "EU-TRANSFER-MA", "2021-06-27", null, Basis.Law, Covers.Everybody, "*", Confidence.A },
        { "MA-0908-FORMALITY", "2009-03-05", null, Basis.Law, Covers.Everybody, "*", Confidence.B },
        { "FR-MONITOR", "2008-05-01", null, Basis.Law, Covers.Everybody, "FR", Confidence.A },
        { "MA-WORK-TIME", "2004-06-08", null, Basis.Law, Covers.Everybody, "*", Confidence.B },
    };

    [Theory, MemberData(nameof(Table))]
    public void A_rule_holds_from_day_to_day(string id, string from, string? until, Basis basis, Covers covers, string country, Confidence confidence)
    {
        var text = RuleBook.Standard.Rules.Single(rule => rule.Id == id).Text;
        text.Should().BeEquivalentTo(new { Basis = basis, Covers = covers, Country = country, Confidence = confidence });
        text.From.Should().Be(LocalDatePattern.Iso.Parse(from).Value);
        if (until is null) text.Until.Should().BeNull();
        else text.Until.Should().Be(LocalDatePattern.Iso.Parse(until).Value);
        text.InForce(text.From).Should().BeTrue();
        text.InForce(text.From.PlusDays(-1)).Should().BeFalse();
        if (text.Until is { } last) text.InForce(last.PlusDays(1)).Should().BeFalse();
        text.InForce(text.Until ?? text.From.PlusYears(100)).Should().BeTrue();
    }

    [Fact]
    public void Every_rule_of_the_book_stands_in_the_table() =>
        RuleBook.Standard.Rules.Select(rule => rule.Id).Should().BeEquivalentTo(Table.Select(row => row.Data.Item1));

    [Theory]
    [InlineData("FR-B2C-HOURS", "FR", Audience.Consumer, true)]
    [InlineData("FR-B2C-HOURS", "FR", Audience.Unknown, true)]
    [InlineData("FR-B2C-HOURS", "FR", Audience.Professional, false)]
    [InlineData("FR-B2C-HOURS", "MA", Audience.Consumer, false)]
    [InlineData("FR-B2B-HOURS-POLICY", "FR", Audience.Professional, true)]
    [InlineData("FR-B2B-HOURS-POLICY", "FR", Audience.Consumer, false)]
    [InlineData("FR-CLI-AUTH", "FR", Audience.Consumer, true)]
    [InlineData("FR-CLI-AUTH", "FR", Audience.Professional, true)]
    [InlineData("EU-AI-DISCLOSE", "FR", Audience.Consumer, true)]
    [InlineData("EU-AI-DISCLOSE", "MA", Audience.Consumer, false)]
    [InlineData("MA-0908-ART10", "MA", Audience.Consumer, true)]
    [InlineData("MA-0908-ART10", "MA", Audience.Professional, true)]
    [InlineData("MA-0908-ART10", "FR", Audience.Consumer, false)]
    [InlineData("MA-TZ-2026", "XX", Audience.Unknown, true)]
    public void A_text_reaches_whom_it_protects(string id, string country, Audience audience, bool reaches) =>
        RuleBook.Standard.Rules.Single(rule => rule.Id == id).Text
            .Reaches(Asked.Lawful.With(dossier => dossier with { Country = country, Audience = audience, Profession = Profession.Attested })).Should().Be(reaches);
}
