using System.Globalization;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Plateau.Core.Compliance;
using Plateau.Core.Interactions;
using Plateau.Storage.Model;
using Plateau.Storage.Prospecting;

namespace Plateau.Storage.Centre;

/// <summary>A list and how far it is.</summary>
public sealed record ListCard(ListId Id, ClientId Client, string Name, IReadOnlyDictionary<ProspectState, long> Prospects)
{
    /// <summary>Prospects who may still be called, now or later.</summary>
    public long Left => Prospects.Where(pair => pair.Key is ProspectState.Fresh or ProspectState.Waiting or ProspectState.Promised or ProspectState.Taken).Sum(pair => pair.Value);
}

/// <summary>A prospect with the person behind it: personal data, for whoever may see them.</summary>
/// <param name="Number">E.164 with its plus sign.</param>
/// <param name="Extra">Columns of the client's file that Plateau has no name for, as a JSON object.</param>
public sealed record ProspectCard(
    ProspectId Id, CustomerId Customer, ListId List, ClientId Client, string Number, Audience Audience, string? Name, string? FirstName, string? Company,
    string? Email, string? Postcode, string? City, string Country, string? Territory, IReadOnlyList<string> Zones, string? Reference,
    ProspectState State, string? Reason, Instant? DueAt, int Attempts, string? LastOutcome, Instant? LastAttemptAt, string? Extra)
{
    /// <summary>In which they are written to: fr, en or ar; null where nobody told.</summary>
    public string? Language { get; init; }
}

/// <summary>Those of a list who stand at the same place for the same reason.</summary>
/// <param name="Reason">A code of the lexicon, where there is one.</param>
/// <param name="Due">When the first of them may be brought again; null when some may at once, or none waits.</param>
public sealed record Standing(ProspectState State, string? Reason, long Count, Instant? Due);

/// <summary>Lists and the people on them, page by page.</summary>
public sealed class ProspectBook(Store store)
{
    public async Task<ListCard?> ListAsync(ListId id, CancellationToken cancellation = default)
    {
        await using var context = store.Context();
        var row = await context.Lists.FindAsync([id.Value], cancellation).ConfigureAwait(false);
        return row is null ? null : await CardAsync(context, row, cancellation).ConfigureAwait(false);
    }

    /// <param name="client">Only this client's; null for all.</param>
    public async Task<Page<ListCard>> ListsAsync(ClientId? client, int count, string? after = null, CancellationToken cancellation = default)
    {
        var bounded = Page<ListCard>.Bounded(count);
        var owner = client?.Value;
        await using var context = store.Context();
#pragma warning disable CA1309 // The comparison becomes SQL, where the column itself compares byte by byte.
        var rows = await context.Lists.AsNoTracking().Where(row => (owner == null || row.ClientId == owner) && (after == null || string.Compare(row.Id, after) > 0))
            .OrderBy(row => row.Id).Take(bounded + 1).ToListAsync(cancellation).ConfigureAwait(false);
#pragma warning restore CA1309
        var cards = new List<ListCard>(rows.Count);
        foreach (var row in rows)
            cards.Add(await CardAsync(context, row, cancellation).ConfigureAwait(false));
        return Page<ListCard>.Of(cards, bounded, card => card.Id.Value);
    }

    /// <summary>How many of a list stand where and why, and when the first of each falls due: the most first.</summary>
    public async Task<IReadOnlyList<Standing>> StandingsAsync(ListId list, CancellationToken cancellation = default)
    {
        await using var context = store.Context();
        var groups = await context.Prospects.Where(row => row.ListId == list.Value).GroupBy(row => new { row.State, row.Reason })
            .Select(group => new { group.Key.State, group.Key.Reason, Count = group.LongCount(), Due = group.Min(row => row.DueAt) }).ToListAsync(cancellation).ConfigureAwait(false);
        return [.. groups.OrderByDescending(group => group.Count).Select(group => new Standing((ProspectState)group.State, group.Reason, group.Count, group.Due == 0 ? null : StoredInstant.Read(group.Due)))];
    }

    public async Task<ProspectCard?> FindAsync(ProspectId id, CancellationToken cancellation = default)
    {
        await using var context = store.Context();
        var found = await Joined(context).FirstOrDefaultAsync(pair => pair.Prospect.Id == id.Value, cancellation).ConfigureAwait(false);
        return found is null ? null : Read(found);
    }

    /// <summary>What the lists are called, without counting who is on them.</summary>
    /// <param name="client">Only this client's; null for all.</param>
    public async Task<IReadOnlyDictionary<ListId, string>> ListNamesAsync(ClientId? client, CancellationToken cancellation = default)
    {
        var owner = client?.Value;
        await using var context = store.Context();
        var rows = await context.Lists.AsNoTracking().Where(row => owner == null || row.ClientId == owner).Select(row => new { row.Id, row.Name }).ToListAsync(cancellation).ConfigureAwait(false);
        return rows.ToDictionary(row => new ListId(row.Id), row => row.Name);
    }

    /// <summary>The list of each of these prospects; those that are no longer known are left out.</summary>
    public async Task<IReadOnlyDictionary<ProspectId, ListId>> ListsOfAsync(IReadOnlyCollection<ProspectId> prospects, CancellationToken cancellation = default)
    {
        if (prospects.Count == 0)
            return new Dictionary<ProspectId, ListId>();
        var ids = prospects.Select(prospect => prospect.Value).ToList();
        await using var context = store.Context();
        var rows = await context.Prospects.AsNoTracking().Where(row => ids.Contains(row.Id)).Select(row => new { row.Id, row.ListId }).ToListAsync(cancellation).ConfigureAwait(false);
        return rows.ToDictionary(row => new ProspectId(row.Id), row => new ListId(row.ListId));
    }

    /// <summary>These prospects with the people behind them; those that are no longer known are left out.</summary>
    public async Task<IReadOnlyDictionary<ProspectId, ProspectCard>> FindAsync(IReadOnlyCollection<ProspectId> prospects, CancellationToken cancellation = default)
    {
        var ids = prospects.Select(prospect => prospect.Value).ToList();
        await using var context = store.Context();
        var found = await Joined(context).Where(pair => ids.Contains(pair.Prospect.Id)).ToListAsync(cancellation).ConfigureAwait(false);
        return found.ConvertAll(Read).ToDictionary(card => card.Id);
    }

    /// <summary>The places that these people have on these lists, in the order of their ids.</summary>
    public async Task<IReadOnlyList<ProspectCard>> OfCustomersAsync(IReadOnlyCollection<CustomerId> customers, IReadOnlyCollection<ListId> lists, CancellationToken cancellation = default)
    {
        var (people, names) = (customers.Select(customer => customer.Value).ToList(), lists.Select(list => list.Value).ToList());
        await using var context = store.Context();
        var found = await Joined(context).Where(pair => people.Contains(pair.Prospect.CustomerId) && names.Contains(pair.Prospect.ListId)).OrderBy(pair => pair.Prospect.Id).ToListAsync(cancellation).ConfigureAwait(false);
        return found.ConvertAll(Read);
    }

    /// <summary>A list's prospects in the order of their ids, which is the order of the file.</summary>
    /// <exception cref="FormatException">The cursor is none of ours.</exception>
    public async Task<Page<ProspectCard>> OfListAsync(ListId list, int count, string? after = null, CancellationToken cancellation = default)
    {
        var bounded = Page<ProspectCard>.Bounded(count);
        if (!long.TryParse(after ?? "0", NumberStyles.None, CultureInfo.InvariantCulture, out var last))
            throw new FormatException("The cursor is not one that this list has given: begin at its first page.");
        await using var context = store.Context();
        var found = await Joined(context).Where(pair => pair.Prospect.ListId == list.Value && pair.Prospect.Id > last)
            .OrderBy(pair => pair.Prospect.Id).Take(bounded + 1).ToListAsync(cancellation).ConfigureAwait(false);
        return Page<ProspectCard>.Of(found.ConvertAll(Read), bounded, card => card.Id.ToString());
    }

    private sealed class Pair
    {
        public required ProspectRow Prospect { get; init; }
        public required CustomerRow Customer { get; init; }
    }

    private static IQueryable<Pair> Joined(PlateauContext context) =>
        from prospect in context.Prospects.AsNoTracking()
        join customer in context.Customers.AsNoTracking() on prospect.CustomerId equals customer.Id
        select new Pair { Prospect = prospect, Customer = customer };

    private static async Task<ListCard> CardAsync(PlateauContext context, ListRow row, CancellationToken cancellation)
    {
        var states = await context.Prospects.Where(prospect => prospect.ListId == row.Id).GroupBy(prospect => prospect.State)
            .Select(group => new { State = group.Key, Count = group.LongCount() }).ToListAsync(cancellation).ConfigureAwait(false);
        return new ListCard(new(row.Id), new(row.ClientId), row.Name, states.ToDictionary(each => (ProspectState)each.State, each => each.Count));
    }

    private static ProspectCard Read(Pair pair)
    {
        var (prospect, customer) = (pair.Prospect, pair.Customer);
        return new ProspectCard(
            new(prospect.Id), new(customer.Id), new(prospect.ListId), new(customer.ClientId), $"+{customer.Number}", (Audience)customer.Audience,
            customer.Name, customer.FirstName, customer.Company, customer.Email, customer.Postcode, customer.City, customer.Country, customer.Territory,
            customer.Zones.Length == 0 ? [] : customer.Zones.Split(','), customer.Reference,
            (ProspectState)prospect.State, prospect.Reason, prospect.DueAt == 0 ? null : StoredInstant.Read(prospect.DueAt), prospect.Attempts, prospect.LastOutcome,
            StoredInstant.Read(prospect.LastAttemptAt), prospect.Extra) { Language = customer.Language };
    }
}
