using NodaTime;

namespace Plateau.Core.Compliance;

/// <summary>Whether what the law is read from is whole: the time zones of everybody who may be called, and rules with sound dates.</summary>
public static class LawData
{
    private static readonly string[] Needed =
    [
        "Europe/Paris", "Africa/Casablanca", "America/Guadeloupe", "America/Martinique", "America/Cayenne", "Indian/Reunion", "America/Miquelon", "Indian/Mayotte",
        "America/St_Barthelemy", "America/Marigot", "Pacific/Wallis", "Pacific/Tahiti", "Pacific/Marquesas", "Pacific/Gambier", "Pacific/Noumea",
    ];

    /// <summary>What is wrong with the data of this house; null when nothing is.</summary>
    public static string? Fault() => Fault(RuleBook.Standard, RuleBook.Tzdb, DateTimeZoneProviders.Tzdb);

    /// <param name="tzdb">Version of the time-zone database.</param>
    /// <param name="zones">Where zones are looked up.</param>
    public static string? Fault(RuleBook book, string tzdb, IDateTimeZoneProvider zones)
    {
        ArgumentNullException.ThrowIfNull(book);
        ArgumentNullException.ThrowIfNull(zones);
        if (!Rules.MoroccanClock.IsRecent(tzdb)) return "tzdb-too-old";
        foreach (var name in Needed)
            if (zones.GetZoneOrNull(name) is null) return "law-zones";
        if (string.IsNullOrWhiteSpace(book.Version) || book.Rules.Count == 0) return "law-rules";
        foreach (var rule in book.Rules)
            if (rule.Text.Until < rule.Text.From || string.IsNullOrWhiteSpace(rule.Text.Source)) return "law-rules";
        return null;
    }
}
