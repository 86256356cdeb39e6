namespace Plateau.Storage.Model;

// Those who sign in, the links by which they are let in, what was done by whom, and documents of the pages.

internal sealed class UserRow
{
    public required string Id { get; set; }

    /// <summary>The name typed at the door, in small letters: often an address of mail.</summary>
    public required string SignIn { get; set; }
    public required string Name { get; set; }
    public string? PasswordHash { get; set; }

    /// <summary>Changes whenever every open session must end.</summary>
    public required string Stamp { get; set; }
    public required string Roles { get; set; }

    /// <summary>The clients whose rows this person may see, a space between them; null for all.</summary>
    public string? Clients { get; set; }
    public string? AgentId { get; set; }

    /// <summary>A JSON object: of each competence the level (1 to 5), the days from and until, and the proof; or only the level.</summary>
    public required string Competences { get; set; }

    /// <summary>The second factor's secret, sealed under the keys of the data folder.</summary>
    public string? TotpSecret { get; set; }

    /// <summary>The last step that was used: a code opens once.</summary>
    public long TotpStep { get; set; }
    public int Failed { get; set; }
    public long? LockedUntil { get; set; }
    public bool MustReplace { get; set; }
    public bool Disabled { get; set; }

    /// <summary>Who the person is for the provider of identities; null while they never came from there.</summary>
    public string? Subject { get; set; }
    public long At { get; set; }
    public long? LastSignIn { get; set; }
}

internal sealed class SignInLinkRow
{
    /// <summary>SHA-256 of what stands in the link; the link itself is kept nowhere.</summary>
    public required byte[] Hash { get; set; }
    public required string UserId { get; set; }
    public long At { get; set; }
    public long Until { get; set; }
    public long? UsedAt { get; set; }
}

internal sealed class AuditRow
{
    public long Sequence { get; set; }
    public long At { get; set; }
    public required string Who { get; set; }
    public required string Act { get; set; }
    public required string Subject { get; set; }
    public string? ClientId { get; set; }
    public required string Outcome { get; set; }
    public required string Detail { get; set; }

    /// <summary>The hash of the entry before, and of this one with it: a changed or missing entry breaks the chain there.</summary>
    public required byte[] Before { get; set; }
    public required byte[] Hash { get; set; }
}

internal sealed class DocumentRow
{
    public required string Kind { get; set; }
    public required string Id { get; set; }
    public string? ClientId { get; set; }

    /// <summary>The user whose own it is; null for the centre's.</summary>
    public string? UserId { get; set; }
    public required string Content { get; set; }
    public long Version { get; set; }
    public long At { get; set; }
}
