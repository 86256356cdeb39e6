using Plateau.Core.Interactions;

namespace Plateau.Core.Compliance.Rules;

/// <summary>The number shown belongs to the client for whom the call is made, by a mandate that runs on that day.</summary>
public sealed class CallerIdOfClient : IRule
{
    public string Id => "FR-CLI-PRINCIPAL";

    public RuleText Text { get; } = new(
        "The number shown is assigned to the professional for whom the call is made",
        "Code de la consommation L221-17 al. 2", new(2014, 6, 14), null, Basis.Law) { Covers = Covers.Consumers };

    public bool Concerns(Question question) => question.IsCall;

    public Finding Judge(Question question) => Fault(question.Shown, question.Dossier.Client) is { } fault ? Finding.Refuse(fault) : Finding.Pass;

    /// <summary>What is wrong with this number for anybody whom this client would call; null when nothing is.</summary>
    public static string? Fault(ShownNumber shown, ClientId client)
    {
        if (string.IsNullOrWhiteSpace(shown.Number)) return "caller-id-missing";
        if (shown.AssignedTo != client) return "caller-id-not-the-clients";
        return shown.MandateRuns && !string.IsNullOrWhiteSpace(shown.Mandate) ? null : "caller-id-mandate-ended";
    }
}
