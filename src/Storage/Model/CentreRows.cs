namespace Plateau.Storage.Model;

// Who works for whom, and under which settings. Settings are JSON documents owned by Core, so that a new
// setting needs no migration; each change is a new version with the instant from which it holds.
// Instants are 100-nanosecond ticks since 1970 in UTC: they sort and compare alike on both databases.

internal sealed class ClientRow
{
    public required string Id { get; set; }
    public required string Name { get; set; }
    public required string Settings { get; set; }
    public long Version { get; set; }
    public long EffectiveAt { get; set; }
}

internal sealed class ProgrammeRow
{
    public required string Id { get; set; }
    public required string ClientId { get; set; }
    public required string Name { get; set; }
    public required string Settings { get; set; }
}

internal sealed class CampaignRow
{
    public required string Id { get; set; }
    public required string ClientId { get; set; }
    public string? ProgrammeId { get; set; }
    public required string Name { get; set; }

    /// <summary>The settings in force now; every version that ever was is in <see cref="CampaignVersionRow"/>.</summary>
    public required string Settings { get; set; }
    public long Version { get; set; }
    public long EffectiveAt { get; set; }
}

internal sealed class CampaignVersionRow
{
    public required string CampaignId { get; set; }
    public long Version { get; set; }
    public long EffectiveAt { get; set; }
    public required string Settings { get; set; }
}

internal sealed class ListRow
{
    public required string Id { get; set; }
    public required string ClientId { get; set; }
    public required string Name { get; set; }
    public long At { get; set; }

    /// <summary>Columns of the file by which its people are told apart, one a line: those on which a quota of some campaign stands. Empty when there are none.</summary>
    public string SegmentColumns { get; set; } = "";
}

internal sealed class CampaignListRow
{
    public required string CampaignId { get; set; }
    public required string ListId { get; set; }
}

internal sealed class AgentRow
{
    public required string Id { get; set; }
    public required string Name { get; set; }
    public required string Settings { get; set; }
    public bool Active { get; set; }
}

internal sealed class TrunkRow
{
    public required string Name { get; set; }
    public required string Settings { get; set; }
}

internal sealed class ApiKeyRow
{
    public required string Id { get; set; }
    public required string Name { get; set; }

    /// <summary>SHA-256 of the secret; the secret itself is shown once and kept nowhere.</summary>
    public required byte[] SecretHash { get; set; }
    public required string Scopes { get; set; }

    /// <summary>The client whose rows this key may see; null for the centre itself.</summary>
    public string? ClientId { get; set; }
    public long At { get; set; }
    public long? RevokedAt { get; set; }
}

internal sealed class IdempotencyKeyRow
{
    public required string Owner { get; set; }
    public required string Key { get; set; }

    /// <summary>SHA-256 of the request: the same key with another request is a mistake of the sender.</summary>
    public required byte[] RequestHash { get; set; }
    public int? Status { get; set; }
    public string? Answer { get; set; }
    public long At { get; set; }
}
