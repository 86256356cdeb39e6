using Plateau.Core.Compliance;
using Plateau.Core.Compliance.Rules;

namespace Plateau.Specs.Compliance;

public sealed class HousingBanSpecs
{
    private static readonly HousingBan Rule = new();
    private static readonly Question Energy = Asked.Lawful with { Sector = "energy_renovation" };
    private static readonly Question Adaptation = Asked.Lawful with { Sector = "housing_adaptation" };

    public static TheoryData<string, Question, string?> Table => new()
    {
        { "another trade", Asked.Lawful, null },
        { "a trade that nobody said", Asked.Lawful with { Sector = "" }, "sector-unknown" },
        { "energy, with consent", Energy, "sector-banned" },
        { "adaptation, with consent", Adaptation, "sector-banned" },
        { "energy, on a running contract", Energy.OnGroundOf(contract: Asked.Contract), null },
        { "energy, on an unrelated contract", Energy.OnGroundOf(contract: Asked.Contract with { Relation = "unrelated" }), "sector-banned" },
        { "energy, on the person's own request", Energy.OnGroundOf(request: Asked.Request), null },
        { "a service call", Energy with { Purpose = Purpose.Service }, null },
        { "a professional", Asked.ToProfessional with { Sector = "energy_renovation" }, null },
        { "adaptation before its day", Adaptation.When("2025-07-01T11:00:00"), null },
        { "adaptation on its day", Adaptation.When("2025-07-02T11:00:00"), "sector-banned" },
        { "energy before that day", Energy.When("2025-07-01T11:00:00"), "sector-banned" },
    };

    [Theory, MemberData(nameof(Table))]
    public void Works_on_dwellings_are_not_sold_by_telephone(string what, Question question, string? reason) => Rule.Of(question).Should().Be(reason, what);
}
