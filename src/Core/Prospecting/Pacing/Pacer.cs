namespace Plateau.Core.Prospecting.Pacing;

/// <summary>Decides how many calls to make ahead of agents getting free: as many as the day's abandonment allows, by the chance that the next answer finds nobody.</summary>
/// <remarks>
/// Needs no tuning: it learns how long it rings, how long people talk and write, and how often they answer, from every look at
/// the floor. Its cost does not grow with the floor, as ages are counted, never listed. Plain sums of IEEE arithmetic: the same
/// looks bring the same decisions on any machine.
/// </remarks>
public sealed class Pacer
{
    /// <summary>Seconds between two drawings of the learnt laws.</summary>
    private const double DrawEvery = 20;

    /// <summary>A look that comes later than this stands for no more time: what happened meanwhile was not seen.</summary>
    private const double LongestBeat = 10;

    /// <summary>How seldom a decision may run into a day's overspending.</summary>
    private const double Overspending = 1e-4;

    /// <summary>With more left than this, one moment can't overspend it.</summary>
    private const int LittleLeft = 40;

    /// <summary>Should people answer at once as often as they have, so much of what is left may be lost.</summary>
    private const double RiskedInAJump = 0.5;

    private readonly PacingTerms terms;
    private readonly RingLaw ring;
    private readonly LengthLaw talk, wrapUp;
    private readonly AnswerRate rate;
    private readonly Outlook outlook;
    private readonly Budget budget;
    private double lastAt = double.NaN, drawAt;

    public Pacer(PacingTerms terms)
    {
        this.terms = terms;
        var guess = Math.Clamp(terms.AnswerRate, 0.05, 0.7);
        ring = new RingLaw(guess, Math.Clamp(terms.RingMean, 2, terms.NoAnswer * 0.8), terms.NoAnswer);
        talk = new LengthLaw(Ages.OfTalking, Math.Clamp(terms.TalkMean, 5, 3600), 1);
        wrapUp = new LengthLaw(Ages.OfWrappingUp, Math.Clamp(terms.WrapUpMean, 1, 1800), 0.8);
        rate = new AnswerRate(guess);
        outlook = new Outlook(ring);
        budget = new Budget(terms);
    }

    /// <summary>The true answer rate, for a reference that is told it; null in all real pacing.</summary>
    public double? ToldAnswerRate { get; set; }

    /// <summary>A risk that is kept whatever the budget says, for a reference that is tuned afterwards; null in all real pacing.</summary>
    public double? FixedRisk { get; set; }

    /// <summary>Takes one look at the floor and decides.</summary>
    public PacingDecision Decide(PacingView view)
    {
        Learn(view);
        budget.See(view);
        var answerRate = ToldAnswerRate ?? rate.Mean;
        outlook.Look(view, answerRate, ToldAnswerRate is null ? rate.Variance : 0, rate.HasBeen, FixedRisk is null ? budget.AgentsKept : 0);
        var (free, ahead) = (outlook.ExpectedFree, outlook.ExpectedAnswers);
        var (dial, why, noAgent) = view.LoggedIn > 0 ? Count(view) : (0, Held.NobodyThere, 1.0);
        return new PacingDecision(dial, why, view.Idle - view.Waiting, free, view.Ring.Total, ahead, noAgent, FixedRisk ?? budget.Risk, budget.Left, answerRate);
    }

    private (int Dial, Held Why, double NoAgent) Count(PacingView view)
    {
        var risk = FixedRisk ?? budget.Risk;
        // What was kept back may not be used, but counts as there when the worst is reckoned.
        var left = FixedRisk is null ? (int)Math.Floor(Math.Max(0, budget.Left + 1)) : int.MaxValue;
        var most = 2 * view.LoggedIn + 5;
        for (var dial = 0; ; dial++)
        {
            var noAgent = outlook.NoAgent();
            if (noAgent > risk) return (dial, FixedRisk is null && budget.IsSpent ? budget.WhySpent : Held.Risk, noAgent);
            if (dial == most) return (dial, Held.EnoughAtOnce, noAgent);
            outlook.Add();
            if (left < LittleLeft && (outlook.TooManyBy(left + 1) > Overspending || outlook.LostInAJump > left * RiskedInAJump)) return (dial, Held.BudgetGuard, noAgent);
        }
    }

    private void Learn(PacingView view)
    {
        var seconds = double.IsNaN(lastAt) ? terms.Tick : Math.Clamp(view.At - lastAt, 0, LongestBeat);
        lastAt = view.At;
        ring.Pass(seconds);
        talk.See(view.Talk, seconds);
        talk.See(view.TalkLeaving, seconds);
        wrapUp.See(view.WrapUp, seconds);
        wrapUp.See(view.WrapUpLeaving, seconds);
        rate.See(view.Ring);
        foreach (var happened in view.Events)
            switch (happened.Kind)
            {
                case 'H' or 'M' or 'F' or 'N':
                    ring.SeeEnd(happened.Value, happened.Kind == 'H');
                    rate.SeeEnd(happened.Kind == 'H');
                    break;
                case 'X': rate.SeeCut(ring.SeeCut(happened.Value)); break;
                case 'T': talk.SeeEnd(happened.Value); break;
                case 'W': wrapUp.SeeEnd(happened.Value); break;
            }
        rate.Pass(seconds);
        if (view.At >= drawAt) Draw(view);
    }

    private void Draw(PacingView view)
    {
        drawAt = view.At + DrawEvery;
        ring.Draw(view.Ring);
        talk.Draw();
        wrapUp.Draw();
        rate.Use(ring);
        // Within a tick the person waits half of it before anybody looks.
        outlook.Use(talk, wrapUp, Math.Max(0, terms.Patience - terms.Tick / 2));
    }
}
