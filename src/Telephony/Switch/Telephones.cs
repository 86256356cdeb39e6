using System.Collections.Concurrent;
using System.Diagnostics;
using Plateau.Core.Interactions;
using Plateau.Core.People;
using Plateau.Telephony.Desks;

namespace Plateau.Telephony.Switch;

/// <summary>
/// Says when an agent's telephone is gone and when it is back. A registration that ends is only a suspicion: when our
/// own process died, the browser's way to the switch went with it, and the conversation went on. What decides is
/// whether speech still comes; without a conversation, whether the telephone registers again soon.
/// </summary>
internal sealed class Telephones(SwitchWorld world)
{
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(500);

    /// <summary>Speech comes in fifty packets a second, so two seconds without one are no pause between words.</summary>
    private static readonly TimeSpan SilenceLimit = TimeSpan.FromSeconds(2);

    /// <summary>How long a telephone that nobody speaks on may take to register again before it gets no more calls.</summary>
    private static readonly TimeSpan ReturnLimit = TimeSpan.FromSeconds(5);

    /// <summary>How long speech must have come after a registration for the conversation to count as untouched by it.</summary>
    private static readonly TimeSpan Reassurance = TimeSpan.FromSeconds(3);

    private readonly ConcurrentDictionary<AgentId, Watch> watched = new();

    private sealed class Watch
    {
        public volatile bool Again;
    }

    /// <summary>Something happened to this telephone's registration; it is looked at until it is clear what.</summary>
    public void Look(AgentId agent, CancellationToken cancel)
    {
        if (!world.Agents.TryGetValue(agent, out var endpoint) || !endpoint.Registers) return;
        var fresh = new Watch();
        var watch = watched.GetOrAdd(agent, fresh);
        watch.Again = true;
        if (watch == fresh) _ = LookUntilClearAsync(agent, watch, cancel);
    }

    private async Task LookUntilClearAsync(AgentId agent, Watch watch, CancellationToken cancel)
    {
        try
        {
            while (watch.Again)
            {
                watch.Again = false;
                await LookOnceAsync(agent, watch, cancel);
            }
        }
        catch (Exception away) when (away is OperationCanceledException || Orders.IsSwitchFailure(away))
        {
            // The switch is away; after the next census every telephone is looked at anew.
        }
        finally
        {
            watched.TryRemove(new(agent, watch));
        }
    }

    private async Task LookOnceAsync(AgentId agent, Watch watch, CancellationToken cancel)
    {
        var began = Stopwatch.GetTimestamp();
        var (heard, moved) = (-1L, began);
        while (world.Agents.ContainsKey(agent))
        {
            if (watch.Again)
            {
                watch.Again = false;
                began = Stopwatch.GetTimestamp();
            }
            var online = await world.Control.IsOnlineAsync(AgentEndpoint.NameOf(agent), cancel);
            if (LegOf(agent) is not { } leg)
            {
                if (online || Stopwatch.GetElapsedTime(began) > ReturnLimit)
                {
                    Tell(agent, online);
                    return;
                }
            }
            else
            {
                if (await world.Control.PacketsHeardAsync(leg, cancel) is { } packets && packets != heard) (heard, moved) = (packets, Stopwatch.GetTimestamp());
                if (Stopwatch.GetElapsedTime(moved) > SilenceLimit)
                {
                    world.Tell(new TelephoneWasLost(world.Now, agent));
                    if (online) world.Tell(new TelephoneCameBack(world.Now, agent));
                    else watch.Again = true;
                    return;
                }
                if (online && Stopwatch.GetElapsedTime(began) > Reassurance)
                {
                    Tell(agent, online: true);
                    return;
                }
            }
            await Task.Delay(BetweenLooks, cancel);
        }
    }

    private void Tell(AgentId agent, bool online) => world.Tell(online ? new TelephoneCameBack(world.Now, agent) : new TelephoneWasLost(world.Now, agent));

    /// <summary>The agent's leg in a conversation, if there is one.</summary>
    private string? LegOf(AgentId agent) =>
        (from call in world.Calls.Values
         from desk in call.Desks
         where desk.Value is { Answered: true, Gone: false, Withdrawn: false } && desk.Value.Agent == agent
         select LegName.OfDesk(call.Attempt, desk.Key)).FirstOrDefault();
}
