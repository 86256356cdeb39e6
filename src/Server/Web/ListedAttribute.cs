namespace Plateau.Server.Web;

/// <summary>Says of a page how it appears in the bar of the house and in the palette; a page without it is reached from others.</summary>
/// <param name="words">The table of words that has its title.</param>
/// <param name="title">The name of that word in the table.</param>
[AttributeUsage(AttributeTargets.Class)]
public sealed class ListedAttribute(Type words, string title) : Attribute
{
    public Type Words { get; } = words;
    public string Title { get; } = title;

    /// <summary>Its drawing in the sprite.</summary>
    public string Icon { get; set; } = "file";

    /// <summary>Its place in the bar, from start to end.</summary>
    public int Order { get; set; } = 100;

    /// <summary>Where people reach it, when it stands inside another page.</summary>
    public string? Address { get; set; }

    /// <summary>Only the palette and the home page name it.</summary>
    public bool OffBar { get; set; }

    /// <summary>An address under which tests and pictures see it, when its own has parameters.</summary>
    public string? Sample { get; set; }
}
