using System.Globalization;

namespace Plateau.Storage.Importing;

/// <summary>Scores as people write them: 87, 12.5, 12,5, 90 %. The greater, the sooner a person is called.</summary>
internal static class Scores
{
    private const double Most = 1e9;

    public const string Remedy = "Write the score as a number, such as 87 or 12.5 (the greater, the sooner), or leave the cell empty.";

    /// <summary>The score; null when it is no number, or one beyond a thousand million.</summary>
    public static double? Read(string text)
    {
        var bare = text.Trim().TrimEnd('%').Replace(" ", "", StringComparison.Ordinal).Replace("\u00a0", "", StringComparison.Ordinal).Replace("\u202f", "", StringComparison.Ordinal);
        // One comma is a French decimal point; with a point beside it, it would be anybody's guess.
        if (bare.Count(letter => letter == ',') == 1 && !bare.Contains('.', StringComparison.Ordinal)) bare = bare.Replace(',', '.');
        return double.TryParse(bare, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var score) && Math.Abs(score) <= Most ? score : null;
    }
}
