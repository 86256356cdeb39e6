using CsCheck;
using NodaTime;
using Plateau.Core.Clients;
using Plateau.Core.Compliance;
using Plateau.Core.Compliance.Rules;

namespace Plateau.Specs.Compliance;

public sealed class MoroccanHolidaySpecs
{
    private const string Casablanca = "Africa/Casablanca";
    private static readonly MoroccanHoliday Rule = new();

    private static Question Moroccan(string local, string zone = Casablanca) => Asked.Lawful.When(local, zone).In(zone).With(dossier => dossier with { Country = "MA", Territory = null });

    [Theory]
    [InlineData("2026-01-01", true), InlineData("2026-01-11", true), InlineData("2026-01-14", true), InlineData("2026-05-01", true), InlineData("2026-07-30", true), InlineData("2026-08-14", true)]
    [InlineData("2026-08-20", true), InlineData("2026-08-21", true), InlineData("2026-10-31", true), InlineData("2026-11-06", true), InlineData("2026-11-18", true)]
    [InlineData("2026-01-02", false), InlineData("2026-01-12", false), InlineData("2026-02-14", false), InlineData("2026-05-08", false), InlineData("2026-07-14", false), InlineData("2026-08-19", false), InlineData("2026-11-11", false), InlineData("2026-12-25", false)]
    public void A_holiday_of_the_common_calendar_is_kept(string day, bool holiday) => Rule.Of(Moroccan(day + "T11:00:00")).Should().Be(holiday ? "holiday" : null);

    [Theory]
    [InlineData("2023-01-14", false), InlineData("2024-01-14", true), InlineData("2025-10-31", false), InlineData("1999-07-30", false), InlineData("2000-07-30", true), InlineData("1975-11-06", false), InlineData("1976-11-06", true), InlineData("1900-05-01", true)]
    public void A_day_is_a_holiday_since_it_was_made_one(string day, bool holiday) => MoroccanHolidays.Falls(NodaTime.Text.LocalDatePattern.Iso.Parse(day).Value, [new(1975, []), new(1976, []), new(1999, []), new(2000, []), new(2023, []), new(2024, []), new(2025, [])]).Should().Be(holiday);

    /// <summary>As Morocco announced them; most are the day after that of the Umm al-Qura calendar, some the same.</summary>
    [Theory]
    [InlineData("2023-04-22", 2), InlineData("2023-06-29", 2), InlineData("2023-07-20", 1), InlineData("2023-09-28", 2)]
    [InlineData("2024-04-10", 2), InlineData("2024-06-17", 2), InlineData("2024-07-08", 1), InlineData("2024-09-16", 2)]
    [InlineData("2025-03-31", 2), InlineData("2025-06-07", 2)]
    public void Until_the_moon_was_seen_each_day_on_which_a_feast_may_fall_counts(string begins, int days)
    {
        var first = NodaTime.Text.LocalDatePattern.Iso.Parse(begins).Value;
        for (var day = 0; day < days; day++) MoroccanHolidays.Falls(first.PlusDays(day), []).Should().BeTrue();
        MoroccanHolidays.Falls(first.PlusDays(-3), []).Should().BeFalse();
        MoroccanHolidays.Falls(first.PlusDays(days + 2), []).Should().BeFalse();
    }

    [Fact]
    public void What_was_announced_replaces_what_was_expected_in_its_year_alone()
    {
        LunarYear[] announced = [new(2027, [new(2027, 3, 10)])];
        bool Falls(int year, int month, int day) => MoroccanHolidays.Falls(new(year, month, day), announced);
        Falls(2027, 3, 10).Should().BeTrue();
        foreach (var feast in MoroccanHolidays.Feasts)
            foreach (var begins in MoroccanHolidays.Expected(feast, 2027)) (begins == new LocalDate(2027, 3, 10) || !Falls(2027, begins.Month, begins.Day)).Should().BeTrue();
        var next = MoroccanHolidays.Expected(MoroccanHolidays.Feasts[2], 2028).First();
        Falls(2028, next.Month, next.Day).Should().BeTrue("nothing was entered for that year");
    }

    [Fact]
    public void Each_feast_is_expected_once_a_lunar_year_and_no_year_is_left_out()
    {
        foreach (var feast in MoroccanHolidays.Feasts)
        {
            var all = Enumerable.Range(2020, 40).SelectMany(year => MoroccanHolidays.Expected(feast, year)).ToList();
            all.Zip(all.Skip(1), (one, other) => Period.DaysBetween(one, other)).Should().OnlyContain(days => days >= 353 && days <= 356);
        }
        MoroccanHolidays.OfCommonCalendar(2026).Should().HaveCount(11).And.BeInAscendingOrder();
        MoroccanHolidays.OfCommonCalendar(2023).Should().HaveCount(9);
    }

    [Theory]
    [InlineData("2026-08-20T11:00:00", "2026-08-22T00:00:00")]
    [InlineData("2026-11-18T00:00:00", "2026-11-19T00:00:00")]
    public void The_next_moment_is_the_first_midnight_without_a_holiday(string asked, string next) => Rule.Judge(Moroccan(asked)).Should().Be(Finding.Refuse("holiday", Asked.Local(next, Casablanca)));

    [Fact]
    public void The_day_is_that_of_each_zone_in_which_the_person_may_be()
    {
        // Midnight in Casablanca is one in the morning in Paris, in winter.
        var late = Moroccan("2026-11-17T23:30:00");
        Rule.Of(late).Should().BeNull();
        Rule.Judge(late.In(Casablanca, Asked.Paris)).Should().Be(Finding.Refuse("holiday", Asked.Local("2026-11-19T00:00:00", Casablanca)));
        Rule.Of(Moroccan("2026-11-19T00:10:00") with { Placed = Asked.Local("2026-11-18T23:59:59", Casablanca) }).Should().Be("holiday");
    }

    [Fact]
    public void It_is_prudence_for_people_in_Morocco_who_are_prospected()
    {
        var closed = Moroccan("2026-11-18T11:00:00");
        RuleBook.Standard.Examine(closed).Should().Contain(one => one.Rule is MoroccanHoliday && !one.Finding.Passes);
        RuleBook.Standard.Examine(closed with { SwitchedOff = [new(Rule.Id, "the client's customers asked for it")] }).Should().NotContain(one => one.Rule is MoroccanHoliday);
        Rule.Of(closed with { Purpose = Purpose.Service }).Should().BeNull();
        Rule.Of(closed.In()).Should().BeNull();
        Rule.Of(closed.With(dossier => dossier with { Country = "FR" })).Should().BeNull();
        Rule.Of(closed.With(dossier => dossier with { Audience = Audience.Professional })).Should().Be("holiday");
        Rule.Of(Moroccan("2027-02-02T11:00:00") with { LunarDays = [new(2027, [new(2027, 2, 2)])] }).Should().Be("holiday");
    }

    [Fact]
    public void A_refusal_names_a_day_on_which_the_rule_passes() => Gen.Int[0, 3_000].Sample(days =>
    {
        var question = Moroccan("2026-01-01T11:00:00") with { At = Asked.Local("2026-01-01T11:00:00", Casablanca) + Duration.FromDays(days) };
        return Rule.Judge(question) is { Passes: false, NotBefore: { } next } ? next > question.At && Rule.Judge(question with { At = next }).Passes : Rule.Judge(question).Passes;
    });
}
