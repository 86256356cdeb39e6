using NodaTime;

namespace Plateau.Core.Compliance.Rules;

/// <summary>A consent ends with the period that was told, and after a year whatever was told.</summary>
public sealed class ConsentPeriod : IRule
{
    /// <summary>A year, counted as days so that every day of it is the same for everybody.</summary>
    public static Duration Longest { get; } = Duration.FromDays(365);

    public string Id => "FR-B2C-CONSENT-EXPIRY";

    public RuleText Text { get; } = new(
        "A consent lasts the stated period, a year at most, and is not renewed by silence",
        "Code de la consommation R223-1 I 3 et dernier alinéa", new(2026, 8, 11), null, Basis.Law) { Covers = Covers.Consumers, Confidence = Confidence.B };

    public bool Concerns(Question question) => Grounds.ConsentOf(question) is not null;

    public Finding Judge(Question question) => Finding.Unless(!IsFlawed(Grounds.ConsentOf(question)!, question.At), "consent-ended");

    public static bool IsFlawed(Consent consent, Instant at) =>
        consent is not { CollectedAt: { } collected, PeriodEnd: { } end } || at > end || at - collected > Longest;
}
