using NodaTime;

namespace Plateau.Core.Compliance.Rules;

/// <summary>Professionals are called at work: no text sets their hours, so the centre's own custom does.</summary>
public sealed class ProfessionalHours : IRuleOfHours
{
    private static readonly OpenWindows Windows = new(OpenWindows.Weekday, (new LocalTime(8, 30), new LocalTime(18, 30)));

    public string Id => "FR-B2B-HOURS-POLICY";

    public RuleText Text { get; } = new(
        "Monday to Friday, [08:30,18:30) in the professional's time zone",
        "Règle de la maison : aucun texte ne fixe d’heures pour les professionnels", new(2026, 1, 1), null, Basis.Prudence) { Covers = Covers.Professionals, Confidence = Confidence.C };

    public bool Concerns(Question question) => question.Prospects;

    public Finding Judge(Question question)
    {
        if (question.Dossier.Zones.Count == 0) return Finding.Refuse("zone-missing");
        if (question.Zones is not { } zones) return Finding.Refuse("zone-unknown");
        return Windows.OpenAt(question.Disturbed, zones)
            ? Finding.Pass
            : Finding.Refuse("outside-hours", Windows.NextOpening(question.Disturbed, zones));
    }
}
