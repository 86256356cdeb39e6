using Plateau.Core.Prospecting.Pacing;

namespace Plateau.Simulation.Pacing;

/// <summary>The pacer asked as a floor asks it: once a second, in a day whose end nobody knows, and knowing nobody in the morning.</summary>
/// <remarks>What the floor itself does on the same day is <see cref="FloorDay"/>; where the two differ, the floor asks it something else.</remarks>
public sealed class FloorsPacerPolicy(double limit) : IDialPolicy
{
    private readonly Pacer pacer = new(new PacingTerms(0, 24 * 3600, 1, 2, limit, 30));
    private readonly PacingView seen = new() { Remaining = 45 * 60, MayStop = true };

    public int Dial(PacingView view, double answerRate)
    {
        ArgumentNullException.ThrowIfNull(view);
        seen.Events.AddRange(view.Events);
        if (view.At != Math.Floor(view.At)) return 0;
        (seen.At, seen.Idle, seen.Waiting, seen.Paused, seen.LoggedIn, seen.Humans, seen.Abandoned, seen.Dialled) = (view.At, view.Idle, view.Waiting, view.Paused, view.LoggedIn, view.Humans, view.Abandoned, view.Dialled);
        (seen.Ring, seen.Talk, seen.WrapUp, seen.TalkLeaving, seen.WrapUpLeaving) = (view.Ring, view.Talk, view.WrapUp, view.TalkLeaving, view.WrapUpLeaving);
        var dial = pacer.Decide(seen).Dial;
        seen.Events.Clear();
        return dial;
    }
}
