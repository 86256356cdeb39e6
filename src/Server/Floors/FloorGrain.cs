using System.Diagnostics;
using System.Text.Json;
using NodaTime;
using Plateau.Core.Floors;
using Plateau.Core.Interactions;
using Plateau.Storage.Journals;
using Plateau.Storage.Prospecting;

namespace Plateau.Server.Floors;

/// <summary>Decide, write, then act: decodes signals, lets the floor decide and write, and only then sends the instructions out.</summary>
/// <remarks>
/// The grain keeps no state of its own. When an append fails, the floor in memory is ahead of what is true and is thrown
/// away; the next signal builds it again from the journal. A stale owner's append fails on its sequence, so of two
/// activations only one can act.
/// </remarks>
internal sealed class FloorGrain(Journal journal, CallHistory history, IOutlet outlet, FactFeed feed, FloorMeters meters, IClock clock, ILogger<FloorGrain> log) : Grain, IFloorGrain
{
    /// <summary>A start folds at most this many facts after a snapshot.</summary>
    private const int FactsBetweenSnapshots = 5_000;

    private OwnedFloor? owned;

    private string Stream => this.GetPrimaryKeyString();
    private OwnedFloor Owned => owned ??= new OwnedFloor(Stream, journal, history, clock);

    public async Task<byte[]> Take(byte[] signals)
    {
        var began = Stopwatch.GetTimestamp();
        await LoadAsync();
        var (batch, races) = (SignalJson.Read(signals), Owned.RacesLost);
        try
        {
            await Owned.TakeAsync(batch);
        }
        catch (JournalIsAwayException) when (Owned.HasOtherOwner)
        {
            DeactivateOnIdle();
            throw;
        }
        if (Owned.RacesLost > races) log.LogInformation("Floor {Floor} decided {Times} times again: another floor called the same people", Stream, Owned.RacesLost - races);
        if (Owned.Facts.Count > 0)
        {
            meters.Written(Owned.Facts);
            feed.Publish(Owned.Sequence, [.. Owned.Facts]);
        }
        meters.Taken(batch.Count, began);
        var flaws = new List<Flaw>();
        foreach (var instruction in Owned.Instructions)
            if (instruction is Flaw flaw) flaws.Add(flaw);
            else outlet.Carry(instruction);
        if (Owned.Sequence - Owned.SnapshotAt >= FactsBetweenSnapshots) await PhotographAsync();
        return JsonSerializer.SerializeToUtf8Bytes(flaws, FactJson.Options);
    }

    public async Task<byte[]> Look()
    {
        var current = await LoadAsync();
        return JsonSerializer.SerializeToUtf8Bytes(FloorView.Of(current, Owned.Sequence), FactJson.Options);
    }

    public async Task<byte[]> Promised(string agent, int most)
    {
        var current = await LoadAsync();
        var (mine, serves) = (new AgentId(agent), current.Desks.TryGetValue(new AgentId(agent), out var desk) ? desk.Campaigns : []);
        var promised = current.Callbacks.Values.Where(callback => callback.Agent is { } owner ? owner == mine : serves.Contains(callback.Campaign));
        return JsonSerializer.SerializeToUtf8Bytes(promised.OrderBy(callback => (callback.Due, callback.Prospect)).Take(most), FactJson.Options);
    }

    private async Task<Floor> LoadAsync()
    {
        var before = Owned.IsLoaded;
        var loaded = await Owned.FloorAsync();
        if (before) return loaded;
        if (Owned.Facts.Count > 0)
        {
            meters.Written(Owned.Facts);
            feed.Publish(Owned.Sequence, [.. Owned.Facts]);
        }
        log.LogInformation("Floor {Floor} stands at fact {Sequence}; the switch is counted before anything is dialled", Stream, Owned.Sequence);
        outlet.Recount();
        return loaded;
    }

    private async Task PhotographAsync()
    {
        try
        {
            await Owned.PhotographAsync();
        }
        catch (Exception away)
        {
            // A missing snapshot only makes the next start longer.
            log.LogWarning(away, "The snapshot of floor {Floor} at fact {Sequence} was not kept", Stream, Owned.Sequence);
        }
    }
}
