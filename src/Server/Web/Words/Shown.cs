using System.Globalization;
using NodaTime;

namespace Plateau.Server.Web.Words;

/// <summary>How figures, times and durations are written on a page, in the reader's language and always with Latin digits.</summary>
/// <remarks>What is written here stands inside <c>Num</c> on a page, so that it keeps its order in Arabic.</remarks>
public static class Shown
{
    private static readonly string[] FrenchMonths = ["janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre", "novembre", "décembre"];
    private static readonly string[] FrenchShort = ["janv.", "févr.", "mars", "avr.", "mai", "juin", "juil.", "août", "sept.", "oct.", "nov.", "déc."];
    private static readonly string[] EnglishMonths = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];
    private static readonly string[] ArabicMonths = ["يناير", "فبراير", "مارس", "أبريل", "ماي", "يونيو", "يوليوز", "غشت", "شتنبر", "أكتوبر", "نونبر", "دجنبر"];
    private static readonly string[] FrenchDays = ["lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"];
    private static readonly string[] EnglishDays = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];
    private static readonly string[] ArabicDays = ["الاثنين", "الثلاثاء", "الأربعاء", "الخميس", "الجمعة", "السبت", "الأحد"];

    public static string Number(long value) => Numbered(value, 0);

    public static string Number(decimal value, int decimals) => Numbered(value, decimals);

    /// <summary>A share of one as a percentage: 0.305 is 30,5 % in French and 30.5% elsewhere; a dash when there is no denominator.</summary>
    public static string Share(decimal? share, int decimals = 1) => share is { } some
        ? Numbered(some * 100, decimals) + (Languages.Current == Language.Fr ? "\u00A0%" : "%")
        : "–";

    /// <summary>Minutes and seconds, with hours when there are some: 04:12, 1:04:12.</summary>
    public static string Length(Duration length)
    {
        var seconds = Math.Max(0, (long)length.TotalSeconds);
        return seconds < 3600
            ? string.Create(CultureInfo.InvariantCulture, $"{seconds / 60:00}:{seconds % 60:00}")
            : string.Create(CultureInfo.InvariantCulture, $"{seconds / 3600}:{seconds / 60 % 60:00}:{seconds % 60:00}");
    }

    public static string Time(LocalTime time) => string.Create(CultureInfo.InvariantCulture, $"{time.Hour:00}:{time.Minute:00}");

    public static string TimeWithSeconds(LocalTime time) => string.Create(CultureInfo.InvariantCulture, $"{time.Hour:00}:{time.Minute:00}:{time.Second:00}");

    /// <summary>19 nov. 2026, 19 Nov 2026, 19 نونبر 2026.</summary>
    public static string Date(LocalDate date) => $"{DayOfMonth(date)} {ShortMonth(date.Month)} {date.Year}";

    /// <summary>lun. 30 nov. – 4 déc. 2026; within one month its name stands once.</summary>
    public static string Span(LocalDate first, LocalDate last) => $"{DayShort(first)}{(first.Month == last.Month ? "" : $" {ShortMonth(first.Month)}")} – {Date(last)}";

    /// <summary>The first of a month is said as such in French: 1er.</summary>
    private static string DayOfMonth(LocalDate date) => date.Day == 1 && Languages.Current == Language.Fr ? "1er" : date.Day.ToString(CultureInfo.InvariantCulture);

    /// <summary>jeudi 19 novembre, Thursday 19 November, الخميس 19 نونبر.</summary>
    public static string DayOf(LocalDate date) => $"{Day((int)date.DayOfWeek, Languages.Current)} {DayOfMonth(date)} {Month(date.Month, Languages.Current)}";

    /// <summary>lun. 16, Mon 16, الاثنين 16: a day under a bar.</summary>
    public static string DayShort(LocalDate date)
    {
        var day = Day((int)date.DayOfWeek, Languages.Current);
        return $"{(Languages.Current switch { Language.Ar => day, Language.En => day[..3], _ => day[..3] + "." })} {date.Day}";
    }

    /// <summary>lundi, Monday, الاثنين.</summary>
    public static string Weekday(IsoDayOfWeek day) => Day((int)day, Languages.Current);

    /// <summary>nov. 2026, Nov 2026, نونبر 2026: a month under a bar.</summary>
    public static string MonthShort(LocalDate date) => $"{ShortMonth(date.Month)} {date.Year}";

    public static string Moment(LocalDateTime moment) => $"{Date(moment.Date)} {Time(moment.TimeOfDay)}";

    /// <summary>A French number in pairs (+33 1 99 00 12 34); any other as it stands.</summary>
    public static string Telephone(string number) => number is ['+', '3', '3', ..] && number.Length == 12
        ? $"+33 {number[3]} {number[4..6]} {number[6..8]} {number[8..10]} {number[10..12]}"
        : number;

    /// <summary>The first letters of the first two words: what stands in a monogram or a face.</summary>
    public static string Initials(string name)
    {
        var letters = (name ?? "").Split([' ', '-', '\u00A0'], StringSplitOptions.RemoveEmptyEntries).Select(part => part.EnumerateRunes().FirstOrDefault(System.Text.Rune.IsLetterOrDigit)).Where(rune => rune.Value != 0).Take(2);
        return string.Concat(letters.Select(rune => rune.ToString())).ToUpper(CultureInfo.InvariantCulture);
    }

    internal static string Month(int month, Language language) => (language switch { Language.Ar => ArabicMonths, Language.En => EnglishMonths, _ => FrenchMonths })[month - 1];

    internal static string Day(int isoDay, Language language) => (language switch { Language.Ar => ArabicDays, Language.En => EnglishDays, _ => FrenchDays })[isoDay - 1];

    private static string ShortMonth(int month) => Languages.Current switch { Language.Ar => ArabicMonths[month - 1], Language.En => EnglishMonths[month - 1][..3], _ => FrenchShort[month - 1] };

    private static string Numbered(decimal value, int decimals) => value.ToString("N" + decimals.ToString(CultureInfo.InvariantCulture), Figures(Languages.Current));

    private static NumberFormatInfo Figures(Language language) => Languages.Cultures[(int)language].NumberFormat;
}
