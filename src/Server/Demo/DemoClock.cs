using NodaTime;
using Plateau.Core.Compliance;
using Plateau.Core.Compliance.Rules;

namespace Plateau.Server.Demo;

/// <summary>A clock that runs faster than the wall's and knows no nights: a demonstration is always at work.</summary>
/// <param name="speed">Seconds it shows for each second that passes, from 1 to 60.</param>
internal sealed class DemoClock(Instant starts, int speed) : IClock
{
    /// <summary>By Paris's clock: when agents come and when the last of them has gone.</summary>
    public static readonly LocalTime Morning = new(10, 0), Evening = new(20, 10);

    private readonly Lock turn = new();
    private Instant from = starts;
    private long began = System.Diagnostics.Stopwatch.GetTimestamp();

    public int Speed => speed;

    public Instant GetCurrentInstant()
    {
        lock (turn)
        {
            var shown = Shown();
            if (shown.InZone(Zones.Paris).TimeOfDay < Evening) return shown;
            (from, began) = (NextMorning(shown), System.Diagnostics.Stopwatch.GetTimestamp());
            return from;
        }
    }

    /// <summary>The next morning of a day on which consumers may be called.</summary>
    public static Instant NextMorning(Instant after)
    {
        for (var day = after.InZone(Zones.Paris).Date; ; day = day.PlusDays(1))
        {
            var morning = Zones.Paris.AtLeniently(day + Morning).ToInstant();
            if (morning > after && ConsumerHours.Windows.OpenAt(morning, Zones.Paris)) return morning;
        }
    }

    /// <summary>How long to wait by the wall's clock until this one shows that moment; never longer than a while, since nights are left out.</summary>
    public TimeSpan Until(Instant moment)
    {
        var left = (moment - GetCurrentInstant()).ToTimeSpan() / speed;
        return left < TimeSpan.Zero ? TimeSpan.Zero : left > Longest ? Longest : left;
    }

    private static readonly TimeSpan Longest = TimeSpan.FromMilliseconds(500);

    private Instant Shown() => from + Duration.FromTimeSpan(System.Diagnostics.Stopwatch.GetElapsedTime(began) * speed);
}
