namespace Plateau.Core.Prospecting.Pacing;

/// <summary>How many calls or agents are of which age.</summary>
public sealed class AgeCounts(Ages ages)
{
    private readonly int[] counts = new int[ages.Count];

    public Ages Ages => ages;
    public int Total { get; private set; }
    public int this[int bucket] => counts[bucket];
    public ReadOnlySpan<int> Counts => counts;

    public void Clear()
    {
        Array.Clear(counts);
        Total = 0;
    }

    public void Add(double age, int many = 1)
    {
        counts[ages.BucketOf(age)] += many;
        Total += many;
    }

    /// <param name="age">In thousandths of a second.</param>
    public void AddMilliseconds(long age)
    {
        counts[ages.BucketOfHalfSecond(age / 500)]++;
        Total++;
    }

    internal void Move(int from, int to, int many)
    {
        counts[from] -= many;
        counts[to] += many;
    }
}
