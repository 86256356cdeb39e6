using System.Diagnostics;
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
    /// <summary>How far back a first count looks for recordings that ended while no process of ours was there.</summary>
    private static readonly TimeSpan FirstMemory = TimeSpan.FromDays(1);

    /// <summary>What ended so shortly before we lost the switch, or asked for a count, may not have been written down.</summary>
    private static readonly TimeSpan Margin = TimeSpan.FromMinutes(2);

    /// <summary>Recordings that ran when we ceased to hear the switch; a paused one writes nothing, however long.</summary>
    private readonly HashSet<RecordingId> unheard = [];

    private bool counted;
    private long? lostAt;

    /// <summary>From now on ends of recordings may be missed.</summary>
    public void Lost()
    {
        lock (unheard)
        {
            lostAt ??= Stopwatch.GetTimestamp();
            unheard.UnionWith(world.Calls.Values.SelectMany(call => call.Recordings.Keys));
        }
    }

    /// <summary>Pushes what lives in the switch's memory only: what to tell us, trunks, agents' telephones.</summary>
    public async Task ProvideAsync(CancellationToken cancel)
    {
        await world.Control.HearOnlyAsync(Hearing.Kinds, cancel);
        foreach (var trunk in world.Trunks.Values) await TrunkObjects.PushAsync(world.Control, trunk, cancel);
        await Parallel.ForEachAsync(world.Agents.Values, new ParallelOptions { MaxDegreeOfParallelism = 16, CancellationToken = cancel },
            async (agent, stop) => await agent.PushAsync(world.Control, stop));
    }

    public async Task<SwitchConnected> CountAsync(CancellationToken cancel)
    {
        var channels = await world.Control.ChannelsAsync(cancel);
        var bridges = (await world.Control.BridgesAsync(cancel)).ToDictionary(bridge => bridge.Id, bridge => bridge.Channels.ToHashSet(StringComparer.Ordinal), StringComparer.Ordinal);
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
            Square(attempt, presence, bridges);
            if (presence.Call.HasBridge) await world.Control.HearBridgeAsync(LegName.OfBridge(attempt), cancel);
        }
        await EndOrphanedBridgesAsync(bridges.Keys, seen, cancel);
        var recordings = await CountRecordingsAsync(cancel);
        SwitchLog.Connected(world.Log, seen.Count, bridges.Count, recordings.Count);
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

    private static void Square(AttemptId attempt, Presence presence, Dictionary<string, HashSet<string>> bridges)
    {
        var call = presence.Call;
        if (!presence.Customer) call.Customer.Gone = true;
        // The floor hears of these answers in the census itself.
        if (presence.Answered) call.Customer.Told = true;
        foreach (var offer in presence.Desks) call.Desks[offer].Told = true;
        if (!bridges.TryGetValue(LegName.OfBridge(attempt), out var inBridge)) return;
        call.HasBridge = true;
        var customer = LegName.OfCustomer(attempt);
        // The customer enters the bridge before any agent does, so one who is not in it was taken out of it, to hear music.
        call.HearsMusic = presence.Answered && !inBridge.Contains(customer);
        presence.Joined = presence.Answered && presence.Desks.Any(offer => inBridge.Contains(LegName.OfDesk(attempt, offer)));
    }

    /// <summary>Ends bridges whose legs are all gone. One that is recorded is not empty: the recorder stands in it, and would for ever.</summary>
    private async Task EndOrphanedBridgesAsync(IEnumerable<string> bridges, Dictionary<AttemptId, Presence> seen, CancellationToken cancel)
    {
        foreach (var bridge in bridges)
            if (LegName.ReadBridge(bridge) is { } attempt && !seen.ContainsKey(attempt))
                await world.Control.EndBridgeAsync(bridge, cancel);
    }

    /// <summary>Those that run are counted; those that ended while we could not hear it are told to have ended.</summary>
    private async Task<IReadOnlyList<RecordingId>> CountRecordingsAsync(CancellationToken cancel)
    {
        var running = new List<RecordingId>();
        foreach (var recording in Doubtful())
        {
            if (await world.Control.LiveRecordingAsync(recording.Value, cancel) is { } live)
            {
                running.Add(recording);
                if (Hearing.AttemptOf(live) is { } attempt && world.Calls.TryGetValue(attempt, out var call)) call.Recordings[recording] = true;
            }
            else
            {
                var closed = world.Shelf.Close(recording);
                world.Tell(new RecordingEnded(world.Now, recording, closed?.Length ?? Duration.Zero, closed is { Complete: true }));
            }
        }
        lock (unheard) (counted, lostAt) = (true, null);
        return running;
    }

    /// <summary>What may have ended unheard: not everything that lies there, which may be many thousands at the end of a day.</summary>
    private RecordingId[] Doubtful()
    {
        lock (unheard)
        {
            var memory = counted && lostAt is { } lost ? Stopwatch.GetElapsedTime(lost) + Margin : FirstMemory;
            RecordingId[] doubtful = [.. unheard.Union(world.Shelf.ChangedWithin(memory)).OrderBy(id => id.Value, StringComparer.Ordinal)];
            unheard.Clear();
            return doubtful;
        }
    }

    private sealed class Presence(SwitchCall call)
    {
        public SwitchCall Call { get; } = call;
        public bool Customer, Answered, RingingDesk, Joined;
        public List<int> Desks { get; } = [];
    }
}
