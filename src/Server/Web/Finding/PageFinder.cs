using Plateau.Server.People;
using Plateau.Server.Web.Words;

namespace Plateau.Server.Web.Finding;

/// <summary>Finds pages by their titles, those that the reader may see.</summary>
internal sealed class PageFinder(Permissions permissions) : IFinder
{
    public async Task<IReadOnlyList<Found>> FindAsync(string words, CancellationToken cancel)
    {
        var person = await permissions.PersonAsync();
        return
        [
            .. from page in HousePages.All
               where !page.Path.Contains('{', StringComparison.Ordinal) && person?.May(page.Operation) == true && Typed.IsIn(words, page.Title)
               select new Found(page.Title, HouseWords.Page, page.Icon, page.Address),
        ];
    }
}
