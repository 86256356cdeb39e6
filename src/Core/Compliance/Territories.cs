using NodaTime;

namespace Plateau.Core.Compliance;

/// <summary>Where holidays and clocks of France differ: Alsace-Moselle and the territories overseas.</summary>
public enum Territory { Elsewhere, AlsaceMoselle, Guadeloupe, Martinique, Guyane, Reunion, SaintPierreEtMiquelon, Mayotte, SaintBarthelemy, SaintMartin, WallisEtFutuna, Polynesie, NouvelleCaledonie }

/// <summary>Knows a territory by its code, and its holidays and zones by the territory.</summary>
public static class Territories
{
    private sealed record Known(Territory Territory, string Letters, string Digits, string[] Zones, (int Month, int Day)? Abolition);

    private static readonly Known[] Overseas =
    [
        new(Territory.Guadeloupe, "GP", "971", ["America/Guadeloupe"], (5, 27)),
        new(Territory.Martinique, "MQ", "972", ["America/Martinique"], (5, 22)),
        new(Territory.Guyane, "GF", "973", ["America/Cayenne"], (6, 10)),
        new(Territory.Reunion, "RE", "974", ["Indian/Reunion"], (12, 20)),
        new(Territory.SaintPierreEtMiquelon, "PM", "975", ["America/Miquelon"], null),
        new(Territory.Mayotte, "YT", "976", ["Indian/Mayotte"], (4, 27)),
        new(Territory.SaintBarthelemy, "BL", "977", ["America/St_Barthelemy"], (10, 9)),
        new(Territory.SaintMartin, "MF", "978", ["America/Marigot"], (5, 27)),
        new(Territory.WallisEtFutuna, "WF", "986", ["Pacific/Wallis"], null),
        new(Territory.Polynesie, "PF", "987", ["Pacific/Tahiti", "Pacific/Marquesas", "Pacific/Gambier"], null),
        new(Territory.NouvelleCaledonie, "NC", "988", ["Pacific/Noumea"], null),
    ];

    private static readonly string[] AlsaceMoselle = ["57", "67", "68", "6AE"];
    private static readonly string[] Mainland = ["Europe/Paris"];

    /// <summary>Reads FR-974, 974 or RE. Elsewhere for the other departments; null when it tells no place: a region or a word may lie in Alsace as well as anywhere.</summary>
    public static Territory? Of(string? code)
    {
        if (string.IsNullOrWhiteSpace(code)) return null;
        var bare = Bare(code);
        if (AlsaceMoselle.Contains(bare)) return Territory.AlsaceMoselle;
        foreach (var known in Overseas)
            if (known.Letters == bare || known.Digits == bare) return known.Territory;
        return IsDepartment(bare) ? Territory.Elsewhere : null;
    }

    /// <summary>Every zone in which somebody there may be; empty when the code tells nothing.</summary>
    public static IReadOnlyList<string> ZonesOf(string? code)
    {
        if (Of(code) is not { } territory) return [];
        foreach (var known in Overseas)
            if (known.Territory == territory) return known.Zones;
        return IsDepartment(Bare(code!)) ? Mainland : [];
    }

    /// <summary>Whether that day is a holiday there, beside the national ones.</summary>
    public static bool IsHoliday(Territory territory, LocalDate day)
    {
        if (territory == Territory.AlsaceMoselle) return day is { Month: 12, Day: 26 } || day == FrenchHolidays.Easter(day.Year).PlusDays(-2);
        foreach (var known in Overseas)
            if (known.Territory == territory) return known.Abolition == (day.Month, day.Day);
        return false;
    }

    /// <summary>Whether that day is a holiday in some territory of that zone.</summary>
    public static bool IsHolidaySomewhere(string zone, LocalDate day)
    {
        if (Mainland.Contains(zone)) return IsHoliday(Territory.AlsaceMoselle, day);
        foreach (var known in Overseas)
            if (known.Zones.Contains(zone) && IsHoliday(known.Territory, day)) return true;
        return false;
    }

    private static string Bare(string code)
    {
        var upper = code.Trim().ToUpperInvariant();
        return upper.StartsWith("FR-", StringComparison.Ordinal) ? upper[3..] : upper;
    }

    /// <summary>The departments of the mainland, 01 to 95, and the few codes of ISO 3166-2 that are longer.</summary>
    private static bool IsDepartment(string bare) => bare is "2A" or "2B" or "20R" or "69M" or "75C" or "6AE"
        || (bare is [>= '0' and <= '9', >= '0' and <= '9'] && bare is not ("00" or "96" or "97" or "98" or "99"));
}
