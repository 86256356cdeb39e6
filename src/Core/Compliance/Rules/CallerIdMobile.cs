namespace Plateau.Core.Compliance.Rules;

/// <summary>A mobile number is a person's: it is never shown, neither by a system nor, by prudence, by an agent.</summary>
public sealed class CallerIdMobile : IRule
{
    public string Id => "FR-CLI-MOBILE";

    public RuleText Text { get; } = new(
        "No 06 or 07 is shown; the text speaks of automated calls, calls by hand are refused too",
        "ARCEP décisions 2019-0954 et 2022-1583 (un numéro mobile est interpersonnel)", new(2019, 8, 1), null, Basis.Law) { Confidence = Confidence.B };

    public bool Concerns(Question question) => question.IsCall && question.Shown.Number is not null;

    public Finding Judge(Question question)
    {
        var number = FrenchNumbers.National(question.Shown.Number!);
        var mobile = number.StartsWith("06", StringComparison.Ordinal) || number.StartsWith("07", StringComparison.Ordinal);
        return Finding.Unless(!mobile, "caller-id-mobile");
    }
}
