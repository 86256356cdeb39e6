using NodaTime;
using Plateau.Core.Appointments;
using Plateau.Core.Interactions;

namespace Plateau.Storage.Appointments;

/// <summary>An appointment as it is counted: for which campaign, with whom, by whom and when it was made, when it is, what came of it. Nothing in it names the customer.</summary>
/// <param name="Maker">agent:ID where an agent made it, else whoever entered it: user:ID, or a program.</param>
/// <param name="InCall">Whether a call made it; else the calendar did.</param>
public sealed record AppointmentMade(
    AppointmentId Id, ClientId Client, CampaignId Campaign, ConsultantId Consultant, string ConsultantName, string Maker, bool InCall, Instant BookedAt, Instant Start, AppointmentState State);

/// <summary>By which of its moments an appointment belongs to a day.</summary>
public enum AppointmentMoment
{
    /// <summary>When it was made, as calls and their results are counted.</summary>
    Made,
    /// <summary>When it takes place.</summary>
    Met,
}

/// <summary>What reports of appointments are counted from: the book itself, so that a figure and its appointments cannot differ.</summary>
public sealed class AppointmentFigures(Store store)
{
    /// <summary>Appointments of one report at most; a longer period is cut at its end, and says so.</summary>
    public const int Most = 200_000;

    /// <summary>Those of a range, the earliest first.</summary>
    /// <param name="clients">Only these clients'; null for all.</param>
    public async Task<IReadOnlyList<AppointmentMade>> OfAsync(IReadOnlyCollection<ClientId>? clients, AppointmentMoment by, Instant from, Instant until, CancellationToken cancellation = default)
    {
        if (clients is { Count: 0 }) return [];
        var moment = by == AppointmentMoment.Made ? "appointment.booked_at" : "appointment.start_at";
        var whose = clients is null ? "" : $"AND appointment.client_id IN ({string.Join(", ", clients.Select((_, place) => $"@client{place}"))})";
        await using var connection = await store.ConnectAsync(cancellation).ConfigureAwait(false);
        await using var command = connection.Command(
            $"""
            SELECT {AppointmentSql.Columns}, consultant.name, coalesce((SELECT who FROM appointment_history WHERE appointment_history.appointment_id = appointment.id AND what = 'booked' ORDER BY appointment_history.id LIMIT 1), '')
            FROM appointment JOIN consultant ON consultant.id = appointment.consultant_id
            WHERE {moment} >= @from AND {moment} < @until {whose} ORDER BY {moment}, appointment.id LIMIT @most
            """,
            [("@from", StoredInstant.Of(from)), ("@until", StoredInstant.Of(until)), ("@most", Most), .. (clients ?? []).Select((client, place) => ($"@client{place}", (object?)client.Value))]);
        await using var rows = await command.ExecuteReaderAsync(cancellation).ConfigureAwait(false);
        var made = new List<AppointmentMade>();
        while (await rows.ReadAsync(cancellation).ConfigureAwait(false))
        {
            var read = AppointmentSql.Read(rows);
            made.Add(new(read.Id, read.Client, read.Campaign, read.Consultant, rows.GetString(15), read.Agent is { } agent ? $"agent:{agent}" : rows.GetString(16), read.Attempt is not null, read.BookedAt, read.Start, read.State));
        }
        return made;
    }
}
