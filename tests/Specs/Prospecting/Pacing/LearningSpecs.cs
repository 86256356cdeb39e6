using Plateau.Core.Prospecting.Pacing;
using Plateau.Simulation.Pacing;

namespace Plateau.Specs.Prospecting.Pacing;

/// <summary>Three ways in which earlier pacers learnt wrong: from calls that had ended only, from talks that had ended only, and as if every look came on the half second.</summary>
public sealed class LearningSpecs
{
    [Theory]
    [InlineData(0.12)]
    [InlineData(0.22)]
    [InlineData(0.45)]
    public void Early_answers_are_not_taken_for_a_high_answer_rate(double truth)
    {
        // A thousand calls at once: after ten seconds nearly all that has ended are answers, for who does not answer rings on.
        var draw = new Draws(3, "calls");
        var calls = Enumerable.Range(0, 1000).Select(_ => draw.Unit() < truth ? ('H', draw.LognormalOfMedian(11, 0.5)) : draw.Unit() < 0.45 ? ('M', draw.LognormalOfMedian(11, 0.5) + 3) : ('N', 30.0)).ToList();
        var ring = new RingLaw(0.3, 12, 30);
        var rate = new AnswerRate(0.3);
        rate.Use(ring);
        for (var now = 0.5; now <= 40; now += 0.5)
        {
            var ringing = new AgeCounts(Ages.OfRinging);
            foreach (var (kind, end) in calls)
                if (end > now) ringing.Add(now);
                else if (end > now - 0.5)
                {
                    ring.SeeEnd(now, kind == 'H');
                    rate.SeeEnd(kind == 'H');
                }
            ring.Pass(0.5);
            rate.See(ringing);
            rate.Pass(0.5);
            if (now is 12 or 20 or 35) rate.Mean.Should().BeApproximately(truth, 0.25 * truth + 0.02, $"after {now} s");
            if (now % 5 == 0) { ring.Draw(ringing); rate.Use(ring); }
        }
    }

    /// <summary>Seconds between two looks, and how long after a look the calls are made that it asked for.</summary>
    public static TheoryData<double, double> Looks => new() { { 0.5, 0 }, { 1, 0 }, { 1, 0.3 }, { 0.7, 0.1 }, { 2, 0.9 } };

    [Theory, MemberData(nameof(Looks))]
    public void It_is_learnt_alike_however_often_and_at_whatever_moments_anybody_looks(double every, double after)
    {
        const double truth = 0.3;
        var draw = new Draws(5, "looks");
        var ring = new RingLaw(0.2, 14, 25);
        var rate = new AnswerRate(0.2);
        rate.Use(ring);
        var calls = new List<(double Born, double Ends, char Kind)>();
        var seen = new List<double>();
        var drawAt = 0.0;
        for (var now = 0.0; now < 1800; now += every)
        {
            var ringing = new AgeCounts(Ages.OfRinging);
            foreach (var (born, ends, kind) in calls)
                if (born + ends > now) ringing.Add(now - born);
                else if (kind == 'X') rate.SeeCut(ring.SeeCut(ends));
                else
                {
                    ring.SeeEnd(ends, kind == 'H');
                    rate.SeeEnd(kind == 'H');
                }
            calls.RemoveAll(call => call.Born + call.Ends <= now);
            ring.Pass(every);
            rate.See(ringing);
            rate.Pass(every);
            if (now >= drawAt)
            {
                drawAt = now + 20;
                ring.Draw(ringing);
                rate.Use(ring);
            }
            if (now > 600) seen.Add(rate.Mean);
            for (var call = 0; call < every; call++)
            {
                var (kind, ends) = draw.Unit() < truth ? ('H', draw.LognormalOfMedian(11, 0.4)) : draw.Unit() < 0.4 ? ('M', draw.LognormalOfMedian(11, 0.4) + 3) : draw.Unit() < 0.1 ? ('F', draw.Between(0.2, 3)) : ('N', 25.1);
                if (ends > 25) (kind, ends) = ('N', 25.1);
                if (ends > 8 && draw.Unit() < 0.05) (kind, ends) = ('X', 8);
                calls.Add((now + after, ends, kind));
            }
        }
        seen.Average().Should().BeApproximately(truth, 0.03);
        Math.Sqrt(seen.Average(mean => (mean - truth) * (mean - truth))).Should().BeLessThan(0.06);
        ring.AgeOfShare(0.5).Should().BeApproximately(11, 0.8);
    }

    [Theory]
    [InlineData(120)]
    [InlineData(240)]
    public void Talks_that_run_long_are_not_forgotten_while_they_run(double mean)
    {
        double ended = 0, sigma = Math.Sqrt(Math.Log(2));
        double[] ages = [20, 60, 150, 300], learnt = new double[4];
        const int floors = 12;
        for (var floor = 0; floor < floors; floor++)
        {
            var law = new LengthLaw(Ages.OfTalking, 180, 1);
            ended += Live(law, new Draws(floor, "talks"), mean) / floors;
            for (var each = 0; each < ages.Length; each++) learnt[each] += law.EndsWithin(ages[each], 15) / floors;
        }
        ended.Should().BeLessThan(0.93 * mean, "the mean of what ended is what fooled earlier pacers");
        for (var each = 0; each < ages.Length; each++)
        {
            double Lasts(double at) => 1 - Curves.Normal((Math.Log(at / mean) + sigma * sigma / 2) / sigma);
            var truth = 1 - Lasts(ages[each] + 15) / Lasts(ages[each]);
            learnt[each].Should().BeApproximately(truth, 0.25 * truth, $"at {ages[each]} s");
        }
    }

    /// <summary>Forty agents begin together, and the next talk follows each: after some minutes the short ones are over many times, the long ones not once.</summary>
    /// <returns>The mean of the talks that ended.</returns>
    private static double Live(LengthLaw law, Draws draw, double mean)
    {
        var until = Enumerable.Range(0, 40).Select(_ => draw.Lognormal(mean, 1)).ToArray();
        var since = new double[40];
        var ends = new List<double>();
        for (var now = 0.5; now <= 900; now += 0.5)
        {
            var counts = new AgeCounts(Ages.OfTalking);
            for (var agent = 0; agent < 40; agent++)
            {
                if (until[agent] <= now)
                {
                    law.SeeEnd(now - since[agent]);
                    ends.Add(now - since[agent]);
                    (since[agent], until[agent]) = (now, now + draw.Lognormal(mean, 1));
                }
                counts.Add(now - since[agent]);
            }
            law.See(counts, 0.5);
            if (now % 15 == 0) law.Draw();
        }
        return ends.Average();
    }
}
