using NodaTime;
using Plateau.Core.Appointments;
using Plateau.Messaging.Calendars;
using Plateau.Messaging.Mail;
using Plateau.Server.Floors;
using Plateau.Storage.Appointments;
using Plateau.Storage.Centre;

namespace Plateau.Server.Notices;

/// <summary>Reads what comes back by mail: answers to invitations, other times proposed, letters that did not arrive.</summary>
internal sealed class AnswerService(MailDesk desk, DocumentBook documents, AppointmentBook appointments, ConsultantBook consultants, NoticeBook notices, IClock clock, ILogger<AnswerService> log) : BackgroundService
{
    private const string Kind = "mail-mark";
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(30);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Every);
        do
        {
            try
            {
                await ReadAsync(stoppingToken);
            }
            catch (Exception away) when (away is not OperationCanceledException)
            {
                log.LogWarning(away, "The mailbox can't be read to the end now; it goes on from the last letter that was dealt with");
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    /// <summary>Deals with each letter that came since the last time; what is done is marked letter by letter.</summary>
    public async Task ReadAsync(CancellationToken cancel)
    {
        // Several addresses may lead into one mailbox.
        foreach (var mailbox in (await desk.AccountsAsync(cancel)).Where(account => account.Card.Inbox is not null).GroupBy(account => IdOf(account.Card.Inbox!)))
        {
            var pass = await ReadAsync(mailbox.Key, mailbox.First().Card, cancel);
            foreach (var account in mailbox) desk.KeepRead(account.Client, pass);
        }
    }

    private static string IdOf(MailServerCard server) => $"{server.User}@{server.Host}:{server.Port}";

    private async Task<MailPass> ReadAsync(string id, MailCard mail, CancellationToken cancel)
    {
        var inbox = desk.Inbox(mail)!;
        var kept = await documents.FindAsync<Mark>(Kind, id, cancel);
        var (version, count) = (kept?.Version, 0);
        var trouble = await inbox.ReadAsync(kept is { Content: var mark } ? new(mark.Validity, mark.Last) : null, clock.GetCurrentInstant(), TakeAsync, cancel);
        return new(clock.GetCurrentInstant(), count, trouble);

        async Task TakeAsync(InboxMark at, Received received)
        {
            await DealAsync(received, cancel);
            if (!await documents.SetAsync(Kind, id, new Mark(at.Validity, at.Last), clock.GetCurrentInstant(), version, cancellation: cancel))
                throw new InvalidOperationException("Somebody else reads this mailbox for us; one of both is enough.");
            (version, count) = ((version ?? 0) + 1, count + 1);
        }
    }

    private async Task DealAsync(Received received, CancellationToken cancel)
    {
        switch (received)
        {
            case Received.Answered answered when await FindAsync(answered.Uid, answered.Who, cancel) is var (card, isCustomer):
                await AnswerAsync(card, isCustomer, answered, cancel);
                break;
            case Received.Proposed proposed when await FindAsync(proposed.Uid, proposed.Who, cancel) is var (card, isCustomer):
                var wish = $"→ {Span(proposed, card)}{(proposed.Comment is { Length: > 0 } said ? $" – {Invitation.OneLine(said)}" : "")}";
                if (isCustomer) await appointments.ReplyAsync(card.Id, proposed.Sequence, InvitationReply.Tentative, clock.GetCurrentInstant(), wish, cancel);
                break;
            case Received.Undelivered { IsFinal: true } back when NoticeOf(back.Letter) is { } notice:
                await notices.FailedAsync(notice, back.Reason, null, cancel);
                break;
            case Received.Unreadable bad:
                log.LogWarning("A letter in the mailbox could not be understood ({Why}) and was passed over", bad.Why);
                break;
        }
    }

    /// <summary>The appointment, if it was that person who was invited to it: an answer from anybody else says nothing.</summary>
    private async Task<(AppointmentCard Card, bool IsCustomer)?> FindAsync(string uid, string who, CancellationToken cancel)
    {
        if (uid.Split('@') is not [var id, _] || await appointments.FindAsync(new(id), cancel) is not { } card || card.Appointment.Uid != uid) return null;
        if (string.Equals(card.Details.Email, who, StringComparison.OrdinalIgnoreCase)) return (card, true);
        return await consultants.FindAsync(card.Appointment.Consultant, cancel) is { } consultant && string.Equals(consultant.Email, who, StringComparison.OrdinalIgnoreCase) ? (card, false) : null;
    }

    private async Task AnswerAsync(AppointmentCard card, bool isCustomer, Received.Answered answered, CancellationToken cancel)
    {
        var (now, comment) = (clock.GetCurrentInstant(), answered.Comment is { Length: > 0 } said ? Invitation.OneLine(said) : null);
        if (card.Appointment.State != AppointmentState.Booked || card.Appointment.Sequence != answered.Sequence) return;
        var reply = answered.Answer switch { Attendance.Accepted => InvitationReply.Accepted, Attendance.Declined => InvitationReply.Declined, _ => InvitationReply.Tentative };
        if (isCustomer && (card.Reply != reply || comment is not null)) await appointments.ReplyAsync(card.Id, answered.Sequence, reply, now, comment, cancel);
        if (reply == InvitationReply.Declined) await appointments.CancelAsync(card.Id, answered.Sequence, now, isCustomer ? "customer" : "consultant", comment, cancel);
    }

    private static string Span(Received.Proposed proposed, AppointmentCard card)
    {
        var zone = DateTimeZoneProviders.Tzdb.GetZoneOrNull(card.Details.Zone) ?? CentreTime.Zone;
        var (start, end) = (proposed.Start.InZone(zone), proposed.End.InZone(zone));
        return string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{start:dd/MM/uuuu HH:mm}–{end:HH:mm} ({zone.Id})");
    }

    /// <summary>The notice after which a letter of ours is named.</summary>
    private static long? NoticeOf(string letter) =>
        letter.StartsWith("notice-", StringComparison.Ordinal) && letter.IndexOf('.', StringComparison.Ordinal) is > 7 and var dot && long.TryParse(letter[7..dot], out var id) ? id : null;

    /// <summary>How far a mailbox was read, as it is kept.</summary>
    private sealed record Mark(uint Validity, uint Last);
}
