namespace Plateau.Core.Compliance.Rules;

/// <summary>A voice that is no person's says so at the beginning.</summary>
public sealed class RobotDisclosure : IRule
{
    public string Id => "EU-AI-DISCLOSE";

    public RuleText Text { get; } = new(
        "A voice robot says that it is an artificial intelligence at the first interaction",
        "Règlement (UE) 2024/1689 art. 50(1)", new(2026, 8, 2), null, Basis.Law) { Country = "EU", Confidence = Confidence.C };

    public bool Concerns(Question question) => question is { IsCall: true, Dialling: Dialling.VoiceBot };

    public Finding Judge(Question question) => Finding.Unless(question.Matters.Bot is { SaysSo: true }, "robot-not-disclosed");
}
