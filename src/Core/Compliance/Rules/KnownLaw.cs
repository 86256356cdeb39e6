using NodaTime;

namespace Plateau.Core.Compliance.Rules;

/// <summary>A person is called only under a law that this book holds: today, that of France, as a consumer or a professional.</summary>
public sealed class KnownLaw : IRule
{
    /// <summary>Before this day consumers were under the opt-out list, which this book does not hold yet.</summary>
    private static readonly LocalDate FirstConsumerDay = new(2026, 8, 11);

    public string Id => "KNOWN-LAW";

    public RuleText Text { get; } = new(
        "The person's country and audience are known, and the book holds their law",
        "project policy: missing input refuses", new LocalDate(2016, 1, 1), null, Basis.Prudence);

    public bool Concerns(Question question) => true;

    public Finding Judge(Question question) => question.Dossier switch
    {
        { Country: not "FR" } => Finding.Refuse("no-law-for-country"),
        { Audience: Audience.Unknown } => Finding.Refuse("audience-unknown"),
        { Audience: Audience.Consumer } when question.At.InZone(Zones.Paris).Date < FirstConsumerDay => Finding.Refuse("no-law-for-date"),
        _ => Finding.Pass,
    };
}
