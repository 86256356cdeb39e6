using System.Globalization;
using System.Text;
using System.Text.Json;
using MiniExcelLibs;
using NodaTime.Text;
using Plateau.Core.Floors;
using Plateau.Core.Interactions;

namespace Plateau.Server.Reports;

/// <summary>One table of a report.</summary>
/// <param name="Rows">Numbers as numbers, everything else as text.</param>
internal sealed record Sheet(string Name, IReadOnlyList<string> Columns, IReadOnlyList<IReadOnlyList<object>> Rows);

/// <summary>A campaign's report as tables, for CSV, workbooks and programs.</summary>
internal static class ReportSheets
{
    private static readonly JsonSerializerOptions JsonOptions = new(JsonSerializerDefaults.Web) { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

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
            Counts("outcomes", "outcome", figures.Outcomes),
            Counts("refusals", "rule", figures.Refusals),
            Counts("dispositions", "disposition", figures.Dispositions),
            new("hours", ["hour", "attempts", "answered", "reached", "successes", "refused"],
                [.. report.Hours.Select(hour => (IReadOnlyList<object>)[LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd HH:mm").Format(hour.Hour), hour.Attempts, hour.Answered, hour.Reached, hour.Successes, hour.Refused])]),
            new("agents", ["agent", "conversations", "successes", "talkSeconds"],
                [.. report.Agents.Select(agent => (IReadOnlyList<object>)[agent.Agent.Value, agent.Conversations, agent.Successes, Math.Round(agent.Talk.TotalSeconds, 1)])]),
        ];
    }

    /// <summary>One file for all tables: table, row, column, value. A cell that a spreadsheet would take for a formula gets a quote before it.</summary>
    public static string Csv(CampaignReport report)
    {
        var text = new StringBuilder("table,row,column,value\r\n");
        foreach (var sheet in Of(report))
            foreach (var row in sheet.Rows)
                for (var column = 1; column < sheet.Columns.Count; column++)
                    text.Append(Cell(sheet.Name)).Append(',').Append(Cell(row[0])).Append(',').Append(Cell(sheet.Columns[column])).Append(',').Append(Cell(row[column])).Append("\r\n");
        return text.ToString();
    }

    /// <summary>A workbook with a sheet per table; texts are text cells, so nothing is ever a formula.</summary>
    public static void Workbook(string path, CampaignReport report)
    {
        var sheets = Of(report).ToDictionary(
            sheet => sheet.Name,
            sheet => (object)sheet.Rows.Select(row => sheet.Columns.Select((column, place) => (column, row[place])).ToDictionary(pair => pair.column, pair => pair.Item2)).ToList());
        MiniExcel.SaveAs(path, sheets, overwriteFile: true);
    }

    public static string Json(CampaignId campaign, CampaignReport report) => JsonSerializer.Serialize(new
    {
        campaign = campaign.Value,
        report.Figures,
        hours = Of(report).First(sheet => sheet.Name == "hours").Rows.Select(row => new { hour = row[0], attempts = row[1], answered = row[2], reached = row[3], successes = row[4], refused = row[5] }),
        agents = Of(report).First(sheet => sheet.Name == "agents").Rows.Select(row => new { agent = row[0], conversations = row[1], successes = row[2], talkSeconds = row[3] }),
    }, JsonOptions);

    private static Sheet Counts(string name, string column, IReadOnlyDictionary<string, int> counts) =>
        new(name, [column, "count"], [.. counts.Select(pair => (IReadOnlyList<object>)[pair.Key, pair.Value])]);

    private static string Cell(object value)
    {
        var text = Convert.ToString(value, CultureInfo.InvariantCulture) ?? "";
        if (value is string && text is ['=' or '+' or '-' or '@' or '\t' or '\r', ..]) text = "'" + text;
        return text.AsSpan().IndexOfAny(",\"\r\n") < 0 ? text : $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }
}
