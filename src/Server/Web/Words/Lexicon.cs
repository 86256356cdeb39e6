using System.Collections.Frozen;
using System.Globalization;

namespace Plateau.Server.Web.Words;

/// <summary>The lexicon of the house as the pages speak it: a code of the floor (a refusal, an outcome, a state) in the reader's language.</summary>
public static class Lexicon
{
    private static readonly FrozenDictionary<string, Word> Table = Read();

    /// <summary>The words of a code; the code itself when the lexicon has no row for it (what a client named itself).</summary>
    public static string Say(string? code) => code is null ? "" : Table.TryGetValue(code, out var word) ? word.ToString() : code;

    /// <summary>The same as the first words of a line.</summary>
    public static string Begin(string? code) => Capital(Say(code));

    /// <summary>Words that begin a line.</summary>
    public static string Capital(string said) => said.Length == 0 ? said : string.Concat(char.ToUpper(said[0], CultureInfo.InvariantCulture).ToString(), said.AsSpan(1));

    /// <summary>A word of the floor as the journal writes it (busy, consent), by its row in the lexicon (Busy, Consent); first words of a line.</summary>
    public static string Named(string? word) =>
        word is not null && Table.TryGetValue(string.Concat(word.Split('-').Select(Capital)), out var named) ? Capital(named.ToString()) : Begin(word);

    public static bool Knows(string code) => Table.ContainsKey(code);

    private static FrozenDictionary<string, Word> Read()
    {
        using var stream = typeof(Lexicon).Assembly.GetManifestResourceStream("lexicon.md")!;
        using var reader = new StreamReader(stream);
        var table = new Dictionary<string, Word>(StringComparer.Ordinal);
        while (reader.ReadLine() is { } line)
            if (line.StartsWith("| ", StringComparison.Ordinal) && line.Trim('|', ' ').Split('|', StringSplitOptions.TrimEntries) is [var code, var fr, var en, var ar, ..] && code != "code")
                table.TryAdd(code, new Word(fr, en, ar));
        return table.ToFrozenDictionary(StringComparer.Ordinal);
    }
}
