using Plateau.Core.Clients;
using Plateau.Core.Interactions;
using Plateau.Core.Prospecting;
using Plateau.Server.Practice;
using Plateau.Storage.Centre;

namespace Plateau.Server.Setup;

/// <summary>The whole of a centre's short lists, for forms that let somebody choose; what belongs to practices is left out.</summary>
internal static class EveryRow
{
    public static async Task<IReadOnlyList<Client>> EveryClientAsync(this CentreBook book, CancellationToken cancel = default) =>
        [.. (await AllAsync(after => book.ClientsAsync(Page<Client>.Most, after, cancel))).Where(client => !OfPractice(client.Id)).OrderBy(client => client.Name, StringComparer.CurrentCultureIgnoreCase)];

    public static async Task<IReadOnlyList<Programme>> EveryProgrammeAsync(this CentreBook book, ClientId client, CancellationToken cancel = default) =>
        await AllAsync(after => book.ProgrammesAsync(client, Page<Programme>.Most, after, cancel));

    public static async Task<IReadOnlyList<CampaignSettings>> EveryCampaignAsync(this CentreBook book, ClientId? client = null, CancellationToken cancel = default) =>
        [.. (await AllAsync(after => book.CampaignsAsync(client, Page<CampaignSettings>.Most, after, cancel))).Where(campaign => !OfPractice(campaign.Client))];

    public static async Task<IReadOnlyList<ListCard>> EveryListAsync(this ProspectBook prospects, ClientId? client, CancellationToken cancel = default) =>
        [.. (await AllAsync(after => prospects.ListsAsync(client, Page<ListCard>.Most, after, cancel))).Where(list => !OfPractice(list.Client))];

    private static bool OfPractice(ClientId client) => client.Value.StartsWith(PracticeRecord.Prefix, StringComparison.Ordinal);

    private static async Task<List<T>> AllAsync<T>(Func<string?, Task<Page<T>>> read)
    {
        var all = new List<T>();
        for (string? after = null; ;)
        {
            var page = await read(after);
            all.AddRange(page.Items);
            if ((after = page.Next) is null) return all;
        }
    }
}
