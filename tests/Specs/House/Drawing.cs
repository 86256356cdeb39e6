namespace Plateau.Specs.House;

/// <summary>A part of a page that is drawn from the house itself, between two marks, and must not go stale.</summary>
/// <param name="Page">The page's path from the root.</param>
/// <param name="Name">The word in its marks.</param>
internal sealed record Drawing(string Page, string Name)
{
    public const string Remedy = "redraw it with: PLATEAU_DRAW=1 ./test house";

    private string Begin => $"<!-- {Name}: drawn by PLATEAU_DRAW=1 ./test house -->";
    private string End => $"<!-- end of {Name} -->";

    /// <summary>The text with what stands between the marks exchanged.</summary>
    public string Redraw(string text, string drawn)
    {
        var begin = text.IndexOf(Begin, StringComparison.Ordinal);
        var end = text.IndexOf(End, StringComparison.Ordinal);
        if (begin < 0 || end < begin)
            throw new InvalidOperationException($"{Page} has no place for the {Name}: it needs the lines {Begin} and {End}.");
        return $"{text[..(begin + Begin.Length)]}\n{drawn}\n{text[end..]}";
    }

    /// <summary>The page as it is and as it should be; rewrites it first where the caller of the tests asked for that.</summary>
    public (string Is, string Should) Compare(string drawn)
    {
        var path = Path.Combine(Tree.Root, Page);
        var text = File.ReadAllText(path);
        var redrawn = Redraw(text, drawn);
        if (Environment.GetEnvironmentVariable("PLATEAU_DRAW") == "1" && redrawn != text)
            File.WriteAllText(path, text = redrawn);
        return (text, redrawn);
    }
}
