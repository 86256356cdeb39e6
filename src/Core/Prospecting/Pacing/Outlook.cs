using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Plateau.Core.Prospecting.Pacing;

/// <summary>The chance that a call dialled now, if a person answers it, finds no agent: answers ahead of it against agents free and getting free.</summary>
/// <remarks>
/// Looked at for several times at which its answer may come. Exact (unlike coins, summed one by one) while few are concerned,
/// the normal law with its skewness when many are. That the answer rate is only believed, not known, counts in both.
/// </remarks>
public sealed class Outlook
{
    private const int Times = 4;

    /// <summary>Up to so many calls, and so many busy agents, the sum is taken coin by coin.</summary>
    private const int Few = 32;

    private readonly RingLaw ring;
    private readonly double[] when = new double[Times];

    /// <summary>For each age, and at each of the times: the share of answers that has come, the chance that an agent is free again.</summary>
    private readonly Vector256<double>[] answersWithin = new Vector256<double>[Ages.OfRinging.Count], freedFromTalk = new Vector256<double>[Ages.OfTalking.Count], freedFromWrapUp = new Vector256<double>[Ages.OfWrappingUp.Count];
    private readonly Coins[] coins = [.. Enumerable.Range(0, Times).Select(_ => new Coins())];

    /// <summary>Share of answers of a call dialled now that have come by each of the times.</summary>
    private Vector256<double> reach;

    /// <summary>Answers up to the last of the times if people answered as often as they have.</summary>
    private double atWorst;

    /// <summary>Answers and freed agents up to each of the times, and how far and to which side their difference may stray.</summary>
    private Vector256<double> answers, free, spread, lean;

    /// <summary>Of many, once for all that is asked of one look: by how many the answers are ahead, how far that may stray, and to which side.</summary>
    private Vector256<double> ahead, wide, deviation, skew;
    private bool exact;
    private int spare, further;
    private double rate, doubt, hasBeen;

    public Outlook(RingLaw ring) => this.ring = ring;

    /// <summary>Agents expected to get free before a call dialled now is answered, those free now not counted.</summary>
    public double ExpectedFree { get; private set; }

    /// <summary>People expected to answer before it, of the calls in flight.</summary>
    public double ExpectedAnswers { get; private set; }

    /// <summary>Takes over what was learnt.</summary>
    /// <param name="patience">Seconds that a person waits.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Use(LengthLaw talk, LengthLaw wrapUp, double patience)
    {
        for (var time = 0; time < Times; time++)
        {
            when[time] = ring.AgeOfShare((time + 0.5) / Times);
            reach = reach.WithElement(time, 1 - ring.LaterThan(when[time]));
            for (var bucket = 0; bucket < Ages.OfRinging.Count; bucket++)
                answersWithin[bucket] = answersWithin[bucket].WithElement(time, Math.Max(0, ring.AnswersLater[bucket + 1] - ring.LaterThan(Ages.OfRinging.From(bucket) + when[time])));
        }
        var within = Vector256.Create(when) + Vector256.Create(patience);
        for (var bucket = 0; bucket < Ages.OfWrappingUp.Count; bucket++)
            freedFromWrapUp[bucket] = wrapUp.EndsWithin(Ages.OfWrappingUp.Middle(bucket), within);
        FreedFromTalk(talk, wrapUp, within);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void FreedFromTalk(LengthLaw talk, LengthLaw wrapUp, Vector256<double> within)
    {
        const int slices = 6;
        Span<Vector256<double>> written = stackalloc Vector256<double>[slices];
        for (var slice = 0; slice < slices; slice++) written[slice] = wrapUp.EndsWithin(0, within * (slices - slice - 0.5) / Vector256.Create((double)slices));
        for (var bucket = 0; bucket < freedFromTalk.Length; bucket++)
        {
            Vector256<double> sum = default, ended = default;
            for (var slice = 0; slice < slices; slice++)
            {
                var before = ended;
                ended = talk.EndsWithin(Ages.OfTalking.Middle(bucket), within * (slice + 1) / Vector256.Create((double)slices));
                sum += (ended - before) * written[slice];
            }
            freedFromTalk[bucket] = sum;
        }
    }

    /// <summary>Looks at the floor; what is asked afterwards is asked of this look.</summary>
    /// <param name="variance">How unsure the answer rate is.</param>
    /// <param name="hasBeen">The rate that may come back at any moment.</param>
    /// <param name="kept">Free agents who are not to be counted on.</param>
    public void Look(PacingView view, double rate, double variance, double hasBeen = 0, int kept = 0)
    {
        (this.rate, doubt, this.hasBeen, atWorst) = (rate, Math.Min(0.95, Math.Sqrt(variance) / rate), Math.Max(rate, hasBeen), 0);
        (spare, further) = (view.Idle - view.Waiting - kept, 0);
        exact = view.Ring.Total <= Few && view.Talk.Total + view.WrapUp.Total <= Few;
        (answers, free, spread, lean) = (default, default, default, default);
        if (exact)
            foreach (var time in coins) time.Begin();
        var rings = view.Ring.Counts;
        for (var bucket = 0; bucket < rings.Length; bucket++)
            if (rings[bucket] != 0) Answers(bucket, rings[bucket]);
        Freed(view.Talk.Counts, freedFromTalk);
        Freed(view.WrapUp.Counts, freedFromWrapUp);
        if (exact)
            foreach (var time in coins) time.SumUp();
        else Settle();
        (ExpectedFree, ExpectedAnswers) = (Mean(free), Mean(answers));
    }

    /// <summary>Summed one after the other, whatever a machine would do at once.</summary>
    private static double Mean(Vector256<double> each) => each[0] / Times + each[1] / Times + each[2] / Times + each[3] / Times;

    private void Answers(int bucket, int calls)
    {
        var within = answersWithin[bucket];
        AddCalls(calls, within * ChanceFactor(bucket, rate));
        atWorst += calls * within[Times - 1] * ChanceFactor(bucket, hasBeen);
        if (!exact) return;
        double low = ChanceFactor(bucket, rate * (1 - doubt)), high = ChanceFactor(bucket, Math.Min(0.95, rate * (1 + doubt)));
        for (var time = 0; time < Times; time++) coins[time].TossCalls(calls, within[time] * low, within[time] * high);
    }

    /// <summary>Turns a share of all answers into the chance of a call that has rung this long.</summary>
    private double ChanceFactor(int bucket, double rate)
    {
        var alive = rate * ring.AnswersLater[bucket + 1] + (1 - rate) * ring.OthersLater[bucket + 1];
        return alive > 1e-12 ? rate / alive : 0;
    }

    private void Freed(ReadOnlySpan<int> busy, Vector256<double>[] chances)
    {
        for (var bucket = 0; bucket < busy.Length; bucket++)
        {
            if (busy[bucket] == 0) continue;
            free += chances[bucket] * busy[bucket];
            Widen(busy[bucket], chances[bucket], -1);
            if (!exact) continue;
            for (var time = 0; time < Times; time++) coins[time].TossAgents(busy[bucket], chances[bucket][time]);
        }
    }

    private void AddCalls(int many, Vector256<double> chance)
    {
        answers += chance * many;
        Widen(many, chance, 1);
    }

    private void Widen(int many, Vector256<double> chance, int sign)
    {
        var one = chance * many * (Vector256<double>.One - chance);
        spread += one;
        lean += one * sign * (Vector256<double>.One - chance * 2);
    }

    /// <summary>One more call is dialled now, and stands before the next.</summary>
    public void Add()
    {
        further++;
        if (further > Few) exact = false;
        AddCalls(1, reach * rate);
        atWorst += reach[Times - 1] * hasBeen;
        if (!exact)
        {
            Settle();
            return;
        }
        for (var time = 0; time < Times; time++) coins[time].TossCalls(1, rate * (1 - doubt) * reach[time], Math.Min(0.95, rate * (1 + doubt)) * reach[time]);
    }

    /// <summary>The chance that the next call, if answered, finds no agent.</summary>
    public double NoAgent()
    {
        var none = NoneLeft(spare);
        return (none[0] + none[1] + none[2] + none[3]) / Times;
    }

    /// <summary>The chance that calls in flight bring more answers than there are agents, by as many as that.</summary>
    public double TooManyBy(int people)
    {
        var none = NoneLeft(spare + people);
        return Math.Max(Math.Max(Math.Max(Math.Max(0, none[0]), none[1]), none[2]), none[3]);
    }

    /// <summary>People who would find no agent if from now on as many answered as have answered before.</summary>
    public double LostInAJump => atWorst - free[Times - 1] - spare;

    private Vector256<double> NoneLeft(int spare) => exact ? Vector256.Create(coins[0].NoneLeft(spare), coins[1].NoneLeft(spare), coins[2].NoneLeft(spare), coins[3].NoneLeft(spare)) : Roughly(spare);

    /// <summary>What is true of the sums however many agents are asked about.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Settle()
    {
        var unsure = answers * doubt;
        ahead = answers - free;
        wide = spread + unsure * unsure;
        deviation = Vector256.Sqrt(wide);
        skew = lean / (wide * deviation) / Vector256.Create(6.0);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private Vector256<double> Roughly(int spare)
    {
        Vector256<double> zero = Vector256<double>.Zero, one = Vector256<double>.One;
        var surely = Vector256.ConditionalSelect(Vector256.GreaterThanOrEqual(ahead, Vector256.Create((double)spare)), one, zero);
        // Counts are whole: none is left from half a person before the last agent on.
        var z = (Vector256.Create(spare - 0.5) - ahead) / deviation;
        var bell = Curves.Bell(z);
        var likely = one - Curves.Normal(z, bell) + skew * (z * z - one) * bell;
        return Vector256.ConditionalSelect(Vector256.LessThanOrEqual(wide, Vector256.Create(1e-9)), surely, Vector256.Min(Vector256.Max(likely, zero), one));
    }

    /// <summary>Answers and freed agents up to one time, summed coin by coin.</summary>
    private sealed class Coins
    {
        private readonly double[] low = new double[2 * Few + 2], high = new double[2 * Few + 2], free = new double[Few + 2];
        private int calls, agents;

        public void Begin()
        {
            (calls, agents) = (0, 0);
            low[0] = high[0] = free[0] = 1;
        }

        public void TossAgents(int many, double chance)
        {
            for (var agent = 0; agent < many; agent++) Toss(free, agents++, chance);
        }

        public void TossCalls(int many, double lowChance, double highChance)
        {
            for (var call = 0; call < many; call++)
            {
                Toss(low, calls, lowChance);
                Toss(high, calls, highChance);
                calls++;
            }
        }

        /// <summary>One more coin in the sum.</summary>
        private static void Toss(double[] sum, int before, double chance)
        {
            sum[before + 1] = sum[before] * chance;
            for (var many = before; many > 0; many--) sum[many] = sum[many] * (1 - chance) + sum[many - 1] * chance;
            sum[0] *= 1 - chance;
        }

        /// <summary>From here on: the chance that at most so many get free.</summary>
        public void SumUp()
        {
            for (var many = 1; many <= agents; many++) free[many] += free[many - 1];
        }

        public double NoneLeft(int spare)
        {
            var sum = 0.0;
            for (var answered = Math.Max(0, spare); answered <= calls; answered++)
                sum += (low[answered] + high[answered]) / 2 * free[Math.Min(answered - spare, agents)];
            return sum;
        }
    }
}
