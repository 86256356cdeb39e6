using NodaTime;
using Plateau.Core.Prospecting;
using Plateau.Core.Prospecting.Pacing;

namespace Plateau.Core.Floors;

/// <summary>People who answered on a campaign in one day of Paris, and those of them who found no agent: what the budget of abandonment is counted by.</summary>
public sealed record DayCount(LocalDate Day, int Humans, int Abandoned)
{
    /// <summary>Answers that detection took for a machine and that nobody heard.</summary>
    public int HungUpOn { get; init; }
}

/// <summary>A campaign's pacer through one day, with what it was shown and what it decided last. Learnt anew every morning and after a restart; only the day's counts are kept.</summary>
internal sealed class RoomPacing(LocalDate day, Instant began, CampaignSettings settings, int agents)
{
    /// <summary>What is left of the budget is meant for so many seconds of answers.</summary>
    private const double MeantFor = 45 * 60;

    private readonly Pacer pacer = new(new PacingTerms(agents, 24 * 3600, 1, 2, settings.AbandonmentLimit, Math.Clamp(settings.RingTimeout.TotalSeconds, 5, 120)));
    private Instant sampledAt = Instant.MinValue, believedAt;
    private double? believed;
    private string? stop;

    public LocalDate Day => day;
    public double Limit => settings.AbandonmentLimit;
    public PacingView View { get; } = new() { Remaining = MeantFor, MayStop = true };
    public PacingDecision Last { get; private set; }

    /// <summary>Calls that the last decision still lets be made.</summary>
    public int Quota { get; set; }

    public void Clear()
    {
        foreach (var ages in (ReadOnlySpan<AgeCounts>)[View.Ring, View.Talk, View.WrapUp, View.TalkLeaving, View.WrapUpLeaving]) ages.Clear();
        (View.Idle, View.Waiting, View.Paused, View.LoggedIn) = (0, 0, 0, 0);
    }

    public void Hear(char kind, Duration length) => View.Events.Add(new PacingEvent(kind, Math.Max(0, length.TotalSeconds)));

    public void Decide(Instant now, DayCount today, Detection detection)
    {
        View.At = (now - began).TotalSeconds;
        (View.Humans, View.Abandoned, View.Misjudged) = (today.Humans, today.Abandoned, Believe(now, detection) * today.HungUpOn);
        Last = pacer.Decide(View);
        View.Events.Clear();
        Quota = Last.Dial;
    }

    /// <summary>A person found in a sample stands for many: the budget follows within the time that it is meant for, not in one leap.</summary>
    private double Believe(Instant now, Detection detection)
    {
        believed = believed is { } before ? before + Math.Min(1, (now - believedAt).TotalSeconds / MeantFor) * (detection.BelievedShare - before) : detection.BelievedShare;
        believedAt = now;
        return believed.Value;
    }

    /// <summary>Whether the last decision is to be written down: twice a minute while somebody is there, and whenever calling stops, stops for another reason or goes on.</summary>
    /// <param name="stopped">Why nobody at all is called; null while somebody may be.</param>
    public bool TakeSample(Instant now, string? stopped)
    {
        if (stopped == stop && (View.LoggedIn == 0 || now < sampledAt + Duration.FromSeconds(30))) return false;
        (sampledAt, stop) = (now, stopped);
        return true;
    }
}
