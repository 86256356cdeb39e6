using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Plateau.Core.Prospecting.Pacing;

/// <summary>What share of calls dialled now a person will answer: a belief over all rates, moved by every call that ends and by every one that still rings, that drifts and may jump.</summary>
/// <remarks>
/// A call that still rings says something too, so a shock is seen long before its calls have ended, and no early answers pass for a high rate.
/// What all of them say is summed at every look, and what is new since the last is believed: how often anybody looks does not matter.
/// </remarks>
public sealed class AnswerRate
{
    private const int Grid = 48;
    private const double Lowest = -3.5, Highest = 1.2, Gap = (Highest - Lowest) / (Grid - 1);

    /// <summary>How far the odds wander, as a variance per second of their logarithm, and how often they jump, per second.</summary>
    private const double Wander = 1.2e-4, Jumps = 1.0 / 3600;

    /// <summary>Of all calls: those that ring longer than any law says. They tell nothing of the rate.</summary>
    private const double FarTail = 1e-3;

    /// <summary>A rate is known when its doubt is within so much of it; and how slowly, in seconds, a high one is forgotten.</summary>
    private const double Known = 0.35, Remembered = 14400;

    /// <summary>While few calls have taught how long it rings, early or late answers may be the law's fault: so much of what they tell is believed at first, and half of the rest after so many calls.</summary>
    private const double BelievedAtFirst = 0.1, HalfBelievedAfter = 200;

    private double believed = BelievedAtFirst;

    private readonly double[] rates = new double[Grid], belief = new double[Grid], moved = new double[Grid], news = new double[Grid], guess = new double[Grid];
    private double[] rings = new double[Grid], rang = new double[Grid];
    private readonly double[] restRates = new double[Grid], logRates = new double[Grid], logRest = new double[Grid];

    /// <summary>For each age and rate: the logarithm of the chance that a call comes to that age.</summary>
    private readonly double[] logLater = new double[(Ages.OfRinging.Count + 1) * Grid];

    public AnswerRate(double guessed)
    {
        var middle = Curves.Log(guessed / (1 - guessed));
        var sum = 0.0;
        for (var k = 0; k < Grid; k++)
        {
            var odds = Lowest + k * Gap;
            rates[k] = 1 / (1 + Curves.Exp(-odds));
            restRates[k] = 1 - rates[k];
            (logRates[k], logRest[k]) = (Curves.Log(rates[k]), Curves.Log(restRates[k]));
            sum += guess[k] = Curves.Exp(-(odds - middle) * (odds - middle) / (2 * 0.55 * 0.55)) + 0.02;
        }
        for (var k = 0; k < Grid; k++) belief[k] = guess[k] /= sum;
        Weigh();
    }

    public double Mean { get; private set; }
    public double Variance { get; private set; }

    /// <summary>How often people answered when they answered most, lately: what the rate may jump back to.</summary>
    public double HasBeen { get; private set; }

    /// <summary>Takes over the law of ringing, by which calls are weighed from now on.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Use(RingLaw law)
    {
        believed = BelievedAtFirst + (1 - BelievedAtFirst) * law.Calls / (law.Calls + HalfBelievedAfter);
        for (var bucket = 0; bucket <= Ages.OfRinging.Count; bucket++)
        {
            var (answers, others) = bucket < Ages.OfRinging.Count ? (law.AnswersLater[bucket], law.OthersLater[bucket]) : (0, 0);
            ReadOnlySpan<Vector256<double>> mine = Fours(rates), rest = Fours(restRates);
            var row = Fours(logLater.AsSpan(bucket * Grid, Grid));
            for (var four = 0; four < row.Length; four++) row[four] = Curves.Log(mine[four] * answers + rest[four] * others + Vector256.Create(FarTail));
        }
    }

    /// <summary>Looks at all calls that ring now. What those told that have ended meanwhile is taken back as it was believed then: their end tells all of it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void See(AgeCounts ringing)
    {
        (rang, rings) = (rings, rang);
        Array.Clear(rings);
        var now = ringing.Counts;
        Span<Vector<double>> sums = Lanes(rings), before = Lanes(rang), told = Lanes(news);
        for (var bucket = 1; bucket < now.Length; bucket++)
            if (now[bucket] != 0)
            {
                var times = new Vector<double>(now[bucket] * believed);
                // Each rate is reckoned by itself, so that it does not matter how many a machine takes at once.
                ReadOnlySpan<Vector<double>> later = Lanes(logLater.AsSpan(bucket * Grid, Grid));
                for (var lane = 0; lane < sums.Length; lane++) sums[lane] += times * later[lane];
            }
        for (var lane = 0; lane < sums.Length; lane++) told[lane] += sums[lane] - before[lane];
    }

    private static Span<Vector<double>> Lanes(Span<double> rates) => MemoryMarshal.Cast<double, Vector<double>>(rates);

    private static Span<Vector256<double>> Fours(Span<double> rates) => MemoryMarshal.Cast<double, Vector256<double>>(rates);

    public void SeeEnd(bool byPerson)
    {
        var end = byPerson ? logRates : logRest;
        for (var k = 0; k < news.Length; k++) news[k] += believed * end[k];
    }

    /// <summary>A call was withdrawn while it rang: it tells what it told at that age.</summary>
    public void SeeCut(int bucket)
    {
        var row = logLater.AsSpan(bucket * Grid, Grid);
        for (var k = 0; k < news.Length; k++) news[k] += believed * row[k];
    }

    /// <summary>Takes what was seen since the last time into the belief, and lets it wander on for so many seconds.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Pass(double seconds)
    {
        var most = double.NegativeInfinity;
        for (var k = 0; k < Grid; k++) most = Math.Max(most, news[k]);
        Span<Vector256<double>> beliefs = Fours(belief), hints = Fours(news);
        for (var four = 0; four < beliefs.Length; four++) beliefs[four] *= Curves.Exp(hints[four] - Vector256.Create(most));
        var sum = 0.0;
        for (var k = 0; k < Grid; k++) sum += belief[k];
        Array.Clear(news);
        // After a long time without a look the belief is wide, not broken.
        double side = Math.Min(0.25, Wander * seconds / (2 * Gap * Gap)), jump = Math.Min(0.5, Jumps * seconds);
        for (var k = 0; k < Grid; k++)
        {
            double left = belief[Math.Max(0, k - 1)], right = belief[Math.Min(Grid - 1, k + 1)];
            moved[k] = (1 - jump) * (belief[k] + side * (left + right - 2 * belief[k])) / sum + jump * guess[k];
        }
        Array.Copy(moved, belief, Grid);
        Weigh();
        HasBeen += (Mean - HasBeen) * Math.Min(1, seconds / Remembered);
        if (Mean > HasBeen && Variance < Known * Known * Mean * Mean) HasBeen = Mean;
    }

    private void Weigh()
    {
        double sum = 0, mean = 0, square = 0;
        for (var k = 0; k < Grid; k++)
        {
            sum += belief[k];
            mean += belief[k] * rates[k];
            square += belief[k] * rates[k] * rates[k];
        }
        Mean = mean / sum;
        Variance = Math.Max(0, square / sum - Mean * Mean);
    }
}
