using Plateau.Core.Compliance;
using Plateau.Core.Compliance.Rules;

namespace Plateau.Specs.Compliance;

public sealed class ClockDataSpecs
{
    [Theory]
    [InlineData("2025z", "tzdb-too-old")]
    [InlineData("2026b", "tzdb-too-old")]
    [InlineData("2026c", null)]
    [InlineData("2026f", null)]
    [InlineData("2027a", null)]
    [InlineData("", "tzdb-too-old")]
    public void Old_zone_data_refuse_every_call(string tzdb, string? reason) =>
        new ClockData(tzdb).Of(Asked.Lawful).Should().Be(reason);

    [Theory]
    [InlineData(null, "Europe/Paris")]
    [InlineData(null, "Europe/Paris", "Indian/Reunion")]
    [InlineData("zone-missing")]
    [InlineData("zone-unknown", "Europe/Lutetia")]
    [InlineData("zone-unknown", "")]
    [InlineData("zone-unknown", "Europe/Paris", "Europe/Lutetia")]
    public void The_persons_zones_are_known_and_exist(string? reason, params string[] zones) =>
        new ClockData().Of(Asked.Lawful.In(zones)).Should().Be(reason);

    [Fact]
    public void The_house_has_zone_data_that_know_Morocco_without_summer_time()
    {
        string.CompareOrdinal(RuleBook.Tzdb, "2026c").Should().BeGreaterThanOrEqualTo(0);
        Zones.Named("Africa/Casablanca")!.GetUtcOffset(Asked.Utc("2027-07-01T12:00:00Z")).Should().Be(NodaTime.Offset.Zero);
    }

    [Fact]
    public void A_question_without_zones_is_refused_once_and_by_this_rule() =>
        RuleBook.Standard.Ask(Asked.Lawful.In()).Refusal!.Should().BeEquivalentTo(new Refusal("CLOCK-DATA", "zone-missing", null, []));
}
