using Plateau.Core.Prospecting.Pacing;

namespace Plateau.Simulation.Pacing;

/// <summary>So many calls in flight for each agent who is free: one is progressive, more is a fixed ratio.</summary>
/// <param name="busyToo">Counts agents on calls as well, and their calls, as some diallers do.</param>
public sealed class FixedRatio(double ratio, bool busyToo = false) : IDialPolicy
{
    public int Dial(PacingView view, double answerRate)
    {
        var busy = busyToo ? view.Talk.Total + view.TalkLeaving.Total : 0;
        return (int)Math.Floor(ratio * (view.Idle + busy) + 1e-9) - view.Ring.Total - view.Waiting - busy;
    }
}

/// <summary>The adaptive level of VICIdial, as its own description tells it: the level follows the agents who wait, and the day's drops push it down.</summary>
public sealed class AdaptiveLevel(AdaptiveSettings settings, double limit) : IDialPolicy
{
    private readonly Queue<(double At, int Humans, int Abandoned)> lastMinute = new();
    private readonly Queue<(int Ready, int Waiting, int All)> samples = new();
    private double level = 1, nextSample, nextLevel = 15, nextDrops, nextPlacement, dropShare;
    private int callsToday, callsLastMinute, dropsLastMinute;

    public int Dial(PacingView view, double answerRate)
    {
        if (view.At >= nextDrops) CountDrops(view);
        if (view.At >= nextSample) Sample(view);
        if (view.At >= nextLevel) Adapt(view);
        if (view.At < nextPlacement) return 0;
        nextPlacement += 2.5;
        var onCalls = view.Talk.Total + view.TalkLeaving.Total;
        var agents = settings.AvailableOnly ? view.Idle : view.Idle + onCalls;
        var goal = (int)Math.Round(level * agents);
        return goal - view.Ring.Total - view.Waiting - (settings.AvailableOnly ? 0 : onCalls);
    }

    private void Sample(PacingView view)
    {
        nextSample += 1;
        samples.Enqueue((view.Idle, view.Waiting, view.LoggedIn));
        if (samples.Count > 15) samples.Dequeue();
    }

    private void CountDrops(PacingView view)
    {
        nextDrops += 60;
        lastMinute.Enqueue((view.At, view.Humans, view.Abandoned));
        if (lastMinute.Count > 2) lastMinute.Dequeue();
        var (_, humans, abandoned) = lastMinute.Peek();
        (callsLastMinute, dropsLastMinute) = (view.Humans - humans, view.Abandoned - abandoned);
        (callsToday, dropShare) = (view.Humans, view.Humans > 0 ? (double)view.Abandoned / view.Humans : 0);
    }

    private void Adapt(PacingView view)
    {
        nextLevel += 15;
        var all = samples.Average(sample => (double)sample.All);
        if (all <= 0) return;
        var diff = samples.Average(sample => (double)sample.Ready) - samples.Average(sample => (double)sample.Waiting) + settings.Target;
        var change = diff / all;
        change *= change > 0 ? 1 + settings.Intensity / 100.0 : Math.Abs(settings.Intensity / 100.0 - 1);
        level = Math.Clamp(level * (1 + change), 1, settings.Most);
        if (callsLastMinute > 20 && dropsLastMinute * 2 > callsLastMinute) level = Math.Max(1, level / 2);
        if (callsToday <= 50 || dropShare <= limit) return;
        level = settings.Method switch
        {
            AdaptiveMethod.Hard => 1,
            AdaptiveMethod.Average => Math.Max(1, level / 2),
            _ => Math.Max(1, level * Math.Min(1, Math.Max(0, 8 * 3600 - view.At) / 3600 / 10)),
        };
    }
}

/// <summary>What the adaptive level does when the day's drops are above the limit: back to one, half, or a share of the hours left.</summary>
public enum AdaptiveMethod { Hard, Average, Tapered }

/// <summary>The adaptive level's knobs.</summary>
/// <param name="Target">Agents wanted idle, as a number below nought.</param>
public sealed record AdaptiveSettings(AdaptiveMethod Method = AdaptiveMethod.Hard, bool AvailableOnly = false, double Most = 3, double Target = 0, int Intensity = 0);
