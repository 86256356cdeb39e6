using NodaTime;
using NodaTime.Text;

namespace Plateau.Server.Reports;

/// <summary>The days a report is about, and the days before it with which it is compared.</summary>
/// <param name="Name">today, yesterday, week, month, or days for a chosen piece of time.</param>
/// <param name="To">The last day, that day included.</param>
public sealed record Period(string Name, LocalDate From, LocalDate To)
{
    public const string Today = "today", Yesterday = "yesterday", Week = "week", Month = "month", Days = "days";

    /// <summary>Longer pieces of time would be nobody's question and everybody's wait.</summary>
    private const int MostDays = 3_700;

    public static IReadOnlyList<string> Names { get; } = [Today, Yesterday, Week, Month];

    /// <summary>Reads a period from its words; what can't be read is today.</summary>
    public static Period Read(string? name, string? from, string? to, LocalDate today)
    {
        if (Date(from) is { } first && Date(to) is { } last && first <= last && NodaTime.Period.DaysBetween(first, last) < MostDays) return new Period(Days, first, last);
        return name switch
        {
            Yesterday => new Period(Yesterday, today.PlusDays(-1), today.PlusDays(-1)),
            Week => new Period(Week, today.With(DateAdjusters.PreviousOrSame(IsoDayOfWeek.Monday)), today),
            Month => new Period(Month, today.With(DateAdjusters.StartOfMonth), today),
            _ => new Period(Today, today, today),
        };
    }

    public int Length => NodaTime.Period.DaysBetween(From, To) + 1;

    /// <summary>As many days before it: of a week the same days a week ago, of a month the same dates a month ago.</summary>
    public Period Before => Name switch
    {
        Week => new Period(Days, From.PlusWeeks(-1), To.PlusWeeks(-1)),
        Month => new Period(Days, From.PlusMonths(-1), To.PlusMonths(-1)),
        _ => new Period(Days, From.PlusDays(-Length), From.PlusDays(-1)),
    };

    public (LocalDateTime From, LocalDateTime Before) Hours => (From.AtMidnight(), To.PlusDays(1).AtMidnight());

    /// <summary>The hours compared with: a period that is not over is compared up to the same hour.</summary>
    public (LocalDateTime From, LocalDateTime Before) HoursBefore(LocalDateTime now)
    {
        var before = Before;
        return now.Date == To ? (before.From.AtMidnight(), before.To.At(new LocalTime(now.Hour, 0)).PlusHours(1)) : before.Hours;
    }

    /// <summary>Whether the period compared with was cut at the present hour.</summary>
    public bool IsCut(LocalDateTime now) => now.Date == To;

    public static LocalDate? Date(string? text) => Web.Words.DayTime.Day(text);

    public static string Text(LocalDate date) => LocalDatePattern.Iso.Format(date);
}
