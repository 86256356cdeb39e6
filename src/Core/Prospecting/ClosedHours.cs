using NodaTime;
using Plateau.Core.Compliance;

namespace Plateau.Core.Prospecting;

/// <summary>Where no call of a campaign is lawful at this hour, and when the next lawful hour begins there.</summary>
/// <remarks>Found out again after a restart, as the hopper is: nothing in it is a fact of anybody.</remarks>
public sealed class ClosedHours
{
    private readonly Dictionary<Whereabouts, Instant> opens = [];
    private readonly HashSet<Whereabouts> open = [];
    private Instant lookedAt = Instant.MinValue;

    /// <summary>Each place that is closed, with its next lawful moment.</summary>
    public IReadOnlyDictionary<Whereabouts, Instant> Opens => opens;

    /// <summary>The first moment at which one of them opens; null when none is closed.</summary>
    public Instant? Next => opens.Count == 0 ? null : opens.Values.Min();

    public bool Holds(Whereabouts place, Instant now) => opens.TryGetValue(place, out var at) && now < at;

    public void Close(Whereabouts place, Instant until) => opens[place] = until;

    /// <returns>Whether the hour of some place has come.</returns>
    public bool Reopen(Instant now)
    {
        if (opens.Count == 0) return false;
        var before = opens.Count;
        foreach (var (place, at) in opens)
            if (at <= now) opens.Remove(place);
        return opens.Count < before;
    }

    /// <summary>Whether the book was asked about this place at this very moment, and had nothing against its hour.</summary>
    public bool IsKnownOpen(Whereabouts place, Instant now) => now == lookedAt && open.Contains(place);

    public void Open(Whereabouts place, Instant now)
    {
        if (now != lookedAt) open.Clear();
        lookedAt = now;
        open.Add(place);
    }

    public void Clear()
    {
        opens.Clear();
        open.Clear();
    }
}
