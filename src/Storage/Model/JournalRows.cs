namespace Plateau.Storage.Model;

// The journal and what is drawn from it. A projection row is written in the transaction that appends the
// facts it comes from, so a reader is never behind and there is no second pipeline to break.

internal sealed class FactRow
{
    public required string Stream { get; set; }
    public long Sequence { get; set; }
    public required string Type { get; set; }
    public long At { get; set; }
    public required string Payload { get; set; }
}

internal sealed class SnapshotRow
{
    public required string Stream { get; set; }

    /// <summary>The last fact the snapshot has folded.</summary>
    public long Sequence { get; set; }
    public long At { get; set; }
    public required byte[] Payload { get; set; }
}

internal sealed class AttemptRow
{
    public required string Id { get; set; }
    public required string Stream { get; set; }

    /// <summary>The fact that permitted it, where the whole permit stands.</summary>
    public long PermitSequence { get; set; }
    public required string CampaignId { get; set; }
    public required string ClientId { get; set; }
    public long ProspectId { get; set; }
    public long CustomerId { get; set; }
    public int Tried { get; set; }
    public long PermittedAt { get; set; }
    public required string Ground { get; set; }
    public required string CallerId { get; set; }

    /// <summary>Which of the customer's numbers was called; null when they had one.</summary>
    public short? NumberRank { get; set; }
    public string? Mode { get; set; }
    public string? Trunk { get; set; }
    public string? AgentId { get; set; }
    public long? PlacedAt { get; set; }
    public long? RangAt { get; set; }
    public long? AnsweredAt { get; set; }
    public string? AnsweredBy { get; set; }
    public long? ConnectedAt { get; set; }
    public long? ReleasedAt { get; set; }
    public string? ReleasedBy { get; set; }

    /// <summary>Ticks of 100 nanoseconds.</summary>
    public long? Talk { get; set; }
    public long? EndedAt { get; set; }
    public string? Outcome { get; set; }
    public string? Code { get; set; }
    public long? DisposedAt { get; set; }
    public string? Disposition { get; set; }
    public string? Effect { get; set; }
    public string? DisposedBy { get; set; }

    /// <summary>Where an erased person stood to whom a sale was made, so that quotas count it still; null while the prospect is there to tell.</summary>
    public long? SegmentId { get; set; }
}

internal sealed class CallbackRow
{
    public required string CampaignId { get; set; }
    public long ProspectId { get; set; }
    public long CustomerId { get; set; }
    public long Due { get; set; }

    /// <summary>Whose it is; null when anyone on the campaign may make it.</summary>
    public string? AgentId { get; set; }
    public long At { get; set; }
    public long? ClosedAt { get; set; }
    public string? ClosedReason { get; set; }
}

internal sealed class RecordingRow
{
    public required string Id { get; set; }
    public required string AttemptId { get; set; }
    public required string Purpose { get; set; }
    public long? OrderedAt { get; set; }
    public string? OrderedBy { get; set; }
    public long? StoppedAt { get; set; }
    public long? KeptAt { get; set; }

    /// <summary>Length of the sound in ticks of 100 nanoseconds.</summary>
    public long? Length { get; set; }

    /// <summary>False when it has a gap or its end is missing.</summary>
    public bool? Complete { get; set; }
}
