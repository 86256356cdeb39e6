using System.Globalization;
using System.Text.RegularExpressions;
using NodaTime;

namespace Plateau.Server.Desks.Work;

/// <summary>Reads the time of a callback as agents type it while they speak: "jeu 14h30", "demain 10h", "26/11 9:30", "14:30".</summary>
/// <remarks>A day that is not named is today while the time is still to come, else tomorrow; a weekday is the next one.</remarks>
public static partial class CallbackTime
{
    private static readonly (string[] Words, IsoDayOfWeek Day)[] Days =
    [
        (["lun", "mon", "الاثنين"], IsoDayOfWeek.Monday), (["mar", "tue", "الثلاثاء"], IsoDayOfWeek.Tuesday), (["mer", "wed", "الأربعاء"], IsoDayOfWeek.Wednesday),
        (["jeu", "thu", "الخميس"], IsoDayOfWeek.Thursday), (["ven", "fri", "الجمعة"], IsoDayOfWeek.Friday), (["sam", "sat", "السبت"], IsoDayOfWeek.Saturday), (["dim", "sun", "الأحد"], IsoDayOfWeek.Sunday),
    ];

    private static readonly string[] Tomorrow = ["demain", "tomorrow", "غدا", "غداً"];
    private static readonly string[] Today = ["aujourd", "today", "ce soir", "اليوم"];

    /// <param name="now">The customer's own time.</param>
    /// <returns>The customer's own time of the callback; null when the text is none.</returns>
    public static LocalDateTime? Parse(string? text, LocalDateTime now)
    {
        var typed = (text ?? "").Trim().ToLowerInvariant();
        var date = DateOf(ref typed, now.Date);
        var match = Clock().Match(typed);
        if (!match.Success) return null;
        var hour = int.Parse(match.Groups["h"].Value, CultureInfo.InvariantCulture);
        var minute = match.Groups["m"].Success ? int.Parse(match.Groups["m"].Value, CultureInfo.InvariantCulture) : 0;
        if (hour > 23 || minute > 59) return null;
        var time = new LocalTime(hour, minute);
        if (date is { } named) return named + time;
        return time > now.TimeOfDay ? now.Date + time : now.Date.PlusDays(1) + time;
    }

    private static LocalDate? DateOf(ref string typed, LocalDate today)
    {
        if (Day().Match(typed) is { Success: true } numbers)
        {
            typed = typed[numbers.Length..];
            var (day, month) = (int.Parse(numbers.Groups["d"].Value, CultureInfo.InvariantCulture), int.Parse(numbers.Groups["m"].Value, CultureInfo.InvariantCulture));
            if (month is < 1 or > 12 || day < 1 || day > CalendarSystem.Iso.GetDaysInMonth(today.Year, month)) return null;
            var date = new LocalDate(today.Year, month, day);
            return date < today ? date.PlusYears(1) : date;
        }
        foreach (var word in Tomorrow)
            if (Cut(ref typed, word)) return today.PlusDays(1);
        foreach (var word in Today)
            if (Cut(ref typed, word)) return today;
        foreach (var (words, day) in Days)
            foreach (var word in words)
                if (Cut(ref typed, word)) return today.Next(day);
        return null;
    }

    /// <summary>Takes a word, and whatever letters end it, off the beginning.</summary>
    private static bool Cut(ref string typed, string word)
    {
        if (!typed.StartsWith(word, StringComparison.Ordinal)) return false;
        typed = typed[word.Length..].TrimStart([.. typed[word.Length..].TakeWhile(letter => char.IsLetter(letter) || letter is '\'' or '’' or '.').Distinct()]);
        return true;
    }

    [GeneratedRegex(@"^(?<d>\d{1,2})[/.-](?<m>\d{1,2})(?=\s)")]
    private static partial Regex Day();

    [GeneratedRegex(@"^\D{0,4}(?<h>\d{1,2})(?:\s?[h:.]\s?(?<m>\d{2})?)?\s*\z")]
    private static partial Regex Clock();
}
