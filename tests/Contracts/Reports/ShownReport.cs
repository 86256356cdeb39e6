using System.Net;
using System.Text.RegularExpressions;

namespace Plateau.Contracts.Reports;

/// <summary>What can be read off a page of reports.</summary>
internal static partial class ShownReport
{
    /// <summary>The figure of a tile, and what stands small beside it, as digits alone.</summary>
    public static (string Figure, string Beside) TileOf(string page, string label)
    {
        var tile = Regex.Match(WebUtility.HtmlDecode(page), $"""role="group" aria-label="{Regex.Escape(label)}">.*?<span class="figure"><bdi[^>]*>([^<]*)</bdi>\s*(?:<small><bdi[^>]*>([^<]*)</bdi>)?""", RegexOptions.Singleline);
        tile.Success.Should().BeTrue($"the page has a tile {label}");
        return (Digits(tile.Groups[1].Value), Digits(tile.Groups[2].Value));
    }

    /// <summary>Every row of the page that leads down, with the first count beside it.</summary>
    public static IReadOnlyList<(string Address, int Count)> RowsOf(string page) =>
        [.. Row().Matches(page).Select(row => (WebUtility.HtmlDecode(row.Groups[1].Value), int.Parse(Digits(row.Groups[2].Value), null)))];

    /// <summary>How many calls the list says that there are.</summary>
    public static int CallsOn(string page) => int.Parse(Digits(Found().Match(page).Groups[1].Value), null);

    private static string Digits(string text) => string.Concat(WebUtility.HtmlDecode(text).Where(char.IsAsciiDigit));

    [GeneratedRegex("""<a href="(/reports/[^"]+)"[^>]*>[^<]*</a></th>\s*<td class="end"><bdi[^>]*>([^<]*)</bdi>""")]
    private static partial Regex Row();

    [GeneratedRegex("<span class=\"push sm quiet\">([^<]*)</span>")]
    private static partial Regex Found();
}
