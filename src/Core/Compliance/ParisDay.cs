using NodaTime;

namespace Plateau.Core.Compliance;

/// <summary>The day by the clock of Paris. Most questions are of one and the same day, so the last one is remembered with its first and its last moment.</summary>
public static class ParisDay
{
    private sealed record Known(LocalDate Day, Instant Begins, Instant Ends);

    private static Known last = Around(Instant.FromUnixTimeTicks(0));

    public static LocalDate Of(Instant at)
    {
        // One look at the field: another thread may put another day there, never half a day.
        var known = last;
        if (at < known.Begins || at >= known.Ends) last = known = Around(at);
        return known.Day;
    }

    private static Known Around(Instant at)
    {
        var day = at.InZone(Zones.Paris).Date;
        return new(day,
            day == LocalDate.MinIsoValue ? Instant.MinValue : Zones.Paris.AtStartOfDay(day).ToInstant(),
            day == LocalDate.MaxIsoValue ? Instant.MaxValue : Zones.Paris.AtStartOfDay(day.PlusDays(1)).ToInstant());
    }
}
