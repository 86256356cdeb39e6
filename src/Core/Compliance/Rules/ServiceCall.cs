namespace Plateau.Core.Compliance.Rules;

/// <summary>A call that serves a contract or an appointment and offers nothing is no prospecting.</summary>
public sealed class ServiceCall : IRule
{
    public string Id => "FR-B2C-SERVICE-CALL";

    public RuleText Text { get; } = new(
        "A pure service call (appointment, delivery, dunning of an own contract) is not prospecting",
        "Our reading of Code de la consommation L223-1, first paragraph; no text says so", new(2026, 8, 11), null, Basis.Interpretation) { Covers = Covers.Consumers, Confidence = Confidence.B };

    public bool Concerns(Question question) => question.IsCall && !question.Prospects;

    public Finding Judge(Question question) => Finding.Pass;
}
