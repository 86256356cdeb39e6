using NodaTime;

namespace Plateau.Core.Compliance.Rules;

/// <summary>Where a day is a holiday for some only (Alsace-Moselle, overseas), nobody there is called on it.</summary>
public sealed class LocalHolidays : IRuleOfHours
{
    public string Id => "FR-B2C-HOLIDAY-LOCAL";

    public RuleText Text { get; } = new(
        "No prospecting on the holidays of Alsace-Moselle and of the overseas territories, by the consumer's local date",
        "Code du travail L3134-13, L3422-2 ; D223-9 ne les nomme pas", new(2023, 3, 1), null, Basis.Prudence) { Covers = Covers.Consumers };

    public bool Concerns(Question question) => question.Prospects && question.Zones is not null && !SlotOutsideHours.Permits(question);

    public Finding Judge(Question question) => Falls(question, question.Disturbed)
        ? Finding.Refuse("local-holiday", ConsumerHours.NextOpening(question, question.Disturbed))
        : Finding.Pass;

    /// <summary>Whether this rule, if the client keeps it, closes that moment.</summary>
    internal static bool Close(Question question, Instant at)
    {
        foreach (var off in question.SwitchedOff)
            if (off.Rule == "FR-B2C-HOLIDAY-LOCAL") return false;
        return Falls(question, at);
    }

    /// <summary>A person whose territory is not known may be anywhere in their zones.</summary>
    private static bool Falls(Question question, Instant at)
    {
        var territory = Territories.Of(question.Dossier.Territory);
        foreach (var zone in question.Zones!)
        {
            var day = at.InZone(zone).Date;
            if (territory is { } known ? Territories.IsHoliday(known, day) : Territories.IsHolidaySomewhere(zone.Id, day)) return true;
        }
        return false;
    }
}
