namespace Plateau.Core.Prospecting.Pacing;

/// <summary>How ages are told apart: finely where the chance of an end changes fast, coarsely where it doesn't.</summary>
public sealed class Ages
{
    private const double Finest = 0.5;
    private readonly double[] edges;
    private readonly byte[] bucketOfHalfSecond;

    /// <param name="steps">Width of a bucket in seconds, and up to which age it is used; the last bucket has no end.</param>
    private Ages(params ReadOnlySpan<(double Width, double Until)> steps)
    {
        var edge = 0.0;
        List<double> all = [edge];
        foreach (var (width, until) in steps)
            while (edge + width <= until + Finest / 4) all.Add(edge += width);
        edges = [.. all];
        bucketOfHalfSecond = new byte[(int)(edge / Finest) + 1];
        for (int half = 0, bucket = 0; half < bucketOfHalfSecond.Length; half++)
        {
            while (bucket + 1 < edges.Length && edges[bucket + 1] <= half * Finest) bucket++;
            bucketOfHalfSecond[half] = (byte)bucket;
        }
    }

    /// <summary>Of calls that ring: by the half second, to the latest no-answer and a machine detection after it.</summary>
    public static Ages OfRinging { get; } = new((0.5, 75));

    public static Ages OfTalking { get; } = new((5, 60), (15, 240), (40, 600), (120, 1800));

    public static Ages OfWrappingUp { get; } = new((2, 40), (5, 80), (20, 200), (100, 600));

    public int Count => edges.Length;

    public double From(int bucket) => edges[bucket];

    public double Middle(int bucket) => bucket + 1 < edges.Length ? (edges[bucket] + edges[bucket + 1]) / 2 : edges[bucket];

    public double Width(int bucket) => bucket + 1 < edges.Length ? edges[bucket + 1] - edges[bucket] : double.PositiveInfinity;

    public int BucketOf(double age) => BucketOfHalfSecond((int)(age * (1 / Finest)));

    /// <param name="half">Whole half seconds of age.</param>
    public int BucketOfHalfSecond(long half)
    {
        return half <= 0 ? 0 : half < bucketOfHalfSecond.Length ? bucketOfHalfSecond[half] : edges.Length - 1;
    }
}
