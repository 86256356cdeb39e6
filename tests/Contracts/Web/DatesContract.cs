using NodaTime;
using Plateau.Server.Web.Words;

namespace Plateau.Contracts.Web;

/// <summary>Days are written as readers of each language write them.</summary>
public sealed class DatesContract
{
    [Theory]
    [InlineData(Language.Fr, "mardi 1er décembre", "1er déc. 2026", "lun. 30 nov. – 4 déc. 2026", "lun. 7 – 11 déc. 2026")]
    [InlineData(Language.En, "Tuesday 1 December", "1 Dec 2026", "Mon 30 Nov – 4 Dec 2026", "Mon 7 – 11 Dec 2026")]
    [InlineData(Language.Ar, "الثلاثاء 1 دجنبر", "1 دجنبر 2026", "الاثنين 30 نونبر – 4 دجنبر 2026", "الاثنين 7 – 11 دجنبر 2026")]
    public void The_first_of_a_month_and_a_week_over_two_months_read_well(Language language, string day, string date, string over, string within) =>
        Languages.In(language, () => new[] { Shown.DayOf(December(1)), Shown.Date(December(1)), Shown.Span(new(2026, 11, 30), December(4)), Shown.Span(December(7), December(11)) })
            .Should().Equal(day, date, over, within);

    private static LocalDate December(int day) => new(2026, 12, day);
}
