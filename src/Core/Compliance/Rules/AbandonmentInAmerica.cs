namespace Plateau.Core.Compliance.Rules;

/// <summary>Of an American campaign's calls that a person answered in thirty days, no more than three in a hundred find nobody within two seconds.</summary>
public sealed class AbandonmentInAmerica : IRule
{
    /// <summary>Three hundredths.</summary>
    private const decimal Most = 0.03m;

    public string Id => "US-ABANDON";

    public RuleText Text { get; } = new(
        "United States: at most three abandoned in a hundred calls answered by a person, per campaign and 30 days",
        "16 CFR 310.4(b)(1)(iv), (b)(4); 47 CFR 64.1200(a)(6)-(7)", new(2008, 12, 1), null, Basis.Law) { Country = "US", Covers = Covers.Consumers };

    public bool Concerns(Question question) => IsAsked(question);

    public Finding Judge(Question question) => Within(question.Matters.DialStats, stats => stats.Abandoned);

    /// <summary>Whoever dials ahead of agents must know what became of the calls before.</summary>
    internal static bool IsAsked(Question question) => question.Matters.DialStats is not null || question is { IsCall: true, Dialling: Dialling.Power or Dialling.Predictive };

    /// <param name="dropped">Whom of those who found nobody the law counts.</param>
    internal static Finding Within(DialStats? stats, Func<DialStats, decimal?> dropped)
    {
        if (stats is not { Live: { } live } || dropped(stats) is not { } drops) return Finding.Refuse("abandonment-unknown");
        return Finding.Unless(drops <= Most * (drops + live), "abandonment-too-high");
    }
}
