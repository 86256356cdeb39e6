namespace Plateau.Core.Compliance.Rules;

/// <summary>A sale by telephone binds the consumer only when they have signed what was sent to them.</summary>
public sealed class OfferConfirmed : IRule
{
    public string Id => "FR-OFFER-CONFIRM";

    public RuleText Text { get; } = new(
        "The offer is confirmed on a durable medium and binds the consumer after their signature",
        "Code de la consommation L221-16, L223-1 al. 9", new(2022, 5, 28), null, Basis.Law) { Covers = Covers.Consumers };

    public bool Concerns(Question question) => question.Matters.Sale is not null;

    public Finding Judge(Question question) =>
        Finding.Unless(question.Matters.Sale is { ConfirmedAt: { } confirmed, SignedAt: { } signed } && confirmed <= signed && signed <= question.At, "sale-not-signed");
}
