using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Plateau.Specs.House.Rules;

/// <summary>A file holds one idea, stands where its namespace says, and begins with a sentence about it.</summary>
internal static partial class Shape
{
    private const int MostLines = 400;

    public static readonly HouseRule[] Rules =
    [
        new($"A file has at most {MostLines} lines", Length,
            ("src/Core/Floors/Floor.cs", string.Concat(Enumerable.Repeat("// a line\n", MostLines + 1)))),
        new("A namespace is the path of its folder", Namespace,
            ("src/Core/Floors/Floor.cs", "namespace Plateau.Core.Floor;"),
            ("src/Server/Api/Lists.cs", "namespace Plateau.Server { class Lists; }"),
            ("tests/Specs/House/Tree.cs", "namespace Plateau.Specs;")),
        new("A file of src says in a sentence what it is about", Sentence,
            ("src/Storage/Journal.cs", "namespace Plateau.Storage; public sealed class Journal;"),
            ("src/Storage/Journal.cs", "namespace Plateau.Storage; /// <summary> </summary>\npublic sealed class Journal;")),
        new("An error is not swallowed", Swallowed,
            ("src/Storage/Journal.cs", "class C { void M() { try { } catch { } } }"),
            ("src/Storage/Journal.cs", "class C { void M() { try { } catch (System.Exception) { } } }")),
        new("What a page puts into its frame keeps its state", Framed,
            ("src/Server/Desks/Work/DeskPage.razor", """<SectionContent SectionName="keys"><KeyChoice Keys="keys" /></SectionContent>"""),
            ("src/Server/Floors/Board/BoardPage.razor", """
                @inherits LiveComponent
                <SectionContent SectionName="keys"><h3>@BoardWords.Title</h3></SectionContent>
                """)),
    ];

    /// <summary>A frame makes its content anew whenever the piece is another one, and a piece written on the spot is another with each drawing.</summary>
    private static IEnumerable<string> Framed(Source source)
    {
        if (!source.IsPage) yield break;
        foreach (Match piece in OnTheSpot().Matches(source.Text))
        {
            if (source.Text.Contains("@inherits LiveComponent", StringComparison.Ordinal))
                yield return $"{source.Path}: this page draws itself anew, and what it writes into its frame on the spot with it; make of it a property and give it as ChildContent.";
            else if (Component().Match(piece.Groups[1].Value) is { Success: true } component)
                yield return $"{source.Path}: {component.Groups[1].Value} is made anew with each drawing of the page and forgets its state; make of it a property and give it as ChildContent.";
        }
    }

    [GeneratedRegex("<SectionContent [^>]*[^/]>(.*?)</SectionContent>", RegexOptions.Singleline)]
    private static partial Regex OnTheSpot();

    /// <summary>The band has no state.</summary>
    [GeneratedRegex(@"<((?!ClientBand)[A-Z]\w*)")]
    private static partial Regex Component();

    private static IEnumerable<string> Length(Source source)
    {
        var lines = source.Text.Count(letter => letter == '\n');
        if (!source.IsGenerated && lines > MostLines)
            yield return $"{source.Path}: {lines} lines; find the second idea in it and give it a file.";
    }

    private static IEnumerable<string> Namespace(Source source)
    {
        if (!source.IsCode || source.IsGenerated)
            yield break;
        // The first folder only sorts (src, tests); the rest is the name.
        var expected = "Plateau." + string.Join('.', source.Folders.Skip(1));
        foreach (var space in source.Syntax.DescendantNodes().OfType<BaseNamespaceDeclarationSyntax>())
            if (space.Name.ToString() != expected)
                yield return source.Complain(space, $"declares {space.Name}; its folder says {expected}.");
    }

    private static IEnumerable<string> Sentence(Source source)
    {
        if (!source.IsCode || source.IsGenerated || !source.In("src"))
            yield break;
        if (Map.Subject(source) is { } first && Map.FirstSentence(source) is null)
            yield return source.Complain(first, $"{first.Identifier} has no /// <summary>; begin with a sentence that a supervisor would agree with.");
    }

    /// <summary>An empty catch names the one case it means (when), or says in a comment why nothing is to be done.</summary>
    private static IEnumerable<string> Swallowed(Source source)
    {
        if (!source.IsCode || !source.In("src"))
            yield break;
        foreach (var caught in source.Syntax.DescendantNodes().OfType<CatchClauseSyntax>())
            if (caught.Filter is null && caught.Block.Statements.Count == 0 && !caught.Block.DescendantTrivia().Any(trivia => trivia.IsKind(SyntaxKind.SingleLineCommentTrivia)))
                yield return source.Complain(caught, "an empty catch; handle it, or write in it why nothing is lost.");
    }
}
