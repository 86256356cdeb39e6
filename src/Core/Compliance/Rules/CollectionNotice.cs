namespace Plateau.Core.Compliance.Rules;

/// <summary>Whoever collects a telephone number says that commercial calls need the person's prior consent.</summary>
public sealed class CollectionNotice : IRule
{
    public string Id => "FR-COLLECT-NOTICE";

    public RuleText Text { get; } = new(
        "A form that collects a telephone number states that commercial calls need prior consent",
        "Code de la consommation L223-2", new(2026, 8, 11), null, Basis.Law) { Covers = Covers.Consumers };

    public bool Concerns(Question question) => question.Matters.CollectionForm is not null;

    public Finding Judge(Question question) =>
        Finding.Unless(question.Matters.CollectionForm!.Text?.Contains("consent", StringComparison.OrdinalIgnoreCase) == true, "form-without-notice");
}
