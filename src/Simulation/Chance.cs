using System.Numerics;

namespace Plateau.Simulation;

/// <summary>One stream of chance: same seed, purpose and subject, same draws, on any machine.</summary>
/// <remarks>
/// xoshiro256** (Blackman and Vigna, 2018), seeded by SplitMix64. A stream belongs to one purpose and one subject, so that one
/// more agent does not reshuffle the customers. Durations are drawn from tables of integers, because logarithms may differ
/// in their last bit between machines.
/// </remarks>
public sealed class Chance
{
    /// <summary>Quantiles of the exponential law of mean 1, in thousandths, at the middle of each 64th.</summary>
    private static readonly int[] Exponential =
    [
        8, 24, 40, 56, 73, 90, 108, 126, 144, 162, 180, 199, 218, 238, 258, 279,
        300, 321, 343, 365, 388, 411, 435, 460, 486, 511, 538, 565, 592, 621, 651, 682,
        713, 745, 778, 813, 850, 887, 925, 965, 1007, 1051, 1097, 1144, 1194, 1248, 1304, 1363,
        1426, 1493, 1564, 1642, 1726, 1818, 1918, 2030, 2156, 2299, 2467, 2669, 2922, 3261, 3773, 4878,
    ];

    /// <summary>Quantiles of the lognormal law of mean 1 and coefficient of variation 0.9, as talk times are seen to follow.</summary>
    private static readonly int[] Lognormal =
    [
        117, 162, 193, 219, 241, 262, 281, 300, 318, 336, 353, 370, 387, 404, 421, 438,
        455, 472, 489, 506, 524, 541, 559, 578, 596, 615, 635, 654, 675, 696, 717, 739,
        762, 785, 809, 834, 860, 887, 915, 944, 974, 1006, 1040, 1075, 1112, 1151, 1193, 1238,
        1285, 1337, 1393, 1453, 1520, 1593, 1675, 1768, 1875, 1999, 2149, 2334, 2575, 2914, 3467, 4829,
    ];

    private ulong a, b, c, d;

    /// <param name="purpose">What is drawn: "answer", "talk", "fault".</param>
    /// <param name="subject">For whom: a prospect's or an agent's number.</param>
    public Chance(long seed, string purpose, long subject = 0)
    {
        var mix = unchecked((ulong)seed * 0x9E3779B97F4A7C15UL) ^ Hash(purpose) ^ BitOperations.RotateLeft(unchecked((ulong)subject * 0xD1B54A32D192ED03UL), 29);
        (a, b, c, d) = (Split(ref mix), Split(ref mix), Split(ref mix), Split(ref mix));
    }

    /// <summary>A whole number from 0 up to, not including, the bound.</summary>
    public int Below(int bound) => (int)((Next() >> 32) * (ulong)bound >> 32);

    /// <summary>True so many times in a million.</summary>
    public bool Happens(int inMillion) => Below(1_000_000) < inMillion;

    /// <summary>Milliseconds of an exponential law with that mean.</summary>
    public long ExponentialMilliseconds(long mean) => Drawn(Exponential, mean);

    /// <summary>Milliseconds of a lognormal law with that mean and a coefficient of variation of 0.9.</summary>
    public long LognormalMilliseconds(long mean) => Drawn(Lognormal, mean);

    /// <summary>Milliseconds anywhere between the two, the second not included.</summary>
    public long BetweenMilliseconds(long from, long until) => from + Below((int)Math.Max(1, until - from));

    private long Drawn(int[] quantiles, long mean)
    {
        // Between two quantiles the law is taken as straight: 64 steps of 16.
        var at = Below((quantiles.Length - 1) * 16);
        int low = quantiles[at / 16], high = quantiles[at / 16 + 1];
        return Math.Max(1, mean * (low * 16 + (high - low) * (at % 16)) / 16_000);
    }

    private ulong Next()
    {
        var result = BitOperations.RotateLeft(b * 5, 7) * 9;
        var t = b << 17;
        c ^= a;
        d ^= b;
        b ^= c;
        a ^= d;
        c ^= t;
        d = BitOperations.RotateLeft(d, 45);
        return result;
    }

    private static ulong Split(ref ulong state)
    {
        var z = state += 0x9E3779B97F4A7C15UL;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9UL;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EBUL;
        return z ^ (z >> 31);
    }

    /// <summary>FNV-1a over the text's UTF-16 units; string.GetHashCode differs from run to run.</summary>
    private static ulong Hash(string text)
    {
        var hash = 14695981039346656037UL;
        foreach (var unit in text) hash = (hash ^ unit) * 1099511628211UL;
        return hash;
    }
}
