using System.Globalization;
using NodaTime;
using NodaTime.Text;
using Plateau.Contracts.Reports;
using Plateau.Contracts.Telephony;
using Plateau.Core.Appointments;
using Plateau.Core.Compliance;
using Plateau.Core.Interactions;
using Plateau.Server.People;
using Plateau.Server.Setup.Customers;
using Plateau.Server.Web.Words;
using Plateau.Storage.Appointments;
using Plateau.Storage.Audit;
using Plateau.Storage.Centre;
using static Microsoft.Playwright.Assertions;

namespace Plateau.Contracts.Web;

/// <summary>The calendar of appointments as supervisors and clients use it: dragged, moved by the keyboard, reported, undone; and the call sheet.</summary>
public sealed class AppointmentPagesContract(PagesRoom room)
{
    private static readonly LocalDateTimePattern Cell = LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd HH:mm");

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_appointment_is_dragged_to_another_time_and_back_by_undo()
    {
        var (visit, id, start, free) = await OpenWithOneAsync(10, days: 7);
        await using var _ = visit;
        var page = visit.Page;
        await page.Locator($"[data-appointment='{id}']").DragToAsync(page.Locator($"[data-cell='{Cell.Format(Local(free))}']"));
        await Eventually.HoldsAsync(async () => (await FindAsync(id)).Appointment.Start == free, "it lies where it was dropped");
        (await FindAsync(id)).Appointment.Sequence.Should().Be(1, "people are to hear of it");
        await page.Locator("[data-undo]").ClickAsync();
        await Eventually.HoldsAsync(async () => (await FindAsync(id)).Appointment.Start == start, "it is back");
        (await new AuditLog(room.Store).LatestAsync(50, cancellation: Cancelled)).Should().Contain(entry => entry.Act == Operation.AppointmentsChange && entry.Subject == $"appointment:{id}" && entry.Client == PagesRoom.Mine);
        visit.Complaints.Should().BeEmpty();
    }

    [Fact]
    public async Task By_the_keyboard_it_is_moved_reported_and_the_report_taken_back()
    {
        var (visit, id, _, free) = await OpenWithOneAsync(20, days: 14);
        await using var __ = visit;
        var page = visit.Page;
        await page.Locator($"[data-appointment='{id}']").FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await page.Locator("#chosen .move input[type=text]").First.FillAsync(Local(free).Date.ToString("dd/MM/uuuu", CultureInfo.InvariantCulture));
        await page.Locator("[data-move-time]").FillAsync("06:00");
        await page.Locator("[data-moves]").PressAsync("Enter");
        await Expect(page.Locator(".notice.warn")).ToBeVisibleAsync();
        (await FindAsync(id)).Appointment.Sequence.Should().Be(0, "nobody works at six");
        await page.Locator("[data-move-time]").FillAsync(Local(free).TimeOfDay.ToString("HH:mm", CultureInfo.InvariantCulture));
        await page.Locator("[data-moves]").PressAsync("Enter");
        await Eventually.HoldsAsync(async () => (await FindAsync(id)).Appointment.Start == free, "it was moved");
        await page.Locator("#main").PressAsync("h");
        await Eventually.HoldsAsync(async () => (await FindAsync(id)).Appointment.State == AppointmentState.Held, "H says that they met");
        await page.Locator("[data-report=booked]").PressAsync("Enter");
        await Eventually.HoldsAsync(async () => (await FindAsync(id)).Appointment.State == AppointmentState.Booked, "it was taken back");
        await page.Locator("[data-report=cancelled]").PressAsync("Enter");
        await Eventually.HoldsAsync(async () => (await FindAsync(id)).Appointment.State == AppointmentState.Cancelled, "it was called off");
        await page.Locator("[data-report=booked]").PressAsync("Enter");
        await Eventually.HoldsAsync(async () => (await FindAsync(id)).Appointment.State == AppointmentState.Booked, "it stands again");
        (await new AuditLog(room.Store).LatestAsync(50, cancellation: Cancelled)).Should().ContainSingle(entry => entry.Subject == $"appointment:{id}" && entry.Outcome == "failed", "what was refused was not done");

        await visit.OpenAsync($"/customers/{(await FindAsync(id)).Appointment.Customer}");
        await page.Locator("main button", new() { HasText = CustomerWords.Erase.In(Language.Fr) }).ClickAsync();
        await page.Locator("main .btn.danger").ClickAsync();
        await Expect(page.Locator("main")).ToContainTextAsync("annulez-le d’abord");
        (await FindAsync(id)).Appointment.State.Should().Be(AppointmentState.Booked, "whoever would be waited for is called off first");
        visit.Complaints.Should().BeEmpty();
    }

    [Fact]
    public async Task A_free_time_is_booked_by_a_click_on_it_and_taken_back()
    {
        await using var visit = await room.VisitAsync((await room.ReadyAsync()).Everyone);
        var (page, who) = (visit.Page, await PersonAsync(12));
        var free = await AgreedDays.FreeAsync(room.Store, AgreedDays.Bruno, 9, 1);
        await visit.OpenAsync($"/appointments?view=team&day={LocalDatePattern.Iso.Format(Local(free).Date)}&client={PagesRoom.Mine}");
        await page.Locator($"[data-cell='{Cell.Format(Local(free))} {AgreedDays.Bruno}']").ClickAsync();
        await page.Locator("#book-whom").PressSequentiallyAsync(who.Number);
        await page.Locator("#book-found button").First.ClickAsync();
        await Expect(page.Locator("#book-with")).ToHaveValueAsync(AgreedDays.Bruno.Value);
        await Expect(page.Locator("[data-book-time]")).ToHaveValueAsync(Local(free).TimeOfDay.ToString("HH:mm", CultureInfo.InvariantCulture));
        await page.Locator("[data-book-it]").ClickAsync();
        await Expect(page.Locator("#chosen")).ToBeVisibleAsync();
        var made = (await OfAsync(who)).Should().ContainSingle().Subject;
        (made.Appointment.Start, made.Appointment.Consultant, made.Appointment.Attempt, made.Appointment.State).Should().Be((free, AgreedDays.Bruno, null, AppointmentState.Booked));
        await page.Locator("[data-undo]").ClickAsync();
        await Eventually.HoldsAsync(async () => (await FindAsync(made.Id)).Appointment.State == AppointmentState.Cancelled, "it was taken back");
        (await new AuditLog(room.Store).LatestAsync(50, cancellation: Cancelled)).Should().Contain(entry => entry.Act == Operation.AppointmentsChange && entry.Subject == $"appointment:{made.Id}" && entry.Client == PagesRoom.Mine && entry.Outcome == "done");
        visit.Complaints.Should().BeEmpty();
    }

    [Fact]
    public async Task By_the_keyboard_a_time_that_is_not_free_is_refused_with_its_reason_and_another_is_booked()
    {
        await using var visit = await room.VisitAsync((await room.ReadyAsync()).Everyone);
        var (page, who) = (visit.Page, await PersonAsync(13));
        await visit.OpenAsync($"/appointments?client={PagesRoom.Mine}&consultant={AgreedDays.Anna}");
        await page.Locator("#main").PressAsync("b");
        await Expect(page.Locator("#book-whom")).ToBeFocusedAsync();
        await page.Keyboard.TypeAsync(who.Number);
        await page.Locator("#book-found button").First.PressAsync("Enter");
        var offered = await page.Locator("[data-book-time]").InputValueAsync();
        await page.Locator("[data-book-time]").FillAsync("06:00");
        await page.Locator("[data-book-time]").PressAsync("Enter");
        await Expect(page.Locator("#new-appointment .notice.warn")).ToBeVisibleAsync();
        (await OfAsync(who)).Should().BeEmpty("nobody works at six");
        await Expect(page.Locator("[data-clocks]")).ToContainTextAsync("05:00");
        await page.Locator("[data-offer]").First.PressAsync("Enter");
        await Expect(page.Locator("[data-book-time]")).ToHaveValueAsync(offered);
        await page.Locator("[data-book-it]").PressAsync("Enter");
        await Expect(page.Locator("#chosen")).ToBeVisibleAsync();
        (await OfAsync(who)).Should().ContainSingle().Which.Appointment.Consultant.Should().Be(AgreedDays.Anna);
        visit.Complaints.Should().BeEmpty();
    }

    [Fact]
    public async Task By_arrows_it_is_reached_lifted_set_down_and_given_another_length_and_by_its_edge_too()
    {
        var (visit, id, start, _) = await OpenWithOneAsync(21, days: 35);
        await using var __ = visit;
        var (page, meeting) = (visit.Page, visit.Page.Locator($"[data-appointment='{id}']"));
        await meeting.FocusAsync();
        await page.Keyboard.PressAsync("ArrowDown");
        await Expect(page.Locator(".calendar .cell:focus")).ToHaveCountAsync(1);
        await page.Keyboard.PressAsync("ArrowUp");
        await Expect(meeting).ToBeFocusedAsync();
        (await page.Locator(".calendar [tabindex='0']").CountAsync()).Should().Be(1, "Tab reaches one place of the calendar");
        await page.Keyboard.PressAsync("m");
        await page.Keyboard.PressAsync("ArrowDown");
        await Expect(page.Locator("[data-ghost]")).ToContainTextAsync(Clock(start + Duration.FromMinutes(30)));
        await page.Keyboard.PressAsync("Escape");
        await Expect(page.Locator("[data-ghost]")).ToBeHiddenAsync();
        await page.Keyboard.PressAsync("m");
        await page.Keyboard.PressAsync("ArrowDown");
        await page.Keyboard.PressAsync("Shift+ArrowDown");
        await page.Keyboard.PressAsync("Enter");
        await Eventually.HoldsAsync(async () => (await FindAsync(id)).Appointment is { Sequence: 1 } moved && (moved.Start, moved.End) == (start + Duration.FromMinutes(30), start + Duration.FromMinutes(105)), "it lies half an hour later and takes a quarter more, and Escape had moved nothing");
        await Expect(page.Locator("[data-undo]")).ToBeVisibleAsync();
        await Expect(meeting).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("u");
        await Eventually.HoldsAsync(async () => (await FindAsync(id)).Appointment is var back && (back.Start, back.End) == (start, start + Duration.FromHours(1)), "U takes time and length back");

        await Expect(meeting).ToHaveAttributeAsync("data-length", "60");
        await meeting.ScrollIntoViewIfNeededAsync();
        var (edge, cell) = ((await meeting.Locator(".pull").BoundingBoxAsync())!, (await page.Locator(".calendar .cell").First.BoundingBoxAsync())!);
        await page.Mouse.MoveAsync(edge.X + edge.Width / 2, edge.Y + edge.Height / 2);
        await page.Mouse.DownAsync();
        await page.Mouse.MoveAsync(edge.X + edge.Width / 2, edge.Y + edge.Height / 2 + cell.Height, new() { Steps = 4 });
        await page.Mouse.UpAsync();
        await Eventually.HoldsAsync(async () => (await FindAsync(id)).Appointment is var longer && (longer.Start, longer.End) == (start, start + Duration.FromMinutes(90)), "its edge was pulled by half an hour");
        visit.Complaints.Should().BeEmpty();
    }

    [Fact]
    public async Task A_free_span_is_drawn_by_pointer_or_keys_and_booked_with_its_length()
    {
        await using var visit = await room.VisitAsync((await room.ReadyAsync()).Everyone);
        var (page, who) = (visit.Page, await PersonAsync(22));
        var free = await AgreedDays.FreeAsync(room.Store, AgreedDays.Bruno, 16);
        await visit.OpenAsync($"/appointments?view=team&day={LocalDatePattern.Iso.Format(Local(free).Date)}&client={PagesRoom.Mine}");
        await page.Locator(".calendar[data-listens]").WaitForAsync();
        var from = page.Locator($"[data-cell='{Cell.Format(Local(free))} {AgreedDays.Bruno}']");
        await from.FocusAsync();
        await page.Keyboard.PressAsync("Shift+ArrowDown");
        await page.Keyboard.PressAsync("Enter");
        await page.Locator("#book-whom").PressSequentiallyAsync(who.Number);
        await page.Locator("#book-found button").First.ClickAsync();
        await Expect(page.Locator("[data-book-length]")).ToHaveValueAsync("60");
        await Expect(page.Locator("[data-ghost]")).ToBeHiddenAsync();
        await from.ScrollIntoViewIfNeededAsync();
        var box = (await from.BoundingBoxAsync())!;
        await page.Mouse.MoveAsync(box.X + 20, box.Y + 4);
        await page.Mouse.DownAsync();
        await page.Mouse.MoveAsync(box.X + 20, box.Y + 4 + 2.9f * box.Height, new() { Steps = 6 });
        await Expect(page.Locator("[data-ghost]")).ToContainTextAsync(Clock(free + Duration.FromMinutes(90)));
        await page.Mouse.UpAsync();
        await Expect(page.Locator("[data-book-length]")).ToHaveValueAsync("90");
        await page.Locator("[data-book-it]").ClickAsync();
        await Expect(page.Locator("#chosen")).ToBeVisibleAsync();
        (await OfAsync(who)).Should().ContainSingle().Which.Appointment.Should().Match<Appointment>(made => made.Start == free && made.End == free + Duration.FromMinutes(90) && made.Consultant == AgreedDays.Bruno);
        visit.Complaints.Should().BeEmpty();
    }

    [Fact]
    public async Task What_was_agreed_beside_the_time_is_changed_after_booking_and_a_length_not_followed_is_told_until_acted_on()
    {
        var (visit, id, _, _) = await OpenWithOneAsync(23, days: 42);
        await using var __ = visit;
        var page = visit.Page;
        await page.Locator($"[data-appointment='{id}']").ClickAsync();
        await page.Locator("[data-describes]").ClickAsync();
        await page.Locator("#details-email").FillAsync("no address");
        await page.Locator("[data-keeps-details]").ClickAsync();
        await Expect(page.Locator("#details-email-says.wrong")).ToBeVisibleAsync();
        await page.Locator("#details-email").FillAsync("nouvelle@example.org");
        await page.Locator("#details-language").SelectOptionAsync("ar");
        await page.Locator("[data-keeps-details]").ClickAsync();
        await Eventually.HoldsAsync(async () => (await FindAsync(id)) is { Details: { Language: "ar", Email: "nouvelle@example.org", Note: "digicode 12" }, Appointment.Sequence: 1 }, "the invitation goes out anew, in Arabic");
        await page.Locator("[data-undo]").ClickAsync();
        await Eventually.HoldsAsync(async () => (await FindAsync(id)).Details is { Language: "fr", Email: "client@example.org" }, "it was taken back");

        await new AppointmentBook(room.Store).NoteAsync(id, AppointmentEntry.Refused, "600", SystemClock.Instance.GetCurrentInstant(), "consultant", Cancelled);
        await visit.OpenAsync(page.Url);
        await Expect(page.Locator($"[data-appointment='{id}'] .told")).ToBeVisibleAsync();
        await page.Locator($"[data-appointment='{id}']").ClickAsync();
        await page.Locator("[data-seen]").ClickAsync();
        await Expect(page.Locator("[data-seen]")).ToHaveCountAsync(0);
        await Expect(page.Locator($"[data-appointment='{id}'] .told")).ToHaveCountAsync(0);
        visit.Complaints.Should().BeEmpty();
    }

    [Fact]
    public async Task In_the_view_of_a_team_it_is_dragged_to_a_colleague()
    {
        var (visit, id, start, _) = await OpenWithOneAsync(30, days: 7, view: "team");
        await using var __ = visit;
        await visit.Page.Locator($"[data-appointment='{id}']").DragToAsync(visit.Page.Locator($"[data-cell='{Cell.Format(Local(start))} {AgreedDays.Bruno}']"));
        await Eventually.HoldsAsync(async () => (await FindAsync(id)).Appointment.Consultant == AgreedDays.Bruno, "the colleague has it");
        visit.Complaints.Should().BeEmpty();
    }

    /// <summary>Of a consultant where it is day now, whenever this runs.</summary>
    [Fact]
    public async Task A_line_marks_the_present_time_in_the_column_of_today_alone_and_moves_by_itself()
    {
        await using var visit = await room.VisitAsync((await room.ReadyAsync()).Everyone);
        var zone = new[] { Zones.Paris, Zones.Named("America/Martinique")!, Zones.Named("Pacific/Noumea")!, Zones.Named("Pacific/Tahiti")! }.First(zone => SystemClock.Instance.GetCurrentInstant().InZone(zone).Hour is >= 8 and < 18);
        var there = new Consultant(new("now"), new(PagesRoom.Other), "Teva Maro", "teva@atlas.example", zone.Id) { KeepsFrenchHolidays = false };
        await new ConsultantBook(room.Store).SetAsync(there, Cancelled);
        await visit.OpenAsync($"/appointments?view=team&client={PagesRoom.Other}&consultant={there.Id}");
        var mark = visit.Page.Locator(".calendar [data-now]");
        await Expect(mark).ToHaveAttributeAsync("aria-hidden", "true");
        var top = await visit.Page.EvaluateAsync<double>("(() => { const mark = document.querySelector('[data-now]'), cell = document.querySelector('.calendar .cell'); return (mark.offsetTop + 1) / cell.offsetHeight * 30; })()");
        var minutes = (SystemClock.Instance.GetCurrentInstant().InZone(zone).LocalDateTime.TimeOfDay - new LocalTime(8, 0)).ToDuration().TotalMinutes;
        top.Should().BeApproximately(minutes, 2);
        var before = await mark.GetAttributeAsync("style");
        await Expect(mark).Not.ToHaveAttributeAsync("style", before!);
        await visit.OpenAsync($"/appointments?view=team&client={PagesRoom.Other}&consultant={there.Id}&day=2026-11-24");
        await Expect(visit.Page.Locator(".calendar .cell").First).ToBeVisibleAsync();
        await Expect(mark).ToHaveCountAsync(0);
        visit.Complaints.Should().BeEmpty();
    }

    [Fact]
    public async Task A_client_sees_its_own_appointments_changes_nothing_and_takes_the_sheet_along()
    {
        await room.ReadyAsync();
        var user = await room.EnterPersonAsync("rendez-vous-client", "Essai", [Role.Client], [PagesRoom.Mine]);
        await using var visit = await room.VisitAsync(user);
        var page = visit.Page;
        await visit.OpenAsync("/appointments?day=2026-11-26");
        await Expect(page.Locator(".meeting")).ToHaveCountAsync(3);
        (await page.Locator(".meeting").First.GetAttributeAsync("draggable")).Should().Be("false");
        await page.Locator(".meeting").First.ClickAsync();
        await Expect(page.Locator("#chosen")).ToBeVisibleAsync();
        await page.Locator(".cell").First.ClickAsync();
        (await page.Locator("[data-report], [data-moves], [data-books-new], #new-appointment").CountAsync()).Should().Be(0);
        await visit.OpenAsync("/appointments/sheets/anna-ferrand/2026-11-26");
        await Expect(page.Locator("[data-sheet]")).ToHaveCountAsync(2);
        await Expect(page.Locator("[data-sheet]").First).ToContainTextAsync("digicode 12");
        await Expect(page.Locator("[data-sheet] [data-answers]")).ToContainTextAsync("Une mutuelle pour deux");
        await Expect(page.Locator(".sheet-list h2")).ToContainTextAsync("Call sheet", new() { UseInnerText = true });
        using var reader = await room.ReaderAsync(user);
        var sheet = await reader.GetStringAsync("appointments/sheets/anna-ferrand/2026-11-26.csv", Cancelled);
        sheet.Should().Contain("09:00").And.Contain("digicode 12").And.Contain("Besoin : Une mutuelle pour deux").And.Contain("at the customer’s").And.NotContain($"\n{SimulatedMorning.Formula}").And.NotContain($",{SimulatedMorning.Formula}", "no cell runs as a formula");
        visit.Complaints.Should().BeEmpty();
    }

    [Fact]
    public async Task What_a_person_answered_stands_on_their_page_and_in_the_file_of_their_data()
    {
        await using var visit = await room.VisitAsync((await room.ReadyAsync()).Everyone);
        var person = (await new ProspectBook(room.Store).OfListAsync(new ListId(SimulatedMorning.List), 1, cancellation: Cancelled)).Items[0];
        await visit.OpenAsync($"/customers/{person.Customer}");
        await Expect(visit.Page.Locator("#answers")).ToContainTextAsync("Une mutuelle pour deux");
        using var reader = await room.ReaderAsync(room.Everyone);
        using var data = System.Text.Json.JsonDocument.Parse(await reader.GetStringAsync(await visit.Page.Locator("a[download][href$='data.json']").GetAttributeAsync("href"), Cancelled));
        data.RootElement.GetProperty("answers")[0].GetProperty("answer").GetString().Should().Be("Une mutuelle pour deux");
        data.RootElement.GetProperty("person").GetProperty("number").GetString().Should().Be(person.Number);
        data.RootElement.GetProperty("appointments").GetArrayLength().Should().BeGreaterThan(0);
        visit.Complaints.Should().BeEmpty();
    }

    [Fact]
    public async Task A_consultant_is_entered_given_hours_and_offered()
    {
        await using var visit = await room.VisitAsync((await room.ReadyAsync()).Everyone);
        var page = visit.Page;
        await visit.OpenAsync($"/consultants?client={PagesRoom.Other}");
        await page.Locator("#main").PressAsync("n");
        await page.Locator("form input.input").Nth(0).FillAsync("Zineb Alami");
        await page.Locator("form input.input").Nth(1).FillAsync("not an address");
        await page.Locator("form .btn.main").ClickAsync();
        await Expect(page.Locator(".notice.bad")).ToBeVisibleAsync();
        await page.Locator("form input.input").Nth(1).FillAsync("zineb@atlas.example");
        await page.Locator("form .btn.main").ClickAsync();
        await page.ReachesAsync("/consultants/zineb-alami");
        await page.Locator(".week-hours tr").Nth(5).Locator("button").Last.ClickAsync();
        await page.Locator("input[maxlength='400']").FillAsync("69 FR-974");
        await page.Locator("input[maxlength='400']").BlurAsync();
        await page.Locator("[data-key=ctrl-enter]:enabled").ClickAsync();
        await Eventually.HoldsAsync(async () => (await new ConsultantBook(room.Store).FindAsync(new("zineb-alami"), Cancelled))?.Areas.Count == 2, "it is kept");
        var kept = (await new ConsultantBook(room.Store).FindAsync(new("zineb-alami"), Cancelled))!;
        kept.Hours.Should().Contain(hours => hours.Day == IsoDayOfWeek.Saturday);
        kept.Client.Should().Be(new ClientId(PagesRoom.Other));
        visit.Complaints.Should().BeEmpty();
    }

    /// <summary>A page with one appointment of this test's own on it, and a free time beside it on the same day.</summary>
    private async Task<(Visit Visit, AppointmentId Id, Instant Start, Instant Free)> OpenWithOneAsync(int person, int days, string view = "week")
    {
        await room.ReadyAsync();
        var who = (await new ProspectBook(room.Store).OfListAsync(new ListId(SimulatedMorning.List), 40, cancellation: Cancelled)).Items[person];
        var start = await AgreedDays.FreeAsync(room.Store, AgreedDays.Anna, days);
        (await new AppointmentBook(room.Store).BookAsync(AgreedDays.Wish(who, AgreedDays.Anna, start), SystemClock.Instance.GetCurrentInstant(), "user:essai", Cancelled)).Card.Should().NotBeNull();
        var free = await AgreedDays.FreeAsync(room.Store, AgreedDays.Anna, days, 2);
        var visit = await room.VisitAsync(room.Everyone);
        await visit.OpenAsync($"/appointments?view={view}&day={LocalDatePattern.Iso.Format(Local(start).Date)}&client={PagesRoom.Mine}");
        await visit.Page.Locator($".calendar[data-listens] [data-appointment='{AgreedDays.IdOf(who)}']").WaitForAsync();
        return (visit, AgreedDays.IdOf(who), start, free);
    }

    private async Task<ProspectCard> PersonAsync(int which) => (await new ProspectBook(room.Store).OfListAsync(new ListId(SimulatedMorning.List), 40, cancellation: Cancelled)).Items[which];

    private Task<IReadOnlyList<AppointmentCard>> OfAsync(ProspectCard who) => new AppointmentLists(room.Store).OfCustomerAsync(who.Customer, Cancelled);

    private async Task<AppointmentCard> FindAsync(AppointmentId id) => (await new AppointmentBook(room.Store).FindAsync(id, Cancelled))!;

    private static string Clock(Instant at) => Local(at).TimeOfDay.ToString("HH:mm", CultureInfo.InvariantCulture);

    private static LocalDateTime Local(Instant at) => at.InZone(Zones.Paris).LocalDateTime;
}
