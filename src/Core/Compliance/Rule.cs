using NodaTime;

namespace Plateau.Core.Compliance;

/// <summary>What a rule rests on: the law's own words, prudence where they are silent, or our reading of them.</summary>
public enum Basis { Law, Prudence, Interpretation }

/// <summary>The text behind a rule.</summary>
/// <param name="Source">Article, decree or decision.</param>
/// <param name="From">First day on which it is in force, in the country of the text.</param>
/// <param name="Until">Last day, that day included; null while it is in force.</param>
public sealed record RuleText(string Title, string Source, LocalDate From, LocalDate? Until, Basis Basis);

/// <summary>One rule of the book: one file in Rules/, one text, one table spec.</summary>
/// <remarks>A rule that lacks what it needs to judge refuses: silence is never a yes.</remarks>
public interface IRule
{
    /// <summary>Stable id, as in reports, proofs and refusals.</summary>
    string Id { get; }

    RuleText Text { get; }

    /// <summary>Whether this question is this rule's business.</summary>
    bool Concerns(Question question);

    Finding Judge(Question question);
}

/// <summary>What a rule found.</summary>
/// <param name="Reason">A code of the lexicon; null when the rule has nothing against the call.</param>
/// <param name="NotBefore">When this rule would let the call pass; null when no date would, or none is needed.</param>
public readonly record struct Finding(string? Reason, Instant? NotBefore)
{
    public bool Passes => Reason is null;
    public static Finding Pass => default;
    public static Finding Refuse(string reason, Instant? notBefore = null) => new(reason, notBefore);
}
