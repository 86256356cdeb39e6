using System.Globalization;
using NodaTime.Text;
using Plateau.Server.Desks.Work;
using Plateau.Server.People;
using Plateau.Server.Reports;
using Plateau.Server.Web.Words;
using Plateau.Storage.Appointments;

namespace Plateau.Server.Appointments;

/// <summary>The call sheet as a table to take along, for whoever may see this client's appointments; each copy is written in the audit log.</summary>
internal static class CallSheetDoor
{
    public const string Path = "/appointments/sheets/{consultant}/{day}.csv";

    private static readonly string[] Columns = ["time", "until", "customer", "company", "number", "place", "meeting", "state", "invitation", "note", "answers", "said", "madeBy", "reference"];

    public static void Map(IEndpointRouteBuilder app) => app.MapGet(Path, SheetAsync).ExcludeFromDescription();

    private static async Task<IResult> SheetAsync(string consultant, string day, HttpContext context, Permissions permissions, Audited audited, ConsultantBook consultants, CallSheets sheets)
    {
        if (await permissions.PersonAsync() is null || LocalDatePattern.Iso.Parse(day) is not { Success: true, Value: var date } || await consultants.FindAsync(new(consultant), context.RequestAborted) is not { } found) return Results.NotFound();
        try
        {
            var person = await permissions.RequireAsync(Operation.AppointmentsSee, $"consultant:{consultant}", found.Client);
            await audited.DoneAsync(person.Who, Operation.AppointmentsSee, $"consultant:{consultant}", found.Client, new { sheet = day });
        }
        catch (ForbiddenException)
        {
            // Whoever may not is told no more than that there is nothing; the refusal is written down.
            return Results.NotFound();
        }
        var sheet = (await sheets.OfAsync(found.Id, date, context.RequestAborted))!;
        context.Response.Headers.CacheControl = "no-store, private";
        return Results.File(ExportDoor.Written([new Sheet("sheet", Columns, [.. sheet.Lines.Select(line => Row(sheet, line))])], "csv"), ExportDoor.CsvType, string.Create(CultureInfo.InvariantCulture, $"{consultant}-{day}.csv"));
    }

    private static IReadOnlyList<object> Row(CallSheet sheet, CallSheetLine line)
    {
        var (card, made) = (line.Card, line.Card.Appointment);
        return
        [
            Shown.Time(made.Start.InZone(sheet.Zone).TimeOfDay), Shown.Time(made.End.InZone(sheet.Zone).TimeOfDay), $"{card.Customer.FirstName} {card.Customer.Name}".Trim(), card.Customer.Company ?? "",
            card.Details.Telephone ?? card.Customer.Number, card.Details.Place ?? "", line.Meeting, line.State, card.Details.Email ?? "", card.Details.Note ?? "", string.Join(" / ", line.Answers.Select(AnswerWords.Of)), string.Join(" / ", line.Said), line.MadeBy, card.Customer.Reference ?? "",
        ];
    }
}
