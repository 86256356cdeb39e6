using NodaTime;
using Plateau.Core.Compliance;
using Plateau.Server.Web.Words;

namespace Plateau.Server.Floors;

/// <summary>How a place of another clock or calendar is called, and when whoever is there may be called next.</summary>
public static class PlaceWords
{
    public static readonly Word Waiting = new("En attente de leur heure", "Waiting for their hour", "في انتظار ساعتهم");
    private static readonly Word NextHere = new("{0} : prochain appel légal à {1}", "{0}: next lawful at {1}", "{0}: أول اتصال قانوني على الساعة {1}");
    private static readonly Word NextThere = new("{0} : prochain appel légal à {1} sur place, {2} ici", "{0}: next lawful at {1} there, {2} here", "{0}: أول اتصال قانوني على الساعة {1} هناك، {2} هنا");
    private static readonly Word OnDay = new("{0} {1}", "{0} {1}", "{0} {1}");

    private static readonly Word Mainland = new("France métropolitaine", "Mainland France", "فرنسا القارية");
    private static readonly Word AlsaceMoselle = new("Alsace-Moselle", "Alsace-Moselle", "الألزاس-موزيل");
    private static readonly Word Morocco = new("Maroc", "Morocco", "المغرب");

    private static readonly Dictionary<Territory, Word> Overseas = new()
    {
        [Territory.Guadeloupe] = new("Guadeloupe", "Guadeloupe", "غوادلوب"),
        [Territory.Martinique] = new("Martinique", "Martinique", "مارتينيك"),
        [Territory.Guyane] = new("Guyane", "French Guiana", "غويانا الفرنسية"),
        [Territory.Reunion] = new("La Réunion", "Réunion", "لا ريونيون"),
        [Territory.SaintPierreEtMiquelon] = new("Saint-Pierre-et-Miquelon", "Saint Pierre and Miquelon", "سان بيير وميكلون"),
        [Territory.Mayotte] = new("Mayotte", "Mayotte", "مايوت"),
        [Territory.SaintBarthelemy] = new("Saint-Barthélemy", "Saint Barthélemy", "سان بارتيلمي"),
        [Territory.SaintMartin] = new("Saint-Martin", "Saint Martin", "سان مارتن"),
        [Territory.WallisEtFutuna] = new("Wallis-et-Futuna", "Wallis and Futuna", "واليس وفوتونا"),
        [Territory.Polynesie] = new("Polynésie française", "French Polynesia", "بولينيزيا الفرنسية"),
        [Territory.NouvelleCaledonie] = new("Nouvelle-Calédonie", "New Caledonia", "كاليدونيا الجديدة"),
    };

    private static readonly Dictionary<string, Word> ByZone = Overseas.SelectMany(pair => Territories.ZonesOf(Codes[pair.Key]).Select(zone => (zone, pair.Value)))
        .Append(("Europe/Paris", Mainland)).Append(("Africa/Casablanca", Morocco)).ToDictionary(pair => pair.Item1, pair => pair.Item2);

    private static Dictionary<Territory, string> Codes => new()
    {
        [Territory.Guadeloupe] = "971", [Territory.Martinique] = "972", [Territory.Guyane] = "973", [Territory.Reunion] = "974", [Territory.SaintPierreEtMiquelon] = "975",
        [Territory.Mayotte] = "976", [Territory.SaintBarthelemy] = "977", [Territory.SaintMartin] = "978", [Territory.WallisEtFutuna] = "986", [Territory.Polynesie] = "987", [Territory.NouvelleCaledonie] = "988",
    };

    /// <summary>The territory where it is known, else the zones; a zone without a name of ours by its own.</summary>
    public static string Name(string? territory, string zones)
    {
        ArgumentNullException.ThrowIfNull(zones);
        if (Territories.Of(territory) is { } known && known != Territory.Elsewhere) return known == Territory.AlsaceMoselle ? AlsaceMoselle : Overseas[known];
        return string.Join(", ", zones.Split(',').Select(zone => ByZone.TryGetValue(zone, out var word) ? word.ToString() : zone));
    }

    /// <summary>Each sentence once: departments of the mainland wait for the same hour under one name.</summary>
    public static IReadOnlyList<string> EachNext(IEnumerable<ClosedPlace> places, DateTimeZone centre, Instant now) => [.. places.Select(place => Next(place, centre, now)).Distinct()];

    /// <summary>When whoever is in that place may be called next, by their clock and by the centre's.</summary>
    public static string Next(ClosedPlace place, DateTimeZone centre, Instant now)
    {
        ArgumentNullException.ThrowIfNull(place);
        var name = Name(place.Territory, place.Zones);
        var zone = Zones.Named(place.Zones.Split(',')[0]) ?? centre;
        return zone.GetUtcOffset(place.Opens) == centre.GetUtcOffset(place.Opens)
            ? NextHere.With(name, At(place.Opens, centre, now))
            : NextThere.With(name, At(place.Opens, zone, now), At(place.Opens, centre, now));
    }

    private static string At(Instant opens, DateTimeZone zone, Instant now)
    {
        var there = opens.InZone(zone);
        return there.Date == now.InZone(zone).Date ? Shown.Time(there.TimeOfDay) : OnDay.With(Shown.DayOf(there.Date), Shown.Time(there.TimeOfDay));
    }
}
