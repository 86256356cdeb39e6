using NodaTime;

namespace Plateau.Core.Compliance.Rules;

/// <summary>A consumer who objected is never called again by that client, unless they consent anew afterwards.</summary>
public sealed class OppositionOfConsumer : IRule
{
    public string Id => "FR-B2C-OPPOSITION";

    public RuleText Text { get; } = new(
        "No call to a consumer who objected, unless they consented anew afterwards",
        "Code de la consommation L221-16 (loi 2025-594); RGPD art. 21(3)", new(2026, 8, 11), null, Basis.Law) { Covers = Covers.Consumers, Confidence = Confidence.B };

    public bool Concerns(Question question) => question.Prospects;

    public Finding Judge(Question question)
    {
        if (!question.Dossier.OppositionsKnown) return Finding.Refuse("oppositions-unknown");
        if (Last(question) is not { } last) return Finding.Pass;
        foreach (var consent in question.Dossier.Consents)
            if (consent.CollectedAt > last && Grounds.Holds(consent, question)) return Finding.Pass;
        return Finding.Refuse("opposed");
    }

    /// <summary>When the person last objected to this client's calls; null when they never did.</summary>
    internal static Instant? Last(Question question)
    {
        Instant? last = null;
        foreach (var opposition in question.Dossier.Oppositions)
            if (opposition.Client is null || opposition.Client == question.Dossier.Client) last = Instant.Max(last ?? opposition.At, opposition.At);
        return last;
    }
}
