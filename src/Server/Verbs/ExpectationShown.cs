using System.Globalization;
using System.Text.Json;
using Plateau.Simulation;
using Spectre.Console;

namespace Plateau.Server.Verbs;

/// <summary>What may be expected of a day, and of the same day with something changed: for people as a table, for programs as one line.</summary>
internal static class ExpectationShown
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    public static string Line(Expectation asItIs, Expectation? instead) => JsonSerializer.Serialize(new { asItIs, instead }, Json);

    public static void Print(string title, Expectation asItIs, Expectation? instead, string change)
    {
        var table = new Table().Border(TableBorder.Rounded).Title(Markup.Escape(title)).AddColumn("").AddColumn(new TableColumn("as it is").RightAligned());
        if (instead is not null) table.AddColumn(new TableColumn(Markup.Escape(change)).RightAligned());
        Row("Attempts", day => Whole(day.Attempts));
        Row("Reached", day => Whole(day.Reached));
        Row("Successes", day => Whole(day.Successes));
        Row("Refused by the law", day => Whole(day.Refusals));
        foreach (var rule in asItIs.RefusedBy.Concat(instead?.RefusedBy ?? []).Select(each => each.Rule).Distinct())
            Row($"  by {rule}", day => day.RefusedBy.FirstOrDefault(each => each.Rule == rule) is { } found ? Whole(found.Calls) : "0");
        Row("Agents' time in calls", day => Ranged(day.Busy, "P1"));
        Row("Abandoned of those who answered", day => Ranged(day.Abandoned, "P2"));
        Row("Hours of talk", day => Ranged(day.TalkHours, "N1"));
        Row("List spent before closing", day => $"{day.Finished} of {day.Lives}{(day.FinishedAfter is { } after ? $", after {(after.Least == after.Most ? "" : $"{Hours(after.Least)} to ")}{Hours(after.Most)}" : "")}");
        AnsiConsole.Write(table);
        if (asItIs.Lives > 1) AnsiConsole.MarkupLine("[grey]The middle of the days, and in brackets the least and the most.[/]");

        void Row(string name, Func<Expectation, string> said)
        {
            if (instead is null) table.AddRow(name, Markup.Escape(said(asItIs)));
            else table.AddRow(name, Markup.Escape(said(asItIs)), Markup.Escape(said(instead)));
        }
    }

    private static string Whole(Simulation.Span span) => Ranged(span, "N0");

    private static string Ranged(Simulation.Span span, string format)
    {
        string Said(double value) => value.ToString(format, CultureInfo.InvariantCulture);
        return span.Least == span.Most ? Said(span.Middle) : $"{Said(span.Middle)} ({Said(span.Least)} to {Said(span.Most)})";
    }

    private static string Hours(double minutes) => string.Create(CultureInfo.InvariantCulture, $"{(int)minutes / 60}:{(int)minutes % 60:00}");
}
