namespace Plateau.Simulation.Pacing;

/// <summary>When one agent is wanted at work and when not: login, lunch, breaks, meetings, logout.</summary>
public sealed class Presence
{
    private readonly List<(int From, int Until)> absences = [];
    private int next;

    public Presence(Draws draw, int steps, IReadOnlyList<(int From, int Until, double Share)> meetings, bool togetherAtStart)
    {
        int Steps(double seconds) => (int)(seconds / DayPlan.Step);
        var comes = togetherAtStart ? 0 : Steps(draw.Between(0, 1200));
        var lunch = Steps(draw.Between(10_800, 15_300));
        absences.Add((-1, comes));
        if (steps > Steps(18_000)) absences.Add((lunch, lunch + Steps(draw.Between(1800, 3600))));
        for (var at = comes + Steps(draw.Exponential(5400)); at < steps; at += Steps(300 + draw.Exponential(5400)))
            absences.Add((at, at + Steps(draw.Between(180, 900))));
        foreach (var (from, until, share) in meetings)
            if (draw.Unit() < share) absences.Add((from, until));
        absences.Add((steps - Steps(draw.Between(0, 600)), int.MaxValue));
        absences.Sort();
    }

    /// <summary>Whether the agent is wanted at work in that step; steps are asked in order.</summary>
    public bool IsWanted(int step)
    {
        while (next < absences.Count && absences[next].Until <= step) next++;
        return next >= absences.Count || absences[next].From > step;
    }

    /// <summary>Whether the agent has come and not yet gone home.</summary>
    public bool IsLoggedIn(int step) => step >= absences[0].Until && absences[^1].From > step;
}
