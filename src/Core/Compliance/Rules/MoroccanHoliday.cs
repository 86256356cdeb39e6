using NodaTime;

namespace Plateau.Core.Compliance.Rules;

/// <summary>Nobody in Morocco is called on a holiday of Morocco; no text forbids it, custom does.</summary>
public sealed class MoroccanHoliday : IRuleOfHours
{
    public string Id => "MA-HOLIDAY-POLICY";

    public RuleText Text { get; } = new(
        "No prospecting on the holidays of Morocco, those of the lunar calendar as announced, by the person's local date",
        "Règle de la maison ; jours du Code du travail marocain (loi 65-99) art. 217 et du décret 2-04-426", new(2026, 1, 1), null, Basis.Prudence) { Country = "MA", Confidence = Confidence.C };

    public bool Concerns(Question question) => question.Prospects && question.Zones is not null;

    public Finding Judge(Question question) => Falls(question, question.Disturbed) ? Finding.Refuse("holiday", NextDay(question)) : Finding.Pass;

    private static bool Falls(Question question, Instant at)
    {
        foreach (var zone in question.Zones!)
            if (MoroccanHolidays.Falls(at.InZone(zone).Date, question.LunarDays)) return true;
        return false;
    }

    /// <summary>The midnight by which the next day without a holiday has begun in every zone.</summary>
    private static Instant NextDay(Question question)
    {
        var opens = Instant.MinValue;
        foreach (var zone in question.Zones!)
            opens = Instant.Max(opens, zone.AtStartOfDay(MoroccanHolidays.NextFree(question.Disturbed.InZone(zone).Date, question.LunarDays)).ToInstant());
        return opens;
    }
}
