namespace Plateau.Core.Compliance.Rules;

/// <summary>Conversations are recorded by sample or for an occasion, never all of them, unless a text asks for it.</summary>
public sealed class RecordingSampled : IRule
{
    public string Id => "FR-REC-NOT-SYSTEMATIC";

    public RuleText Text { get; } = new(
        "No permanent or systematic recording unless a text says so",
        "CNIL, fiche écoute et enregistrement; fiche preuve du contrat", new(2020, 1, 1), null, Basis.Interpretation) { Confidence = Confidence.B };

    public bool Concerns(Question question) => question.Matters.RecordingPlan is not null;

    public Finding Judge(Question question) => Finding.Unless(!IsSystematic(question.Matters.RecordingPlan!), Systematic);

    public const string Systematic = "recording-systematic";

    public const string AllCalls = "all_calls";

    /// <summary>Whether so much would be recorded that a text would have to ask for it, and none does.</summary>
    public static bool IsSystematic(RecordingPlan plan) => plan is not { LegalText: true } && (string.IsNullOrWhiteSpace(plan.Policy) || plan.Policy == AllCalls);
}
