namespace Plateau.Core.Compliance.Rules;

/// <summary>Until 10 August 2026, whoever refused in a conversation was left alone for sixty full days.</summary>
public sealed class RestAfterRefusal : IRule
{
    private const int Days = 60;

    public string Id => "FR-B2C-REFUSAL-60-LEGACY";

    public RuleText Text { get; } = new(
        "No call before sixty full calendar days after a refusal",
        "Code de la consommation D223-9 (décret 2022-1313), jusqu’au 10/08/2026", new(2023, 3, 1), new(2026, 8, 10), Basis.Law) { Covers = Covers.Consumers };

    public bool Concerns(Question question) => question.Prospects;

    public Finding Judge(Question question) => Finding.Unless(!IsResting(question), "rest-after-refusal");

    /// <summary>Whether, on some calendar of the person's, the sixtieth day after a refusal has not passed.</summary>
    public static bool IsResting(Question question)
    {
        foreach (var call in question.Dossier.Attempts)
        {
            if (!call.IsOf(question.Dossier.Client) || call.Outcome is not (PastCall.Refused or PastCall.RefusedOffer)) continue;
            foreach (var zone in question.Zones ?? [Compliance.Zones.Paris])
                if (question.Disturbed.InZone(zone).Date <= call.At.InZone(zone).Date.PlusDays(Days)) return true;
        }
        return false;
    }
}
