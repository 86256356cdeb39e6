using Plateau.Core.Compliance;
using Plateau.Core.Compliance.Rules;

namespace Plateau.Specs.Compliance;

public sealed class MoroccanClockSpecs
{
    [Theory]
    [InlineData("2025z", "tzdb-too-old")]
    [InlineData("2026b", "tzdb-too-old")]
    [InlineData("2026c", null)]
    [InlineData("2026f", null)]
    [InlineData("2027a", null)]
    [InlineData("", "tzdb-too-old")]
    [InlineData("2027", "tzdb-too-old")]
    [InlineData("2027-1", "tzdb-too-old")]
    [InlineData("202zc", "tzdb-too-old")]
    [InlineData("2027{", "tzdb-too-old")]
    [InlineData("2027z", null)]
    [InlineData("system", "tzdb-too-old")]
    public void Old_zone_data_refuse_every_call(string tzdb, string? reason) =>
        new[] { Asked.Lawful, Asked.ToProfessional, Asked.Lawful.About(new Matters { Roster = new([]) }) }
            .Should().AllSatisfy(question => new MoroccanClock().Of(question with { Tzdb = tzdb }).Should().Be(reason));

    [Fact]
    public void A_form_asks_no_clock() =>
        new MoroccanClock().Of(Asked.Lawful.About(new Matters { CollectionForm = new("consent") }) with { Tzdb = "2020a" }).Should().BeNull();

    [Fact]
    public void The_refusal_says_how_to_update() => new MoroccanClock().Text.Title.Should().Contain("install a newer Plateau");

    [Fact]
    public void The_house_has_zone_data_that_know_Morocco_without_summer_time()
    {
        string.CompareOrdinal(RuleBook.Tzdb, "2026c").Should().BeGreaterThanOrEqualTo(0);
        Zones.Named("Africa/Casablanca")!.GetUtcOffset(Asked.Utc("2027-07-01T12:00:00Z")).Should().Be(NodaTime.Offset.Zero);
    }

    [Fact]
    public void A_question_without_zones_is_refused_once() =>
        RuleBook.Standard.Ask(Asked.Lawful.In()).Refusal!.Should().BeEquivalentTo(new Refusal("FR-B2C-HOURS", "zone-missing", null, []));
}
