namespace Plateau.Core.Compliance.Rules;

/// <summary>The operator vouches for the number shown; one for which nobody does would be cut off on its way.</summary>
public sealed class CallerIdAuthenticated : IRule
{
    public string Id => "FR-CLI-AUTH";

    public RuleText Text { get; } = new(
        "The number shown is authenticated by the operator, with leave of whoever it is assigned to",
        "CPCE L44 IV (loi 2020-901); ARCEP décision 2025-2215", new(2023, 7, 25), null, Basis.Law);

    public bool Concerns(Question question) => question.IsCall;

    public Finding Judge(Question question) =>
        Finding.Unless(question.Shown is { Authenticated: true, AssigneeAgrees: true } && !string.IsNullOrWhiteSpace(question.Shown.Number), "caller-id-not-authenticated");
}
