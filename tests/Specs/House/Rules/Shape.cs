using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Plateau.Specs.House.Rules;

/// <summary>A file holds one idea, stands where its namespace says, and begins with a sentence about it.</summary>
internal static class Shape
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
    ];

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
