using System.Text.Json;
using NodaTime;
using Plateau.Core.Floors;
using Plateau.Core.Interactions;
using Plateau.Core.Prospecting;
using Plateau.Storage.Journals;
using Plateau.Storage.Prospecting;

namespace Plateau.Server.Floors;

/// <summary>A floor and its place in the journal, in the hands of its one owner: decides, writes, and only then hands out what is to be done.</summary>
/// <remarks>
/// What the journal did not take never happened. When it stands still, or belongs to somebody else, the floor in memory is
/// thrown away and folded again at the next signal. When only some permits are lost, because another floor of the client was
/// faster, the floor is folded again at once, told what it did not know, and decides anew: a race ends in a refusal with its
/// rule, never in a standstill, and never in a dial. A floor that is always the slower one gives way, and calls at its next signals.
/// </remarks>
internal sealed class OwnedFloor(string stream, Journal journal, CallHistory history, IClock clock)
{
    /// <summary>Decisions anew for one batch of signals at most: after some the floor calls nobody for them, and whoever loses still (agents who dial by hand) waits as if the journal were away.</summary>
    private const int RacesRun = 5, MostRaces = 20;

    private readonly List<Fact> facts = [];
    private readonly List<Instruction> instructions = [];
    private Floor? floor;

    /// <summary>What the last batch made true, all of it written.</summary>
    public IReadOnlyList<Fact> Facts => facts;

    /// <summary>What is now to be done.</summary>
    public IReadOnlyList<Instruction> Instructions => instructions;

    /// <summary>Sequence of the last fact that is written.</summary>
    public long Sequence { get; private set; }

    /// <summary>The last fact that the kept snapshot holds.</summary>
    public long SnapshotAt { get; private set; }

    /// <summary>Batches that were decided again because another floor was faster.</summary>
    public int RacesLost { get; private set; }

    /// <summary>Somebody else has written to the stream: this owner is to step down.</summary>
    public bool HasOtherOwner { get; private set; }

    public bool IsLoaded => floor is not null;

    /// <summary>The floor as the journal has it.</summary>
    /// <exception cref="JournalIsAwayException">The journal can't be read, or does not take a new floor's first fact.</exception>
    public async Task<Floor> FloorAsync()
    {
        if (floor is { } there) return there;
        facts.Clear();
        try
        {
            var loaded = await FoldAsync();
            if (!loaded.IsOpen)
            {
                facts.AddRange(loaded.Handle(new FloorWasOpened(clock.GetCurrentInstant(), stream, Mark())).Facts);
                await AppendAsync();
            }
            return floor = loaded;
        }
        catch (Exception away) when (away is not JournalIsAwayException)
        {
            throw new JournalIsAwayException($"the journal can't be read: {away.Message}");
        }
    }

    /// <summary>Takes signals in their order. When this returns, their facts are written.</summary>
    /// <exception cref="JournalIsAwayException">Nothing was written, and nothing may be done.</exception>
    public async Task TakeAsync(IReadOnlyList<Signal> batch)
    {
        var current = await FloorAsync();
        var learnt = new List<Signal>();
        for (var race = 1; ; race++)
        {
            Decide(current, [.. learnt, .. batch]);
            if (facts.Count == 0)
            {
                current.GivesWay = false;
                return;
            }
            try
            {
                await AppendAsync();
                current.GivesWay = false;
                return;
            }
            catch (PermitLost lost)
            {
                floor = null;
                if (race > MostRaces) throw new JournalIsAwayException(lost.Message);
                RacesLost++;
                current = floor = await DecideAnewAsync(current, lost, learnt);
                current.GivesWay = race >= RacesRun;
            }
        }
    }

    private async Task<Floor> DecideAnewAsync(Floor ahead, PermitLost lost, List<Signal> learnt)
    {
        try
        {
            learnt.AddRange((await history.ReadAsync(lost.Customers, ahead.Now)).Select(known => new PermitWasLost(ahead.Now, known.Customer, known.Calls, known.UnderWay)));
            learnt.AddRange(lost.Quotas.Select(quota => new QuotaWasLost(ahead.Now, quota.Key, quota.Value)));
            var folded = await FoldAsync();
            folded.TakeOver(ahead);
            return folded;
        }
        catch (Exception away)
        {
            throw new JournalIsAwayException($"the journal can't be read: {away.Message}");
        }
    }

    /// <summary>Keeps a photograph of the floor, so that a start folds only what comes after it.</summary>
    public async Task PhotographAsync()
    {
        SnapshotAt = Sequence;
        await journal.SaveSnapshotAsync(stream, new StoredSnapshot(Sequence, JsonSerializer.SerializeToUtf8Bytes(floor!.Photograph(), FactJson.Options)), clock.GetCurrentInstant());
    }

    private void Decide(Floor current, IReadOnlyList<Signal> batch)
    {
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
    }

    private async Task AppendAsync()
    {
        try
        {
            await journal.AppendAsync(stream, Sequence, facts);
        }
        catch (Exception failed) when (failed is not PermitLost)
        {
            floor = null;
            HasOtherOwner |= failed is StaleAppend;
            throw new JournalIsAwayException($"the journal did not take {facts.Count} facts: {failed.Message}");
        }
        Sequence += facts.Count;
    }

    private async Task<Floor> FoldAsync()
    {
        var kept = await journal.LoadSnapshotAsync(stream);
        var folded = kept is null ? new Floor() : Floor.Restore(JsonSerializer.Deserialize<Snapshot>(kept.Payload.Span, FactJson.Options)!);
        Sequence = SnapshotAt = kept?.Sequence ?? 0;
        await foreach (var entry in journal.ReadAsync(stream, Sequence + 1))
        {
            folded.Fold(entry.Fact);
            Sequence = entry.Sequence;
        }
        return folded;
    }

    /// <summary>Makes the ids of this journal differ from those of any other on the same switch.</summary>
    private static string Mark() => Convert.ToHexStringLower(System.Security.Cryptography.RandomNumberGenerator.GetBytes(3));
}
