namespace Plateau.Core.Prospecting.Pacing;

/// <summary>Spends the day's abandonment evenly: what is left of it, over the people who will still answer, says how great a risk the next call may run.</summary>
/// <remarks>
/// Slow by its nature: in the morning one abandoned call changes what is left for each coming answer by very little. Towards
/// the end nothing is counted on that is not there yet, so that the day closes below its limit.
/// </remarks>
public sealed class Budget
{
    /// <summary>Abandoned people for each unit of risk run per answer, before the day has shown it, and how many of them that guess is worth.</summary>
    private const double GuessedEffect = 1.2, FaithInGuess = 40;

    /// <summary>Seconds over which the pace of answers is taken.</summary>
    private const double PaceMemory = 2400;

    /// <summary>Of the answers to be expected only so much is counted on, and none in the day's last seconds: people go home, lists run dry.</summary>
    private const double CountedOn = 0.92, NotCountedOn = 900;

    /// <summary>Never used: one person, a share of the whole (of that at most so much), and a little for chance, as agents leave while it rings for them; of many two in a hundred, for whole teams go home at once.</summary>
    private const double KeptBack = 1, KeptShare = 0.04, MostKept = 1, KeptOfMany = 0.02, KeptForChance = 0.15;

    /// <summary>Of the agents' time: so much is guessed to be spent on calls, breaks taken off.</summary>
    private const double GuessedUse = 0.7;

    private const double LeastRisk = 0.05, GreatestRisk = 1.8;

    /// <summary>When all is spent, only such a risk as calling for free agents brings.</summary>
    private const double RiskWhenSpent = 2e-4;

    /// <summary>In the last seconds of a spent day one agent in so many is kept free, and one at least, as agents go home while it rings for them.</summary>
    private const double OneKeptIn = 15, KeptInTheLast = 2700;

    /// <summary>Of the answers for one agent so many find that agent just gone, as measured when only free agents are called for; and how much of the scatter around that is kept.</summary>
    private const double GoneWhileRinging = 0.008, UnavoidableScatter = 0.9;

    private readonly PacingTerms terms;
    private double risked, abandoned, answersPerSecond, lastAt;
    private int lastHumans, lastAbandoned, team;

    public Budget(PacingTerms terms)
    {
        (this.terms, team) = (terms, Math.Max(1, terms.Agents));
        Risk = terms.Limit / GuessedEffect;
        answersPerSecond = GuessedUse * terms.Agents / (terms.TalkMean + terms.WrapUpMean);
    }

    /// <summary>The greatest chance of finding no agent that the next call may run.</summary>
    public double Risk { get; private set; }

    /// <summary>Abandoned calls that the rest of the day may still bring.</summary>
    public double Left { get; private set; }

    /// <summary>Whether nothing is left for the rest of the day.</summary>
    public bool IsSpent => Left <= 0;

    /// <summary>Why nothing is left, when nothing is: used up, kept back, or not to be had yet.</summary>
    public Held WhySpent { get; private set; }

    /// <summary>Free agents who are not called for now.</summary>
    public int AgentsKept { get; private set; }

    /// <summary>Abandoned calls to come that no caution prevents, and their scatter: an agent of a small team goes while it rings for them, and nobody else is free.</summary>
    private double Unavoidable(double coming)
    {
        var mean = GoneWhileRinging * coming / team;
        return mean + UnavoidableScatter * Math.Sqrt(mean);
    }

    public void See(PacingView view)
    {
        var seconds = Math.Clamp(view.At - lastAt, 0, PaceMemory / 2);
        var answered = view.Humans - lastHumans;
        risked += answered * Risk;
        abandoned += view.Abandoned - lastAbandoned;
        (lastAt, lastHumans, lastAbandoned) = (view.At, view.Humans, view.Abandoned);
        answersPerSecond += (answered - answersPerSecond * seconds) / PaceMemory;
        team = Math.Max(team, view.LoggedIn);
        Steer(view);
    }

    private void Steer(PacingView view)
    {
        var remaining = Math.Max(0, view.Remaining ?? terms.Day - view.At);
        var coming = view.MayStop ? 0 : CountedOn * answersPerSecond * Math.Max(0, remaining - NotCountedOn);
        var allowed = terms.Limit * (view.Humans + view.Misjudged + coming);
        Left = allowed - view.Abandoned - view.Misjudged - KeptBack - Math.Min(MostKept, KeptShare * allowed) - KeptOfMany * allowed - KeptForChance * Math.Sqrt(terms.Limit * coming) - Unavoidable(view.MayStop ? answersPerSecond * remaining : coming);
        var lost = view.Abandoned + view.Misjudged;
        WhySpent = terms.Limit <= 0 ? Held.BudgetSpent : lost + 1 <= allowed ? Held.BudgetKept : lost <= allowed / 2 ? Held.FewAnswers : Held.BudgetSpent;
        var effect = Math.Clamp((abandoned + FaithInGuess * GuessedEffect * terms.Limit) / (risked + FaithInGuess * terms.Limit), 0.7, 2);
        var share = Left / Math.Max(Math.Max(coming, answersPerSecond * remaining / 2), 1);
        AgentsKept = IsSpent && !view.MayStop && remaining < KeptInTheLast && view.LoggedIn > 1 ? Math.Max(1, (int)Math.Round(view.LoggedIn / OneKeptIn)) : 0;
        Risk = IsSpent ? Math.Min(RiskWhenSpent, terms.Limit) : Math.Clamp(share / effect * Math.Min(1, Left), LeastRisk * terms.Limit, GreatestRisk * terms.Limit);
    }
}
