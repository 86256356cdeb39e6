namespace Plateau.Core.Compliance.Rules;

/// <summary>A call that serves a contract or an appointment and offers nothing is no prospecting.</summary>
public sealed class ServiceCall : IRule
{
    public string Id => "FR-B2C-SERVICE-CALL";

    public RuleText Text { get; } = new(
        "A pure service call (appointment, delivery, dunning of an own contract) is not prospecting",
        "Notre lecture de L223-1 al. 1 du Code de la consommation ; aucun texte ne le dit", new(2026, 8, 11), null, Basis.Interpretation) { Covers = Covers.Consumers, Confidence = Confidence.B };

    public bool Concerns(Question question) => question.IsCall && !question.Prospects;

    public Finding Judge(Question question) => Finding.Pass;
}
