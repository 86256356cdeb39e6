using NodaTime;

namespace Plateau.Core.Compliance.Rules;

/// <summary>Who answered and found nobody is not dialled by a system again for three days.</summary>
public sealed class RestAfterAbandon : IRule
{
    private static readonly Duration Rest = Duration.FromHours(72);

    public string Id => "FR-ABANDON-POLICY";

    public RuleText Text { get; } = new(
        "No automatic call for 72 hours after an abandoned one; a person may call by hand",
        "Règle de la maison : la France n’a pas de quota (appels malveillants : Code pénal 222-16 ; pratique agressive : Code de la consommation L121-6)", new(2026, 1, 1), null, Basis.Prudence) { Confidence = Confidence.C };

    public bool Concerns(Question question) => question.IsCall && question.Automated;

    public Finding Judge(Question question)
    {
        Instant? free = null;
        foreach (var call in question.Dossier.Attempts)
        {
            var rested = call.At + Rest;
            if (call.IsOf(question.Dossier.Client) && call.Outcome == PastCall.Abandoned) free = Instant.Max(free ?? rested, rested);
        }
        return free > question.Disturbed ? Finding.Refuse("rest-after-abandon", free) : Finding.Pass;
    }
}
