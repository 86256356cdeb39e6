using NodaTime;

namespace Plateau.Core.Compliance.Rules;

/// <summary>In Morocco nobody is called who objected, and no robot calls without prior consent.</summary>
public sealed class MoroccanObjection : IRule
{
    public string Id => "MA-0908-ART10";

    public RuleText Text { get; } = new(
        "Automated prospecting needs prior consent; everybody can object free of charge",
        "Loi 09-08 art. 9, 10 et 59", new(2009, 3, 5), null, Basis.Law) { Country = "MA", Confidence = Confidence.B };

    public bool Concerns(Question question) => question.Prospects;

    public Finding Judge(Question question)
    {
        if (!question.Dossier.OppositionsKnown) return Finding.Refuse("oppositions-unknown");
        var consented = Consented(question);
        if (question is { ToConsumer: true, Dialling: Dialling.VoiceBot or Dialling.Unknown } && consented is null) return Finding.Refuse("no-legal-ground");
        return Finding.Unless(OppositionOfConsumer.Last(question) is not { } said || consented > said, "opposed");
    }

    /// <summary>When the latest provable consent to this client that stands was given; Moroccan law asks for no form and sets no period.</summary>
    private static Instant? Consented(Question question) => question.Dossier.Consents
        .Where(consent => consent.Professional == question.Dossier.Client && !ConsentProof.IsFlawed(consent, question.At) && !Withdrawal.IsFlawed(consent, question.At))
        .Max(consent => consent.CollectedAt);
}
