namespace Plateau.Server.Permits;

/// <summary>What of a case the book could not use as it was meant: fields that nobody read, and words that it does not know.</summary>
internal sealed class CaseNotes
{
    public HashSet<string> Unread { get; } = new(StringComparer.Ordinal);
    public List<string> Words { get; } = [];

    /// <summary>The notes as lines for whoever wrote the case.</summary>
    public IEnumerable<string> Lines => Unread.Where(one => !one.EndsWith(".id", StringComparison.Ordinal)).Order(StringComparer.Ordinal)
        .Select(one => $"{one} is no field that the book knows; it was left unread").Concat(Words);
}
