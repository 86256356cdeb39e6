using NodaTime;
using Plateau.Core.Interactions;
using Plateau.Core.Prospecting;
using Plateau.Telephony.Trunks;

namespace Plateau.Telephony.Switch;

/// <summary>
/// What is done on every connect before anything may be dialled: give the switch what it forgets when it dies, count
/// what lives on it, close what lives there without meaning, and tell the floor.
/// </summary>
internal sealed class Census(SwitchWorld world)
{
    /// <summary>Recordings older than this were closed long ago; whoever keeps them has had his chance.</summary>
    private static readonly TimeSpan RecordingMemory = TimeSpan.FromDays(1);

    /// <summary>Pushes what lives in the switch's memory only: what to tell us, music, trunks, agents' telephones.</summary>
    public async Task ProvideAsync(CancellationToken cancel)
    {
        await world.Control.HearOnlyAsync(Hearing.Kinds, cancel);
        await world.Control.MakeBridgeAsync(SwitchWorld.HoldBridge, "holding", cancel);
        foreach (var trunk in world.Trunks.Values) await TrunkObjects.PushAsync(world.Control, trunk, cancel);
        await Parallel.ForEachAsync(world.Agents.Values, new ParallelOptions { MaxDegreeOfParallelism = 16, CancellationToken = cancel },
            async (agent, stop) => await agent.PushAsync(world.Control, stop));
    }

    public async Task<SwitchConnected> CountAsync(CancellationToken cancel)
    {
        var channels = await world.Control.ChannelsAsync(cancel);
        var bridges = (await world.Control.BridgesAsync(cancel)).ToDictionary(bridge => bridge.Id, bridge => bridge.Channels.ToHashSet(StringComparer.Ordinal), StringComparer.Ordinal);
        var onHold = bridges.GetValueOrDefault(SwitchWorld.HoldBridge) ?? [];
        var seen = new Dictionary<AttemptId, Presence>();
        foreach (var channel in channels)
        {
            if (world.OurLeg(channel) is not { } name) continue;
            var (call, leg) = world.LegOf(name, channel);
            leg.Rang |= channel.State is "Ringing";
            leg.Answered |= channel.State == "Up";
            if (leg.Answered) leg.Arrive();
            var presence = seen.TryGetValue(name.Attempt, out var known) ? known : seen[name.Attempt] = new Presence(call);
            if (name.Offer is not { } offer) (presence.Customer, presence.Answered) = (true, leg.Answered);
            else if (leg.Answered) presence.Desks.Add(offer);
            else presence.RingingDesk = true;
        }
        foreach (var gone in world.Calls.Where(call => !seen.ContainsKey(call.Key)).ToArray()) world.Calls.TryRemove(gone);
        foreach (var (attempt, presence) in seen)
        {
            Square(attempt, presence, bridges, onHold);
            if (presence.Call.HasBridge) await world.Control.HearBridgeAsync(LegName.OfBridge(attempt), cancel);
        }
        await EndEmptyBridgesAsync(bridges, seen, cancel);
        var recordings = await CountRecordingsAsync(cancel);
        SwitchLog.Connected(world.Log, seen.Count, bridges.Count - 1, recordings.Count);
        var ordered = seen.OrderBy(pair => pair.Key).ToArray();
        return new(world.Now,
            [.. ordered.Where(pair => pair.Value.Customer).Select(pair => pair.Key)],
            [.. ordered.Where(pair => pair.Value.Answered).Select(pair => pair.Key)],
            [.. ordered.Where(pair => pair.Value.RingingDesk || pair.Value.Desks.Count > 0).Select(pair => pair.Key)],
            [.. ordered.Where(pair => pair.Value.Joined).Select(pair => pair.Key)],
            recordings);
    }

    /// <summary>Answers of agents' telephones that may have come while nobody listened. Told after the census, twice if need be.</summary>
    public IEnumerable<DeskAnswered> MissedAnswers() =>
        from call in world.Calls.Values.OrderBy(call => call.Attempt)
        from desk in call.Desks.OrderBy(desk => desk.Key)
        where desk.Value is { Answered: true, Gone: false, Withdrawn: false, Agent: not null }
        select new DeskAnswered(world.Now, call.Attempt, desk.Value.Agent!.Value, desk.Key);

    private static void Square(AttemptId attempt, Presence presence, Dictionary<string, HashSet<string>> bridges, HashSet<string> onHold)
    {
        var call = presence.Call;
        if (!presence.Customer) call.Customer.Gone = true;
        // The floor hears of these answers in the census itself.
        if (presence.Answered) call.Customer.Told = true;
        foreach (var offer in presence.Desks) call.Desks[offer].Told = true;
        if (!bridges.TryGetValue(LegName.OfBridge(attempt), out var inBridge)) return;
        call.HasBridge = true;
        var customer = LegName.OfCustomer(attempt);
        presence.Joined = presence.Desks.Any(offer => inBridge.Contains(LegName.OfDesk(attempt, offer))) && (inBridge.Contains(customer) || onHold.Contains(customer));
    }

    private async Task EndEmptyBridgesAsync(Dictionary<string, HashSet<string>> bridges, Dictionary<AttemptId, Presence> seen, CancellationToken cancel)
    {
        foreach (var (bridge, channels) in bridges)
            if (LegName.ReadBridge(bridge) is { } attempt && channels.Count == 0 && !seen.ContainsKey(attempt))
                await world.Control.EndBridgeAsync(bridge, cancel);
    }

    /// <summary>Those that run are counted; those that lie there closed, or cut off, are told to have ended.</summary>
    private async Task<IReadOnlyList<RecordingId>> CountRecordingsAsync(CancellationToken cancel)
    {
        var running = new List<RecordingId>();
        foreach (var recording in world.Shelf.All())
        {
            if (await world.Control.LiveRecordingAsync(recording.Value, cancel) is { } live)
            {
                running.Add(recording);
                if (Hearing.AttemptOf(live) is { } attempt && world.Calls.TryGetValue(attempt, out var call)) call.Recordings[recording] = true;
            }
            else if (world.Shelf.AgeOf(recording) < RecordingMemory)
            {
                var closed = world.Shelf.Close(recording);
                world.Tell(new RecordingEnded(world.Now, recording, closed?.Length ?? Duration.Zero, closed is { Complete: true }));
            }
        }
        return running;
    }

    private sealed class Presence(SwitchCall call)
    {
        public SwitchCall Call { get; } = call;
        public bool Customer, Answered, RingingDesk, Joined;
        public List<int> Desks { get; } = [];
    }
}
