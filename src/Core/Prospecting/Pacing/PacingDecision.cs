namespace Plateau.Core.Prospecting.Pacing;

/// <summary>How many calls to make now, and everything one must see to agree.</summary>
/// <param name="Why">What held back the call after the last.</param>
/// <param name="Free">Agents free now, people who wait for one taken off.</param>
/// <param name="ExpectedFree">Agents who will get free before a call dialled now is answered.</param>
/// <param name="InFlight">Calls that rang before this decision.</param>
/// <param name="ExpectedAnswers">Of those: how many will be answered before a call dialled now.</param>
/// <param name="NoAgent">The chance that the next call, if answered, finds no agent.</param>
/// <param name="Risk">The greatest such chance that the budget allows now.</param>
/// <param name="BudgetLeft">Abandoned calls that the rest of the day may still bring.</param>
/// <param name="AnswerRate">The share of calls that people answer now, as far as is known.</param>
public readonly record struct PacingDecision(
    int Dial, Held Why, int Free, double ExpectedFree, int InFlight, double ExpectedAnswers, double NoAgent, double Risk, double BudgetLeft, double AnswerRate);

/// <summary>Why no more calls are made now.</summary>
public enum Held
{
    /// <summary>Nobody is logged in.</summary>
    NobodyThere,
    /// <summary>The next call would find no agent too often.</summary>
    Risk,
    /// <summary>The day's abandonment is used up: only calls for which an agent is surely there.</summary>
    BudgetSpent,
    /// <summary>One more could be abandoned, but what is left is kept back for what no caution prevents: only calls for which an agent is surely there.</summary>
    BudgetKept,
    /// <summary>So few have answered yet that one abandoned call would be too many: only calls for which an agent is surely there.</summary>
    FewAnswers,
    /// <summary>Bad luck with what is in flight could cost more than the day has left.</summary>
    BudgetGuard,
    /// <summary>More at once than would do the network any good.</summary>
    EnoughAtOnce,
}
