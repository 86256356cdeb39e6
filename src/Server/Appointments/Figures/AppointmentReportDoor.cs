using NodaTime;
using Plateau.Server.Floors;
using Plateau.Server.People;
using Plateau.Server.Reports;
using Plateau.Storage.Appointments;
using Plateau.Storage.Centre;
using Plateau.Storage.People;
using Period = Plateau.Server.Reports.Period;

namespace Plateau.Server.Appointments.Figures;

/// <summary>The report of appointments as a file, as its page shows it; each copy is written in the audit log.</summary>
internal static class AppointmentReportDoor
{
    public const string Path = $"{AgreedAddress.Path}.{{format}}";

    public static void Map(IEndpointRouteBuilder app) => app.MapGet(Path, ExportAsync).ExcludeFromDescription();

    private static async Task<IResult> ExportAsync(
        string format, HttpContext context, Permissions permissions, Audited audited, AppointmentFigures figures, AppointmentLists lists, CentreBook book, CentreNames centre, UserBook users, IClock clock, CancellationToken cancel)
    {
        if (format is not ("csv" or "xlsx")) return Results.NotFound();
        var address = AgreedAddress.Read(context.Request.QueryString.Value ?? "");
        var campaign = address.Campaign is { } asked ? await book.CampaignAsync(asked, cancel) : null;
        if (await ExportDoor.AllowedAsync(permissions, campaign?.Client, campaign is null ? "appointments" : $"campaign:{campaign.Id}") is not { } reader) return Results.NotFound();
        var names = await AppointmentNames.ReadAsync(centre, users, cancel);
        var report = await AppointmentReport.ReadAsync(figures, names, address, [.. names.Centre.Clients.Keys.Where(reader.Sees)], CentreTime.Of(clock.GetCurrentInstant()), cancel);
        var people = reader.May(Operation.AppointmentsSee) ? await lists.OfIdsAsync([.. report.Chosen.Select(made => made.Id)], cancel) : null;
        var (from, to) = (Period.Text(report.Period.From), Period.Text(report.Period.To));
        await audited.DoneAsync(reader.Who, Operation.ReportsExport, "appointments", reader.OnlyClient, new { format, from, to });
        context.Response.Headers.CacheControl = "no-store, private";
        return Results.File(ExportDoor.Written(report.Sheets(people), format), format == "csv" ? ExportDoor.CsvType : ExportDoor.WorkbookType, $"appointments-{from}-{to}.{format}");
    }
}
