using System.Text;
using NodaTime;
using Plateau.Core.Interactions;
using Plateau.Server.Floors;
using Plateau.Server.People;
using Plateau.Server.Reports.Proofs;
using Plateau.Storage.Centre;
using Plateau.Storage.Journals;

namespace Plateau.Server.Reports;

/// <summary>Reports and calls as files, to whoever may take them along; each is written in the audit log.</summary>
internal static class ExportDoor
{
    public const string WorkbookType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", CsvType = "text/csv; charset=utf-8";

    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/reports/{campaign}/export/{what}.{format}", ExportAsync).ExcludeFromDescription();
        app.MapGet("/calls/{attempt}/proof.json", ProofAsync).ExcludeFromDescription();
        app.MapGet("/reports/exports/files/{id}", FileAsync).ExcludeFromDescription();
    }

    private static async Task<IResult> ExportAsync(
        string campaign, string what, string format, HttpContext context, Permissions permissions, Audited audited, CountedCalls counted, CentreBook centre, CentreNames people,
        ProspectBook prospects, CallSearch search, IClock clock, CancellationToken cancel)
    {
        if (what is not ("report" or "calls") || format is not ("csv" or "xlsx") || await centre.CampaignAsync(new CampaignId(campaign), cancel) is not { } settings) return Results.NotFound();
        if (await AllowedAsync(permissions, settings.Client, $"campaign:{settings.Id}") is not { } person) return Results.NotFound();
        if (!counted.IsCaughtUp) return Results.Text(ReportWords.Counting, statusCode: StatusCodes.Status503ServiceUnavailable);
        var address = ReportAddress.Read(context.Request.QueryString.Value ?? "");
        var now = CentreTime.Of(clock.GetCurrentInstant());
        var period = address.PeriodOn(now.Date);
        IReadOnlyList<Sheet> sheets = what == "report"
            ? ReportExport.Of(settings, await ReportReading.OfAsync(counted, settings.Id, period, null, now, cancel), await counted.EndsAsync(cancel))
            : [await ReportExport.CallsAsync(search, Wanted.Of(settings.Id, period, address), await ReportNames.ReadAsync(settings, people, prospects, cancel), person.May(Operation.CustomersSee, settings.Client), cancel)];
        await audited.DoneAsync(person.Who, Operation.ReportsExport, $"campaign:{settings.Id}", settings.Client, new { what, format, from = Period.Text(period.From), to = Period.Text(period.To) });
        context.Response.Headers.CacheControl = "no-store, private";
        return Results.File(Written(sheets, format), format == "csv" ? CsvType : WorkbookType, $"{what}-{settings.Id}-{Period.Text(period.From)}-{Period.Text(period.To)}.{format}");
    }

    private static async Task<IResult> FileAsync(string id, HttpContext context, Permissions permissions, Audited audited, WrittenExports written, CancellationToken cancel)
    {
        if (await written.FindAsync(id, cancel) is not { } export) return Results.NotFound();
        if (await AllowedAsync(permissions, export.Client, $"export:{id}") is not { } person || written.PathOf(export) is not { } path) return Results.NotFound();
        await audited.DoneAsync(person.Who, Operation.ReportsExport, $"export:{id}", export.Client);
        context.Response.Headers.CacheControl = "no-store, private";
        return Results.File(path, export.File.EndsWith(".csv", StringComparison.Ordinal) ? CsvType : WorkbookType, export.File);
    }

    private static async Task<IResult> ProofAsync(string attempt, HttpContext context, Permissions permissions, Audited audited, AttemptLog attempts, FactSearch facts, CustomerBook customers, CentreBook centre, CancellationToken cancel)
    {
        if (await attempts.FindAsync(new AttemptId(attempt), cancel) is not { PermitSequence: > 0 } call) return Results.NotFound();
        if (await AllowedAsync(permissions, call.Client, $"attempt:{call.Id}") is not { } person) return Results.NotFound();
        var proof = await ProofFile.ReadAsync(facts, customers, centre, call.Id, call.Stream, call.PermitSequence, cancel);
        await audited.DoneAsync(person.Who, Operation.ReportsExport, $"attempt:{call.Id}", call.Client);
        context.Response.Headers.CacheControl = "no-store, private";
        return Results.File(proof.Bytes(), "application/json", $"proof-{call.Id}.json");
    }

    /// <summary>The file's bytes; one table alone keeps its own columns as CSV.</summary>
    internal static byte[] Written(IReadOnlyList<Sheet> sheets, string format)
    {
        if (format == "csv") return [.. Encoding.UTF8.GetPreamble(), .. Encoding.UTF8.GetBytes(sheets is [var only] ? ReportSheets.Csv(only) : ReportSheets.Csv(sheets))];
        using var file = new MemoryStream();
        ReportSheets.Workbook(file, sheets);
        return file.ToArray();
    }

    /// <summary>Whoever may not is told no more than that there is nothing.</summary>
    internal static async Task<Person?> AllowedAsync(Permissions permissions, ClientId? client, string subject)
    {
        if (await permissions.PersonAsync() is null) return null;
        try
        {
            return await permissions.RequireAsync(Operation.ReportsExport, subject, client);
        }
        catch (ForbiddenException)
        {
            return null;
        }
    }
}
