using System.Data.Common;
using Plateau.Core.Floors;
using Plateau.Core.Interactions;

namespace Plateau.Storage.Prospecting;

/// <summary>A number of a person, with what is known of it, for whoever may see it.</summary>
/// <param name="Number">E.164 with its plus sign.</param>
public sealed record NumberKept(string Number, PersonsNumber Known);

/// <summary>All numbers of a person: the first stands with the customer, and whoever has several has a row for each.</summary>
public sealed class NumberBook(Store store)
{
    /// <summary>Whoever has more telephones than this gives the best ones.</summary>
    public const int Most = 8;

    private const string Rows = "SELECT customer_id, rank, kind, tried, dead, outcome, tried_at, digits FROM number WHERE customer_id";

    /// <summary>The person's numbers in their order; one alone when they have one, none when they are unknown.</summary>
    public async Task<IReadOnlyList<NumberKept>> OfAsync(CustomerId customer, CancellationToken cancellation = default)
    {
        await using var connection = await store.ConnectAsync(cancellation).ConfigureAwait(false);
        var kept = (await ReadAsync(connection, [customer.Value], cancellation).ConfigureAwait(false))[customer.Value].Select(each => new NumberKept($"+{each.Digits}", each.Known)).ToList();
        if (kept.Count > 0)
            return kept;
        var only = await OfAsync(connection, customer.Value, cancellation).ConfigureAwait(false);
        return [.. only.Select(digits => new NumberKept($"+{digits}", new PersonsNumber(1, NumberKind.Unknown)))];
    }

    /// <summary>The numbers of those who have several.</summary>
    internal static async Task<ILookup<long, (PersonsNumber Known, long Digits)>> ReadAsync(DbConnection connection, IReadOnlyList<long> customers, CancellationToken cancellation)
    {
        await using var command = connection.Among(Rows, customers, " ORDER BY customer_id, rank");
        await using var rows = await command.ExecuteReaderAsync(cancellation).ConfigureAwait(false);
        var numbers = new List<(long Customer, PersonsNumber Known, long Digits)>();
        while (await rows.ReadAsync(cancellation).ConfigureAwait(false))
        {
            numbers.Add((rows.GetInt64(0), new PersonsNumber(rows.GetInt16(1), (NumberKind)rows.GetInt16(2), rows.GetInt32(3), rows.GetBoolean(4), OutcomeOf(rows.TextOrNull(5)), StoredInstant.Read(rows.LongOrNull(6))), rows.GetInt64(7)));
        }

        return numbers.ToLookup(each => each.Customer, each => (each.Known, each.Digits));
    }

    /// <summary>Every number of a person, in E.164 without its plus sign.</summary>
    internal static async Task<IReadOnlyList<long>> OfAsync(DbConnection connection, long customer, CancellationToken cancellation)
    {
        await using var command = connection.Command("SELECT number FROM customer WHERE id = @id UNION SELECT digits FROM number WHERE customer_id = @id", ("@id", customer));
        await using var rows = await command.ExecuteReaderAsync(cancellation).ConfigureAwait(false);
        var numbers = new List<long>();
        while (await rows.ReadAsync(cancellation).ConfigureAwait(false))
            numbers.Add(rows.GetInt64(0));
        return numbers;
    }

    private static Outcome? OutcomeOf(string? word) => word is null ? null : System.Text.Json.JsonSerializer.Deserialize<Outcome>($"\"{word}\"", FactJson.Options);
}
