using NodaTime;
using Plateau.Messaging.Calendars;
using Plateau.Storage.Appointments;

namespace Plateau.Server.Calendars;

/// <summary>Tries calendars over the door that later reads them.</summary>
internal sealed class CalendarProbe(CalendarDoor door, IClock clock) : ICalendarProbe
{
    private static readonly Duration Weeks = Duration.FromDays(28);

    public async Task<CalendarTried> TryAsync(CalendarKind kind, string address, string? user, string? password, DateTimeZone zone, string? email, CancellationToken cancel)
    {
        if (!Uri.TryCreate(address.Trim(), UriKind.Absolute, out var at)) return Bad(address, new(CalendarTroubleKind.Address, address));
        if (kind == CalendarKind.Feed)
        {
            var fetched = await new CalendarFeed(door).FetchAsync(at, null, cancel);
            return fetched.Trouble is { } away ? Bad(address, away) : Read([fetched.Value!.Text ?? ""], zone, email, at, mayWrite: false);
        }
        var dav = new CalDav(door, user is { Length: > 0 } ? new(user, password ?? "") : null);
        var found = await dav.DiscoverAsync(at, cancel);
        if (found.Trouble is { } trouble) return Bad(address, trouble);
        if (found.Value is not [var calendar]) return new(false, found.Value!.Count == 0 ? CalendarWords.NoneFound : CalendarWords.Several.With(found.Value.Count), address, found.Value);
        var now = clock.GetCurrentInstant();
        var entries = await dav.EntriesAsync(calendar.Address, now, now + Weeks, cancel);
        return entries.Trouble is { } unread ? Bad(address, unread) : Read(entries.Value!.Select(entry => entry.Text), zone, email, calendar.Address, calendar.MayWrite);
    }

    private CalendarTried Read(IEnumerable<string> texts, DateTimeZone zone, string? email, Uri address, bool mayWrite)
    {
        var now = clock.GetCurrentInstant();
        var readings = texts.Select(text => CalendarText.Read(text, now, now + Weeks, zone, email)).ToList();
        if (readings.Find(reading => !reading.IsCalendar) is { } foreign) return new(false, CalendarWords.Of(foreign.Flaws[0]), address.ToString(), []);
        var says = $"{CalendarWords.Reads.With(readings.Sum(reading => reading.Busy.Count))} {(mayWrite ? CalendarWords.Writes : CalendarWords.ReadsOnly)}";
        if (readings.SelectMany(reading => reading.Flaws).FirstOrDefault() is { } flaw) says += $" {CalendarWords.Of(flaw)}";
        return new(true, says, address.ToString(), []) { MayWrite = mayWrite };
    }

    private static CalendarTried Bad(string address, CalendarTrouble trouble) => new(false, CalendarWords.Of(trouble), address, []);
}
