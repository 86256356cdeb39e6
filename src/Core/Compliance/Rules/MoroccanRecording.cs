namespace Plateau.Core.Compliance.Rules;

/// <summary>In Morocco a conversation is recorded only if the person agreed to it.</summary>
public sealed class MoroccanRecording : IRule
{
    public string Id => "MA-REC-CONSENT";

    public RuleText Text { get; } = new(
        "Recording private words without consent is a crime: a real choice before the recording",
        "Code pénal 447-1; loi 09-08", new(2018, 9, 12), null, Basis.Law) { Country = "MA", Covers = Covers.Consumers, Confidence = Confidence.B };

    public bool Concerns(Question question) => question.Matters.RecordingStart is not null;

    public Finding Judge(Question question) => Finding.Unless(question.Matters.RecordingStart is { PersonAgreed: true }, "recording-not-agreed");
}
