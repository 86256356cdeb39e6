using Ical.Net;
using MimeKit;
using NodaTime;
using Plateau.Messaging.Calendars;
using Plateau.Messaging.Mail;
using Received = Plateau.Messaging.Mail.Received;

namespace Plateau.Contracts.Messaging;

/// <summary>Letters and invitations through a real Exim into a real Dovecot, and what comes back.</summary>
public sealed class LetterContract(MessagingRoom room)
{
    private static readonly Instant Start = Instant.FromUtc(2026, 12, 1, 9, 0), Today = SystemClock.Instance.GetCurrentInstant();
    private static int count;

    private static CancellationToken Now => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("fr", "Rendez-vous confirmé : mardi 1 décembre à 10:00")]
    [InlineData("ar", "تأكيد الموعد: الثلاثاء 1 دجنبر")]
    public async Task An_invitation_arrives_for_people_and_for_calendars(string language, string subject)
    {
        var mail = await room.MailAsync();
        var to = Somebody();
        (await SendAsync(mail, Letter(to, language, subject))).Should().Match<Sending>(sending => sending.Result == SendingResult.Sent);

        var message = (await mail.ArrivedAsync(to.Address)).Single();
        message.Subject.Should().Be(subject);
        message.MessageId.Should().Be($"n-{to.Address}");
        message.Headers["Auto-Submitted"].Should().Be("auto-generated");
        message.TextBody.Should().Contain("Où").And.Contain("12, rue de l’Exemple");
        message.HtmlBody.Should().Contain($"dir=\"{(language == "ar" ? "rtl" : "ltr")}\"").And.Contain("&lt;b&gt;");
        var part = message.BodyParts.OfType<MimePart>().Single(each => each.ContentType.IsMimeType("text", "calendar"));
        part.ContentType.Parameters["method"].Should().Be("REQUEST");
        part.ContentType.Charset.Should().BeEquivalentTo("utf-8");
        message.Attachments.OfType<MimePart>().Should().ContainSingle().Which.FileName.Should().Be("invitation.ics");

        var calendar = Calendar.Load(Text(part))!;
        calendar.Method.Should().Be("REQUEST");
        var told = calendar.Events.Single();
        told.Uid.Should().Be("a-7@plateau.invalid");
        told.Sequence.Should().Be(2);
        (told.DtStart!.AsUtc, told.DtEnd!.AsUtc).Should().Be((Start.ToDateTimeUtc(), Start.Plus(Duration.FromHours(1)).ToDateTimeUtc()));
        told.Location.Should().Be("12, rue de l’Exemple; bât. \\B, Lyon");
        told.Organizer!.Value.Should().Be(new Uri($"mailto:{RunningMail.Centre}"));
        told.Attendees.Single().Should().Match<Ical.Net.DataTypes.Attendee>(attendee => attendee.Value == new Uri($"mailto:{to.Address}") && attendee.Rsvp && attendee.ParticipationStatus == "NEEDS-ACTION");
        told.Alarms.Single().Trigger!.Duration!.Value.ToTimeSpanUnspecified().Should().Be(TimeSpan.FromHours(-2));
        CalendarText.Read(Text(part), Start - Duration.FromDays(1), Start + Duration.FromDays(1), DateTimeZone.Utc).Should().Match<CalendarReading>(reading => reading.Flaws.Count == 0 && reading.Busy.Count == 1);
    }

    [Fact]
    public async Task What_is_called_off_is_told_as_cancelled()
    {
        var mail = await room.MailAsync();
        var to = Somebody();
        var letter = Letter(to, "fr", "Rendez-vous annulé");
        await SendAsync(mail, letter with { Invitation = letter.Invitation! with { IsCancelled = true, Sequence = 3 } });
        var part = (await mail.ArrivedAsync(to.Address)).Single().BodyParts.OfType<MimePart>().Single(each => each.ContentType.IsMimeType("text", "calendar"));
        var calendar = Calendar.Load(Text(part))!;
        (calendar.Method, part.ContentType.Parameters["method"], calendar.Events.Single().Status, calendar.Events.Single().Sequence).Should().Be(("CANCEL", "CANCEL", "CANCELLED", 3));
    }

    /// <summary>A name is somebody's to choose; it must name nobody else, and begin no line.</summary>
    [Theory]
    [InlineData("Dupont\r\nBcc: all@client.test")]
    [InlineData("Dupont\nSubject: other")]
    [InlineData("\"Dupont\" <boss@client.test>, x")]
    [InlineData("Dupont\u2028ATTENDEE:mailto:x@client.test")]
    [InlineData("DUPONT\";PARTSTAT=ACCEPTED:mailto:x@client.test\r\nSTATUS:CANCELLED")]
    [InlineData("\0\u0007名前 𝒳 🙂")]
    public async Task A_name_stays_a_name(string name)
    {
        var mail = await room.MailAsync();
        var to = Somebody() with { Name = name };
        var letter = Letter(to, "fr", $"Rendez-vous : {name}");
        (await SendAsync(mail, letter with { Invitation = letter.Invitation! with { Summary = name, Place = name, Description = name, Organizer = letter.From with { Name = name } } })).Result.Should().Be(SendingResult.Sent);

        var message = (await mail.ArrivedAsync(to.Address)).Single();
        message.Headers.Select(header => header.Field).Should().NotContain("Bcc");
        message.Headers.Count(header => header.Field == "Subject").Should().Be(1);
        message.To.Mailboxes.Should().ContainSingle().Which.Address.Should().Be(to.Address);
        message.Subject.Should().StartWith("Rendez-vous : ");
        var told = Calendar.Load(Text(message.BodyParts.OfType<MimePart>().Single(each => each.ContentType.IsMimeType("text", "calendar"))))!.Events.Single();
        told.Attendees.Should().ContainSingle().Which.Should().Match<Ical.Net.DataTypes.Attendee>(attendee => attendee.ParticipationStatus == "NEEDS-ACTION" && attendee.Value == new Uri($"mailto:{to.Address}"));
        told.Status.Should().Be("CONFIRMED");
    }

    [Fact]
    public async Task Refused_for_now_is_told_from_refused_for_ever()
    {
        var mail = await room.MailAsync();
        (await SendAsync(mail, Letter(new("nosuch@client.test", "Personne"), "fr", "s"))).Should().Match<Sending>(sending => sending.Result == SendingResult.Never && sending.Detail.Contains("550", StringComparison.Ordinal) && sending.Trouble == null);
        var address = mail.Later();
        var later = Letter(new(address, "Plus tard"), "fr", "s");
        (await SendAsync(mail, later)).Should().Match<Sending>(sending => sending.Result == SendingResult.Later && sending.Detail.Contains("451", StringComparison.Ordinal));
        mail.IsBack(address);
        (await SendAsync(mail, later)).Result.Should().Be(SendingResult.Sent);
        (await SendAsync(mail, Letter(new("nobody at all", "x"), "fr", "s"))).Result.Should().Be(SendingResult.Never);
    }

    /// <summary>Each way in which no letter can go out at all; the letters wait.</summary>
    [Theory]
    [InlineData("password", MailTroubleKind.Unauthorised)]
    [InlineData("nobody", MailTroubleKind.Unauthorised)]
    [InlineData("certificate", MailTroubleKind.Certificate)]
    [InlineData("away", MailTroubleKind.Unreachable)]
    [InlineData("name", MailTroubleKind.Unreachable)]
    [InlineData("tls", MailTroubleKind.Unreachable)]
    public async Task A_server_that_fails_us_makes_letters_wait(string what, MailTroubleKind kind)
    {
        var server = (await room.MailAsync()).Smtp with { Patience = TimeSpan.FromSeconds(5) };
        var sending = await SendAsync(what switch
        {
            "password" => server with { Password = "faux" },
            "nobody" => server with { User = null },
            "certificate" => server with { Fingerprint = new string('A', 64) },
            "away" => server with { Port = FreePorts.Tcp() },
            "name" => server with { Host = "no-such-host.invalid" },
            _ => server with { Security = MailSecurity.Tls },
        }, Letter(Somebody(), "fr", "s"));
        sending.Result.Should().Be(SendingResult.Later);
        if (what != "tls") sending.Trouble!.Kind.Should().Be(kind);
        sending.Trouble!.Place.Should().Contain(":");
    }

    [Fact]
    public async Task Answers_proposals_and_what_comes_back_are_read_once_and_in_order()
    {
        var mail = await room.MailAsync();
        var box = Somebody().Address;
        await SendAsync(mail, Letter(new("bounce@client.test", "Fermé"), "fr", "s") with { Id = "n-bounced@plateau.test", From = new(box, "Le centre") });
        await mail.ArrivedAsync(box);
        await mail.SendAsync(Reply(box, "REPLY", "ATTENDEE;PARTSTAT=DECLINED;CN=\"Le Goff: Anne\":mailto:Anne@Client.test\r\nCOMMENT:Désolée\\, je\\n suis prise"));
        await mail.ArrivedAsync(box, 2);
        await mail.SendAsync(Reply(box, "COUNTER", "ATTENDEE;PARTSTAT=TENTATIVE:mailto:anne@client.test\r\nDTSTART;TZID=Europe/Paris:20261203T140000\r\nDTEND;TZID=Europe/Paris:20261203T150000"));
        await mail.ArrivedAsync(box, 3);
        await mail.SendAsync(new MimeMessage([new MailboxAddress("", "x@client.test")], [new MailboxAddress("", box)], "Bonjour", new TextPart("plain") { Text = "Merci, à bientôt !" }));
        await mail.ArrivedAsync(box, 4);
        await mail.SendAsync(Reply(box, "REPLY", "BEGIN:VALARM"));
        await mail.ArrivedAsync(box, 5);

        List<Received> read = [];
        InboxMark? mark = null;
        Task Take(InboxMark at, Received letter)
        {
            (mark, read) = (at, [.. read, letter]);
            return Task.CompletedTask;
        }

        (await new Inbox(mail.Imap(box)).ReadAsync(null, Today, Take, Now)).Should().BeNull();
        read.Should().HaveCount(5);
        read[0].Should().BeOfType<Received.Undelivered>().Which.Should().Match<Received.Undelivered>(back => back.Letter == "n-bounced@plateau.test" && back.IsFinal && back.Recipient == "bounce@client.test" && back.Reason.Contains("5.", StringComparison.Ordinal));
        read[1].Should().BeOfType<Received.Answered>().Which.Should().Match<Received.Answered>(said => said.Uid == "a-7@plateau.invalid" && said.Sequence == 2 && said.Who == "anne@client.test" && said.Answer == Attendance.Declined && said.Comment == "Désolée, je\n suis prise");
        read[2].Should().BeOfType<Received.Proposed>().Which.Should().Match<Received.Proposed>(wish => wish.Start == Instant.FromUtc(2026, 12, 3, 13, 0) && wish.End == Instant.FromUtc(2026, 12, 3, 14, 0));
        read[3].Should().BeOfType<Received.Other>();
        read[4].Should().BeOfType<Received.Unreadable>();

        read = [];
        await new Inbox(mail.Imap(box)).ReadAsync(mark, Today, Take, Now);
        read.Should().BeEmpty("everything was read");
        await mail.SendAsync(Reply(box, "REPLY", "ATTENDEE;PARTSTAT=ACCEPTED:mailto:anne@client.test"));
        await mail.ArrivedAsync(box, 6);
        await new Inbox(mail.Imap(box)).ReadAsync(mark, Today, Take, Now);
        read.Should().ContainSingle().Which.Should().BeOfType<Received.Answered>().Which.Answer.Should().Be(Attendance.Accepted);

        read = [];
        await new Inbox(mail.Imap(box)).ReadAsync(mark!.Value with { Validity = 1 }, Today, Take, Now);
        read.Should().HaveCount(6, "a mailbox that was made anew is read anew");
    }

    [Fact]
    public async Task A_reader_that_breaks_off_goes_on_where_it_was()
    {
        var mail = await room.MailAsync();
        var box = Somebody().Address;
        for (var number = 1; number <= 3; number++)
        {
            await mail.SendAsync(Reply(box, "REPLY", $"ATTENDEE;PARTSTAT=ACCEPTED:mailto:p{number}@client.test"));
            await mail.ArrivedAsync(box, number);
        }
        InboxMark? mark = null;
        List<string> who = [];
        Task Take(InboxMark at, Received letter)
        {
            if (who.Count == 1 && mark is { Last: 1 }) throw new InvalidDataException("the database is away");
            (mark, who) = (at, [.. who, ((Received.Answered)letter).Who]);
            return Task.CompletedTask;
        }

        var reading = () => new Inbox(mail.Imap(box)).ReadAsync(mark, Today, Take, Now);
        await reading.Should().ThrowAsync<InvalidDataException>();
        who.Add("again");
        await reading();
        who.Should().Equal("p1@client.test", "again", "p2@client.test", "p3@client.test");
    }

    private static Mailbox Somebody() => new($"p{Interlocked.Increment(ref count)}.{Guid.NewGuid():N}@client.test", "Anne Le Goff");

    private static async Task<Sending> SendAsync(RunningMail mail, Letter letter) => await SendAsync(mail.Smtp, letter);

    private static async Task<Sending> SendAsync(MailServer server, Letter letter)
    {
        await using var post = new Post(server, TimeProvider.System);
        return await post.SendAsync(letter, Now);
    }

    private static Letter Letter(Mailbox to, string language, string subject)
    {
        var from = new Mailbox(RunningMail.Centre, "Ferrand & Lys");
        return new($"n-{to.Address}", from, to, new(language, subject, "Bonjour,", "Votre rendez-vous <b>est</b> confirmé.", [("Quand", "mardi 1 décembre, 10:00"), ("Où", "12, rue de l’Exemple")], "À bientôt.", "Ferrand & Lys"),
            new("a-7@plateau.invalid", 2, Today, Start, Start + Duration.FromHours(1), "Rendez-vous : Ferrand & Lys", "12, rue de l’Exemple; bât. \\B, Lyon", "Ligne 1\nLigne 2", from, [(to, Attendance.NeedsAction)]) { Alarm = Duration.FromHours(2) });
    }

    private static MimeMessage Reply(string to, string method, string lines)
    {
        var text = $"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nMETHOD:{method}\r\nBEGIN:VEVENT\r\nUID:a-7@plateau.invalid\r\nSEQUENCE:2\r\nDTSTAMP:20261129T100000Z\r\n{lines}\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n";
        var part = new TextPart("calendar") { Text = text };
        part.ContentType.Parameters.Add("method", method);
        return new([new MailboxAddress("Anne", "anne@client.test")], [new MailboxAddress("", to)], "Re: Rendez-vous", new MultipartAlternative(new TextPart("plain") { Text = "réponse" }, part));
    }

    private static string Text(MimePart part)
    {
        using var content = new MemoryStream();
        part.Content!.DecodeTo(content);
        return System.Text.Encoding.UTF8.GetString(content.ToArray());
    }
}
