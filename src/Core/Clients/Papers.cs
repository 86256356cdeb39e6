using NodaTime;

namespace Plateau.Core.Clients;

/// <summary>A signed paper without which the centre may not touch a client's data.</summary>
/// <param name="Reference">Where it is found: a contract's number, an authority's receipt.</param>
/// <param name="From">First day on which it holds.</param>
/// <param name="Until">Last day, that day included; null while it runs.</param>
public sealed record Paper(PaperKind Kind, string Reference, LocalDate From, LocalDate? Until = null)
{
    public bool HoldsOn(LocalDate day) => From <= day && (Until is null || day <= Until);
}

/// <summary>
/// The papers that texts ask for: the processing contract (RGPD, art. 28); the standard clauses and the assessment of what
/// the transfer risks, where data are seen from Morocco (RGPD, art. 46); the receipt of the CNDP (loi 09-08, art. 12).
/// </summary>
public enum PaperKind { ProcessorContract, TransferClauses, TransferAssessment, MoroccanReceipt }
