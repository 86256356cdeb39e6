using Plateau.Core.Interactions;
using Plateau.Storage.Centre;

namespace Plateau.Server.Verbs;

/// <summary>The campaign that somebody means by an id or a name.</summary>
internal static class NamedCampaign
{
    /// <exception cref="Complaint">There is no such campaign; the message names those there are.</exception>
    public static async Task<CampaignId> FindAsync(CentreBook book, string asked, CancellationToken cancel)
    {
        if (await book.CampaignAsync(new CampaignId(asked), cancel) is { } exact) return exact.Id;
        var names = new List<string>();
        CampaignId? found = null;
        for (string? after = null; ;)
        {
            var page = await book.CampaignsAsync(null, 500, after, cancel);
            foreach (var one in page.Items)
            {
                names.Add(one.Id.Value);
                if (one.Name == asked && (found is not { } best || Later(one.Id.Value, best.Value))) found = one.Id;
            }
            if ((after = page.Next) is null) break;
        }
        return found ?? throw new Complaint(Exit.Misasked, names.Count == 0
            ? "there is no campaign yet: ./run practice makes one"
            : $"--campaign {asked}: there is no such campaign; there are {string.Join(", ", names.Take(20))}");
    }

    /// <summary>Ids that count up are compared as people read them: practice-10 comes after practice-9.</summary>
    private static bool Later(string left, string right) =>
        left.Length != right.Length ? left.Length > right.Length : string.CompareOrdinal(left, right) > 0;
}
