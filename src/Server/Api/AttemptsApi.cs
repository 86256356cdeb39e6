using Plateau.Core.Compliance;
using Plateau.Core.Interactions;
using Plateau.Server.Api.Door;
using Plateau.Server.Reports;
using Plateau.Storage.Centre;
using Plateau.Storage.Journals;

namespace Plateau.Server.Api;

/// <summary>What came of the calls: attempt by attempt, and counted again from the journal as a report.</summary>
internal static class AttemptsApi
{
    /// <summary>A report reads every fact; this many are counted at a time, the others wait.</summary>
    private static readonly SemaphoreSlim Counting = new(2, 2);

    public static void Map(RouteGroupBuilder api)
    {
        api.MapGet("/campaigns/{campaign}/attempts", ListAsync).WithTags("Attempts").Says("ListAttempts", Scope.ReportsRead, "A campaign's attempts in the order of their permits, page by page").Produces<Page<AttemptRecord>>();
        api.MapGet("/attempts/{attempt}", GetAsync).WithTags("Attempts").Says("GetAttempt", Scope.ReportsRead, "One attempt from its permit to its disposition").Produces<AttemptRecord>();
        api.MapGet("/campaigns/{campaign}/report", ReportAsync).WithTags("Reports").Says("GetReport", Scope.ReportsRead, "A campaign's report, counted from the journal",
                "format is json, csv or xlsx; zone names the hours, such as Europe/Paris.")
            .Produces<object>(200, "application/json", "text/csv", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
    }

    private static async Task<IResult> ListAsync(string campaign, Caller caller, Reach reach, AttemptLog attempts, CancellationToken cancel, string? after = null, int count = Asked.Count) =>
        await reach.CampaignAsync(caller, new CampaignId(campaign), cancel) is { } found ? await Asked.PageAsync(attempts.OfCampaignAsync(found.Id, count, after, cancel)) : Problem.Unknown("campaign", campaign);

    private static async Task<IResult> GetAsync(string attempt, Caller caller, Reach reach, CancellationToken cancel) =>
        await reach.AttemptAsync(caller, new AttemptId(attempt), cancel) is { } found ? Results.Ok(found) : Problem.Unknown("attempt", attempt);

    private static async Task<IResult> ReportAsync(string campaign, Caller caller, Reach reach, Journal journal, ProspectBook prospects, CancellationToken cancel, string format = "json", string zone = "Africa/Casablanca")
    {
        if (await reach.CampaignAsync(caller, new CampaignId(campaign), cancel) is not { } found) return Problem.Unknown("campaign", campaign);
        if (format is not ("json" or "csv" or "xlsx")) return Problem.Of(400, "format-unknown", $"There is no report as {format}.", "parameter format", "Ask for json, csv or xlsx.");
        if (Zones.Named(zone) is not { } hours) return Problem.Of(400, "zone-unknown", $"There is no time zone {zone}.", "parameter zone", "Write one as Europe/Paris or Africa/Casablanca.");
        await Counting.WaitAsync(cancel);
        try
        {
            var report = await CountedReport.OfAsync(journal, prospects, found.Id, hours, null, cancel);
            return format switch
            {
                "csv" => Results.File(System.Text.Encoding.UTF8.GetPreamble().Concat(System.Text.Encoding.UTF8.GetBytes(ReportSheets.Csv(report))).ToArray(), "text/csv; charset=utf-8", $"report-{found.Id}.csv"),
                "xlsx" => Results.File(Workbook(report), "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", $"report-{found.Id}.xlsx"),
                _ => Results.Text(ReportSheets.Json(found.Id, report), "application/json; charset=utf-8"),
            };
        }
        finally
        {
            Counting.Release();
        }
    }

    private static byte[] Workbook(Core.Floors.CampaignReport report)
    {
        using var file = new MemoryStream();
        ReportSheets.Workbook(file, ReportSheets.Of(report));
        return file.ToArray();
    }
}
