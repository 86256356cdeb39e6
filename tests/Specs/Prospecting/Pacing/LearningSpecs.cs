using Plateau.Core.Prospecting.Pacing;
using Plateau.Simulation.Pacing;

namespace Plateau.Specs.Prospecting.Pacing;

/// <summary>Two ways in which earlier pacers learnt wrong: from calls that had ended only, and from talks that had ended only.</summary>
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
                else if (end > now - 0.5) rate.SeeEnd(ring.SeeEnd(now, kind == 'H'), kind == 'H');
            ring.See(ringing, 0.5);
            rate.See(ringing, 0.5);
            rate.Pass(0.5);
            if (now is 12 or 20 or 35) rate.Mean.Should().BeApproximately(truth, 0.25 * truth + 0.02, $"after {now} s");
            if (now % 5 == 0) { ring.Draw(); rate.Use(ring); }
        }
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
