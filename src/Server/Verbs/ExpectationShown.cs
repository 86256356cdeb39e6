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
        Row("Agents' time in calls", day => Share(day.Busy, "P1"));
        Row("Abandoned of those who answered", day => Share(day.Abandoned, "P2"));
        Row("Hours of talk", day => Decimal(day.TalkHours));
        Row("List spent before closing", day => $"{day.Finished} of {day.Lives}{(day.FinishedAfter is { } after ? $", after {Hours(after.Least)} to {Hours(after.Most)}" : "")}");
        AnsiConsole.Write(table);
        AnsiConsole.MarkupLine("[grey]The middle of the days, and in brackets the least and the most.[/]");

        void Row(string name, Func<Expectation, string> said)
        {
            if (instead is null) table.AddRow(name, Markup.Escape(said(asItIs)));
            else table.AddRow(name, Markup.Escape(said(asItIs)), Markup.Escape(said(instead)));
        }
    }

    private static string Whole(Simulation.Span span) => string.Create(CultureInfo.InvariantCulture, $"{span.Middle:N0} ({span.Least:N0} to {span.Most:N0})");
    private static string Decimal(Simulation.Span span) => string.Create(CultureInfo.InvariantCulture, $"{span.Middle:N1} ({span.Least:N1} to {span.Most:N1})");
    private static string Share(Simulation.Span span, string format) => $"{span.Middle.ToString(format, CultureInfo.InvariantCulture)} ({span.Least.ToString(format, CultureInfo.InvariantCulture)} to {span.Most.ToString(format, CultureInfo.InvariantCulture)})";
    private static string Hours(double minutes) => string.Create(CultureInfo.InvariantCulture, $"{(int)minutes / 60}:{(int)minutes % 60:00}");
}
