using Plateau.Server.People;
using Plateau.Server.Web.Finding;
using Plateau.Server.Web.Words;
using Plateau.Storage.Centre;

namespace Plateau.Server.Setup.Customers;

/// <summary>Finds campaigns and customers for the palette, among the clients that its reader may see.</summary>
internal sealed class CustomerFinder(Permissions permissions, CustomerBook customers, CentreBook book) : IFinder
{
    /// <summary>Fewer letters would fit half the people.</summary>
    private const int FewestLetters = 3;
    private const int MostCustomers = 6;

    public async Task<IReadOnlyList<Found>> FindAsync(string words, CancellationToken cancel)
    {
        if (words.Length < FewestLetters || await permissions.PersonAsync() is not { } person) return [];
        var found = new List<Found>();
        if (person.May(Operation.CampaignsSee))
            found.AddRange((await book.EveryCampaignAsync(cancel: cancel)).Where(each => person.Sees(each.Client) && Typed.IsIn(words, each.Name)).Select(each => new Found(each.Name, HouseWords.Campaign, "campaign", $"/campaigns/{each.Id}")));
        if (person.May(Operation.CustomersSee))
            found.AddRange((await customers.SearchAsync(words, person.Clients, MostCustomers, cancel)).Select(each => new Found(CustomerNames.Of(each), HouseWords.Customer, "people", $"/customers/{each.Id}")));
        return found;
    }
}
