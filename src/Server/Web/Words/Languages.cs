using System.Globalization;

namespace Plateau.Server.Web.Words;

/// <summary>The languages of the pages: French unless the reader chose another, with figures written alike in all three.</summary>
public static class Languages
{
    public static IReadOnlyList<Language> All { get; } = [Language.Fr, Language.En, Language.Ar];

    /// <summary>Ours, not the machine's: what a page shows must not depend on the tables installed there.</summary>
    public static IReadOnlyList<CultureInfo> Cultures { get; } = [.. All.Select(Made)];

    public static Language Current => CultureInfo.CurrentUICulture.TwoLetterISOLanguageName switch { "ar" => Language.Ar, "en" => Language.En, _ => Language.Fr };

    public static string Code(this Language language) => language switch { Language.Ar => "ar", Language.En => "en", _ => "fr" };

    public static string Direction(this Language language) => language == Language.Ar ? "rtl" : "ltr";

    /// <summary>The language's name in itself.</summary>
    public static string OwnName(this Language language) => language switch { Language.Ar => "العربية", Language.En => "English", _ => "Français" };

    /// <summary>The language of a code (fr, en, ar); French for any other.</summary>
    public static Language Of(string? code) => All.FirstOrDefault(language => language.Code() == code);

    /// <summary>Says something in a language, whatever is spoken around it.</summary>
    public static T In<T>(Language language, Func<T> say)
    {
        ArgumentNullException.ThrowIfNull(say);
        var before = Current;
        Speak(language);
        try
        {
            return say();
        }
        finally
        {
            Speak(before);
        }
    }

    /// <summary>From here on to the end of the asynchronous method that asks, words are of this language.</summary>
    public static void Speak(Language language) => CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = Cultures[(int)language];

    private static CultureInfo Made(Language language)
    {
        var culture = new CultureInfo(language.Code(), useUserOverride: false);
        var invariant = CultureInfo.InvariantCulture;
        culture.NumberFormat = (NumberFormatInfo)invariant.NumberFormat.Clone();
        (culture.NumberFormat.NumberGroupSeparator, culture.NumberFormat.NumberDecimalSeparator) = language == Language.Fr ? ("\u202F", ",") : (",", ".");
        (culture.NumberFormat.PercentGroupSeparator, culture.NumberFormat.PercentDecimalSeparator) = (culture.NumberFormat.NumberGroupSeparator, culture.NumberFormat.NumberDecimalSeparator);
        culture.DateTimeFormat = (DateTimeFormatInfo)invariant.DateTimeFormat.Clone();
        culture.DateTimeFormat.ShortDatePattern = "dd/MM/yyyy";
        culture.DateTimeFormat.ShortTimePattern = "HH:mm";
        culture.DateTimeFormat.LongTimePattern = "HH:mm:ss";
        culture.DateTimeFormat.FirstDayOfWeek = DayOfWeek.Monday;
        culture.DateTimeFormat.MonthNames = [.. Enumerable.Range(1, 12).Select(month => Shown.Month(month, language)), ""];
        culture.DateTimeFormat.MonthGenitiveNames = culture.DateTimeFormat.MonthNames;
        culture.DateTimeFormat.DayNames = [.. Enumerable.Range(0, 7).Select(day => Shown.Day(day == 0 ? 7 : day, language))];
        return culture;
    }
}

/// <summary>A language of the pages.</summary>
public enum Language { Fr, En, Ar }
