using System.Data.Common;
using System.Text.Json;
using Plateau.Core.Floors;
using Plateau.Core.Interactions;
using Plateau.Core.Prospecting;
using Plateau.Storage.Prospecting;

namespace Plateau.Storage.Journals;

/// <summary>Calls and previews that are written only while there is room under the quotas that count them, whichever floor of the campaign fills them.</summary>
internal sealed class QuotaClaims
{
    private readonly SortedDictionary<string, List<long>> _prospects = new(StringComparer.Ordinal);

    /// <summary>The claims among these facts; null when there are none, which is nearly always.</summary>
    public static QuotaClaims? Of(IReadOnlyList<Fact> facts)
    {
        QuotaClaims? claims = null;
        foreach (var fact in facts)
            if (fact is AttemptPermitted { Counted: true } permitted) (claims ??= new()).Add(permitted.Campaign, permitted.Prospect);
            else if (fact is PreviewShown { Counted: true } shown) (claims ??= new()).Add(shown.Campaign, shown.Prospect);
        return claims;
    }

    /// <summary>The campaigns, always in one order, so that two floors never wait for each other.</summary>
    public IReadOnlyList<string> Campaigns => [.. _prospects.Keys];

    /// <summary>Looks in the transaction that wrote them whether every one has its place: they are on the line by now, and whoever waited sees what the other floor wrote.</summary>
    /// <exception cref="PermitLost">A quota would be overrun.</exception>
    public async Task CheckAsync(DbConnection connection, string stream, CancellationToken cancellation)
    {
        foreach (var (campaign, prospects) in _prospects)
            if (await LeftAsync(connection, campaign, prospects, cancellation).ConfigureAwait(false) is { IsOverrun: true })
                throw new PermitLost($"A quota of campaign {campaign}, which stream {stream} serves, was filled by another floor.");
    }

    /// <summary>What is left of each campaign as everything written counts, for whoever has to decide again.</summary>
    public async Task<IReadOnlyDictionary<CampaignId, IReadOnlyDictionary<string, int>>> LeftAsync(Store store, CancellationToken cancellation)
    {
        await using var connection = await store.ConnectAsync(cancellation).ConfigureAwait(false);
        var left = new Dictionary<CampaignId, IReadOnlyDictionary<string, int>>();
        foreach (var (campaign, prospects) in _prospects)
            if (await LeftAsync(connection, campaign, prospects, cancellation).ConfigureAwait(false) is { } found) left[new CampaignId(campaign)] = found.Left;
        return left;
    }

    private void Add(CampaignId campaign, ProspectId prospect)
    {
        if (!_prospects.TryGetValue(campaign.Value, out var several)) _prospects[campaign.Value] = several = [];
        several.Add(prospect.Value);
    }

    private static async Task<(IReadOnlyDictionary<string, int> Left, bool IsOverrun)?> LeftAsync(DbConnection connection, string campaign, List<long> prospects, CancellationToken cancellation)
    {
        if (await connection.OneAsync<string>("SELECT settings FROM campaign WHERE id = @campaign", cancellation, ("@campaign", campaign)).ConfigureAwait(false) is not { } written) return null;
        var settings = JsonSerializer.Deserialize<CampaignSettings>(written, FactJson.Options)!;
        if (settings.Quotas.Count == 0) return null;
        var lists = new List<ListSegments>();
        foreach (var list in settings.Lists.Distinct()) lists.Add(await ListSegments.ReadAsync(connection, list.Value, settings.Quotas, cancellation).ConfigureAwait(false));
        var left = await QuotaCounts.LeftAsync(connection, settings, lists, cancellation).ConfigureAwait(false);
        var cells = lists.SelectMany(list => list.Segments).ToDictionary(segment => segment.Id, segment => segment.Cells);
        var overrun = false;
        await using var ask = connection.Among("SELECT DISTINCT segment_id FROM prospect WHERE id", prospects);
        await using var rows = await ask.ExecuteReaderAsync(cancellation).ConfigureAwait(false);
        while (await rows.ReadAsync(cancellation).ConfigureAwait(false))
            overrun |= cells.TryGetValue(rows.GetInt64(0), out var own) && own.Any(cell => left[cell] < 0);
        return (left, overrun);
    }
}
