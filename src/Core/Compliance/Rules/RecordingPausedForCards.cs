namespace Plateau.Core.Compliance.Rules;

/// <summary>While card data are spoken, nothing is recorded.</summary>
public sealed class RecordingPausedForCards : IRule
{
    public string Id => "FR-REC-CARD";

    public RuleText Text { get; } = new(
        "The recording is paused while card data are spoken",
        "PCI DSS 4.0.1, 3.3.1, par contrat avec les réseaux de cartes ; CNIL", new(2018, 1, 1), null, Basis.Interpretation) { Country = "*", Confidence = Confidence.B };

    public bool Concerns(Question question) => question.Matters.PaymentStep is not null;

    public Finding Judge(Question question) =>
        Finding.Unless(question.Matters.PaymentStep is { CardIsSpoken: false } or { RecordingRuns: false }, "card-data-recorded");
}
