using System.Data.Common;
using NodaTime;
using Plateau.Core.Appointments;
using Plateau.Core.Interactions;

namespace Plateau.Storage.Appointments;

/// <summary>What is written down with an appointment about the person: personal data, which goes with them.</summary>
/// <param name="Place">Where they meet; the link for a meeting by picture.</param>
/// <param name="Telephone">On which they are called for it.</param>
/// <param name="Email">Where the invitation goes; null for nobody to write to.</param>
/// <param name="Note">What the consultant should know.</param>
/// <param name="Language">In which the customer is written to: fr, en or ar.</param>
/// <param name="Zone">The zone by which the customer is told the time (tzdb id).</param>
public sealed record AppointmentDetails(string? Place, string? Telephone, string? Email, string? Note, string Language, string Zone)
{
    /// <summary>Whether the customer is told the same with both: only the consultant's note may differ.</summary>
    public bool InvitesAs(AppointmentDetails other) => this with { Note = other.Note } == other;
}

/// <summary>Whom an appointment is with, as the client's list names them.</summary>
/// <param name="Number">E.164 with its plus sign.</param>
public sealed record AppointmentCustomer(string Number, string? Name, string? FirstName, string? Company, string? Email, string? Postcode, string? City, string? Reference)
{
    /// <summary>Company, first name and name, as far as they are known; the number when none is.</summary>
    public string Called
    {
        get
        {
            var person = string.Join(' ', new[] { FirstName, Name }.Where(part => !string.IsNullOrWhiteSpace(part)));
            return string.Join(" – ", new[] { person, Company ?? "" }.Where(part => part.Length > 0)) is { Length: > 0 } called ? called : Number;
        }
    }
}

/// <summary>What of an appointment stands in a consultant's own calendar.</summary>
public sealed record AppointmentEvent(ConsultantId Consultant, int Sequence, string Address, string? Etag);

/// <summary>An appointment with everything that people see of it.</summary>
/// <param name="Told">The state of which the floor has heard; null while it has heard of none.</param>
public sealed record AppointmentCard(
    Appointment Appointment, AppointmentDetails Details, AppointmentCustomer Customer, string ConsultantName, InvitationReply Reply, Duration Reminder, AppointmentState? Told, AppointmentEvent? Event)
{
    public AppointmentId Id => Appointment.Id;
}

/// <summary>One thing that happened to an appointment.</summary>
/// <param name="Who">A user, the program, the customer or the consultant.</param>
/// <param name="What">booked, moved, cancelled, held, no-show, reopened, replied.</param>
public sealed record AppointmentEntry(Instant At, string Who, string What, Instant Start, ConsultantId Consultant, string? Detail)
{
    /// <summary>A length that the consultant gave it was not followed (its minutes are the detail), and somebody left it so.</summary>
    public const string Refused = "length-refused", Seen = "seen";
}

/// <summary>The columns of an appointment and how they are read.</summary>
internal static class AppointmentSql
{
    public const string Columns =
        """
        appointment.id, appointment.client_id, appointment.campaign_id, appointment.consultant_id, appointment.prospect_id, appointment.customer_id, appointment.start_at, appointment.end_at,
        appointment.gap, appointment.kind, appointment.state, appointment.sequence, appointment.attempt_id, appointment.agent_id, appointment.booked_at
        """;

    public const string Cards =
        $"""
        SELECT {Columns}, appointment.place, appointment.telephone, appointment.email, appointment.note, appointment.language, appointment.zone, appointment.reply, appointment.reminder,
            appointment.told_state, appointment.event_consultant_id, appointment.event_sequence, appointment.event_address, appointment.event_etag, consultant.name,
            customer.number, customer.name, customer.first_name, customer.company, customer.email, customer.postcode, customer.city, customer.reference
        FROM appointment JOIN consultant ON consultant.id = appointment.consultant_id JOIN customer ON customer.id = appointment.customer_id
        """;

    public static Appointment Read(DbDataReader row) => new(
        new(row.GetString(0)), new(row.GetString(1)), new(row.GetString(2)), new(row.GetString(3)), new(row.GetInt64(4)), new(row.GetInt64(5)),
        StoredInstant.Read(row.GetInt64(6)), StoredInstant.Read(row.GetInt64(7)), Duration.FromTicks(row.GetInt64(8)), (MeetingKind)row.GetInt16(9), (AppointmentState)row.GetInt16(10),
        row.GetInt32(11), row.TextOrNull(12) is { } attempt ? new AttemptId(attempt) : null, row.TextOrNull(13) is { } agent ? new AgentId(agent) : null, StoredInstant.Read(row.GetInt64(14)));

    public static AppointmentCard ReadCard(DbDataReader row) => new(
        Read(row),
        new(row.TextOrNull(15), row.TextOrNull(16), row.TextOrNull(17), row.TextOrNull(18), row.GetString(19), row.GetString(20)),
        new($"+{row.GetInt64(29)}", row.TextOrNull(30), row.TextOrNull(31), row.TextOrNull(32), row.TextOrNull(33), row.TextOrNull(34), row.TextOrNull(35), row.TextOrNull(36)),
        row.GetString(28), (InvitationReply)row.GetInt16(21), Duration.FromTicks(row.GetInt64(22)), row.IsDBNull(23) ? null : (AppointmentState)row.GetInt16(23),
        row.TextOrNull(24) is { } whose ? new AppointmentEvent(new(whose), row.GetInt32(25), row.GetString(26), row.TextOrNull(27)) : null);

    public static async Task<IReadOnlyList<AppointmentCard>> CardsAsync(this DbConnection connection, string where, CancellationToken cancellation, params (string, object?)[] parameters)
    {
        await using var command = connection.Command($"{Cards} {where}", parameters);
        await using var rows = await command.ExecuteReaderAsync(cancellation).ConfigureAwait(false);
        var cards = new List<AppointmentCard>();
        while (await rows.ReadAsync(cancellation).ConfigureAwait(false)) cards.Add(ReadCard(rows));
        return cards;
    }

    public static async Task<AppointmentCard?> CardAsync(this DbConnection connection, AppointmentId id, CancellationToken cancellation) =>
        await connection.CardsAsync("WHERE appointment.id = @id", cancellation, ("@id", id.Value)).ConfigureAwait(false) is [var card] ? card : null;
}
