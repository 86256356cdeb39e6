namespace Plateau.Core.Compliance.Rules;

/// <summary>Who is called at work about their private life, or on their private number, is a consumer.</summary>
/// <remarks>Refuses nothing by itself: it sends the question to the consumers' rules and is named beside the one that refuses.</remarks>
public sealed class PrivateOffer : IRule
{
    public string Id => "FR-B2B-PRIVATE";

    public RuleText Text { get; } = new(
        "An offer unrelated to the profession, or a sole trader's private number, is under the consumers' rules",
        "Code de la consommation, article liminaire ; CNIL", new(2018, 5, 25), null, Basis.Law) { Confidence = Confidence.B };

    public bool Concerns(Question question) => question is { IsCall: true, Dossier.Audience: Audience.Professional } && Reaches(question.Dossier);

    public Finding Judge(Question question) => Finding.Pass;

    public static bool Reaches(Dossier dossier) => dossier.Profession is { Relevant: false } or { PrivateNumber: true };
}
