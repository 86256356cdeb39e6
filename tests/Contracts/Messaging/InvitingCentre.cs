using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Logging.Abstractions;
using NodaTime;
using Plateau.Contracts.Storage;
using Plateau.Core.Interactions;
using Plateau.Messaging.Calendars;
using Plateau.Server.Calendars;
using Plateau.Server.Floors;
using Plateau.Server.Notices;
using Plateau.Storage;
using Plateau.Storage.Appointments;
using Plateau.Storage.Centre;

namespace Plateau.Contracts.Messaging;

/// <summary>A centre with one consultant, whose letters and calendars go the real ways, one round at a time as the test asks.</summary>
internal sealed class InvitingCentre : IAsyncDisposable
{
    public static readonly ConsultantId Anna = new("anna");
    public static readonly Instant Thursday = Instant.FromUtc(2026, 11, 26, 9, 0);

    private readonly HandClock clock = new();
    private readonly CalendarDoor door = new(["127.0.0.1"]);
    private readonly DocumentBook documents;
    private readonly KeptSecrets secrets = new(new EphemeralDataProtectionProvider());
    private readonly RunningMail mail;
    private int people;

    private InvitingCentre(Store store, RunningMail mail)
    {
        (Store, this.mail) = (store, mail);
        (Book, Consultants, Lists, NoticeBook) = (new(store), new(store), new(store), new(store));
        documents = new(store);
        Desk = new(documents, secrets, TimeProvider.System);
        var letters = new NoticeLetters(Consultants, new AnswerBook(store), new CentreNames(new StaffBook(store), new CentreBook(store)));
        Notices = new(NoticeBook, letters, new AttemptLog(store), Desk, clock, NullLogger<NoticeService>.Instance);
        OtherNotices = new(new(store), letters, new AttemptLog(store), new(documents, secrets, TimeProvider.System), clock, NullLogger<NoticeService>.Instance);
        Answers = new(Desk, documents, Book, Consultants, NoticeBook, clock, NullLogger<AnswerService>.Instance);
        var reader = new CalendarReader(door, secrets, Consultants, Book, Lists, clock, NullLogger<CalendarReader>.Instance);
        Calendars = new(reader, new(reader, Consultants, Book, Lists, clock, NullLogger<CalendarWriter>.Instance), Consultants, clock, NullLogger<CalendarService>.Instance);
        Probe = new CalendarProbe(door, clock);
    }

    public Store Store { get; }
    public AppointmentBook Book { get; }
    public ConsultantBook Consultants { get; }
    public AppointmentLists Lists { get; }
    public NoticeBook NoticeBook { get; }
    public MailDesk Desk { get; }
    public NoticeService Notices { get; }
    /// <summary>The same service in another Plateau.</summary>
    public NoticeService OtherNotices { get; }
    public AnswerService Answers { get; }
    public CalendarService Calendars { get; }
    public CalendarProbe Probe { get; }

    /// <summary>The centre's mailbox and the two people's.</summary>
    public string Box { get; } = $"centre.{Guid.NewGuid():N}@plateau.test";
    public string Consultant { get; } = $"anna.{Guid.NewGuid():N}@client.test";

    public Instant Now
    {
        get => clock.Now;
        set => clock.Now = value;
    }

    public static async Task<InvitingCentre> OpenAsync(IDatabase database, MessagingRoom room)
    {
        var centre = new InvitingCentre(await Centres.OpenWithCentreAsync(database), await room.MailAsync());
        await centre.Consultants.SetAsync(new(Anna, Centres.Acme, "Anna Vidal", centre.Consultant, "Europe/Paris"));
        return centre;
    }

    /// <summary>Sets the mail up, as the page does.</summary>
    public Task SetMailAsync(Func<MailCard, MailCard>? otherwise = null)
    {
        var card = new MailCard(Box, Kept(mail.Smtp), Kept(mail.Imap(Box)));
        return KeepMailAsync(otherwise is null ? card : otherwise(card));
    }

    /// <summary>Gives the client an address of its own, with a mailbox, over the centre's servers or its own.</summary>
    public async Task SetClientMailAsync(string address, string? replyTo, bool shares) =>
        (await documents.SetAsync(ClientMailCard.Kind, Centres.Acme.Value, new ClientMailCard(address, replyTo, shares ? null : Kept(mail.Smtp), shares ? null : Kept(mail.Imap(address))), Now,
            (await documents.FindAsync<ClientMailCard>(ClientMailCard.Kind, Centres.Acme.Value))?.Version, Centres.Acme)).Should().BeTrue();

    private MailServerCard Kept(Plateau.Messaging.Mail.MailServer server) => new(server.Host, server.Port, server.Security, server.User, secrets.Seal(server.Password!), server.Fingerprint);

    private async Task KeepMailAsync(MailCard card)
    {
        var before = await documents.FindAsync<MailCard>(MailCard.Kind, MailCard.Id);
        (await documents.SetAsync(MailCard.Kind, MailCard.Id, card, Now, before?.Version)).Should().BeTrue();
    }

    /// <summary>Links Anna's calendar on the server, as the page does.</summary>
    public Task LinkAsync(Uri calendar) => Consultants.SetCalendarAsync(new(Anna, CalendarKind.CalDav, calendar.ToString(), RunningRadicale.Anna.User, secrets.Seal(RunningRadicale.Anna.Password)));

    /// <summary>An agent books a new customer.</summary>
    public async Task<AppointmentCard> BookAsync(string email, string language = "fr", Instant? at = null, AttemptId? call = null)
    {
        await Centres.ImportAsync(Store, Centres.People(1, people++));
        var person = (await new ProspectBook(Store).OfListAsync(Centres.Spring, 1_000)).Items[^1];
        var wish = new BookingWish(new($"m-{Guid.NewGuid():N}"), Centres.Solar, Anna, person.Id, person.Customer, at ?? Thursday, new(), call, new("zoe"), new("3 rue des Lilas, Lyon", person.Number, email, "digicode 12", language, "Europe/Paris"));
        return (await Book.BookAsync(wish, Now, "user:zoe")).Card!;
    }

    public async Task<AppointmentCard> LookAsync(AppointmentId id) => (await Book.FindAsync(id))!;

    public async ValueTask DisposeAsync()
    {
        Notices.Dispose();
        OtherNotices.Dispose();
        Answers.Dispose();
        Calendars.Dispose();
        door.Dispose();
        await Store.DisposeAsync();
    }

    private sealed class HandClock : IClock
    {
        public Instant Now { get; set; } = Centres.Noon;
        public Instant GetCurrentInstant() => Now;
    }
}
