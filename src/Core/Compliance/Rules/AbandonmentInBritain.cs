namespace Plateau.Core.Compliance.Rules;

/// <summary>Of a British campaign's live calls in a day, no more than three in a hundred find nobody; a machine misjudged is counted out.</summary>
public sealed class AbandonmentInBritain : IRule
{
    public string Id => "UK-ABANDON";

    public RuleText Text { get; } = new(
        "United Kingdom: no safe harbour since 2017; a campaign stops at three abandoned calls in a hundred live ones in 24 hours",
        "Ofcom, persistent misuse statements, 2010 and 2016", new(2017, 3, 1), null, Basis.Interpretation) { Country = "GB", Confidence = Confidence.B };

    public bool Concerns(Question question) => AbandonmentInAmerica.IsAsked(question);

    public Finding Judge(Question question) => AbandonmentInAmerica.Within(question.Matters.DialStats, stats =>
        // D / (D + L), of D = drops less those that hit machines, reckoned as agents meet machines among the calls they take.
        stats is { Machines: var machines, Live: > 0 and var live } ? stats.Abandoned - (stats.Abandoned * machines / (machines + live)) : stats.Abandoned);
}
