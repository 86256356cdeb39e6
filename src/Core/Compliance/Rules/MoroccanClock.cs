using System.Globalization;
namespace Plateau.Core.Compliance.Rules;

/// <summary>Nothing is dialled with a time-zone database that has Casablanca wrong by an hour.</summary>
/// <remarks>Africa/Casablanca left UTC+1 for good on 2026-09-20, first said by tzdb 2026c. An old
/// database is refused whatever day is asked about: nothing else in it can be trusted to be right.</remarks>
public sealed class MoroccanClock : IRule
{
    /// <summary>The oldest database that knows.</summary>
    public const string OldestTzdb = "2026c";

    public string Id => "MA-TZ-2026";

    public RuleText Text { get; } = new(
        "The time-zone database is at least 2026c: Casablanca stays on UTC since 2026-09-20; to update, install a newer Plateau, whose data come with it",
        "IANA tzdb 2026c, NEWS du 08/07/2026", new(2016, 1, 1), null, Basis.Law) { Country = "*" };

    public bool Concerns(Question question) => question.IsCall || question.Matters.Roster is not null;

    public Finding Judge(Question question) => Finding.Unless(IsRecent(question.Tzdb ?? RuleBook.Tzdb), "tzdb-too-old");

    /// <summary>Whether a version such as 2026f knows; what is no year with a letter is no version of a database.</summary>
    public static bool IsRecent(string tzdb) => tzdb is [_, _, _, _, >= 'a' and <= 'z', ..] && int.TryParse(tzdb.AsSpan(0, 4), NumberStyles.None, CultureInfo.InvariantCulture, out _) && string.CompareOrdinal(tzdb, OldestTzdb) >= 0;
}
