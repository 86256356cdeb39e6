using NodaTime;
using Plateau.Core.Appointments;
using Plateau.Core.Compliance;
using Plateau.Core.Interactions;
using Plateau.Core.Prospecting;
using Plateau.Storage;
using Plateau.Storage.Appointments;
using Plateau.Storage.Centre;
using static Plateau.Contracts.Storage.Centres;

namespace Plateau.Contracts.Storage;

/// <summary>Appointments on either database: one time is given once, whoever asks at the same moment, and what people must be told is written with each change.</summary>
public abstract class AppointmentContract(IDatabase database)
{
    private static readonly AppointmentRules Rules = new();
    private static readonly ConsultantId Anna = new("anna"), Bob = new("bob");
    private static readonly Instant Thursday = Zones.Paris.AtStrictly(new LocalDateTime(2026, 11, 26, 10, 0)).ToInstant();

    private IDatabase Database => database;

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Of_fifty_who_want_one_time_one_gets_it_and_the_others_hear_that_it_is_taken()
    {
        await using var houses = await Houses.OpenAsync(this, 1);
        var wishes = await WishesAsync(houses.Stores[0], 50);
        var made = await Task.WhenAll(wishes.Select((wish, place) => Task.Run(() => houses.Book(place).BookAsync(wish, Noon, "user:zoe", Cancelled), Cancelled)));
        made.Where(change => change.Card is not null).Should().ContainSingle();
        made.Where(change => change.Card is null).Should().HaveCount(49).And.OnlyContain(change => change.Fault == ChangeFault.Slot && change.Slot == SlotFault.Taken);
        (await new AppointmentLists(houses.Stores[0]).BetweenAsync([Acme], null, null, Noon, Noon + Duration.FromDays(30), Cancelled)).Should().ContainSingle();
    }

    [Fact]
    public async Task Whoever_finds_a_time_taken_gets_the_next_and_no_two_overlap()
    {
        await using var houses = await Houses.OpenAsync(this, 2);
        var made = await Task.WhenAll((await WishesAsync(houses.Stores[0], 24)).Select((wish, place) => Task.Run(async () =>
        {
            while (true)
            {
                var offer = FreeSlots.Find(await new ConsultantBook(houses.Of(place)).DiariesAsync(Acme, Noon, Noon + Duration.FromDays(21), Cancelled), Rules, new(null, null, []), Noon).Offers[0];
                var change = await houses.Book(place).BookAsync(wish with { Start = offer.Start, Consultant = offer.Consultant }, Noon, "user:zoe", Cancelled);
                if (change.Card is { } card) return card.Appointment;
                change.Slot.Should().BeOneOf(SlotFault.Taken, SlotFault.DayFull);
            }
        }, Cancelled)));
        made.Should().HaveCount(24);
        foreach (var pair in from one in made from other in made where one.Consultant == other.Consultant && string.CompareOrdinal(one.Id.Value, other.Id.Value) < 0 select (one, other))
            (pair.one.Start >= pair.other.End + Rules.Gap || pair.other.Start >= pair.one.End + Rules.Gap).Should().BeTrue("{0} and {1} keep the way between them", pair.one, pair.other);
    }

    [Fact]
    public async Task The_same_wish_twice_books_once_and_a_call_makes_one_appointment()
    {
        await using var store = await OpenAsync(1);
        var book = new AppointmentBook(store);
        var wish = (await WishesAsync(store, 1))[0] with { Attempt = new("a-1") };
        var first = (await book.BookAsync(wish, Noon, "user:zoe", Cancelled)).Card!;
        (await book.BookAsync(wish, Noon, "user:zoe", Cancelled)).Card.Should().BeEquivalentTo(first);
        (await book.BookAsync(wish with { Id = new("m-2"), Start = Thursday + Duration.FromHours(4) }, Noon, "user:zoe", Cancelled)).Slot.Should().Be(SlotFault.AlreadyBooked);
        (await new AppointmentLists(store).OfAttemptAsync(new("a-1"), Cancelled))!.Id.Should().Be(first.Id);
        first.Customer.Called.Should().Be("Prénom Nom0");
        first.Details.Should().Be(wish.Details);
        (await book.HistoryAsync(first.Id, Cancelled)).Should().ContainSingle(entry => entry.What == "booked" && entry.Who == "user:zoe");
    }

    [Fact]
    public async Task Two_who_move_two_appointments_to_one_time_do_not_both_succeed()
    {
        await using var houses = await Houses.OpenAsync(this, 2);
        var book = houses.Book(0);
        var wishes = await WishesAsync(houses.Stores[0], 2);
        var one = (await book.BookAsync(wishes[0], Noon, "user:zoe", Cancelled)).Card!;
        var other = (await book.BookAsync(wishes[1] with { Consultant = Bob }, Noon, "user:zoe", Cancelled)).Card!;
        var later = Thursday + Duration.FromHours(5);
        var moved = await Task.WhenAll(new[] { one, other }.Select((card, place) => Task.Run(() => houses.Book(place).MoveAsync(card.Id, 0, later, Anna, SlotCheck.Whole, Noon, "user:max", cancellation: Cancelled), Cancelled)));
        moved.Where(change => change.Fault is null).Should().ContainSingle();
        moved.Should().ContainSingle(change => change.Slot == SlotFault.Taken);
    }

    [Fact]
    public async Task Whoever_changes_what_somebody_else_has_changed_is_told_so()
    {
        await using var store = await OpenAsync(2);
        var book = new AppointmentBook(store);
        var card = (await book.BookAsync((await WishesAsync(store, 1))[0], Noon, "user:zoe", Cancelled)).Card!;
        var moved = await book.MoveAsync(card.Id, 0, Thursday + Duration.FromHours(5), Bob, SlotCheck.Whole, Noon, "user:max", cancellation: Cancelled);
        moved.Card!.Appointment.Should().BeEquivalentTo(new { Sequence = 1, Consultant = Bob, Start = Thursday + Duration.FromHours(5), End = Thursday + Duration.FromHours(6) });
        (await book.MoveAsync(card.Id, 0, Thursday, Anna, SlotCheck.Whole, Noon, "user:zoe", cancellation: Cancelled)).Fault.Should().Be(ChangeFault.Stale);
        (await book.CancelAsync(card.Id, 0, Noon, "user:zoe", cancellation: Cancelled)).Fault.Should().Be(ChangeFault.Stale);
        (await book.ReplyAsync(card.Id, 0, InvitationReply.Accepted, Noon, cancellation: Cancelled)).Fault.Should().Be(ChangeFault.Stale, "they answered the time before");
        (await book.ReplyAsync(card.Id, 1, InvitationReply.Accepted, Noon, cancellation: Cancelled)).Card!.Reply.Should().Be(InvitationReply.Accepted);
        (await book.MoveAsync(card.Id, 1, Thursday - Duration.FromHours(5), Bob, SlotCheck.Whole, Noon, "user:max", cancellation: Cancelled)).Slot.Should().Be(SlotFault.OutsideHours);
        (await book.MoveAsync(card.Id, 1, Thursday - Duration.FromHours(5), Bob, SlotCheck.AnyHour, Noon, "user:max", cancellation: Cancelled)).Fault.Should().BeNull("somebody insists");
        (await book.MoveAsync(new("none"), 1, Thursday, Bob, SlotCheck.Whole, Noon, "user:max", cancellation: Cancelled)).Fault.Should().Be(ChangeFault.Unknown);
    }

    [Fact]
    public async Task Each_change_writes_what_people_must_be_told_and_takes_back_what_is_outdated()
    {
        await using var store = await OpenAsync(2);
        var (book, notices) = (new AppointmentBook(store), new NoticeBook(store));
        var id = (await book.BookAsync((await WishesAsync(store, 1))[0], Noon, "user:zoe", Cancelled)).Card!.Id;
        (await TellAsync(notices, Noon)).Should().Equal("confirmation customer 0", "confirmation consultant anna 0");
        await book.MoveAsync(id, 0, Thursday + Duration.FromHours(5), Bob, SlotCheck.Whole, Noon, "user:max", cancellation: Cancelled);
        await book.MoveAsync(id, 1, Thursday + Duration.FromHours(6), Bob, SlotCheck.Whole, Noon, "user:max", cancellation: Cancelled);
        (await TellAsync(notices, Noon)).Should().BeEquivalentTo("change customer 2", "confirmation consultant bob 2", "cancellation consultant anna 1");
        (await TellAsync(notices, Thursday + Duration.FromHours(6) - Rules.Reminder - Duration.FromSeconds(1))).Should().BeEmpty();
        (await TellAsync(notices, Thursday + Duration.FromHours(6) - Rules.Reminder)).Should().Equal("reminder customer 2");
        await book.CancelAsync(id, 2, Noon, "customer", "declined", Cancelled);
        (await TellAsync(notices, Noon)).Should().Equal("cancellation customer 3", "cancellation consultant bob 3");
        (await book.ReportAsync(id, 3, AppointmentState.Booked, Noon, "user:max", cancellation: Cancelled)).Card!.Appointment.Sequence.Should().Be(4);
        (await TellAsync(notices, Noon)).Should().Equal("confirmation customer 4", "confirmation consultant bob 4");
        await book.ReportAsync(id, null, AppointmentState.Held, Noon, "user:max", cancellation: Cancelled);
        (await TellAsync(notices, Noon + Duration.FromDays(30))).Should().BeEmpty("nobody is reminded of what is over");
        (await book.HistoryAsync(id, Cancelled)).Select(entry => entry.What).Should().Equal("held", "reopened", "cancelled", "moved", "moved", "booked");
    }

    /// <summary>Sends what is due and says what it was.</summary>
    private static async Task<IReadOnlyList<string>> TellAsync(NoticeBook notices, Instant at)
    {
        var due = await notices.DueAsync(at, 10, Cancelled);
        foreach (var (notice, _) in due) await notices.SentAsync(notice.Id, at, Cancelled);
        return [.. due.Select(each => $"{each.Notice.Kind} {each.Notice.Reader} {each.Notice.Consultant}".TrimEnd().ToLowerInvariant() + $" {each.Notice.Sequence}")];
    }

    [Fact]
    public async Task A_note_is_told_to_the_consultant_alone_and_the_customers_invitation_stands()
    {
        await using var store = await OpenAsync(2);
        var (book, notices, lists) = (new AppointmentBook(store), new NoticeBook(store), new AppointmentLists(store));
        var card = (await book.BookAsync((await WishesAsync(store, 1))[0], Noon, "user:zoe", Cancelled)).Card!;
        var early = (await book.DescribeAsync(card, card.Details with { Note = "at the back door" }, Noon, "user:zoe", Cancelled)).Card!;
        (await TellAsync(notices, Noon)).Should().BeEquivalentTo("confirmation customer 0", "confirmation consultant anna 0");
        await new ConsultantBook(store).SetCalendarAsync(new(Anna, CalendarKind.CalDav, "https://calendars.example/anna"), Cancelled);
        await book.SetEventAsync(card.Id, new(Anna, 0, "/anna/1.ics", "e1"), Cancelled);

        var noted = (await book.DescribeAsync(early, early.Details with { Note = "code 12" }, Noon, "user:max", Cancelled)).Card!;
        noted.Should().Match<AppointmentCard>(now => now.Details.Note == "code 12" && now.Appointment.Sequence == 0);
        (await TellAsync(notices, Noon)).Should().Equal("change consultant anna 0");
        (await lists.UnwrittenAsync(Noon, 10, Cancelled)).Should().ContainSingle("the note stands in the consultant's calendar").Which.Id.Should().Be(card.Id);
        (await book.DescribeAsync(early, early.Details with { Note = "code 13" }, Noon, "user:zoe", Cancelled)).Fault.Should().Be(ChangeFault.Stale, "somebody else has written another note");
        (await book.ReplyAsync(card.Id, 0, InvitationReply.Accepted, Noon, cancellation: Cancelled)).Fault.Should().BeNull("the customer answers the invitation that they have");
        (await TellAsync(notices, Thursday - Rules.Reminder)).Should().Equal("reminder customer 0");

        (await book.DescribeAsync(noted, noted.Details with { Place = "12 rue Haute" }, Noon, "user:max", Cancelled)).Card!.Appointment.Sequence.Should().Be(1);
        (await TellAsync(notices, Noon)).Should().BeEquivalentTo("change customer 1", "change consultant anna 1");
    }

    [Fact]
    public async Task A_notice_that_fails_comes_again_at_its_time_or_is_given_up_with_its_reason()
    {
        await using var store = await OpenAsync(1);
        var (book, notices) = (new AppointmentBook(store), new NoticeBook(store));
        var wish = (await WishesAsync(store, 1))[0];
        await book.BookAsync(wish with { Details = wish.Details with { Email = null } }, Noon, "user:zoe", Cancelled);
        var notice = (await notices.DueAsync(Noon, 10, Cancelled)).Single().Notice;
        notice.Reader.Should().Be(NoticeReader.Consultant, "nobody writes to a customer without an address");
        await notices.FailedAsync(notice.Id, "451 greylisted", Noon + Duration.FromMinutes(5), Cancelled);
        (await notices.DueAsync(Noon, 10, Cancelled)).Should().BeEmpty();
        (await notices.DueAsync(Noon + Duration.FromMinutes(5), 10, Cancelled)).Single().Notice.Should().BeEquivalentTo(new { Tries = 1, Error = "451 greylisted" });
        await notices.FailedAsync(notice.Id, "550 no such user", null, Cancelled);
        (await notices.DueAsync(Noon + Duration.FromDays(30), 10, Cancelled)).Should().BeEmpty();
        (await notices.OfAsync(wish.Id, Cancelled)).Single().Should().BeEquivalentTo(new { GivenUp = true, Error = "550 no such user", Tries = 2 });
        await notices.AgainAsync(notice.Id, Noon, Cancelled);
        (await notices.DueAsync(Noon, 10, Cancelled)).Should().ContainSingle();
    }

    [Fact]
    public async Task What_a_calendar_tells_keeps_times_from_being_booked()
    {
        await using var store = await OpenAsync(1);
        var (book, consultants) = (new AppointmentBook(store), new ConsultantBook(store));
        await consultants.SetCalendarAsync(new(Anna, CalendarKind.CalDav, "https://calendars.example/anna", "anna", "sealed"), Cancelled);
        await consultants.SyncedAsync(Anna, "t1", true, [], [new(Thursday, Thursday + Duration.FromHours(1), "a.ics"), new(Thursday + Duration.FromHours(4), Thursday + Duration.FromHours(5), "b.ics")], Noon, Cancelled);
        var wish = (await WishesAsync(store, 1))[0];
        (await book.BookAsync(wish, Noon, "user:zoe", Cancelled)).Slot.Should().Be(SlotFault.Busy);
        await consultants.SyncedAsync(Anna, "t2", false, ["a.ics"], [], Noon, Cancelled);
        (await consultants.DiariesAsync(Acme, Noon, Noon + Duration.FromDays(21), Cancelled)).Single().Busy.Should().Equal(new BusyTime(Thursday + Duration.FromHours(4), Thursday + Duration.FromHours(5)));
        (await book.BookAsync(wish, Noon, "user:zoe", Cancelled)).Card.Should().NotBeNull();
        await consultants.SyncFailedAsync(Anna, "401 the server refuses the password", Cancelled);
        (await consultants.CalendarAsync(Anna, Cancelled)).Should().Be(new ConsultantCalendar(Anna, CalendarKind.CalDav, "https://calendars.example/anna", "anna", "sealed", "t2", Noon, "401 the server refuses the password"));
        await consultants.SetCalendarAsync(new(Anna, CalendarKind.CalDav, "https://calendars.example/anna", "anna"), Cancelled);
        (await consultants.CalendarAsync(Anna, Cancelled))!.Secret.Should().Be("sealed", "the same door keeps its key");
        await consultants.SetCalendarAsync(new(Anna, CalendarKind.Feed, "https://elsewhere.example/anna.ics"), Cancelled);
        (await consultants.CalendarAsync(Anna, Cancelled))!.Secret.Should().BeNull("a key is not carried to another door");
        (await consultants.DiariesAsync(Acme, Noon, Noon + Duration.FromDays(21), Cancelled)).Single().Busy.Should().BeEmpty();
    }

    [Fact]
    public async Task What_does_not_stand_in_a_calendar_as_it_is_is_found()
    {
        await using var store = await OpenAsync(2);
        var (book, lists) = (new AppointmentBook(store), new AppointmentLists(store));
        var id = (await book.BookAsync((await WishesAsync(store, 1))[0], Noon, "user:zoe", Cancelled)).Card!.Id;
        (await UnwrittenAsync()).Should().BeEmpty("there is no calendar to write to");
        await new ConsultantBook(store).SetCalendarAsync(new(Anna, CalendarKind.CalDav, "https://calendars.example/anna"), Cancelled);
        (await UnwrittenAsync()).Should().Equal(id);
        await book.SetEventAsync(id, new(Anna, 0, "/anna/1.ics", "e1"), Cancelled);
        (await UnwrittenAsync()).Should().BeEmpty();
        await book.MoveAsync(id, 0, Thursday + Duration.FromHours(5), Bob, SlotCheck.Whole, Noon, "user:max", cancellation: Cancelled);
        (await UnwrittenAsync()).Should().Equal([id], "it stands in the calendar of whoever had it before");
        await book.SetEventAsync(id, null, Cancelled);
        (await UnwrittenAsync()).Should().BeEmpty();

        async Task<IEnumerable<AppointmentId>> UnwrittenAsync() => (await lists.UnwrittenAsync(Noon, 10, Cancelled)).Select(card => card.Id);
    }

    [Fact]
    public async Task Whoever_is_erased_takes_what_was_agreed_with_them_and_whoever_met_somebody_is_kept()
    {
        var address = await database.NewAsync();
        await using var store = await OpenAsync(1, new Same(address));
        var wish = (await WishesAsync(store, 1))[0];
        var book = new AppointmentBook(store);
        await book.BookAsync(wish, Noon, "user:zoe", Cancelled);
        await Probe.TextsAsync(address, "UPDATE import_batch SET at = 0 RETURNING file_name");
        await Probe.TextsAsync(address, "UPDATE ground SET at = 0 RETURNING reference");
        (await new RetentionBook(store).PeopleAsync(Noon, 10, Cancelled)).Should().NotContain((wish.Customer, Acme), "an appointment is a sign of them");
        (await new RetentionBook(store).PeopleAsync(Thursday + Duration.FromDays(1), 10, Cancelled)).Should().Contain((wish.Customer, Acme));
        (await new ConsultantBook(store).RemoveAsync(Anna, Cancelled)).Should().BeFalse("there is an appointment");
        (await new CustomerBook(store).EraseAsync(wish.Customer, "note", Cancelled)).Should().BeTrue();
        foreach (var table in (string[])["appointment", "appointment_history", "appointment_notice"])
            (await Probe.TextsAsync(address, $"SELECT CAST(count(*) AS text) FROM {table}")).Should().Equal(["0"], $"nothing of the person is left in {table}");
        (await new ConsultantBook(store).RemoveAsync(Anna, Cancelled)).Should().BeTrue();
    }

    [Fact]
    public async Task What_the_floor_hears_of_an_appointment_is_remembered_and_opens_or_closes_whom_it_was_made_for()
    {
        var address = await database.NewAsync();
        await using var store = await OpenAsync(1, new Same(address));
        var wishes = await WishesAsync(store, 2);
        var (book, lists, journal) = (new AppointmentBook(store), new AppointmentLists(store), new Plateau.Storage.Journals.Journal(store));
        foreach (var (wish, place) in wishes.Select((wish, place) => (wish, place)))
            (await book.BookAsync(wish with { Start = Thursday + Duration.FromHours(5 * place), Attempt = new($"a-{place}") }, Noon, "user:zoe", Cancelled)).Card.Should().NotBeNull();
        (await lists.UntoldAsync(10, Cancelled)).Should().HaveCount(2);
        await Probe.TextsAsync(address, "UPDATE prospect SET state = 2, reason = 'success' RETURNING list_id");
        var written = await journal.AppendAsync("floor", 0, [.. wishes.Select((wish, place) => new AppointmentBooked(Noon, new($"a-{place}"), Solar, wish.Prospect, wish.Customer, new("zoe"), wish.Id))], Cancelled);
        (await lists.UntoldAsync(10, Cancelled)).Should().BeEmpty();
        // The second of them objected meanwhile: what comes of the appointment opens nothing.
        await Probe.TextsAsync(address, $"UPDATE prospect SET state = 5, reason = 'opposed' WHERE id = {wishes[1].Prospect} RETURNING list_id");
        foreach (var wish in wishes) await book.ReportAsync(wish.Id, null, AppointmentState.NoShow, Thursday + Duration.FromDays(1), "user:max", cancellation: Cancelled);
        (await lists.UntoldAsync(10, Cancelled)).Should().HaveCount(2);
        await journal.AppendAsync("floor", written, [.. wishes.Select(wish => new AppointmentSettled(Noon, wish.Id, Solar, wish.Prospect, wish.Customer, AppointmentState.Booked, AppointmentState.NoShow, Verdict.Again(Noon + Duration.FromDays(2), "appointment-missed")))], Cancelled);
        (await lists.UntoldAsync(10, Cancelled)).Should().BeEmpty();
        (await Probe.TextsAsync(address, "SELECT CAST(state AS text) || ' ' || reason FROM prospect ORDER BY id")).Should().Equal("1 appointment-missed", "5 opposed");
    }

    [Fact]
    public async Task One_made_in_the_calendar_keeps_from_being_called_whoever_waits_and_called_off_lets_them_again()
    {
        var address = await Database.NewAsync();
        await using var store = await OpenAsync(1, new Same(address));
        var wishes = await WishesAsync(store, 4);
        // Fresh, resting after a call, promised a callback, and barred: the last two stay as they are.
        foreach (var (state, reason, wish) in new[] { (1, "busy", wishes[1]), (4, "callback", wishes[2]), (5, "opposed", wishes[3]) })
            await Probe.TextsAsync(address, $"UPDATE prospect SET state = {state}, reason = '{reason}' WHERE id = {wish.Prospect} RETURNING list_id");
        var journal = new Plateau.Storage.Journals.Journal(store);
        var written = await journal.AppendAsync("floor", 0, [.. wishes.Select(wish => Settled(wish, AppointmentState.Cancelled, AppointmentState.Booked))], Cancelled);
        (await Probe.TextsAsync(address, "SELECT CAST(state AS text) || ' ' || reason FROM prospect ORDER BY id")).Should().Equal("2 success", "2 success", "4 callback", "5 opposed");
        await journal.AppendAsync("floor", written, [.. wishes.Select(wish => Settled(wish, AppointmentState.Booked, AppointmentState.Cancelled))], Cancelled);
        (await Probe.TextsAsync(address, "SELECT CAST(state AS text) || ' ' || reason FROM prospect ORDER BY id")).Should().Equal("1 appointment-cancelled", "1 appointment-cancelled", "4 callback", "5 opposed");

        static AppointmentSettled Settled(BookingWish wish, AppointmentState from, AppointmentState to) => new(Noon, wish.Id, Solar, wish.Prospect, wish.Customer, from, to, Rules.VerdictOf(to, Noon));
    }

    private sealed record Same(StoreAddress Address) : IDatabase
    {
        public Task<StoreAddress> NewAsync() => Task.FromResult(Address);
    }

    /// <summary>Four programs on one database, as floors on several machines are.</summary>
    private sealed record Houses(IReadOnlyList<Store> Stores) : IAsyncDisposable
    {
        public static async Task<Houses> OpenAsync(AppointmentContract contract, int consultants)
        {
            var address = await contract.Database.NewAsync();
            var stores = new List<Store> { await contract.OpenAsync(consultants, new Same(address)) };
            while (stores.Count < 4) stores.Add(await Store.OpenAsync(address, Cancelled));
            return new(stores);
        }

        public Store Of(int place) => Stores[place % Stores.Count];

        public AppointmentBook Book(int place) => new(Of(place));

        public async ValueTask DisposeAsync()
        {
            foreach (var store in Stores) await store.DisposeAsync();
        }
    }

    private async Task<Store> OpenAsync(int consultants, IDatabase? from = null)
    {
        var store = await OpenWithCentreAsync(from ?? database);
        foreach (var id in new[] { Anna, Bob }.Take(consultants))
            await new ConsultantBook(store).SetAsync(new Consultant(id, Acme, id.Value, $"{id}@example.org", "Europe/Paris"), Cancelled);
        return store;
    }

    /// <summary>So many people who all want Thursday at ten with Anna.</summary>
    private static async Task<IReadOnlyList<BookingWish>> WishesAsync(Store store, int count)
    {
        await ImportAsync(store, People(count));
        var people = (await new ProspectBook(store).OfListAsync(Spring, count, cancellation: Cancelled)).Items;
        return [.. people.Select((person, place) => new BookingWish(
            new($"m-{place + 1}-of-{person.Id}"), Solar, Anna, person.Id, person.Customer, Thursday, Rules, null, new("zoe"), new("3 rue des Lilas", person.Number, "client@example.org", "digicode 12", "fr", "Europe/Paris")))];
    }
}

public sealed class AppointmentsOnSqlite(SqliteDatabase database) : AppointmentContract(database), IClassFixture<SqliteDatabase>;

public sealed class AppointmentsOnPostgres(PostgresOfTheTests postgres) : AppointmentContract(new PostgresDatabase(postgres));
