namespace Plateau.Core.Compliance.Rules;

/// <summary>Subscriptions to newspapers are offered without consent, within the days and hours.</summary>
public sealed class PressCall : IRule
{
    public string Id => "FR-PRESS-EXEMPT";

    public RuleText Text { get; } = new(
        "The press needs no prior consent; days, hours and counts hold",
        "Code de la consommation L223-5, D223-9", new(2026, 8, 11), null, Basis.Law) { Covers = Covers.Consumers, Confidence = Confidence.B };

    public bool Concerns(Question question) => question is { Prospects: true, Purpose: Purpose.Press };

    public Finding Judge(Question question) => Finding.Pass;
}
