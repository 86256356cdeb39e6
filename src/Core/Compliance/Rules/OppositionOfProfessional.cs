using NodaTime;

namespace Plateau.Core.Compliance.Rules;

/// <summary>An objection to prospecting is absolute: no interest of the client outweighs it.</summary>
/// <remarks>Since 2026-08-11 consumers have a rule of their own, by which a later consent lifts it.</remarks>
public sealed class OppositionOfProfessional : IRule
{
    private static readonly LocalDate ConsumersOwnRule = new(2026, 8, 11);

    public string Id => "FR-B2B-OPPOSITION";

    public RuleText Text { get; } = new(
        "No prospecting of somebody who objected",
        "RGPD art. 21(2)-(3); CNIL", new(2018, 5, 25), null, Basis.Law);

    public bool Concerns(Question question) => question.Prospects && !(question.ToConsumer && RuleBook.DayOf(question.At) >= ConsumersOwnRule);

    public Finding Judge(Question question) => !question.Dossier.OppositionsKnown
        ? Finding.Refuse("oppositions-unknown")
        : Finding.Unless(OppositionOfConsumer.Last(question) is null, "opposed");
}
