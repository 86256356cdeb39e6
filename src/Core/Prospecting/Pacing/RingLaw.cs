namespace Plateau.Core.Prospecting.Pacing;

/// <summary>After how much ringing people answer and everything else comes to its end, learnt from calls that end against all that rang as long.</summary>
/// <remarks>Each call that ended counts with its whole life, each that still rings with its life so far: how often, and at what moments, anybody looks does not matter.</remarks>
public sealed class RingLaw
{
    private const double FaithInGuess = 60;
    private const double Memory = 3 * 3600;

    private readonly Ages ages = Ages.OfRinging;
    private readonly double[] answered, otherwise, rang, guessedAnswers, guessedOthers, guessedRang;
    private double sinceDrawn;

    /// <param name="rate">The guessed share of calls that a person answers.</param>
    /// <param name="mean">The guessed mean of ringing before a person answers.</param>
    /// <param name="limit">When ringing is given up.</param>
    public RingLaw(double rate, double mean, double limit)
    {
        var count = ages.Count;
        (answered, otherwise, rang) = (new double[count], new double[count], new double[count]);
        (guessedAnswers, guessedOthers, guessedRang) = (new double[count], new double[count], new double[count]);
        (Answers, Others, AnswersLater, OthersLater) = (new double[count], new double[count], new double[count + 1], new double[count + 1]);
        Guess(rate, mean, limit);
        Draw();
    }

    /// <summary>Share of answers, and of other ends, that come in each bucket of age.</summary>
    public double[] Answers { get; }
    public double[] Others { get; }

    /// <summary>Share of answers, and of other ends, that come in this bucket or later.</summary>
    public double[] AnswersLater { get; }
    public double[] OthersLater { get; }

    /// <summary>Calls that taught this law, the older ones counting less.</summary>
    public double Calls { get; private set; }

    private void Guess(double rate, double mean, double limit)
    {
        const double sigma = 0.55;
        var median = Curves.Log(mean) - sigma * sigma / 2;
        double Before(double age) => age <= 0 ? 0 : Curves.Normal((Curves.Log(age) - median) / sigma);
        var end = ages.BucketOf(limit);
        var left = 1.0;
        for (var bucket = 0; bucket <= end; bucket++)
        {
            double from = ages.From(bucket), until = from + 0.5;
            var answers = rate * (Before(until) - Before(from));
            // Of the rest: machines like people but with the time to know them, a tenth fail soon, the others ring to the end.
            var others = (1 - rate) * (0.4 * (Before(until - 3) - Before(from - 3)) + (until <= 3 ? 0.1 / 6 : 0));
            if (bucket == end) others = left - answers;
            guessedAnswers[bucket] = FaithInGuess * answers;
            guessedOthers[bucket] = FaithInGuess * others;
            guessedRang[bucket] = FaithInGuess * left;
            left -= answers + others;
        }
    }

    /// <summary>So much time is over; the older calls count a little less.</summary>
    public void Pass(double seconds) => sinceDrawn += seconds;

    public void SeeEnd(double age, bool byPerson)
    {
        var bucket = SeeCut(age);
        Calls++;
        (byPerson ? answered : otherwise)[bucket]++;
    }

    /// <summary>A call was withdrawn at that age: nobody knows what would have come of it.</summary>
    /// <returns>Its bucket.</returns>
    public int SeeCut(double age)
    {
        var end = ages.BucketOf(age);
        for (var bucket = 0; bucket <= end; bucket++) rang[bucket]++;
        return end;
    }

    /// <summary>Draws the law anew from what was seen.</summary>
    /// <param name="ringing">Calls that ring now; none at first.</param>
    public void Draw(AgeCounts? ringing = null)
    {
        var keep = Math.Max(0, 1 - sinceDrawn / Memory);
        sinceDrawn = 0;
        Calls *= keep;
        double left = 1, allAnswers = 0, allOthers = 0, older = ringing?.Total ?? 0;
        for (var bucket = 0; bucket < answered.Length; bucket++)
        {
            answered[bucket] *= keep;
            otherwise[bucket] *= keep;
            rang[bucket] *= keep;
            // Those who ring at this very age have passed half of it.
            double here = ringing?[bucket] ?? 0, among = rang[bucket] + guessedRang[bucket] + older - here / 2;
            older -= here;
            var answers = among > 0 ? left * (answered[bucket] + guessedAnswers[bucket]) / among : 0;
            var others = among > 0 ? left * (otherwise[bucket] + guessedOthers[bucket]) / among : 0;
            left = Math.Max(0, left - answers - others);
            allAnswers += Answers[bucket] = answers + 1e-7;
            allOthers += Others[bucket] = others + 1e-7;
        }
        AnswersLater[^1] = OthersLater[^1] = 0;
        for (var bucket = answered.Length - 1; bucket >= 0; bucket--)
        {
            AnswersLater[bucket] = AnswersLater[bucket + 1] + (Answers[bucket] /= allAnswers);
            OthersLater[bucket] = OthersLater[bucket + 1] + (Others[bucket] /= allOthers);
        }
    }

    /// <summary>The age by which that share of answers has come.</summary>
    public double AgeOfShare(double share)
    {
        var bucket = 0;
        while (bucket + 1 < Answers.Length && 1 - AnswersLater[bucket + 1] < share) bucket++;
        return ages.From(bucket) + 0.5 * Math.Clamp((share - (1 - AnswersLater[bucket])) / Answers[bucket], 0, 1);
    }

    /// <summary>Share of answers that come after that age.</summary>
    public double LaterThan(double age)
    {
        var place = Math.Clamp(age * 2, 0, Answers.Length - 1);
        var bucket = (int)place;
        return AnswersLater[bucket] - (place - bucket) * Answers[bucket];
    }
}
