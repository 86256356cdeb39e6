using NodaTime;

namespace Plateau.Core.Compliance.Rules;

/// <summary>A consent that was withdrawn carries nothing any more, also when the telephone is ringing already.</summary>
public sealed class Withdrawal : IRule
{
    public string Id => "FR-B2C-WITHDRAWAL";

    public RuleText Text { get; } = new(
        "A consent is withdrawn at any time and by any means, with effect at once: at dial, at answer and before a transfer",
        "Code de la consommation R223-3; RGPD art. 7(3)", new(2026, 8, 11), null, Basis.Law) { Covers = Covers.Consumers, Confidence = Confidence.B };

    public bool Concerns(Question question) => Grounds.ConsentOf(question) is not null;

    public Finding Judge(Question question) => Finding.Unless(!IsFlawed(Grounds.ConsentOf(question)!, question.At), "consent-withdrawn");

    public static bool IsFlawed(Consent consent, Instant at) => consent.WithdrawnAt <= at;
}
