using System.Security.Cryptography;
using System.Text;
using Plateau.Core.Interactions;
using Plateau.Core.Prospecting;

namespace Plateau.Core.Floors;

/// <summary>Decisions hang together by hashes: whoever changes, adds or takes out one of them breaks every one after it.</summary>
/// <remarks>A hash covers the one before it, the fact's name and its data as they stand in the journal. What it can't show is a
/// journal cut off at its end; a client who keeps the last hash of a day sees that too.</remarks>
public static class DecisionChain
{
    /// <summary>What the first decision of a floor hangs on.</summary>
    public const string Beginning = "";

    /// <summary>The hash of a decision that follows another.</summary>
    public static string Next(string before, Fact decision) =>
        Convert.ToHexStringLower(SHA256.HashData([.. Encoding.UTF8.GetBytes($"{before}\n{FactJson.NameOf(decision)}\n"), .. FactJson.Write(((IDecision)decision).Linked(null))]));
}

/// <summary>Proves the decisions of one journal, fact by fact from its beginning.</summary>
public sealed class ChainProof
{
    /// <summary>Decisions seen.</summary>
    public long Decisions { get; private set; }

    /// <summary>The hash of the last decision: who keeps it can show later that nothing was cut off.</summary>
    public string Last { get; private set; } = DecisionChain.Beginning;

    /// <summary>The place in the journal of the first decision that does not follow from the one before it; null while all do.</summary>
    public long? BrokenAt { get; private set; }

    /// <summary>Takes the next fact of the journal.</summary>
    public void See(long sequence, Fact fact)
    {
        if (fact is not IDecision decision) return;
        Decisions++;
        if (decision.Chain != DecisionChain.Next(Last, fact)) BrokenAt ??= sequence;
        Last = decision.Chain ?? DecisionChain.Beginning;
    }
}
