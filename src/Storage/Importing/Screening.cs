using System.Data.Common;

namespace Plateau.Storage.Importing;

/// <summary>Knows who has objected and when, as sorted hashes: sixteen bytes a person, so four million oppositions fit in 64 MB and a look takes no database.</summary>
internal sealed class Screening
{
    private readonly string _client;
    private readonly (long[] Hashes, long[] At) _ofClient;
    private readonly (long[] Hashes, long[] At) _ofAll;

    private Screening(string client, (long[] Hashes, long[] At) ofClient, (long[] Hashes, long[] At) ofAll)
    {
        _client = client;
        _ofClient = ofClient;
        _ofAll = ofAll;
    }

    public static async Task<Screening> LoadAsync(DbConnection connection, string client, string list, CancellationToken cancellation) => new(
        client,
        await ReadAsync(connection.Command(
            "SELECT number_hash, max(at) FROM opposition WHERE client_id = @client AND (list_id IS NULL OR list_id = @list) GROUP BY number_hash ORDER BY number_hash",
            ("@client", client), ("@list", list)), cancellation).ConfigureAwait(false),
        await ReadAsync(connection.Command("SELECT number_hash, max(at) FROM opposition WHERE client_id IS NULL GROUP BY number_hash ORDER BY number_hash"), cancellation).ConfigureAwait(false));

    /// <summary>True when the person has objected and has not consented since; the rule book has the last word on the call itself.</summary>
    public bool Opposed(long number, long? consentAt) => Opposed(_ofClient, _client, number, consentAt) || Opposed(_ofAll, null, number, consentAt);

    private static bool Opposed((long[] Hashes, long[] At) register, string? client, long number, long? consentAt)
    {
        if (register.Hashes.Length == 0)
            return false;
        var place = Array.BinarySearch(register.Hashes, NumberHash.Of(client, number));
        return place >= 0 && !(consentAt > register.At[place]);
    }

    private static async Task<(long[] Hashes, long[] At)> ReadAsync(DbCommand command, CancellationToken cancellation)
    {
        await using var closing = command;
        var hashes = new List<long>();
        var at = new List<long>();
        await using var rows = await command.ExecuteReaderAsync(cancellation).ConfigureAwait(false);
        while (await rows.ReadAsync(cancellation).ConfigureAwait(false))
        {
            hashes.Add(rows.GetInt64(0));
            at.Add(rows.GetInt64(1));
        }

        return ([.. hashes], [.. at]);
    }
}
