using NodaTime;

namespace Plateau.Core.Compliance.Rules;

/// <summary>Nobody is called to sell works on their home for energy or for age and disability, whatever they consented to.</summary>
public sealed class HousingBan : IRule
{
    private static readonly LocalDate AdaptationToo = new(2025, 7, 2);

    public string Id => "FR-SECTOR-HOUSING";

    public RuleText Text { get; } = new(
        "No prospecting for energy works and adaptation of dwellings, save on a running contract or the consumer's own request",
        "Code de la consommation L223-1 al. 5 (énergie depuis le 26/07/2020, adaptation depuis le 02/07/2025)", new(2020, 7, 26), null, Basis.Law) { Covers = Covers.Consumers };

    public bool Concerns(Question question) => question.Prospects
        && (question.Sector is "" or "energy_renovation" || (question.Sector == "housing_adaptation" && RuleBook.DayOf(question.At) >= AdaptationToo));

    public Finding Judge(Question question) => question.Sector.Length == 0 ? Finding.Refuse("sector-unknown") : Finding.Unless(Grounds.NeedNoConsent(question), "sector-banned");
}
