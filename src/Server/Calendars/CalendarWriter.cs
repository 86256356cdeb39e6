using NodaTime;
using Plateau.Core.Appointments;
using Plateau.Core.Interactions;
using Plateau.Messaging.Calendars;
using Plateau.Server.Notices;
using Plateau.Server.Web.Words;
using Plateau.Storage.Appointments;

namespace Plateau.Server.Calendars;

/// <summary>Enters appointments in the consultants' own calendars, changes them there and takes them out again.</summary>
internal sealed class CalendarWriter(CalendarReader reader, ConsultantBook consultants, AppointmentBook appointments, AppointmentLists lists, IClock clock, ILogger<CalendarWriter> log)
{
    /// <summary>Entries of one round.</summary>
    private const int Most = 100;

    /// <returns>Consultants who changed an entry while we did: their calendars are to be read again first.</returns>
    public async Task<IReadOnlyCollection<ConsultantId>> WriteAsync(CancellationToken cancel)
    {
        var now = clock.GetCurrentInstant();
        HashSet<ConsultantId> away = [], faster = [];
        foreach (var card in await lists.UnwrittenAsync(now, Most, cancel))
        {
            var whose = card.Event?.Consultant ?? card.Appointment.Consultant;
            if (away.Contains(whose)) continue;
            if (await consultants.CalendarAsync(whose, cancel) is not { Kind: CalendarKind.CalDav } calendar || !Uri.TryCreate(calendar.Address, UriKind.Absolute, out var address))
            {
                // That calendar is linked no more; what stands in it stays there.
                if (card.Event is not null) await appointments.SetEventAsync(card.Id, null, cancel);
                continue;
            }
            var isTheirs = card.Appointment.State != AppointmentState.Cancelled && whose == card.Appointment.Consultant;
            var trouble = isTheirs ? await EnterAsync(calendar, address, card, now, cancel) : await RemoveAsync(calendar, card, cancel);
            if (trouble?.Kind == CalendarTroubleKind.Meanwhile) faster.Add(whose);
            if (trouble is null or { Kind: CalendarTroubleKind.Meanwhile }) continue;
            away.Add(whose);
            log.LogWarning("Appointments can't be written into the calendar of consultant {Consultant}: {Kind}", whose, trouble.Kind);
            await consultants.SyncFailedAsync(whose, CalendarWords.Kept(trouble), cancel);
        }
        return faster;
    }

    private async Task<CalendarTrouble?> EnterAsync(ConsultantCalendar calendar, Uri address, AppointmentCard card, Instant now, CancellationToken cancel)
    {
        var dav = reader.Dav(calendar);
        var entry = Entry(card, Languages.Of((await consultants.FindAsync(calendar.Consultant, cancel))?.Language), now);
        var at = card.Event is { } entered && entered.Address.StartsWith(address.ToString(), StringComparison.Ordinal) ? new Uri(entered.Address) : new Uri(address, $"{Uri.EscapeDataString(card.Id.Value)}.ics");
        var written = await dav.WriteAsync(at, entry, card.Event?.Etag, cancel);
        if (written.Trouble is { Kind: CalendarTroubleKind.Meanwhile } && card.Event is null && (await dav.FindAsync(at, cancel)).Value is { } there && CalendarText.Entry(there.Text, DateTimeZone.Utc) is { Uid: var uid } && uid == card.Appointment.Uid)
            written = await dav.WriteAsync(at, entry, there.ETag, cancel); // It was written before we could note it down.
        if (written.Trouble is { } trouble) return trouble;
        await appointments.SetEventAsync(card.Id, new(calendar.Consultant, card.Appointment.Sequence, at.ToString(), written.Value is { Length: > 0 } tag ? tag : null), cancel);
        return null;
    }

    private async Task<CalendarTrouble?> RemoveAsync(ConsultantCalendar calendar, AppointmentCard card, CancellationToken cancel)
    {
        // Whatever they noted in it: it is off, or somebody else's.
        var trouble = await reader.Dav(calendar).RemoveAsync(new Uri(card.Event!.Address), null, cancel);
        if (trouble is null) await appointments.SetEventAsync(card.Id, null, cancel);
        return trouble;
    }

    /// <summary>In the consultant's language; without organizer and guests, so that no calendar server invites anybody by itself.</summary>
    private static string Entry(AppointmentCard card, Language language, Instant now) => Languages.In(language, () =>
        new Invitation(card.Appointment.Uid, card.Appointment.Sequence, now, card.Appointment.Start, card.Appointment.End, NoticeWords.SummaryOfCustomer.With(card.Customer.Called), card.Details.Place, NoticeLetters.ForConsultant(card), null, []) { Alarm = Duration.FromMinutes(30) }.Entry());
}
