using Plateau.Core.Floors;
using Plateau.Server.Verbs;
using Plateau.Storage;
using Plateau.Storage.Journals;

namespace Plateau.Server.Audits;

/// <summary>What the chain of decisions of one floor says: every permit, refusal and second look follows from the one before, or where it does not.</summary>
/// <param name="Last">The hash of the last decision, to note elsewhere.</param>
/// <param name="BreaksAt">The fact of the journal at which the chain breaks; null while it holds.</param>
internal sealed record DecisionProof(string Floor, long Decisions, string Last, long? BreaksAt)
{
    public string Sentence => BreaksAt is { } place
        ? $"The decisions of {Floor} break at fact {place}: it is not the one that was written, or one before it is gone."
        : $"The decisions of {Floor} hold: {Decisions:N0} of them{(Last.Length > 0 ? $", the last {Last}" : "")}.";

    /// <summary>Reads every floor's journal from its beginning.</summary>
    public static async Task<IReadOnlyList<DecisionProof>> AllAsync(Store store, CancellationToken cancel)
    {
        await using var journal = new Journal(store);
        using var line = new ProgressLine();
        var proofs = new List<DecisionProof>();
        foreach (var (stream, end) in await journal.StreamsAsync(cancel))
        {
            var proof = new ChainProof();
            await foreach (var entry in journal.ReadAsync(stream, 1, cancel))
            {
                proof.See(entry.Sequence, entry.Fact);
                if (entry.Sequence % 1000 == 0) line.Say($"{stream}: {entry.Sequence:N0} of {end:N0} facts read");
            }
            proofs.Add(new(stream, proof.Decisions, proof.Last, proof.BrokenAt));
        }
        return proofs;
    }
}
