using Ical.Net;
using MimeKit;
using NodaTime;
using Plateau.Contracts.Storage;
using Plateau.Core.Appointments;
using Plateau.Messaging.Mail;
using Plateau.Server.Calendars;
using Plateau.Server.Notices;
using Plateau.Storage.Appointments;
using static Plateau.Contracts.Messaging.InvitingCentre;

namespace Plateau.Contracts.Messaging;

/// <summary>From the booking to a real mailbox and a real calendar, and from there back: whoever answers, moves or takes out is followed, and the other side is told.</summary>
public abstract class InvitationContract(IDatabase database, MessagingRoom room)
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Who_is_booked_gets_an_invitation_and_a_refusal_from_their_calendar_cancels_the_appointment()
    {
        var mail = await room.MailAsync();
        await using var centre = await OpenAsync(database, room);
        var (booked, customer) = (await BookAsync(centre), Customer);
        (await centre.Notices.SendDueAsync(Cancelled)).Should().Be(0, "mail is not set up, and letters wait");
        await centre.SetMailAsync();
        (await centre.Notices.SendDueAsync(Cancelled)).Should().Be(2);
        (await centre.Notices.SendDueAsync(Cancelled)).Should().Be(0, "each is told once");

        var invitation = (await mail.ArrivedAsync(customer)).Single();
        invitation.From.Mailboxes.Single().Should().Match<MailboxAddress>(from => from.Name == "Acme" && from.Address == centre.Box);
        invitation.Subject.Should().Be("Rendez-vous confirmé : jeudi 26 novembre à 10:00");
        invitation.TextBody.Should().Contain("Bonjour Prénom Nom0,").And.Contain("Anna Vidal").And.Contain("jeudi 26 novembre 2026, 10:00–11:00 (Europe/Paris)").And.Contain("3 rue des Lilas, Lyon").And.NotContain("digicode", "the note is the consultant's");
        Event(invitation).Should().Match<Ical.Net.CalendarComponents.CalendarEvent>(told => told.Uid == booked.Appointment.Uid && told.Sequence == 0 && told.DtStart!.AsUtc == Thursday.ToDateTimeUtc());
        var sheet = (await mail.ArrivedAsync(centre.Consultant)).Single();
        sheet.TextBody.Should().Contain("digicode 12").And.Contain("Prénom Nom0").And.Contain(customer);
        Event(sheet).Attendees.Single().Value.Should().Be(new Uri($"mailto:{centre.Consultant}"));

        await AnswerAsync(mail, centre, booked, "stranger@elsewhere.test", "DECLINED", 0);
        await AnswerAsync(mail, centre, booked, customer.ToUpperInvariant(), "ACCEPTED", 0);
        await centre.Answers.ReadAsync(Cancelled);
        (await centre.LookAsync(booked.Id)).Should().Match<AppointmentCard>(card => card.Reply == InvitationReply.Accepted && card.Appointment.State == AppointmentState.Booked, "a stranger's refusal is nobody's");

        await AnswerAsync(mail, centre, booked, customer, "DECLINED", 0);
        await centre.Answers.ReadAsync(Cancelled);
        (await centre.LookAsync(booked.Id)).Should().Match<AppointmentCard>(card => card.Reply == InvitationReply.Declined && card.Appointment.State == AppointmentState.Cancelled);
        (await centre.Book.HistoryAsync(booked.Id, Cancelled)).Select(entry => $"{entry.What} {entry.Who}").Should().Equal("cancelled customer", "replied customer", "replied customer", "booked user:zoe");
        await centre.Notices.SendDueAsync(Cancelled);
        var off = (await mail.ArrivedAsync(centre.Consultant, 2))[^1];
        off.Subject.Should().StartWith("Rendez-vous annulé");
        Event(off).Should().Match<Ical.Net.CalendarComponents.CalendarEvent>(told => told.Status == "CANCELLED" && told.Sequence == 1 && told.Uid == booked.Appointment.Uid);
    }

    [Fact]
    public async Task What_a_consultant_moves_or_takes_out_in_their_own_calendar_is_followed_and_the_customer_is_told()
    {
        var (mail, radicale) = (await room.MailAsync(), await room.RadicaleAsync());
        await using var centre = await OpenAsync(database, room);
        await centre.SetMailAsync();
        var calendar = await radicale.NewCalendarAsync();
        var tried = await centre.Probe.TryAsync(CalendarKind.CalDav, calendar.ToString(), RunningRadicale.Anna.User, RunningRadicale.Anna.Password, Paris, null, Cancelled);
        tried.Should().Match<CalendarTried>(seen => seen.Works && seen.MayWrite && seen.Address == calendar.ToString(), tried.Says);
        await centre.LinkAsync(calendar);
        await radicale.PutAsync(new Uri(calendar, "dentist.ics"), CalendarTextContract.Calendar("UID:dentist\nDTSTAMP:20261101T000000Z\nDTSTART;TZID=Europe/Paris:20261126T150000\nDTEND;TZID=Europe/Paris:20261126T160000"));

        var booked = await BookAsync(centre);
        await centre.Calendars.LookAsync(Cancelled);
        (await centre.Consultants.DiariesAsync(Centres.Acme, Thursday, Thursday + Duration.FromDays(1), Cancelled)).Single().Busy.Should().Equal(new BusyTime(Thursday + Duration.FromHours(5), Thursday + Duration.FromHours(6)));
        var entry = new Uri((await centre.LookAsync(booked.Id)).Event!.Address);
        var written = (await radicale.FindAsync(entry))!;
        written.Should().Contain($"UID:{booked.Appointment.Uid}").And.Contain("DTSTART:20261126T090000Z").And.Contain("digicode 12").And.NotContain("ATTENDEE", "no calendar server invites anybody by itself");
        await centre.Notices.SendDueAsync(Cancelled);
        (await mail.ArrivedAsync(centre.Consultant)).Single().BodyParts.OfType<MimePart>().Should().NotContain(part => part.ContentType.MediaSubtype == "calendar", "it stands in the calendar already");

        await radicale.PutAsync(entry, written.Replace("20261126T090000Z", "20261127T130000Z", StringComparison.Ordinal).Replace("20261126T100000Z", "20261127T140000Z", StringComparison.Ordinal));
        await SoonAsync(centre);
        var moved = await centre.LookAsync(booked.Id);
        moved.Appointment.Should().Match<Appointment>(now => now.Start == Instant.FromUtc(2026, 11, 27, 13, 0) && now.Sequence == 1);
        (await centre.Book.HistoryAsync(booked.Id, Cancelled))[0].Should().Match<AppointmentEntry>(made => made.What == "moved" && made.Who == "consultant");
        (await radicale.FindAsync(entry)).Should().Contain("SEQUENCE:1").And.Contain("20261127T130000Z");
        await centre.Notices.SendDueAsync(Cancelled);
        var change = (await mail.ArrivedAsync(Customer, 2))[^1];
        change.Subject.Should().Be("Rendez-vous modifié : vendredi 27 novembre à 14:00");
        Event(change).Sequence.Should().Be(1);

        await SoonAsync(centre);
        (await centre.LookAsync(booked.Id)).Appointment.Sequence.Should().Be(1, "our own writing is no change of theirs");

        await centre.Book.MoveAsync(booked.Id, 1, Thursday + Duration.FromHours(7), Anna, SlotCheck.None, centre.Now, "user:zoe", cancellation: Cancelled);
        await SoonAsync(centre);
        (await radicale.FindAsync(entry)).Should().Contain("DTSTART:20261126T160000Z").And.Contain("SEQUENCE:2");

        await radicale.DeleteAsync(entry);
        await SoonAsync(centre);
        (await centre.LookAsync(booked.Id)).Appointment.State.Should().Be(AppointmentState.Cancelled);
        await centre.Notices.SendDueAsync(Cancelled);
        (await mail.ArrivedAsync(Customer, 3))[^1].Subject.Should().StartWith("Rendez-vous annulé");
        await SoonAsync(centre);
        (await radicale.FindAsync(entry)).Should().BeNull("what was cancelled is not entered again");
    }

    [Fact]
    public async Task A_longer_or_shorter_entry_is_followed_and_one_without_end_or_over_a_day_is_written_over_with_its_reason()
    {
        var radicale = await room.RadicaleAsync();
        await using var centre = await OpenAsync(database, room);
        await centre.LinkAsync(await radicale.NewCalendarAsync());
        var booked = await BookAsync(centre);
        await centre.Calendars.LookAsync(Cancelled);
        var entry = new Uri((await centre.LookAsync(booked.Id)).Event!.Address);

        await EndAsync("DTEND:20261126T100000Z", "DTEND:20261126T103000Z");
        (await centre.LookAsync(booked.Id)).Appointment.Should().Match<Appointment>(now => now.Start == Thursday && now.End == Thursday + Duration.FromMinutes(90) && now.Sequence == 1);
        await EndAsync("DTEND:20261126T103000Z", "DURATION:PT45M");
        (await centre.LookAsync(booked.Id)).Appointment.Should().Match<Appointment>(now => now.Start == Thursday && now.End == Thursday + Duration.FromMinutes(45) && now.Sequence == 2);

        await EndAsync("DTEND:20261126T094500Z", "DTEND:20261127T094500Z");
        (await centre.LookAsync(booked.Id)).Appointment.Should().Match<Appointment>(now => now.End == Thursday + Duration.FromMinutes(45) && now.Sequence == 2, "nobody meets for a day and a night");
        (await centre.Lists.UnfollowedAsync(Anna, centre.Now, Cancelled)).Should().ContainSingle().Which.Should().Match<(AppointmentCard Card, string Minutes)>(told => told.Card.Id == booked.Id && told.Minutes == "1485");
        (await radicale.FindAsync(entry)).Should().Contain("DTEND:20261126T094500Z", "it stands there as it is agreed");
        await SoonAsync(centre);
        (await centre.Lists.UnfollowedAsync(null, centre.Now, Cancelled)).Should().ContainSingle("it is told until somebody does something about it, however often the calendar is read");
        await centre.Book.NoteAsync(booked.Id, AppointmentEntry.Seen, null, centre.Now, "user:zoe", Cancelled);
        (await centre.Lists.UnfollowedAsync(Anna, centre.Now, Cancelled)).Should().BeEmpty();

        async Task EndAsync(string before, string after)
        {
            var text = (await radicale.FindAsync(entry))!;
            text.Should().Contain(before);
            await radicale.PutAsync(entry, text.Replace(before, after, StringComparison.Ordinal));
            await SoonAsync(centre);
        }
    }

    [Fact]
    public async Task A_calendar_that_is_linked_anew_is_read_at_the_next_look()
    {
        var radicale = await room.RadicaleAsync();
        await using var centre = await OpenAsync(database, room);
        await centre.LinkAsync(await radicale.NewCalendarAsync());
        await centre.Calendars.LookAsync(Cancelled);
        var other = await radicale.NewCalendarAsync();
        await radicale.PutAsync(new Uri(other, "dentist.ics"), CalendarTextContract.Calendar("UID:dentist\nDTSTAMP:20261101T000000Z\nDTSTART:20261126T140000Z\nDTEND:20261126T150000Z"));
        await centre.LinkAsync(other);
        await centre.Calendars.LookAsync(Cancelled);
        (await centre.Consultants.DiariesAsync(Centres.Acme, Thursday, Thursday + Duration.FromDays(1), Cancelled)).Single().Busy.Should().ContainSingle("no three minutes pass with the times of another calendar");
    }

    [Fact]
    public async Task Moved_here_and_in_the_calendar_at_once_what_was_said_here_holds()
    {
        var radicale = await room.RadicaleAsync();
        await using var centre = await OpenAsync(database, room);
        await centre.LinkAsync(await radicale.NewCalendarAsync());
        var booked = await BookAsync(centre);
        await centre.Calendars.LookAsync(Cancelled);
        var entry = new Uri((await centre.LookAsync(booked.Id)).Event!.Address);
        await radicale.PutAsync(entry, (await radicale.FindAsync(entry))!.Replace("20261126T090000Z", "20261127T130000Z", StringComparison.Ordinal).Replace("20261126T100000Z", "20261127T140000Z", StringComparison.Ordinal));
        await centre.Book.MoveAsync(booked.Id, 0, Thursday + Duration.FromHours(5), Anna, SlotCheck.Whole, centre.Now, "user:zoe", cancellation: Cancelled);
        await centre.Calendars.LookAsync(Cancelled);
        (await radicale.FindAsync(entry)).Should().Contain("20261127T130000Z", "a version that we do not know is not overwritten");
        await centre.Calendars.LookAsync(Cancelled);
        (await radicale.FindAsync(entry)).Should().Contain("20261126T140000Z").And.Contain("SEQUENCE:1");
        (await centre.LookAsync(booked.Id)).Appointment.Should().Match<Appointment>(now => now.Start == Thursday + Duration.FromHours(5) && now.Sequence == 1);
    }

    [Fact]
    public async Task A_feed_keeps_its_times_while_it_can_not_be_read_and_says_which_line_is_wrong()
    {
        await using var centre = await OpenAsync(database, room);
        using var feed = new ServedFeed { Text = CalendarTextContract.Calendar("UID:a\nDTSTART:20261126T140000Z\nDURATION:PT1H", "UID:b\nDTSTART;TZID=Atlantis:20261126T160000\nDURATION:PT1H") };
        (await centre.Probe.TryAsync(CalendarKind.Feed, feed.Address.ToString(), null, null, Paris, null, Cancelled)).Should().Match<CalendarTried>(seen => seen.Works && !seen.MayWrite && seen.Says.Contains("Atlantis"));
        await centre.Consultants.SetCalendarAsync(new(Anna, CalendarKind.Feed, feed.Address.ToString()), Cancelled);
        await centre.Calendars.LookAsync(Cancelled);
        await ShowAsync("Ligne 10 : le fuseau « Atlantis » est inconnu");

        await SoonAsync(centre);
        feed.Unchanged.Should().Be(1, "what has not changed is not sent again");
        await ShowAsync("Ligne 10");

        feed.Text = "<!doctype html><title>Please sign in</title>";
        await SoonAsync(centre);
        await ShowAsync("Ligne 1 : ce n’est pas un agenda");

        feed.Text = CalendarTextContract.Calendar("UID:a\nDTSTART:20261126T140000Z\nDURATION:PT1H");
        await SoonAsync(centre);
        await ShowAsync(null);

        async Task ShowAsync(string? error)
        {
            (await centre.Consultants.DiariesAsync(Centres.Acme, Thursday, Thursday + Duration.FromDays(1), Cancelled)).Single().Busy.Should().Equal(new BusyTime(Thursday + Duration.FromHours(5), Thursday + Duration.FromHours(6)));
            var kept = (await centre.Consultants.CalendarAsync(Anna, Cancelled))!.LastError;
            if (error is null) kept.Should().BeNull();
            else CalendarWords.OfKept(kept!).Should().StartWith(error);
        }
    }

    [Fact]
    public async Task A_calendar_that_was_emptied_cancels_nothing_and_is_filled_again()
    {
        var radicale = await room.RadicaleAsync();
        await using var centre = await OpenAsync(database, room);
        var calendar = await radicale.NewCalendarAsync();
        await centre.LinkAsync(calendar);
        List<AppointmentCard> booked = [];
        foreach (var hour in new[] { 0, 4, 6 }) booked.Add(await BookAsync(centre, Thursday + Duration.FromHours(hour)));
        await centre.Calendars.LookAsync(Cancelled);
        foreach (var card in booked) await radicale.DeleteAsync(new Uri((await centre.LookAsync(card.Id)).Event!.Address));
        await SoonAsync(centre);
        foreach (var card in booked) (await centre.LookAsync(card.Id)).Appointment.State.Should().Be(AppointmentState.Booked);
        CalendarWords.OfKept((await centre.Consultants.CalendarAsync(Anna, Cancelled))!.LastError!).Should().Contain("3 rendez-vous avaient disparu");
        (await radicale.FindAsync(new Uri((await centre.LookAsync(booked[0].Id)).Event!.Address))).Should().Contain(booked[0].Appointment.Uid);
    }

    [Fact]
    public async Task A_reminder_comes_at_its_time_and_never_for_what_is_off()
    {
        var mail = await room.MailAsync();
        await using var centre = await OpenAsync(database, room);
        await centre.SetMailAsync();
        var (kept, off) = (await BookAsync(centre), await centre.BookAsync("other." + Customer, at: Thursday + Duration.FromHours(4)));
        await centre.Notices.SendDueAsync(Cancelled);
        centre.Now = Thursday - Duration.FromHours(24) - Duration.FromSeconds(1);
        (await centre.Notices.SendDueAsync(Cancelled)).Should().Be(0);
        await centre.Book.CancelAsync(off.Id, 0, centre.Now, "user:zoe", cancellation: Cancelled);
        centre.Now = Thursday - Duration.FromHours(20);
        await centre.Notices.SendDueAsync(Cancelled);
        (await mail.ArrivedAsync(Customer, 2)).Select(letter => letter.Subject).Should().Equal("Rendez-vous confirmé : jeudi 26 novembre à 10:00", "Rappel de votre rendez-vous : jeudi 26 novembre à 10:00");
        (await mail.ArrivedAsync("other." + Customer, 2)).Select(letter => letter.Subject).Should().Equal("Rendez-vous confirmé : jeudi 26 novembre à 14:00", "Rendez-vous annulé : jeudi 26 novembre à 14:00");
        (await centre.NoticeBook.OfAsync(kept.Id, Cancelled)).Should().OnlyContain(notice => notice.SentAt != null);
    }

    [Fact]
    public async Task What_is_refused_for_now_is_sent_later_and_what_never_arrives_says_why()
    {
        var mail = await room.MailAsync();
        await using var centre = await OpenAsync(database, room);
        await centre.SetMailAsync(card => card with { Outbox = card.Outbox with { Secret = null } });
        var never = await centre.BookAsync("nosuch@client.test");
        await centre.Notices.SendDueAsync(Cancelled);
        centre.Desk.SentOf(null)!.Trouble!.Kind.Should().Be(MailTroubleKind.Unauthorised);
        (await centre.NoticeBook.OfAsync(never.Id, Cancelled)).Should().OnlyContain(notice => notice.Tries == 0, "a wrong password is no letter's fault");

        await centre.SetMailAsync();
        var back = await centre.BookAsync("bounce@client.test", at: Thursday + Duration.FromHours(4));
        await centre.Notices.SendDueAsync(Cancelled);
        (await ToCustomerAsync(never)).Should().Match<AppointmentNotice>(notice => notice.GivenUp && notice.Error!.Contains("550"));
        await mail.ArrivedAsync(centre.Box);
        await centre.Answers.ReadAsync(Cancelled);
        (await ToCustomerAsync(back)).Should().Match<AppointmentNotice>(notice => notice.GivenUp && notice.Error!.Contains("5."));
        (await centre.NoticeBook.TroubledAsync(centre.Now, 10, Cancelled)).Select(each => each.Card.Id).Should().BeEquivalentTo([never.Id, back.Id]);

        var later = mail.Later();
        var wait = await centre.BookAsync(later, at: Thursday + Duration.FromHours(6));
        await centre.Notices.SendDueAsync(Cancelled);
        (await ToCustomerAsync(wait)).Should().Match<AppointmentNotice>(notice => notice.SentAt == null && !notice.GivenUp && notice.Tries == 1);
        mail.IsBack(later);
        centre.Now += NoticeService.Waits[0];
        await centre.Notices.SendDueAsync(Cancelled);
        (await ToCustomerAsync(wait)).SentAt.Should().NotBeNull();

        async Task<AppointmentNotice> ToCustomerAsync(AppointmentCard card) => (await centre.NoticeBook.OfAsync(card.Id, Cancelled)).First(notice => notice.Reader == NoticeReader.Customer && notice.Kind == NoticeKind.Confirmation);
    }

    [Fact]
    public async Task A_clients_letters_come_from_its_own_address_whatever_becomes_of_the_centres_and_its_answers_are_read()
    {
        var mail = await room.MailAsync();
        await using var centre = await OpenAsync(database, room);
        var own = $"acme.{Guid.NewGuid():N}@plateau.test";
        await centre.SetClientMailAsync(own, "people@acme.test", shares: true);
        var booked = await BookAsync(centre);
        (await centre.Notices.SendDueAsync(Cancelled)).Should().Be(0, "the centre's servers are not set up");
        await centre.SetMailAsync();
        (await centre.Notices.SendDueAsync(Cancelled)).Should().Be(2);
        var invitation = (await mail.ArrivedAsync(Customer)).Single();
        (invitation.From.Mailboxes.Single().Address, invitation.ReplyTo.Mailboxes.Single().Address).Should().Be((own, "people@acme.test"));
        Event(invitation).Organizer!.Value.Should().Be(new Uri($"mailto:{own}"), "calendars answer to where it comes from");

        await centre.SetClientMailAsync(own, null, shares: false);
        await centre.SetMailAsync(card => card with { Outbox = card.Outbox with { Secret = null } });
        await centre.Book.MoveAsync(booked.Id, 0, Thursday + Duration.FromHours(5), Anna, SlotCheck.Whole, centre.Now, "user:zoe", cancellation: Cancelled);
        (await centre.Notices.SendDueAsync(Cancelled)).Should().Be(2, "the centre's account is refused, and the client has another");
        (await mail.ArrivedAsync(Customer, 2))[^1].ReplyTo.Mailboxes.Should().BeEmpty();
        await mail.SendAsync(Itip(own, booked, "REPLY", $"ATTENDEE;PARTSTAT=ACCEPTED:mailto:{Customer}", 1));
        await mail.ArrivedAsync(own);
        await centre.Answers.ReadAsync(Cancelled);
        (await centre.LookAsync(booked.Id)).Reply.Should().Be(InvitationReply.Accepted);
        (centre.Desk.SentOf(Centres.Acme)!.Trouble, centre.Desk.ReadOf(Centres.Acme)!.Count).Should().Be((null, 1));
    }

    [Fact]
    public async Task Two_services_on_one_book_tell_each_person_once()
    {
        var mail = await room.MailAsync();
        await using var centre = await OpenAsync(database, room);
        await centre.SetMailAsync();
        List<AppointmentCard> booked = [];
        foreach (var hour in new[] { 0, 4, 6 }) booked.Add(await BookAsync(centre, Thursday + Duration.FromHours(hour)));
        await Task.WhenAll(centre.Notices.SendDueAsync(Cancelled), centre.OtherNotices.SendDueAsync(Cancelled), centre.Notices.SendDueAsync(Cancelled));
        (await mail.ArrivedAsync(Customer, 3)).Should().HaveCount(3);
        (await mail.ArrivedAsync(centre.Consultant, 3)).Should().HaveCount(3);
        foreach (var card in booked) (await centre.NoticeBook.OfAsync(card.Id, Cancelled)).Where(notice => notice.Kind == NoticeKind.Confirmation).Should().HaveCount(2).And.OnlyContain(notice => notice.Tries == 1 && notice.SentAt != null);
    }

    [Fact]
    public async Task A_customer_reads_their_own_language()
    {
        var mail = await room.MailAsync();
        await using var centre = await OpenAsync(database, room);
        await centre.SetMailAsync();
        await centre.BookAsync(Customer, "ar");
        await centre.Notices.SendDueAsync(Cancelled);
        var letter = (await mail.ArrivedAsync(Customer)).Single();
        letter.Subject.Should().Contain("تأكيد الموعد").And.Contain("الخميس 26 نونبر");
        letter.HtmlBody.Should().Contain("dir=\"rtl\"").And.Contain("<bdi>3 rue des Lilas, Lyon</bdi>");
    }

    [Fact]
    public async Task Another_time_proposed_by_the_customer_is_shown_and_changes_nothing_by_itself()
    {
        var mail = await room.MailAsync();
        await using var centre = await OpenAsync(database, room);
        await centre.SetMailAsync();
        var booked = await BookAsync(centre);
        await mail.SendAsync(Itip(centre.Box, booked, "COUNTER", $"ATTENDEE;PARTSTAT=TENTATIVE:mailto:{Customer}\r\nDTSTART:20261126T140000Z\r\nDTEND:20261126T150000Z\r\nCOMMENT:plutôt l’après-midi", 0));
        await mail.ArrivedAsync(centre.Box);
        await centre.Answers.ReadAsync(Cancelled);
        (await centre.LookAsync(booked.Id)).Should().Match<AppointmentCard>(card => card.Appointment.Start == Thursday && card.Reply == InvitationReply.Tentative);
        (await centre.Book.HistoryAsync(booked.Id, Cancelled))[0].Detail.Should().Be("→ 26/11/2026 15:00–16:00 (Europe/Paris) – plutôt l’après-midi");
    }

    private string Customer { get; } = $"client.{Guid.NewGuid():N}@client.test";

    private static DateTimeZone Paris => DateTimeZoneProviders.Tzdb["Europe/Paris"];

    private Task<AppointmentCard> BookAsync(InvitingCentre centre, Instant? at = null) => centre.BookAsync(Customer, at: at);

    /// <summary>The next round, when the calendar's turn has come again.</summary>
    private static Task SoonAsync(InvitingCentre centre)
    {
        centre.Now += CalendarService.Fresh;
        return centre.Calendars.LookAsync(Cancelled);
    }

    private static async Task AnswerAsync(RunningMail mail, InvitingCentre centre, AppointmentCard card, string who, string answer, int sequence)
    {
        var before = (await mail.LettersAsync(centre.Box)).Count;
        await mail.SendAsync(Itip(centre.Box, card, "REPLY", $"ATTENDEE;PARTSTAT={answer}:mailto:{who}", sequence));
        await mail.ArrivedAsync(centre.Box, before + 1);
    }

    private static MimeMessage Itip(string to, AppointmentCard card, string method, string lines, int sequence)
    {
        var part = new TextPart("calendar") { Text = $"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nMETHOD:{method}\r\nBEGIN:VEVENT\r\nUID:{card.Appointment.Uid}\r\nSEQUENCE:{sequence}\r\nDTSTAMP:20261125T100000Z\r\n{lines}\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n" };
        part.ContentType.Parameters.Add("method", method);
        return new([new MailboxAddress("", "somebody@client.test")], [new MailboxAddress("", to)], "Re:", part);
    }

    private static Ical.Net.CalendarComponents.CalendarEvent Event(MimeMessage message)
    {
        using var content = new MemoryStream();
        message.BodyParts.OfType<MimePart>().Single(part => part.ContentType.IsMimeType("text", "calendar")).Content!.DecodeTo(content);
        return Calendar.Load(System.Text.Encoding.UTF8.GetString(content.ToArray()))!.Events.Single()!;
    }
}

public sealed class InvitationsOnSqlite(SqliteDatabase database, MessagingRoom room) : InvitationContract(database, room), IClassFixture<SqliteDatabase>;

public sealed class InvitationsOnPostgres(PostgresOfTheTests postgres, MessagingRoom room) : InvitationContract(new PostgresDatabase(postgres), room);
