using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Plateau.Core.Compliance;
using Plateau.Core.Floors;
using Plateau.Core.Interactions;
using Plateau.Core.Prospecting;
using Plateau.Server.Verbs;
using Plateau.Storage.Centre;
using Plateau.Storage.Journals;

namespace Plateau.Server.Reports.Proofs;

/// <summary>The proof of one call as a file: its facts as they stand in the journal, each decision with what its hash covers, so that anybody can count it again.</summary>
/// <remarks>It names nobody. The hash of a record behind the call is SHA-256 of its text, as it stands here. The hash of a decision is SHA-256 over the hash before it, a line feed, the fact's name, a line feed, and its data, in UTF-8.</remarks>
internal sealed record ProofFile(string Format, string Attempt, string Floor, IReadOnlyList<ProvenFact> Facts)
{
    public const string Kind = "plateau-proof-1";

    /// <summary>The records on which the permit rests, with their hashes; null in files from before they were named.</summary>
    public IReadOnlyList<EvidenceOnFile>? Evidence { get; init; }

    /// <summary>The facts of a call that are decisions, as the journal names them.</summary>
    private const string Permit = "attempt-permitted", SecondLook = "attempt-examined";

    private static readonly JsonSerializerOptions Written = new(JsonSerializerOptions.Web) { WriteIndented = true, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Reads the call's facts and the decisions on which its own hang.</summary>
    public static async Task<ProofFile> ReadAsync(FactSearch search, CustomerBook customers, CentreBook centre, AttemptId attempt, string stream, long permit, CancellationToken cancel)
    {
        var facts = new List<ProvenFact>();
        AttemptPermitted? permitted = null;
        foreach (var entry in await search.OfAttemptAsync(stream, permit, attempt, cancel))
        {
            var before = entry.Fact is IDecision ? ((await search.DecisionBeforeAsync(stream, entry.Sequence, cancel))?.Fact as IDecision)?.Chain ?? DecisionChain.Beginning : null;
            facts.Add(ProvenFact.Of(entry, before));
            permitted ??= entry.Fact as AttemptPermitted;
        }
        return new ProofFile(Kind, attempt.Value, stream, facts) { Evidence = permitted is null ? null : await EvidenceOnFile.ReadAsync(permitted, customers, centre, cancel) };
    }

    public byte[] Bytes() => JsonSerializer.SerializeToUtf8Bytes(this, Written);

    /// <exception cref="Complaint">The file is no proof; the message says what it should be.</exception>
    public static ProofFile Parse(string name, ReadOnlySpan<byte> bytes)
    {
        try
        {
            if (JsonSerializer.Deserialize<ProofFile>(bytes, Written) is { Format: Kind, Facts: not null } proof) return proof;
        }
        catch (JsonException)
        {
            // Answered below, as any other file that is no proof.
        }
        throw new Complaint(Exit.Misasked, $"{name}: this is no proof of a call; take the file from the call's page, with the button that downloads its proof");
    }

    /// <summary>What does not hold, in words; empty when every decision gives its hash, the permit stands first and the facts are of this call.</summary>
    public IReadOnlyList<string> Flaws()
    {
        var flaws = new List<string>();
        if (Facts.Count == 0 || Facts[0].Name != Permit) flaws.Add("no permit stands first");
        long last = 0;
        foreach (var fact in Facts)
        {
            if (fact.Sequence <= last) flaws.Add($"fact {fact.Sequence} stands out of order");
            last = fact.Sequence;
            if (!fact.Data.Contains($"\"attempt\":\"{Attempt}\"", StringComparison.Ordinal)) flaws.Add($"fact {fact.Sequence} is of another call");
            if (fact.Hash is not null && fact.Hash != fact.Counted()) flaws.Add($"fact {fact.Sequence} ({fact.Name}) does not give its hash: it is not the one that was written");
            if (fact.Hash is null && fact.Name is Permit or SecondLook) flaws.Add($"fact {fact.Sequence} ({fact.Name}) has no hash");
        }
        var named = NamedEvidence();
        flaws.AddRange((Evidence ?? []).Select(each => each.Flaw(named)).OfType<string>());
        return flaws;
    }

    /// <summary>The hashes that stand in the permit; none where it names none or can't be read.</summary>
    private IReadOnlyList<EvidenceHash> NamedEvidence()
    {
        try
        {
            return Facts is [{ Name: Permit } first, ..] && FactJson.Read(first.Name, Encoding.UTF8.GetBytes(first.Data)) is AttemptPermitted { Permit.Evidence: { } named } ? named : [];
        }
        catch (JsonException)
        {
            return [];
        }
    }
}

/// <summary>One fact of the journal on a proof.</summary>
/// <param name="Data">The fact as it is written, without its hash.</param>
/// <param name="Before">For a decision: the hash of the decision before it; empty for a floor's first.</param>
/// <param name="Hash">For a decision: its own hash, as it stands in the journal.</param>
internal sealed record ProvenFact(long Sequence, string Name, string Data, string? Before, string? Hash)
{
    public static ProvenFact Of(Recorded entry, string? before) => entry.Fact is IDecision decision
        ? new(entry.Sequence, FactJson.NameOf(entry.Fact), Encoding.UTF8.GetString(FactJson.Write(decision.Linked(null))), before, decision.Chain)
        : new(entry.Sequence, FactJson.NameOf(entry.Fact), Encoding.UTF8.GetString(FactJson.Write(entry.Fact)), null, null);

    /// <summary>The hash counted again from what the file says, with nothing of the house but SHA-256.</summary>
    public string Counted() => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{Before}\n{Name}\n{Data}")));
}
