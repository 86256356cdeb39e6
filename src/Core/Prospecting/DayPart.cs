using NodaTime;

namespace Plateau.Core.Prospecting;

/// <summary>Parts of a day by the person's own clock: until noon, until two, until five, and after.</summary>
public enum DayPart { Morning, Midday, Afternoon, Evening }

/// <summary>Which part of the day a moment belongs to.</summary>
public static class DayParts
{
    public static IReadOnlyList<DayPart> All { get; } = Enum.GetValues<DayPart>();

    /// <summary>Where each part begins; the morning begins with the day.</summary>
    public static LocalTime From(DayPart part) => part switch
    {
        DayPart.Morning => LocalTime.Midnight,
        DayPart.Midday => new LocalTime(12, 0),
        DayPart.Afternoon => new LocalTime(14, 0),
        _ => new LocalTime(17, 0),
    };

    public static DayPart Of(LocalTime time) => time.Hour switch { < 12 => DayPart.Morning, < 14 => DayPart.Midday, < 17 => DayPart.Afternoon, _ => DayPart.Evening };

    public static DayPart Of(Instant at, DateTimeZone zone) => Of(at.InZone(zone).TimeOfDay);
}
