using NodaTime;

namespace Plateau.Core.Compliance;

/// <summary>What a rule rests on: the law's own words, prudence where they are silent, or our reading of them.</summary>
/// <remarks>Only what rests on prudence can be switched off for a client, with a reason.</remarks>
public enum Basis { Law, Prudence, Interpretation }

/// <summary>How sure we are of a text: A when it was read, B when others who read it say so, C when it is background or our own policy.</summary>
public enum Confidence { A, B, C }

/// <summary>Whom a rule protects.</summary>
public enum Covers { Everybody, Consumers, Professionals }

/// <summary>The text behind a rule.</summary>
/// <param name="Source">Article, decree or decision.</param>
/// <param name="From">First day on which it is in force, in the country of the text.</param>
/// <param name="Until">Last day, that day included; null while it is in force.</param>
public sealed record RuleText(string Title, string Source, LocalDate From, LocalDate? Until, Basis Basis)
{
    /// <summary>The law of that country (FR, MA), of the Union (EU), or a text that holds wherever we work (*).</summary>
    public string Country { get; init; } = "FR";
    public Covers Covers { get; init; }
    public Confidence Confidence { get; init; }

    public bool InForce(LocalDate day) => From <= day && (Until is null || day <= Until);

    /// <summary>Whether the person asked about is under this law and among those whom it protects.</summary>
    public bool Reaches(Question question) => Reaches(question.Dossier.Country, question.ToConsumer);

    public bool Reaches(string country, bool consumer)
    {
        var ours = Country == "*" || Country == country || (Country == "EU" && country == "FR");
        return ours && (Covers == Covers.Everybody || Covers == Covers.Consumers == consumer);
    }
}

/// <summary>One rule of the book: one file in Rules/, one text, one table spec.</summary>
/// <remarks>
/// A rule that lacks what it needs to judge refuses: silence is never a yes. A rule that only permits (a running
/// contract, an agreed slot) refuses nothing; other rules ask it.
/// </remarks>
public interface IRule
{
    /// <summary>Stable id, as in reports, proofs and refusals.</summary>
    string Id { get; }

    RuleText Text { get; }

    /// <summary>Whether this question, from somebody whom the text reaches, is this rule's business.</summary>
    bool Concerns(Question question);

    Finding Judge(Question question);
}

/// <summary>A rule of clock and calendar: it speaks against the hour alone, and passes by itself when the hour has come.</summary>
public interface IRuleOfHours : IRule;

/// <summary>What a rule found.</summary>
/// <param name="Reason">A code of the lexicon; null when the rule has nothing against the call.</param>
/// <param name="NotBefore">When this rule would let the call pass; null when no date would, or none is needed.</param>
public readonly record struct Finding(string? Reason, Instant? NotBefore)
{
    public bool Passes => Reason is null;
    public static Finding Pass => default;
    public static Finding Refuse(string reason, Instant? notBefore = null) => new(reason, notBefore);

    /// <summary>Refuses with that reason unless it is so.</summary>
    public static Finding Unless(bool so, string reason) => so ? Pass : new(reason, null);
}

/// <summary>A rule that was asked, and what it found.</summary>
public readonly record struct Examined(IRule Rule, Finding Finding);
