namespace Plateau.Core.Compliance.Rules;

/// <summary>The centre touches a client's data only under a signed contract that says how.</summary>
public sealed class ProcessorContract : IRule
{
    public string Id => "EU-ART28";

    public RuleText Text { get; } = new(
        "A signed processing contract: documented instructions, sub-processors, audit, security, deletion, register",
        "RGPD art. 28, 30(2) et 32", new(2018, 5, 25), null, Basis.Law) { Country = "*" };

    public bool Concerns(Question question) => question.Matters.ProcessorPapers is not null;

    public Finding Judge(Question question) => Finding.Unless(question.Matters.ProcessorPapers is { Signed: true }, Missing);

    public const string Missing = "processor-contract-missing";
}
