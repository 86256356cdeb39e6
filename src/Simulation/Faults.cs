using NodaTime;
using Plateau.Core.Interactions;
using Plateau.Core.Prospecting;

namespace Plateau.Simulation;

/// <summary>What goes wrong between the world and the floor: signals come twice, late or never, the link breaks, the switch dies.</summary>
/// <param name="Doubled">Signals in a million that come twice.</param>
/// <param name="Late">Signals in a million that come up to ten seconds late.</param>
/// <param name="Lost">Signals of the switch in a million that never come.</param>
/// <param name="BreakMean">Milliseconds between two breaks of the link, on average; 0 for none.</param>
public sealed record Faults(int Doubled = 20_000, int Late = 20_000, int Lost = 5_000, long BreakMean = 20 * 60_000)
{
    /// <summary>Agents, people at pages and the clock are heard in the end, because pages retry; the switch's events can be lost.</summary>
    public static bool CanBeLost(Signal signal) =>
        signal is CallRang or CallAnswered or CallFailed or CallEnded or CallJoined or DeskAnswered or DeskMissed or RecordingEnded or ProspectsBrought or MonitorFellAway;

    /// <summary>The order of what one page sends is kept by that page; calls and their recordings may be told late.</summary>
    public static bool CanBeLate(Signal signal) => CanBeLost(signal) || signal is DeskReleased or DeskDisposed or DeskDialled or DeskHeld or DeskConsulted or DeskTookBack or DeskTransferred;

    internal static Duration Lateness(Chance chance) => Duration.FromMilliseconds(chance.BetweenMilliseconds(10, 10_000));
}
