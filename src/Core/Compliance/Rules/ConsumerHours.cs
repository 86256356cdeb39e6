using NodaTime;

namespace Plateau.Core.Compliance.Rules;

/// <summary>Consumers are called Monday to Friday, from 10 to 13 and from 14 to 20, by their own clock.</summary>
public sealed class ConsumerHours : IRule
{
    /// <summary>The law's hours less the holidays, so that a next opening is one that the whole book would grant.</summary>
    public static OpenWindows Windows { get; } = new(
        day => OpenWindows.Weekday(day) && !FrenchHolidays.Falls(day),
        (new LocalTime(10, 0), new LocalTime(13, 0)), (new LocalTime(14, 0), new LocalTime(20, 0)));

    private static readonly OpenWindows HoursAlone = new(OpenWindows.Weekday,
        (new LocalTime(10, 0), new LocalTime(13, 0)), (new LocalTime(14, 0), new LocalTime(20, 0)));

    public string Id => "FR-B2C-HOURS";

    public RuleText Text { get; } = new(
        "Monday to Friday, [10:00,13:00) and [14:00,20:00) in the consumer's time zone",
        "Code de la consommation D223-9 (décret 2022-1313, décret 2026-662)", new LocalDate(2023, 3, 1), null, Basis.Law);

    public bool Concerns(Question question) => question.Dossier.Audience != Audience.Professional && Zones.Of(question.Dossier) is not null;

    public Finding Judge(Question question)
    {
        var zones = Zones.Of(question.Dossier)!;
        return HoursAlone.OpenAt(question.At, zones)
            ? Finding.Pass
            : Finding.Refuse("outside-hours", Windows.NextOpening(question.At, zones));
    }
}
