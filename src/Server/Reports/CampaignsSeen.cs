using Plateau.Core.Prospecting;
using Plateau.Server.People;
using Plateau.Storage.Centre;

namespace Plateau.Server.Reports;

/// <summary>The campaigns whose reports somebody may read: those of the clients they may see.</summary>
internal static class CampaignsSeen
{
    public static async Task<IReadOnlyList<CampaignSettings>> AllAsync(CentreBook centre, Person person)
    {
        var seen = new List<CampaignSettings>();
        for (string? after = null; ;)
        {
            var page = await centre.CampaignsAsync(person.OnlyClient, Page<CampaignSettings>.Most, after);
            seen.AddRange(page.Items.Where(campaign => person.Sees(campaign.Client)));
            if ((after = page.Next) is null) return seen;
        }
    }
}
