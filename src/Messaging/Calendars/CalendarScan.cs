using System.Text;

namespace Plateau.Messaging.Calendars;

/// <summary>A calendar's text taken apart into its events, with the line of each: what is wrong with one leaves the others readable.</summary>
internal sealed class CalendarScan
{
    /// <summary>What goes on longer is an attachment, of which nothing is needed.</summary>
    private const int LongestLine = 100_000;

    private readonly List<Component> events = [], zones = [];
    private readonly List<CalendarFlaw> flaws = [];

    public IReadOnlyList<Component> Events => events;
    public IReadOnlyList<Component> Zones => zones;
    public IReadOnlyList<CalendarFlaw> Flaws => flaws;
    public bool IsCalendar { get; private set; }

    /// <summary>What the calendar asks for when it came by mail (RFC 5546, 1.4), in capitals; null when it just is one.</summary>
    public string? Method { get; private set; }

    /// <summary>One line as it is meant: continuations joined (RFC 5545, 3.1), with the number of its first line.</summary>
    internal readonly record struct Line(int Number, string Text)
    {
        private int Colon => Outside(':');

        /// <summary>The property's name in capitals; empty when the line is none.</summary>
        public string Name => Colon < 0 ? "" : Text.AsSpan(0, Colon).IndexOf(';') is var at && at < 0 ? Text[..Colon].Trim().ToUpperInvariant() : Text[..at].Trim().ToUpperInvariant();

        public string Value => Colon < 0 ? "" : Text[(Colon + 1)..].Trim();

        /// <summary>The value of a parameter without its quotes; null when the property has none of that name.</summary>
        public string? Parameter(string name) => ParameterAt(name) is var (start, end) ? Text[start..end].Trim('"') : null;

        public Line With(string name, string value) => ParameterAt(name) is var (start, end) ? this with { Text = Text[..start] + value + Text[end..] } : this;

        private (int Start, int End)? ParameterAt(string name)
        {
            var at = Text.IndexOf($";{name}=", StringComparison.OrdinalIgnoreCase);
            if (at < 0 || at > Colon) return null;
            var start = at + name.Length + 2;
            var end = start < Text.Length && Text[start] == '"' ? Text.IndexOf('"', start + 1) + 1 : Text.IndexOfAny([';', ':'], start);
            return end > start ? (start, end) : null;
        }

        /// <summary>The first such letter outside quotes: a parameter may hold colons.</summary>
        private int Outside(char letter)
        {
            var quoted = false;
            for (var at = 0; at < Text.Length; at++)
                if (Text[at] == '"') quoted = !quoted;
                else if (Text[at] == letter && !quoted) return at;
            return -1;
        }
    }

    /// <summary>An event or a zone: its own lines, without those of alarms inside it.</summary>
    internal sealed record Component(int Number, IReadOnlyList<Line> Lines)
    {
        public Line? Find(string name) => Lines.FirstOrDefault(line => line.Name == name) is { Text: not null } found ? found : null;
        public string? Value(string name) => Find(name)?.Value;
    }

    public static CalendarScan Of(string text)
    {
        var scan = new CalendarScan();
        scan.Read(Unfolded(text));
        return scan;
    }

    private void Read(IEnumerable<Line> lines)
    {
        Stack<(string Name, int Line)> open = [];
        List<Line> own = [];
        foreach (var line in lines)
        {
            if (!IsCalendar)
            {
                if (line.Name != "BEGIN" || !line.Value.Equals("VCALENDAR", StringComparison.OrdinalIgnoreCase))
                {
                    flaws.Add(new(line.Number, CalendarFlawKind.NotCalendar, Short(line.Text)));
                    return;
                }
                IsCalendar = true;
            }
            var value = line.Value.ToUpperInvariant();
            switch (line.Name)
            {
                case "":
                    flaws.Add(new(line.Number, CalendarFlawKind.Line, Short(line.Text)));
                    break;
                case "BEGIN":
                    open.Push((value, line.Number));
                    if (IsKept(value)) own = [];
                    else if (open.Any(outer => outer.Name == "VTIMEZONE")) own.Add(line);
                    break;
                case "END" when open.TryPeek(out var begun) && begun.Name == value:
                    open.Pop();
                    if (value == "VEVENT") events.Add(new(begun.Line, own));
                    else if (value == "VTIMEZONE") zones.Add(new(begun.Line, own));
                    break;
                case "END":
                    flaws.Add(new(line.Number, CalendarFlawKind.CutOff, Short(line.Text)));
                    return;
                case "METHOD" when open.TryPeek(out var whole) && whole.Name == "VCALENDAR":
                    Method = value;
                    break;
                default:
                    if (open.TryPeek(out var inner) && (IsKept(inner.Name) || inner.Name is "STANDARD" or "DAYLIGHT")) own.Add(line);
                    break;
            }
        }
        if (open.TryPeek(out var left)) flaws.Add(new(left.Line, CalendarFlawKind.CutOff, left.Name));
        if (!IsCalendar && flaws.Count == 0) flaws.Add(new(1, CalendarFlawKind.NotCalendar));
    }

    private static bool IsKept(string name) => name is "VEVENT" or "VTIMEZONE";

    private static IEnumerable<Line> Unfolded(string text)
    {
        var (number, begun) = (0, 0);
        var whole = new StringBuilder();
        foreach (var raw in text.TrimStart('\uFEFF').Split('\n'))
        {
            number++;
            var line = raw.TrimEnd('\r');
            if (line is [' ' or '\t', ..] && begun > 0)
            {
                if (whole.Length < LongestLine) whole.Append(line, 1, line.Length - 1);
                continue;
            }
            if (!string.IsNullOrWhiteSpace(whole.ToString())) yield return new(begun, whole.ToString());
            begun = number;
            whole.Clear().Append(line);
        }
        if (!string.IsNullOrWhiteSpace(whole.ToString())) yield return new(begun, whole.ToString());
    }

    internal static string Short(string text) => text.Length <= 80 ? text : text[..80];
}
