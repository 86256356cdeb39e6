using NodaTime;
using Plateau.Core.Appointments;
using Plateau.Messaging.Calendars;
using Plateau.Messaging.Mail;
using Plateau.Server.Floors;
using Plateau.Server.Web.Words;
using Plateau.Storage.Appointments;
using Plateau.Storage.Centre;

namespace Plateau.Server.Notices;

/// <summary>Writes what customers and consultants are told of an appointment: a letter in their language, with the invitation for their calendar. The consultant reads in it what was answered to the script, as on the call sheet.</summary>
internal sealed class NoticeLetters(ConsultantBook consultants, AnswerBook answers, CentreNames names)
{
    /// <summary>Answers of one letter at most, the latest.</summary>
    private const int MostAnswers = 30;

    private static readonly Duration Alarm = Duration.FromMinutes(30);

    /// <returns>Null when there is nobody to write to.</returns>
    public async Task<Letter?> WriteAsync(AppointmentNotice notice, AppointmentCard card, MailCard mail, Instant now, CancellationToken cancel)
    {
        var appointment = card.Appointment;
        var reader = notice.Reader == NoticeReader.Consultant ? notice.Consultant ?? appointment.Consultant : appointment.Consultant;
        if (await consultants.FindAsync(reader, cancel) is not { } consultant) return null;
        var client = (await names.ReadAsync(cancel)).Of(appointment.Client);
        var id = $"notice-{notice.Id}.{appointment.Id}@{MailDesk.DomainOf(mail)}";
        var from = new Mailbox(mail.Address, client);
        if (notice.Reader == NoticeReader.Consultant)
        {
            Languages.Speak(Languages.Of(consultant.Language));
            var to = new Mailbox(consultant.Email, consultant.Name);
            // Where appointments are written into the calendar itself, an invitation would only stand there twice.
            var isWritten = await consultants.CalendarAsync(consultant.Id, cancel) is { Kind: CalendarKind.CalDav };
            var zone = DateTimeZoneProviders.Tzdb.GetZoneOrNull(consultant.Zone) ?? CentreTime.Zone;
            IReadOnlyList<AnswerKept> heard = notice.Kind == NoticeKind.Cancellation ? [] : [.. AnswerKept.Latest(await answers.OfCustomerAsync(appointment.Customer, cancel)).TakeLast(MostAnswers)];
            return new(id, from, to, ConsultantText(notice, card, heard, zone, client, consultant.Name), isWritten ? null : Invited(notice, card, now, from, to, Attendance.NeedsAction, NoticeWords.SummaryOfCustomer.With(card.Customer.Called), ForConsultant(card, heard))) { ReplyTo = mail.ReplyTo };
        }
        if (card.Details.Email is not { } address) return null;
        Languages.Speak(Languages.Of(card.Details.Language));
        var customer = new Mailbox(address, string.Join(' ', new[] { card.Customer.FirstName, card.Customer.Name }.Where(part => !string.IsNullOrWhiteSpace(part))));
        var told = DateTimeZoneProviders.Tzdb.GetZoneOrNull(card.Details.Zone) ?? CentreTime.Zone;
        var answer = card.Reply switch { InvitationReply.Accepted => Attendance.Accepted, InvitationReply.Tentative => Attendance.Tentative, InvitationReply.Declined => Attendance.Declined, _ => Attendance.NeedsAction };
        return new(id, from, customer, CustomerText(notice, card, consultant, told, client, customer.Name),
            Invited(notice, card, now, from, customer, answer, NoticeWords.SummaryOfConsultant.With(client, consultant.Name), null)) { ReplyTo = mail.ReplyTo };
    }

    /// <summary>What a consultant should know, as it stands in their calendar.</summary>
    /// <param name="heard">What was answered to the script; in a calendar of theirs on a server of others it does not stand.</param>
    internal static string ForConsultant(AppointmentCard card, IReadOnlyList<AnswerKept>? heard = null) => string.Join('\n', Known(card).Concat(Heard(heard ?? [])).Select(fact => $"{fact.Name}{(Languages.Current == Language.Fr ? "\u00a0:" : ":")} {fact.Value}"));

    private static Invitation Invited(AppointmentNotice notice, AppointmentCard card, Instant now, Mailbox from, Mailbox to, Attendance answer, string summary, string? description) =>
        new(card.Appointment.Uid, notice.Kind == NoticeKind.Cancellation ? notice.Sequence : card.Appointment.Sequence, now, card.Appointment.Start, card.Appointment.End, summary, card.Details.Place, description, from, [(to, answer)])
        {
            Alarm = Alarm, IsCancelled = notice.Kind == NoticeKind.Cancellation,
        };

    private static LetterText CustomerText(AppointmentNotice notice, AppointmentCard card, Consultant consultant, DateTimeZone zone, string client, string name)
    {
        var (day, hour) = (Shown.DayOf(card.Appointment.Start.InZone(zone).Date), Shown.Time(card.Appointment.Start.InZone(zone).TimeOfDay));
        var (subject, opening, closing) = notice.Kind switch
        {
            NoticeKind.Reminder => (NoticeWords.ReminderSubject, NoticeWords.Reminder, NoticeWords.AnswerHow),
            NoticeKind.Change => (NoticeWords.ChangeSubject, NoticeWords.Change, NoticeWords.AnswerHow),
            NoticeKind.Cancellation => (NoticeWords.CancellationSubject, NoticeWords.Cancellation, NoticeWords.CancelledHow),
            _ => (NoticeWords.ConfirmationSubject, NoticeWords.Confirmation, NoticeWords.AnswerHow),
        };
        List<(string, string)> facts = [(NoticeWords.When, When(card.Appointment, zone)), (NoticeWords.With, consultant.Name)];
        if (notice.Kind != NoticeKind.Cancellation)
        {
            facts.Add((NoticeWords.How, NoticeWords.Of(card.Appointment.Kind)));
            if (card.Appointment.Kind == MeetingKind.Telephone && card.Details.Telephone is { Length: > 0 } number) facts.Add((NoticeWords.CalledOn, Shown.Telephone(number)));
            if (Place(card, consultant) is { } place) facts.Add((NoticeWords.Where, place));
            if (consultant.Telephone is { Length: > 0 } reached) facts.Add((NoticeWords.Reached, Shown.Telephone(reached)));
        }
        var language = Languages.Current.Code();
        return new(language, subject.With(day, hour), name.Length > 0 ? NoticeWords.Greeting.With(name) : NoticeWords.GreetingBare, opening.With(consultant.Name, client), facts, closing, client);
    }

    private static LetterText ConsultantText(AppointmentNotice notice, AppointmentCard card, IReadOnlyList<AnswerKept> heard, DateTimeZone zone, string client, string name)
    {
        var (day, hour) = (Shown.DayOf(card.Appointment.Start.InZone(zone).Date), Shown.Time(card.Appointment.Start.InZone(zone).TimeOfDay));
        var (subject, opening) = notice.Kind switch
        {
            NoticeKind.Change => (NoticeWords.ChangeSubject, NoticeWords.ConsultantChange),
            NoticeKind.Cancellation => (NoticeWords.CancellationSubject, NoticeWords.ConsultantCancellation),
            NoticeKind.Reminder => (NoticeWords.ReminderSubject, NoticeWords.ConsultantNew),
            _ => (NoticeWords.ConsultantSubject, NoticeWords.ConsultantNew),
        };
        return new(Languages.Current.Code(), subject.With(day, hour), NoticeWords.Greeting.With(name), opening.With(card.Customer.Called), [(NoticeWords.When, When(card.Appointment, zone)), .. Known(card), .. Heard(heard)], NoticeWords.ConsultantHow, client);
    }

    private static IEnumerable<(string Name, string Value)> Known(AppointmentCard card)
    {
        yield return (NoticeWords.Customer, card.Customer.Called);
        yield return (NoticeWords.How, NoticeWords.Of(card.Appointment.Kind));
        yield return (NoticeWords.Telephone, Shown.Telephone(card.Details.Telephone is { Length: > 0 } number ? number : card.Customer.Number));
        if (card.Details.Email is { Length: > 0 } email) yield return (NoticeWords.Email, email);
        if (card.Details.Place is { Length: > 0 } place) yield return (NoticeWords.Where, place);
        if (card.Details.Note is { Length: > 0 } note) yield return (NoticeWords.Note, note);
    }

    /// <summary>Question and answer in the words in which they were read and said.</summary>
    private static IEnumerable<(string Name, string Value)> Heard(IReadOnlyList<AnswerKept> heard) => heard.Select(answer => (answer.Question.Trim().TrimEnd(':', '\u00a0', ' '), answer.Answer));

    private static string? Place(AppointmentCard card, Consultant consultant) => card.Details.Place is { Length: > 0 } place ? place : card.Appointment.Kind == MeetingKind.Video ? consultant.Room : null;

    /// <summary>The day and the hours by the reader's clock, with its name: somebody may travel.</summary>
    private static string When(Appointment appointment, DateTimeZone zone)
    {
        var (start, end) = (appointment.Start.InZone(zone), appointment.End.InZone(zone));
        return $"{Shown.DayOf(start.Date)} {start.Year}{(Languages.Current == Language.Ar ? "،" : ",")} {Shown.Time(start.TimeOfDay)}–{Shown.Time(end.TimeOfDay)} ({zone.Id})";
    }
}
