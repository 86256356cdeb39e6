using Plateau.Core.Prospecting.Pacing;

namespace Plateau.Simulation.Pacing;

/// <summary>What a dialling day is like before it begins: how often people answer, how long they talk, and what befalls both.</summary>
/// <remarks>Half a second is the step of everything. Nothing here is known to the pacer, save by what comes of its calls.</remarks>
public sealed class DayPlan
{
    public const double Step = 0.5;

    /// <summary>Shares of calls that people answer when they do so least, and most.</summary>
    private const double Seldom = 0.06, Often = 0.60;

    private readonly double[] answerRate, talkScale;

    public DayPlan(long seed, DayTerms terms)
    {
        var draw = new Draws(seed, "day");
        Steps = (int)(terms.Seconds / Step);
        RingMedian = draw.Between(9.5, 13);
        TalkMean = draw.Between(120, 240);
        WrapMean = draw.Between(30, 45);
        WrapVariation = draw.Between(0.5, 1);
        answerRate = AnswerRates(draw, draw.Between(0.17, 0.42));
        talkScale = TalkScales(draw);
        for (var step = Steps / 2; step < Math.Min(Steps, Steps / 2 + (int)(900 / Step)); step++) answerRate[step] = Math.Min(Often, answerRate[step] * terms.ShockAtHalf);
        if (terms.TurnsEvery is { } turn)
            for (var step = 0; step < Steps; step++) answerRate[step] = (int)(step * Step) / turn % 2 == 0 ? Often : Seldom;
    }

    public int Steps { get; }
    public double RingMedian { get; }
    public double TalkMean { get; }
    public double WrapMean { get; }
    public double WrapVariation { get; }

    /// <summary>The chance that a call dialled in that step is answered by a person, if it rings long enough.</summary>
    public double AnswerRate(int step) => answerRate[Math.Min(step, Steps - 1)];

    public double TalkMeanAt(int step) => TalkMean * talkScale[Math.Min(step, Steps - 1)];

    private double[] AnswerRates(Draws draw, double usual)
    {
        double swing = draw.Between(0.05, 0.25), period = draw.Between(2, 7) * 3600, phase = draw.Between(0, 1), wander = 0;
        double spread = draw.Between(0.04, 0.15), memory = draw.Between(120, 900);
        var shocks = Shocks(draw, draw.Below(4), 0.3, 1.9, 180, 2400);
        var rates = new double[Steps];
        var keeps = Curves.Exp(-Step / memory);
        var stirs = spread * Math.Sqrt(1 - keeps * keeps);
        for (var step = 0; step < Steps; step++)
        {
            wander = wander * keeps + stirs * draw.Normal();
            var drift = swing * Wave(step * Step / period + phase);
            rates[step] = Math.Clamp(usual * (1 + drift) * Curves.Exp(wander) * Factor(shocks, step), Seldom, Often);
        }
        return rates;
    }

    private double[] TalkScales(Draws draw)
    {
        var shocks = Shocks(draw, draw.Below(3), 0.6, 1.7, 600, 3600);
        var scales = new double[Steps];
        for (var step = 0; step < Steps; step++) scales[step] = Factor(shocks, step);
        return scales;
    }

    private List<(int From, int Until, double Factor)> Shocks(Draws draw, int many, double least, double most, double shortest, double longest)
    {
        var shocks = new List<(int, int, double)>();
        for (var shock = 0; shock < many; shock++)
        {
            var from = draw.Below(Steps);
            shocks.Add((from, from + (int)(draw.Between(shortest, longest) / Step), draw.Between(least, most)));
        }
        return shocks;
    }

    /// <summary>A sine, near enough (Bhaskara's fraction), of so many turns.</summary>
    private static double Wave(double turns)
    {
        var turn = turns - Math.Floor(turns);
        var half = turn < 0.5 ? 2 * turn : 2 * turn - 1;
        var arc = half * (1 - half);
        return (turn < 0.5 ? 1 : -1) * 16 * arc / (5 - 4 * arc);
    }

    private static double Factor(List<(int From, int Until, double Factor)> shocks, int step)
    {
        foreach (var (from, until, factor) in shocks)
            if (step >= from && step < until) return factor;
        return 1;
    }
}
