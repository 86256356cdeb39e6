using NodaTime;
using Plateau.Core.Prospecting.Pacing;

namespace Plateau.Core.Floors;

/// <summary>The calls ahead of agents that ring in one campaign, by the moment at which they were placed: all that pacing asks of them.</summary>
internal sealed class RingingCalls
{
    /// <summary>Thousandths of a second since 1970, earliest first: facts know no finer time.</summary>
    private readonly List<long> placed = [];

    public int Count => placed.Count;

    public void Add(Instant at)
    {
        var moment = at.ToUnixTimeMilliseconds();
        var place = placed.Count;
        while (place > 0 && placed[place - 1] > moment) place--;
        placed.Insert(place, moment);
    }

    /// <summary>One of the calls placed at that moment rings no longer; which of them is all the same.</summary>
    public void Remove(Instant at) => placed.RemoveAt(placed.BinarySearch(at.ToUnixTimeMilliseconds()));

    public void CountInto(AgeCounts ages, Instant now)
    {
        var moment = now.ToUnixTimeMilliseconds();
        foreach (var at in placed) ages.AddMilliseconds(moment - at);
    }
}
