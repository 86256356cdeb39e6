namespace Plateau.Core.Compliance.Rules;

/// <summary>Nobody is recorded without having been told before: neither the person called nor the agent.</summary>
public sealed class RecordingTold : IRule
{
    public string Id => "FR-REC-INFO";

    public RuleText Text { get; } = new(
        "The person called and the agent are told of a recording before it begins, and can object",
        "RGPD art. 13 et 21 ; Code du travail L1222-4 ; CNIL", new(2018, 5, 25), null, Basis.Law);

    public bool Concerns(Question question) => question.Matters.RecordingStart is not null;

    public Finding Judge(Question question) =>
        Finding.Unless(question.Matters.RecordingStart is { PersonTold: true, AgentTold: true }, Untold);

    public const string Untold = "recording-not-told";
}
