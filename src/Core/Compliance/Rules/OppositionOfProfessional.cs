using NodaTime;

namespace Plateau.Core.Compliance.Rules;

/// <summary>A professional's objection to prospecting is absolute: no interest of the client outweighs it.</summary>
public sealed class OppositionOfProfessional : IRule
{
    public string Id => "FR-B2B-OPPOSITION";

    public RuleText Text { get; } = new(
        "No call to a professional who objected",
        "RGPD art. 21(2)-(3)", new LocalDate(2018, 5, 25), null, Basis.Law);

    public bool Concerns(Question question) => question.Dossier.Audience == Audience.Professional;

    public Finding Judge(Question question) =>
        OppositionOfConsumer.Last(question) is null ? Finding.Pass : Finding.Refuse("opposed");
}
