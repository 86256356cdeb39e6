using System.Collections.Concurrent;
using NodaTime;

namespace Plateau.Core.Compliance;

/// <summary>The eleven national holidays of France (Code du travail, L3133-1), computed for any year from 1583 on.</summary>
public static class FrenchHolidays
{
    private static readonly ConcurrentDictionary<int, HashSet<LocalDate>> Years = new();

    public static bool Falls(LocalDate date) => Years.GetOrAdd(date.Year, Of).Contains(date);

    private static HashSet<LocalDate> Of(int year)
    {
        var easter = Easter(year);
        return
        [
            new(year, 1, 1), easter.PlusDays(1), new(year, 5, 1), new(year, 5, 8),
            easter.PlusDays(39), easter.PlusDays(50), new(year, 7, 14), new(year, 8, 15),
            new(year, 11, 1), new(year, 11, 11), new(year, 12, 25),
        ];
    }

    /// <summary>Easter Sunday of the Gregorian calendar (the anonymous algorithm, as in Meeus, Astronomical Algorithms, chapter 8).</summary>
    public static LocalDate Easter(int year)
    {
        int a = year % 19, b = year / 100, c = year % 100;
        int d = b / 4, e = b % 4, f = (b + 8) / 25, g = (b - f + 1) / 3;
        int h = (19 * a + b - d - g + 15) % 30, i = c / 4, k = c % 4;
        int l = (32 + 2 * e + 2 * i - h - k) % 7, m = (a + 11 * h + 22 * l) / 451;
        int n = h + l - 7 * m + 114;
        return new LocalDate(year, n / 31, n % 31 + 1);
    }
}
