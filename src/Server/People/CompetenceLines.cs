using System.Globalization;
using System.Text.RegularExpressions;

namespace Plateau.Server.People;

/// <summary>Competences as people write them: one a line, with its level from 1 to 5.</summary>
public static partial class CompetenceLines
{
    /// <summary>Each line with what it says; a line that can't be read has no level.</summary>
    public static IEnumerable<(string Line, string What, int? Level)> Read(string text) =>
        from line in (text ?? "").Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
        let match = Form().Match(line)
        select (line, match.Groups[1].Value.Trim(), match.Success ? int.Parse(match.Groups[2].ValueSpan, CultureInfo.InvariantCulture) : (int?)null);

    public static string Write(IReadOnlyDictionary<string, int>? competences) =>
        string.Join('\n', (competences ?? new Dictionary<string, int>()).Select(each => $"{each.Key} {each.Value.ToString(CultureInfo.InvariantCulture)}"));

    [GeneratedRegex(@"^(.{1,60}?)\s+([1-5])$")]
    private static partial Regex Form();
}
