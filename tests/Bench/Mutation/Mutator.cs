using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Plateau.Bench.Mutation;

/// <summary>One small change to a rule, of the kind a tired hand makes.</summary>
/// <param name="Member">The member that is changed, as it stands.</param>
/// <param name="Changed">The same after the change.</param>
internal sealed record Mutant(int Number, string File, int Line, string Was, string Is, MemberDeclarationSyntax Member, MemberDeclarationSyntax Changed);

/// <summary>Finds every place in a rule where a comparison, a connective, a number, a word or a whole answer can be changed.</summary>
internal static class Mutator
{
    private static readonly Dictionary<SyntaxKind, SyntaxKind[]> Operators = new()
    {
        [SyntaxKind.LessThanExpression] = [SyntaxKind.LessThanOrEqualExpression, SyntaxKind.GreaterThanOrEqualExpression],
        [SyntaxKind.LessThanOrEqualExpression] = [SyntaxKind.LessThanExpression, SyntaxKind.GreaterThanExpression],
        [SyntaxKind.GreaterThanExpression] = [SyntaxKind.GreaterThanOrEqualExpression, SyntaxKind.LessThanOrEqualExpression],
        [SyntaxKind.GreaterThanOrEqualExpression] = [SyntaxKind.GreaterThanExpression, SyntaxKind.LessThanExpression],
        [SyntaxKind.EqualsExpression] = [SyntaxKind.NotEqualsExpression],
        [SyntaxKind.NotEqualsExpression] = [SyntaxKind.EqualsExpression],
        [SyntaxKind.LogicalAndExpression] = [SyntaxKind.LogicalOrExpression],
        [SyntaxKind.LogicalOrExpression] = [SyntaxKind.LogicalAndExpression],
        [SyntaxKind.AddExpression] = [SyntaxKind.SubtractExpression],
        [SyntaxKind.SubtractExpression] = [SyntaxKind.AddExpression],
    };

    public static List<Mutant> Of(IEnumerable<SyntaxTree> rules)
    {
        var mutants = new List<Mutant>();
        foreach (var tree in rules)
        {
            foreach (var member in tree.GetRoot().DescendantNodes().OfType<ClassDeclarationSyntax>().SelectMany(rule => rule.Members))
            {
                foreach (var node in member.DescendantNodesAndSelf())
                    foreach (var changed in Changes(node))
                        Add(node, changed);
                foreach (var statement in member.DescendantNodes().OfType<IfStatementSyntax>())
                    Add(statement, SyntaxFactory.EmptyStatement().WithTriviaFrom(statement));

                void Add(SyntaxNode node, SyntaxNode changed) => mutants.Add(new(
                    mutants.Count + 1, Path.GetFileNameWithoutExtension(tree.FilePath), tree.GetLineSpan(node.Span).StartLinePosition.Line + 1, Short(node), Short(changed),
                    member, node == member ? (MemberDeclarationSyntax)changed : member.ReplaceNode(node, changed)));
            }
        }
        return mutants;
    }

    private static string Short(SyntaxNode node) => string.Join(' ', node.ToString().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)) is { Length: > 90 } text ? text[..90] + "..." : string.Join(' ', node.ToString().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static IEnumerable<SyntaxNode> Changes(SyntaxNode node) => node switch
    {
        BinaryExpressionSyntax binary when Operators.TryGetValue(binary.Kind(), out var others) => others.Select(kind => Exchanged(binary, kind)),
        BinaryExpressionSyntax { RawKind: (int)SyntaxKind.CoalesceExpression } coalesce => [coalesce.Right.WithTriviaFrom(coalesce)],
        PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.LogicalNotExpression } not => [not.Operand.WithTriviaFrom(not)],
        PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.UnaryMinusExpression } minus => [minus.Operand.WithTriviaFrom(minus)],
        LiteralExpressionSyntax literal => Literals(literal),
        UnaryPatternSyntax { RawKind: (int)SyntaxKind.NotPattern } not => [not.Pattern.WithTriviaFrom(not)],
        BinaryPatternSyntax pattern => [pattern.Left.WithTriviaFrom(pattern), pattern.Right.WithTriviaFrom(pattern)],
        SubpatternSyntax { Parent: PropertyPatternClauseSyntax clause } sub when clause.Subpatterns.Count > 1 => [sub.WithPattern(SyntaxFactory.DiscardPattern())],
        ConditionalExpressionSyntax either => [either.WithWhenTrue(either.WhenFalse).WithWhenFalse(either.WhenTrue)],
        IdentifierNameSyntax { Identifier.Text: "Max" } name => [name.WithIdentifier(SyntaxFactory.Identifier("Min"))],
        IdentifierNameSyntax { Identifier.Text: "Any" } name => [name.WithIdentifier(SyntaxFactory.Identifier("All"))],
        MethodDeclarationSyntax method => Answers(method),
        _ => [],
    };

    private static BinaryExpressionSyntax Exchanged(BinaryExpressionSyntax binary, SyntaxKind kind)
    {
        var token = kind switch
        {
            SyntaxKind.LessThanExpression => SyntaxKind.LessThanToken,
            SyntaxKind.LessThanOrEqualExpression => SyntaxKind.LessThanEqualsToken,
            SyntaxKind.GreaterThanExpression => SyntaxKind.GreaterThanToken,
            SyntaxKind.GreaterThanOrEqualExpression => SyntaxKind.GreaterThanEqualsToken,
            SyntaxKind.EqualsExpression => SyntaxKind.EqualsEqualsToken,
            SyntaxKind.NotEqualsExpression => SyntaxKind.ExclamationEqualsToken,
            SyntaxKind.LogicalAndExpression => SyntaxKind.AmpersandAmpersandToken,
            SyntaxKind.LogicalOrExpression => SyntaxKind.BarBarToken,
            SyntaxKind.AddExpression => SyntaxKind.PlusToken,
            _ => SyntaxKind.MinusToken,
        };
        return SyntaxFactory.BinaryExpression(kind, binary.Left, SyntaxFactory.Token(token).WithTriviaFrom(binary.OperatorToken), binary.Right);
    }

    /// <summary>A number one off either way, a truth turned round, a word misspelt. What a rule says of itself to people is left alone.</summary>
    private static IEnumerable<SyntaxNode> Literals(LiteralExpressionSyntax literal)
    {
        switch (literal.Kind())
        {
            case SyntaxKind.TrueLiteralExpression:
                yield return SyntaxFactory.LiteralExpression(SyntaxKind.FalseLiteralExpression).WithTriviaFrom(literal);
                break;
            case SyntaxKind.FalseLiteralExpression:
                yield return SyntaxFactory.LiteralExpression(SyntaxKind.TrueLiteralExpression).WithTriviaFrom(literal);
                break;
            case SyntaxKind.NumericLiteralExpression when literal.Token.Value is int number:
                yield return Number(literal, number + 1);
                yield return Number(literal, number - 1);
                break;
            case SyntaxKind.CharacterLiteralExpression:
                yield return SyntaxFactory.LiteralExpression(SyntaxKind.CharacterLiteralExpression, SyntaxFactory.Literal((char)((char)literal.Token.Value! + 1))).WithTriviaFrom(literal);
                break;
            case SyntaxKind.StringLiteralExpression when !SpeaksOfItself(literal):
                yield return SyntaxFactory.LiteralExpression(SyntaxKind.StringLiteralExpression, SyntaxFactory.Literal(literal.Token.ValueText + "~")).WithTriviaFrom(literal);
                break;
        }
    }

    private static LiteralExpressionSyntax Number(LiteralExpressionSyntax literal, int number) =>
        SyntaxFactory.LiteralExpression(SyntaxKind.NumericLiteralExpression, SyntaxFactory.Literal(number)).WithTriviaFrom(literal);

    /// <summary>Title and source of a text.</summary>
    private static bool SpeaksOfItself(LiteralExpressionSyntax literal) =>
        literal.Parent is ArgumentSyntax { Parent: ArgumentListSyntax { Parent: ImplicitObjectCreationExpressionSyntax } }
        && literal.Ancestors().OfType<PropertyDeclarationSyntax>().FirstOrDefault()?.Identifier.Text == "Text";

    /// <summary>A whole method that says yes, or no, whatever it is asked.</summary>
    private static IEnumerable<SyntaxNode> Answers(MethodDeclarationSyntax method)
    {
        string[] answers = method.ReturnType.ToString() switch
        {
            "bool" => ["true", "false"],
            "Finding" => ["Finding.Pass"],
            _ => [],
        };
        foreach (var answer in answers)
        {
            if (method.ExpressionBody?.Expression.ToString() == answer) continue;
            yield return method.WithBody(null).WithExpressionBody(SyntaxFactory.ArrowExpressionClause(SyntaxFactory.ParseExpression(answer)))
                .WithSemicolonToken(SyntaxFactory.Token(SyntaxKind.SemicolonToken));
        }
    }
}
