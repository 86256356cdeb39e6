using System.Globalization;
using NodaTime;

namespace Plateau.Server.Web.Words;

/// <summary>Days and times of day as people type them: day first, 24 hours, whatever stands between the figures.</summary>
/// <remarks>A browser's own fields for them speak the browser's language, not the page's: 11/12 would be read as two different days on two desks.</remarks>
public static class DayTime
{
    private const int ThisCentury = 2000;

    /// <summary>24/11/2026, as every field for a day shows it.</summary>
    public static string Text(LocalDate? day) => day is { } known ? string.Create(CultureInfo.InvariantCulture, $"{known.Day:00}/{known.Month:00}/{known.Year:0000}") : "";

    /// <summary>09:30, as every field for a time of day shows it.</summary>
    public static string Text(LocalTime? time) => time is { } known ? Shown.Time(known) : "";

    /// <summary>A day: 24/11/2026, 24-11-26, 24112026, 2026-11-24; null when it is none.</summary>
    public static LocalDate? Day(string? text)
    {
        var (figures, whole) = Figures(text);
        var parts = figures switch
        {
            [{ Length: 8 } run] when whole => [run[..2], run[2..4], run[4..]],
            [{ Length: 4 } year, var month, var day] => [day, month, year],
            _ => figures,
        };
        if (parts is not [{ Length: <= 2 } d, { Length: <= 2 } m, { Length: 2 or 4 } y]) return null;
        var (dayOf, monthOf, yearOf) = (Number(d), Number(m), Number(y) + (y.Length == 2 ? ThisCentury : 0));
        return yearOf is >= 1900 and <= 2999 && monthOf is >= 1 and <= 12 && dayOf >= 1 && dayOf <= CalendarSystem.Iso.GetDaysInMonth(yearOf, monthOf) ? new LocalDate(yearOf, monthOf, dayOf) : null;
    }

    /// <summary>A time of day: 9, 9h30, 09:30, 0930; null when it is none.</summary>
    public static LocalTime? Time(string? text)
    {
        var (figures, whole) = Figures(text);
        var parts = figures switch
        {
            [{ Length: 3 or 4 } run] when whole => [run[..^2], run[^2..]],
            [var hour] => [hour, "0"],
            _ => figures,
        };
        return parts is [{ Length: <= 2 } h, { Length: <= 2 } m] && Number(h) is <= 23 and var hours && Number(m) is <= 59 and var minutes ? new LocalTime(hours, minutes) : null;
    }

    /// <summary>The runs of figures, in Latin digits, and whether nothing else stood there; none at all when a word did.</summary>
    private static (string[] Runs, bool Whole) Figures(string? text)
    {
        var plain = string.Concat((text ?? "").Trim().Select(sign => char.IsDigit(sign) ? (char)('0' + (int)char.GetNumericValue(sign)) : sign));
        if (plain.Length > 12 || plain.Any(sign => !char.IsAsciiDigit(sign) && sign is not ('/' or '-' or '.' or ':' or ' ' or 'h' or 'H'))) return ([], false);
        return (plain.Split(['/', '-', '.', ':', ' ', 'h', 'H'], StringSplitOptions.RemoveEmptyEntries), plain.All(char.IsAsciiDigit));
    }

    private static int Number(string figures) => int.Parse(figures, NumberStyles.None, CultureInfo.InvariantCulture);
}
