using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Plateau.Storage.Audit;

/// <summary>One line of the audit log: who did what to what, when, and with what outcome. Ids only; no name and no number of a person.</summary>
/// <param name="At">Ticks of 100 nanoseconds since 1970, UTC: as it is stored and hashed.</param>
/// <param name="Who">user:ID, key:ID, or plateau for what the program does itself.</param>
/// <param name="Act">The operation, by the name that the table of permissions has for it.</param>
/// <param name="Subject">What it was done to, as kind:id; empty when it is about nothing in particular.</param>
/// <param name="Outcome">done, refused or failed.</param>
/// <param name="Detail">What changed, as JSON.</param>
public sealed record AuditEntry(
    long Sequence, long At, string Who, string Act, string Subject, string? Client, string Outcome, string Detail, string Before, string Hash)
{
    [JsonIgnore]
    public NodaTime.Instant When => NodaTime.Instant.FromUnixTimeTicks(At);

    /// <summary>The hash before the first entry.</summary>
    public static string Beginning { get; } = new('0', 64);

    /// <summary>SHA-256 over the hash of the entry before and the fields of this one, as a JSON array in UTF-8.</summary>
    internal static byte[] HashOf(byte[] before, long sequence, long at, string who, string act, string subject, string? client, string outcome, string detail)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(before);
        hash.AppendData(JsonSerializer.SerializeToUtf8Bytes(new object?[] { sequence, at, who, act, subject, client, outcome, detail }));
        return hash.GetHashAndReset();
    }

    /// <summary>Whether the entry hashes to what it says, after the one before it.</summary>
    public bool Follows(string before) => Before == before
        && Hash == Convert.ToHexStringLower(HashOf(Convert.FromHexString(before), Sequence, At, Who, Act, Subject, Client, Outcome, Detail));
}
