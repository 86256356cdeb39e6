namespace Plateau.Specs.House;

/// <summary>The map in docs/house.md shows the house as it stands.</summary>
public sealed class MapSpecs
{
    private static readonly string Page = Path.Combine(Tree.Root, "docs", "house.md");

    [Fact]
    public void The_map_in_docs_shows_the_house_as_it_stands()
    {
        var page = File.ReadAllText(Page);
        var redrawn = Map.Redraw(page, Map.Draw(Tree.Sources));
        if (Environment.GetEnvironmentVariable("PLATEAU_DRAW") == "1" && redrawn != page)
            File.WriteAllText(Page, page = redrawn);
        page.Should().Be(redrawn, "the map is stale; redraw it with: PLATEAU_DRAW=1 ./test house");
    }

    [Fact]
    public void A_new_file_makes_the_map_stale()
    {
        var page = $"# House\n{Map.Begin}\n{Map.Draw([])}\n{Map.End}\n";
        var room = new Source("src/Core/Floors/Floor.cs", "namespace X;\n/// <summary>The floor. More.</summary>\npublic class Floor;");
        Map.Redraw(page, Map.Draw([room])).Should().NotBe(page).And.Contain("Floor.cs").And.Contain("The floor.").And.NotContain("More.");
    }

    [Theory]
    [InlineData("/// <summary>One sentence. Another.</summary>", "One sentence.")]
    [InlineData("/// <summary>Calls <see cref=\"Pacing\"/> at 3.5 a second.</summary>", "Calls Pacing at 3.5 a second.")]
    [InlineData("/// <summary>\n/// A <em>donneur d'ordre</em>\n/// &amp; its numbers\n/// </summary>", "A donneur d'ordre & its numbers")]
    [InlineData("// no summary", null)]
    public void The_first_sentence_is_taken_without_its_tags(string comment, string? sentence) =>
        Map.FirstSentence(new Source("src/Core/X.cs", $"namespace X;\n{comment}\npublic class C;")).Should().Be(sentence);
}
