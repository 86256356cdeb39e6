using NodaTime;
using Plateau.Core.Compliance;
using Plateau.Core.Interactions;

namespace Plateau.Core.Appointments;

/// <summary>Why a time can not be had.</summary>
public enum SlotFault
{
    /// <summary>The consultant takes no appointments, or none of this campaign.</summary>
    NotTheirs,
    /// <summary>Outside the working hours, on a holiday or a day off.</summary>
    OutsideHours,
    /// <summary>The consultant's own calendar says so.</summary>
    Busy,
    /// <summary>Another appointment lies there, or the way to it does.</summary>
    Taken,
    /// <summary>The day has as many as it may have.</summary>
    DayFull,
    /// <summary>Sooner than the campaign's notice, or gone by.</summary>
    TooSoon,
    /// <summary>Further than the campaign offers.</summary>
    TooFar,
    /// <summary>The call has made an appointment already, which can be moved.</summary>
    AlreadyBooked,
}

/// <summary>A time in which a consultant is not to be had, by their own calendar.</summary>
public readonly record struct BusyTime(Instant Start, Instant End);

/// <summary>A consultant with all that fills their days: the only place that says whether a time is free.</summary>
/// <param name="Busy">From their own calendar, in any order.</param>
/// <param name="Appointments">Those that the centre has made, in any order; those called off are passed over.</param>
public sealed record Diary(Consultant Consultant, IReadOnlyList<BusyTime> Busy, IReadOnlyList<Appointment> Appointments)
{
    /// <summary>The consultant's clock; UTC when theirs is unknown, which <see cref="Consultant.Flaws"/> tells.</summary>
    public DateTimeZone Zone => Zones.Named(Consultant.Zone) ?? DateTimeZone.Utc;

    /// <summary>Why nothing new may lie in that time; null when it is free.</summary>
    /// <param name="gap">Way to be kept to appointments on both sides; the longer of this and theirs counts.</param>
    /// <param name="moved">The appointment that is being moved there: it is not in its own way.</param>
    public SlotFault? Fault(Instant start, Instant end, Duration gap, AppointmentId? moved = null) =>
        !IsWithinHours(start, end) ? SlotFault.OutsideHours : Collision(start, end, gap, moved);

    /// <summary>As <see cref="Fault"/>, without the working hours: for whoever moves an appointment by hand, or for the consultant's own wish.</summary>
    public SlotFault? Collision(Instant start, Instant end, Duration gap, AppointmentId? moved = null)
    {
        var day = start.InZone(Zone).Date;
        var sameDay = 0;
        foreach (var other in Appointments)
        {
            if (!other.Holds || other.Id == moved) continue;
            var way = Duration.Max(gap, other.Gap);
            if (start < other.End + way && other.Start < end + way) return SlotFault.Taken;
            if (other.Start.InZone(Zone).Date == day) sameDay++;
        }
        if (sameDay >= Consultant.MostPerDay) return SlotFault.DayFull;
        foreach (var busy in Busy)
            if (start < busy.End + gap && busy.Start < end + gap) return SlotFault.Busy;
        return null;
    }

    /// <summary>Whether all of that time lies in hours of one working day.</summary>
    public bool IsWithinHours(Instant start, Instant end)
    {
        var (zone, from) = (Zone, start.InZone(Zone));
        if (!Consultant.WorksOn(from.Date)) return false;
        foreach (var hours in Consultant.Hours)
            if (hours.Day == from.DayOfWeek && start >= Begin(hours, from.Date, zone) && end <= zone.AtLeniently(from.Date + hours.Until).ToInstant()) return true;
        return false;
    }

    internal static Instant Begin(WorkingHours hours, LocalDate day, DateTimeZone zone) => zone.AtLeniently(day + hours.From).ToInstant();
}
