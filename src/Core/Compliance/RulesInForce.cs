using NodaTime;

namespace Plateau.Core.Compliance;

/// <summary>The rules that are in force on one day, sorted by whom they reach: what every question of that day would find out again.</summary>
internal sealed class RulesInForce
{
    /// <summary>A rule whose two questions are put without looking up each time whose they are.</summary>
    public readonly record struct Asked(IRule Rule, string Id, bool MayBeOff, Func<Question, bool> Concerns, Func<Question, Finding> Judge)
    {
        /// <summary>Whether the rule has to judge this question.</summary>
        public bool Has(Question question) => Concerns(question) && !(MayBeOff && question.IsSwitchedOff(Rule));
    }

    /// <summary>The rules that reach people of one country, as consumers or not.</summary>
    public sealed class Reach(Asked[] rules)
    {
        public Asked[] Rules => rules;

        /// <summary>The rules that had nothing against the last lawful call: mostly those of the next as well, whose permit then names them by the same list.</summary>
        public string[] Passed { get; set; } = [];
    }

    private readonly Dictionary<string, (Reach Consumers, Reach Others)> known = [];
    private readonly (Reach Consumers, Reach Others) elsewhere;

    public RulesInForce(LocalDate day, IReadOnlyList<IRule> rules)
    {
        Day = day;
        var inForce = rules.Where(rule => rule.Text.InForce(day)).ToList();
        foreach (var country in inForce.Select(rule => rule.Text.Country).Append("FR").Distinct()) known[country] = (Reaching(country, true), Reaching(country, false));
        elsewhere = (Reaching("", true), Reaching("", false));

        Reach Reaching(string country, bool consumer) => new([.. inForce.Where(rule => rule.Text.Reaches(country, consumer)).Select(rule => new Asked(rule, rule.Id, rule.Text.Basis == Basis.Prudence, rule.Concerns, rule.Judge))]);
    }

    public LocalDate Day { get; }

    public Reach For(Question question)
    {
        // A country of which no rule speaks is under those alone that hold everywhere.
        var (consumers, others) = known.TryGetValue(question.Dossier.Country, out var named) ? named : elsewhere;
        return question.ToConsumer ? consumers : others;
    }
}
