using NodaTime;
using Plateau.Core.Clients;

namespace Plateau.Core.Compliance.Rules;

/// <summary>The number shown belongs to the client for whom the call is made, by a mandate that runs on that day.</summary>
public sealed class CallerIdOfClient : IRule
{
    public string Id => "FR-CLI-PRINCIPAL";

    public RuleText Text { get; } = new(
        "The number shown is assigned to the professional for whom the call is made",
        "Code de la consommation L221-17", new LocalDate(2014, 6, 14), null, Basis.Law);

    public bool Concerns(Question question) => true;

    public Finding Judge(Question question) =>
        Fault(question.At, question.CallerId, question.Mandate) is { } fault ? Finding.Refuse(fault) : Finding.Pass;

    /// <summary>What is wrong with this number for anybody at that moment; null when nothing is.</summary>
    public static string? Fault(Instant at, string? shown, CallerId? mandate)
    {
        if (string.IsNullOrWhiteSpace(shown)) return "caller-id-missing";
        if (mandate is null || mandate.Number != shown) return "caller-id-not-the-clients";
        return !string.IsNullOrWhiteSpace(mandate.Mandate) && mandate.RunsOn(at.InZone(Zones.Paris).Date) ? null : "caller-id-mandate-ended";
    }
}
