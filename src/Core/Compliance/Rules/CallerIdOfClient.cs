using NodaTime;

namespace Plateau.Core.Compliance.Rules;

/// <summary>The number shown belongs to the client for whom the call is made, by a mandate that runs on that day.</summary>
public sealed class CallerIdOfClient : IRule
{
    public string Id => "FR-CLI-PRINCIPAL";

    public RuleText Text { get; } = new(
        "The number shown is assigned to the professional for whom the call is made",
        "Code de la consommation L221-17", new LocalDate(2014, 6, 14), null, Basis.Law);

    public bool Concerns(Question question) => true;

    public Finding Judge(Question question)
    {
        if (string.IsNullOrEmpty(question.CallerId)) return Finding.Refuse("caller-id-missing");
        if (question.Mandate is not { } mandate || mandate.Number != question.CallerId) return Finding.Refuse("caller-id-not-the-clients");
        return mandate.Mandate.Length > 0 && mandate.RunsOn(question.At.InZone(Zones.Paris).Date)
            ? Finding.Pass
            : Finding.Refuse("caller-id-mandate-ended");
    }
}
