using NodaTime;
using Plateau.Core.Compliance;
using Plateau.Core.Interactions;
using Plateau.Core.Prospecting;

namespace Plateau.Storage.Prospecting;

/// <summary>Some of those who are left to be called, for all of them.</summary>
/// <param name="People">Each with the end of a rest, where they have one, in the order in which their turn comes.</param>
/// <param name="Left">How many are left in all.</param>
public sealed record SampledPeople(IReadOnlyList<(Dossier Dossier, Instant? Due)> People, long Left);

/// <summary>Takes a sample of a campaign's lists as they stand: spread evenly over each of them, with all that the law is asked about.</summary>
public sealed class ListSample(Store store)
{
    private sealed record Drawn(int Tier, double Place, long Id, Instant? Due);

    /// <param name="most">So many people at most; all of them where the lists have no more.</param>
    public async Task<SampledPeople> TakeAsync(CampaignSettings campaign, int most, Instant now, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(campaign);
        await using var connection = await store.ConnectAsync(cancellation).ConfigureAwait(false);
        var left = new Dictionary<ListId, long>();
        foreach (var list in campaign.Lists.Distinct())
            left[list] = await connection.OneAsync<long?>("SELECT count(*) FROM prospect WHERE list_id = @list AND state IN (0, 1)", cancellation, ("@list", list.Value)).ConfigureAwait(false) ?? 0;
        var all = left.Values.Sum();
        var every = Math.Max(1, (all + most - 1) / most);
        var drawn = new List<Drawn>();
        foreach (var list in left.Keys)
        {
            var share = campaign.ShareOf(list);
            var order = share.Order == ListOrder.Score ? "CASE WHEN score IS NULL THEN 1 ELSE 0 END, score DESC, id" : "id";
            await using var command = connection.Command($"SELECT id, due_at FROM prospect WHERE list_id = @list AND state IN (0, 1) AND id % @every = 0 ORDER BY {order}", ("@list", list.Value), ("@every", every));
            await using var rows = await command.ExecuteReaderAsync(cancellation).ConfigureAwait(false);
            // Lists of one tier are called side by side.
            for (var place = 0; await rows.ReadAsync(cancellation).ConfigureAwait(false); place++)
                drawn.Add(new Drawn(share.Tier, place * every / (double)Math.Max(1, left[list]), rows.GetInt64(0), rows.GetInt64(1) is > 0 and var due ? StoredInstant.Read(due) : null));
        }

        var inTurn = drawn.OrderBy(one => one.Tier).ThenBy(one => one.Place).ThenBy(one => one.Id).ToList();
        var people = new List<(Dossier, Instant?)>(inTurn.Count);
        foreach (var some in inTurn.Chunk(2_000))
        {
            var due = some.ToDictionary(one => one.Id, one => one.Due);
            foreach (var dossier in await Dossiers.ReadAsync(connection, [.. some.Select(one => one.Id)], now, cancellation).ConfigureAwait(false))
                people.Add((dossier, due[dossier.Prospect.Value]));
        }

        return new SampledPeople(people, all);
    }
}
