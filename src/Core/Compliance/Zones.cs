using NodaTime;

namespace Plateau.Core.Compliance;

/// <summary>Time zones by name, from the database inside NodaTime: never from the machine, whose copy may be old.</summary>
public static class Zones
{
    public static DateTimeZone Paris { get; } = DateTimeZoneProviders.Tzdb["Europe/Paris"];

    /// <summary>The zone of that tzdb id; null when no such zone exists.</summary>
    public static DateTimeZone? Named(string id) => DateTimeZoneProviders.Tzdb.GetZoneOrNull(id);

    /// <summary>What is counted of a question in the zone that counts most.</summary>
    internal static int MostIn(DateTimeZone[] zones, Question question, Func<Question, DateTimeZone, int> count)
    {
        var most = 0;
        foreach (var zone in zones) most = Math.Max(most, count(question, zone));
        return most;
    }

    private sealed record Found(string Name, DateTimeZone[] Zones);

    private static Found last = new(Paris.Id, [Paris]);

    /// <summary>Every zone of the dossier; null when none is known or one of them does not exist. Whoever asks changes nothing in it.</summary>
    public static DateTimeZone[]? Of(Dossier dossier)
    {
        var names = dossier.Zones;
        if (names.Count == 0) return null;
        // Most people have one zone, and it is the one of the person before them.
        var known = last;
        if (names.Count == 1 && names[0] == known.Name) return known.Zones;
        var zones = new DateTimeZone[names.Count];
        for (var i = 0; i < zones.Length; i++)
        {
            if (Named(names[i]) is not { } zone) return null;
            zones[i] = zone;
        }
        if (zones.Length == 1) last = new(names[0], zones);
        return zones;
    }
}
