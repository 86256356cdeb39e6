using NodaTime;

namespace Plateau.Core.Compliance;

/// <summary>The hours of a working week in which a person may be called, and how to find the next ones.</summary>
/// <remarks>Windows are half-open: the first second counts, the last one named does not.</remarks>
public sealed class OpenWindows(Func<LocalDate, bool> openOn, params (LocalTime From, LocalTime Until)[] windows)
{
    /// <summary>Longest search for an opening: no calendar of ours closes for two weeks.</summary>
    private const int DaysSearched = 14;

    public bool OpenAt(Instant at, DateTimeZone zone)
    {
        var local = at.InZone(zone).LocalDateTime;
        if (!openOn(local.Date)) return false;
        foreach (var (from, until) in windows)
            if (from <= local.TimeOfDay && local.TimeOfDay < until) return true;
        return false;
    }

    public bool OpenAt(Instant at, ReadOnlySpan<DateTimeZone> zones)
    {
        foreach (var zone in zones)
            if (!OpenAt(at, zone)) return false;
        return true;
    }

    /// <summary>The first instant from <paramref name="at"/> on that is open in every zone; null when two weeks hold none.</summary>
    /// <param name="closed">What closes a moment beside the calendar; null when nothing does.</param>
    public Instant? NextOpening(Instant at, ReadOnlySpan<DateTimeZone> zones, Func<Instant, bool>? closed = null)
    {
        if (OpenAt(at, zones) && closed?.Invoke(at) != true) return at;
        Instant? best = null;
        foreach (var zone in zones)
        {
            var first = at.InZone(zone).Date;
            for (var day = 0; day < DaysSearched; day++)
            {
                // What opens from that day on opens later.
                if (best is { } found && found <= zone.AtStartOfDay(first.PlusDays(day)).ToInstant()) break;
                foreach (var (from, _) in windows)
                {
                    // An opening in every zone begins where a window of one of them begins.
                    var start = zone.AtLeniently(first.PlusDays(day) + from).ToInstant();
                    if (start > at && (best is null || start < best) && OpenAt(start, zones) && closed?.Invoke(start) != true) best = start;
                }
            }
        }
        return best;
    }

    public static bool Weekday(LocalDate date) => date.DayOfWeek is not (IsoDayOfWeek.Saturday or IsoDayOfWeek.Sunday);
}
