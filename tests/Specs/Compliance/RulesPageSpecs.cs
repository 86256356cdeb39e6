using System.Globalization;
using System.Text;
using Plateau.Core.Compliance;
using Plateau.Specs.House;

namespace Plateau.Specs.Compliance;

/// <summary>The table of rules in docs/permit.md is drawn from the rules themselves.</summary>
public sealed class RulesPageSpecs
{
    private static readonly Drawing OfRules = new("docs/permit.md", "rules");

    [Fact]
    public void The_table_of_rules_in_the_house_docs_shows_the_book()
    {
        var (page, redrawn) = OfRules.Compare(Draw());
        page.Should().Be(redrawn, $"the table is stale; {Drawing.Remedy}");
    }

    private static string Draw()
    {
        var table = new StringBuilder("| rule | what it asks | text | in force | rests on |\n|---|---|---|---|---|\n");
        foreach (var rule in RuleBook.Standard.Rules)
        {
            var text = rule.Text;
            table.Append(CultureInfo.InvariantCulture, $"| {rule.Id} | {text.Title} | {text.Source} | {text.From:uuuu-MM-dd} to {(text.Until is { } last ? last.ToString("uuuu-MM-dd", CultureInfo.InvariantCulture) : "now")} | {text.Basis.ToString().ToLowerInvariant()}, {text.Confidence} |\n");
        }
        return table.ToString().TrimEnd('\n');
    }
}
