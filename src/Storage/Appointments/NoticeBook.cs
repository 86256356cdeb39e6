using System.Data.Common;
using NodaTime;
using Plateau.Core.Appointments;
using Plateau.Core.Interactions;

namespace Plateau.Storage.Appointments;

/// <summary>What a notice says. The numbers are kept in the database and never change.</summary>
public enum NoticeKind { Confirmation = 0, Reminder = 1, Change = 2, Cancellation = 3 }

/// <summary>Who reads a notice. The numbers are kept in the database and never change.</summary>
public enum NoticeReader { Customer = 0, Consultant = 1 }

/// <summary>Something that has to be said about an appointment.</summary>
/// <param name="Consultant">Who reads it, for one told to a consultant.</param>
/// <param name="Sequence">Of the invitation that it brings.</param>
public sealed record AppointmentNotice(
    long Id, AppointmentId Appointment, NoticeKind Kind, NoticeReader Reader, ConsultantId? Consultant, int Sequence, Instant DueAt, Instant? SentAt, int Tries, string? Error, bool GivenUp);

/// <summary>What is to be told about appointments, written with the change that it tells of: nothing is forgotten, and nothing is told of what was not kept.</summary>
public sealed class NoticeBook(Store store)
{
    private const string Columns = "id, appointment_id, kind, reader, consultant_id, sequence, due_at, sent_at, tries, error, given_up";

    /// <summary>What is to be sent now, each with its appointment, the longest due first.</summary>
    public Task<IReadOnlyList<(AppointmentNotice Notice, AppointmentCard Card)>> DueAsync(Instant now, int count, CancellationToken cancellation = default) => DueAsync(now, count, null, [], cancellation);

    /// <summary>What is to be sent now from one address, each with its appointment, the longest due first.</summary>
    /// <param name="of">Only this client's; null for those of all clients without an address of their own.</param>
    /// <param name="own">The clients that have one.</param>
    public async Task<IReadOnlyList<(AppointmentNotice Notice, AppointmentCard Card)>> DueAsync(Instant now, int count, ClientId? of, IReadOnlyList<ClientId> own, CancellationToken cancellation = default)
    {
        await using var connection = await store.ConnectAsync(cancellation).ConfigureAwait(false);
        var whose = of is not null ? "AND appointment_id IN (SELECT id FROM appointment WHERE client_id = @of)"
            : own.Count > 0 ? $"AND appointment_id NOT IN (SELECT id FROM appointment WHERE client_id IN ({string.Join(", ", own.Select((_, place) => $"@own{place}"))}))" : "";
        (string, object?)[] clients = of is { } one ? [("@of", one.Value)] : [.. own.Select((client, place) => ($"@own{place}", (object?)client.Value))];
        var notices = await ReadAsync(connection, $"WHERE sent_at IS NULL AND given_up = @no AND due_at <= @now {whose} ORDER BY due_at, id LIMIT @count", cancellation, [("@no", false), ("@now", StoredInstant.Of(now)), ("@count", count), .. clients]).ConfigureAwait(false);
        var due = new List<(AppointmentNotice, AppointmentCard)>(notices.Count);
        foreach (var notice in notices)
            if (await connection.CardAsync(notice.Appointment, cancellation).ConfigureAwait(false) is { } card) due.Add((notice, card));
        return due;
    }

    /// <summary>How many wait to be sent now.</summary>
    public async Task<int> WaitingAsync(Instant now, CancellationToken cancellation = default)
    {
        await using var connection = await store.ConnectAsync(cancellation).ConfigureAwait(false);
        return await connection.OneAsync<int>("SELECT count(*) FROM appointment_notice WHERE sent_at IS NULL AND given_up = @no AND due_at <= @now", cancellation, ("@no", false), ("@now", StoredInstant.Of(now))).ConfigureAwait(false);
    }

    /// <summary>Notices of appointments to come that did not arrive or still fail, each with its appointment, the latest first.</summary>
    public async Task<IReadOnlyList<(AppointmentNotice Notice, AppointmentCard Card)>> TroubledAsync(Instant now, int count, CancellationToken cancellation = default)
    {
        await using var connection = await store.ConnectAsync(cancellation).ConfigureAwait(false);
        var notices = await ReadAsync(connection, "WHERE error IS NOT NULL AND error <> 'outdated' AND appointment_id IN (SELECT id FROM appointment WHERE end_at > @now) ORDER BY id DESC LIMIT @count", cancellation, ("@now", StoredInstant.Of(now)), ("@count", count)).ConfigureAwait(false);
        var troubled = new List<(AppointmentNotice, AppointmentCard)>(notices.Count);
        foreach (var notice in notices)
            if (await connection.CardAsync(notice.Appointment, cancellation).ConfigureAwait(false) is { } card) troubled.Add((notice, card));
        return troubled;
    }

    /// <summary>All notices of one appointment, in the order in which they were written.</summary>
    public async Task<IReadOnlyList<AppointmentNotice>> OfAsync(AppointmentId id, CancellationToken cancellation = default)
    {
        await using var connection = await store.ConnectAsync(cancellation).ConfigureAwait(false);
        return await ReadAsync(connection, "WHERE appointment_id = @id ORDER BY id", cancellation, ("@id", id.Value)).ConfigureAwait(false);
    }

    /// <summary>Takes a notice to send it; nobody else gets it before that moment, and after it whoever finds it unsent tries again.</summary>
    /// <returns>False when somebody else has it or it is sent.</returns>
    public async Task<bool> TakeAsync(long notice, Instant now, Instant until, CancellationToken cancellation = default) =>
        await RunAsync("UPDATE appointment_notice SET due_at = @until WHERE id = @id AND sent_at IS NULL AND given_up = @no AND due_at <= @now", cancellation, ("@id", notice), ("@until", StoredInstant.Of(until)), ("@no", false), ("@now", StoredInstant.Of(now))).ConfigureAwait(false) == 1;

    public Task SentAsync(long notice, Instant at, CancellationToken cancellation = default) =>
        RunAsync("UPDATE appointment_notice SET sent_at = @at, tries = tries + 1, error = NULL WHERE id = @id", cancellation, ("@id", notice), ("@at", StoredInstant.Of(at)));

    /// <summary>Keeps why a notice could not be sent, or came back.</summary>
    /// <param name="nextTry">When it is tried again; null gives it up.</param>
    public Task FailedAsync(long notice, string error, Instant? nextTry, CancellationToken cancellation = default) => nextTry is { } again
        ? RunAsync("UPDATE appointment_notice SET tries = tries + 1, error = @error, due_at = @due WHERE id = @id", cancellation, ("@id", notice), ("@error", error), ("@due", StoredInstant.Of(again)))
        : RunAsync("UPDATE appointment_notice SET tries = tries + 1, error = @error, given_up = @yes WHERE id = @id", cancellation, ("@id", notice), ("@error", error), ("@yes", true));

    /// <summary>Sends a notice that was given up once more.</summary>
    public Task AgainAsync(long notice, Instant now, CancellationToken cancellation = default) =>
        RunAsync("UPDATE appointment_notice SET given_up = @no, sent_at = NULL, due_at = @due WHERE id = @id", cancellation, ("@id", notice), ("@no", false), ("@due", StoredInstant.Of(now)));

    private async Task<int> RunAsync(string sql, CancellationToken cancellation, params (string, object?)[] parameters)
    {
        await store.Pen.WaitAsync(cancellation).ConfigureAwait(false);
        try
        {
            await using var connection = await store.ConnectAsync(cancellation).ConfigureAwait(false);
            return await connection.RunAsync(sql, cancellation, parameters).ConfigureAwait(false);
        }
        finally
        {
            store.Pen.Release();
        }
    }

    private static async Task<IReadOnlyList<AppointmentNotice>> ReadAsync(DbConnection connection, string where, CancellationToken cancellation, params (string, object?)[] parameters)
    {
        await using var command = connection.Command($"SELECT {Columns} FROM appointment_notice {where}", parameters);
        await using var rows = await command.ExecuteReaderAsync(cancellation).ConfigureAwait(false);
        var notices = new List<AppointmentNotice>();
        while (await rows.ReadAsync(cancellation).ConfigureAwait(false))
            notices.Add(new(rows.GetInt64(0), new(rows.GetString(1)), (NoticeKind)rows.GetInt16(2), (NoticeReader)rows.GetInt16(3), rows.TextOrNull(4) is { } whose ? new ConsultantId(whose) : null,
                rows.GetInt32(5), StoredInstant.Read(rows.GetInt64(6)), StoredInstant.Read(rows.LongOrNull(7)), rows.GetInt32(8), rows.TextOrNull(9), rows.GetBoolean(10)));
        return notices;
    }
}

/// <summary>What follows a change: which notices are of no use any more, and which are written in their place.</summary>
/// <param name="Drops">Whether what was not sent yet is dropped.</param>
/// <param name="Invites">Whether customer and consultant are told of the appointment as it now stands.</param>
/// <param name="CallsOff">Whether whoever was told of it hears that it is off.</param>
/// <param name="Before">The appointment before it was moved.</param>
/// <param name="ForConsultant">Whether the customer neither hears of it nor loses what they were to hear.</param>
internal sealed record NoticePlan(bool Drops, bool Invites, bool CallsOff, Appointment? Before = null, bool ForConsultant = false)
{
    public static NoticePlan Nothing { get; } = new(false, false, false);
    public static NoticePlan Told { get; } = new(true, true, false);
    public static NoticePlan Cancelled { get; } = new(true, false, true);

    /// <summary>The customer was told nothing of what has changed.</summary>
    public static NoticePlan Noted { get; } = new(true, true, false, ForConsultant: true);

    /// <summary>Nobody is reminded of what is over.</summary>
    public static NoticePlan Over { get; } = new(true, false, false);

    public static NoticePlan Moved(Appointment before) => new(true, true, false, before);

    /// <summary>Nobody is reminded of an appointment that they have just been told of.</summary>
    private static readonly Duration ShortestReminder = Duration.FromHours(1);

    public async Task WriteAsync(DbConnection connection, AppointmentCard card, Instant now, CancellationToken cancellation)
    {
        var (appointment, id) = (card.Appointment, ("@id", (object?)card.Id.Value));
        if (Drops)
        {
            // A consultant who had it before must still hear that it is theirs no more.
            const string Outdated = "appointment_id = @id AND sent_at IS NULL AND reader >= @from AND NOT (kind = 3 AND coalesce(consultant_id, @whose) <> @whose)";
            var (present, from) = (("@whose", (object?)appointment.Consultant.Value), ("@from", (object?)(short)(ForConsultant ? NoticeReader.Consultant : NoticeReader.Customer)));
            await connection.RunAsync($"DELETE FROM appointment_notice WHERE tries = 0 AND {Outdated}", cancellation, id, present, from).ConfigureAwait(false);
            await connection.RunAsync($"UPDATE appointment_notice SET given_up = @yes, error = coalesce(error, 'outdated') WHERE {Outdated}", cancellation, id, present, from, ("@yes", true)).ConfigureAwait(false);
        }
        if (Invites)
        {
            var invited = card.Details.Email is not null && !ForConsultant;
            if (invited) await AddAsync(await ToldAsync(NoticeReader.Customer, null).ConfigureAwait(false) ? NoticeKind.Change : NoticeKind.Confirmation, NoticeReader.Customer, null, now).ConfigureAwait(false);
            await AddAsync(await ToldAsync(NoticeReader.Consultant, appointment.Consultant).ConfigureAwait(false) ? NoticeKind.Change : NoticeKind.Confirmation, NoticeReader.Consultant, appointment.Consultant, now).ConfigureAwait(false);
            if (invited && card.Reminder > Duration.Zero && appointment.Start - card.Reminder > now + ShortestReminder)
                await AddAsync(NoticeKind.Reminder, NoticeReader.Customer, null, appointment.Start - card.Reminder).ConfigureAwait(false);
        }
        if (CallsOff && await ToldAsync(NoticeReader.Customer, null).ConfigureAwait(false)) await AddAsync(NoticeKind.Cancellation, NoticeReader.Customer, null, now).ConfigureAwait(false);
        var left = CallsOff ? appointment.Consultant : Before is { } before && before.Consultant != appointment.Consultant ? before.Consultant : (ConsultantId?)null;
        if (left is { } whose && await ToldAsync(NoticeReader.Consultant, whose).ConfigureAwait(false)) await AddAsync(NoticeKind.Cancellation, NoticeReader.Consultant, whose, now).ConfigureAwait(false);

        async Task<bool> ToldAsync(NoticeReader reader, ConsultantId? whose) => await connection.OneAsync<short?>(
            "SELECT kind FROM appointment_notice WHERE appointment_id = @id AND reader = @reader AND coalesce(consultant_id, '') = @whose AND kind <> 1 AND (sent_at IS NOT NULL OR tries > 0) ORDER BY id DESC LIMIT 1", cancellation,
            id, ("@reader", (short)reader), ("@whose", whose?.Value ?? "")).ConfigureAwait(false) is { } last && last != (short)NoticeKind.Cancellation;

        Task AddAsync(NoticeKind kind, NoticeReader reader, ConsultantId? whose, Instant due) => connection.RunAsync(
            "INSERT INTO appointment_notice (appointment_id, kind, reader, consultant_id, sequence, due_at, tries, given_up) VALUES (@id, @kind, @reader, @whose, @sequence, @due, 0, @no)", cancellation,
            id, ("@kind", (short)kind), ("@reader", (short)reader), ("@whose", whose?.Value), ("@sequence", appointment.Sequence), ("@due", StoredInstant.Of(due)), ("@no", false));
    }
}
