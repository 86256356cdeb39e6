using NodaTime;
using Plateau.Core.Floors;
using Plateau.Core.Interactions;
using Plateau.Storage.Centre;
using Plateau.Storage.Journals;

namespace Plateau.Server.Reports;

/// <summary>A report counted anew from the whole journal, for the verb and the API: figures with their fingerprint, which nothing kept could give.</summary>
internal static class CountedReport
{
    public static async Task<CampaignReport> OfAsync(Journal journal, ProspectBook prospects, CampaignId campaign, DateTimeZone zone, Action<long>? told, CancellationToken cancel)
    {
        var report = new CampaignReport(campaign, zone);
        var read = 0L;
        foreach (var stream in await journal.StreamsAsync(cancel))
            await foreach (var page in FactPages.ReadAsync(journal, prospects, stream.Stream, 1, cancel))
            {
                foreach (var (entry, list) in page) report.Count(entry.Fact, list);
                told?.Invoke(read += page.Count);
            }
        return report;
    }
}
