using NodaTime;
using Plateau.Core.Appointments;
using Plateau.Messaging.Calendars;
using Plateau.Server.Floors;
using Plateau.Storage.Appointments;

namespace Plateau.Server.Calendars;

/// <summary>Reads one consultant's calendar: when they can't come, and what they did with the appointments that we had entered in it.</summary>
internal sealed class CalendarReader(CalendarDoor door, KeptSecrets secrets, ConsultantBook consultants, AppointmentBook appointments, AppointmentLists lists, IClock clock, ILogger<CalendarReader> log)
{
    /// <summary>So far ahead busy times are known; campaigns offer ninety days at most.</summary>
    public static Duration Ahead { get; } = Duration.FromDays(100);

    /// <summary>So many appointments gone at once, and all there were, are taken for a calendar that was emptied: they are entered anew.</summary>
    private const int Emptied = 3;

    /// <summary>In place of the sequence that stands in a calendar: it is written there anew.</summary>
    private const int NotAsItIs = -1;

    public CalDav Dav(ConsultantCalendar calendar) => new(door, calendar.UserName is { Length: > 0 } user ? new(user, secrets.Open(calendar.Secret) ?? "") : null);

    public async Task ReadAsync(ConsultantCalendar calendar, CancellationToken cancel)
    {
        if (await consultants.FindAsync(calendar.Consultant, cancel) is not { } consultant) return;
        var trouble = calendar.Secret is not null && secrets.Open(calendar.Secret) is null ? "secret"
            : !Uri.TryCreate(calendar.Address, UriKind.Absolute, out var address) ? CalendarWords.Kept(new CalendarTrouble(CalendarTroubleKind.Address, calendar.Address))
            : calendar.Kind == CalendarKind.Feed ? await ReadFeedAsync(calendar, consultant, address, cancel)
            : await ReadDavAsync(calendar, consultant, address, cancel);
        if (trouble is null) return;
        if (trouble != calendar.LastError) log.LogWarning("The calendar of consultant {Consultant} is in trouble: {Kind}", calendar.Consultant, string.Join(' ', trouble.Split('|').Take(2)));
        await consultants.SyncFailedAsync(calendar.Consultant, trouble, cancel);
    }

    private async Task<string?> ReadFeedAsync(ConsultantCalendar calendar, Consultant consultant, Uri address, CancellationToken cancel)
    {
        var (from, until, day) = Window();
        var fetched = await new CalendarFeed(door).FetchAsync(address, MarkOf(calendar, day), cancel);
        if (fetched.Trouble is { } trouble) return CalendarWords.Kept(trouble);
        if (fetched.Value!.Text is not { } text)
        {
            await consultants.SyncedAsync(calendar.Consultant, calendar.SyncToken, whole: false, [], [], clock.GetCurrentInstant(), cancel);
            return calendar.LastError?.StartsWith("flaw|", StringComparison.Ordinal) == true ? calendar.LastError : null;
        }
        var reading = CalendarText.Read(text, from, until, ZoneOf(consultant), consultant.Email);
        if (!reading.IsCalendar) return CalendarWords.Kept(reading.Flaws[0]);
        await KeepAsync(calendar, $"{day} {fetched.Value.Mark}", reading.Busy.Where(busy => !IsOurs(busy.Uid)).Select(busy => new BusyRead(busy.Start, busy.End, busy.Uid)), cancel);
        return reading.Flaws is [var flaw, ..] ? CalendarWords.Kept(flaw) : null;
    }

    private async Task<string?> ReadDavAsync(ConsultantCalendar calendar, Consultant consultant, Uri address, CancellationToken cancel)
    {
        var (from, until, day) = Window();
        var dav = Dav(calendar);
        var changes = await dav.ChangesAsync(address, MarkOf(calendar, day), cancel);
        if (changes.Trouble is { } trouble) return CalendarWords.Kept(trouble);
        if (!changes.Value!.IsChanged)
        {
            await consultants.SyncedAsync(calendar.Consultant, calendar.SyncToken, whole: false, [], [], clock.GetCurrentInstant(), cancel);
            return calendar.LastError?.Split('|')[0] is "flaw" or "emptied" ? calendar.LastError : null;
        }
        var entries = await dav.EntriesAsync(address, from, until, cancel);
        if (entries.Trouble is { } unread) return CalendarWords.Kept(unread);
        var zone = ZoneOf(consultant);
        List<BusyRead> busy = [];
        CalendarFlaw? flaw = null;
        foreach (var entry in entries.Value!)
        {
            var reading = CalendarText.Read(entry.Text, from, until, zone, consultant.Email);
            flaw ??= reading.Flaws is [var first, ..] ? first : null;
            busy.AddRange(reading.Busy.Where(each => !IsOurs(each.Uid)).Select(each => new BusyRead(each.Start, each.End, entry.Address.ToString())));
        }
        var emptied = await FollowAsync(dav, calendar, address, entries.Value, zone, cancel);
        await KeepAsync(calendar, $"{day} {changes.Value.Mark}", busy, cancel);
        return emptied ?? (flaw is null ? null : CalendarWords.Kept(flaw));
    }

    private Task KeepAsync(ConsultantCalendar calendar, string token, IEnumerable<BusyRead> busy, CancellationToken cancel) =>
        consultants.SyncedAsync(calendar.Consultant, token, whole: true, [], [.. busy], clock.GetCurrentInstant(), cancel);

    /// <summary>What the consultant did with our entries flows back: moved is moved, taken out or called off is cancelled.</summary>
    /// <returns>What is wrong, as it is kept; null when all could be followed.</returns>
    private async Task<string?> FollowAsync(CalDav dav, ConsultantCalendar calendar, Uri address, IReadOnlyList<CalendarEntry> entries, DateTimeZone zone, CancellationToken cancel)
    {
        var now = clock.GetCurrentInstant();
        var written = (await lists.BetweenAsync(null, null, calendar.Consultant, now, now + Ahead, cancel))
            .Where(card => card.Event is { } entered && entered.Consultant == calendar.Consultant && card.Appointment.State == AppointmentState.Booked && entered.Address.StartsWith(address.ToString(), StringComparison.Ordinal)).ToList();
        var found = entries.ToDictionary(entry => entry.Address.ToString(), StringComparer.Ordinal);
        List<AppointmentCard> gone = [];
        foreach (var card in written)
        {
            if (found.TryGetValue(card.Event!.Address, out var entry)) await FollowAsync(card, entry, zone, now, cancel);
            // It may have been moved out of the span that was read.
            else if (await dav.FindAsync(new Uri(card.Event.Address), cancel) is var looked && looked.Value is { } elsewhere) await FollowAsync(card, elsewhere, zone, now, cancel);
            else if (looked.Trouble!.Kind == CalendarTroubleKind.NotFound) gone.Add(card);
        }
        if (gone.Count >= Emptied && gone.Count == written.Count)
        {
            foreach (var card in gone) await appointments.SetEventAsync(card.Id, null, cancel);
            return $"emptied|{gone.Count}";
        }
        foreach (var card in gone) await CancelAsync(card, now, cancel);
        return null;
    }

    /// <summary>What they changed is followed; a length that no appointment can have is told with the appointment until somebody does something about it.</summary>
    private async Task FollowAsync(AppointmentCard card, CalendarEntry entry, DateTimeZone zone, Instant now, CancellationToken cancel)
    {
        if (entry.ETag == card.Event!.Etag || CalendarText.Entry(entry.Text, zone) is not var (uid, start, end, isCancelled) || uid != card.Appointment.Uid) return;
        var (made, length) = (card.Appointment, end - start);
        var changed = !isCancelled && card.Event.Sequence == made.Sequence && (start != made.Start || end != made.End);
        var fits = length >= Appointment.Shortest && length <= Appointment.Longest;
        // Whoever writes it next changes this version, not the one that we wrote; a length that can't be is written over.
        await appointments.SetEventAsync(card.Id, card.Event with { Etag = entry.ETag, Sequence = changed && !fits ? NotAsItIs : card.Event.Sequence }, cancel);
        if (isCancelled) await CancelAsync(card, now, cancel);
        else if (changed && fits) await appointments.MoveAsync(card.Id, made.Sequence, start, made.Consultant, SlotCheck.None, now, "consultant", length: length, cancellation: cancel);
        else if (changed) await appointments.NoteAsync(card.Id, AppointmentEntry.Refused, ((long)length.TotalMinutes).ToString(System.Globalization.CultureInfo.InvariantCulture), now, "consultant", cancel);
    }

    private async Task CancelAsync(AppointmentCard card, Instant now, CancellationToken cancel)
    {
        await appointments.SetEventAsync(card.Id, null, cancel);
        await appointments.CancelAsync(card.Id, card.Appointment.Sequence, now, "consultant", cancellation: cancel);
    }

    /// <summary>What is read: from yesterday on, as far as anything is offered; each day anew, because the span moves on.</summary>
    private (Instant From, Instant Until, string Day) Window()
    {
        var now = clock.GetCurrentInstant();
        return (now - Duration.FromDays(1), now + Ahead, CentreTime.Of(now).Date.ToString("uuuu-MM-dd", null));
    }

    private static string? MarkOf(ConsultantCalendar calendar, string day) => calendar.SyncToken?.Split(' ', 2) is [var read, var mark] && read == day && mark.Length > 0 ? mark : null;

    private static DateTimeZone ZoneOf(Consultant consultant) => DateTimeZoneProviders.Tzdb.GetZoneOrNull(consultant.Zone) ?? CentreTime.Zone;

    private static bool IsOurs(string uid) => uid.EndsWith("@plateau.invalid", StringComparison.Ordinal);
}
