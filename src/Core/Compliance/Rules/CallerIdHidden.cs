namespace Plateau.Core.Compliance.Rules;

/// <summary>A consumer sees who calls: no number is hidden.</summary>
public sealed class CallerIdHidden : IRule
{
    public string Id => "FR-CLI-MASKED";

    public RuleText Text { get; } = new(
        "No hidden number", "Code de la consommation L221-17 al. 1 ; amende L242-14", new(2014, 6, 14), null, Basis.Law) { Covers = Covers.Consumers };

    public bool Concerns(Question question) => question.IsCall;

    public Finding Judge(Question question) => Finding.Unless(question.Shown.Presented == true, "caller-id-hidden");
}
