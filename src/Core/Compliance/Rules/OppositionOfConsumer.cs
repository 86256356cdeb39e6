using NodaTime;

namespace Plateau.Core.Compliance.Rules;

/// <summary>A consumer who objected is never called again by that client, unless they consent anew afterwards.</summary>
public sealed class OppositionOfConsumer : IRule
{
    public string Id => "FR-B2C-OPPOSITION";

    public RuleText Text { get; } = new(
        "No call to a consumer who objected",
        "Code de la consommation L221-16 (loi 2025-594); RGPD art. 21(3)", new LocalDate(2018, 5, 25), null, Basis.Law);

    public bool Concerns(Question question) => question.Dossier.Audience != Audience.Professional;

    public Finding Judge(Question question)
    {
        var last = Last(question);
        if (last is null) return Finding.Pass;
        foreach (var consent in question.Dossier.Consents)
            if (consent.CollectedAt > last && LegalGround.Holds(consent, question)) return Finding.Pass;
        return Finding.Refuse("opposed");
    }

    internal static Instant? Last(Question question)
    {
        Instant? last = null;
        foreach (var opposition in question.Dossier.Oppositions)
            if (last is null || opposition.At > last) last = opposition.At;
        return last;
    }
}
