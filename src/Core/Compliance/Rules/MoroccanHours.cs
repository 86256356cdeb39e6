using NodaTime;

namespace Plateau.Core.Compliance.Rules;

/// <summary>In Morocco people are called Monday to Saturday from nine to eight, by their own clock; no text sets the hours, custom does.</summary>
public sealed class MoroccanHours : IRuleOfHours
{
    private static readonly OpenWindows Windows = new(day => day.DayOfWeek != IsoDayOfWeek.Sunday, (new LocalTime(9, 0), new LocalTime(20, 0)));

    public string Id => "MA-HOURS-POLICY";

    public RuleText Text { get; } = new(
        "In Morocco, Monday to Saturday, [09:00,20:00) in the person's time zone",
        "Règle de la maison : aucun texte marocain ne fixe d’heures d’appel", new(2026, 1, 1), null, Basis.Prudence) { Country = "MA", Confidence = Confidence.C };

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
