using NodaTime;
using Plateau.Core.Compliance;
using Plateau.Core.Interactions;
using Plateau.Storage.Importing;

namespace Plateau.Storage.Prospecting;

/// <summary>A number by itself: where it belongs, and what is remembered of it though nobody of that number is known.</summary>
/// <param name="Number">E.164 with its plus sign.</param>
/// <param name="Country">ISO 3166-1 alpha-2, by the number alone.</param>
/// <param name="Zones">Every zone in which whoever answers there may be.</param>
/// <param name="Oppositions">Against whose calls each was said (null: everybody's), of the clients that were asked about; the oldest first.</param>
public sealed record NumberStanding(string Number, string Country, string? Territory, IReadOnlyList<string> Zones, IReadOnlyList<(ClientId? Client, Instant At, string Source)> Oppositions)
{
    /// <summary>What the law would be asked if a client called this number now: somebody private, without a ground, whom nobody called before.</summary>
    public Dossier DossierFor(ClientId client) => new(new ProspectId(0), new CustomerId(0), client, Audience.Consumer, Country, Zones, Territory, [], [], [],
        [.. Oppositions.Where(each => each.Client is null || each.Client == client).Select(each => new Opposition(each.At, each.Source))], []);
}

/// <summary>Reads what is known of numbers that stand on no list: oppositions outlive people.</summary>
public sealed class NumberStandings(Store store)
{
    /// <summary>Whether the words are a whole number that can be called.</summary>
    public static bool IsNumber(string words) => NumberReading.Read(words, "FR") is { Fault: null };

    /// <param name="words">A number as people write it; one without a country code is French.</param>
    /// <param name="clients">Whose oppositions are looked up, beside those that hold for everybody.</param>
    /// <returns>Null when the words are no number that can be called.</returns>
    public async Task<NumberStanding?> ReadAsync(string words, IReadOnlyCollection<ClientId> clients, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(words);
        ArgumentNullException.ThrowIfNull(clients);
        if (NumberReading.Read(words, "FR") is not { Fault: null } read) return null;
        var place = Places.OfRegion(read.Region);
        var hashes = clients.Select(client => (Client: (ClientId?)client, Hash: NumberHash.Of(client.Value, read.Number))).Append((Client: null, Hash: NumberHash.Of(null, read.Number))).ToDictionary(each => each.Hash, each => each.Client);
        var oppositions = new List<(ClientId?, Instant, string)>();
        await using var connection = await store.ConnectAsync(cancellation).ConfigureAwait(false);
        await using var command = connection.Among("SELECT number_hash, client_id, at, source FROM opposition WHERE number_hash", [.. hashes.Keys], " ORDER BY at, id");
        await using var rows = await command.ExecuteReaderAsync(cancellation).ConfigureAwait(false);
        while (await rows.ReadAsync(cancellation).ConfigureAwait(false))
            if (hashes[rows.GetInt64(0)]?.Value == rows.TextOrNull(1)) oppositions.Add((hashes[rows.GetInt64(0)], StoredInstant.Read(rows.GetInt64(2)), rows.GetString(3)));
        return new NumberStanding($"+{read.Number}", place.Country, place.Territory, place.Zones.Split(',', StringSplitOptions.RemoveEmptyEntries), oppositions);
    }
}
