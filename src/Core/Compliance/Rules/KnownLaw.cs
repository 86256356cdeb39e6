namespace Plateau.Core.Compliance.Rules;

/// <summary>A person is called only under a law that this book holds: that of France or of Morocco, as a consumer or a professional.</summary>
public sealed class KnownLaw : IRule
{
    public string Id => "KNOWN-LAW";

    public RuleText Text { get; } = new(
        "The person's country and audience are known, and the book holds their law",
        "Règle de la maison : ce qui manque fait refuser", new(2000, 1, 1), null, Basis.Interpretation) { Country = "*", Confidence = Confidence.C };

    public bool Concerns(Question question) => question.IsCall;

    public Finding Judge(Question question) => question.Dossier switch
    {
        { Country: not ("FR" or "MA") } => Finding.Refuse("no-law-for-country"),
        { Audience: Audience.Unknown } => Finding.Refuse("audience-unknown"),
        _ => Finding.Pass,
    };
}
