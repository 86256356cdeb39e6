using System.Globalization;
using System.Text;

namespace Plateau.Bench;

/// <summary>The picture of the pacing bench: how busy agents are under each policy, by the size of their team.</summary>
internal static class PacingPicture
{
    private const int Width = 860, Height = 460, Left = 60, Right = 240, Top = 54, Bottom = 50;
    private static readonly string[] Colours = ["#8a8f98", "#b08a3e", "#c2563c", "#8b5fbf", "#1f7a5c", "#2f6fd0"];

    public static string Draw(IReadOnlyList<(int Agents, List<(string Policy, double Busy)> Rows)> teams)
    {
        var low = Math.Floor(teams.Min(team => team.Rows.Min(row => row.Busy)) / 5) * 5;
        double X(int place) => Left + (double)place / Math.Max(1, teams.Count - 1) * (Width - Left - Right);
        double Y(double busy) => Height - Bottom - (busy - low) / (100 - low) * (Height - Top - Bottom);
        var svg = new StringBuilder();
        svg.Append(CultureInfo.InvariantCulture, $"<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {Width} {Height}\" font-family=\"system-ui, sans-serif\" font-size=\"13\" role=\"img\">\n");
        svg.Append(CultureInfo.InvariantCulture, $"<title>Agents' busy time by team size and policy, on the same invented days, at most 3 % abandoned</title>\n");
        svg.Append("<style>text { fill: #24292f } .grid { stroke: #d0d7de } .ground { fill: #ffffff } @media (prefers-color-scheme: dark) { text { fill: #e6edf3 } .grid { stroke: #30363d } .ground { fill: #0d1117 } }</style>\n");
        svg.Append(CultureInfo.InvariantCulture, $"""<rect class="ground" width="{Width}" height="{Height}" rx="8"/>""").Append('\n');
        svg.Append(CultureInfo.InvariantCulture, $"""<text x="{Left}" y="26" font-size="16" font-weight="600">Busy share of agents' time, in %, at most 3 % of people abandoned</text>""").Append('\n');
        for (var busy = low; busy <= 100; busy += 5)
            svg.Append(CultureInfo.InvariantCulture, $"""<line class="grid" x1="{Left}" x2="{Width - Right}" y1="{Y(busy):F1}" y2="{Y(busy):F1}"/><text x="{Left - 10}" y="{Y(busy) + 4:F1}" text-anchor="end">{busy:F0}</text>""").Append('\n');
        for (var team = 0; team < teams.Count; team++)
            svg.Append(CultureInfo.InvariantCulture, $"""<text x="{X(team):F1}" y="{Height - Bottom + 22}" text-anchor="middle">{teams[team].Agents}</text>""").Append('\n');
        svg.Append(CultureInfo.InvariantCulture, $"""<text x="{(Left + Width - Right) / 2}" y="{Height - 8}" text-anchor="middle">agents</text>""").Append('\n');
        Lines(svg, teams, X, Y);
        return svg.Append("</svg>\n").ToString();
    }

    private static void Lines(StringBuilder svg, IReadOnlyList<(int Agents, List<(string Policy, double Busy)> Rows)> teams, Func<int, double> x, Func<double, double> y)
    {
        var ends = teams[^1].Rows.Select((row, place) => (row.Policy, Place: place, At: y(row.Busy))).OrderBy(end => end.At).ToList();
        var free = double.NegativeInfinity;
        foreach (var (policy, place, at) in ends)
        {
            var points = string.Join(' ', teams.Select((team, index) => string.Create(CultureInfo.InvariantCulture, $"{x(index):F1},{y(team.Rows[place].Busy):F1}")));
            var colour = Colours[place % Colours.Length];
            var ours = policy == "pacer";
            svg.Append(CultureInfo.InvariantCulture, $"""<polyline points="{points}" fill="none" stroke="{colour}" stroke-width="{(ours ? 3.5 : 2)}"{(policy.StartsWith("reference", StringComparison.Ordinal) ? " stroke-dasharray=\"6 4\"" : "")}/>""").Append('\n');
            // Names that would lie upon each other move down.
            free = Math.Max(free + 17, at + 4);
            svg.Append(CultureInfo.InvariantCulture, $"""<text x="{x(teams.Count - 1) + 12:F1}" y="{free:F1}" style="fill:{colour}"{(ours ? " font-weight=\"700\"" : "")}>{policy}, {teams[^1].Rows[place].Busy:F1}</text>""").Append('\n');
        }
    }
}
