namespace Plateau.Core.Compliance.Rules;

/// <summary>Holders of a training account are not called about it, save for a training that they are following.</summary>
public sealed class TrainingAccountBan : IRule
{
    public string Id => "FR-SECTOR-CPF";

    public RuleText Text { get; } = new(
        "No prospecting of holders of a training account (CPF), save about a current and directly linked training",
        "Code du travail L6323-8-1 (loi 2022-1587)", new(2022, 12, 21), null, Basis.Law) { Covers = Covers.Consumers };

    public bool Concerns(Question question) => question.Prospects && question.Sector is "" or "cpf";

    public Finding Judge(Question question) => question.Sector.Length == 0 ? Finding.Refuse("sector-unknown") : Finding.Unless(RunningContract.Permits(question), "sector-banned");
}
