namespace Plateau.Core.Prospecting;

/// <summary>At most so many successes among those of whom a column of the client's file says the same.</summary>
/// <param name="Column">The column, as the file heads it; Territory and City are those that Plateau knows.</param>
/// <param name="Value">For whom the limit is; null when it is for everybody with the same value, value by value.</param>
/// <param name="Limit">Successes; none at all when it is zero.</param>
public sealed record Quota(string Column, string? Value, int Limit)
{
    public const int MostOfCampaign = 50, MostSuccesses = 1_000_000, LongestText = 100;

    /// <summary>Why it can't be as it stands; null when it can.</summary>
    public string? Fault => Column.Trim().Length is 0 or > LongestText || Value is { } value && value.Trim().Length is 0 or > LongestText ? "quota-column" : Limit is < 0 or > MostSuccesses ? "quota-limit" : null;

    /// <summary>Names those whom this quota counts together: its column, and the value that they have in it. Null when it does not concern them.</summary>
    /// <param name="value">What the person has in the column; empty when nothing.</param>
    public string? CellOf(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        if (value.Length == 0 || Value is { } only && !Says(only, value)) return null;
        return $"{Column}={(Value is null ? Folded(value) : "=" + Folded(Value))}";
    }

    /// <summary>Values are the same when they differ in capitals and blanks around them only.</summary>
    public static bool Says(string one, string other) => Folded(one) == Folded(other);

    private static string Folded(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        return value.Trim().ToUpperInvariant();
    }
}

/// <summary>How many more may be called of each segment under a quota: successes and calls on the line as the store counted them, and the floor's own calls since.</summary>
/// <remarks>
/// A call on the line counts as a success until it is none, so a quota is never overrun; the price is that the last few of a
/// segment are called a few at a time. Forgotten at a restart, as the hopper is.
/// </remarks>
public sealed class QuotaRoom
{
    /// <summary>More than a store that answers at all is behind; the answer to an older question than these says nothing.</summary>
    private const int MostUnderWay = 32;

    private readonly Dictionary<string, int> left = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> taken = new(StringComparer.Ordinal);
    private readonly Queue<(int Number, Dictionary<string, int> Taken)> underWay = new();

    /// <summary>Numbers the questions to the store.</summary>
    public int Asked { get; private set; }

    /// <summary>From now on the floor counts its own calls, until the store has answered: it may or may not have seen them.</summary>
    public int Ask()
    {
        if (underWay.Count == MostUnderWay) underWay.Dequeue();
        underWay.Enqueue((++Asked, new(taken, StringComparer.Ordinal)));
        return Asked;
    }

    /// <summary>Takes what the store counted for a question, less the floor's own calls since it was asked.</summary>
    /// <remarks>
    /// Also when it was asked again meanwhile: a store slower than the floor's patience is always asked again, and its campaign
    /// would call nobody any more. What comes behind the answer to a later question, or once more, is older than what is known.
    /// </remarks>
    public void Read(int asked, IReadOnlyDictionary<string, int> counted)
    {
        ArgumentNullException.ThrowIfNull(counted);
        while (underWay.TryPeek(out var question) && question.Number <= asked)
        {
            underWay.Dequeue();
            if (question.Number != asked) continue;
            left.Clear();
            foreach (var (cell, room) in counted) left[cell] = room - taken.GetValueOrDefault(cell) + question.Taken.GetValueOrDefault(cell);
        }
    }

    /// <summary>What is left as the store counts it with everything written: whatever the floor thought before is void, and so is an answer that is still under way or is heard again.</summary>
    public void Correct(IReadOnlyDictionary<string, int> counted)
    {
        ArgumentNullException.ThrowIfNull(counted);
        underWay.Clear();
        foreach (var (cell, room) in counted) left[cell] = room;
    }

    /// <summary>Whether one more of them may be called. Whom no quota concerns may always.</summary>
    public bool Has(IReadOnlyList<string> cells)
    {
        ArgumentNullException.ThrowIfNull(cells);
        foreach (var cell in cells)
            if (left.GetValueOrDefault(cell) <= 0) return false;
        return true;
    }

    public void Take(IReadOnlyList<string> cells) => Count(cells, 1);

    /// <summary>A call that was taken was not made after all.</summary>
    public void GiveBack(IReadOnlyList<string> cells) => Count(cells, -1);

    private void Count(IReadOnlyList<string> cells, int calls)
    {
        ArgumentNullException.ThrowIfNull(cells);
        foreach (var cell in cells)
        {
            left[cell] = left.GetValueOrDefault(cell) - calls;
            taken[cell] = taken.GetValueOrDefault(cell) + calls;
        }
    }
}
