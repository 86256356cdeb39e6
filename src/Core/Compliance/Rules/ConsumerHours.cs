using NodaTime;

namespace Plateau.Core.Compliance.Rules;

/// <summary>Consumers are called Monday to Friday, from 10 to 13 and from 14 to 20, by their own clock.</summary>
public sealed class ConsumerHours : IRuleOfHours
{
    private static readonly (LocalTime From, LocalTime Until)[] Hours = [(new(10, 0), new(13, 0)), (new(14, 0), new(20, 0))];

    /// <summary>The law's hours less the holidays, so that a next opening is one that the whole book would grant.</summary>
    public static OpenWindows Windows { get; } = new(day => OpenWindows.Weekday(day) && !FrenchHolidays.Falls(day), Hours);

    private static readonly OpenWindows HoursAlone = new(OpenWindows.Weekday, Hours);

    public string Id => "FR-B2C-HOURS";

    public RuleText Text { get; } = new(
        "Monday to Friday, [10:00,13:00) and [14:00,20:00) in the consumer's time zone",
        "Code de la consommation D223-9 (décret 2022-1313, décret 2026-662)", new(2023, 3, 1), null, Basis.Law) { Covers = Covers.Consumers };

    public bool Concerns(Question question) => question.Prospects && !SlotOutsideHours.Permits(question);

    public Finding Judge(Question question)
    {
        if (question.Dossier.Zones.Count == 0) return Finding.Refuse("zone-missing");
        if (question.Zones is not { } zones) return Finding.Refuse("zone-unknown");
        return HoursAlone.OpenAt(question.Disturbed, zones) ? Finding.Pass : Finding.Refuse("outside-hours", NextOpening(question, question.Disturbed));
    }

    /// <summary>The first opening from that moment on that no holiday closes; null when two weeks hold none.</summary>
    public static Instant? NextOpening(Question question, Instant from) =>
        Windows.NextOpening(from, question.Zones!, at => LocalHolidays.Close(question, at));
}
