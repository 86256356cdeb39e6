using System.Data.Common;
using NodaTime;
using Plateau.Core.Compliance;
using Plateau.Core.Interactions;
using Plateau.Storage.Importing;

namespace Plateau.Storage.Prospecting;

/// <summary>Puts together what the rule book asks about a person: grounds, oppositions, earlier calls, zones. Four questions for any number of prospects.</summary>
internal static class Dossiers
{
    /// <summary>A list that tells no end of a consent means the year at which each one ends.</summary>
    private static readonly Duration Year = Duration.FromDays(365);

    private sealed record Person(long Prospect, long Customer, string Client, short Audience, string Country, string Zones, string? Territory, int Tried, long Number, string List, bool PlaceTold);

    /// <summary>The dossiers in the order of the ids; an unknown id is left out.</summary>
    public static async Task<IReadOnlyList<Dossier>> ReadAsync(DbConnection connection, IReadOnlyList<long> prospects, Instant now, CancellationToken cancellation)
    {
        if (prospects.Count == 0)
            return [];
        var people = await PeopleAsync(connection, prospects, cancellation).ConfigureAwait(false);
        var customers = people.Values.Select(person => person.Customer).Distinct().ToArray();
        var grounds = await GroundsAsync(connection, customers, cancellation).ConfigureAwait(false);
        var attempts = await CallHistory.ReadAsync(connection, customers, now, cancellation).ConfigureAwait(false);
        var numbers = await NumberBook.ReadAsync(connection, customers, cancellation).ConfigureAwait(false);
        var oppositions = await OppositionsAsync(connection, people.Values, numbers, cancellation).ConfigureAwait(false);
        var dossiers = new List<Dossier>(prospects.Count);
        foreach (var id in prospects)
        {
            if (!people.TryGetValue(id, out var person))
                continue;
            var client = new ClientId(person.Client);
            var own = grounds[person.Customer].ToList();
            var (zones, territory, reached) = Whereabouts(person, [.. numbers[person.Customer]]);
            dossiers.Add(new Dossier(
                new ProspectId(id), new CustomerId(person.Customer), client, (Audience)person.Audience, person.Country,
                zones, territory,
                [.. own.Where(ground => ground.Kind == GroundKind.Consent).Select(ground => new Consent(ground.Reference, client, ground.Products, ground.At, ground.Until ?? ground.At + Year, ground.WithdrawnAt) { Form = ground.Evidence.Form, Channels = ground.Evidence.Channels, Sha256 = ground.Sha256 })],
                [.. own.Where(ground => ground.Kind == GroundKind.Contract).Select(ground => new CurrentContract(ground.Reference, ground.Products, ground.At, ground.Until) { Sha256 = ground.Sha256 })],
                [.. own.Where(ground => ground.Kind == GroundKind.Request).Select(ground => new CallbackRequest(ground.Reference, ground.Products, ground.At) { Sha256 = ground.Sha256 })],
                [.. oppositions[id]], [.. attempts[person.Customer].Select(each => each.Call)], person.Tried)
            {
                List = new ListId(person.List),
                Numbers = reached,
                UnderWay = CallHistory.UnderWayOf(attempts[person.Customer]),
                // Whoever gives a list of professionals attests how they were told.
                Profession = Profession.Attested,
            });
        }

        return dossiers;
    }

    /// <summary>
    /// Where nobody told where a person is, they may be wherever one of their numbers belongs: each of those zones must be open,
    /// and a number under another country's law is not called for them.
    /// </summary>
    private static (IReadOnlyList<string> Zones, string? Territory, IReadOnlyList<PersonsNumber> Numbers) Whereabouts(Person person, IReadOnlyList<(PersonsNumber Known, long Digits)> numbers)
    {
        IReadOnlyList<string> zones = person.Zones.Length == 0 ? [] : person.Zones.Split(',');
        if (person.PlaceTold || numbers.Count == 0)
            return (zones, person.Territory, [.. numbers.Select(each => each.Known)]);
        var places = numbers.Select(each => (each.Known, Place: Places.OfRegion(NumberReading.RegionOf(each.Digits)))).Where(each => each.Place.Country == person.Country).ToList();
        return ([.. zones.Concat(places.SelectMany(each => each.Place.Zones.Split(',', StringSplitOptions.RemoveEmptyEntries))).Distinct()],
            places.TrueForAll(each => each.Place.Territory == person.Territory) ? person.Territory : null, [.. places.Select(each => each.Known)]);
    }

    private static async Task<Dictionary<long, Person>> PeopleAsync(DbConnection connection, IReadOnlyList<long> prospects, CancellationToken cancellation)
    {
        await using var command = connection.Among(
            """
            SELECT prospect.id, customer.id, customer.client_id, customer.audience, customer.country, customer.zones, customer.territory, prospect.attempts, customer.number, prospect.list_id, customer.place_told
            FROM prospect JOIN customer ON customer.id = prospect.customer_id WHERE prospect.id
            """, prospects);
        await using var rows = await command.ExecuteReaderAsync(cancellation).ConfigureAwait(false);
        var people = new Dictionary<long, Person>();
        while (await rows.ReadAsync(cancellation).ConfigureAwait(false))
        {
            people[rows.GetInt64(0)] = new Person(rows.GetInt64(0), rows.GetInt64(1), rows.GetString(2), rows.GetInt16(3), rows.GetString(4),
                rows.GetString(5), rows.TextOrNull(6), rows.GetInt32(7), rows.GetInt64(8), rows.GetString(9), rows.GetBoolean(10));
        }

        return people;
    }

    private sealed record Ground(long Customer, GroundKind Kind, string Reference, IReadOnlyList<string> Products, Instant At, Instant? Until, Instant? WithdrawnAt, ConsentEvidence Evidence)
    {
        public string Sha256 { get; } = EvidenceText.HashOf(EvidenceText.OfGround(Kind.Name(), Reference, Products, At, Until, Evidence));
    }

    private static async Task<ILookup<long, Ground>> GroundsAsync(DbConnection connection, long[] customers, CancellationToken cancellation)
    {
        await using var command = connection.Among("SELECT customer_id, kind, reference, products, at, until, withdrawn_at, act, statements, channels, collector, wording FROM ground WHERE customer_id", customers, " ORDER BY at, id");
        await using var rows = await command.ExecuteReaderAsync(cancellation).ConfigureAwait(false);
        var grounds = new List<Ground>();
        while (await rows.ReadAsync(cancellation).ConfigureAwait(false))
        {
            grounds.Add(new Ground(rows.GetInt64(0), (GroundKind)rows.GetInt16(1), rows.GetString(2), rows.GetString(3).Split('\n', StringSplitOptions.RemoveEmptyEntries),
                StoredInstant.Read(rows.GetInt64(4)), StoredInstant.Read(rows.LongOrNull(5)), StoredInstant.Read(rows.LongOrNull(6)),
                GroundLine.Evidence(rows.TextOrNull(7), rows.TextOrNull(8), rows.TextOrNull(9), rows.TextOrNull(10), rows.TextOrNull(11))));
        }

        return grounds.ToLookup(ground => ground.Customer);
    }

    /// <summary>Whoever objected under one of their numbers objected under all of them.</summary>
    private static async Task<ILookup<long, Opposition>> OppositionsAsync(DbConnection connection, ICollection<Person> people, ILookup<long, (PersonsNumber Known, long Digits)> numbers, CancellationToken cancellation)
    {
        var byHash = people.SelectMany(person => numbers[person.Customer].Select(each => each.Digits).Append(person.Number).Distinct(), (person, digits) => (person, digits))
            .SelectMany(pair => new[] { NumberHash.Of(pair.person.Client, pair.digits), NumberHash.Of(null, pair.digits) }, (pair, hash) => (hash, pair.person))
            .ToLookup(pair => pair.hash, pair => pair.person);
        await using var command = connection.Among("SELECT number_hash, client_id, list_id, at, source FROM opposition WHERE number_hash", [.. byHash.Select(group => group.Key)], " ORDER BY at, id");
        await using var rows = await command.ExecuteReaderAsync(cancellation).ConfigureAwait(false);
        var found = new List<(long Prospect, Opposition Opposition)>();
        while (await rows.ReadAsync(cancellation).ConfigureAwait(false))
        {
            var (client, list) = (rows.TextOrNull(1), rows.TextOrNull(2));
            foreach (var person in byHash[rows.GetInt64(0)])
            {
                if ((client is null || client == person.Client) && (list is null || list == person.List))
                    found.Add((person.Prospect, new Opposition(StoredInstant.Read(rows.GetInt64(3)), rows.GetString(4))));
            }
        }

        return found.ToLookup(pair => pair.Prospect, pair => pair.Opposition);
    }
}
