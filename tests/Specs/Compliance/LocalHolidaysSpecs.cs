using Plateau.Core.Compliance;
using Plateau.Core.Compliance.Rules;
using Plateau.Core.Interactions;

namespace Plateau.Specs.Compliance;

public sealed class LocalHolidaysSpecs
{
    private static readonly LocalHolidays Rule = new();

    [Theory]
    [InlineData("FR-67", "2026-12-26", true)]
    [InlineData("FR-68", "2026-12-26", true)]
    [InlineData("FR-57", "2026-12-26", true)]
    [InlineData("67", "2027-03-26", true)]
    [InlineData("FR-6AE", "2027-03-26", true)]
    [InlineData("FR-67", "2027-03-25", false)]
    [InlineData("FR-67", "2027-03-27", false)]
    [InlineData("FR-67", "2026-12-25", false)]
    [InlineData("FR-67", "2026-12-27", false)]
    [InlineData("FR-67", "2026-11-26", false)]
    [InlineData("FR-54", "2026-12-26", false)]
    [InlineData("FR-75", "2027-03-26", false)]
    [InlineData("FR-01", "2027-03-26", false)]
    [InlineData("FR-95", "2027-03-26", false)]
    [InlineData("FR-10", "2027-03-26", false)]
    [InlineData("FR-2A", "2027-03-26", false)]
    [InlineData("FR-2B", "2027-03-26", false)]
    [InlineData("FR-20R", "2027-03-26", false)]
    [InlineData("FR-69M", "2027-03-26", false)]
    [InlineData("FR-75C", "2027-03-26", false)]
    [InlineData("FR-976", "2027-04-27", true)]
    [InlineData("YT", "2027-04-27", true)]
    [InlineData("YT", "2027-04-28", false)]
    [InlineData("MQ", "2027-05-22", true)]
    [InlineData("GP", "2027-05-27", true)]
    [InlineData("MF", "2027-05-27", true)]
    [InlineData("FR-GF", "2027-06-10", true)]
    [InlineData("BL", "2026-10-09", true)]
    [InlineData("FR-974", "2026-12-20", true)]
    [InlineData("re", "2026-12-20", true)]
    [InlineData("RE", "2026-11-20", false)]
    [InlineData("RE", "2027-06-10", false)]
    [InlineData("PM", "2026-12-20", false)]
    public void A_holiday_of_the_place_is_kept_there(string territory, string day, bool holiday) =>
        Rule.Of(Asked.Lawful.When(day + "T11:00:00").With(dossier => dossier with { Territory = territory })).Should().Be(holiday ? "local-holiday" : null);

    [Theory]
    [InlineData(Asked.Paris, "2027-03-26", true)]
    [InlineData(Asked.Paris, "2026-12-26", true)]
    [InlineData(Asked.Paris, "2026-12-20", false)]
    [InlineData("Indian/Reunion", "2026-12-20", true)]
    [InlineData("America/Martinique", "2026-12-20", false)]
    [InlineData("America/Miquelon", "2026-12-26", false)]
    public void Where_the_place_is_not_known_it_may_be_any_of_the_zone(string zone, string day, bool holiday)
    {
        foreach (var unknown in new[] { null, "", "FR", "FR-GES", "Alsace", "00", "96", "97", "98", "99", "1", "1A", "A1", "1:", "1/", ":1", "/1", "671" })
            Rule.Of(Asked.Lawful.When(day + "T11:00:00", zone).In(zone).With(dossier => dossier with { Territory = unknown })).Should().Be(holiday ? "local-holiday" : null);
    }

    [Fact]
    public void A_holiday_in_one_candidate_zone_is_enough() =>
        Rule.Of(Asked.Lawful.When("2026-12-20T11:00:00").In(Asked.Paris, "Indian/Reunion").With(dossier => dossier with { Territory = null })).Should().Be("local-holiday");

    [Fact]
    public void Slot_service_and_missing_zone_are_not_this_rules_business()
    {
        var closed = Asked.Lawful.When("2027-03-26T11:00:00").With(dossier => dossier with { Territory = "FR-67" });
        Rule.Judge(closed).Should().Be(Finding.Refuse("local-holiday", Asked.Local("2027-03-30T10:00:00")));
        Rule.Of(closed with { Purpose = Purpose.Service }).Should().BeNull();
        Rule.Of(closed.In()).Should().BeNull();
        Rule.Of(closed.With(dossier => dossier with { Slots = [new(closed.At, "SLOT-1")] })).Should().BeNull();
        Rule.Of(closed.When("2027-03-27T00:00:10") with { Placed = Asked.Local("2027-03-26T23:59:59") }).Should().Be("local-holiday");
    }

    [Fact]
    public void It_rests_on_prudence() => Rule.Text.Basis.Should().Be(Basis.Prudence);
}
