using System.Diagnostics;
using System.Text.Json;
using NodaTime;
using Plateau.Core.Floors;
using Plateau.Core.Interactions;
using Plateau.Storage.Journals;

namespace Plateau.Server.Floors;

/// <summary>Decide, write, then act: decodes signals, lets the floor handle them, appends the facts, and only then sends the instructions out.</summary>
/// <remarks>
/// The grain keeps no state of its own. When an append fails, the floor in memory is ahead of what is true and is thrown
/// away; the next signal builds it again from the journal. A stale owner's append fails on its sequence, so of two
/// activations only one can act.
/// </remarks>
internal sealed class FloorGrain(Journal journal, IOutlet outlet, FactFeed feed, FloorMeters meters, IClock clock, ILogger<FloorGrain> log) : Grain, IFloorGrain
{
    /// <summary>A start folds at most this many facts after a snapshot.</summary>
    private const int FactsBetweenSnapshots = 5_000;

    private readonly List<Fact> facts = [];
    private readonly List<Instruction> instructions = [];
    private Floor? floor;
    private long sequence;
    private long snapshotAt;

    private string Stream => this.GetPrimaryKeyString();

    public async Task<byte[]> Take(byte[] signals)
    {
        var began = Stopwatch.GetTimestamp();
        var current = floor ?? await LoadAsync();
        var batch = SignalJson.Read(signals);
        facts.Clear();
        instructions.Clear();
        try
        {
            foreach (var signal in batch)
            {
                var reaction = current.Handle(signal);
                facts.AddRange(reaction.Facts);
                instructions.AddRange(reaction.Instructions);
            }
        }
        catch
        {
            // A mistake of ours left the floor half changed: what is written is still true, and is folded again.
            floor = null;
            throw;
        }
        if (facts.Count > 0) await AppendAsync();
        meters.Taken(batch.Count, began);
        var flaws = new List<Flaw>();
        foreach (var instruction in instructions)
            if (instruction is Flaw flaw) flaws.Add(flaw);
            else outlet.Carry(instruction);
        if (sequence - snapshotAt >= FactsBetweenSnapshots) await PhotographAsync(current);
        return JsonSerializer.SerializeToUtf8Bytes(flaws, FactJson.Options);
    }

    public async Task<byte[]> Look()
    {
        var current = floor ?? await LoadAsync();
        return JsonSerializer.SerializeToUtf8Bytes(FloorView.Of(current, sequence), FactJson.Options);
    }

    public async Task<byte[]> Promised(string agent, int most)
    {
        var current = floor ?? await LoadAsync();
        var (mine, serves) = (new AgentId(agent), current.Desks.TryGetValue(new AgentId(agent), out var desk) ? desk.Campaigns : []);
        var promised = current.Callbacks.Values.Where(callback => callback.Agent is { } owner ? owner == mine : serves.Contains(callback.Campaign));
        return JsonSerializer.SerializeToUtf8Bytes(promised.OrderBy(callback => (callback.Due, callback.Prospect)).Take(most), FactJson.Options);
    }

    private async Task AppendAsync()
    {
        try
        {
            await journal.AppendAsync(Stream, sequence, facts);
        }
        catch (Exception failed)
        {
            floor = null;
            if (failed is StaleAppend) DeactivateOnIdle();
            throw new JournalIsAwayException($"the journal did not take {facts.Count} facts: {failed.Message}");
        }
        sequence += facts.Count;
        meters.Written(facts);
        feed.Publish(sequence, [.. facts]);
    }

    private async Task<Floor> LoadAsync()
    {
        try
        {
            var kept = await journal.LoadSnapshotAsync(Stream);
            var loaded = kept is null ? new Floor() : Floor.Restore(JsonSerializer.Deserialize<Snapshot>(kept.Payload.Span, FactJson.Options)!);
            sequence = snapshotAt = kept?.Sequence ?? 0;
            await foreach (var entry in journal.ReadAsync(Stream, sequence + 1))
            {
                loaded.Fold(entry.Fact);
                sequence = entry.Sequence;
            }
            if (!loaded.IsOpen)
            {
                facts.Clear();
                facts.AddRange(loaded.Handle(new FloorWasOpened(clock.GetCurrentInstant(), Stream, Mark())).Facts);
                floor = loaded;
                await AppendAsync();
            }
            floor = loaded;
        }
        catch (Exception away) when (away is not JournalIsAwayException)
        {
            floor = null;
            throw new JournalIsAwayException($"the journal can't be read: {away.Message}");
        }
        log.LogInformation("Floor {Floor} stands at fact {Sequence}; the switch is counted before anything is dialled", Stream, sequence);
        outlet.Recount();
        return floor;
    }

    private async Task PhotographAsync(Floor current)
    {
        try
        {
            await journal.SaveSnapshotAsync(Stream, new StoredSnapshot(sequence, JsonSerializer.SerializeToUtf8Bytes(current.Photograph(), FactJson.Options)), clock.GetCurrentInstant());
            snapshotAt = sequence;
        }
        catch (Exception away)
        {
            // A missing snapshot only makes the next start longer.
            log.LogWarning(away, "The snapshot of floor {Floor} at fact {Sequence} was not kept", Stream, sequence);
            snapshotAt = sequence;
        }
    }

    /// <summary>Makes the ids of this journal differ from those of any other on the same switch.</summary>
    private static string Mark() => Convert.ToHexStringLower(System.Security.Cryptography.RandomNumberGenerator.GetBytes(3));
}
