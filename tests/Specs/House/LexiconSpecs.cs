using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Plateau.Core.Compliance;

namespace Plateau.Specs.House;

/// <summary>Every word that a screen may have to show stands in docs/lexicon.md, in three languages.</summary>
public sealed partial class LexiconSpecs
{
    private static readonly string Page = File.ReadAllText(Path.Combine(Tree.Root, "docs", "lexicon.md"));

    /// <summary>Hyphenated texts of Core that no screen shows: a reference kept as evidence.</summary>
    private static readonly string[] NotShown = ["legitimate-interest"];

    [Fact]
    public void Every_code_that_the_floor_can_give_stands_in_the_lexicon()
    {
        var known = Rows(Page).Select(row => row[0]).ToHashSet();
        var unknown =
            from source in Tree.Sources
            where source.IsCode && source.In("src/Core") && !source.Path.EndsWith("/FactJson.cs", StringComparison.Ordinal)
            from code in CodesIn(source)
            where !known.Contains(code)
            select $"{source.Path}: '{code}' has no row in docs/lexicon.md";
        string.Join('\n', unknown).Should().BeEmpty();
    }

    [Fact]
    public void A_code_is_seen_in_a_refusal_a_verdict_and_a_constant() =>
        CodesIn(new Source("src/Core/X.cs", """class X { object A() => Finding.Refuse("holiday"); object B() => Verdict.Close("success"); const string C = "just-logged-in"; string D = $"agent {1}"; }"""))
            .Should().Equal("holiday", "success", "just-logged-in");

    [Fact]
    public void Every_row_of_the_lexicon_is_filled_in_three_languages() =>
        Rows(Page).Where(row => row.Length < 4 || row.Any(string.IsNullOrWhiteSpace) || !Arabic().IsMatch(row[3])).Should().BeEmpty();

    [Fact]
    public void Every_rule_of_the_book_is_named_and_says_itself_in_three_languages()
    {
        var rows = Rows(Page).ToLookup(row => row[0]);
        RuleBook.Standard.Rules.SelectMany(FlawsOf).Should().BeEmpty();
        IEnumerable<string> FlawsOf(IRule rule)
        {
            if (!rows[rule.Id].Any()) yield return $"{rule.Id} has no name in the lexicon";
            if (rows[$"says {rule.Id}"].SingleOrDefault() is not [_, var french, var english, var arabic]) yield return $"what {rule.Id} says has no row in the lexicon";
            else if (english != rule.Text.Title) yield return $"{rule.Id} says '{rule.Text.Title}', and in the lexicon '{english}'";
            else if (french == english || !Arabic().IsMatch(arabic)) yield return $"what {rule.Id} says is not translated";
        }
    }

    [Fact]
    public void A_word_stands_once_in_its_table() =>
        Regex.Split(Page, "^## ", RegexOptions.Multiline).SelectMany(table => Rows(table).GroupBy(row => row[0]).Where(same => same.Count() > 1).Select(same => same.Key))
            .Should().BeEmpty();

    /// <summary>Texts like <c>four-in-thirty-days</c> anywhere, and single words where a code is given by name.</summary>
    private static IEnumerable<string> CodesIn(Source source) =>
        from token in source.Syntax.DescendantTokens()
        where token.IsKind(SyntaxKind.StringLiteralToken) && !NotShown.Contains(token.ValueText)
        where Hyphenated().IsMatch(token.ValueText)
            || (Word().IsMatch(token.ValueText) && Giver().IsMatch(token.Parent!.Parent!.Parent!.Parent!.ToString()))
        select token.ValueText;

    private static IEnumerable<string[]> Rows(string text) =>
        from line in text.Split('\n')
        where line.StartsWith("| ", StringComparison.Ordinal) && !line.StartsWith("| code |", StringComparison.Ordinal)
        select line.Trim().Trim('|').Split('|', StringSplitOptions.TrimEntries);

    [GeneratedRegex("^[a-z]+(-[a-z0-9]+)+$")]
    private static partial Regex Hyphenated();

    [GeneratedRegex("^[a-z]+$")]
    private static partial Regex Word();

    [GeneratedRegex(@"^(Finding\.Refuse|Verdict\.(Close|Again))\(")]
    private static partial Regex Giver();

    [GeneratedRegex(@"\p{IsArabic}")]
    private static partial Regex Arabic();
}
