using System.Text.Json;
using NodaTime;
using Plateau.Contracts.Reports;
using Plateau.Core.Appointments;
using Plateau.Core.Compliance;
using Plateau.Core.Floors;
using Plateau.Core.Interactions;
using Plateau.Storage;
using Plateau.Storage.Appointments;
using Plateau.Storage.Centre;

namespace Plateau.Contracts.Web;

/// <summary>Consultants of the two clients, and what was agreed with people of the morning's list, whose names are hostile.</summary>
internal static class AgreedDays
{
    public static readonly ConsultantId Anna = new("anna-ferrand"), Bruno = new("bruno-ferrand");

    /// <summary>Of this day pages and doors show the call sheet.</summary>
    public static readonly LocalDate Thursday = new(2026, 11, 26);

    /// <summary>The tree of a campaign that makes appointments, as the API takes it.</summary>
    public static string Results { get; } = JsonSerializer.Serialize<Disposition[]>([StandardDispositions.Appointment, .. StandardDispositions.Tree], FactJson.Options);

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public static async Task EnterAsync(Store store, string mine, string other)
    {
        var (consultants, book) = (new ConsultantBook(store), new AppointmentBook(store));
        foreach (var (id, name, client) in new[] { (Anna.Value, "Anna Ferrand", mine), (Bruno.Value, "Bruno Ferrand", mine), ("atlas-omar", "Omar Atlas", other) })
            await consultants.SetAsync(new Consultant(new(id), new(client), name, $"{id}@ferrand.example", "Europe/Paris") { KeepsFrenchHolidays = false, Language = id == Anna.Value ? "en" : "fr" }, Cancelled);
        await consultants.SetCalendarAsync(new(Bruno, CalendarKind.Feed, "https://calendars.example/bruno.ics"), Cancelled);
        await consultants.SyncFailedAsync(Bruno, "404", Cancelled);
        var now = At(9) - Duration.FromDays(2);
        var people = (await new ProspectBook(store).OfListAsync(new ListId(SimulatedMorning.List), 3, cancellation: Cancelled)).Items;
        foreach (var (hour, person, whose) in new[] { (9, people[0], Anna), (14, people[1], Anna), (10, people[2], Bruno) })
            (await book.BookAsync(Wish(person, whose, At(hour)), now, "user:essai", Cancelled)).Card.Should().NotBeNull();
        await new AnswerBook(store).KeepAsync(people[0].Customer, new("agreed-call"), [new(new("agreed-call"), new("aurore-printemps"), 1, new("rosa"), now, "need", "Besoin", "Une mutuelle pour deux")], Cancelled);
        await book.ReportAsync(IdOf(people[1]), null, AppointmentState.NoShow, At(18), "user:essai", cancellation: Cancelled);
    }

    /// <summary>The first time that is free from the morning so many days on: the same hour of a day, whenever this runs.</summary>
    public static async Task<Instant> FreeAsync(Store store, ConsultantId whose, int days, int which = 0)
    {
        var from = Zones.Paris.AtStartOfDay(SystemClock.Instance.GetCurrentInstant().InZone(Zones.Paris).Date.PlusDays(days)).ToInstant();
        var diary = (await new ConsultantBook(store).DiariesAsync(new(PagesRoom.Mine), from, from + Duration.FromDays(21), Cancelled)).Single(diary => diary.Consultant.Id == whose);
        return FreeSlots.Find([diary], new AppointmentRules { Notice = Duration.Zero, Gap = Duration.Zero }, new(null, null, []), from).Offers[which].Start;
    }

    public static BookingWish Wish(ProspectCard person, ConsultantId whose, Instant start) => new(
        IdOf(person), new("aurore-printemps"), whose, person.Id, person.Customer, start, new AppointmentRules { HorizonDays = 90, Gap = Duration.Zero }, null, null, new("3 rue des Lilas", person.Number, "client@example.org", "digicode 12", "fr", "Europe/Paris"));

    public static AppointmentId IdOf(ProspectCard person) => new($"agreed-{person.Id}");

    private static Instant At(int hour) => Zones.Paris.AtStrictly(Thursday + new LocalTime(hour, 0)).ToInstant();
}
