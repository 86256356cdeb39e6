namespace Plateau.Core.Compliance.Rules;

/// <summary>A consent counts when it was asked for with all that must be said, and given by an act of the person's own.</summary>
public sealed class ConsentStatements : IRule
{
    public string Id => "FR-B2C-CONSENT-FORM";

    public RuleText Text { get; } = new(
        "The request for consent carries its five statements and is answered by a positive act",
        "Code de la consommation R223-1 I-II (décret 2026-662)", new(2026, 8, 11), null, Basis.Law) { Covers = Covers.Consumers, Confidence = Confidence.B };

    public bool Concerns(Question question) => Grounds.ConsentOf(question) is not null;

    public Finding Judge(Question question) => Finding.Unless(!IsFlawed(Grounds.ConsentOf(question)!), "consent-form");

    public static bool IsFlawed(Consent consent) => consent is not { Form: { PositiveAct: true, IsWhole: true }, Professional: not null, Products.Count: > 0 };
}
