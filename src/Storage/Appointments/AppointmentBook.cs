using System.Data.Common;
using NodaTime;
using Plateau.Core.Appointments;
using Plateau.Core.Interactions;

namespace Plateau.Storage.Appointments;

/// <summary>What is to be agreed.</summary>
/// <param name="Id">Chosen by whoever books; the same twice books once.</param>
/// <param name="Rules">The campaign's: length, way, notice, reminder.</param>
public sealed record BookingWish(
    AppointmentId Id, CampaignId Campaign, ConsultantId Consultant, ProspectId Prospect, CustomerId Customer, Instant Start, AppointmentRules Rules,
    AttemptId? Attempt, AgentId? Agent, AppointmentDetails Details);

/// <summary>Why a change was not made.</summary>
public enum ChangeFault
{
    /// <summary>There is no such appointment.</summary>
    Unknown,
    /// <summary>Somebody changed it since it was read: look again.</summary>
    Stale,
    /// <summary>The time can not be had; the slot's fault says why.</summary>
    Slot,
}

/// <summary>An appointment as it stands after a change, or why it was not made.</summary>
public sealed record AppointmentChange(AppointmentCard? Card, ChangeFault? Fault = null, SlotFault? Slot = null);

/// <summary>How closely a new time is looked at.</summary>
public enum SlotCheck
{
    /// <summary>Hours, way, other appointments and the consultant's calendar.</summary>
    Whole,
    /// <summary>As whole, without working hours and days: somebody insists.</summary>
    AnyHour,
    /// <summary>Not at all: the consultant has moved it.</summary>
    None,
}

/// <summary>
/// Where appointments are made, moved, called off and reported. Each change is made in its consultant's turn: it
/// looks at the days as they are then, so no two bookers get the same time, and what people must be told is written with it.
/// </summary>
public sealed class AppointmentBook(Store store)
{
    /// <summary>Books the time if it is still free for this consultant.</summary>
    public Task<AppointmentChange> BookAsync(BookingWish wish, Instant now, string who, CancellationToken cancellation = default) => InTurnAsync([wish.Consultant], async connection =>
    {
        if (await connection.CardAsync(wish.Id, cancellation).ConfigureAwait(false) is { } twice) return new(twice);
        if (wish.Attempt is { } attempt && await connection.OneAsync<string>("SELECT id FROM appointment WHERE attempt_id = @attempt AND state = 0", cancellation, ("@attempt", attempt.Value)).ConfigureAwait(false) is not null)
            return new(null, ChangeFault.Slot, SlotFault.AlreadyBooked);
        var (rules, end) = (wish.Rules, wish.Start + wish.Rules.Length);
        if (await DiaryAsync(connection, wish.Consultant, wish.Start, end, cancellation).ConfigureAwait(false) is not { } diary) return new(null, ChangeFault.Unknown);
        if (FreeSlots.Fault(diary, rules, wish.Start, now) is { } fault) return new(null, ChangeFault.Slot, fault);
        await connection.RunAsync(
            """
            INSERT INTO appointment (id, client_id, campaign_id, consultant_id, prospect_id, customer_id, attempt_id, agent_id, start_at, end_at, gap, kind, state, reply, sequence, booked_at, reminder,
                place, telephone, email, note, language, zone)
            VALUES (@id, @client, @campaign, @consultant, @prospect, @customer, @attempt, @agent, @start, @end, @gap, @kind, 0, 0, 0, @at, @reminder, @place, @telephone, @email, @note, @language, @zone)
            """, cancellation,
            ("@id", wish.Id.Value), ("@client", diary.Consultant.Client.Value), ("@campaign", wish.Campaign.Value), ("@consultant", wish.Consultant.Value), ("@prospect", wish.Prospect.Value), ("@customer", wish.Customer.Value),
            ("@attempt", wish.Attempt?.Value), ("@agent", wish.Agent?.Value), ("@start", StoredInstant.Of(wish.Start)), ("@end", StoredInstant.Of(end)), ("@gap", rules.Gap.BclCompatibleTicks), ("@kind", (short)rules.Kind),
            ("@at", StoredInstant.Of(now)), ("@reminder", rules.Reminder.BclCompatibleTicks), ("@place", wish.Details.Place), ("@telephone", wish.Details.Telephone), ("@email", wish.Details.Email), ("@note", wish.Details.Note),
            ("@language", wish.Details.Language), ("@zone", wish.Details.Zone)).ConfigureAwait(false);
        return await KeptAsync(connection, wish.Id, now, who, "booked", null, NoticePlan.Told, cancellation).ConfigureAwait(false);
    }, cancellation);

    /// <summary>Gives an appointment another time or another consultant.</summary>
    /// <param name="sequence">As it was read; null for whatever it is.</param>
    /// <param name="length">What it takes from now on; null for what it took.</param>
    public async Task<AppointmentChange> MoveAsync(
        AppointmentId id, int? sequence, Instant start, ConsultantId to, SlotCheck check, Instant now, string who, string? detail = null, Duration? length = null, CancellationToken cancellation = default)
    {
        if (await FindAsync(id, cancellation).ConfigureAwait(false) is not { Appointment: var read }) return new(null, ChangeFault.Unknown);
        return await InTurnAsync([read.Consultant, to], async connection =>
        {
            if (await connection.CardAsync(id, cancellation).ConfigureAwait(false) is not { Appointment: var old } card) return new(null, ChangeFault.Unknown);
            // It may have gone to a third consultant since it was read, whose turn this is not.
            if (old.State != AppointmentState.Booked || old.Sequence != (sequence ?? old.Sequence) || old.Consultant != read.Consultant) return new(card, ChangeFault.Stale);
            var end = start + (length ?? old.End - old.Start);
            if (old.Start == start && old.End == end && old.Consultant == to) return new(card);
            if (await DiaryAsync(connection, to, start, end, cancellation).ConfigureAwait(false) is not { } diary || diary.Consultant.Client != old.Client) return new(null, ChangeFault.Unknown);
            if (check != SlotCheck.None && (start <= now ? SlotFault.TooSoon : check == SlotCheck.Whole ? diary.Fault(start, end, old.Gap, id) : diary.Collision(start, end, old.Gap, id)) is { } fault)
                return new(card, ChangeFault.Slot, fault);
            await connection.RunAsync("UPDATE appointment SET start_at = @start, end_at = @end, consultant_id = @to, sequence = sequence + 1, reply = 0 WHERE id = @id", cancellation,
                ("@id", id.Value), ("@start", StoredInstant.Of(start)), ("@end", StoredInstant.Of(end)), ("@to", to.Value)).ConfigureAwait(false);
            return await KeptAsync(connection, id, now, who, "moved", detail, NoticePlan.Moved(old), cancellation).ConfigureAwait(false);
        }, cancellation).ConfigureAwait(false);
    }

    /// <summary>Calls an appointment off; whoever had been told of it is told so.</summary>
    public Task<AppointmentChange> CancelAsync(AppointmentId id, int? sequence, Instant now, string who, string? detail = null, CancellationToken cancellation = default) =>
        ChangeStateAsync(id, sequence, AppointmentState.Cancelled, now, who, detail, cancellation);

    /// <summary>Reports that they met or that the customer was not there, or takes such a report back.</summary>
    /// <param name="state">Held or no-show; booked takes a report back, and makes one called off anew if its time is still free.</param>
    public Task<AppointmentChange> ReportAsync(AppointmentId id, int? sequence, AppointmentState state, Instant now, string who, string? detail = null, CancellationToken cancellation = default) =>
        ChangeStateAsync(id, sequence, state, now, who, detail, cancellation);

    /// <summary>Keeps what the customer's calendar or mail answered.</summary>
    /// <param name="sequence">The invitation that was answered: an answer to an older one is passed over.</param>
    public Task<AppointmentChange> ReplyAsync(AppointmentId id, int sequence, InvitationReply reply, Instant now, string? detail = null, CancellationToken cancellation = default) => OfAsync(id, async (connection, card) =>
    {
        if (card.Appointment.Sequence != sequence) return new(card, ChangeFault.Stale);
        await connection.RunAsync("UPDATE appointment SET reply = @reply WHERE id = @id", cancellation, ("@id", id.Value), ("@reply", (short)reply)).ConfigureAwait(false);
        return await KeptAsync(connection, id, now, "customer", "replied", detail ?? reply.ToString(), NoticePlan.Nothing, cancellation).ConfigureAwait(false);
    }, cancellation);

    /// <summary>Changes what is written down with an appointment; a new address of mail is invited.</summary>
    /// <param name="read">The appointment as whoever changes it saw it.</param>
    /// <remarks>A note is for the consultant: it alone leaves the customer's invitation as it is, and no letter goes to them.</remarks>
    public Task<AppointmentChange> DescribeAsync(AppointmentCard read, AppointmentDetails details, Instant now, string who, CancellationToken cancellation = default) => OfAsync(read.Id, async (connection, card) =>
    {
        if (card.Details == details) return new(card);
        if (card.Appointment.Sequence != read.Appointment.Sequence || card.Details != read.Details) return new(card, ChangeFault.Stale);
        var noted = card.Details.InvitesAs(details);
        // The consultant's calendar shows the note: what stands there is taken for older than it is, and written again.
        await connection.RunAsync($"UPDATE appointment SET place = @place, telephone = @telephone, email = @email, note = @note, language = @language, zone = @zone, {(noted ? "event_sequence = event_sequence - 1" : "sequence = sequence + 1")} WHERE id = @id", cancellation,
            ("@id", read.Id.Value), ("@place", details.Place), ("@telephone", details.Telephone), ("@email", details.Email), ("@note", details.Note), ("@language", details.Language), ("@zone", details.Zone)).ConfigureAwait(false);
        var plan = card.Appointment.State != AppointmentState.Booked ? NoticePlan.Nothing : noted ? NoticePlan.Noted : NoticePlan.Moved(card.Appointment);
        return await KeptAsync(connection, read.Id, now, who, "described", null, plan, cancellation).ConfigureAwait(false);
    }, cancellation);

    /// <summary>Writes into its history what changes nothing of it.</summary>
    public Task<AppointmentChange> NoteAsync(AppointmentId id, string what, string? detail, Instant now, string who, CancellationToken cancellation = default) =>
        OfAsync(id, (connection, _) => KeptAsync(connection, id, now, who, what, detail, NoticePlan.Nothing, cancellation), cancellation);

    /// <summary>Remembers what of the appointment stands in a consultant's own calendar; null when nothing does.</summary>
    public Task SetEventAsync(AppointmentId id, AppointmentEvent? written, CancellationToken cancellation = default) => WriteAsync(async connection => await connection.RunAsync(
        "UPDATE appointment SET event_consultant_id = @whose, event_sequence = @sequence, event_address = @address, event_etag = @etag WHERE id = @id", cancellation,
        ("@id", id.Value), ("@whose", written?.Consultant.Value), ("@sequence", written?.Sequence), ("@address", written?.Address), ("@etag", written?.Etag)).ConfigureAwait(false), cancellation);

    /// <summary>Remembers that the floor need not hear of it any more as it stands.</summary>
    public Task ToldAsync(AppointmentId id, AppointmentState state, CancellationToken cancellation = default) => WriteAsync(async connection =>
        await connection.RunAsync("UPDATE appointment SET told_state = @state WHERE id = @id", cancellation, ("@id", id.Value), ("@state", (short)state)).ConfigureAwait(false), cancellation);

    public async Task<AppointmentCard?> FindAsync(AppointmentId id, CancellationToken cancellation = default)
    {
        await using var connection = await store.ConnectAsync(cancellation).ConfigureAwait(false);
        return await connection.CardAsync(id, cancellation).ConfigureAwait(false);
    }

    /// <summary>What happened to it, the latest first.</summary>
    public async Task<IReadOnlyList<AppointmentEntry>> HistoryAsync(AppointmentId id, CancellationToken cancellation = default)
    {
        await using var connection = await store.ConnectAsync(cancellation).ConfigureAwait(false);
        await using var command = connection.Command("SELECT at, who, what, start_at, consultant_id, detail FROM appointment_history WHERE appointment_id = @id ORDER BY id DESC", ("@id", id.Value));
        await using var rows = await command.ExecuteReaderAsync(cancellation).ConfigureAwait(false);
        var entries = new List<AppointmentEntry>();
        while (await rows.ReadAsync(cancellation).ConfigureAwait(false))
            entries.Add(new(StoredInstant.Read(rows.GetInt64(0)), rows.GetString(1), rows.GetString(2), StoredInstant.Read(rows.GetInt64(3)), new(rows.GetString(4)), rows.TextOrNull(5)));
        return entries;
    }

    private Task<AppointmentChange> ChangeStateAsync(AppointmentId id, int? sequence, AppointmentState state, Instant now, string who, string? detail, CancellationToken cancellation) => OfAsync(id, async (connection, card) =>
    {
        var old = card.Appointment;
        if (old.State == state) return new(card);
        if (sequence is { } read && old.Sequence != read) return new(card, ChangeFault.Stale);
        var called = old.State == AppointmentState.Cancelled;
        if (called && state != AppointmentState.Booked) return new(card, ChangeFault.Stale);
        if (called && (await DiaryAsync(connection, old.Consultant, old.Start, old.End, cancellation).ConfigureAwait(false))?.Collision(old.Start, old.End, old.Gap, id) is { } fault) return new(card, ChangeFault.Slot, fault);
        var heard = called || state == AppointmentState.Cancelled;
        await connection.RunAsync("UPDATE appointment SET state = @state, sequence = sequence + @more WHERE id = @id", cancellation, ("@id", id.Value), ("@state", (short)state), ("@more", heard ? 1 : 0)).ConfigureAwait(false);
        var (what, plan) = state switch
        {
            AppointmentState.Cancelled => ("cancelled", NoticePlan.Cancelled),
            AppointmentState.Held => ("held", NoticePlan.Over),
            AppointmentState.NoShow => ("no-show", NoticePlan.Over),
            _ => ("reopened", called ? NoticePlan.Told : NoticePlan.Nothing),
        };
        return await KeptAsync(connection, id, now, who, what, detail, plan, cancellation).ConfigureAwait(false);
    }, cancellation);

    /// <summary>History and notices of a change, in its own transaction.</summary>
    private static async Task<AppointmentChange> KeptAsync(DbConnection connection, AppointmentId id, Instant now, string who, string what, string? detail, NoticePlan plan, CancellationToken cancellation)
    {
        var card = (await connection.CardAsync(id, cancellation).ConfigureAwait(false))!;
        await connection.RunAsync("INSERT INTO appointment_history (appointment_id, at, who, what, start_at, consultant_id, detail) VALUES (@id, @at, @who, @what, @start, @consultant, @detail)", cancellation,
            ("@id", id.Value), ("@at", StoredInstant.Of(now)), ("@who", who), ("@what", what), ("@start", StoredInstant.Of(card.Appointment.Start)), ("@consultant", card.Appointment.Consultant.Value), ("@detail", detail)).ConfigureAwait(false);
        await plan.WriteAsync(connection, card, now, cancellation).ConfigureAwait(false);
        return new(card);
    }

    private static async Task<Diary?> DiaryAsync(DbConnection connection, ConsultantId id, Instant start, Instant end, CancellationToken cancellation) =>
        await connection.OneAsync<string>("SELECT settings FROM consultant WHERE id = @id", cancellation, ("@id", id.Value)).ConfigureAwait(false) is { } settings
            ? await ConsultantBook.DiaryAsync(connection, ConsultantBook.Read(settings), start, end, cancellation).ConfigureAwait(false)
            : null;

    private async Task<AppointmentChange> OfAsync(AppointmentId id, Func<DbConnection, AppointmentCard, Task<AppointmentChange>> change, CancellationToken cancellation) =>
        await FindAsync(id, cancellation).ConfigureAwait(false) is not { Appointment.Consultant: var whose } ? new(null, ChangeFault.Unknown)
            : await InTurnAsync([whose], async connection => await connection.CardAsync(id, cancellation).ConfigureAwait(false) is { } card ? await change(connection, card).ConfigureAwait(false) : new(null, ChangeFault.Unknown), cancellation).ConfigureAwait(false);

    /// <summary>One change at a time for a consultant: on PostgreSQL their row is locked, in order of id; SQLite has one writer anyway.</summary>
    private async Task<AppointmentChange> InTurnAsync(ConsultantId[] whose, Func<DbConnection, Task<AppointmentChange>> change, CancellationToken cancellation)
    {
        AppointmentChange? made = null;
        await WriteAsync(async connection =>
        {
            if (store.IsPostgres)
                foreach (var id in whose.Distinct().Order())
                    await connection.OneAsync<string>("SELECT id FROM consultant WHERE id = @id FOR UPDATE", cancellation, ("@id", id.Value)).ConfigureAwait(false);
            made = await change(connection).ConfigureAwait(false);
        }, cancellation).ConfigureAwait(false);
        return made!;
    }

    private async Task WriteAsync(Func<DbConnection, Task> change, CancellationToken cancellation)
    {
        // PostgreSQL takes as many writers as there are consultants.
        if (!store.IsPostgres) await store.Pen.WaitAsync(cancellation).ConfigureAwait(false);
        try
        {
            await using var connection = await store.ConnectAsync(cancellation).ConfigureAwait(false);
            await using var transaction = await connection.BeginTransactionAsync(cancellation).ConfigureAwait(false);
            await change(connection).ConfigureAwait(false);
            await transaction.CommitAsync(cancellation).ConfigureAwait(false);
        }
        finally
        {
            if (!store.IsPostgres) store.Pen.Release();
        }
    }
}
