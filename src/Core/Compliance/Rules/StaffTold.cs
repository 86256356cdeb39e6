namespace Plateau.Core.Compliance.Rules;

/// <summary>Staff know beforehand how they are listened to, their council was heard, and nobody is watched all the time.</summary>
public sealed class StaffTold : IRule
{
    public string Id => "FR-MONITOR";

    public RuleText Text { get; } = new(
        "Monitoring of staff is announced, proportionate and not continuous; the works council is consulted where there is one",
        "Code du travail L1121-1, L1222-3, L1222-4, L2312-38; CNIL", new(2008, 5, 1), null, Basis.Law);

    public bool Concerns(Question question) => question.Matters.StaffWatch is not null;

    public Finding Judge(Question question) =>
        Finding.Unless(question.Matters.StaffWatch is { Told: true, CouncilHeard: not false, Continuous: false }, "staff-not-told");
}
