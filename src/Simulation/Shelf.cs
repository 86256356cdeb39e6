using NodaTime;

namespace Plateau.Simulation;

/// <summary>Who of one place is still to be called, earliest first; among those of one moment, by their number.</summary>
/// <remarks>Plain rows of values: a hundred thousand people who wait cost no object each. Whoever is taken away leaves a row that no longer counts.</remarks>
/// <param name="counts">By prospect, the number of the row that counts; nought for whoever is nowhere. Shelves of one list share it, as nobody is on two of them.</param>
public sealed class Shelf(int[] counts)
{
    private readonly record struct Row(Instant Due, long Prospect, int Number) : IComparable<Row>
    {
        public int CompareTo(Row other) => Due.CompareTo(other.Due) is not 0 and var order ? order : Prospect.CompareTo(other.Prospect);
    }

    /// <summary>Who was due when it was last asked, in order, from the first that may still count on.</summary>
    private readonly List<Row> due = [];
    private readonly PriorityQueue<Row, Row> later = new();
    private Instant asked = Instant.MinValue;
    private int first, numbers;

    public int Count { get; private set; }

    public void Put(long prospect, Instant from)
    {
        Take(prospect);
        var row = new Row(from, prospect, counts[prospect] = ++numbers);
        Count++;
        if (from <= asked) Line(row);
        else later.Enqueue(row, row);
    }

    public void Take(long prospect)
    {
        if (counts[prospect] == 0) return;
        counts[prospect] = 0;
        Count--;
    }

    /// <summary>All who are due at that moment, which is no earlier than any that was asked about before.</summary>
    public IEnumerable<(Instant Due, long Prospect)> DueAt(Instant at)
    {
        Advance(at);
        for (var place = first; place < due.Count; place++)
            if (Counts(due[place])) yield return (due[place].Due, due[place].Prospect);
    }

    /// <summary>When the first falls due who is not due at that moment; null when there is none.</summary>
    public Instant? NextAfter(Instant at)
    {
        Advance(at);
        return later.TryPeek(out var next, out _) ? next.Due : null;
    }

    /// <summary>When the first of all falls due, or fell; null when nobody is here.</summary>
    public Instant? First => Count == 0 ? null : NextAfter(asked) is var next && first < due.Count ? due[first].Due : next;

    private bool Counts(Row row) => counts[row.Prospect] == row.Number;

    private void Advance(Instant at)
    {
        asked = Instant.Max(asked, at);
        while (later.TryPeek(out var next, out _) && (next.Due <= asked || !Counts(next)))
            if (Counts(later.Dequeue())) Line(next);
        while (first < due.Count && !Counts(due[first])) first++;
        if (first < 1024 || first * 2 < due.Count) return;
        due.RemoveRange(0, first);
        first = 0;
    }

    /// <summary>Whoever falls due stands behind those who were due before: mostly at the end.</summary>
    private void Line(Row row)
    {
        var place = due.Count;
        while (place > first && due[place - 1].CompareTo(row) > 0) place--;
        due.Insert(place, row);
    }
}
