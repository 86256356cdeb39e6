using System.Collections.Concurrent;
using NodaTime;
using Plateau.Core.Clients;

namespace Plateau.Core.Compliance;

/// <summary>The holidays of Morocco: those of the common calendar, and those of the lunar one, which are known when they are announced.</summary>
/// <remarks>Code du travail (loi 65-99), art. 217 and décret 2-04-426; the Amazigh new year since 2024, the day of unity since 2026.</remarks>
public static class MoroccanHolidays
{
    /// <summary>A feast of the lunar calendar.</summary>
    /// <param name="Name">A code of the lexicon.</param>
    /// <param name="Days">How many days are kept.</param>
    public sealed record Feast(string Name, int Month, int Day, int Days);

    /// <summary>Month and day of the lunar calendar.</summary>
    public static IReadOnlyList<Feast> Feasts { get; } = [new("new-year-of-hegira", 1, 1, 1), new("mawlid", 3, 12, 2), new("aid-al-fitr", 10, 1, 2), new("aid-al-adha", 12, 10, 2)];

    private static readonly (int Month, int Day, int Since)[] Common =
        [(1, 1, 1900), (1, 11, 1900), (1, 14, 2024), (5, 1, 1900), (7, 30, 2000), (8, 14, 1900), (8, 20, 1900), (8, 21, 1900), (10, 31, 2026), (11, 6, 1976), (11, 18, 1900)];

    /// <summary>In Morocco the month begins on the day of the Umm al-Qura calendar or on the next one.</summary>
    private const int DaysLater = 1;

    private static readonly ConcurrentDictionary<int, HashSet<LocalDate>> Possible = new();

    /// <summary>Holidays of the common calendar, in order.</summary>
    public static IReadOnlyList<LocalDate> OfCommonCalendar(int year) => [.. Common.Where(day => day.Since <= year).Select(day => new LocalDate(year, day.Month, day.Day))];

    /// <summary>When a feast is expected to begin in a year of the common calendar: once, seldom twice, hardly ever not at all.</summary>
    public static IEnumerable<LocalDate> Expected(Feast feast, int year)
    {
        ArgumentNullException.ThrowIfNull(feast);
        var calendar = CalendarSystem.UmAlQura;
        var first = new LocalDate(year, 1, 1).WithCalendar(calendar).Year;
        for (var lunar = first; lunar <= first + 2; lunar++)
            if (lunar >= calendar.MinYear && lunar <= calendar.MaxYear && new LocalDate(lunar, feast.Month, feast.Day, calendar).WithCalendar(CalendarSystem.Iso).PlusDays(DaysLater) is var begins && begins.Year == year) yield return begins;
    }

    /// <summary>Whether a day is one. Of a year whose lunar days were not entered, each day on which a feast may fall counts: the day before the one expected too.</summary>
    public static bool Falls(LocalDate day, IReadOnlyList<LunarYear> entered)
    {
        ArgumentNullException.ThrowIfNull(entered);
        foreach (var (month, of, since) in Common)
            if (day.Month == month && day.Day == of && since <= day.Year) return true;
        foreach (var year in entered)
            if (year.Year == day.Year) return year.Days.Contains(day);
        return Possible.GetOrAdd(day.Year, AllOf).Contains(day);
    }

    /// <summary>The first day after this one that is no holiday.</summary>
    public static LocalDate NextFree(LocalDate day, IReadOnlyList<LunarYear> entered)
    {
        do day = day.PlusDays(1);
        while (Falls(day, entered));
        return day;
    }

    private static HashSet<LocalDate> AllOf(int year)
    {
        var days = new HashSet<LocalDate>();
        // A feast at the turn of the year may reach into the next.
        for (var each = year - 1; each <= year + 1; each++)
            foreach (var feast in Feasts)
                foreach (var begins in Expected(feast, each))
                    for (var later = -DaysLater; later < feast.Days; later++) days.Add(begins.PlusDays(later));
        return days;
    }
}
