using System.Globalization;
using System.Text;
using Ical.Net.CalendarComponents;
using Ical.Net.DataTypes;
using Ical.Net.Evaluation;
using NodaTime;
using Calendar = Ical.Net.Calendar;

namespace Plateau.Messaging.Calendars;

/// <summary>Reads from a calendar's text (RFC 5545) when its owner is busy: repetitions unfolded, moved and left-out ones respected, everything in instants.</summary>
public static class CalendarText
{
    /// <summary>Events read of one calendar, and repetitions of one event in the span asked for.</summary>
    public const int MostEvents = 20_000, MostRepetitions = 2_000;

    /// <summary>So much before the span a long event may have begun.</summary>
    private static readonly NodaTime.Duration Longest = NodaTime.Duration.FromDays(62);

    /// <param name="zone">Whose clock floating times and whole days follow: the owner's (RFC 5545, 3.3.5).</param>
    /// <param name="owner">The owner's address: an invitation that they declined does not hinder them. Null when unknown.</param>
    public static CalendarReading Read(string text, Instant from, Instant until, DateTimeZone zone, string? owner = null)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(zone);
        var scan = CalendarScan.Of(text);
        List<Busy> busy = [];
        List<CalendarFlaw> flaws = [.. scan.Flaws];
        if (scan.Events.Count > MostEvents) flaws.Add(new(scan.Events[MostEvents].Number, CalendarFlawKind.TooMuch));
        foreach (var same in scan.Events.Take(MostEvents).GroupBy(each => each.Value("UID") ?? $"line-{each.Number}", StringComparer.Ordinal))
        {
            var (events, flaw) = Sound([.. same], scan.Zones, zone);
            if (flaw is not null) flaws.Add(flaw);
            else if (events.Exists(each => MayReach(each, from, until)))
                flaw = Unfold(events, same.Key, from, until, zone, owner, busy);
            if (flaw is not null && !flaws.Contains(flaw)) flaws.Add(flaw);
        }
        return new([.. busy.OrderBy(each => each.Start).ThenBy(each => each.End).ThenBy(each => each.Uid, StringComparer.Ordinal)], [.. flaws.OrderBy(flaw => flaw.Line)], scan.IsCalendar);
    }

    /// <summary>What an entry says of itself: its name, its time, and whether it is called off. For entries of ours, which do not repeat.</summary>
    /// <returns>Null when there is no readable event in it.</returns>
    public static (string Uid, Instant Start, Instant End, bool IsCancelled)? Entry(string text, DateTimeZone zone)
    {
        var scan = CalendarScan.Of(text);
        if (Sound([.. scan.Events.Take(1)], scan.Zones, zone).Events is not [var told] || told.Value("UID") is not { } uid) return null;
        try
        {
            if (Loaded([told]).Events is not [{ DtStart: { } begin } read, ..]) return null;
            var start = InstantOf(begin, zone);
            return (uid, start, (read.DtEnd ?? (read.Duration is { } length ? begin.Add(length) : null)) is { } end ? InstantOf(end, zone) : start, Is(read.Status, "CANCELLED"));
        }
        // As in Unfold: a text that Ical.Net can't follow is a text that is not understood.
        catch (Exception unreadable) when (unreadable is not OutOfMemoryException)
        {
            return null;
        }
    }

    /// <summary>The same events with zones that tzdb knows, or what is wrong with the first that has none.</summary>
    private static (List<CalendarScan.Component> Events, CalendarFlaw? Flaw) Sound(List<CalendarScan.Component> events, IReadOnlyList<CalendarScan.Component> zones, DateTimeZone owners)
    {
        List<CalendarScan.Component> sound = [];
        foreach (var each in events)
        {
            if (each.Find("DTSTART") is not { } start) return ([], new(each.Number, CalendarFlawKind.Start));
            if (DayOf(start.Value) is null) return ([], new(start.Number, CalendarFlawKind.Start, CalendarScan.Short(start.Text)));
            List<CalendarScan.Line> lines = [];
            foreach (var line in each.Lines)
            {
                if (line.Parameter("TZID") is not { } name) lines.Add(line);
                else if (CalendarZones.Named(name, zones) is { } known) lines.Add(line.With("TZID", known));
                else return ([], new(line.Number, CalendarFlawKind.Zone, CalendarScan.Short(name)));
            }
            sound.Add(each with { Lines = lines });
        }
        return (sound, null);
    }

    /// <summary>False for what lies surely outside: most of a calendar is past, and is not unfolded.</summary>
    private static bool MayReach(CalendarScan.Component each, Instant from, Instant until)
    {
        var day = DayOf(each.Value("DTSTART")!)!.Value;
        if (day > until.InUtc().Date.PlusDays(2)) return false;
        if (each.Lines.Any(line => line.Name is "RRULE" or "RDATE") || each.Find("RECURRENCE-ID") is not null) return true;
        var end = DayOf(each.Value("DTEND") ?? "") ?? day.PlusDays((int)Longest.TotalDays);
        return end >= from.InUtc().Date.PlusDays(-2);
    }

    private static LocalDate? DayOf(string value) =>
        value.Length >= 8 && int.TryParse(value.AsSpan(0, 4), NumberStyles.None, CultureInfo.InvariantCulture, out var year)
        && int.TryParse(value.AsSpan(4, 2), NumberStyles.None, CultureInfo.InvariantCulture, out var month) && int.TryParse(value.AsSpan(6, 2), NumberStyles.None, CultureInfo.InvariantCulture, out var day)
        && year is > 0 and < 9999 && month is >= 1 and <= 12 && day >= 1 && day <= CalendarSystem.Iso.GetDaysInMonth(year, month) ? new LocalDate(year, month, day) : null;

    private static CalendarFlaw? Unfold(List<CalendarScan.Component> events, string uid, Instant from, Instant until, DateTimeZone zone, string? owner, List<Busy> busy)
    {
        var first = events[0];
        try
        {
            var count = 0;
            foreach (var occurrence in Loaded(events).GetOccurrences<CalendarEvent>(Utc(from - Longest), new EvaluationOptions { MaxUnmatchedIncrementsLimit = 10_000 }))
            {
                var start = InstantOf(occurrence.Period.StartTime, zone);
                if (start >= until + NodaTime.Duration.FromDays(1)) break;
                if (++count > MostRepetitions) return new(first.Number, CalendarFlawKind.TooMuch);
                var end = occurrence.Period.EffectiveEndTime is { } told ? InstantOf(told, zone) : start;
                if (end > from && start < until && end > start && occurrence.Source is CalendarEvent source && Hinders(source, owner)) busy.Add(new(start, end, uid));
            }
            return null;
        }
        // Ical.Net tells of texts that it can't follow by exceptions of many kinds; each is a flaw of that one event.
        catch (Exception unreadable) when (unreadable is not OutOfMemoryException)
        {
            var line = first.Find("RRULE") ?? first.Find("DTSTART");
            return new(line?.Number ?? first.Number, first.Find("RRULE") is null ? CalendarFlawKind.Line : CalendarFlawKind.Repetition, CalendarScan.Short(line?.Text ?? ""));
        }
    }

    private static Calendar Loaded(List<CalendarScan.Component> events)
    {
        var text = new StringBuilder("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n");
        foreach (var each in events)
        {
            text.Append("BEGIN:VEVENT\r\n");
            foreach (var line in each.Lines.Where(line => line.Name is "UID" or "DTSTART" or "DTEND" or "DURATION" or "RRULE" or "RDATE" or "EXDATE" or "RECURRENCE-ID" or "STATUS" or "TRANSP" or "ATTENDEE" or "SEQUENCE"))
                text.Append(line.Text).Append("\r\n");
            text.Append("END:VEVENT\r\n");
        }
        return Calendar.Load(text.Append("END:VCALENDAR\r\n").ToString()) ?? throw new FormatException("no calendar");
    }

    /// <summary>Cancelled events, those marked as free, and declined invitations leave their time open.</summary>
    private static bool Hinders(CalendarEvent source, string? owner) =>
        !Is(source.Status, "CANCELLED") && !Is(source.Transparency, "TRANSPARENT")
        && !(owner is not null && source.Attendees.Any(attendee => Is(attendee.ParticipationStatus, "DECLINED") && Is(attendee.Value?.ToString(), $"mailto:{owner}")));

    private static bool Is(string? value, string wanted) => wanted.Equals(value, StringComparison.OrdinalIgnoreCase);

    /// <summary>A time that the clock skips is read as it would have gone on; one that it shows twice is the earlier (RFC 5545, 3.3.5).</summary>
    internal static Instant InstantOf(CalDateTime time, DateTimeZone owners)
    {
        var local = LocalDateTime.FromDateTime(time.Value);
        var zone = time.IsUtc ? DateTimeZone.Utc : !time.HasTime || time.TzId is null ? owners : DateTimeZoneProviders.Tzdb.GetZoneOrNull(time.TzId) ?? owners;
        return local.InZoneLeniently(zone).ToInstant();
    }

    internal static CalDateTime Utc(Instant at) => new(at.ToDateTimeUtc(), "UTC");
}
