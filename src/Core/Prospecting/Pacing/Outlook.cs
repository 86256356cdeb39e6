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
    private readonly double[] when = new double[Times], reach = new double[Times];
    private readonly double[] answersWithin = new double[Ages.OfRinging.Count * Times];
    private readonly double[] freedFromTalk = new double[Ages.OfTalking.Count * Times], freedFromWrapUp = new double[Ages.OfWrappingUp.Count * Times];
    private readonly Prospect[] prospects = [.. Enumerable.Range(0, Times).Select(_ => new Prospect())];
    private bool exact;
    private int spare, further;
    private double rate, doubt;

    public Outlook(RingLaw ring) => this.ring = ring;

    /// <summary>Agents expected to get free before a call dialled now is answered, those free now not counted.</summary>
    public double ExpectedFree { get; private set; }

    /// <summary>People expected to answer before it, of the calls in flight.</summary>
    public double ExpectedAnswers { get; private set; }

    /// <summary>Takes over what was learnt.</summary>
    /// <param name="patience">Seconds that a person waits.</param>
    public void Use(LengthLaw talk, LengthLaw wrapUp, double patience)
    {
        for (var time = 0; time < Times; time++)
        {
            when[time] = ring.AgeOfShare((time + 0.5) / Times);
            reach[time] = 1 - ring.LaterThan(when[time]);
            for (var bucket = 0; bucket < Ages.OfRinging.Count; bucket++)
                answersWithin[bucket * Times + time] = Math.Max(0, ring.AnswersLater[bucket + 1] - ring.LaterThan(Ages.OfRinging.From(bucket) + when[time]));
            for (var bucket = 0; bucket < Ages.OfWrappingUp.Count; bucket++)
                freedFromWrapUp[bucket * Times + time] = wrapUp.EndsWithin(Ages.OfWrappingUp.Middle(bucket), when[time] + patience);
            for (var bucket = 0; bucket < Ages.OfTalking.Count; bucket++)
                freedFromTalk[bucket * Times + time] = FreedFromTalk(talk, wrapUp, Ages.OfTalking.Middle(bucket), when[time] + patience);
        }
    }

    private static double FreedFromTalk(LengthLaw talk, LengthLaw wrapUp, double age, double within)
    {
        const int slices = 6;
        double sum = 0, ended = 0, began = talk.Risen(age);
        for (var slice = 0; slice < slices; slice++)
        {
            var before = ended;
            ended = 1 - Curves.Exp(began - talk.Risen(age + within * (slice + 1) / slices));
            sum += (ended - before) * wrapUp.EndsWithin(0, within * (slices - slice - 0.5) / slices);
        }
        return sum;
    }

    /// <summary>Looks at the floor; what is asked afterwards is asked of this look.</summary>
    /// <param name="variance">How unsure the answer rate is.</param>
    /// <param name="kept">Free agents who are not to be counted on.</param>
    public void Look(PacingView view, double rate, double variance, int kept = 0)
    {
        (this.rate, doubt) = (rate, Math.Min(0.95, Math.Sqrt(variance) / rate));
        (spare, further) = (view.Idle - view.Waiting - kept, 0);
        exact = view.Ring.Total <= Few && view.Talk.Total + view.WrapUp.Total <= Few;
        foreach (var prospect in prospects) prospect.Begin(exact);
        var rings = view.Ring.Counts;
        for (var bucket = 0; bucket < rings.Length; bucket++)
            if (rings[bucket] != 0) Answers(bucket, rings[bucket]);
        Freed(view.Talk.Counts, freedFromTalk);
        Freed(view.WrapUp.Counts, freedFromWrapUp);
        ExpectedFree = ExpectedAnswers = 0;
        foreach (var prospect in prospects)
        {
            if (exact) prospect.SumUp();
            ExpectedFree += prospect.Free / Times;
            ExpectedAnswers += prospect.Answers / Times;
        }
    }

    private void Answers(int bucket, int calls)
    {
        double sure = ChanceFactor(bucket, rate);
        double low = exact ? ChanceFactor(bucket, rate * (1 - doubt)) : 0, high = exact ? ChanceFactor(bucket, Math.Min(0.95, rate * (1 + doubt))) : 0;
        for (var time = 0; time < Times; time++)
        {
            var within = answersWithin[bucket * Times + time];
            prospects[time].AddCalls(calls, within * sure);
            if (exact) prospects[time].TossCalls(calls, within * low, within * high);
        }
    }

    /// <summary>Turns a share of all answers into the chance of a call that has rung this long.</summary>
    private double ChanceFactor(int bucket, double rate)
    {
        var alive = rate * ring.AnswersLater[bucket + 1] + (1 - rate) * ring.OthersLater[bucket + 1];
        return alive > 1e-12 ? rate / alive : 0;
    }

    private void Freed(ReadOnlySpan<int> busy, double[] chances)
    {
        for (var bucket = 0; bucket < busy.Length; bucket++)
            if (busy[bucket] != 0)
                for (var time = 0; time < Times; time++) prospects[time].AddAgents(busy[bucket], chances[bucket * Times + time]);
    }

    /// <summary>One more call is dialled now, and stands before the next.</summary>
    public void Add()
    {
        further++;
        if (further > Few) exact = false;
        for (var time = 0; time < Times; time++)
        {
            prospects[time].AddCalls(1, rate * reach[time]);
            if (exact) prospects[time].TossCalls(1, rate * (1 - doubt) * reach[time], Math.Min(0.95, rate * (1 + doubt)) * reach[time]);
        }
    }

    /// <summary>The chance that the next call, if answered, finds no agent.</summary>
    public double NoAgent()
    {
        var sum = 0.0;
        foreach (var prospect in prospects) sum += prospect.NoneLeft(spare, exact, doubt);
        return sum / Times;
    }

    /// <summary>The chance that calls in flight bring more answers than there are agents, by as many as that.</summary>
    public double TooManyBy(int people)
    {
        var most = 0.0;
        foreach (var prospect in prospects) most = Math.Max(most, prospect.NoneLeft(spare + people, exact, doubt));
        return most;
    }

    /// <summary>Answers and freed agents up to one time.</summary>
    private sealed class Prospect
    {
        private readonly double[] low = new double[2 * Few + 2], high = new double[2 * Few + 2], free = new double[Few + 2];
        private double spread, lean;
        private int calls, agents;
        private bool exact;

        public double Answers { get; private set; }
        public double Free { get; private set; }

        public void Begin(bool exact)
        {
            this.exact = exact;
            (Answers, Free, spread, lean, calls, agents) = (0, 0, 0, 0, 0, 0);
            low[0] = high[0] = free[0] = 1;
        }

        public void AddCalls(int many, double chance)
        {
            Answers += many * chance;
            Widen(many, chance, 1);
        }

        public void AddAgents(int many, double chance)
        {
            Free += many * chance;
            Widen(many, chance, -1);
            if (!exact) return;
            for (var agent = 0; agent < many; agent++) Toss(free, agents++, chance);
        }

        private void Widen(int many, double chance, int sign)
        {
            var one = many * chance * (1 - chance);
            spread += one;
            lean += sign * one * (1 - 2 * chance);
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

        public double NoneLeft(int spare, bool exact, double doubt) => exact ? Exactly(spare) : Roughly(spare, doubt);

        private double Exactly(int spare)
        {
            var sum = 0.0;
            for (var answered = Math.Max(0, spare); answered <= calls; answered++)
                sum += (low[answered] + high[answered]) / 2 * free[Math.Min(answered - spare, agents)];
            return sum;
        }

        private double Roughly(int spare, double doubt)
        {
            var unsure = doubt * Answers;
            var wide = spread + unsure * unsure;
            if (wide <= 1e-9) return Answers - Free >= spare ? 1 : 0;
            var deviation = Math.Sqrt(wide);
            // Counts are whole: none is left from half a person before the last agent on.
            var z = (spare - 0.5 - (Answers - Free)) / deviation;
            var skewness = lean / (wide * deviation);
            return Math.Clamp(1 - Curves.Normal(z) + skewness / 6 * (z * z - 1) * Curves.Bell(z), 0, 1);
        }
    }
}
