using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Plateau.Specs.House;

/// <summary>A file of the house as the rules see it: its path from the root, with forward slashes, and its text.</summary>
internal sealed class Source(string path, string text)
{
    private readonly Lazy<SyntaxNode> syntax = new(() => CSharpSyntaxTree.ParseText(text).GetRoot());

    public string Path => path;
    public string Text => text;
    public SyntaxNode Syntax => syntax.Value;
    public bool IsCode => path.EndsWith(".cs", StringComparison.Ordinal);
    public bool IsPage => path.EndsWith(".razor", StringComparison.Ordinal);
    public bool IsProject => path.EndsWith(".csproj", StringComparison.Ordinal);
    public bool IsGenerated => path.Contains("/Migrations/", StringComparison.Ordinal) || path.EndsWith(".g.cs", StringComparison.Ordinal);
    public IEnumerable<string> Folders => path.Split('/')[..^1];

    public bool In(params string[] folders) => folders.Any(folder => path.StartsWith(folder + "/", StringComparison.Ordinal));

    /// <summary>A complaint that names the place, what is there, and what to write instead.</summary>
    public string Complain(SyntaxNodeOrToken at, string what) =>
        $"{path}:{at.GetLocation()!.GetLineSpan().StartLinePosition.Line + 1}: {what}";

    /// <summary>Every dotted name in the file, whole, with the place where it stands: <c>Plateau.Core.People.Agent</c>, <c>Task.Delay</c>.</summary>
    public IEnumerable<(string Name, SyntaxNode At)> DottedNames() =>
        from node in Syntax.DescendantNodes()
        where node is QualifiedNameSyntax or MemberAccessExpressionSyntax
        where node.Parent is not (QualifiedNameSyntax or MemberAccessExpressionSyntax or NamespaceDeclarationSyntax or FileScopedNamespaceDeclarationSyntax)
        select (node.WithoutTrivia().ToString().Replace("global::", "", StringComparison.Ordinal), node);

    public IEnumerable<SyntaxToken> Identifiers() =>
        Syntax.DescendantTokens().Where(token => token.IsKind(SyntaxKind.IdentifierToken));

    public IEnumerable<BaseTypeDeclarationSyntax> Types() => Syntax.DescendantNodes().OfType<BaseTypeDeclarationSyntax>();
}
