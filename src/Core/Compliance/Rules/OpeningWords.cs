using NodaTime;

namespace Plateau.Core.Compliance.Rules;

/// <summary>Before any pitch the person hears who calls, for whom, and that it is about a sale.</summary>
public sealed class OpeningWords : IRule
{
    public string Id => "FR-IDENT-START";

    public RuleText Text { get; } = new(
        "The script opens with the caller's identity, the principal's and the commercial nature of the call; in finance also the link between them",
        "Code de la consommation L221-16 ; services financiers depuis le 19/06/2026 (directive 2023/2673)", new(2016, 7, 1), null, Basis.Law) { Covers = Covers.Consumers };

    private static readonly LocalDate LinkInFinance = new(2026, 6, 19);

    public bool Concerns(Question question) => question.Matters.Opening is not null;

    public Finding Judge(Question question) => Finding.Unless(IsWhole(question.Matters.Opening, question.Sector, question.At), Incomplete);

    public const string Incomplete = "opening-incomplete";

    /// <summary>Whether an opening tells all that must be told in this trade on that day.</summary>
    public static bool IsWhole(Opening? opening, string sector, Instant at) =>
        opening is { Caller: true, Principal: true, Commercial: true }
        && (opening.Link == true || sector is not ("financial" or "finance") || RuleBook.DayOf(at) < LinkInFinance);
}
