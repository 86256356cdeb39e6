namespace Plateau.Storage.Importing;

/// <summary>Languages as people write them in a list: fr, Français, fr-FR, French, الفرنسية. Those in which the house can write to somebody.</summary>
internal static class Tongues
{
    public const string Remedy = "Write the language as fr, en or ar. The person is taken without it.";

    private static readonly Dictionary<string, string> Words = new(StringComparer.OrdinalIgnoreCase)
    {
        ["fr"] = "fr", ["fra"] = "fr", ["fre"] = "fr", ["français"] = "fr", ["francais"] = "fr", ["française"] = "fr", ["french"] = "fr", ["الفرنسية"] = "fr", ["فرنسية"] = "fr",
        ["en"] = "en", ["eng"] = "en", ["anglais"] = "en", ["anglaise"] = "en", ["english"] = "en", ["الإنجليزية"] = "en", ["إنجليزية"] = "en",
        ["ar"] = "ar", ["ara"] = "ar", ["arabe"] = "ar", ["arabic"] = "ar", ["العربية"] = "ar", ["عربية"] = "ar", ["عربي"] = "ar",
    };

    /// <summary>fr, en or ar; null when it is none of them.</summary>
    /// <param name="text">A word, or a tag of a language with its region (RFC 5646): fr-MA, ar_MA.</param>
    public static string? Read(string text) => Words.GetValueOrDefault(text.Trim()) ?? (text.Split('-', '_') is [{ Length: 2 or 3 } code, _, ..] ? Words.GetValueOrDefault(code) : null);
}
