using NodaTime;

namespace Plateau.Core.Clients;

/// <summary>The days of one year on which Morocco keeps the holidays of its lunar calendar, as they were announced: the moon is seen, not computed.</summary>
/// <param name="Year">Of the common calendar.</param>
/// <param name="Days">Every such day of that year, in order.</param>
public sealed record LunarYear(int Year, IReadOnlyList<LocalDate> Days)
{
    /// <summary>Whether the other says the same, day by day.</summary>
    public bool SaysAs(LunarYear other) => Year == other.Year && Days.SequenceEqual(other.Days);
}
