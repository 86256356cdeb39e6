using NodaTime;

namespace Plateau.Core.Compliance.Rules;

/// <summary>The person's time is known only with zones that exist and a time-zone database that is recent enough.</summary>
/// <remarks>Africa/Casablanca left UTC+1 for good on 2026-09-20, first said by tzdb 2026c; an older copy is an hour wrong.</remarks>
public sealed class ClockData(string? tzdb = null) : IRule
{
    private const string OldestTzdb = "2026c";

    public string Id => "CLOCK-DATA";

    public RuleText Text { get; } = new(
        "The person's time zones are known and the zone data are at least tzdb 2026c",
        "IANA tzdb 2026c, NEWS of 2026-07-08; D223-9 asks for the consumer's own time", new LocalDate(2016, 1, 1), null, Basis.Prudence);

    public bool Concerns(Question question) => true;

    public Finding Judge(Question question)
    {
        if (string.CompareOrdinal(tzdb ?? RuleBook.Tzdb, OldestTzdb) < 0) return Finding.Refuse("tzdb-too-old");
        if (question.Dossier.Zones.Count == 0) return Finding.Refuse("zone-missing");
        return Zones.Of(question.Dossier) is null ? Finding.Refuse("zone-unknown") : Finding.Pass;
    }
}
