using System.Text;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Plateau.Specs.House;

/// <summary>The map of the house: every room of src with its files, each beside the first sentence that the file says of itself.</summary>
internal static partial class Map
{
    public static string Draw(IEnumerable<Source> sources)
    {
        var map = new StringBuilder("```text\n");
        string[] open = [];
        foreach (var source in sources.Where(source => source.IsCode && source.In("src")).OrderBy(source => source.Path, StringComparer.Ordinal))
        {
            string[] folders = [.. source.Folders];
            if (source.IsGenerated)
                continue;
            var common = open.Zip(folders).TakeWhile(pair => pair.First == pair.Second).Count();
            for (var depth = common; depth < folders.Length; depth++)
                map.Append(' ', depth * 2).Append(folders[depth]).Append("/\n");
            open = folders;
            var name = new string(' ', folders.Length * 2) + source.Path.Split('/')[^1];
            map.Append(name.PadRight(40)).Append("  ").Append(FirstSentence(source)).TrimEnd().Append('\n');
        }

        return map.Append("```").ToString();
    }

    /// <summary>
    /// The first sentence about the type that the file is named after, else about its first type, without tags;
    /// for a file of several small types, that of the comment above the first. Null when there is none.
    /// </summary>
    public static string? FirstSentence(Source source)
    {
        var summary = Subject(source)?.GetLeadingTrivia()
            .Select(trivia => trivia.GetStructure()).OfType<DocumentationCommentTriviaSyntax>()
            .SelectMany(comment => comment.Content.OfType<XmlElementSyntax>())
            .FirstOrDefault(element => element.StartTag.Name.ToString() == "summary");
        var inner = summary is null ? CommentAbove(source) : summary.Content.ToFullString().Replace("///", " ", StringComparison.Ordinal);
        var words = Spaces().Replace(Tags().Replace(Crefs().Replace(inner, "$1"), ""), " ").Trim();
        var sentence = Sentences().Match(words).Value;
        return sentence.Length == 0 ? null : System.Net.WebUtility.HtmlDecode(sentence);
    }

    public static BaseTypeDeclarationSyntax? Subject(Source source)
    {
        var name = Path.GetFileName(source.Path).Split('.')[0];
        return source.Types().FirstOrDefault(type => type.Identifier.Text == name) ?? source.Types().FirstOrDefault();
    }

    private static string CommentAbove(Source source) =>
        string.Join(' ', source.Types().FirstOrDefault()?.GetLeadingTrivia()
            .Where(trivia => trivia.IsKind(SyntaxKind.SingleLineCommentTrivia)).Select(trivia => trivia.ToString().TrimStart('/')) ?? []);

    private static StringBuilder TrimEnd(this StringBuilder text)
    {
        while (text.Length > 0 && text[^1] == ' ')
            text.Length--;
        return text;
    }

    [GeneratedRegex("<(?:see|seealso|paramref|typeparamref)\\s+(?:cref|name|langword|href)=\"(?:[A-Z]:)?([^\"]*)\"\\s*/>")]
    private static partial Regex Crefs();

    [GeneratedRegex("<[^>]+>")]
    private static partial Regex Tags();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();

    [GeneratedRegex(@"^.+?(?<!\b(?:e\.g|i\.e|art|No))[.?!](?=\s|$)|^.+$")]
    private static partial Regex Sentences();
}
