using Plateau.Core.Prospecting.Pacing;

namespace Plateau.Simulation.Pacing;

/// <summary>The production pacer as a policy of a simulated day.</summary>
/// <param name="told">The reference that is told the true answer rate.</param>
public sealed class PacerPolicy(Pacer pacer, bool told = false) : IDialPolicy
{
    /// <summary>A pacer that knows of the day what a campaign knows of itself in the morning: next to nothing.</summary>
    public PacerPolicy(DayTerms terms, double limit) : this(new Pacer(TermsOf(terms, limit))) { }

    /// <summary>What was decided last.</summary>
    public PacingDecision Last { get; private set; }

    public static PacingTerms TermsOf(DayTerms terms, double limit) => new(terms.Agents, terms.Seconds, DayPlan.Step, 2, limit, 30);

    public int Dial(PacingView view, double answerRate)
    {
        if (told) pacer.ToldAnswerRate = answerRate;
        return (Last = pacer.Decide(view)).Dial;
    }
}
