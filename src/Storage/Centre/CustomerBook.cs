using System.Globalization;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Plateau.Core.Compliance;
using Plateau.Core.Interactions;
using Plateau.Storage.Importing;
using Plateau.Storage.Model;
using Plateau.Storage.Prospecting;

namespace Plateau.Storage.Centre;

/// <summary>A person as one client knows them: personal data, for whoever may see them.</summary>
/// <param name="Number">E.164 with its plus sign.</param>
public sealed record CustomerCard(
    CustomerId Id, ClientId Client, string Number, Audience Audience, string? Name, string? FirstName, string? Company, string? Email,
    string? Postcode, string? City, string Country, string? Territory, IReadOnlyList<string> Zones, string? Reference)
{
    /// <summary>In which they are written to: fr, en or ar; null where nobody told.</summary>
    public string? Language { get; init; }
}

/// <summary>A ground on which a person may be called, as it is kept.</summary>
public sealed record GroundKept(GroundKind Kind, string Reference, IReadOnlyList<string> Products, Instant At, Instant? Until, Instant? WithdrawnAt)
{
    public ConsentEvidence Evidence { get; init; } = ConsentEvidence.Attested;

    /// <summary>The record as text, as permits name it by its hash.</summary>
    public string Text => EvidenceText.OfGround(Kind.Name(), Reference, Products, At, Until, Evidence);

    /// <summary>The last day on which it holds by the clock of the law; null when no end was told.</summary>
    public LocalDate? LastDay => Until is { } end ? (end - Duration.Epsilon).InZone(Zones.Paris).Date : null;

    /// <summary>Reads goods or services as people write several in one place: apart by a bar, a semicolon or a line end.</summary>
    public static IReadOnlyList<string> ReadProducts(string told) => [.. EvidenceWords.Parts(told)];
}

/// <summary>An objection that concerns a person.</summary>
/// <param name="Client">Against whose calls; null for everybody's.</param>
public sealed record OppositionKept(ClientId? Client, Instant At, string Source);

/// <summary>A place of the person on one list.</summary>
public sealed record PlaceOnList(ProspectId Prospect, ListId List, string ListName, ProspectState State, string? Reason, Instant? DueAt, int Attempts, string? Extra);

/// <summary>Everything held about one person.</summary>
public sealed record CustomerFile(CustomerCard Card, IReadOnlyList<GroundKept> Grounds, IReadOnlyList<OppositionKept> Oppositions, IReadOnlyList<PlaceOnList> Places)
{
    /// <summary>All numbers of the person, the first being the one on their card.</summary>
    public IReadOnlyList<NumberKept> Numbers { get; init; } = [];
}

/// <summary>The people whom clients let us call: found by number, name or reference, opened, given a consent, erased.</summary>
public sealed class CustomerBook(Store store)
{
    /// <summary>Finds by number when digits were typed, else by letters of name, company or reference.</summary>
    /// <param name="clients">Only these clients'; null for all.</param>
    public async Task<IReadOnlyList<CustomerCard>> SearchAsync(string words, IReadOnlyCollection<ClientId>? clients, int most, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(words);
        await using var context = store.Context();
        var rows = context.Customers.AsNoTracking();
        var own = clients?.Select(client => client.Value).ToList();
        if (own is not null)
            rows = rows.Where(row => own.Contains(row.ClientId));
        var digits = words.Count(char.IsAsciiDigit);
        if (digits >= 6 && NumberReading.Read(words, "FR") is { Fault: null } read)
        {
            // Both indexes begin with the client: the clients are named, so that a number is looked up and not looked for.
            own ??= await context.Clients.Select(row => row.Id).ToListAsync(cancellation).ConfigureAwait(false);
            var found = await context.Customers.Where(row => own.Contains(row.ClientId) && row.Number == read.Number).Select(row => row.Id)
                .Union(context.Numbers.Where(row => own.Contains(row.ClientId) && row.Digits == read.Number).Select(row => row.CustomerId)).ToListAsync(cancellation).ConfigureAwait(false);
            rows = rows.Where(row => found.Contains(row.Id));
        }
        else
        {
            foreach (var word in words.Split(' ', StringSplitOptions.RemoveEmptyEntries).Take(4))
            {
#pragma warning disable CA1304, CA1311, CA1862 // These become SQL: lower() of the column on either side.
                var (like, small) = (word, word.ToLowerInvariant());
                rows = rows.Where(row => row.Reference == like || row.Name!.ToLower().Contains(small) || row.FirstName!.ToLower().Contains(small) || row.Company!.ToLower().Contains(small) || row.Name.Contains(like));
#pragma warning restore CA1304, CA1311, CA1862
            }
        }

        return (await rows.OrderBy(row => row.Id).Take(Math.Clamp(most, 1, 200)).ToListAsync(cancellation).ConfigureAwait(false)).ConvertAll(Read);
    }

    public async Task<CustomerFile?> FindAsync(CustomerId id, CancellationToken cancellation = default)
    {
        await using var context = store.Context();
        if (await context.Customers.AsNoTracking().FirstOrDefaultAsync(row => row.Id == id.Value, cancellation).ConfigureAwait(false) is not { } row) return null;
        var grounds = await context.Grounds.AsNoTracking().Where(ground => ground.CustomerId == id.Value).OrderBy(ground => ground.At).ThenBy(ground => ground.Id).ToListAsync(cancellation).ConfigureAwait(false);
        var numbers = await new NumberBook(store).OfAsync(id, cancellation).ConfigureAwait(false);
        var hashes = numbers.Select(each => long.Parse(each.Number.AsSpan(1), CultureInfo.InvariantCulture)).SelectMany(digits => new[] { NumberHash.Of(row.ClientId, digits), NumberHash.Of(null, digits) }).ToArray();
        var oppositions = await context.Oppositions.AsNoTracking().Where(each => hashes.Contains(each.NumberHash) && (each.ClientId == null || each.ClientId == row.ClientId))
            .OrderBy(each => each.At).ThenBy(each => each.Id).ToListAsync(cancellation).ConfigureAwait(false);
        var places = await (from prospect in context.Prospects.AsNoTracking()
                            join list in context.Lists.AsNoTracking() on prospect.ListId equals list.Id
                            where prospect.CustomerId == id.Value
                            orderby prospect.Id
                            select new { Prospect = prospect, list.Name }).ToListAsync(cancellation).ConfigureAwait(false);
        return new CustomerFile(Read(row),
            grounds.ConvertAll(ground => new GroundKept((GroundKind)ground.Kind, ground.Reference, ground.Products.Split('\n', StringSplitOptions.RemoveEmptyEntries), StoredInstant.Read(ground.At), StoredInstant.Read(ground.Until), StoredInstant.Read(ground.WithdrawnAt))
            {
                Evidence = GroundLine.Evidence(ground.Act, ground.Statements, ground.Channels, ground.Collector, ground.Wording),
            }),
            // The floor's fact and the letter that brought it are one objection.
            [.. oppositions.Select(each => new OppositionKept(each.ClientId is null ? null : new ClientId(each.ClientId), StoredInstant.Read(each.At), each.Source)).Distinct()],
            places.ConvertAll(pair => new PlaceOnList(new(pair.Prospect.Id), new(pair.Prospect.ListId), pair.Name, (ProspectState)pair.Prospect.State, pair.Prospect.Reason,
                pair.Prospect.DueAt == 0 ? null : StoredInstant.Read(pair.Prospect.DueAt), pair.Prospect.Attempts, pair.Prospect.Extra))) { Numbers = numbers };
    }

    /// <summary>Keeps a ground with its proof (a consent that the person gave, a contract, a request to be called back), and lets those whom a missing ground barred be called again.</summary>
    /// <param name="reference">Where the proof is kept.</param>
    /// <param name="until">The end that was told; null when none was.</param>
    /// <param name="evidence">How it came about; null leaves that to what the client attests.</param>
    /// <returns>False when there is no such person.</returns>
    public async Task<bool> GroundAsync(CustomerId id, GroundKind kind, string reference, IReadOnlyList<string> products, Instant at, Instant? until, ConsentEvidence? evidence = null, CancellationToken cancellation = default)
    {
        var found = false;
        await store.WriteAsync(async context =>
        {
            found = await context.Customers.AnyAsync(row => row.Id == id.Value, cancellation).ConfigureAwait(false);
            if (!found) return;
            context.Grounds.Add(new GroundRow
            {
                CustomerId = id.Value, Kind = (short)kind, Reference = reference, Products = string.Join('\n', products), At = StoredInstant.Of(at), Until = StoredInstant.Of(until),
                Act = evidence?.Act, Statements = GroundLine.Kept(evidence?.Statements), Channels = evidence is { Channels.Count: > 0 } ? GroundLine.Kept(evidence.Channels) : null,
                Collector = evidence?.Collector, Wording = evidence?.Wording,
            });
            foreach (var barred in await context.Prospects.Where(row => row.CustomerId == id.Value && row.State == (short)ProspectState.Barred).ToListAsync(cancellation).ConfigureAwait(false))
                (barred.State, barred.DueAt, barred.Reason) = (barred.Attempts == 0 ? (short)ProspectState.Fresh : (short)ProspectState.Waiting, 0, null);
        }, cancellation).ConfigureAwait(false);
        return found;
    }

    /// <summary>Keeps in which language a person wants to be written to, as they said it.</summary>
    /// <param name="language">fr, en or ar.</param>
    public Task SpeaksAsync(CustomerId id, string language, CancellationToken cancellation = default) => store.WriteAsync(async context =>
    {
        if (await context.Customers.FindAsync([id.Value], cancellation).ConfigureAwait(false) is { } row) row.Language = language;
    }, cancellation);

    /// <summary>Erases a person: their data, grounds, notes and places on lists go; facts stay and name nobody, and an objection stays as the hash that it always was.</summary>
    /// <returns>Null when there is no such person, false while somebody speaks with them.</returns>
    public async Task<bool?> EraseAsync(CustomerId id, string notes, CancellationToken cancellation = default)
    {
        bool? erased = null;
        await store.WriteAsync(async context =>
        {
            if (await context.Customers.FindAsync([id.Value], cancellation).ConfigureAwait(false) is not { } row) return;
            var places = await context.Prospects.Where(place => place.CustomerId == id.Value).ToListAsync(cancellation).ConfigureAwait(false);
            if (places.Exists(place => place.State == (short)ProspectState.Taken))
            {
                erased = false;
                return;
            }

            // A sale stays sold: quotas count it by the segment, which names nobody.
            var segments = places.ToDictionary(place => place.Id, place => place.SegmentId);
            foreach (var sale in await context.Attempts.Where(each => each.CustomerId == id.Value && each.Effect == "success").ToListAsync(cancellation).ConfigureAwait(false))
                if (segments.TryGetValue(sale.ProspectId, out var segment)) sale.SegmentId = segment;
            context.Prospects.RemoveRange(places);
            context.Grounds.RemoveRange(await context.Grounds.Where(ground => ground.CustomerId == id.Value).ToListAsync(cancellation).ConfigureAwait(false));
            if (await context.Documents.FindAsync([notes, id.ToString()], cancellation).ConfigureAwait(false) is { } written) context.Documents.Remove(written);
            context.Customers.Remove(row);
            erased = true;
        }, cancellation).ConfigureAwait(false);
        return erased;
    }

    private static CustomerCard Read(CustomerRow row) => new(
        new(row.Id), new(row.ClientId), $"+{row.Number}", (Audience)row.Audience, row.Name, row.FirstName, row.Company, row.Email,
        row.Postcode, row.City, row.Country, row.Territory, row.Zones.Length == 0 ? [] : row.Zones.Split(','), row.Reference) { Language = row.Language };
}
