using System.CommandLine;
using System.Globalization;
using Plateau.Core.Compliance;
using Plateau.Core.Floors;
using Plateau.Core.Interactions;
using Plateau.Server.Reports;
using Plateau.Storage;
using Plateau.Storage.Centre;
using Plateau.Storage.Journals;
using Spectre.Console;

namespace Plateau.Server.Verbs;

/// <summary>What came of a campaign, counted from the journal each time it is asked.</summary>
internal static class ReportVerb
{
    public static Command Make()
    {
        var campaign = new Option<string>("--campaign") { Description = "Id or name; of several with one name, the latest", Required = true, HelpName = "C" };
        var csv = new Option<bool>("--csv") { Description = "As CSV, on the standard output or into --output" };
        var xlsx = new Option<bool>("--xlsx") { Description = "As a workbook, into --output or report-C.xlsx here" };
        var json = CommonOptions.Json("the whole report");
        var output = new Option<FileInfo?>("--output") { Description = "Where CSV or workbook goes", HelpName = "FILE" };
        var zone = new Option<string>("--zone") { Description = "The time zone in which hours are named", DefaultValueFactory = _ => "Africa/Casablanca", HelpName = "ZONE" };
        var data = CommonOptions.Data();
        var command = new Command("report", """
            Report on a campaign: figures, outcomes, refusals, dispositions, days, hours, agents and lists.

            Nothing is kept ready: every figure is counted again from the journal.
            """)
        { campaign, csv, xlsx, json, output, zone, data };
        command.SetAction(async (parsed, cancel) =>
        {
            var folder = DataFolder.Open(parsed.GetValue(data));
            await using var store = await Store.OpenAsync(folder.Database(folder.ReadSettings()), cancel);
            var hours = Zones.Named(parsed.GetValue(zone)!) ?? throw new Complaint(Exit.Misasked, $"--zone {parsed.GetValue(zone)}: no such time zone; write one as Europe/Paris or Africa/Casablanca");
            var id = await NamedCampaign.FindAsync(new CentreBook(store), parsed.GetValue(campaign)!, cancel);
            await using var journal = new Journal(store);
            CampaignReport report;
            using (var line = new ProgressLine()) report = await CountedReport.OfAsync(journal, new ProspectBook(store), id, hours, facts => line.Say($"{facts:N0} facts read"), cancel);
            var target = parsed.GetValue(output);
            if (parsed.GetValue(json)) Console.WriteLine(ReportSheets.Json(id, report));
            else if (parsed.GetValue(csv)) Write(target, ReportSheets.Csv(report));
            else if (parsed.GetValue(xlsx)) WriteWorkbook(target ?? new FileInfo($"report-{id}.xlsx"), report);
            else Print(id, report);
            return (int)Exit.Done;
        });
        return command;
    }

    private static void Write(FileInfo? target, string text)
    {
        if (target is null) Console.Write(text);
        else
        {
            File.WriteAllText(target.FullName, text, new System.Text.UTF8Encoding(encoderShouldEmitUTF8Identifier: true));
            Console.WriteLine(target.FullName);
        }
    }

    private static void WriteWorkbook(FileInfo target, CampaignReport report)
    {
        ReportSheets.Workbook(target.FullName, report);
        Console.WriteLine(target.FullName);
    }

    private static void Print(CampaignId campaign, CampaignReport report)
    {
        FiguresShown.Print($"Campaign {campaign}", report.Figures);
        foreach (var sheet in ReportSheets.Of(report).Where(sheet => sheet.Name is "days" or "hours" or "agents" or "lists"))
        {
            var table = new Table().Border(TableBorder.Rounded).Title(sheet.Name);
            foreach (var column in sheet.Columns) table.AddColumn(new TableColumn(Markup.Escape(column)).RightAligned());
            foreach (var row in sheet.Rows) table.AddRow([.. row.Select(cell => Markup.Escape(Convert.ToString(cell, CultureInfo.InvariantCulture) ?? ""))]);
            AnsiConsole.Write(table);
        }
    }
}
