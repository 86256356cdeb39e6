using NodaTime;
using NodaTime.TimeZones;

namespace Plateau.Storage.Importing;

/// <summary>Where a person is, as far as a row tells: the country whose law holds, the territory, and every zone that may be theirs.</summary>
internal readonly record struct Place(string Country, string? Territory, string Zones);

/// <summary>
/// Countries, territories and zones by the words that lists use. A zone that the client told is the person's;
/// one drawn from a territory or a number is a candidate, and where several are possible all are kept,
/// because a call must be lawful in each of them.
/// </summary>
internal static class Places
{
    private static readonly Dictionary<string, (string Code, string Zone)> Overseas = new(StringComparer.Ordinal)
    {
        ["GP"] = ("FR-971", "America/Guadeloupe"), ["MQ"] = ("FR-972", "America/Martinique"), ["GF"] = ("FR-973", "America/Cayenne"),
        ["RE"] = ("FR-974", "Indian/Reunion"), ["PM"] = ("FR-975", "America/Miquelon"), ["YT"] = ("FR-976", "Indian/Mayotte"),
        ["BL"] = ("FR-977", "America/St_Barthelemy"), ["MF"] = ("FR-978", "America/Marigot"), ["WF"] = ("FR-986", "Pacific/Wallis"),
        ["PF"] = ("FR-987", "Pacific/Tahiti,Pacific/Marquesas,Pacific/Gambier"), ["NC"] = ("FR-988", "Pacific/Noumea"),
    };

    private static readonly Dictionary<string, string> OverseasNames = new(StringComparer.Ordinal)
    {
        ["guadeloupe"] = "GP", ["martinique"] = "MQ", ["guyane"] = "GF", ["guyanefrancaise"] = "GF", ["frenchguiana"] = "GF",
        ["reunion"] = "RE", ["lareunion"] = "RE", ["saintpierreetmiquelon"] = "PM", ["mayotte"] = "YT", ["saintbarthelemy"] = "BL",
        ["saintmartin"] = "MF", ["wallisetfutuna"] = "WF", ["polynesiefrancaise"] = "PF", ["frenchpolynesia"] = "PF",
        ["nouvellecaledonie"] = "NC", ["newcaledonia"] = "NC",
    };

    private static readonly Dictionary<string, string> FrenchNames = new(StringComparer.Ordinal)
    {
        ["belgique"] = "BE", ["suisse"] = "CH", ["allemagne"] = "DE", ["espagne"] = "ES", ["italie"] = "IT", ["maroc"] = "MA",
        ["tunisie"] = "TN", ["algerie"] = "DZ", ["royaumeuni"] = "GB", ["uk"] = "GB", ["paysbas"] = "NL", ["etatsunis"] = "US", ["usa"] = "US", ["france"] = "FR",
    };

    private static readonly Dictionary<string, string> ZonesOf = ReadZones();
    private static readonly Dictionary<string, string> Names = ReadNames();

    public static Place OfRegion(string region) => Overseas.TryGetValue(region, out var overseas)
        ? new Place("FR", overseas.Code, overseas.Zone)
        : new Place(region, null, ZonesOf.GetValueOrDefault(region, ""));

    /// <summary>ISO code of a country written as a code or by its French or English name; null when there is none such.</summary>
    public static string? Country(string text)
    {
        if (text.Length == 2 && ZonesOf.ContainsKey(text.ToUpperInvariant()))
            return text.ToUpperInvariant();
        var folded = HeaderWords.Fold(text);
        return FrenchNames.GetValueOrDefault(folded) ?? OverseasNames.GetValueOrDefault(folded) ?? Names.GetValueOrDefault(folded);
    }

    /// <summary>Reads FR-974, 974, RE or La Réunion; null when it is no territory.</summary>
    public static Place? Territory(string text)
    {
        var code = text.ToUpperInvariant();
        if (Overseas.ContainsKey(code))
            return OfRegion(code);
        if (OverseasNames.TryGetValue(HeaderWords.Fold(text), out var named))
            return OfRegion(named);
        var bare = code.StartsWith("FR-", StringComparison.Ordinal) ? code[3..] : code;
        foreach (var (region, (overseas, _)) in Overseas)
        {
            if (overseas.AsSpan(3).SequenceEqual(bare))
                return OfRegion(region);
        }

        var department = bare is "2A" or "2B" || (bare.Length == 2 && char.IsAsciiDigit(bare[0]) && char.IsAsciiDigit(bare[1]) && bare is not ("00" or "20" or "96" or "97" or "98" or "99"));
        if (department)
            return new Place("FR", "FR-" + bare, "Europe/Paris");
        return code.Length is >= 4 and <= 6 && code[2] == '-' && ZonesOf.ContainsKey(code[..2]) ? OfRegion(code[..2]) with { Territory = code } : null;
    }

    /// <summary>What a French postcode tells; null when it tells nothing.</summary>
    public static Place? FrenchPostcode(string text)
    {
        if (text.Length != 5 || text.AsSpan().ContainsAnyExceptInRange('0', '9'))
            return null;
        return text.AsSpan(0, 2) is "97" or "98" ? Territory(text[..3])
            : text.AsSpan(0, 2) is "20" ? new Place("FR", null, "Europe/Paris")
            : Territory(text[..2]);
    }

    /// <summary>The zone's id as the database has it; null when no such zone exists.</summary>
    public static string? Zone(string text) => DateTimeZoneProviders.Tzdb.GetZoneOrNull(text)?.Id;

    private static Dictionary<string, string> ReadZones() => TzdbDateTimeZoneSource.Default.ZoneLocations!
        .GroupBy(location => location.CountryCode)
        .ToDictionary(group => group.Key, group => string.Join(',', group.Select(location => location.ZoneId)), StringComparer.Ordinal);

    private static Dictionary<string, string> ReadNames()
    {
        var names = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var location in TzdbDateTimeZoneSource.Default.ZoneLocations!)
            names.TryAdd(HeaderWords.Fold(location.CountryName), location.CountryCode);
        return names;
    }
}
