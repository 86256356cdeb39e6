namespace Plateau.Core.Compliance.Rules;

/// <summary>Who has a current contract with the client is called about it without consent; hours, counts and caller ID hold all the same.</summary>
public sealed class RunningContract : IRule
{
    public string Id => "FR-B2C-CONTRACT";

    public RuleText Text { get; } = new(
        "A running contract permits offers that relate to its object",
        "Code de la consommation L223-1 al. 4", new(2020, 7, 26), null, Basis.Law) { Covers = Covers.Consumers };

    public bool Concerns(Question question) => question.Prospects && Permits(question);

    public Finding Judge(Question question) => Finding.Pass;

    public static bool Permits(Question question) => Of(question) is not null;

    /// <summary>The contract that carries this call; null when none does.</summary>
    public static CurrentContract? Of(Question question)
    {
        foreach (var contract in question.Dossier.Contracts)
            if (Holds(contract, question)) return contract;
        return null;
    }

    private static bool Holds(CurrentContract contract, Question question) =>
        !string.IsNullOrWhiteSpace(contract.Reference)
        && (contract.Client is null || contract.Client == question.Dossier.Client)
        && contract.Status == CurrentContract.Running
        && contract.Since <= question.At
        && (contract.Until is null || question.At < contract.Until)
        && (contract.Relation is null ? contract.Products.Contains(question.Product) : contract.Relation is "same" or "add_on" or "improvement");
}
