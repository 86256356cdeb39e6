using NodaTime;
using Plateau.Core.Compliance;
using Plateau.Core.Interactions;

namespace Plateau.Core.Appointments;

/// <summary>One of the client's own people, for whom the centre agrees times with customers.</summary>
/// <param name="Name">As customers are told.</param>
/// <param name="Email">Where invitations and call sheets go.</param>
/// <param name="Zone">A tzdb id: the clock by which the consultant works.</param>
public sealed record Consultant(ConsultantId Id, ClientId Client, string Name, string Email, string Zone)
{
    /// <summary>Letters of a name or an address at most.</summary>
    public const int MostLetters = 200;

    /// <summary>The ordinary week: whoever has no hours has no appointments.</summary>
    public IReadOnlyList<WorkingHours> Hours { get; init; } = WorkingHours.Ordinary;

    /// <summary>Beginnings of postal codes (69, 38, 42100) or territories (FR-974); none for everywhere.</summary>
    public IReadOnlyList<string> Areas { get; init; } = [];

    /// <summary>Appointments of one day at most, 1 to 50.</summary>
    public int MostPerDay { get; init; } = 6;

    /// <summary>Days on which there are no appointments, beside holidays and what the calendar says.</summary>
    public IReadOnlyList<LocalDate> DaysOff { get; init; } = [];

    /// <summary>ISO 3166-2 of where they work (FR-67), for the holidays of that place; null for those of all France.</summary>
    public string? Territory { get; init; }

    /// <summary>Whether the holidays of France are kept; false for somebody elsewhere, whose holidays stand among the days off.</summary>
    public bool KeepsFrenchHolidays { get; init; } = true;

    /// <summary>Languages in which consultants and customers are written to.</summary>
    public static IReadOnlyList<string> Languages { get; } = ["fr", "en", "ar"];

    /// <summary>In which the consultant is written to and reads the call sheet: fr, en or ar.</summary>
    public string Language { get; init; } = "fr";

    /// <summary>As customers may dial it; null when nobody is to know.</summary>
    public string? Telephone { get; init; }

    /// <summary>The link for meetings by picture; null when there is none.</summary>
    public string? Room { get; init; }

    /// <summary>False for somebody who takes no new appointments.</summary>
    public bool Active { get; init; } = true;

    /// <summary>Whether appointments may lie on that day.</summary>
    public bool WorksOn(LocalDate day) =>
        !DaysOff.Contains(day)
        && !(KeepsFrenchHolidays && (FrenchHolidays.Falls(day) || (Territories.Of(Territory) is { } place && Territories.IsHoliday(place, day))))
        && Hours.Any(hours => hours.Day == day.DayOfWeek);

    /// <summary>Letters of the area that holds this place, the more the nearer: 0 for somebody who goes everywhere, null when the place lies in none.</summary>
    /// <param name="postcode">The customer's; null when unknown, and then only somebody who goes everywhere will do.</param>
    /// <param name="territory">ISO 3166-2 where known.</param>
    public int? Nearness(string? postcode, string? territory)
    {
        if (Areas.Count == 0) return 0;
        var (code, place) = (Bare(postcode), Bare(territory));
        return Areas.Select(Bare).Where(area => area.Length > 0 && (code.StartsWith(area, StringComparison.Ordinal) || place == area)).Select(area => (int?)area.Length).Max();
    }

    /// <summary>What must be mended before appointments can be made, each with its place and remedy.</summary>
    public IEnumerable<Flaw> Flaws()
    {
        var place = $"consultant {Id}";
        if (string.IsNullOrWhiteSpace(Name) || Name.Length > MostLetters) yield return new(place, "consultant-name", $"give a name of at most {MostLetters} letters");
        if (!IsAddress(Email)) yield return new(place, "consultant-email", "give an address of mail such as anna@example.org");
        if (Zones.Named(Zone) is null) yield return new(place, "consultant-zone", $"'{Zone}' is no time zone: give one such as Europe/Paris");
        if (!Languages.Contains(Language)) yield return new(place, "consultant-language", $"'{Language}' is no language of the house: give fr, en or ar");
        if (MostPerDay is < 1 or > 50) yield return new(place, "consultant-most", "let there be 1 to 50 appointments a day");
        if (Hours.Count == 0) yield return new(place, "consultant-hours-missing", "give at least one working day with its hours");
        foreach (var hours in Hours.Where(hours => hours.From >= hours.Until))
            yield return new(place, "consultant-hours", $"let {hours.Day} end after it begins");
        foreach (var day in Hours.GroupBy(hours => hours.Day).Where(WorkingHours.Overlap))
            yield return new(place, "consultant-hours-overlap", $"let the hours of {day.Key} not overlap");
        foreach (var area in Areas.Where(area => Bare(area).Length is 0 or > 8)) yield return new(place, "consultant-area", $"'{area}' is no beginning of a postal code and no territory");
    }

    /// <summary>Whether a mail could be sent there: one sign of at, something on either side, a dot behind it, nothing that could end a line.</summary>
    public static bool IsAddress(string? text) =>
        text is { Length: > 4 and <= MostLetters } && text.IndexOf('@', StringComparison.Ordinal) is > 0 and var at && at == text.LastIndexOf('@')
        && text.LastIndexOf('.') > at + 1 && text[^1] != '.' && text.All(letter => letter > ' ' && letter != '\u007f' && letter is not ('<' or '>' or ',' or ';' or '"' or '(' or ')'));

    private static string Bare(string? code)
    {
        var upper = new string([.. (code ?? "").ToUpperInvariant().Where(letter => !char.IsWhiteSpace(letter))]);
        return upper.StartsWith("FR-", StringComparison.Ordinal) ? upper[3..] : upper;
    }
}

/// <summary>Hours of one weekday, by the consultant's own clock; a day with a break has two.</summary>
/// <param name="Until">The first moment after them.</param>
public sealed record WorkingHours(IsoDayOfWeek Day, LocalTime From, LocalTime Until)
{
    /// <summary>Monday to Friday, 9 to 12 and 14 to 18.</summary>
    public static IReadOnlyList<WorkingHours> Ordinary { get; } =
    [
        .. Enumerable.Range(1, 5).SelectMany(day => new[]
        {
            new WorkingHours((IsoDayOfWeek)day, new LocalTime(9, 0), new LocalTime(12, 0)), new WorkingHours((IsoDayOfWeek)day, new LocalTime(14, 0), new LocalTime(18, 0)),
        }),
    ];

    /// <summary>Whether two of one day's hours share a moment.</summary>
    public static bool Overlap(IEnumerable<WorkingHours> day)
    {
        var ordered = day.OrderBy(hours => hours.From).ToList();
        return ordered.Zip(ordered.Skip(1)).Any(pair => pair.Second.From < pair.First.Until);
    }
}
