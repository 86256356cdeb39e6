using System.Globalization;
using System.Text;

namespace Plateau.Server.Web.Finding;

/// <summary>Finds one kind of thing for the palette; a room adds its own by registering one. It shows only what its reader may see.</summary>
public interface IFinder
{
    /// <param name="words">What was typed, trimmed; empty while nothing was.</param>
    Task<IReadOnlyList<Found>> FindAsync(string words, CancellationToken cancel);
}

/// <summary>Something that the palette found.</summary>
/// <param name="Kind">What kind of thing it is, in the reader's language.</param>
/// <param name="Address">Where it leads; null for an act.</param>
/// <param name="Act">What the script of the pages does with it: theme:dark, language:ar, opens:keysheet.</param>
public sealed record Found(string Name, string Kind, string Icon, string? Address, string? Act = null);

/// <summary>Whether typed letters stand in a name, whatever accents and case either has.</summary>
public static class Typed
{
    public static bool IsIn(string words, string name) =>
        Plain(words).Split(' ', StringSplitOptions.RemoveEmptyEntries).All(word => Plain(name).Contains(word, StringComparison.Ordinal));

    private static string Plain(string text) => string.Concat((text ?? "").Normalize(NormalizationForm.FormD)
        .Where(letter => CharUnicodeInfo.GetUnicodeCategory(letter) != UnicodeCategory.NonSpacingMark)).ToUpperInvariant();
}
