using System.Data.Common;
using NodaTime;
using Plateau.Core.Clients;
using Plateau.Core.Compliance;
using Plateau.Core.Interactions;
using Plateau.Core.Prospecting;

namespace Plateau.Storage.Prospecting;

/// <summary>What keeps people who are still to be called.</summary>
public enum WaitKind
{
    /// <summary>Nothing: they may be called now.</summary>
    Nothing,
    /// <summary>A rest that somebody's outcome asked for.</summary>
    Rest,
    /// <summary>The law, or the client's own calendar: its reason says what.</summary>
    Law,
    /// <summary>The quota of their segment is full, or is as long as others of it are on the line.</summary>
    Quota,
    /// <summary>No date will ever let them be called as things stand; when their turn comes they are refused.</summary>
    Never,
}

/// <summary>People of a list who wait for the same.</summary>
/// <param name="Reason">A code of the lexicon; null where nothing more is to be said.</param>
/// <param name="At">The first moment at which the first of them may be called; null when there is none.</param>
/// <param name="Place">Whose clock or calendar it is; null where it is not the hour that keeps them.</param>
/// <param name="Segment">What is full, such as "Région: Bretagne"; null where no quota keeps them.</param>
/// <param name="First">One of them, so that somebody can look.</param>
public sealed record Wait(WaitKind Kind, string? Reason, Instant? At, Whereabouts? Place, string? Segment, long Count, ProspectId First);

/// <summary>What is told of people who are still to be called.</summary>
/// <param name="Waits">Why they wait, the most people first.</param>
/// <param name="Used">How many of them the client has called so often in the last thirty days; the last stands for four and more.</param>
/// <param name="ConsentsEnding">How many have nothing to rest a call on after thirty days, and have now.</param>
/// <param name="WithoutGround">How many consumers have nothing to rest a call on.</param>
public sealed record WaitReport(IReadOnlyList<Wait> Waits, IReadOnlyList<long> Used, long ConsentsEnding, long WithoutGround);

/// <summary>What keeps somebody back whom the law lets be called.</summary>
/// <param name="Quota">The full quota of their segment, as it is called; null when none is full.</param>
/// <param name="Earlier">The list of an earlier tier whose people come first; null when none has anybody.</param>
public sealed record KeptBack(string? Quota, ListId? Earlier);

/// <summary>Says why people on a list are not called now, by the rule book that decides at the dial, asked for one of each kind: not a million times.</summary>
/// <remarks>
/// Of one kind are those of the same segment, state and day of rest, with the same ground (none, ended or flawed, ending within thirty
/// days, later) and as many calls in the last thirty days. The book is asked for the first and the last of each kind, and
/// the sooner answer stands for all.
/// </remarks>
public sealed class ListHealth(Store store)
{
    /// <summary>Prospects looked at in one go; between two the look can be stopped.</summary>
    private const int Slice = 100_000;

    private const string Sql =
        """
        SELECT held.segment_id, held.state, held.spent, held.due / @day, held.ground, held.times, CASE WHEN held.times >= 4 THEN held.since / @day ELSE 0 END, count(*), min(held.id), max(held.id), min(held.due)
        FROM (SELECT prospect.id, prospect.segment_id, prospect.state,
            CASE WHEN prospect.state = 1 AND prospect.due_at > @now THEN prospect.due_at ELSE 0 END AS due,
            CASE WHEN prospect.attempts >= @limit THEN 1 ELSE 0 END AS spent,
            coalesce((SELECT max(CASE WHEN ground.kind = 1 AND (ground.act IN ('', 'pre-ticked', 'silence', 'no-act') OR ground.statements NOT LIKE 'identity_choice_period_withdrawal_proof_access') THEN 1
                WHEN coalesce(ground.withdrawn_at, ground.until, CASE WHEN ground.kind = 1 THEN ground.at + 365 * @day ELSE @soon + 1 END) > @soon THEN 3
                WHEN coalesce(ground.withdrawn_at, ground.until, CASE WHEN ground.kind = 1 THEN ground.at + 365 * @day ELSE @soon + 1 END) > @now THEN 2 ELSE 1 END) FROM ground WHERE ground.customer_id = prospect.customer_id), 0) AS ground,
            coalesce(called.times, 0) AS times, coalesce(called.since, 0) AS since
            FROM prospect LEFT JOIN (SELECT customer_id, count(*) AS times, min(permitted_at) AS since FROM attempt
                WHERE campaign_id IN (SELECT id FROM campaign WHERE client_id = @client UNION ALL SELECT '') AND permitted_at >= @month GROUP BY customer_id) AS called ON called.customer_id = prospect.customer_id
            WHERE prospect.list_id = @list AND prospect.state IN (0, 1) AND prospect.id > @after AND prospect.id <= @until) AS held
        GROUP BY 1, 2, 3, 4, 5, 6, 7
        """;

    private sealed record Kind(long Segment, short State, bool Spent, long Day, int Ground, int Times, long Since);

    private sealed record Group(long Count, long First, long Last, long Due);

    /// <param name="campaign">For which campaign of the list the book is asked.</param>
    /// <param name="client">The campaign's client as it is known.</param>
    public async Task<WaitReport> WaitsAsync(ListId list, CampaignSettings campaign, Client? client, Instant now, IProgress<LookProgress>? progress = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(campaign);
        await using var connection = await store.ConnectAsync(cancellation).ConfigureAwait(false);
        var groups = await GroupsAsync(connection, list, campaign, now, progress, cancellation).ConfigureAwait(false);
        var segments = (await ListSegments.ReadAsync(connection, list.Value, campaign.Quotas, cancellation).ConfigureAwait(false)).Segments.ToDictionary(segment => segment.Id);
        var full = await FullAsync(connection, campaign, cancellation).ConfigureAwait(false);
        var asked = groups.Values.SelectMany(group => new[] { group.First, group.Last }).Distinct().ToList();
        var dossiers = new Dictionary<long, Dossier>();
        foreach (var some in asked.Chunk(2_000))
            foreach (var dossier in await Dossiers.ReadAsync(connection, some, now, cancellation).ConfigureAwait(false)) dossiers[dossier.Prospect.Value] = dossier;
        var waits = new Dictionary<(WaitKind, string?, Instant?, Whereabouts?, string?), Wait>();
        foreach (var (kind, group) in groups)
        {
            var wait = WaitOf(kind, group, segments.GetValueOrDefault(kind.Segment), full, dossiers, campaign, client, now);
            var key = (wait.Kind, wait.Reason, ToTheMinute(wait), wait.Place, wait.Segment);
            waits[key] = waits.TryGetValue(key, out var same)
                ? same with { Count = same.Count + wait.Count, At = same.At is { } at && wait.At is { } other ? Instant.Min(at, other) : same.At }
                : wait;
        }

        var used = new long[5];
        foreach (var (kind, group) in groups) used[Math.Min(kind.Times, 4)] += group.Count;
        bool IsConsumer(Kind kind) => segments.GetValueOrDefault(kind.Segment)?.Place.Audience != Audience.Professional;
        return new WaitReport([.. waits.Values.OrderByDescending(wait => wait.Count).ThenBy(wait => wait.First.Value)], used,
            groups.Where(pair => pair.Key.Ground == 2 && IsConsumer(pair.Key)).Sum(pair => pair.Value.Count), groups.Where(pair => pair.Key.Ground <= 1 && IsConsumer(pair.Key)).Sum(pair => pair.Value.Count));
    }

    /// <summary>What keeps one person back whom the law lets be called: a full quota of their segment, or a list of an earlier tier in which somebody may be called now.</summary>
    /// <param name="client">The campaign's client as it is known.</param>
    public async Task<KeptBack> KeptBackAsync(ProspectId prospect, ListId list, CampaignSettings campaign, Client? client, Instant now, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(campaign);
        await using var connection = await store.ConnectAsync(cancellation).ConfigureAwait(false);
        if (await FullAsync(connection, campaign, cancellation).ConfigureAwait(false) is { Count: > 0 } full)
        {
            var own = await connection.OneAsync<long?>("SELECT segment_id FROM prospect WHERE id = @id", cancellation, ("@id", prospect.Value)).ConfigureAwait(false);
            var segments = await ListSegments.ReadAsync(connection, list.Value, campaign.Quotas, cancellation).ConfigureAwait(false);
            if (segments.Segments.FirstOrDefault(segment => segment.Id == own)?.Cells.FirstOrDefault(full.ContainsKey) is { } cell) return new KeptBack(full[cell], null);
        }

        var tier = campaign.ShareOf(list).Tier;
        var closed = new HashSet<Whereabouts>();
        for (var step = 0; step < MostPlaces && campaign.Lists.Any(each => campaign.ShareOf(each).Tier < tier); step++)
        {
            var first = (await new HopperFeed(store).BringAsync(campaign.Id, FewOfATier, now, [.. closed], null, cancellation).ConfigureAwait(false)).Dossiers.Where(dossier => campaign.ShareOf(dossier.List!.Value).Tier < tier).ToList();
            if (first.Count == 0) break;
            if (first.Find(dossier => NextCall.Of(RuleBook.Standard, campaign, client, dossier, now).At <= now) is { } ahead) return new KeptBack(null, ahead.List);
            closed.UnionWith(first.Select(Whereabouts.Of));
        }

        return new KeptBack(null, null);
    }

    private static Wait WaitOf(Kind kind, Group group, ListSegment? segment, IReadOnlyDictionary<string, string> full, Dictionary<long, Dossier> dossiers, CampaignSettings campaign, Client? client, Instant now)
    {
        var first = new ProspectId(group.First);
        if (segment?.Cells.FirstOrDefault(full.ContainsKey) is { } cell) return new Wait(WaitKind.Quota, "quota-full", null, null, full[cell], group.Count, first);
        var from = group.Due == 0 ? now : StoredInstant.Read(group.Due);
        var next = new[] { group.First, group.Last }.Distinct().Where(dossiers.ContainsKey).Select(id => NextCall.Of(RuleBook.Standard, campaign, client, dossiers[id], from)).OrderBy(each => each.At ?? Instant.MaxValue).FirstOrDefault();
        if (next is null) return new Wait(WaitKind.Never, null, null, null, null, group.Count, first);
        if (next.At is not { } at) return new Wait(WaitKind.Never, next.Reason, null, null, null, group.Count, first);
        if (at <= now) return new Wait(WaitKind.Nothing, null, now, null, null, group.Count, first);
        if (next.Reason is null) return new Wait(WaitKind.Rest, null, at, null, null, group.Count, first);
        // Where weeks pass before a count is free again, the hour that follows is not what keeps them.
        if (kind.Times >= 4 && at > now + Duration.FromDays(1)) return new Wait(WaitKind.Law, FourInThirtyDays, at, null, null, group.Count, first);
        return new Wait(WaitKind.Law, next.Reason, at, IsOfTheHour(next.Reason) && segment is not null ? Alike(segment.Place) : null, null, group.Count, first);
    }

    /// <summary>Of an earlier tier the first few are asked for, place by place.</summary>
    private const int FewOfATier = 20, MostPlaces = 8;

    private const string FourInThirtyDays = "four-in-thirty-days";

    /// <summary>Whether it is clock or calendar of the place that keeps people.</summary>
    private static bool IsOfTheHour(string reason) => reason is "outside-hours" or "holiday" or "local-holiday" or "weekend";

    /// <summary>A department without holidays of its own is mainland like any other.</summary>
    private static Whereabouts Alike(Whereabouts place) => Territories.Of(place.Territory) is null or Territory.Elsewhere ? place with { Territory = null } : place;

    /// <summary>Rests end at every minute: those of one day are told together, by the first.</summary>
    private static Instant? ToTheMinute(Wait wait) => wait switch
    {
        { Kind: WaitKind.Rest, At: { } at } => at.InZone(Zones.Paris).Date.AtStartOfDayInZone(Zones.Paris).ToInstant(),
        { Kind: WaitKind.Law, Place: null, At: { } at } => at.InZone(Zones.Paris).Date.AtStartOfDayInZone(Zones.Paris).ToInstant(),
        _ => wait.At,
    };

    private static async Task<Dictionary<Kind, Group>> GroupsAsync(DbConnection connection, ListId list, CampaignSettings campaign, Instant now, IProgress<LookProgress>? progress, CancellationToken cancellation)
    {
        var groups = new Dictionary<Kind, Group>();
        var (least, most) = (await connection.OneAsync<long?>("SELECT min(id) FROM prospect WHERE list_id = @list", cancellation, ("@list", list.Value)).ConfigureAwait(false) ?? 1,
            await connection.OneAsync<long?>("SELECT max(id) FROM prospect WHERE list_id = @list", cancellation, ("@list", list.Value)).ConfigureAwait(false) ?? 0);
        for (var after = least - 1; after < most; after += Slice)
        {
            await using var command = connection.Command(Sql, ("@list", list.Value), ("@client", campaign.Client.Value), ("@limit", campaign.AttemptLimit), ("@day", TimeSpan.TicksPerDay),
                ("@now", StoredInstant.Of(now)), ("@soon", StoredInstant.Of(now + Duration.FromDays(30))), ("@month", StoredInstant.Of(now - Duration.FromDays(30))), ("@after", after), ("@until", after + Slice));
            await using var rows = await command.ExecuteReaderAsync(cancellation).ConfigureAwait(false);
            while (await rows.ReadAsync(cancellation).ConfigureAwait(false))
            {
                var kind = new Kind(rows.GetInt64(0), rows.GetInt16(1), rows.GetInt32(2) == 1, rows.GetInt64(3), rows.GetInt32(4), (int)Math.Min(rows.GetInt64(5), 4), rows.GetInt64(6));
                var group = new Group(rows.GetInt64(7), rows.GetInt64(8), rows.GetInt64(9), rows.GetInt64(10));
                groups[kind] = groups.TryGetValue(kind, out var before) ? new Group(before.Count + group.Count, before.First, group.Last, Math.Min(before.Due, group.Due)) : group;
            }

            progress?.Report(new LookProgress(Math.Min(after + Slice, most) - least + 1, most - least + 1));
        }

        return groups;
    }

    /// <summary>The quotas that let nobody more be called now, each with what it is called.</summary>
    private static async Task<IReadOnlyDictionary<string, string>> FullAsync(DbConnection connection, CampaignSettings campaign, CancellationToken cancellation)
    {
        if (campaign.Quotas.Count == 0) return new Dictionary<string, string>();
        var lists = new List<ListSegments>();
        foreach (var each in campaign.Lists.Distinct()) lists.Add(await ListSegments.ReadAsync(connection, each.Value, campaign.Quotas, cancellation).ConfigureAwait(false));
        var left = await QuotaCounts.LeftAsync(connection, campaign, lists, cancellation).ConfigureAwait(false);
        var full = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var segment in lists.SelectMany(list => list.Segments))
            foreach (var quota in campaign.Quotas)
                if (segment.Words.TryGetValue(quota.Column, out var value) && quota.CellOf(value) is { } cell && left[cell] <= 0) full.TryAdd(cell, $"{quota.Column}: {quota.Value ?? value}");
        return full;
    }
}
