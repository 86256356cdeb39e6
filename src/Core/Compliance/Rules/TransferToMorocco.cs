namespace Plateau.Core.Compliance.Rules;

/// <summary>Data are seen from Morocco only under standard clauses and after their risks were weighed.</summary>
public sealed class TransferToMorocco : IRule
{
    public string Id => "EU-TRANSFER-MA";

    public RuleText Text { get; } = new(
        "Morocco has no adequacy decision: standard clauses and a transfer assessment, even for a look at a screen",
        "RGPD art. 44-46 ; décision (UE) 2021/914", new(2021, 6, 27), null, Basis.Law) { Country = "*" };

    public bool Concerns(Question question) => question.Matters.TransferPapers is not null;

    public Finding Judge(Question question) =>
        Finding.Unless(question.Matters.TransferPapers is { Clauses: true, Assessment: true }, Missing);

    public const string Missing = "transfer-papers-missing";
}
