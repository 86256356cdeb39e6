using System.Runtime.Intrinsics;

namespace Plateau.Core.Prospecting.Pacing;

/// <summary>How long talks or wrap-ups last, learnt from the ones that end against all that were seen at each age, so that long ones are not forgotten while they run.</summary>
public sealed class LengthLaw
{
    /// <summary>As many lengths as the first guess is worth.</summary>
    private const double FaithInGuess = 25;

    /// <summary>Seconds over which a change of the day's pace is followed.</summary>
    private const double PaceMemory = 900;
    private const double FaithInPace = 15;

    /// <summary>Seconds over which the shape is remembered.</summary>
    private const double ShapeMemory = 4 * 3600;

    private readonly Ages ages;
    private readonly double[] ends, seen, hazard, guessedEnds, guessedSeen, risen;
    private double recentEnds, recentlyExpected, sinceDrawn;

    public LengthLaw(Ages ages, double mean, double variation)
    {
        this.ages = ages;
        (ends, seen, hazard, guessedEnds, guessedSeen) = (new double[ages.Count], new double[ages.Count], new double[ages.Count], new double[ages.Count], new double[ages.Count]);
        risen = new double[ages.Count];
        var sigma = Math.Sqrt(Curves.Log(1 + variation * variation));
        var median = Curves.Log(mean) - sigma * sigma / 2;
        double Lasts(double age) => age <= 0 ? 1 : 1 - Curves.Normal((Curves.Log(age) - median) / sigma);
        for (var bucket = 0; bucket < ages.Count; bucket++)
        {
            var last = bucket == ages.Count - 1;
            double from = ages.From(bucket), until = last ? 2 * from : ages.From(bucket + 1);
            double lasted = Lasts(from), lasts = Lasts(until);
            guessedEnds[bucket] = FaithInGuess * Math.Max(lasted - lasts, 1e-7);
            guessedSeen[bucket] = FaithInGuess * Math.Max((lasted + lasts) / 2 * (until - from), 1e-5);
        }
        Draw();
    }

    /// <summary>How much faster than their usual shape they end just now.</summary>
    public double Pace { get; private set; } = 1;

    public void See(AgeCounts counts, double seconds)
    {
        var now = counts.Counts;
        for (var bucket = 0; bucket < now.Length; bucket++)
        {
            var exposure = now[bucket] * seconds;
            seen[bucket] += exposure;
            recentlyExpected += exposure * hazard[bucket];
        }
        sinceDrawn += seconds;
    }

    public void SeeEnd(double age)
    {
        ends[ages.BucketOf(age)]++;
        recentEnds++;
    }

    /// <summary>Draws the law anew from what was seen.</summary>
    public void Draw()
    {
        double keepPace = Math.Max(0, 1 - sinceDrawn / PaceMemory), keepShape = Math.Max(0, 1 - sinceDrawn / ShapeMemory);
        sinceDrawn = 0;
        recentEnds *= keepPace;
        recentlyExpected *= keepPace;
        Pace = Math.Clamp((recentEnds + FaithInPace) / (recentlyExpected + FaithInPace), 0.2, 5);
        var sum = 0.0;
        for (var bucket = 0; bucket < ends.Length; bucket++)
        {
            ends[bucket] *= keepShape;
            seen[bucket] *= keepShape;
            hazard[bucket] = (ends[bucket] + guessedEnds[bucket]) / (seen[bucket] + guessedSeen[bucket]);
            risen[bucket] = sum;
            sum += hazard[bucket] * (bucket + 1 < ends.Length ? ages.Width(bucket) : 0);
        }
    }

    /// <summary>The chance per second that one of this age ends.</summary>
    public double HazardAt(double age) => hazard[ages.BucketOf(age)] * Pace;

    /// <summary>All hazard passed by that age; the chance to last from one age to another is the exponential of minus the difference.</summary>
    public double Risen(double age)
    {
        var bucket = ages.BucketOf(age);
        return (risen[bucket] + (age - ages.From(bucket)) * hazard[bucket]) * Pace;
    }

    public double EndsWithin(double age, double seconds) => seconds <= 0 ? 0 : 1 - Curves.Exp(Risen(age) - Risen(age + seconds));

    /// <summary>The same within four lengths of time.</summary>
    public Vector256<double> EndsWithin(double age, Vector256<double> seconds)
    {
        var passed = Vector256.Create(Risen(age)) - Vector256.Create(Risen(age + seconds[0]), Risen(age + seconds[1]), Risen(age + seconds[2]), Risen(age + seconds[3]));
        return Vector256.ConditionalSelect(Vector256.GreaterThan(seconds, Vector256<double>.Zero), Vector256<double>.One - Curves.Exp(passed), Vector256<double>.Zero);
    }
}
