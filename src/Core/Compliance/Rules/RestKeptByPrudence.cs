namespace Plateau.Core.Compliance.Rules;

/// <summary>Whoever refused one offer is left alone for sixty days, though the text no longer says so.</summary>
public sealed class RestKeptByPrudence : IRule
{
    public string Id => "FR-B2C-REFUSAL-60-POLICY";

    public RuleText Text { get; } = new(
        "Sixty days of rest after the refusal of one offer, without withdrawal or objection",
        "Aucun texte : la phrase manque dans D223-9 récrit par le décret 2026-662 ; des guides l’appliquent encore", new(2026, 8, 11), null, Basis.Prudence) { Covers = Covers.Consumers, Confidence = Confidence.B };

    public bool Concerns(Question question) => question.Prospects;

    public Finding Judge(Question question) => Finding.Unless(!RestAfterRefusal.IsResting(question), "rest-after-refusal");
}
