using NodaTime;

namespace Plateau.Core.Compliance.Rules;

/// <summary>A consent is proven by a dated document, and one that lies in the future proves nothing.</summary>
public sealed class ConsentProof : IRule
{
    public string Id => "FR-B2C-CONSENT-PROOF";

    public RuleText Text { get; } = new(
        "A digital, dated proof of the consent is kept for three years",
        "Code de la consommation R223-2", new(2026, 8, 11), null, Basis.Law) { Covers = Covers.Consumers, Confidence = Confidence.B };

    public bool Concerns(Question question) => Grounds.ConsentOf(question) is not null;

    public Finding Judge(Question question) => Finding.Unless(!IsFlawed(Grounds.ConsentOf(question)!, question.At), "consent-proof");

    public static bool IsFlawed(Consent consent, Instant at) => string.IsNullOrWhiteSpace(consent.Reference) || consent.CollectedAt > at;
}
