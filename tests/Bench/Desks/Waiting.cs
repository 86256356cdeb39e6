namespace Plateau.Bench.Desks;

/// <summary>Changes that happened and are not yet seen on the board, and how long those took that were.</summary>
internal sealed class Waiting
{
    private readonly Dictionary<string, List<(long Moment, string Look)>> open = [];

    /// <summary>Milliseconds from the change to the tile that shows it.</summary>
    public List<double> Seen { get; } = [];

    /// <summary>Changes that another change of the same agent overtook before the board was drawn: nobody could see them.</summary>
    public int Overtaken { get; private set; }

    /// <summary>Changes that the board has yet to show.</summary>
    public IReadOnlyList<double> Unseen(long now)
    {
        lock (open) return [.. open.Values.SelectMany(each => each).Select(change => Milliseconds(change.Moment, now))];
    }

    /// <param name="tile">How the agent's tile looks at this moment.</param>
    public void Happened(string agent, long moment, string look, string? tile, long now)
    {
        lock (open)
        {
            if (!open.TryGetValue(agent, out var changes)) open[agent] = changes = [];
            changes.Add((moment, look));
            // The drawing may have come sooner than word of the change.
            if (tile == look) See(agent, look, now);
        }
    }

    public void Shown(string agent, string look, long now)
    {
        lock (open) See(agent, look, now);
    }

    private void See(string agent, string look, long now)
    {
        if (!open.TryGetValue(agent, out var changes)) return;
        // Who is held or parked is engaged all the same.
        var at = changes.FindLastIndex(change => change.Look == look || (change.Look == "s-engaged" && look == "s-hold"));
        if (at < 0) return;
        Seen.Add(Milliseconds(changes[at].Moment, now));
        Overtaken += at;
        changes.RemoveRange(0, at + 1);
    }

    private static double Milliseconds(long from, long to) => (to - from) * 1000.0 / System.Diagnostics.Stopwatch.Frequency;
}
