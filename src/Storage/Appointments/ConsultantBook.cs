using System.Data.Common;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Plateau.Core.Appointments;
using Plateau.Core.Floors;
using Plateau.Core.Interactions;
using Plateau.Storage.Model;

namespace Plateau.Storage.Appointments;

/// <summary>Where a consultant's own calendar is. The numbers are kept in the database and never change.</summary>
public enum CalendarKind { None = 0, CalDav = 1, Feed = 2 }

/// <summary>The address of a consultant's own calendar, and how it fared when it was last read.</summary>
/// <param name="Secret">The password as it is kept: sealed by whoever set it.</param>
/// <param name="SyncToken">How far it was read; null before the first time.</param>
/// <param name="LastError">Why it could not be read; null when it could.</param>
public sealed record ConsultantCalendar(
    ConsultantId Consultant, CalendarKind Kind, string Address, string? UserName = null, string? Secret = null, string? SyncToken = null, Instant? LastSync = null, string? LastError = null);

/// <summary>A time of a consultant's own calendar, with the resource that it comes from.</summary>
/// <param name="Source">The address of the event's resource: what comes anew under it replaces what was there.</param>
public sealed record BusyRead(Instant Start, Instant End, string Source);

/// <summary>The clients' consultants, their calendars, and the times that these keep.</summary>
public sealed class ConsultantBook(Store store)
{
    public Task SetAsync(Consultant consultant, CancellationToken cancellation = default) => store.WriteAsync(async context =>
    {
        var row = await context.Consultants.FindAsync([consultant.Id.Value], cancellation).ConfigureAwait(false);
        if (row is null)
            context.Consultants.Add(row = new ConsultantRow { Id = consultant.Id.Value, ClientId = consultant.Client.Value, Name = "", Settings = "" });
        if (row.ClientId != consultant.Client.Value)
            throw new InvalidOperationException($"Consultant {consultant.Id} belongs to client {row.ClientId}: choose another id for the consultant of {consultant.Client}.");
        (row.Name, row.Settings, row.Active) = (consultant.Name, JsonSerializer.Serialize(consultant, FactJson.Options), consultant.Active);
    }, cancellation);

    public async Task<Consultant?> FindAsync(ConsultantId id, CancellationToken cancellation = default)
    {
        await using var context = store.Context();
        return await context.Consultants.FindAsync([id.Value], cancellation).ConfigureAwait(false) is { } row ? Read(row.Settings) : null;
    }

    /// <summary>In order of name, those who take no appointments any more included.</summary>
    /// <param name="client">Only this client's; null for all.</param>
    public async Task<IReadOnlyList<Consultant>> AllAsync(ClientId? client, CancellationToken cancellation = default)
    {
        var owner = client?.Value;
        await using var context = store.Context();
        var rows = await context.Consultants.AsNoTracking().Where(row => owner == null || row.ClientId == owner).OrderBy(row => row.Name).ThenBy(row => row.Id).ToListAsync(cancellation).ConfigureAwait(false);
        return rows.ConvertAll(row => Read(row.Settings));
    }

    /// <summary>Removes a consultant with whom nothing was ever agreed.</summary>
    /// <returns>False when there are appointments: then they can only be set inactive.</returns>
    public async Task<bool> RemoveAsync(ConsultantId id, CancellationToken cancellation = default)
    {
        var removed = false;
        await store.WriteAsync(async context =>
        {
            if (await context.Appointments.AnyAsync(row => row.ConsultantId == id.Value, cancellation).ConfigureAwait(false)) return;
            removed = true;
            if (await context.Consultants.FindAsync([id.Value], cancellation).ConfigureAwait(false) is { } row) context.Consultants.Remove(row);
        }, cancellation).ConfigureAwait(false);
        return removed;
    }

    /// <summary>Sets where the calendar is, to be read at the next look; what was read from another address is forgotten.</summary>
    /// <param name="calendar">Without a secret, the one on record stays as long as address and user are the same.</param>
    public Task SetCalendarAsync(ConsultantCalendar calendar, CancellationToken cancellation = default) => store.WriteAsync(async context =>
    {
        var id = calendar.Consultant.Value;
        var row = await context.ConsultantCalendars.FindAsync([id], cancellation).ConfigureAwait(false);
        if (row is null) context.ConsultantCalendars.Add(row = new ConsultantCalendarRow { ConsultantId = id, Address = "" });
        var same = row.Kind == (short)calendar.Kind && row.Address == calendar.Address && row.UserName == calendar.UserName;
        if (!same || calendar.Secret is not null) row.Secret = calendar.Secret;
        // Whoever sets it wants to see it read: what was never read is read next.
        row.LastSync = null;
        if (!same)
        {
            row.SyncToken = null;
            await context.Busy.Where(busy => busy.ConsultantId == id).ExecuteDeleteAsync(cancellation).ConfigureAwait(false);
        }
        (row.Kind, row.Address, row.UserName, row.LastError) = ((short)calendar.Kind, calendar.Address, calendar.UserName, null);
    }, cancellation);

    public async Task<ConsultantCalendar?> CalendarAsync(ConsultantId id, CancellationToken cancellation = default)
    {
        await using var context = store.Context();
        return await context.ConsultantCalendars.FindAsync([id.Value], cancellation).ConfigureAwait(false) is { } row ? Read(row) : null;
    }

    /// <summary>Every calendar that can be read, of consultants who take appointments.</summary>
    public async Task<IReadOnlyList<ConsultantCalendar>> CalendarsAsync(CancellationToken cancellation = default)
    {
        await using var context = store.Context();
        var rows = await (from calendar in context.ConsultantCalendars.AsNoTracking()
                          join consultant in context.Consultants.AsNoTracking() on calendar.ConsultantId equals consultant.Id
                          where consultant.Active && calendar.Kind != (short)CalendarKind.None
                          orderby calendar.ConsultantId
                          select calendar).ToListAsync(cancellation).ConfigureAwait(false);
        return rows.ConvertAll(Read);
    }

    /// <summary>Keeps what a calendar told: how far it was read, and the times that it keeps.</summary>
    /// <param name="whole">True when <paramref name="times"/> is all there is; false when it is what changed.</param>
    /// <param name="gone">Resources that changed or went: what was known from them is forgotten first.</param>
    public Task SyncedAsync(ConsultantId id, string? token, bool whole, IReadOnlyCollection<string> gone, IReadOnlyCollection<BusyRead> times, Instant at, CancellationToken cancellation = default) => store.WriteAsync(async context =>
    {
        if (await context.ConsultantCalendars.FindAsync([id.Value], cancellation).ConfigureAwait(false) is not { } row) return;
        (row.SyncToken, row.LastSync, row.LastError) = (token, StoredInstant.Of(at), null);
        var old = context.Busy.Where(busy => busy.ConsultantId == id.Value);
        if (!whole)
        {
            var changed = gone.Concat(times.Select(time => time.Source)).Distinct().ToList();
            old = old.Where(busy => changed.Contains(busy.Source));
        }
        context.Busy.RemoveRange(await old.ToListAsync(cancellation).ConfigureAwait(false));
        context.Busy.AddRange(times.Where(time => time.End > time.Start).Select(time => new BusyRow { ConsultantId = id.Value, StartAt = StoredInstant.Of(time.Start), EndAt = StoredInstant.Of(time.End), Source = time.Source }));
    }, cancellation);

    /// <summary>Keeps why a calendar could not be read; what was read before stays in force.</summary>
    public Task SyncFailedAsync(ConsultantId id, string error, CancellationToken cancellation = default) => store.WriteAsync(async context =>
    {
        if (await context.ConsultantCalendars.FindAsync([id.Value], cancellation).ConfigureAwait(false) is { } row) row.LastError = error;
    }, cancellation);

    /// <summary>Consultants with what fills their days in a range, for whoever looks for free times.</summary>
    /// <param name="client">Whose.</param>
    public async Task<IReadOnlyList<Diary>> DiariesAsync(ClientId client, Instant from, Instant until, CancellationToken cancellation = default)
    {
        var diaries = new List<Diary>();
        var consultants = (await AllAsync(client, cancellation).ConfigureAwait(false)).Where(consultant => consultant.Active).ToList();
        await using var connection = await store.ConnectAsync(cancellation).ConfigureAwait(false);
        foreach (var consultant in consultants)
            diaries.Add(await DiaryAsync(connection, consultant, from, until, cancellation).ConfigureAwait(false));
        return diaries;
    }

    /// <summary>The consultant's days around a range, by a day on either side, so that ways and full days are seen.</summary>
    internal static async Task<Diary> DiaryAsync(DbConnection connection, Consultant consultant, Instant from, Instant until, CancellationToken cancellation)
    {
        var around = Duration.FromDays(1) + Appointment.MostGap;
        (string, object?)[] range = [("@consultant", consultant.Id.Value), ("@from", StoredInstant.Of(from - around)), ("@until", StoredInstant.Of(until + around))];
        var (busy, appointments) = (new List<BusyTime>(), new List<Appointment>());
        await using (var command = connection.Command("SELECT start_at, end_at FROM busy WHERE consultant_id = @consultant AND end_at > @from AND start_at < @until ORDER BY start_at", range))
        {
            await using var rows = await command.ExecuteReaderAsync(cancellation).ConfigureAwait(false);
            while (await rows.ReadAsync(cancellation).ConfigureAwait(false)) busy.Add(new(StoredInstant.Read(rows.GetInt64(0)), StoredInstant.Read(rows.GetInt64(1))));
        }
        await using (var command = connection.Command($"SELECT {AppointmentSql.Columns} FROM appointment WHERE consultant_id = @consultant AND end_at > @from AND start_at < @until AND state <> 3 ORDER BY start_at", range))
        {
            await using var rows = await command.ExecuteReaderAsync(cancellation).ConfigureAwait(false);
            while (await rows.ReadAsync(cancellation).ConfigureAwait(false)) appointments.Add(AppointmentSql.Read(rows));
        }
        return new Diary(consultant, busy, appointments);
    }

    internal static Consultant Read(string settings) => JsonSerializer.Deserialize<Consultant>(settings, FactJson.Options)!;

    private static ConsultantCalendar Read(ConsultantCalendarRow row) =>
        new(new(row.ConsultantId), (CalendarKind)row.Kind, row.Address, row.UserName, row.Secret, row.SyncToken, StoredInstant.Read(row.LastSync), row.LastError);
}
