using NodaTime;
using NodaTime.Text;
using Plateau.Core.Compliance;
using Plateau.Core.Compliance.Rules;

namespace Plateau.Specs.Compliance;

public sealed class NationalHolidaysSpecs
{
    private static readonly NationalHolidays Rule = new();

    /// <summary>Easter Monday, Ascension and Whit Monday as printed in almanacs; 2008 and 2038 are the earliest and latest of a century or nearly so.</summary>
    [Theory]
    [InlineData("2008-03-24", "2008-05-01", "2008-05-12")]
    [InlineData("2024-04-01", "2024-05-09", "2024-05-20")]
    [InlineData("2026-04-06", "2026-05-14", "2026-05-25")]
    [InlineData("2027-03-29", "2027-05-06", "2027-05-17")]
    [InlineData("2028-04-17", "2028-05-25", "2028-06-05")]
    [InlineData("2030-04-22", "2030-05-30", "2030-06-10")]
    [InlineData("2035-03-26", "2035-05-03", "2035-05-14")]
    [InlineData("2038-04-26", "2038-06-03", "2038-06-14")]
    public void The_holidays_that_move_with_Easter_are_kept(string easterMonday, string ascension, string whitMonday)
    {
        foreach (var day in new[] { easterMonday, ascension, whitMonday })
        {
            Rule.Of(Asked.Lawful.When(day + "T11:00:00")).Should().Be("holiday", day);
            var after = LocalDatePattern.Iso.Parse(day).Value.PlusDays(1);
            if (after != new LocalDate(2008, 5, 2)) FrenchHolidays.Falls(after).Should().BeFalse($"the day after {day} is none");
        }
    }

    [Theory]
    [InlineData("01-01")]
    [InlineData("05-01")]
    [InlineData("05-08")]
    [InlineData("07-14")]
    [InlineData("08-15")]
    [InlineData("11-01")]
    [InlineData("11-11")]
    [InlineData("12-25")]
    public void The_fixed_holidays_are_kept_every_year(string day)
    {
        for (var year = 2023; year <= 2040; year++)
            Rule.Of(Asked.Lawful.When($"{year}-{day}T11:00:00")).Should().Be("holiday");
    }

    [Fact]
    public void There_are_eleven_a_year_and_ten_when_two_fall_together()
    {
        for (var year = 2023; year <= 2060; year++)
        {
            var days = Enumerable.Range(0, 366).Select(new LocalDate(year, 1, 1).PlusDays).Count(day => day.Year == year && FrenchHolidays.Falls(day));
            var together = FrenchHolidays.Easter(year).PlusDays(39) is { Month: 5, Day: 1 or 8 };
            days.Should().Be(together ? 10 : 11, $"in {year}");
        }
    }

    [Theory]
    [InlineData("2026-12-26T11:00:00")]
    [InlineData("2027-03-26T11:00:00")]
    [InlineData("2027-12-24T11:00:00")]
    [InlineData("2026-11-10T11:00:00")]
    [InlineData("2026-11-12T11:00:00")]
    public void Other_days_are_none(string local) => Rule.Of(Asked.Lawful.When(local)).Should().BeNull();

    [Theory]
    [InlineData("Indian/Reunion", "2026-11-10T20:00:00Z", true)]
    [InlineData("Indian/Reunion", "2026-11-10T19:59:59Z", false)]
    [InlineData("Indian/Reunion", "2026-11-11T20:00:00Z", false)]
    [InlineData("America/Martinique", "2026-11-11T03:59:59Z", false)]
    [InlineData("America/Martinique", "2026-11-11T04:00:00Z", true)]
    [InlineData("America/Martinique", "2026-11-12T03:59:59Z", true)]
    public void The_holiday_is_that_of_the_persons_own_date(string zone, string utc, bool holiday) =>
        Rule.Of((Asked.Lawful with { At = Asked.Utc(utc) }).In(zone)).Should().Be(holiday ? "holiday" : null);

    [Fact]
    public void A_holiday_in_one_candidate_zone_is_enough() =>
        Rule.Of((Asked.Lawful with { At = Asked.Utc("2026-11-10T20:30:00Z") }).In(Asked.Paris, "Indian/Reunion")).Should().Be("holiday");

    [Fact]
    public void A_holiday_is_over_at_the_next_lawful_opening() =>
        Rule.Judge(Asked.Lawful.When("2026-12-25T11:00:00")).NotBefore.Should().Be(Asked.Local("2026-12-28T10:00:00"));

    [Fact]
    public void Somebody_at_work_is_not_this_rules_business() => Rule.Of(Asked.ToProfessional.When("2026-11-11T10:30:00")).Should().BeNull();

    [Fact]
    public void A_call_that_only_serves_is_made_on_a_holiday_too() =>
        Rule.Of(Asked.Lawful.When("2026-11-11T10:30:00") with { Purpose = Purpose.Service }).Should().BeNull();

    [Fact]
    public void An_agreed_slot_opens_a_holiday() =>
        Rule.Of(Asked.Lawful.When("2026-11-11T10:30:00").With(dossier => dossier with { Slots = [new(Asked.Local("2026-11-11T10:30:00"), "SLOT-1")] })).Should().BeNull();

    [Fact]
    public void A_call_under_way_is_judged_by_the_day_of_its_dial() =>
        Rule.Of(Asked.Lawful.When("2026-11-11T00:00:10") with { Placed = Asked.Local("2026-11-10T23:59:50") }).Should().BeNull();

    [Fact]
    public void Without_a_zone_there_is_no_day_to_judge() => Rule.Of(Asked.Lawful.In().When("2026-11-11T10:30:00")).Should().BeNull();
}
