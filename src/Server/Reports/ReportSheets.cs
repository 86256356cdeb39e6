using System.Globalization;
using System.Text;
using System.Text.Json;
using MiniExcelLibs;
using NodaTime;
using NodaTime.Text;
using Plateau.Core.Floors;
using Plateau.Core.Interactions;

namespace Plateau.Server.Reports;

/// <summary>One table of a report.</summary>
/// <param name="Rows">Numbers as numbers, everything else as text.</param>
internal sealed record Sheet(string Name, IReadOnlyList<string> Columns, IReadOnlyList<IReadOnlyList<object>> Rows);

/// <summary>Reports as tables, for CSV, workbooks and programs. No cell runs as a formula, and a number that begins with + stays whole.</summary>
internal static class ReportSheets
{
    private static readonly JsonSerializerOptions JsonOptions = new(JsonSerializerDefaults.Web) { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private static readonly LocalDateTimePattern HourPattern = LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd HH:mm");

    /// <summary>The whole report, figures of the journal first.</summary>
    public static IReadOnlyList<Sheet> Of(CampaignReport report)
    {
        var figures = report.Figures;
        return
        [
            new("figures", ["figure", "value"],
            [
                ["prospects", figures.Prospects], ["attempts", figures.Attempts], ["permits", figures.Permits], ["answered", figures.Answered],
                ["successes", figures.Successes], ["talkSeconds", figures.TalkSeconds], ["abandoned", figures.Abandoned], ["recordings", figures.Recordings],
            ]),
            .. Of(report.Hours),
        ];
    }

    /// <summary>What was counted by hour, added up every way.</summary>
    public static IReadOnlyList<Sheet> Of(IReadOnlyList<HourCounts> hours)
    {
        var total = ReportReading.Sum(hours);
        return
        [
            Counts("outcomes", "outcome", total.Outcomes),
            Counts("refusals", "rule", total.Refusals),
            Counts("dispositions", "disposition", total.Dispositions),
            new("days", ["day", .. Columns], [.. hours.GroupBy(hour => hour.Hour.Date).Select(day => Row(Period.Text(day.Key), ReportReading.Sum(day)))]),
            new("hours", ["hour", .. Columns], [.. hours.Select(hour => Row(HourPattern.Format(hour.Hour), hour.Counts))]),
            new("agents", ["agent", "conversations", "successes", "talkSeconds", .. Agreed],
                [.. total.Agents.Select(agent => (IReadOnlyList<object>)[agent.Key.Value, agent.Value.Conversations, agent.Value.Successes, Seconds(agent.Value.Talk), .. Row(agent.Value.Appointments)])]),
            new("lists", ["list", "attempts", "reached", "successes", "refused"],
                [.. total.Lists.OrderBy(list => list.Key.Value, StringComparer.Ordinal).Select(list => (IReadOnlyList<object>)[list.Key.Value, list.Value.Attempts, list.Value.Reached, list.Value.Successes, list.Value.Refused])]),
        ];
    }

    /// <summary>One file for all tables: table, row, column, value.</summary>
    public static string Csv(CampaignReport report) => Csv(Of(report));

    public static string Csv(IReadOnlyList<Sheet> sheets)
    {
        var text = new StringBuilder("table,row,column,value\r\n");
        foreach (var sheet in sheets)
            foreach (var row in sheet.Rows)
                for (var column = 1; column < sheet.Columns.Count; column++)
                    text.Append(Cell(sheet.Name, ',')).Append(',').Append(Cell(row[0], ',')).Append(',').Append(Cell(sheet.Columns[column], ',')).Append(',').Append(Cell(row[column], ',')).Append("\r\n");
        return text.ToString();
    }

    /// <summary>One table with its own columns, as French spreadsheets open it: semicolons between cells.</summary>
    public static string Csv(Sheet sheet)
    {
        var text = new StringBuilder();
        foreach (var row in sheet.Rows.Prepend([.. sheet.Columns]))
            text.AppendJoin(';', row.Select(cell => Cell(cell, ';'))).Append("\r\n");
        return text.ToString();
    }

    /// <summary>A workbook with a sheet per table; texts are text cells, so nothing is ever a formula.</summary>
    public static void Workbook(string path, CampaignReport report)
    {
        using var file = File.Create(path);
        Workbook(file, Of(report));
    }

    public static void Workbook(Stream stream, IReadOnlyList<Sheet> sheets) => stream.SaveAs(sheets.ToDictionary(
        sheet => sheet.Name,
        sheet => (object)sheet.Rows.Select(row => sheet.Columns.Select((column, place) => (column, row[place])).ToDictionary(pair => pair.column, pair => pair.Item2)).ToList()));

    public static string Json(CampaignId campaign, CampaignReport report)
    {
        var sheets = Of(report.Hours);
        return JsonSerializer.Serialize(new { campaign = campaign.Value, report.Figures, days = Lines("days"), hours = Lines("hours"), agents = Lines("agents"), lists = Lines("lists") }, JsonOptions);

        IEnumerable<Dictionary<string, object>> Lines(string name) =>
            sheets.Where(sheet => sheet.Name == name).SelectMany(sheet => sheet.Rows.Select(row => sheet.Columns.Select((column, place) => (column, row[place])).ToDictionary(pair => pair.column, pair => pair.Item2)));
    }

    private static readonly string[] Agreed = ["appointments", "appointmentsHeld", "appointmentsNoShow", "appointmentsCancelled"];
    private static readonly string[] Columns = ["attempts", "answered", "reached", "successes", "abandoned", "refused", "talkSeconds", .. Agreed];

    private static IReadOnlyList<object> Row(string name, CallCounts counts) =>
        [name, counts.Attempts, counts.Answered, counts.Reached, counts.Successes, counts.Abandoned, counts.Refused, Seconds(counts.Talk), .. Row(counts.Agreed)];

    private static IReadOnlyList<object> Row(AppointmentCounts agreed) => [agreed.Booked, agreed.Held, agreed.NoShow, agreed.Cancelled];

    private static double Seconds(Duration talk) => Math.Round(talk.TotalSeconds, 1);

    private static Sheet Counts(string name, string column, IReadOnlyDictionary<string, int> counts) =>
        new(name, [column, "count"], [.. counts.Select(pair => (IReadOnlyList<object>)[pair.Key, pair.Value])]);

    /// <summary>A text that a spreadsheet would take for a formula gets a quote before it.</summary>
    private static string Cell(object value, char separator)
    {
        var text = Convert.ToString(value, CultureInfo.InvariantCulture) ?? "";
        if (value is string && text is ['=' or '+' or '-' or '@' or '\t' or '\r', ..]) text = "'" + text;
        return text.AsSpan().IndexOfAny([separator, '"', '\r', '\n']) < 0 ? text : $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }
}
