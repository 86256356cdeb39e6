using NodaTime;
using Plateau.Core.Floors;
using Plateau.Core.Interactions;

namespace Plateau.Server.Reports;

/// <summary>One campaign's counts for a period as pages and exports show them: all of it, what was before, by day and by hour.</summary>
/// <param name="Hours">By hour of the day, of the day that was chosen or of all days together; empty where only days are kept.</param>
public sealed record ReportReading(
    Period Period, CallCounts Total, CallCounts Before, IReadOnlyList<DayCounts> Days, IReadOnlyList<(int Hour, CallCounts Counts)> Hours, IReadOnlyList<HourCounts> Detail)
{
    internal static async Task<ReportReading> OfAsync(CountedCalls counted, CampaignId campaign, Period period, LocalDate? day, LocalDateTime now, CancellationToken cancel)
    {
        var (hours, earlier, byHourSince) = await counted.ReadAsync(ledger => (
            ledger.HoursOf(campaign, period.Hours.From, period.Hours.Before),
            ledger.HoursOf(campaign, period.HoursBefore(now).From, period.HoursBefore(now).Before),
            ledger.ByHourSince), cancel);
        var days = Group(hours);
        var before = Group(earlier);
        var compared = period.Before;
        IReadOnlyList<DayCounts> byDay =
        [
            .. Enumerable.Range(0, period.Length).Select(number => new DayCounts(
                period.From.PlusDays(number), days.GetValueOrDefault(period.From.PlusDays(number)) ?? new(),
                compared.From.PlusDays(number) <= compared.To ? before.GetValueOrDefault(compared.From.PlusDays(number)) : null)),
        ];
        var chosen = hours.Where(hour => day is null || hour.Hour.Date == day).ToList();
        return new ReportReading(period, Sum(hours), Sum(earlier), byDay,
            chosen.Exists(hour => hour.Hour.Date < byHourSince) ? [] : [.. chosen.GroupBy(hour => hour.Hour.Hour).OrderBy(same => same.Key).Select(same => (same.Key, Sum(same)))],
            hours);
    }

    private static Dictionary<LocalDate, CallCounts> Group(IEnumerable<HourCounts> hours) => hours.GroupBy(hour => hour.Hour.Date).ToDictionary(day => day.Key, Sum);

    internal static CallCounts Sum(IEnumerable<HourCounts> hours) => hours.Aggregate(new CallCounts(), (sum, hour) => sum.Add(hour.Counts));
}

/// <summary>What was counted on a day.</summary>
/// <param name="Before">On the day it is compared with; null when there is none or nothing was counted there.</param>
public sealed record DayCounts(LocalDate Day, CallCounts Counts, CallCounts? Before);
