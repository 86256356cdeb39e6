namespace Plateau.Storage.Centre;

/// <summary>Some rows of a long answer, and where the next ones begin.</summary>
/// <param name="Next">To be handed back for the next page; null when this is the last.</param>
public sealed record Page<T>(IReadOnlyList<T> Items, string? Next)
{
    /// <summary>Rows of a page at most, whatever was asked for.</summary>
    public const int Most = 1_000;

    /// <summary>Makes a page from one row more than was asked for: that one tells that there are others.</summary>
    internal static Page<T> Of(List<T> oneMore, int count, Func<T, string> cursor) =>
        oneMore.Count <= count ? new Page<T>(oneMore, null) : new Page<T>(oneMore[..count], cursor(oneMore[count - 1]));

    internal static int Bounded(int count) => Math.Clamp(count, 1, Most);
}
