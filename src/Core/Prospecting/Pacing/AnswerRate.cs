using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Plateau.Core.Prospecting.Pacing;

/// <summary>What share of calls dialled now a person will answer: a belief over all rates, moved by every second of ringing, that drifts and may jump.</summary>
/// <remarks>A call that still rings says something too, so a shock is seen long before its calls have ended, and no early answers pass for a high rate.</remarks>
public sealed class AnswerRate
{
    private const int Grid = 48;
    private const double Lowest = -3.5, Highest = 1.2, Gap = (Highest - Lowest) / (Grid - 1);

    /// <summary>How far the odds wander, as a variance per second of their logarithm, and how often they jump, per second.</summary>
    private const double Wander = 1.2e-4, Jumps = 1.0 / 3600;

    /// <summary>Of all calls: those that ring longer than any law says. They tell nothing of the rate.</summary>
    private const double FarTail = 1e-3;

    /// <summary>While few calls have taught how long it rings, early or late answers may be the law's fault: so much of what they tell is believed at first, and half of the rest after so many calls.</summary>
    private const double BelievedAtFirst = 0.1, HalfBelievedAfter = 200;

    private double believed = BelievedAtFirst;

    private readonly double[] rates = new double[Grid], belief = new double[Grid], moved = new double[Grid], hint = new double[Grid], guess = new double[Grid];
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

    /// <summary>Takes over the law of ringing, by which calls are weighed from now on.</summary>
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

    public void See(AgeCounts ringing, double seconds)
    {
        var now = ringing.Counts;
        for (var bucket = 1; bucket < now.Length; bucket++)
            if (now[bucket] != 0)
            {
                var times = new Vector<double>(now[bucket] * (seconds / AgeTrack.Step));
                // Each rate is reckoned by itself, so that it does not matter how many a machine takes at once.
                ReadOnlySpan<Vector<double>> before = Lanes(logLater.AsSpan(bucket * Grid, Grid)), after = Lanes(logLater.AsSpan((bucket + 1) * Grid, Grid));
                var hints = Lanes(hint);
                for (var lane = 0; lane < hints.Length; lane++) hints[lane] += times * (after[lane] - before[lane]);
            }
    }

    private static Span<Vector<double>> Lanes(Span<double> rates) => MemoryMarshal.Cast<double, Vector<double>>(rates);

    private static Span<Vector256<double>> Fours(Span<double> rates) => MemoryMarshal.Cast<double, Vector256<double>>(rates);

    public void SeeEnd(int bucket, bool byPerson)
    {
        var row = logLater.AsSpan(bucket * Grid, Grid);
        var end = byPerson ? logRates : logRest;
        for (var k = 0; k < hint.Length; k++) hint[k] += end[k] - row[k];
    }

    /// <summary>Takes what was seen since the last time into the belief, and lets it wander on for so many seconds.</summary>
    public void Pass(double seconds)
    {
        var most = double.NegativeInfinity;
        for (var k = 0; k < Grid; k++) most = Math.Max(most, hint[k]);
        Span<Vector256<double>> beliefs = Fours(belief), hints = Fours(hint);
        for (var four = 0; four < beliefs.Length; four++) beliefs[four] *= Curves.Exp((hints[four] - Vector256.Create(most)) * believed);
        var sum = 0.0;
        for (var k = 0; k < Grid; k++) sum += belief[k];
        Array.Clear(hint);
        // After a long time without a look the belief is wide, not broken.
        double side = Math.Min(0.25, Wander * seconds / (2 * Gap * Gap)), jump = Math.Min(0.5, Jumps * seconds);
        for (var k = 0; k < Grid; k++)
        {
            double left = belief[Math.Max(0, k - 1)], right = belief[Math.Min(Grid - 1, k + 1)];
            moved[k] = (1 - jump) * (belief[k] + side * (left + right - 2 * belief[k])) / sum + jump * guess[k];
        }
        Array.Copy(moved, belief, Grid);
        Weigh();
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
