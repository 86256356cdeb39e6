using System.Globalization;
using System.Text;
using NodaTime;
using Plateau.Core.Prospecting;

namespace Plateau.Server.Setup.Campaigns.Pacing;

/// <summary>One line of a pacing chart: a name, a tone, and a figure at each sample.</summary>
/// <param name="Tone">Of the series tones, from 1.</param>
/// <param name="IsLimit">Drawn dashed and as steps: what is allowed does not slide from one value to the next.</param>
public sealed record PacingLine(string Name, int Tone, Func<PacingSampled, double> Of, bool IsLimit = false);

/// <summary>Puts samples on paper: time from left to right, figures from the bottom up, in a box of a thousand by a hundred.</summary>
public static class PacingPaper
{
    public const int Width = 1000, Height = 100;

    /// <summary>More points than this no screen shows.</summary>
    private const int MostPoints = 240;

    /// <summary>Of many samples so many that a screen can show, the last one always among them.</summary>
    public static IReadOnlyList<PacingSampled> Thinned(IReadOnlyList<PacingSampled> samples)
    {
        ArgumentNullException.ThrowIfNull(samples);
        var every = (samples.Count + MostPoints - 1) / MostPoints;
        return every <= 1 ? samples : [.. samples.Where((_, at) => (samples.Count - 1 - at) % every == 0)];
    }

    /// <summary>The line's path; a pause of more than five minutes is left open.</summary>
    public static string Path(IReadOnlyList<PacingSampled> samples, PacingLine line, double most)
    {
        ArgumentNullException.ThrowIfNull(samples);
        ArgumentNullException.ThrowIfNull(line);
        if (samples.Count == 0) return "";
        var (first, span) = (samples[0].At, Math.Max(1, (samples[^1].At - samples[0].At).TotalSeconds));
        var path = new StringBuilder();
        for (var at = 0; at < samples.Count; at++)
        {
            var x = Width * (samples[at].At - first).TotalSeconds / span;
            var y = Height - Height * Math.Clamp(line.Of(samples[at]) / most, 0, 1);
            if (at == 0 || samples[at].At - samples[at - 1].At > Duration.FromMinutes(5)) path.Append(CultureInfo.InvariantCulture, $"M{x:0.#} {y:0.#}");
            else if (line.IsLimit) path.Append(CultureInfo.InvariantCulture, $"H{x:0.#}V{y:0.#}");
            else path.Append(CultureInfo.InvariantCulture, $"L{x:0.#} {y:0.#}");
        }
        return path.ToString();
    }

    private static readonly int[] Rounds = [1, 2, 5, 10];

    /// <summary>Whether nobody at all was called at that moment, whatever the pacer would have done.</summary>
    public static bool Stopped(PacingSampled sample) => sample is { Why: "nobody-there" or "switch-not-there" or "switch-lags" or "client-closed" } || sample?.Why.StartsWith("law-", StringComparison.Ordinal) == true;

    /// <summary>Where a limit is drawn, the paper ends at so many times its greatest value, a tenth at least: what runs far beyond is cut off there, so that the limit can be told from nought.</summary>
    private const double TimesTheLimit = 4, LeastWithLimit = 0.1;

    /// <summary>A round figure that nothing in the chart exceeds, save where a limit must stay readable.</summary>
    public static double Most(IReadOnlyList<PacingSampled> samples, IReadOnlyList<PacingLine> lines)
    {
        ArgumentNullException.ThrowIfNull(lines);
        double Greatest(IEnumerable<PacingLine> some) => samples.Max(sample => some.Max(line => line.Of(sample)));
        var most = samples.Count == 0 ? 0 : Greatest(lines);
        if (samples.Count > 0 && lines.Any(line => line.IsLimit)) most = Math.Min(most, Math.Max(LeastWithLimit, TimesTheLimit * Greatest(lines.Where(line => line.IsLimit))));
        if (most <= 0) return 1;
        var unit = Math.Pow(10, Math.Floor(Math.Log10(most)));
        return Rounds.Select(times => times * unit).First(round => round >= most - 1e-9);
    }
}
