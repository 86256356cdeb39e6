using System.Globalization;
using NodaTime;
using NodaTime.TimeZones;

namespace Plateau.Messaging.Calendars;

/// <summary>Finds the time zone that a calendar means: by the name it gives, or by the rules it brings along.</summary>
/// <remarks>Names come as tzdb writes them (Europe/Paris), as Windows does (Romance Standard Time), with a maker's path before them, or invented.</remarks>
internal static class CalendarZones
{
    /// <summary>The year whose changes of the clock tell zones with the same offsets apart.</summary>
    private const int Told = 2026;

    private static readonly string[] Nearby = ["Europe/Paris", "Europe/London", "Africa/Casablanca", "Europe/Athens", "America/New_York", "America/Chicago", "America/Denver", "America/Los_Angeles"];

    /// <summary>The name under which tzdb knows it; null when nobody does.</summary>
    public static string? Named(string name, IReadOnlyList<CalendarScan.Component> own)
    {
        if (Known(name) is { } known) return known;
        if (own.FirstOrDefault(zone => zone.Value("TZID")?.Trim('"') == name) is not { } brought) return null;
        return brought.Value("X-LIC-LOCATION") is { } place && Known(place) is { } there ? there : ByRules(brought);
    }

    private static string? Known(string name)
    {
        var source = TzdbDateTimeZoneSource.Default;
        if (Exists(name)) return name;
        if (source.WindowsMapping.PrimaryMapping.TryGetValue(name, out var windows)) return windows;
        var parts = name.Trim('/').Split('/');
        for (var from = 1; from < parts.Length; from++)
            if (string.Join('/', parts[from..]) is var tail && Exists(tail)) return tail;
        return null;
    }

    private static bool Exists(string name) => DateTimeZoneProviders.Tzdb.GetZoneOrNull(name) is not null;

    /// <summary>A zone that has the same offsets and changes them in the same months; a fixed one when it never changes.</summary>
    private static string? ByRules(CalendarScan.Component zone)
    {
        var (standard, summer) = (Rules(zone, "STANDARD"), Rules(zone, "DAYLIGHT"));
        if (standard is null) return null;
        if (summer is null)
            return standard.Value.Offset.Seconds % 3600 == 0 && standard.Value.Offset.Seconds / 3600 is var hours && hours is >= -12 and <= 14
                ? hours == 0 ? "Etc/GMT" : string.Create(CultureInfo.InvariantCulture, $"Etc/GMT{-hours:+0;-0}") : null;
        return Nearby.Concat(DateTimeZoneProviders.Tzdb.Ids).FirstOrDefault(id => Fits(DateTimeZoneProviders.Tzdb[id], standard.Value, summer.Value));
    }

    private static bool Fits(DateTimeZone zone, (Offset Offset, int? Month) standard, (Offset Offset, int? Month) summer)
    {
        if (zone.GetUtcOffset(Middle(1)) != standard.Offset && zone.GetUtcOffset(Middle(7)) != standard.Offset) return false;
        var changes = zone.GetZoneIntervals(Middle(1), Middle(12)).Where(interval => interval.HasStart && interval.Start > Middle(1)).ToList();
        return changes.Count == 2
            && changes.Exists(change => change.WallOffset == standard.Offset && IsIn(change, standard.Month))
            && changes.Exists(change => change.WallOffset == summer.Offset && IsIn(change, summer.Month));
    }

    private static bool IsIn(ZoneInterval change, int? month) => month is null || change.IsoLocalStart.Month == month;

    private static Instant Middle(int month) => Instant.FromUtc(Told, month, 15, 12, 0);

    /// <summary>The last part of that kind: the rules in force now stand last.</summary>
    private static (Offset Offset, int? Month)? Rules(CalendarScan.Component zone, string kind)
    {
        (Offset, int?)? found = null;
        var inside = false;
        (Offset? Offset, int? Month) read = default;
        foreach (var line in zone.Lines)
        {
            if (line.Name == "BEGIN")
            {
                if (inside && read.Offset is { } before) found = (before, read.Month);
                (inside, read) = (line.Value.Equals(kind, StringComparison.OrdinalIgnoreCase), default);
            }
            else if (inside && line.Name == "TZOFFSETTO") read.Offset = OffsetOf(line.Value);
            else if (inside && line.Name == "RRULE") read.Month = MonthOf(line.Value);
        }
        return inside && read.Offset is { } last ? (last, read.Month) : found;
    }

    private static Offset? OffsetOf(string text) =>
        text.Length is 5 or 7 && text[0] is '+' or '-' && int.TryParse(text[1..3], out var hours) && int.TryParse(text[3..5], out var minutes) && hours < 15 && minutes < 60
            ? Offset.FromSeconds((text[0] == '-' ? -1 : 1) * (hours * 3600 + minutes * 60)) : null;

    private static int? MonthOf(string rule) =>
        rule.Split(';').FirstOrDefault(part => part.StartsWith("BYMONTH=", StringComparison.OrdinalIgnoreCase)) is { } month && int.TryParse(month[8..], out var number) ? number : null;
}
