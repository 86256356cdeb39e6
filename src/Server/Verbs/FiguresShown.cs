using System.Globalization;
using System.Text.Json;
using Plateau.Core.Floors;
using Spectre.Console;

namespace Plateau.Server.Verbs;

/// <summary>The figures of a floor, for people as a table and for programs as one line.</summary>
internal static class FiguresShown
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Line(Figures figures) => JsonSerializer.Serialize(figures, Json);

    public static void Print(string title, Figures figures)
    {
        var table = new Table().Border(TableBorder.Rounded).Title(Markup.Escape(title)).AddColumn("").AddColumn(new TableColumn("").RightAligned()).HideHeaders();
        Row(table, "Prospects judged", figures.Prospects);
        Row(table, "Attempts", figures.Attempts);
        Row(table, "Permits", figures.Permits);
        Group(table, "Refused by", figures.Refusals);
        Group(table, "Ended as", figures.Outcomes);
        Group(table, "Disposed as", figures.Dispositions);
        table.AddRow("Talk", TimeSpan.FromSeconds(Math.Round(figures.TalkSeconds)).ToString("c", CultureInfo.InvariantCulture));
        table.AddRow("Idle share of agents' time", figures.IdleShare.ToString("P1", CultureInfo.InvariantCulture));
        Row(table, "Abandoned", figures.Abandoned);
        Row(table, "Recordings", figures.Recordings);
        Row(table, "Facts in the journal", figures.Facts);
        table.AddRow("Fingerprint", figures.Fingerprint);
        table.AddRow("Violations", figures.Violations.Count == 0 ? "[green]none[/]" : $"[red]{figures.Violations.Count}[/]");
        AnsiConsole.Write(table);
        foreach (var violation in figures.Violations) AnsiConsole.MarkupLineInterpolated(CultureInfo.InvariantCulture, $"[red]![/] {violation}");
    }

    private static void Row(Table table, string name, long value) => table.AddRow(name, value.ToString("N0", CultureInfo.InvariantCulture));

    private static void Group(Table table, string name, IReadOnlyDictionary<string, int> counts)
    {
        foreach (var (key, count) in counts.OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key, StringComparer.Ordinal))
            Row(table, $"  {name} {Markup.Escape(key)}", count);
    }
}
