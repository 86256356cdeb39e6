using MimeKit;
using NodaTime;
using Plateau.Contracts.Storage;
using Plateau.Core.Compliance;
using Plateau.Core.Interactions;
using Plateau.Core.Prospecting;
using Plateau.Storage.Appointments;
using Plateau.Storage.Centre;
using Plateau.Storage.Journals;

namespace Plateau.Contracts.Messaging;

/// <summary>What a consultant is told by mail of an appointment that a call made: when the call is over, with what was answered in it.</summary>
public sealed class ConsultantLetterContract(SqliteDatabase database, MessagingRoom room) : IClassFixture<SqliteDatabase>
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_consultant_is_written_to_when_the_call_is_over_with_what_was_answered_in_it()
    {
        var (mail, customerBox) = (await room.MailAsync(), $"pierre.{Guid.NewGuid():N}@client.test");
        await using var centre = await InvitingCentre.OpenAsync(database, room);
        await centre.SetMailAsync();
        await centre.Consultants.SetAsync(new(InvitingCentre.Anna, Centres.Acme, "Anna Vidal", centre.Consultant, "Europe/Paris") { Language = "en" }, Cancelled);
        var (call, journal, answers) = (new AttemptId("a-1"), new Journal(centre.Store), new AnswerBook(centre.Store));
        var booked = await centre.BookAsync(customerBox, call: call);
        var (prospect, customer) = (booked.Appointment.Prospect, booked.Appointment.Customer);
        var written = await journal.AppendAsync("floor", 0, [new AttemptPermitted(centre.Now, call, Centres.Solar, Centres.Acme, prospect, customer, 1, new Permit("b", "t", "consent", "f", [], 0, "+33199001234", "m1"), null, null)], Cancelled);
        await answers.KeepAsync(customer, call, [Heard("roof", "Quelle toiture ?", "Tuiles <1990>")], Cancelled);
        await centre.Notices.SendDueAsync(Cancelled);
        (await mail.ArrivedAsync(customerBox)).Single().TextBody.Should().NotContain("Tuiles", "the customer knows what they said");
        (await centre.NoticeBook.OfAsync(booked.Id, Cancelled)).Single(notice => notice.Reader == NoticeReader.Consultant).Should().Match<AppointmentNotice>(notice => notice.SentAt == null && notice.Tries == 0, "they still talk");

        await answers.KeepAsync(customer, call, [Heard("roof", "Quelle toiture ?", "Tuiles <1990>"), Heard("owner", "Propriétaire :", "oui")], Cancelled);
        await journal.AppendAsync("floor", written, [new Disposed(centre.Now, call, Centres.Solar, prospect, new("zoe"), new("zoe"), "appointment", DispositionEffect.Appointment, Verdict.Close("success"))], Cancelled);
        centre.Now += Duration.FromSeconds(15);
        await centre.Notices.SendDueAsync(Cancelled);
        var letter = (await mail.ArrivedAsync(centre.Consultant)).Single();
        letter.Subject.Should().StartWith("New appointment", "the consultant reads English, and the answers stay as they were said");
        letter.TextBody.Should().Contain("Quelle toiture ?: Tuiles <1990>").And.Contain("Propriétaire: oui");
        letter.HtmlBody.Should().Contain("Tuiles &lt;1990&gt;").And.NotContain("<1990>");
        Invited(letter).Description.Should().Contain("Tuiles <1990>").And.Contain("digicode 12");
        await centre.Book.CancelAsync(booked.Id, null, centre.Now, "user:zoe", cancellation: Cancelled);
        await centre.Notices.SendDueAsync(Cancelled);
        (await mail.ArrivedAsync(centre.Consultant, 2))[^1].TextBody.Should().NotContain("Tuiles", "what is off needs no preparing");

        AnswerKept Heard(string step, string question, string answer) => new(call, Centres.Solar, 1, new("zoe"), centre.Now, step, question, answer);
    }

    private static Ical.Net.CalendarComponents.CalendarEvent Invited(MimeMessage letter) =>
        Ical.Net.Calendar.Load(letter.BodyParts.OfType<TextPart>().Single(part => part.ContentType.MediaSubtype == "calendar").Text)!.Events.Single();
}
