using NodaTime;
using Plateau.Core.Appointments;
using Plateau.Core.Interactions;
using Plateau.Server.Api.Door;
using Plateau.Server.Appointments;
using Plateau.Server.Setup.Changes;
using Plateau.Storage.Appointments;
using Plateau.Storage.Centre;

namespace Plateau.Server.Api;

/// <summary>Clients' consultants, and what was agreed for them: entered, read, and reported by the client's own programs.</summary>
internal static class AppointmentsApi
{
    /// <summary>Days of an answer when no end is given.</summary>
    private const int Days = 31;

    /// <summary>An appointment as a program sees it.</summary>
    /// <param name="Details">Place, telephone, mail and note: personal data.</param>
    internal sealed record AppointmentStory(Appointment Appointment, AppointmentDetails Details, AppointmentCustomer Customer, InvitationReply Reply)
    {
        public static AppointmentStory Of(AppointmentCard card) => new(card.Appointment, card.Details, card.Customer, card.Reply);
    }

    /// <summary>What came of an appointment.</summary>
    /// <param name="State">Held, no-show or cancelled; booked takes back what was said.</param>
    /// <param name="Sequence">As it was read; left out for whatever it is.</param>
    internal sealed record AppointmentReport(AppointmentState State, int? Sequence = null);

    /// <summary>A consultant as they are entered; what is left out has the house's standard.</summary>
    internal sealed record ConsultantWish(ClientId Client, string Name, string Email)
    {
        public string? Zone { get; init; }

        /// <summary>fr, en or ar: in which the consultant is written to.</summary>
        public string? Language { get; init; }
        public IReadOnlyList<WorkingHours>? Hours { get; init; }
        public IReadOnlyList<string>? Areas { get; init; }
        public int? MostPerDay { get; init; }
        public IReadOnlyList<LocalDate>? DaysOff { get; init; }
        public string? Territory { get; init; }
        public bool? KeepsFrenchHolidays { get; init; }
        public string? Telephone { get; init; }
        public string? Room { get; init; }
        public bool? Active { get; init; }

        public Consultant Of(ConsultantId id) => new(id, Client, Name, Email, Zone ?? "Europe/Paris")
        {
            Hours = Hours ?? WorkingHours.Ordinary, Areas = Areas ?? [], MostPerDay = MostPerDay ?? 6, DaysOff = DaysOff ?? [], Territory = Territory, KeepsFrenchHolidays = KeepsFrenchHolidays ?? true,
            Language = Language ?? "fr", Telephone = Telephone, Room = Room, Active = Active ?? true,
        };
    }

    public static void Map(RouteGroupBuilder api)
    {
        var consultants = api.MapGroup("/consultants").WithTags("Appointments");
        consultants.MapGet("/", ConsultantsAsync).Says("ListConsultants", Scope.CentreRead, "Consultants whom appointments are made for, in order of name").Produces<Page<Consultant>>();
        consultants.MapGet("/{consultant}", ConsultantAsync).Says("GetConsultant", Scope.CentreRead, "One consultant with hours, areas and days off").Produces<Consultant>();
        consultants.MapPut("/{consultant}", SetConsultantAsync).Says("SetConsultant", Scope.CentreWrite, "Enter or change a consultant", "Times are by the consultant's own zone. Areas are beginnings of postal codes or territories; none for everywhere.")
            .Produces<Consultant>().Produces<Consultant>(201).Like("""{"client":"aurore","name":"Anna Leroy","email":"anna@example.org","areas":["69","38"],"hours":[{"day":"monday","from":"09:00:00","until":"12:00:00"}]}""");
        var appointments = api.MapGroup("/appointments").WithTags("Appointments");
        appointments.MapGet("/", ListAsync).Says("ListAppointments", Scope.ProspectsRead, "Appointments of a range, in order of time", $"Those from now on, {Days} days, when no range is given; at most {AppointmentLists.Most} in one answer.").Produces<Page<AppointmentStory>>();
        appointments.MapGet("/{appointment}", GetAsync).Says("GetAppointment", Scope.ProspectsRead, "One appointment with its customer").Produces<AppointmentStory>();
        appointments.MapPost("/{appointment}/report", ReportAsync).Says("ReportAppointment", Scope.ListsWrite, "Report that an appointment was held, missed or called off", "The prospect and the campaign's report follow; whoever must hear of a call-off is told.")
            .Produces<AppointmentStory>().Like("""{"state":"held"}""");
    }

    private static async Task<IResult> ConsultantsAsync(Caller caller, ConsultantBook book, CancellationToken cancel) =>
        Results.Ok(new Page<Consultant>([.. await book.AllAsync(caller.Client, cancel)], null));

    private static async Task<IResult> ConsultantAsync(string consultant, Caller caller, ConsultantBook book, CancellationToken cancel) =>
        await book.FindAsync(new(consultant), cancel) is { } found && caller.Sees(found.Client) ? Results.Ok(found) : Problem.Unknown("consultant", consultant);

    private static async Task<IResult> SetConsultantAsync(string consultant, ConsultantWish wish, Caller caller, Reach reach, ConsultantBook book, CancellationToken cancel)
    {
        var id = new ConsultantId(consultant);
        var before = await book.FindAsync(id, cancel);
        if (await reach.ClientAsync(caller, wish.Client, cancel) is null) return Problem.Unknown("client", wish.Client);
        if (before is not null && !caller.Sees(before.Client)) return Problem.Unknown("consultant", consultant);
        if (before is not null && before.Client != wish.Client) return Problem.Conflict(new Flaw($"consultant {consultant}", "client-differs", $"it belongs to client {before.Client}: choose another id"));
        var made = wish.Of(id);
        if (Asked.FlawsOfId("consultant", consultant).Concat(made.Flaws()).ToList() is { Count: > 0 } flaws) return Problem.Unfit(flaws);
        await book.SetAsync(made, cancel);
        return Problem.Answer(Changed<Consultant>.To(made, before is null), $"/api/v1/consultants/{consultant}");
    }

    private static async Task<IResult> ListAsync(Caller caller, AppointmentLists lists, IClock clock, CancellationToken cancel, DateTimeOffset? from = null, DateTimeOffset? until = null, string? consultant = null)
    {
        var begin = from is { } given ? Instant.FromDateTimeOffset(given) : clock.GetCurrentInstant();
        var end = until is { } last ? Instant.FromDateTimeOffset(last) : begin + Duration.FromDays(Days);
        var cards = await lists.BetweenAsync(caller.Client is { } own ? [own] : null, null, consultant is null ? null : new ConsultantId(consultant), begin, end, cancel);
        return Results.Ok(new Page<AppointmentStory>([.. cards.Select(AppointmentStory.Of)], null));
    }

    private static async Task<IResult> GetAsync(string appointment, Caller caller, AppointmentBook book, CancellationToken cancel) =>
        await book.FindAsync(new(appointment), cancel) is { } found && caller.Sees(found.Appointment.Client) ? Results.Ok(AppointmentStory.Of(found)) : Problem.Unknown("appointment", appointment);

    private static async Task<IResult> ReportAsync(string appointment, AppointmentReport report, Caller caller, AppointmentBook book, AppointmentDesk desk, CancellationToken cancel)
    {
        if (await book.FindAsync(new(appointment), cancel) is not { } found || !caller.Sees(found.Appointment.Client)) return Problem.Unknown("appointment", appointment);
        var change = await desk.SetAsync(found.Id, report.Sequence, report.State, "program", cancel: cancel);
        return change switch
        {
            { Fault: null, Card: { } card } => Results.Ok(AppointmentStory.Of(card)),
            { Fault: ChangeFault.Slot } => Problem.Conflict(new Flaw($"appointment {appointment}", "appointment-taken", "its time is not free any more: make another")),
            _ => Problem.Conflict(new Flaw($"appointment {appointment}", "version-differs", "it was changed meanwhile: read it again and report on what is there")),
        };
    }
}
