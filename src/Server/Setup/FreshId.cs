using System.Globalization;
using System.Text;

namespace Plateau.Server.Setup;

/// <summary>An id for something that people name: its letters, and a number behind them when they are taken.</summary>
internal static class FreshId
{
    private const int Longest = 40;

    public static async Task<string> OfAsync(string name, Func<string, Task<bool>> isTaken)
    {
        var plain = Plain(name);
        for (var count = 1; ; count++)
        {
            var id = count == 1 ? plain : $"{plain}-{count}";
            if (!await isTaken(id)) return id;
        }
    }

    /// <summary>Small Latin letters and digits with hyphens between; a name in other letters gives a plain word.</summary>
    public static string Plain(string name)
    {
        var id = new StringBuilder();
        foreach (var letter in name.Normalize(NormalizationForm.FormD))
        {
            if (char.IsAsciiLetterOrDigit(letter)) id.Append(char.ToLowerInvariant(letter));
            else if (CharUnicodeInfo.GetUnicodeCategory(letter) != UnicodeCategory.NonSpacingMark && id.Length > 0 && id[^1] != '-') id.Append('-');
            if (id.Length >= Longest) break;
        }
        var plain = id.ToString().Trim('-');
        return plain.Length == 0 ? "n" : plain.StartsWith("practice-", StringComparison.Ordinal) ? $"n-{plain}" : plain;
    }
}
