using System.Collections.Concurrent;
using NodaTime;
using Plateau.Core.Interactions;
using Plateau.Core.People;
using Plateau.Core.Prospecting;
using Plateau.Server.Floors;

namespace Plateau.Server.Practice;

/// <summary>The practice agents at their desks: they see what a desk would show and do what a person would do, by the plan.</summary>
internal sealed class PracticeAgents(FloorLine line, FactFeed feed, IClock clock, PracticePlan plan, Func<ProspectId, CancellationToken, ValueTask<string?>> numberOf, ILogger<PracticeAgents> log)
{
    private readonly ConcurrentDictionary<AttemptId, ProspectId> prospects = new();
    private volatile bool closing;

    public static AgentId AgentOf(int number) => new($"practice-{number}");

    /// <summary>Everybody logs in and is ready.</summary>
    public async Task OpenAsync(int agents, CampaignId campaign)
    {
        var at = clock.GetCurrentInstant();
        await line.AskAsync([.. Enumerable.Range(1, agents).Select(AgentOf).SelectMany(agent => new Signal[] { new DeskLoggedIn(at, agent, [campaign]), new DeskBecameReady(at, agent) })]);
    }

    /// <summary>Everybody goes home once their call is closed.</summary>
    public async Task CloseAsync(int agents)
    {
        closing = true;
        var at = clock.GetCurrentInstant();
        await line.AskAsync([.. Enumerable.Range(1, agents).Select(AgentOf).Select(agent => new DeskLoggedOut(at, agent))]);
    }

    /// <summary>Takes up what was left when an earlier process of ours was killed: conversations that go on, calls to be written up.</summary>
    public void Resume(FloorView view, CancellationToken cancel)
    {
        foreach (var desk in view.Desks)
        {
            if (desk.Attempt is { } attempt && desk.Prospect is { } prospect)
            {
                prospects[attempt] = prospect;
                if (desk.Stage == AttemptStage.Connected) _ = DoAsync(() => TalkAsync(attempt, desk.Agent, cancel));
                if (desk.State == AgentState.WrapUp) _ = DoAsync(() => WriteUpAsync(attempt, desk.Agent, cancel));
            }
            else if (desk.State == AgentState.Away) line.Tell(new DeskBecameReady(clock.GetCurrentInstant(), desk.Agent));
        }
    }

    /// <summary>Looks at the desks until cancelled.</summary>
    public async Task RunAsync(CancellationToken cancel)
    {
        await foreach (var fact in feed.ReadAsync(cancel))
            switch (fact)
            {
                case AttemptPermitted permitted: prospects[permitted.Attempt] = permitted.Prospect; break;
                case Connected connected: _ = DoAsync(() => TalkAsync(connected.Attempt, connected.Agent, cancel)); break;
                case Released released: _ = DoAsync(() => WriteUpAsync(released.Attempt, released.Agent, cancel)); break;
                case AttemptEnded { Verdict: not null } ended: prospects.TryRemove(ended.Attempt, out _); break;
                case Disposed disposed: prospects.TryRemove(disposed.Attempt, out _); break;
                case AgentAway { Reason: AwayReasons.MissedOffer } away when !closing: _ = DoAsync(() => ComeBackAsync(away.Agent, cancel)); break;
            }
    }

    private async Task TalkAsync(AttemptId attempt, AgentId agent, CancellationToken cancel)
    {
        var (prospect, number) = await WhoAsync(attempt, cancel);
        await Task.Delay(plan.Talk(prospect, number).ToTimeSpan(), cancel);
        line.Tell(new DeskReleased(clock.GetCurrentInstant(), attempt, agent));
    }

    private async Task WriteUpAsync(AttemptId attempt, AgentId agent, CancellationToken cancel)
    {
        var (prospect, number) = await WhoAsync(attempt, cancel);
        await Task.Delay(plan.WrapUp(prospect).ToTimeSpan(), cancel);
        var (code, callbackIn, personal) = plan.Disposition(prospect, number);
        var at = clock.GetCurrentInstant();
        line.Tell(new DeskDisposed(at, attempt, agent, code, callbackIn is { } later ? at + later : null, personal));
    }

    private async Task ComeBackAsync(AgentId agent, CancellationToken cancel)
    {
        await Task.Delay(TimeSpan.FromSeconds(1), cancel);
        line.Tell(new DeskBecameReady(clock.GetCurrentInstant(), agent));
    }

    private async Task<(ProspectId Prospect, string Number)> WhoAsync(AttemptId attempt, CancellationToken cancel)
    {
        // A call that was permitted before a restart is not in our memory; its desk knows whom it is with.
        if (!prospects.TryGetValue(attempt, out var prospect))
            prospect = (await line.LookAsync()).Desks.FirstOrDefault(desk => desk.Attempt == attempt)?.Prospect ?? throw new OperationCanceledException($"{attempt} is over");
        return (prospect, await numberOf(prospect, cancel) ?? throw new InvalidOperationException($"prospect {prospect} of a practice has no number"));
    }

    private async Task DoAsync(Func<Task> what)
    {
        try
        {
            await what();
        }
        catch (OperationCanceledException)
        {
            return;
        }
        catch (Exception wrong)
        {
            log.LogError(wrong, "A practice agent is lost for this call; the floor will close it when wrap-up runs out");
        }
    }
}
