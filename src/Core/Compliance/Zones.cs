using NodaTime;

namespace Plateau.Core.Compliance;

/// <summary>Time zones by name, from the database inside NodaTime: never from the machine, whose copy may be old.</summary>
public static class Zones
{
    public static DateTimeZone Paris { get; } = DateTimeZoneProviders.Tzdb["Europe/Paris"];

    /// <summary>The zone of that tzdb id; null when no such zone exists.</summary>
    public static DateTimeZone? Named(string id) => DateTimeZoneProviders.Tzdb.GetZoneOrNull(id);

    /// <summary>What is counted of a question in the zone that counts most.</summary>
    internal static int MostIn(IReadOnlyList<DateTimeZone> zones, Question question, Func<Question, DateTimeZone, int> count)
    {
        var most = 0;
        foreach (var zone in zones) most = Math.Max(most, count(question, zone));
        return most;
    }

    /// <summary>Every zone of the dossier; null when none is known or one of them does not exist.</summary>
    public static IReadOnlyList<DateTimeZone>? Of(Dossier dossier)
    {
        if (dossier.Zones.Count == 0) return null;
        var zones = new DateTimeZone[dossier.Zones.Count];
        for (var i = 0; i < zones.Length; i++)
        {
            if (Named(dossier.Zones[i]) is not { } zone) return null;
            zones[i] = zone;
        }
        return zones;
    }
}
