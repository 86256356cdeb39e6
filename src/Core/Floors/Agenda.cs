using System.Runtime.CompilerServices;

namespace Plateau.Core.Floors;

/// <summary>What is to happen, the earliest first; at the same moment, in the order in which it was set.</summary>
/// <remarks>
/// A heap of four ways (Johnson, 1975). The moments lie by themselves, side by side: a step down looks at four of them, which are one or
/// two lines of memory. That matters where tens of thousands wait, most of them for nothing: with the framework's queue, keyed by pairs, a whole
/// day took some two hundredths longer.
/// </remarks>
/// <typeparam name="T">What happens.</typeparam>
public sealed class Agenda<T>
{
    private const int Ways = 4;

    /// <summary>What happens, in a frame of its own: an array of frames is written without asking what fits into it.</summary>
    private readonly record struct Item(T What, long Turn);

    private long[] moments = new long[16];
    private Item[] items = new Item[16];
    private long turns;

    public int Count { get; private set; }

    /// <param name="moment">Any measure of time; later is greater.</param>
    public void Set(long moment, T what)
    {
        if (Count == moments.Length)
        {
            Array.Resize(ref moments, 2 * Count);
            Array.Resize(ref items, 2 * Count);
        }
        // Whoever comes last goes up only past those that are later.
        var place = Count++;
        while (place > 0 && moments[(place - 1) / Ways] > moment)
        {
            var above = (place - 1) / Ways;
            (moments[place], items[place]) = (moments[above], items[above]);
            place = above;
        }
        (moments[place], items[place]) = (moment, new(what, turns++));
    }

    /// <summary>The moment of the first; none when nothing waits.</summary>
    public bool TryPeek(out long moment)
    {
        moment = moments[0];
        return Count > 0;
    }

    /// <summary>Takes the first.</summary>
    /// <exception cref="InvalidOperationException">Nothing waits.</exception>
    public T Take()
    {
        if (Count == 0) throw new InvalidOperationException("nothing waits");
        var first = items[0].What;
        var (moment, item) = (moments[--Count], items[Count]);
        if (RuntimeHelpers.IsReferenceOrContainsReferences<T>()) items[Count] = default;
        var place = 0;
        for (var below = 1; below < Count; below = Ways * place + 1)
        {
            var least = below;
            for (int other = below + 1, end = Math.Min(below + Ways, Count); other < end; other++)
                if (IsBefore(other, moments[least], items[least].Turn)) least = other;
            if (!IsBefore(least, moment, item.Turn)) break;
            (moments[place], items[place]) = (moments[least], items[least]);
            place = least;
        }
        if (Count > 0) (moments[place], items[place]) = (moment, item);
        return first;
    }

    public void Clear()
    {
        Array.Clear(items, 0, Count);
        Count = 0;
    }

    private bool IsBefore(int place, long moment, long turn) => moments[place] < moment || (moments[place] == moment && items[place].Turn < turn);
}
