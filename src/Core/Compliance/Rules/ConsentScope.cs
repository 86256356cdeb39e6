namespace Plateau.Core.Compliance.Rules;

/// <summary>A consent is given to one professional and for the goods that were named, and reaches no further.</summary>
public sealed class ConsentScope : IRule
{
    public string Id => "FR-B2C-CONSENT-SCOPE";

    public RuleText Text { get; } = new(
        "The consent names this professional and these goods or services",
        "Code de la consommation R223-1 I 1-2", new(2026, 8, 11), null, Basis.Law) { Covers = Covers.Consumers, Confidence = Confidence.B };

    public bool Concerns(Question question) => Grounds.ConsentOf(question) is not null;

    public Finding Judge(Question question) => Finding.Unless(!IsFlawed(Grounds.ConsentOf(question)!, question), "consent-scope");

    public static bool IsFlawed(Consent consent, Question question) =>
        consent.Professional != question.Dossier.Client || !consent.Products.Contains(question.Product);
}
