using NodaTime;
using Plateau.Core.Appointments;
using Plateau.Core.Interactions;
using Plateau.Storage.Appointments;

namespace Plateau.Server.Appointments;

/// <summary>A column of the calendar: one day of a week, or one consultant of a day.</summary>
/// <param name="Consultant">Whose it is, in the view of a team.</param>
/// <param name="Diaries">Those whose hours and busy times shade it: one, or nobody where many share the column.</param>
public sealed record CalendarColumn(LocalDate Day, Consultant? Consultant, Diary? Diary, IReadOnlyList<PlacedAppointment> Placed);

/// <summary>An appointment with its place among those that overlap it: the how many-th of how many side by side.</summary>
public sealed record PlacedAppointment(AppointmentCard Card, int Lane, int Lanes);

/// <summary>What somebody wishes for an appointment: another time, another consultant, another length.</summary>
public sealed record AppointmentMove(AppointmentCard Card, Instant Start, ConsultantId To)
{
    /// <summary>Null for what it takes already.</summary>
    public Duration? Length { get; init; }
}

/// <summary>How a calendar is laid out: its columns, its hours, its rows of half an hour.</summary>
/// <param name="From">The first hour shown.</param>
/// <param name="Until">The hour after the last.</param>
public sealed record CalendarView(IReadOnlyList<CalendarColumn> Columns, int From, int Until, DateTimeZone Zone)
{
    /// <summary>Minutes of a row: onto these an appointment is dropped.</summary>
    public const int Row = 30;

    public int Rows => (Until - From) * 60 / Row;

    public LocalTime TimeOf(int row) => new LocalTime(From, 0).PlusMinutes(row * Row);

    public Instant At(LocalDate day, int row) => Zone.AtLeniently(day + TimeOf(row)).ToInstant();

    /// <param name="minutes">From the top.</param>
    public Instant AtMinute(LocalDate day, int minutes) => Zone.AtLeniently(day + new LocalTime(From, 0).PlusMinutes(minutes)).ToInstant();

    /// <summary>Minutes from the top; one that begins before the first hour has fewer than none.</summary>
    public int Minutes(Instant start) => (int)(start.InZone(Zone).TimeOfDay.TickOfDay / NodaConstants.TicksPerMinute) - From * 60;

    /// <summary>Rows from the top, with their fractions; an appointment before the first hour begins at the top.</summary>
    public double Top(Instant start) => Math.Clamp((start.InZone(Zone).TimeOfDay.TickOfDay / (double)NodaConstants.TicksPerMinute - From * 60) / Row, 0, Rows - 1);

    /// <summary>Rows from the top of a day's column to that instant; null where it lies on another day or outside the hours shown.</summary>
    public double? TopOf(LocalDate day, Instant at) =>
        at.InZone(Zone) is var there && there.Date == day && (there.TimeOfDay.TickOfDay / (double)NodaConstants.TicksPerMinute - From * 60) / Row is var top && top >= 0 && top <= Rows ? top : null;

    public double Height(AppointmentCard card) => Math.Min((card.Appointment.End - card.Appointment.Start).TotalMinutes / Row, Rows - Top(card.Appointment.Start));

    /// <summary>Whether nothing new may lie in that row: outside hours, or busy by the consultant's own calendar.</summary>
    public string Shade(CalendarColumn column, int row)
    {
        if (column.Diary is not { } diary) return "";
        var (start, end) = (At(column.Day, row), At(column.Day, row) + Duration.FromMinutes(Row));
        return diary.Busy.Any(busy => start < busy.End && busy.Start < end) ? "busy" : diary.IsWithinHours(start, end) ? "" : "off";
    }

    /// <summary>A week of days, or a day of consultants.</summary>
    /// <param name="team">Consultants of the columns; null for the days of the week.</param>
    public static CalendarView Of(IReadOnlyList<LocalDate> days, IReadOnlyList<Diary>? team, IReadOnlyList<AppointmentCard> cards, Diary? alone, DateTimeZone zone)
    {
        var columns = team is not null
            ? team.Select(diary => new CalendarColumn(days[0], diary.Consultant, diary, Place([.. cards.Where(card => card.Appointment.Consultant == diary.Consultant.Id && DayOf(card, zone) == days[0])])))
            : days.Select(day => new CalendarColumn(day, null, alone, Place([.. cards.Where(card => DayOf(card, zone) == day)])));
        var times = cards.SelectMany(card => new[] { card.Appointment.Start.InZone(zone).TimeOfDay, card.Appointment.End.InZone(zone).TimeOfDay }).ToList();
        var from = Math.Min(8, times.Select(time => time.Hour).DefaultIfEmpty(8).Min());
        var until = Math.Max(19, times.Select(time => time.Minute == 0 ? time.Hour : time.Hour + 1).DefaultIfEmpty(19).Max());
        return new([.. columns], from, until, zone);
    }

    public static LocalDate DayOf(AppointmentCard card, DateTimeZone zone) => card.Appointment.Start.InZone(zone).Date;

    /// <summary>Those that overlap stand side by side, each group as wide as it must be.</summary>
    private static List<PlacedAppointment> Place(IReadOnlyList<AppointmentCard> cards)
    {
        var placed = new List<PlacedAppointment>();
        var group = new List<(AppointmentCard Card, int Lane)>();
        var ends = Instant.MinValue;
        foreach (var card in cards.OrderBy(card => card.Appointment.Start).ThenBy(card => card.Id))
        {
            if (card.Appointment.Start >= ends) Close();
            var lane = 0;
            while (group.Exists(each => each.Lane == lane && each.Card.Appointment.End > card.Appointment.Start)) lane++;
            group.Add((card, lane));
            ends = Instant.Max(ends, card.Appointment.End);
        }
        Close();
        return placed;

        void Close()
        {
            var lanes = group.Select(each => each.Lane).DefaultIfEmpty(0).Max() + 1;
            placed.AddRange(group.Select(each => new PlacedAppointment(each.Card, each.Lane, lanes)));
            group.Clear();
        }
    }
}
