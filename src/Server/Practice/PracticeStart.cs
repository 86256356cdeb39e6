using NodaTime;
using NodaTime.Text;
using Plateau.Core.Compliance;
using Plateau.Core.Compliance.Rules;
using Plateau.Server.Verbs;

namespace Plateau.Server.Practice;

/// <summary>When a practice begins by its own clock: a lawful moment in Paris at which it is past noon in Réunion.</summary>
internal static class PracticeStart
{
    private static readonly DateTimeZone Reunion = Zones.Named("Indian/Reunion")!;

    /// <summary>Today if it is a lawful day, else the next one; at five past one by Réunion's clock, when nobody there may be called.</summary>
    public static Instant Next(Instant wall)
    {
        for (var day = wall.InZone(Zones.Paris).Date; ; day = day.PlusDays(1))
        {
            var at = Reunion.AtLeniently(day + new LocalTime(13, 5)).ToInstant();
            if (ConsumerHours.Windows.OpenAt(at, Zones.Paris)) return at;
        }
    }

    /// <summary>Reads --at: with an offset as it stands, without one by the clock of Paris.</summary>
    public static Instant Parse(string text)
    {
        if (OffsetDateTimePattern.Rfc3339.Parse(text) is { Success: true, Value: var moment }) return moment.ToInstant();
        foreach (var pattern in new[] { "uuuu-MM-dd'T'HH:mm:ss", "uuuu-MM-dd'T'HH:mm", "uuuu-MM-dd HH:mm" })
            if (LocalDateTimePattern.CreateWithInvariantCulture(pattern).Parse(text) is { Success: true, Value: var local })
                return local.InZoneLeniently(Zones.Paris).ToInstant();
        throw new Complaint(Exit.Misasked, $"--at {text}: write 2026-11-24T10:30, which is taken as Paris time, or 2026-11-24T10:30:00+01:00");
    }
}
