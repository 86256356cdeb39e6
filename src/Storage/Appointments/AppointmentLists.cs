using NodaTime;
using Plateau.Core.Appointments;
using Plateau.Core.Interactions;

namespace Plateau.Storage.Appointments;

/// <summary>Appointments as pages and services look for them: by week, by person, by what is still to be told or written.</summary>
public sealed class AppointmentLists(Store store)
{
    /// <summary>Appointments of one answer at most: a page of more would be no calendar any more.</summary>
    public const int Most = 2_000;

    /// <summary>Names of one question at most.</summary>
    private const int MostAsked = 500;

    /// <summary>Those that lie in a range, in order of time.</summary>
    /// <param name="clients">Only these clients'; null for all.</param>
    public async Task<IReadOnlyList<AppointmentCard>> BetweenAsync(
        IReadOnlyCollection<ClientId>? clients, CampaignId? campaign, ConsultantId? consultant, Instant from, Instant until, CancellationToken cancellation = default)
    {
        if (clients is { Count: 0 }) return [];
        await using var connection = await store.ConnectAsync(cancellation).ConfigureAwait(false);
        var (where, values) = ("WHERE appointment.start_at < @until AND appointment.end_at > @from", new List<(string, object?)> { ("@from", StoredInstant.Of(from)), ("@until", StoredInstant.Of(until)), ("@most", Most) });
        if (clients is not null)
        {
            where += $" AND appointment.client_id IN ({string.Join(", ", clients.Select((_, place) => $"@client{place}"))})";
            values.AddRange(clients.Select((client, place) => ($"@client{place}", (object?)client.Value)));
        }
        if (campaign is { } one)
        {
            where += " AND appointment.campaign_id = @campaign";
            values.Add(("@campaign", one.Value));
        }
        if (consultant is { } whose)
        {
            where += " AND appointment.consultant_id = @consultant";
            values.Add(("@consultant", whose.Value));
        }
        return await connection.CardsAsync($"{where} ORDER BY appointment.start_at, appointment.id LIMIT @most", cancellation, [.. values]).ConfigureAwait(false);
    }

    /// <summary>All that was ever agreed with a person, the latest first.</summary>
    public async Task<IReadOnlyList<AppointmentCard>> OfCustomerAsync(CustomerId customer, CancellationToken cancellation = default)
    {
        await using var connection = await store.ConnectAsync(cancellation).ConfigureAwait(false);
        return await connection.CardsAsync("WHERE appointment.customer_id = @customer ORDER BY appointment.start_at DESC, appointment.id", cancellation, ("@customer", customer.Value)).ConfigureAwait(false);
    }

    /// <summary>These appointments with what people see of them, as far as they are there.</summary>
    public async Task<IReadOnlyDictionary<AppointmentId, AppointmentCard>> OfIdsAsync(IReadOnlyList<AppointmentId> ids, CancellationToken cancellation = default)
    {
        var found = new Dictionary<AppointmentId, AppointmentCard>();
        await using var connection = await store.ConnectAsync(cancellation).ConfigureAwait(false);
        foreach (var some in ids.Chunk(MostAsked))
            foreach (var card in await connection.CardsAsync($"WHERE appointment.id IN ({string.Join(", ", some.Select((_, place) => $"@id{place}"))})", cancellation, [.. some.Select((id, place) => ($"@id{place}", (object?)id.Value))]).ConfigureAwait(false))
                found[card.Id] = card;
        return found;
    }

    /// <summary>What a call made, one that stands before one called off; null when it made none.</summary>
    public async Task<AppointmentCard?> OfAttemptAsync(AttemptId attempt, CancellationToken cancellation = default)
    {
        await using var connection = await store.ConnectAsync(cancellation).ConfigureAwait(false);
        return await connection.CardsAsync("WHERE appointment.attempt_id = @attempt ORDER BY appointment.state, appointment.booked_at DESC LIMIT 1", cancellation, ("@attempt", attempt.Value)).ConfigureAwait(false) is [var card] ? card : null;
    }

    /// <summary>Those of which the floor has not heard how they stand.</summary>
    public async Task<IReadOnlyList<AppointmentCard>> UntoldAsync(int count, CancellationToken cancellation = default)
    {
        await using var connection = await store.ConnectAsync(cancellation).ConfigureAwait(false);
        return await connection.CardsAsync("WHERE appointment.told_state IS NULL OR appointment.told_state <> appointment.state ORDER BY appointment.booked_at, appointment.id LIMIT @count", cancellation, ("@count", count)).ConfigureAwait(false);
    }

    /// <summary>Those that do not stand in their consultant's own calendar as they are: to be written, changed, or taken out of it.</summary>
    /// <param name="since">Those that ended before are left as they are.</param>
    public async Task<IReadOnlyList<AppointmentCard>> UnwrittenAsync(Instant since, int count, CancellationToken cancellation = default)
    {
        await using var connection = await store.ConnectAsync(cancellation).ConfigureAwait(false);
        return await connection.CardsAsync(
            """
            WHERE appointment.end_at > @since AND (CASE
                WHEN appointment.event_consultant_id IS NULL THEN appointment.state <> 3 AND EXISTS (SELECT 1 FROM consultant_calendar WHERE consultant_calendar.consultant_id = appointment.consultant_id AND consultant_calendar.kind = 1)
                ELSE appointment.state = 3 OR appointment.event_consultant_id <> appointment.consultant_id OR appointment.event_sequence <> appointment.sequence END)
            ORDER BY appointment.start_at, appointment.id LIMIT @count
            """, cancellation, ("@since", StoredInstant.Of(since)), ("@count", count)).ConfigureAwait(false);
    }

    /// <summary>Those to come whose consultant gave them a length that was not followed, and about which nobody has done anything since; each with those minutes.</summary>
    public async Task<IReadOnlyList<(AppointmentCard Card, string Minutes)>> UnfollowedAsync(ConsultantId? consultant, Instant now, CancellationToken cancellation = default)
    {
        await using var connection = await store.ConnectAsync(cancellation).ConfigureAwait(false);
        var refused = new Dictionary<AppointmentId, string>();
        await using (var command = connection.Command(
            """
            SELECT entry.appointment_id, entry.detail FROM appointment_history AS entry JOIN appointment ON appointment.id = entry.appointment_id
            WHERE entry.what = 'length-refused' AND appointment.state = 0 AND appointment.end_at > @now AND appointment.consultant_id = coalesce(@consultant, appointment.consultant_id)
                AND NOT EXISTS (SELECT 1 FROM appointment_history AS later WHERE later.appointment_id = entry.appointment_id AND later.id > entry.id AND later.what IN ('moved', 'seen', 'length-refused'))
            """, ("@now", StoredInstant.Of(now)), ("@consultant", consultant?.Value)))
        {
            await using var rows = await command.ExecuteReaderAsync(cancellation).ConfigureAwait(false);
            while (await rows.ReadAsync(cancellation).ConfigureAwait(false)) refused[new(rows.GetString(0))] = rows.TextOrNull(1) ?? "";
        }
        return [.. (await OfIdsAsync([.. refused.Keys], cancellation).ConfigureAwait(false)).Values.OrderBy(card => card.Appointment.Start).Select(card => (card, refused[card.Id]))];
    }

    /// <summary>The consultants whom a person has met, the latest first.</summary>
    public async Task<IReadOnlyList<ConsultantId>> MetAsync(CustomerId customer, CancellationToken cancellation = default) =>
        [.. (await OfCustomerAsync(customer, cancellation).ConfigureAwait(false)).Where(card => card.Appointment.State == AppointmentState.Held).Select(card => card.Appointment.Consultant).Distinct()];
}
