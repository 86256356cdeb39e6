namespace Plateau.Core.Compliance.Rules;

/// <summary>A consumer is called only with their consent, on a current contract, or because they asked to be called.</summary>
/// <remarks>A consent that has a flaw is named by the rule of that flaw; this rule speaks when there is none at all.</remarks>
public sealed class PriorConsent : IRule
{
    public string Id => "FR-B2C-CONSENT";

    public RuleText Text { get; } = new(
        "No prospecting of consumers without prior consent, a running contract or a requested callback",
        "Code de la consommation L223-1 al. 1 à 3 (loi 2025-594, art. 13)", new(2026, 8, 11), null, Basis.Law) { Covers = Covers.Consumers };

    public bool Concerns(Question question) => Grounds.AreNeeded(question) && !Grounds.NeedNoConsent(question);

    public Finding Judge(Question question) => Finding.Unless(question.Dossier.Consents.Count > 0, "no-legal-ground");
}
