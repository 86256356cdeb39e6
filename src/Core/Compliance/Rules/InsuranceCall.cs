using NodaTime;

namespace Plateau.Core.Compliance.Rules;

/// <summary>An insurance is sold by telephone in steps: leave to go on, documents, a day of thought, a recorded sale; the first no ends it for ever.</summary>
public sealed class InsuranceCall : IRule
{
    private static readonly Duration Thought = Duration.FromHours(24);

    public string Id => "FR-SECTOR-INSURANCE";

    public RuleText Text { get; } = new(
        "Insurance: agreement to go on, no second call after a no, 24 hours between documents and contract, the sale recorded",
        "Code des assurances L112-2-2, R112-7", new(2022, 4, 1), null, Basis.Law) { Covers = Covers.Consumers };

    public bool Concerns(Question question) => question.Prospects && question.Sector == "insurance";

    public Finding Judge(Question question)
    {
        foreach (var call in question.Dossier.Attempts)
            if (call.IsOf(question.Dossier.Client) && call.Outcome is PastCall.Refused or PastCall.RefusedOffer) return Finding.Refuse("refused-for-good");
        var talk = question.Matters.InsuranceTalk;
        if (talk is { AgreedToContinue: false } || (question.Phase == Phase.Transfer && talk is not { AgreedToContinue: true })) return Finding.Refuse("no-agreement-to-continue");
        if (talk is not { Selling: true }) return Finding.Pass;
        var thought = talk is { DocumentsAt: { } documents, ContractAt: { } contract } && contract - documents >= Thought;
        return Finding.Unless(thought && talk is { AgreedToContinue: true, Recorded: true }, "insurance-steps");
    }
}
