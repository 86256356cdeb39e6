using NodaTime;
using Plateau.Server.Web.Words;

namespace Plateau.Server.Reports;

/// <summary>A period as a page writes it: a day, or from a day to a day.</summary>
internal static class PeriodShown
{
    public static string Of(Period period) => period.Length == 1 ? Shown.Date(period.From) : $"{Short(period.From, period.To)}–{Shown.Date(period.To)}";

    /// <summary>The first day of a piece of time, without what its last day says again.</summary>
    private static string Short(LocalDate from, LocalDate to) =>
        from.Year == to.Year && from.Month == to.Month ? Shown.Number(from.Day) : from.Year == to.Year ? Shown.Date(from)[..^5] : Shown.Date(from);
}
