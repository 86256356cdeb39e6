using NodaTime;
using Plateau.Core.Interactions;

namespace Plateau.Core.Compliance;

/// <summary>Whether the person is called as a consumer or for their work. Unknown refuses.</summary>
public enum Audience { Unknown, Consumer, Professional }

/// <summary>What is known of a prospect when the law is asked: everything a decision needs, and nothing that names the person.</summary>
/// <param name="Country">ISO 3166-1 alpha-2 of the person; decides whose law is asked.</param>
/// <param name="Zones">Every time zone (tzdb id) in which the person may be. All must be open. Empty means unknown, and refuses.</param>
/// <param name="Territory">ISO 3166-2 where known (FR-974, FR-67), for local holidays.</param>
/// <param name="Attempts">When this client called this person before, over all lists and campaigns, at least the last 61 calendar days.</param>
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
    IReadOnlyList<PastCall> Attempts,
    int Tried = 0)
{
    /// <summary>False when nobody looked for earlier calls: the count is then unknown.</summary>
    public bool AttemptsKnown { get; init; } = true;

    /// <summary>False when no list of objections was asked.</summary>
    public bool OppositionsKnown { get; init; } = true;

    /// <summary>Times that the person agreed to outside the open hours.</summary>
    public IReadOnlyList<AgreedSlot> Slots { get; init; } = [];

    /// <summary>The opt-out register, for decisions before 2026-08-11.</summary>
    public RegisterCheck? Register { get; init; }

    /// <summary>The list on which they stand; null where nobody asks.</summary>
    public ListId? List { get; init; }

    /// <summary>The quotas of the campaign that count them, each by the name under which they are counted.</summary>
    public IReadOnlyList<string> Cells { get; init; } = [];

    /// <summary>All numbers of the person when they have several; empty when there is one.</summary>
    public IReadOnlyList<PersonsNumber> Numbers { get; init; } = [];

    /// <summary>A call to this person that was not over when the dossier was read, on whichever floor; null when there was none.</summary>
    public AttemptId? UnderWay { get; init; }

    /// <summary>What is known of a professional's work; null when nothing is.</summary>
    public Profession? Profession { get; init; }

    /// <summary>When the person last turned to the client.</summary>
    public Instant? LastHeard { get; init; }
}

/// <summary>An earlier call of this kind of client to this person.</summary>
/// <param name="Client">Who called; null when it was the client of the dossier.</param>
/// <param name="Outcome">How it ended: refused, refused_offer, abandoned and others; null when that is not known.</param>
public readonly record struct PastCall(Instant At, ClientId? Client = null, string? Outcome = null)
{
    public const string Abandoned = "abandoned";
    public const string Refused = "refused";
    public const string RefusedOffer = "refused_offer";

    public static implicit operator PastCall(Instant at) => new(at);

    public bool IsOf(ClientId client) => Client is null || Client == client;
}

/// <summary>A person's yes to be called (Code de la consommation, L223-1 and R223-1).</summary>
/// <param name="Reference">Where the proof is kept; without proof there is no consent (R223-2).</param>
/// <param name="Professional">The one client it was given to; null when none was named.</param>
/// <param name="Products">The goods or services named; empty means that none was named, which is no consent.</param>
/// <param name="PeriodEnd">The end that the person was told; a year at most whatever was said.</param>
public sealed record Consent(
    string Reference,
    ClientId? Professional,
    IReadOnlyList<string> Products,
    Instant? CollectedAt,
    Instant? PeriodEnd,
    Instant? WithdrawnAt = null)
{
    /// <summary>How it was asked for; null when that is not known, which no rule takes for a consent.</summary>
    public ConsentForm? Form { get; init; }

    /// <summary>Ways of being reached beside a person's voice (voice_bot) that it was given for.</summary>
    public IReadOnlyList<string> Channels { get; init; } = [];

    /// <summary>The hash of the record (<see cref="EvidenceText"/>); null where nobody keeps one.</summary>
    public string? Sha256 { get; init; }
}

/// <summary>What the person was told when they were asked, and whether they said yes by an act of their own.</summary>
public sealed record ConsentForm(bool? PositiveAct, IReadOnlyList<string> Statements)
{
    /// <summary>The five statements that a request for consent must carry (R223-1).</summary>
    public static IReadOnlyList<string> Compulsory { get; } = ["identity", "choice", "period", "withdrawal", "proof_access"];

    /// <summary>Whether all five stand in it.</summary>
    internal bool IsWhole
    {
        get
        {
            // The same list is the same five: nearly every consent of a list that a client attests.
            if (ReferenceEquals(Statements, Compulsory)) return true;
            foreach (var statement in Compulsory)
                if (!Statements.Contains(statement)) return false;
            return true;
        }
    }

    /// <summary>A form that carries all five and is answered by a positive act, as a client attests it for a whole list.</summary>
    public static ConsentForm Attested { get; } = new(true, Compulsory);
}

/// <summary>A contract that runs between the person and the client; a call about it needs no consent (L223-1, fourth paragraph).</summary>
/// <param name="Products">What the contract is about.</param>
public sealed record CurrentContract(string Reference, IReadOnlyList<string> Products, Instant Since, Instant? Until = null)
{
    public const string Running = "running";

    /// <summary>Whose contract; null when it is that of the client of the dossier.</summary>
    public ClientId? Client { get; init; }
    public string? Status { get; init; } = Running;

    /// <summary>How the offer relates to it: same, add_on, improvement or unrelated; null when its products tell.</summary>
    public string? Relation { get; init; }

    /// <summary>The hash of the record (<see cref="EvidenceText"/>); null where nobody keeps one.</summary>
    public string? Sha256 { get; init; }
}

/// <summary>The person asked to be called back: lawful within five working days (R223-4).</summary>
public sealed record CallbackRequest(string Reference, IReadOnlyList<string> Products, Instant RequestedAt)
{
    /// <summary>The hash of the record (<see cref="EvidenceText"/>); null where nobody keeps one.</summary>
    public string? Sha256 { get; init; }
}

/// <summary>The person agreed to be called at this precise time (L223-1, sixth paragraph).</summary>
/// <param name="Evidence">Where the agreement is kept.</param>
public sealed record AgreedSlot(Instant At, string? Evidence);

/// <summary>What the opt-out register said, and when.</summary>
public sealed record RegisterCheck(bool? Listed, Instant? CheckedAt);

/// <summary>A professional, as the law sees them: called about their work, told at first where their data come from.</summary>
/// <param name="AtWork">Whether they are a professional at all.</param>
/// <param name="Relevant">Whether the offer is linked to their work.</param>
/// <param name="Informed">Whether they are told who calls, why they are known and how to object.</param>
/// <param name="PrivateNumber">Whether the number is their private one.</param>
public sealed record Profession(bool? AtWork, bool? Relevant, bool? Informed, bool PrivateNumber = false)
{
    /// <summary>As a client attests it for a whole list of professionals.</summary>
    public static Profession Attested { get; } = new(true, true, true);
}

/// <summary>The person objected to calls from this client (L221-16; GDPR art. 21). Only a later consent lifts it.</summary>
public sealed record Opposition(Instant At, string Reference)
{
    /// <summary>Against whose calls; null when it is the client of the dossier, or everybody.</summary>
    public ClientId? Client { get; init; }
}
