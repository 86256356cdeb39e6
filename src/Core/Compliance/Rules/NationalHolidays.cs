namespace Plateau.Core.Compliance.Rules;

/// <summary>No consumer is called on a national holiday of their own date.</summary>
public sealed class NationalHolidays : IRuleOfHours
{
    public string Id => "FR-B2C-HOLIDAY";

    public RuleText Text { get; } = new(
        "No prospecting on the holidays of L3133-1, by the consumer's local date",
        "Code de la consommation D223-9; Code du travail L3133-1", new(2023, 3, 1), null, Basis.Law) { Covers = Covers.Consumers };

    public bool Concerns(Question question) => question.Prospects && question.Zones is not null && !SlotOutsideHours.Permits(question);

    public Finding Judge(Question question)
    {
        foreach (var zone in question.Zones!)
            if (FrenchHolidays.Falls(question.Disturbed.InZone(zone).Date))
                return Finding.Refuse("holiday", ConsumerHours.NextOpening(question, question.Disturbed));
        return Finding.Pass;
    }
}
