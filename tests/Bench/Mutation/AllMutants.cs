using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Plateau.Bench.Mutation;

/// <summary>One assembly that holds every mutant side by side: each changed member stands beside the true one, and a number says which of them answers.</summary>
internal static class AllMutants
{
    /// <summary>Says which mutant lives, and counts the turns of loops, so that a change which makes one endless is red and not endless.</summary>
    public const string Stage = """
        namespace Plateau.Core;
        public static class Stage
        {
            public static volatile int Living;
            private static int turns;
            public static void Clear() => turns = 0;
            public static void Turn() { if (++turns > 5_000_000) throw new System.InvalidOperationException("an endless loop"); }
        }
        """;

    private const string Mark = "__";

    /// <summary>The rule with all its mutants in it.</summary>
    public static SyntaxNode Staged(SyntaxNode root, IReadOnlyCollection<Mutant> mutants)
    {
        var byMember = mutants.GroupBy(mutant => mutant.Member).ToDictionary(group => group.Key, group => group.ToList());
        var classes = root.DescendantNodes().OfType<ClassDeclarationSyntax>();
        var staged = root.ReplaceNodes(classes, (rule, _) => rule.WithMembers([.. rule.Members.SelectMany(member =>
            byMember.TryGetValue(member, out var own) || IsKept(member) ? [Dispatch(member, own ?? []), Renamed(member, 0), .. (own ?? []).Select(mutant => Renamed(mutant.Changed, mutant.Number))] : new[] { member })]));
        return new LoopCounter().Visit(staged);
    }

    /// <summary>A value that is made once would keep what the first mutant made of it.</summary>
    private static bool IsKept(MemberDeclarationSyntax member) => member is FieldDeclarationSyntax or PropertyDeclarationSyntax { Initializer: not null };

    /// <summary>The mutant in which this place lies; 0 when it is none.</summary>
    public static int MutantAt(SyntaxNode node)
    {
        foreach (var member in node.AncestorsAndSelf().OfType<MemberDeclarationSyntax>())
        {
            var name = member switch { MethodDeclarationSyntax method => method.Identifier.Text, PropertyDeclarationSyntax property => property.Identifier.Text, _ => "" };
            var at = name.LastIndexOf(Mark, StringComparison.Ordinal);
            if (at >= 0) return int.Parse(name[(at + Mark.Length)..], System.Globalization.CultureInfo.InvariantCulture);
        }
        return 0;
    }

    private static MemberDeclarationSyntax Dispatch(MemberDeclarationSyntax member, List<Mutant> mutants)
    {
        string Choice(string name, string arguments) =>
            $"=> global::Plateau.Core.Stage.Living switch {{ {string.Concat(mutants.Select(mutant => $"{mutant.Number} => {name}{Mark}{mutant.Number}{arguments}, "))}_ => {name}{Mark}0{arguments} }};";
        return SyntaxFactory.ParseMemberDeclaration(member switch
        {
            MethodDeclarationSyntax method =>
                $"{method.Modifiers} {method.ReturnType} {method.Identifier}{method.ParameterList} {Choice(method.Identifier.Text, $"({string.Join(", ", method.ParameterList.Parameters.Select(parameter => parameter.Identifier.Text))})")}",
            PropertyDeclarationSyntax property => $"{property.Modifiers} {property.Type} {property.Identifier} {Choice(property.Identifier.Text, "")}",
            FieldDeclarationSyntax field => $"{Modifiers(field.Modifiers)} {field.Declaration.Type} {field.Declaration.Variables[0].Identifier} {Choice(field.Declaration.Variables[0].Identifier.Text, "")}",
            _ => throw new InvalidOperationException($"a rule has a member that can't be staged: {member}"),
        })!;
    }

    private static MemberDeclarationSyntax Renamed(MemberDeclarationSyntax member, int number) => member switch
    {
        MethodDeclarationSyntax method => method.WithIdentifier(SyntaxFactory.Identifier($"{method.Identifier.Text}{Mark}{number}")),
        PropertyDeclarationSyntax property => Property(property.Modifiers, property.Type, property.Identifier.Text, property.ExpressionBody?.Expression ?? property.Initializer!.Value, number),
        FieldDeclarationSyntax field => Property(field.Modifiers, field.Declaration.Type, field.Declaration.Variables[0].Identifier.Text, field.Declaration.Variables[0].Initializer!.Value, number),
        _ => throw new InvalidOperationException($"a rule has a member that can't be staged: {member}"),
    };

    private static MemberDeclarationSyntax Property(SyntaxTokenList modifiers, TypeSyntax type, string name, ExpressionSyntax value, int number) =>
        SyntaxFactory.ParseMemberDeclaration($"{Modifiers(modifiers)} {type} {name}{Mark}{number} => {value};")!;

    private static string Modifiers(SyntaxTokenList modifiers)
    {
        var words = modifiers.Select(word => word.Text).Where(word => word is not ("readonly" or "const")).ToList();
        if (modifiers.Any(SyntaxKind.ConstKeyword)) words.Add("static");
        return string.Join(' ', words);
    }

    /// <summary>The same code with a count in each loop.</summary>
    private sealed class LoopCounter : CSharpSyntaxRewriter
    {
        private static readonly StatementSyntax Turn = SyntaxFactory.ParseStatement("global::Plateau.Core.Stage.Turn();");

        public override SyntaxNode? VisitForStatement(ForStatementSyntax node)
        {
            var visited = (ForStatementSyntax)base.VisitForStatement(node)!;
            return visited.WithStatement(SyntaxFactory.Block(Turn, visited.Statement));
        }

        public override SyntaxNode? VisitWhileStatement(WhileStatementSyntax node)
        {
            var visited = (WhileStatementSyntax)base.VisitWhileStatement(node)!;
            return visited.WithStatement(SyntaxFactory.Block(Turn, visited.Statement));
        }
    }
}
