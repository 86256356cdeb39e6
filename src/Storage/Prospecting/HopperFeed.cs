using System.Data.Common;
using System.Text.Json;
using NodaTime;
using Plateau.Core.Compliance;
using Plateau.Core.Floors;
using Plateau.Core.Interactions;
using Plateau.Core.Prospecting;

namespace Plateau.Storage.Prospecting;

/// <summary>Prospects to be called, in order, each with all that a decision needs.</summary>
/// <param name="NextDue">When the next resting prospect falls due; given when fewer were found than asked for.</param>
/// <param name="Exhausted">Fewer were found than asked for.</param>
public sealed record Brought(IReadOnlyList<Dossier> Dossiers, Instant? NextDue, bool Exhausted)
{
    /// <summary>How many more may be called of each segment under a quota, by the name under which they are counted.</summary>
    public IReadOnlyDictionary<string, int> Left { get; init; } = new Dictionary<string, int>();
}

/// <summary>Brings whom a campaign may call next: its lists as they share the calls, and of each list those who are due first, then those never tried, in the list's own order.</summary>
public sealed class HopperFeed(Store store)
{
    /// <summary>Prospects of one answer at most, as the floor's own hopper holds no more.</summary>
    public const int Most = 2_000;

    /// <param name="closed">Where nobody may be called at this hour: whoever is there is passed over, and those behind them come forward.</param>
    /// <param name="habits">When the client's people answer: of those never called and equal otherwise, whoever has their good hour comes first.</param>
    public async Task<Brought> BringAsync(CampaignId campaign, int count, Instant now, IReadOnlyList<Whereabouts>? closed = null, AnswerHabits? habits = null, CancellationToken cancellation = default)
    {
        await using var connection = await store.ConnectAsync(cancellation).ConfigureAwait(false);
        if (await connection.OneAsync<string>("SELECT settings FROM campaign WHERE id = @campaign", cancellation, ("@campaign", campaign.Value)).ConfigureAwait(false) is not { } written)
            return new Brought([], null, true);
        var settings = JsonSerializer.Deserialize<CampaignSettings>(written, FactJson.Options)!;
        var lists = new List<ListSegments>(settings.Lists.Count);
        foreach (var list in settings.Lists.Distinct())
            lists.Add(await ListSegments.ReadAsync(connection, list.Value, settings.Quotas, cancellation).ConfigureAwait(false));
        var left = settings.Quotas.Count == 0 ? new Dictionary<string, int>(StringComparer.Ordinal) : await QuotaCounts.LeftAsync(connection, settings, lists, cancellation).ConfigureAwait(false);
        var chosen = await ChooseAsync(connection, settings, lists, [.. closed ?? []], new(left), habits, Math.Clamp(count, 0, Most), StoredInstant.Of(now), cancellation).ConfigureAwait(false);
        var exhausted = chosen.Count < count;
        var nextDue = exhausted ? await NextDueAsync(connection, lists, StoredInstant.Of(now), cancellation).ConfigureAwait(false) : null;
        var dossiers = await Dossiers.ReadAsync(connection, chosen.ConvertAll(each => each.Id), now, cancellation).ConfigureAwait(false);
        if (left.Count > 0)
        {
            var cells = chosen.ToDictionary(each => each.Id, each => each.Cells);
            dossiers = [.. dossiers.Select(dossier => dossier with { Cells = cells[dossier.Prospect.Value] })];
        }

        return new Brought(dossiers, nextDue, exhausted) { Left = left };
    }

    /// <summary>Tier by tier; within one, each list gives as its weight says, and a dry one leaves its part to the others.</summary>
    private static async Task<List<Candidate>> ChooseAsync(
        DbConnection connection, CampaignSettings settings, List<ListSegments> lists, HashSet<Whereabouts> closed, Dictionary<string, int> left, AnswerHabits? habits, int count, long now, CancellationToken cancellation)
    {
        var chosen = new List<Candidate>();
        foreach (var tier in lists.GroupBy(list => settings.ShareOf(list.List).Tier).OrderBy(tier => tier.Key))
        {
            var queues = new Dictionary<ListId, Queue<Candidate>>();
            foreach (var list in tier)
                queues[list.List] = new(await new Candidates(connection, list, closed, left, habits).TakeAsync(settings.ShareOf(list.List).Order, count - chosen.Count, now, cancellation).ConfigureAwait(false));
            var turns = new ListTurns();
            while (chosen.Count < count)
            {
                var ready = queues.Where(queue => queue.Value.Count > 0).Select(queue => settings.ShareOf(queue.Key)).ToList();
                if (turns.Next(ready) is not { } next) break;
                var candidate = queues[next].Dequeue();
                if (candidate.Cells.Any(cell => left[cell] <= 0)) continue;
                foreach (var cell in candidate.Cells) left[cell]--;
                turns.Served(next, ready);
                chosen.Add(candidate);
            }

            if (chosen.Count == count) break;
        }

        return chosen;
    }

    /// <summary>One prospect, whatever its state: for a callback that is due and for a call by hand. Null when it is unknown.</summary>
    public async Task<Dossier?> BringOneAsync(ProspectId prospect, Instant now, CancellationToken cancellation = default)
    {
        await using var connection = await store.ConnectAsync(cancellation).ConfigureAwait(false);
        var found = await Dossiers.ReadAsync(connection, [prospect.Value], now, cancellation).ConfigureAwait(false);
        return found.Count == 0 ? null : found[0];
    }

    /// <summary>The number to dial, as E.164 with its plus sign: for whoever carries a Dial instruction, and for nobody else. Null when the person was erased.</summary>
    /// <param name="rank">Which of several; null for the number that they are known by.</param>
    public async Task<string?> NumberOfAsync(ProspectId prospect, int? rank = null, CancellationToken cancellation = default)
    {
        await using var connection = await store.ConnectAsync(cancellation).ConfigureAwait(false);
        var number = await connection.OneAsync<long?>(
            """
            SELECT coalesce((SELECT digits FROM number WHERE number.customer_id = customer.id AND number.rank = @rank), customer.number)
            FROM prospect JOIN customer ON customer.id = prospect.customer_id WHERE prospect.id = @id
            """, cancellation, ("@id", prospect.Value), ("@rank", rank ?? 0)).ConfigureAwait(false);
        return number is { } known ? $"+{known}" : null;
    }

    private static async Task<Instant?> NextDueAsync(DbConnection connection, List<ListSegments> lists, long now, CancellationToken cancellation)
    {
        long? next = null;
        foreach (var list in lists)
        {
            var due = await connection.OneAsync<long?>(
                "SELECT min((SELECT min(due_at) FROM prospect WHERE list_id = @list AND state = 1 AND segment_id = segment.id AND due_at > @now)) FROM segment WHERE list_id = @list",
                cancellation, ("@list", list.List.Value), ("@now", now)).ConfigureAwait(false);
            next = due < (next ?? long.MaxValue) ? due : next;
        }

        return StoredInstant.Read(next);
    }
}
