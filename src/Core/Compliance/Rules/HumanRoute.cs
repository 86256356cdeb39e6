namespace Plateau.Core.Compliance.Rules;

/// <summary>Who is offered a financial service by a machine can ask for a person.</summary>
public sealed class HumanRoute : IRule
{
    public string Id => "EU-HUMAN-FIN";

    public RuleText Text { get; } = new(
        "Distance financial services by automated means offer a human intervention",
        "Directive (UE) 2023/2673; Code de la consommation L222-5-1", new(2026, 6, 19), null, Basis.Law) { Country = "EU", Covers = Covers.Consumers, Confidence = Confidence.B };

    public bool Concerns(Question question) => question is { IsCall: true, Dialling: Dialling.VoiceBot, Sector: "financial" or "finance" };

    public Finding Judge(Question question) => Finding.Unless(question.Matters.Bot is { HumanRoute: true }, "no-human-route");
}
