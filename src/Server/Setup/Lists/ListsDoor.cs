using Plateau.Server.Api;
using Plateau.Server.People;
using Plateau.Server.Reports;
using Plateau.Server.Setup.Lists.Health;
using Plateau.Storage.Centre;

namespace Plateau.Server.Setup.Lists;

/// <summary>What of a list is taken along as a file: the errors of an import, and the list's health; each copy is written in the audit log.</summary>
internal static class ListsDoor
{
    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/lists/imports/{import}/errors", ErrorsAsync).ExcludeFromDescription();
        app.MapGet("/lists/{list}/health.{format}", HealthAsync).ExcludeFromDescription();
    }

    /// <summary>What the page of a list's health shows, as a workbook or as CSV.</summary>
    private static async Task<IResult> HealthAsync(string list, string format, string? campaign, HttpContext context, Permissions permissions, Audited audited, CentreBook book, ProspectBook prospects, HealthReading reading, CancellationToken cancel)
    {
        if (format is not ("csv" or "xlsx") || await permissions.PersonAsync() is null || await prospects.ListAsync(new(list), cancel) is not { } card) return Results.NotFound();
        try
        {
            var person = await permissions.RequireAsync(Operation.ReportsExport, $"list:{card.Id}", card.Client);
            await audited.DoneAsync(person.Who, Operation.ReportsExport, $"list:{card.Id}", card.Client, new { health = format });
        }
        catch (ForbiddenException)
        {
            return Results.NotFound();
        }
        var callers = (await book.EveryCampaignAsync(card.Client, cancel)).Where(each => each.Lists.Contains(card.Id)).ToList();
        var chosen = callers.Find(each => each.Id.Value == campaign) ?? callers.FirstOrDefault();
        var health = await reading.OfAsync(card.Id, chosen, await book.ClientAsync(card.Client, cancel), null, cancel);
        context.Response.Headers.CacheControl = "no-store, private";
        return Results.File(ExportDoor.Written(health!.Sheets(), format), format == "csv" ? ExportDoor.CsvType : ExportDoor.WorkbookType, $"health-{card.Id}.{format}");
    }

    private static async Task<IResult> ErrorsAsync(string import, HttpContext context, Permissions permissions, Audited audited, ImportShelf shelf)
    {
        if (await permissions.PersonAsync() is null || shelf.Find(import) is not { HasErrorFile: true } card) return Results.NotFound();
        try
        {
            var person = await permissions.RequireAsync(Operation.ListsImport, $"import:{import}", card.Client);
            await audited.DoneAsync(person.Who, Operation.ListsImport, $"import:{import}", card.Client, new { errors = true });
        }
        catch (ForbiddenException)
        {
            // Whoever may not is told no more than that there is nothing; the refusal is written down.
            return Results.NotFound();
        }
        context.Response.Headers.CacheControl = "no-store, private";
        return Results.File(shelf.ErrorFileOf(import), "text/csv; charset=utf-8", $"{Path.GetFileNameWithoutExtension(card.FileName)}.errors.csv");
    }
}
