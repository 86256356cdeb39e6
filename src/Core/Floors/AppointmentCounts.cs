using Plateau.Core.Appointments;

namespace Plateau.Core.Floors;

/// <summary>Appointments that calls made, by what came of them; they add up as the calls do.</summary>
/// <param name="Booked">All that were made, whatever came of them.</param>
public readonly record struct AppointmentCounts(int Booked, int Held, int NoShow, int Cancelled)
{
    /// <summary>Still to come, or not yet reported.</summary>
    public int Open => Booked - Held - NoShow - Cancelled;

    /// <summary>Held over held and missed; null before anything was reported.</summary>
    public decimal? HeldShare => Held + NoShow == 0 ? null : (decimal)Held / (Held + NoShow);

    /// <summary>One made.</summary>
    public static AppointmentCounts One { get; } = new(1, 0, 0, 0);

    /// <summary>What changes when one goes from a state to another.</summary>
    public static AppointmentCounts Turn(AppointmentState from, AppointmentState to) => In(to, 1) + In(from, -1);

    public static AppointmentCounts operator +(AppointmentCounts left, AppointmentCounts right) =>
        new(left.Booked + right.Booked, left.Held + right.Held, left.NoShow + right.NoShow, left.Cancelled + right.Cancelled);

    public static AppointmentCounts Add(AppointmentCounts left, AppointmentCounts right) => left + right;

    private static AppointmentCounts In(AppointmentState state, int count) => state switch
    {
        AppointmentState.Held => new(0, count, 0, 0),
        AppointmentState.NoShow => new(0, 0, count, 0),
        AppointmentState.Cancelled => new(0, 0, 0, count),
        _ => default,
    };
}
