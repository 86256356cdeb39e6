namespace Plateau.Core.Compliance.Rules;

/// <summary>A number that costs the person money when they call back is never shown.</summary>
public sealed class CallerIdPremium : IRule
{
    public string Id => "FR-CLI-PREMIUM";

    public RuleText Text { get; } = new(
        "089, 3BPQ (save 30PQ and 31PQ) and 118XYZ are never shown", "Arrêté du 5 juillet 2016", new(2016, 8, 1), null, Basis.Law) { Covers = Covers.Consumers };

    public bool Concerns(Question question) => question.IsCall && question.Shown.Number is not null;

    public Finding Judge(Question question)
    {
        var number = FrenchNumbers.National(question.Shown.Number!);
        var premium = number.StartsWith("089", StringComparison.Ordinal)
            || (number.Length == 4 && number[0] == '3' && number[1] is not ('0' or '1'))
            || (number.Length == 6 && number.StartsWith("118", StringComparison.Ordinal));
        return Finding.Unless(!premium, "caller-id-premium");
    }
}
