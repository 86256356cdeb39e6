namespace Plateau.Core.Compliance.Rules;

/// <summary>A professional is called on the client's legitimate interest: about their work, and told at once who calls and how to object.</summary>
public sealed class ProfessionalInterest : IRule
{
    public string Id => "FR-B2B-LEGIT";

    public RuleText Text { get; } = new(
        "Prospecting of professionals: an offer linked to their work, information at first, the right to object",
        "RGPD art. 6(1)f, 13, 14 et 21 ; CNIL", new(2018, 5, 25), null, Basis.Law) { Covers = Covers.Professionals, Confidence = Confidence.B };

    public bool Concerns(Question question) => question.Prospects;

    public Finding Judge(Question question) =>
        Finding.Unless(question.Dossier.Profession is { AtWork: true, Relevant: true, Informed: true }, "no-legitimate-interest");
}
