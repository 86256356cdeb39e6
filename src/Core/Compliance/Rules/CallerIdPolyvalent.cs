namespace Plateau.Core.Compliance.Rules;

/// <summary>A system that dials shows only numbers of the roots that the plan keeps for it.</summary>
public sealed class CallerIdPolyvalent : IRule
{
    private static readonly string[] Roots =
    [
        "0162", "0163", "0270", "0271", "0377", "0378", "0424", "0425", "0568", "0569", "0948", "0949",
        "09475", "09476", "09477", "09478", "09479",
    ];

    public string Id => "FR-CLI-NPV";

    public RuleText Text { get; } = new(
        "Automated calls (predictive or progressive, to consumers and professionals) show verified polyvalent numbers only",
        "ARCEP décision 2018-0881 modifiée par 2022-1583 et 2025-2215 ; CPCE L44 VI, L32 32°; CE 12/02/2021 n° 434538", new(2023, 1, 1), null, Basis.Law) { Confidence = Confidence.B };

    public bool Concerns(Question question) => question.IsCall && question.Automated;

    public Finding Judge(Question question)
    {
        if (question.Shown.Number is not { } shown) return Finding.Refuse("caller-id-missing");
        var number = FrenchNumbers.National(shown);
        foreach (var root in Roots)
            if (number.StartsWith(root, StringComparison.Ordinal)) return Finding.Unless(number.Length == FrenchNumbers.Length, "caller-id-not-polyvalent");
        return Finding.Refuse("caller-id-not-polyvalent");
    }
}
