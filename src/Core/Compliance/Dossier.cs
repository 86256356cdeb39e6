using NodaTime;
using Plateau.Core.Interactions;

namespace Plateau.Core.Compliance;

/// <summary>Whether the person is called as a consumer or for their work. Unknown refuses.</summary>
public enum Audience { Unknown, Consumer, Professional }

/// <summary>What is known of a prospect when the law is asked: everything a decision needs, and nothing that names the person.</summary>
/// <param name="Country">ISO 3166-1 alpha-2 of the person; decides whose law is asked.</param>
/// <param name="Zones">Every time zone (tzdb id) in which the person may be. All must be open. Empty means unknown, and refuses.</param>
/// <param name="Territory">ISO 3166-2 where known (FR-974, FR-67), for local holidays.</param>
/// <param name="Attempts">When this client called this person before, over all lists and campaigns, at least the last 30 calendar days.</param>
/// <param name="Tried">How many attempts this prospect has had on its list.</param>
public sealed record Dossier(
    ProspectId Prospect,
    CustomerId Customer,
    ClientId Client,
    Audience Audience,
    string Country,
    IReadOnlyList<string> Zones,
    string? Territory,
    IReadOnlyList<Consent> Consents,
    IReadOnlyList<CurrentContract> Contracts,
    IReadOnlyList<CallbackRequest> Requests,
    IReadOnlyList<Opposition> Oppositions,
    IReadOnlyList<Instant> Attempts,
    int Tried = 0);

/// <summary>A person's yes to be called (Code de la consommation, L223-1 and R223-1).</summary>
/// <param name="Reference">Where the proof is kept; without proof there is no consent (R223-2).</param>
/// <param name="Professional">The one client it was given to.</param>
/// <param name="Products">The goods or services named; empty means that none was named, which is no consent.</param>
/// <param name="PeriodEnd">The end that the person was told; a year at most whatever was said.</param>
public sealed record Consent(
    string Reference,
    ClientId Professional,
    IReadOnlyList<string> Products,
    Instant CollectedAt,
    Instant? PeriodEnd,
    Instant? WithdrawnAt = null);

/// <summary>A contract that runs between the person and the client; a call about it needs no consent (L223-1, fourth paragraph).</summary>
/// <param name="Products">What the contract is about.</param>
public sealed record CurrentContract(string Reference, IReadOnlyList<string> Products, Instant Since, Instant? Until = null);

/// <summary>The person asked to be called back: lawful within five working days (R223-4).</summary>
public sealed record CallbackRequest(string Reference, IReadOnlyList<string> Products, Instant RequestedAt);

/// <summary>The person objected to calls from this client (L221-16; GDPR art. 21). Only a later consent lifts it.</summary>
public sealed record Opposition(Instant At, string Reference);
