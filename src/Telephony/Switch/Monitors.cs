using System.Collections.Concurrent;
using Plateau.Core.Interactions;
using Plateau.Core.Prospecting;
using Plateau.Telephony.Asterisk;
using Plateau.Telephony.Desks;

namespace Plateau.Telephony.Switch;

/// <summary>
/// Lets supervisors hear conversations. The supervisor's telephone and a listening copy of the agent's line stand in a
/// bridge of their own; the copy passes the supervisor's voice on to the agent alone, or not at all. Who barges in
/// stands in the conversation's own bridge.
/// </summary>
internal sealed class Monitors(SwitchWorld world)
{
    private const int RingSeconds = 30;
    private static readonly MonitorMode[] WithCopy = [MonitorMode.Listen, MonitorMode.Whisper];

    /// <summary>Supervisors' telephones that were rung; what is not here is no longer wanted, or was begun by a process before this one.</summary>
    private readonly ConcurrentDictionary<(AttemptId Attempt, int Number), StartMonitor> wanted = new();

    /// <summary>Rings the supervisor; when they are on the line already, only the mode is changed.</summary>
    public async Task StartAsync(StartMonitor monitor, CancellationToken cancel)
    {
        wanted[(monitor.Attempt, monitor.Number)] = monitor;
        await TryAsync(monitor, async () =>
        {
            var leg = LegName.OfMonitor(monitor.Attempt, monitor.Number);
            if (!world.Agents.TryGetValue(monitor.Supervisor, out var endpoint)) FallAway(monitor.Attempt, monitor.Supervisor, monitor.Number);
            else if (await world.Control.LivesAsync(leg, cancel)) await ConnectAsync(monitor, cancel);
            else await world.Control.OriginateAsync(new AriOriginate
            {
                Endpoint = $"PJSIP/{endpoint.Name}",
                Extension = SwitchTerms.AnsweredExtension,
                ChannelId = leg,
                TimeoutSeconds = RingSeconds,
                Variables = AgentEndpoint.Ringing("supervisor", autoAnswer: true),
            }, cancel);
        });
    }

    /// <summary>The supervisor's telephone was answered: now it is decided who hears whom.</summary>
    public Task HearSupervisorAsync(AttemptId attempt, int number) =>
        wanted.TryGetValue((attempt, number), out var monitor) ? TryAsync(monitor, () => ConnectAsync(monitor, CancellationToken.None)) : Task.CompletedTask;

    /// <summary>A listening copy has arrived in our hands; before that no bridge takes it.</summary>
    public Task HearCopyAsync(AttemptId attempt, int number, MonitorMode mode) =>
        wanted.TryGetValue((attempt, number), out var monitor) && monitor.Mode == mode
            ? TryAsync(monitor, () => PutAsync(LegName.OfEar(attempt, number), LegName.OfCopy(attempt, number, mode), monitor, CancellationToken.None))
            : Task.CompletedTask;

    private async Task ConnectAsync(StartMonitor monitor, CancellationToken cancel)
    {
        var (attempt, number) = (monitor.Attempt, monitor.Number);
        var (leg, ear) = (LegName.OfMonitor(attempt, number), LegName.OfEar(attempt, number));
        foreach (var other in WithCopy.Where(mode => mode != monitor.Mode)) await world.Control.HangUpAsync(LegName.OfCopy(attempt, number, other), 16, cancel);
        if (monitor.Mode == MonitorMode.Barge)
        {
            await PutAsync(LegName.OfBridge(attempt), leg, monitor, cancel);
            await world.Control.EndBridgeAsync(ear, cancel);
            return;
        }
        await world.Control.MakeBridgeAsync(ear, cancel);
        await PutAsync(ear, leg, monitor, cancel);
        var copy = LegName.OfCopy(attempt, number, monitor.Mode);
        // A copy that is new is put there when it arrives; one that was there already will not arrive again.
        if (!await world.Control.SnoopAsync(LegName.OfDesk(attempt, monitor.Offer), copy, whisper: monitor.Mode == MonitorMode.Whisper, cancel))
            await PutAsync(ear, copy, monitor, cancel);
    }

    private async Task PutAsync(string bridge, string channel, StartMonitor monitor, CancellationToken cancel)
    {
        if (!await world.Control.AddAsync(bridge, cancel, channel)) FallAway(monitor.Attempt, monitor.Supervisor, monitor.Number);
    }

    /// <summary>Whoever can't be brought to where they would hear is out of it and is told so; nobody is left with a silent line.</summary>
    private async Task TryAsync(StartMonitor monitor, Func<Task> step)
    {
        try
        {
            await step();
        }
        catch (Exception failed) when (Orders.IsSwitchFailure(failed))
        {
            SwitchLog.CommandLost(world.Log, nameof(StartMonitor), monitor.Attempt.Value, failed.Message);
            FallAway(monitor.Attempt, monitor.Supervisor, monitor.Number);
        }
    }

    public async Task EndAsync(AttemptId attempt, int number, CancellationToken cancel)
    {
        wanted.TryRemove((attempt, number), out _);
        await world.Control.HangUpAsync(LegName.OfMonitor(attempt, number), 16, cancel);
        foreach (var mode in WithCopy) await world.Control.HangUpAsync(LegName.OfCopy(attempt, number, mode), 16, cancel);
        await world.Control.EndBridgeAsync(LegName.OfEar(attempt, number), cancel);
    }

    /// <summary>The supervisor's telephone is out of it, by whatever way; the floor knows whether it wanted so.</summary>
    public void FallAway(AttemptId attempt, AgentId supervisor, int number)
    {
        wanted.TryRemove((attempt, number), out _);
        world.Tell(new MonitorFellAway(world.Now, attempt, supervisor, number));
    }
}
