using Plateau.Core.Prospecting.Pacing;

namespace Plateau.Simulation.Pacing;

/// <summary>What is asked of a day: how many agents, how long, and what is made to happen in it.</summary>
public sealed record DayTerms(int Agents)
{
    public int Seconds { get; init; } = 8 * 3600;

    /// <summary>Everybody comes in the first second, instead of over twenty minutes.</summary>
    public bool AllAtOnce { get; init; }

    /// <summary>So many meetings; chance decides when it is null.</summary>
    public int? Meetings { get; init; }

    /// <summary>At half the day people answer this many times as often, for a quarter of an hour.</summary>
    public double ShockAtHalf { get; init; } = 1;

    /// <summary>For so many seconds people answer as often as they ever do, for as many more as seldom, and so on by turns; the day drifts by itself when it is null.</summary>
    public int? TurnsEvery { get; init; }
}

/// <summary>What a day came to.</summary>
/// <param name="BusySeconds">Agents' time on calls and in wrap-up.</param>
/// <param name="AvailableSeconds">The same, and their time waiting.</param>
public sealed record DayResult(int Agents, int Humans, int Abandoned, long Dialled, double BusySeconds, double AvailableSeconds)
{
    public double Busy => AvailableSeconds > 0 ? BusySeconds / AvailableSeconds : 0;
    public double Idle => 1 - Busy;
    public double AbandonedShare => Humans > 0 ? (double)Abandoned / Humans : 0;
}

/// <summary>A way to decide how many calls to make now.</summary>
public interface IDialPolicy
{
    /// <param name="answerRate">The truth, for a reference that is told it; nobody else looks at it.</param>
    int Dial(PacingView view, double answerRate);
}
