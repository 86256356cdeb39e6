namespace Plateau.Specs.House;

/// <summary>The map in docs/house.md and the index of decisions show the house as it stands.</summary>
public sealed class MapSpecs
{
    private static readonly Drawing OfHouse = new("docs/house.md", "map");
    private static readonly Drawing OfDecisions = new("docs/decisions/README.md", "index");

    [Fact]
    public void The_map_in_docs_shows_the_house_as_it_stands()
    {
        var (page, redrawn) = OfHouse.Compare(Map.Draw(Tree.Sources));
        page.Should().Be(redrawn, $"the map is stale; {Drawing.Remedy}");
    }

    [Fact]
    public void The_index_names_every_decision_by_its_title()
    {
        var (page, redrawn) = OfDecisions.Compare(Index());
        page.Should().Be(redrawn, $"the index is stale; {Drawing.Remedy}");
    }

    [Fact]
    public void A_new_file_makes_the_map_stale()
    {
        var page = OfHouse.Redraw("# House\n<!-- map: drawn by PLATEAU_DRAW=1 ./test house -->\n<!-- end of map -->\n", Map.Draw([]));
        var room = new Source("src/Core/Floors/Floor.cs", "namespace X;\n/// <summary>The floor. More.</summary>\npublic class Floor;");
        OfHouse.Redraw(page, Map.Draw([room])).Should().NotBe(page).And.Contain("Floor.cs").And.Contain("The floor.").And.NotContain("More.");
    }

    [Fact]
    public void A_page_without_marks_is_refused() =>
        FluentActions.Invoking(() => OfHouse.Redraw("# House\n", "")).Should().Throw<InvalidOperationException>().WithMessage("*end of map*");

    [Theory]
    [InlineData("/// <summary>One sentence. Another.</summary>", "One sentence.")]
    [InlineData("/// <summary>Calls <see cref=\"Pacing\"/> at 3.5 a second.</summary>", "Calls Pacing at 3.5 a second.")]
    [InlineData("/// <summary>\n/// A <em>donneur d'ordre</em>\n/// &amp; its numbers\n/// </summary>", "A donneur d'ordre & its numbers")]
    [InlineData("// Rows of the journal, and\n// what is drawn. More.\n", "Rows of the journal, and what is drawn.")]
    [InlineData("", null)]
    public void The_first_sentence_is_taken_without_its_tags(string comment, string? sentence) =>
        Map.FirstSentence(new Source("src/Core/X.cs", $"namespace X;\n{comment}\npublic class C;")).Should().Be(sentence);

    private static string Index() =>
        string.Join('\n',
            from file in Directory.EnumerateFiles(Path.Combine(Tree.Root, "docs", "decisions"), "????-*.md").Order(StringComparer.Ordinal)
            let title = File.ReadLines(file).First().TrimStart('#', ' ')
            select $"- [{title}]({Path.GetFileName(file)})");
}
