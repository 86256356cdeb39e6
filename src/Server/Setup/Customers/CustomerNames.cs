using Plateau.Storage.Centre;

namespace Plateau.Server.Setup.Customers;

/// <summary>How a person is called on a page.</summary>
internal static class CustomerNames
{
    public static string Of(CustomerCard card) =>
        string.Join(' ', new[] { card.FirstName, card.Name }.Where(part => !string.IsNullOrWhiteSpace(part))) is { Length: > 0 } name ? name : card.Company ?? CustomerWords.Nameless;
}
