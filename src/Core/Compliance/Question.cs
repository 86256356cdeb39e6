using NodaTime;
using Plateau.Core.Clients;

namespace Plateau.Core.Compliance;

/// <summary>The question put to the rule book: may this person be called now, for this client, with this number shown?</summary>
/// <param name="At">The moment of the decision.</param>
/// <param name="Product">What the call is about, in the words used in consents and contracts.</param>
/// <param name="CallerId">The number to be shown as the campaign has it; null when it has none.</param>
/// <param name="Mandate">That number among the client's own; null when the client doesn't own it.</param>
public sealed record Question(Instant At, Dossier Dossier, string Product, string? CallerId, CallerId? Mandate);

/// <summary>Leave to dial one attempt, with what it rests on; a fact before the dial, and the proof of the call afterwards.</summary>
/// <param name="Book">Version of the rule book that was asked.</param>
/// <param name="Tzdb">Version of the time-zone database that the clock rules used.</param>
/// <param name="Ground">consent, contract, request or professional.</param>
/// <param name="Reference">The record behind the ground.</param>
/// <param name="Local">The person's own time, with the zone, for each zone in which they may be.</param>
/// <param name="AttemptsBefore">Attempts of this client in the 30 calendar days before, today included.</param>
/// <param name="CallerId">The number shown.</param>
/// <param name="Mandate">The client's mandate for it.</param>
public sealed record Permit(
    string Book,
    string Tzdb,
    string Ground,
    string Reference,
    IReadOnlyList<string> Local,
    int AttemptsBefore,
    string CallerId,
    string Mandate);

/// <summary>Why a dial was refused: the first rule at fault in the order of the book, and every other one.</summary>
/// <param name="Rule">Id of the first rule at fault.</param>
/// <param name="Reason">A code of the lexicon.</param>
/// <param name="NotBefore">When all rules at fault would let the call pass, as far as the calendar tells; null when no date would.</param>
/// <param name="Also">The other rules at fault.</param>
public sealed record Refusal(string Rule, string Reason, Instant? NotBefore, IReadOnlyList<string> Also);

/// <summary>The book's answer: a permit or a refusal, never both, never neither.</summary>
public sealed record Answer
{
    public Permit? Permit { get; }
    public Refusal? Refusal { get; }
    public Answer(Permit permit) => Permit = permit;
    public Answer(Refusal refusal) => Refusal = refusal;
}
