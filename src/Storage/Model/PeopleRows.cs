namespace Plateau.Storage.Model;

// The people called. Personal data lives in customer and prospect and nowhere else: the journal names
// them by id, so erasing a person leaves the journal whole.

internal sealed class CustomerRow
{
    /// <summary>Never given twice, because the journal goes on naming an erased customer.</summary>
    public long Id { get; set; }
    public required string ClientId { get; set; }

    /// <summary>E.164 without its plus sign: at most fifteen digits, never a leading zero, so a whole number holds it.</summary>
    public long Number { get; set; }

    /// <summary>The number of an <c>Audience</c> of Core: 0 unknown, 1 consumer, 2 professional.</summary>
    public short Audience { get; set; }
    public string? Name { get; set; }
    public string? FirstName { get; set; }
    public string? Company { get; set; }
    public string? Email { get; set; }

    /// <summary>In which they are written to (fr, en or ar); null where neither a file nor they themselves have told.</summary>
    public string? Language { get; set; }
    public string? Postcode { get; set; }
    public string? City { get; set; }

    /// <summary>ISO 3166-1 alpha-2 of the country whose law protects the person; an overseas department is FR.</summary>
    public required string Country { get; set; }

    /// <summary>ISO 3166-2 where known (FR-974, FR-67).</summary>
    public string? Territory { get; set; }

    /// <summary>Time zones (tzdb ids, a comma between them) in which the person may be: one when told, candidates when derived.</summary>
    public required string Zones { get; set; }

    /// <summary>Whether territory or zone was told; what is only derived from the number gives way to what is told.</summary>
    public bool PlaceTold { get; set; }
    public string? Reference { get; set; }

    /// <summary>The import that first named this customer; reverting it removes a customer nobody else knows.</summary>
    public long? BatchId { get; set; }
}

/// <summary>One of several numbers of a customer, the one on <see cref="CustomerRow"/> among them; whoever has only that one has no row here.</summary>
internal sealed class NumberRow
{
    public long CustomerId { get; set; }

    /// <summary>From 1, which is the number that the customer is known by.</summary>
    public short Rank { get; set; }
    public required string ClientId { get; set; }

    /// <summary>E.164 without its plus sign, as <see cref="CustomerRow.Number"/>.</summary>
    public long Digits { get; set; }

    /// <summary>The number of a <c>NumberKind</c> of Core.</summary>
    public short Kind { get; set; }
    public int Tried { get; set; }
    public long? TriedAt { get; set; }
    public string? Outcome { get; set; }

    /// <summary>Not in service, or another person's.</summary>
    public bool Dead { get; set; }
    public long? BatchId { get; set; }
}

internal sealed class ProspectRow
{
    public long Id { get; set; }
    public required string ListId { get; set; }
    public long CustomerId { get; set; }
    public long? BatchId { get; set; }

    /// <summary>The number of a <c>ProspectState</c>.</summary>
    public short State { get; set; }
    public string? Reason { get; set; }

    /// <summary>When it may be brought again; 0 for a fresh prospect, so that one index serves both questions.</summary>
    public long DueAt { get; set; }
    public int Attempts { get; set; }
    public string? LastOutcome { get; set; }
    public long? LastAttemptAt { get; set; }

    /// <summary>How promising the client holds them to be, the greater the more; null when the file said nothing.</summary>
    public double? Score { get; set; }

    /// <summary>Those of their list who are asked for alike; see <see cref="SegmentRow"/>.</summary>
    public long SegmentId { get; set; }

    /// <summary>Columns of the file that Plateau has no name for, as a JSON object.</summary>
    public string? Extra { get; set; }
}

/// <summary>Those of a list whose clock and calendar are asked alike, and of whom the columns on which quotas stand say the same: they are brought or passed over together.</summary>
internal sealed class SegmentRow
{
    public long Id { get; set; }
    public required string ListId { get; set; }
    public short Audience { get; set; }
    public required string Country { get; set; }
    public required string Zones { get; set; }

    /// <summary>Empty where none is known.</summary>
    public required string Territory { get; set; }

    /// <summary>What the list's segment columns say, as a JSON object; empty when nothing.</summary>
    public required string Words { get; set; }
}

internal sealed class GroundRow
{
    public long Id { get; set; }
    public long CustomerId { get; set; }

    /// <summary>The number of a <c>GroundKind</c>.</summary>
    public short Kind { get; set; }

    /// <summary>Where the proof is kept; empty when the file told none, which no rule takes for a consent.</summary>
    public required string Reference { get; set; }

    /// <summary>Goods or services named, one a line.</summary>
    public required string Products { get; set; }
    public long At { get; set; }
    public long? Until { get; set; }
    public long? WithdrawnAt { get; set; }
    public long? BatchId { get; set; }

    /// <summary>A code of <c>ConsentEvidence</c>; empty when nobody knows, null when the client attests it for the whole list.</summary>
    public string? Act { get; set; }

    /// <summary>What the person was told when they were asked, one code a line, in the order of the law; null when the client attests it.</summary>
    public string? Statements { get; set; }

    /// <summary>By which ways they may be reached, one code a line.</summary>
    public string? Channels { get; set; }
    public string? Collector { get; set; }

    /// <summary>The words that the person was shown, or that they asked with.</summary>
    public string? Wording { get; set; }
}

/// <summary>A ground as it was before an import completed it, so that the import can be taken back.</summary>
internal sealed class GroundBeforeRow
{
    public long Id { get; set; }
    public long BatchId { get; set; }
    public long GroundId { get; set; }

    /// <summary>What an import may tell more of a ground; a withdrawal is no such thing, it stays one.</summary>
    public long? Until { get; set; }
    public string? Act { get; set; }
    public string? Statements { get; set; }
    public string? Channels { get; set; }
    public string? Collector { get; set; }
    public string? Wording { get; set; }
}

internal sealed class OppositionRow
{
    public long Id { get; set; }

    /// <summary>Null when the person opposed every client's calls (a national register).</summary>
    public string? ClientId { get; set; }

    /// <summary>Set when the opposition is against one list only.</summary>
    public string? ListId { get; set; }

    /// <summary>A hash, because an opposition must outlive the erasure of the person's number.</summary>
    public long NumberHash { get; set; }
    public long At { get; set; }
    public required string Source { get; set; }
}

internal sealed class ImportBatchRow
{
    public long Id { get; set; }
    public required string ClientId { get; set; }
    public required string ListId { get; set; }
    public required byte[] ContentHash { get; set; }
    public required string FileName { get; set; }
    public required string Mapping { get; set; }
    public long At { get; set; }

    /// <summary>0 under way, 1 complete, 2 reverted.</summary>
    public short State { get; set; }
    public long Rows { get; set; }
    public long Accepted { get; set; }
    public long Refused { get; set; }
    public long Duplicates { get; set; }
    public long Opposed { get; set; }
}

/// <summary>What somebody answered at a step of a script.</summary>
internal sealed class AnswerRow
{
    public required string AttemptId { get; set; }

    /// <summary>The how many-th answer of the call, from 0.</summary>
    public short Place { get; set; }
    public long CustomerId { get; set; }
    public required string CampaignId { get; set; }

    /// <summary>Of the campaign's settings, in which the script stands as it was read.</summary>
    public long Version { get; set; }
    public required string AgentId { get; set; }
    public long At { get; set; }
    public required string Step { get; set; }

    /// <summary>Question and answer in the script's words of then; which answer was given is personal data.</summary>
    public required string Question { get; set; }
    public required string Answer { get; set; }
}
