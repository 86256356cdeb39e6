namespace Plateau.Core.Prospecting.Pacing;

/// <summary>Keeps ages counted while time passes, at the same cost for five agents as for a thousand: whoever crosses an edge crosses it with all of their half second.</summary>
public sealed class AgeTrack(Ages ages)
{
    /// <summary>Time is told in steps of this many seconds.</summary>
    public const double Step = 0.5;

    private readonly int[] edges = [.. Enumerable.Range(0, ages.Count).Select(bucket => (int)(ages.From(bucket) / Step))];
    private readonly int[] startedAt = new int[(int)(ages.From(ages.Count - 1) / Step) + 1];
    private long step;

    public AgeCounts Counts { get; } = new(ages);

    /// <summary>Another step is over.</summary>
    public void Pass()
    {
        startedAt[++step % startedAt.Length] = 0;
        for (var bucket = 1; bucket < edges.Length; bucket++)
        {
            var born = step - edges[bucket];
            if (born < 0) break;
            var crossing = startedAt[born % startedAt.Length];
            if (crossing != 0) Counts.Move(bucket - 1, bucket, crossing);
        }
    }

    /// <param name="age">In steps; more than none for whoever comes here from another track.</param>
    public void Add(int age = 0) => Change(age, 1);

    /// <param name="age">In steps.</param>
    public void Remove(int age) => Change(age, -1);

    private void Change(int age, int many)
    {
        // Who is older than the last edge moves no more, and need not be remembered by their step.
        if (age < startedAt.Length && step - age >= 0) startedAt[(step - age) % startedAt.Length] += many;
        Counts.Add(age * Step, many);
    }
}
