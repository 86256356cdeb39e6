using Plateau.Core.Compliance;
using Plateau.Core.Compliance.Rules;

namespace Plateau.Specs.Compliance;

public sealed class TrainingAccountBanSpecs
{
    private static readonly TrainingAccountBan Rule = new();
    private static readonly Question Cpf = Asked.Lawful with { Sector = "cpf" };

    public static TheoryData<string, Question, string?> Table => new()
    {
        { "another trade", Asked.Lawful, null },
        { "a trade that nobody said", Asked.Lawful with { Sector = "" }, "sector-unknown" },
        { "with consent", Cpf, "sector-banned" },
        { "about a training that is followed", Cpf.OnGroundOf(contract: Asked.Contract), null },
        { "about another training", Cpf.OnGroundOf(contract: Asked.Contract with { Relation = "unrelated" }), "sector-banned" },
        { "on request", Cpf.OnGroundOf(request: Asked.Request), "sector-banned" },
        { "a service call", Cpf with { Purpose = Purpose.Service }, null },
        { "a professional", Asked.ToProfessional with { Sector = "cpf" }, null },
    };

    [Theory, MemberData(nameof(Table))]
    public void Training_accounts_are_not_sold_to_by_telephone(string what, Question question, string? reason) => Rule.Of(question).Should().Be(reason, what);
}
