using NodaTime;
using Plateau.Core.Floors;
using Plateau.Core.Interactions;
using Plateau.Storage.Journals;

namespace Plateau.Server.Reports;

/// <summary>A report is counted from the journals, every time: there is nothing else that it could disagree with.</summary>
internal static class CountedReport
{
    public static async Task<CampaignReport> OfAsync(Journal journal, CampaignId campaign, DateTimeZone zone, Action<long>? told, CancellationToken cancel)
    {
        var report = new CampaignReport(campaign, zone);
        var read = 0L;
        foreach (var stream in await journal.StreamsAsync(cancel))
            await foreach (var entry in journal.ReadAsync(stream.Stream, 1, cancel))
            {
                report.Count(entry.Fact);
                if (++read % 5000 == 0) told?.Invoke(read);
            }
        return report;
    }
}
