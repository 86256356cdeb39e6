using Plateau.Core.Interactions;

namespace Plateau.Storage.Journals;

#pragma warning disable CA1710 // These are verdicts of the journal and are named as such.

/// <summary>A fact in its place in a stream; the first has sequence 1.</summary>
public readonly record struct Recorded(long Sequence, Fact Fact);

/// <summary>A floor written down whole, up to and with the fact of that sequence.</summary>
public sealed record StoredSnapshot(long Sequence, ReadOnlyMemory<byte> Payload);

/// <summary>A stream and its last fact.</summary>
public readonly record struct StreamEnd(string Stream, long Sequence);

/// <summary>Somebody else has written to the stream since: whoever gets this no longer owns it, and must step down before it acts.</summary>
public sealed class StaleAppend : Exception
{
    public StaleAppend()
    {
    }

    public StaleAppend(string message)
        : base(message)
    {
    }

    public StaleAppend(string message, Exception inner)
        : base(message, inner)
    {
    }
}

/// <summary>An attempt of that id is on record already, in this stream or another: it must not be placed again.</summary>
public sealed class AttemptOnRecord : Exception
{
    public AttemptOnRecord()
    {
    }

    public AttemptOnRecord(string message)
        : base(message)
    {
    }

    public AttemptOnRecord(string message, Exception inner)
        : base(message, inner)
    {
    }
}

/// <summary>Some permits no longer hold: their people were called since, or are being called, by another floor. Nothing was written.</summary>
public sealed class PermitLost : Exception
{
    public PermitLost()
    {
    }

    public PermitLost(string message)
        : base(message)
    {
    }

    public PermitLost(string message, Exception inner)
        : base(message, inner)
    {
    }

    /// <summary>What is left under quotas that another floor filled, by campaign.</summary>
    public IReadOnlyDictionary<CampaignId, IReadOnlyDictionary<string, int>> Quotas { get; init; } = new Dictionary<CampaignId, IReadOnlyDictionary<string, int>>();

    /// <summary>Whose permits they were.</summary>
    public IReadOnlyList<CustomerId> Customers { get; init; } = [];
}
