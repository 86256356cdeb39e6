using NodaTime;

namespace Plateau.Core.Compliance.Rules;

/// <summary>No consumer is called on a national holiday of their own date.</summary>
public sealed class NationalHolidays : IRule
{
    public string Id => "FR-B2C-HOLIDAY";

    public RuleText Text { get; } = new(
        "No prospecting on the holidays of L3133-1, by the consumer's local date",
        "Code de la consommation D223-9; Code du travail L3133-1", new LocalDate(2023, 3, 1), null, Basis.Law);

    public bool Concerns(Question question) => question.Dossier.Audience != Audience.Professional && Zones.Of(question.Dossier) is not null;

    public Finding Judge(Question question)
    {
        var zones = Zones.Of(question.Dossier)!;
        foreach (var zone in zones)
            if (FrenchHolidays.Falls(question.At.InZone(zone).Date))
                return Finding.Refuse("holiday", ConsumerHours.Windows.NextOpening(question.At, zones));
        return Finding.Pass;
    }
}
