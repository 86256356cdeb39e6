using System.Text.RegularExpressions;

namespace Plateau.Specs.House;

/// <summary>A page that names another leads there.</summary>
public sealed partial class DocsSpecs
{
    [Fact]
    public void Every_link_between_pages_leads_somewhere() =>
        string.Join('\n',
            from page in Pages()
            from link in LinksIn(File.ReadAllText(page))
            where !Path.Exists(Path.Combine(Path.GetDirectoryName(page)!, link))
            select $"{Path.GetRelativePath(Tree.Root, page)}: {link} leads nowhere").Should().BeEmpty();

    [Fact]
    public void A_link_is_seen_without_its_anchor_and_the_web_is_left_alone() =>
        LinksIn("[a](house.md#rooms) ![b](../x.svg) [c](https://example.org) [d](#here) `[e](f.md)`").Should().Equal("house.md", "../x.svg");

    private static IEnumerable<string> Pages() =>
        Directory.EnumerateFiles(Tree.Root, "*.md")
            .Concat(Directory.EnumerateFiles(Path.Combine(Tree.Root, "docs"), "*.md", SearchOption.AllDirectories))
            .Concat(Directory.EnumerateFiles(Path.Combine(Tree.Root, "samples"), "*.md", SearchOption.AllDirectories));

    private static IEnumerable<string> LinksIn(string text) =>
        Link().Matches(Code().Replace(text, "")).Select(link => link.Groups[1].Value).Where(link => !link.Contains("://", StringComparison.Ordinal) && link.Length > 0);

    [GeneratedRegex(@"\]\(([^)#\s]*)(?:#[^)]*)?\)")]
    private static partial Regex Link();

    [GeneratedRegex("```.*?```|`[^`]*`", RegexOptions.Singleline)]
    private static partial Regex Code();
}
