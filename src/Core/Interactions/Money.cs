namespace Plateau.Core.Interactions;

/// <summary>An amount with its currency; amounts of two currencies don't add up.</summary>
/// <param name="Currency">ISO 4217, three capital letters.</param>
public readonly record struct Money(decimal Amount, string Currency)
{
    public static Money operator +(Money left, Money right) =>
        left.Currency == right.Currency
            ? new(left.Amount + right.Amount, left.Currency)
            : throw new InvalidOperationException($"{left.Currency} and {right.Currency} don't add up: convert one of them first");

    public static Money Add(Money left, Money right) => left + right;
}
