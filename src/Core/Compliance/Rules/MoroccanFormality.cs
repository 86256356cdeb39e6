namespace Plateau.Core.Compliance.Rules;

/// <summary>A Moroccan site works on personal data only with the receipt of the Moroccan authority.</summary>
public sealed class MoroccanFormality : IRule
{
    public string Id => "MA-0908-FORMALITY";

    public RuleText Text { get; } = new(
        "Each processing is declared to or authorised by the CNDP",
        "Loi 09-08 art. 12, 43-44; décret 2-09-165", new(2009, 3, 5), null, Basis.Law) { Country = "*", Confidence = Confidence.B };

    public bool Concerns(Question question) => question.Matters.MoroccanPapers is not null;

    public Finding Judge(Question question) =>
        Finding.Unless(!string.IsNullOrWhiteSpace(question.Matters.MoroccanPapers!.Receipt), Missing);

    public const string Missing = "cndp-receipt-missing";
}
