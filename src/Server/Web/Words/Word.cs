using System.Globalization;

namespace Plateau.Server.Web.Words;

/// <summary>A word or sentence of a screen, in the three languages of the house; it shows itself in the reader's.</summary>
/// <remarks>Where a value belongs, <c>{0}</c> stands in all three, and <see cref="With"/> fills it in.</remarks>
public sealed record Word(string Fr, string En, string Ar)
{
    public string In(Language language) => language switch { Language.Ar => Ar, Language.En => En, _ => Fr };

    public string With(params object?[] values) => string.Format(CultureInfo.CurrentCulture, In(Languages.Current), [.. values.Select(Apart)]);

    /// <summary>A value in an Arabic sentence keeps its own direction (Unicode TR9, isolates), so that a percentage or a Latin name does not take its neighbours along.</summary>
    internal static object? Apart(object? value) => Languages.Current == Language.Ar && value is not null ? $"\u2068{value}\u2069" : value;

    public override string ToString() => In(Languages.Current);

    public static implicit operator string(Word word) => word?.ToString() ?? "";
}

/// <summary>A sentence about a count: French and English tell one from many, Arabic six ways; <c>{0}</c> is the count.</summary>
/// <param name="Ar">For none, one, two, three to ten, eleven to ninety-nine, and the hundreds.</param>
public sealed record Counted((string One, string Many) Fr, (string One, string Many) En, (string None, string One, string Two, string Few, string Many, string Hundred) Ar)
{
    public string Of(long count)
    {
        var form = Languages.Current switch
        {
            Language.Ar => count == 0 ? Ar.None : count == 1 ? Ar.One : count == 2 ? Ar.Two : (count % 100) switch { >= 3 and <= 10 => Ar.Few, >= 11 => Ar.Many, _ => Ar.Hundred },
            Language.En => count == 1 ? En.One : En.Many,
            _ => count < 2 ? Fr.One : Fr.Many,
        };
        return string.Format(CultureInfo.CurrentCulture, form, Word.Apart(Shown.Number(count)));
    }
}
