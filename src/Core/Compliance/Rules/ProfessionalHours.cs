using NodaTime;

namespace Plateau.Core.Compliance.Rules;

/// <summary>Professionals are called at work: no text sets their hours, so the centre's own custom does.</summary>
public sealed class ProfessionalHours : IRule
{
    private static readonly OpenWindows Windows = new(
        day => OpenWindows.Weekday(day) && !FrenchHolidays.Falls(day), (new LocalTime(8, 30), new LocalTime(18, 30)));

    public string Id => "FR-B2B-HOURS-POLICY";

    public RuleText Text { get; } = new(
        "Monday to Friday except holidays, [08:30,18:30) in the professional's time zone",
        "project policy: no statutory window for professionals", new LocalDate(2026, 1, 1), null, Basis.Prudence);

    public bool Concerns(Question question) => question.Dossier.Audience == Audience.Professional && Zones.Of(question.Dossier) is not null;

    public Finding Judge(Question question)
    {
        var zones = Zones.Of(question.Dossier)!;
        return Windows.OpenAt(question.At, zones)
            ? Finding.Pass
            : Finding.Refuse("outside-hours", Windows.NextOpening(question.At, zones));
    }
}
