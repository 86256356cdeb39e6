using NodaTime;

namespace Plateau.Core.Compliance.Rules;

/// <summary>Nobody in Morocco is called on a holiday of Morocco; no text forbids it, custom does.</summary>
public sealed class MoroccanHoliday : IRuleOfHours
{
    /// <summary>No row of holidays is as long.</summary>
    private const int DaysSearched = 14;

    public string Id => "MA-HOLIDAY-POLICY";

    public RuleText Text { get; } = new(
        "No prospecting on the holidays of Morocco, those of the lunar calendar as announced, by the person's local date",
        "Project policy; the days are those of Code du travail (loi 65-99) art. 217 and décret 2-04-426", new(2026, 1, 1), null, Basis.Prudence) { Country = "MA", Confidence = Confidence.C };

    public bool Concerns(Question question) => question.Prospects && question.Zones is not null;

    public Finding Judge(Question question) => Falls(question, question.Disturbed) ? Finding.Refuse("holiday", NextDay(question)) : Finding.Pass;

    private static bool Falls(Question question, Instant at)
    {
        foreach (var zone in question.Zones!)
            if (MoroccanHolidays.Falls(at.InZone(zone).Date, question.LunarDays)) return true;
        return false;
    }

    /// <summary>The first midnight of theirs after which no zone has a holiday.</summary>
    private static Instant? NextDay(Question question)
    {
        Instant? best = null;
        foreach (var zone in question.Zones!)
        {
            var today = question.Disturbed.InZone(zone).Date;
            for (var day = 1; day <= DaysSearched; day++)
            {
                var begins = zone.AtStartOfDay(today.PlusDays(day)).ToInstant();
                if (!Falls(question, begins) && (best is null || begins < best)) best = begins;
            }
        }
        return best;
    }
}
