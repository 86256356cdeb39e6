using NodaTime;
using Plateau.Core.Interactions;
using Plateau.Server.Floors;
using Plateau.Storage.Centre;

namespace Plateau.Server.Desks.Work;

/// <summary>A break that a supervisor planned for every working day.</summary>
/// <param name="Reason">A code of the lexicon: break, lunch, prayer.</param>
public sealed record PlannedBreak(LocalTime From, int Minutes, string Reason)
{
    internal DueBreak On(LocalDate day)
    {
        var begins = CentreTime.Zone.AtLeniently(day + From).ToInstant();
        return new DueBreak(begins, begins + Duration.FromMinutes(Minutes), Reason);
    }

    internal bool Meets(PlannedBreak other) => From < other.From.PlusMinutes(other.Minutes) && other.From < From.PlusMinutes(Minutes);
}

/// <summary>A break of today.</summary>
public sealed record DueBreak(Instant Begins, Instant Ends, string Reason);

/// <summary>When each agent has their breaks: entered by a supervisor, seen by the agent at the desk.</summary>
public sealed class BreakPlans(DocumentBook book, IClock clock)
{
    /// <summary>The kind of document, one for each agent.</summary>
    public const string Kind = "breaks";

    /// <summary>Breaks of one agent and day, and minutes of one, at most.</summary>
    public const int Most = 8, Longest = 180;

    /// <summary>What a planned break can be.</summary>
    public static IReadOnlyList<string> Reasons { get; } = ["break", "lunch", "prayer"];

    public async Task<IReadOnlyList<PlannedBreak>> OfAsync(AgentId agent, CancellationToken cancel = default) =>
        (await book.FindAsync<List<PlannedBreak>>(Kind, agent.ToString(), cancel))?.Content ?? [];

    public async Task<IReadOnlyDictionary<AgentId, IReadOnlyList<PlannedBreak>>> AllAsync(CancellationToken cancel = default) =>
        (await book.AllAsync<List<PlannedBreak>>(Kind, cancellation: cancel)).ToDictionary(each => new AgentId(each.Id), each => (IReadOnlyList<PlannedBreak>)each.Content);

    /// <summary>Adds a break to an agent's day.</summary>
    /// <returns>False when it meets another of theirs, has no length or reason of ours, or the day has no room for more.</returns>
    public async Task<bool> AddAsync(AgentId agent, PlannedBreak added, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(added);
        var fits = added.Minutes is > 0 and <= Longest && Reasons.Contains(added.Reason) && added.From.PlusMinutes(added.Minutes) > added.From;
        return fits && await ChangeAsync(agent, plan => plan.Count >= Most || plan.Any(added.Meets) ? null : [.. plan.Append(added).OrderBy(each => each.From)], cancel);
    }

    public Task RemoveAsync(AgentId agent, PlannedBreak removed, CancellationToken cancel = default) =>
        ChangeAsync(agent, plan => [.. plan.Where(each => each != removed)], cancel);

    /// <summary>The break that runs, or else the next one of today.</summary>
    public static DueBreak? Next(IEnumerable<PlannedBreak> plan, Instant now)
    {
        var today = now.InZone(CentreTime.Zone).Date;
        return plan.Select(each => each.On(today)).Where(each => each.Ends > now).MinBy(each => each.Begins);
    }

    /// <param name="changed">Null when it can't be changed so.</param>
    private async Task<bool> ChangeAsync(AgentId agent, Func<IReadOnlyList<PlannedBreak>, List<PlannedBreak>?> changed, CancellationToken cancel)
    {
        while (true)
        {
            var before = await book.FindAsync<List<PlannedBreak>>(Kind, agent.ToString(), cancel);
            if (changed(before?.Content ?? []) is not { } plan) return false;
            if (await book.SetAsync(Kind, agent.ToString(), plan, clock.GetCurrentInstant(), before?.Version, cancellation: cancel)) return true;
        }
    }
}
