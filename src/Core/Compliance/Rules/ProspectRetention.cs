namespace Plateau.Core.Compliance.Rules;

/// <summary>Who has not turned to the client for three years is forgotten, not called.</summary>
public sealed class ProspectRetention : IRule
{
    public string Id => "FR-RETENTION-PROSPECT";

    public RuleText Text { get; } = new(
        "A prospect's data are kept three years from the last sign of the person, then erased",
        "CNIL, référentiel gestion commerciale (2022)", new(2022, 2, 3), null, Basis.Interpretation) { Confidence = Confidence.B };

    /// <summary>How long a prospect's data are kept after the last sign of the person.</summary>
    public const int Years = 3;

    public bool Concerns(Question question) => question.Dossier.LastHeard is not null;

    public Finding Judge(Question question)
    {
        var paris = Compliance.Zones.Paris;
        var end = question.Dossier.LastHeard!.Value.InZone(paris).LocalDateTime.PlusYears(Years);
        return Finding.Unless(question.At.InZone(paris).LocalDateTime <= end, "kept-too-long");
    }
}
