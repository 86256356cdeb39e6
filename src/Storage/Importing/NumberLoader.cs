using System.Data.Common;
using System.Globalization;
using Npgsql;
using Plateau.Core.Interactions;

namespace Plateau.Storage.Importing;

/// <summary>Keeps the further numbers of people whom a slice brings, and knows somebody again who is named by one of them.</summary>
internal sealed class NumberLoader(Store store, DbConnection connection, LoadTarget target) : IAsyncDisposable
{
    private const string Person = "JOIN customer AS kept ON kept.client_id = @client AND kept.number = given.main";

    /// <summary>The number that everybody is known by, with what came of calls to it while it was the only one.</summary>
    private string First =>
        $"""
        INSERT INTO number (customer_id, rank, client_id, digits, kind, tried, tried_at, outcome, dead, batch_id)
        SELECT kept.id, 1, @client, kept.number, given.kind, (SELECT count(*) FROM attempt WHERE attempt.customer_id = kept.id AND attempt.placed_at IS NOT NULL),
            (SELECT max(attempt.permitted_at) FROM attempt WHERE attempt.customer_id = kept.id AND attempt.placed_at IS NOT NULL),
            (SELECT attempt.outcome FROM attempt WHERE attempt.customer_id = kept.id AND attempt.placed_at IS NOT NULL ORDER BY attempt.permitted_at DESC LIMIT 1), false, @batch
        FROM {Given} {Person} WHERE given.place = 0 ON CONFLICT DO NOTHING
        """;

    private string Further =>
        $"""
        INSERT INTO number (customer_id, rank, client_id, digits, kind, tried, dead, batch_id)
        SELECT kept.id, ranked.highest + given.place, @client, given.digits, given.kind, 0, false, @batch
        FROM {Given} {Person} JOIN (SELECT customer_id, max(rank) AS highest FROM number GROUP BY customer_id) AS ranked ON ranked.customer_id = kept.id
        WHERE given.place > 0 AND ranked.highest + given.place <= {Prospecting.NumberBook.Most}
            AND NOT EXISTS (SELECT 1 FROM customer AS other WHERE other.client_id = @client AND other.number = given.digits)
        ON CONFLICT DO NOTHING
        """;

    /// <summary>A column that says which line it is says so of numbers that were known, too.</summary>
    private string Told => $"UPDATE number SET kind = given.kind FROM {Given} WHERE given.kind >= {(short)NumberKind.Office} AND number.client_id = @client AND number.digits = given.digits";

    /// <summary>Numbers that stay with somebody else whom the client named by them before.</summary>
    private string Elsewhere =>
        $"""
        SELECT given.line, given.digits FROM {Given} {Person}
        WHERE given.place > 0 AND NOT EXISTS (SELECT 1 FROM number WHERE number.customer_id = kept.id AND number.digits = given.digits)
        """;

    private string Given => connection is NpgsqlConnection
        ? "unnest(@lines, @mains, @places, @digits, @kinds) AS given(line, main, place, digits, kind)"
        : "(SELECT json_extract(value, '$[0]') AS line, json_extract(value, '$[1]') AS main, json_extract(value, '$[2]') AS place, json_extract(value, '$[3]') AS digits, json_extract(value, '$[4]') AS kind FROM json_each(@rows)) AS given";

    public static async Task<NumberLoader> OpenAsync(Store store, LoadTarget target, CancellationToken cancellation) =>
        new(store, await store.ConnectAsync(cancellation).ConfigureAwait(false), target);

    /// <summary>Whoever is named by a further number of theirs is the person that the client named before, and no second one.</summary>
    public async Task RecogniseAsync(Slice slice, CancellationToken cancellation)
    {
        if (slice.Lines.Count == 0 || await connection.OneAsync<long?>("SELECT 1 FROM number WHERE client_id = @client LIMIT 1", cancellation, ("@client", target.Client)).ConfigureAwait(false) is null)
            return;
        var known = await KnownAsync(slice.Lines.ConvertAll(line => line.Number), cancellation).ConfigureAwait(false);
        var people = new HashSet<long>();
        foreach (var line in slice.Lines.ToList())
        {
            if (known.TryGetValue(line.Number, out var main) && main != line.Number)
                (line.Others, line.Number) = ([.. line.Others.Where(number => number != main), line.Number], main);
            if (people.Add(line.Number))
                continue;
            slice.Lines.Remove(line);
            slice.Duplicates++;
            slice.Further.AddRange(line.Grounds.Select(ground => (line.Number, ground)));
            slice.Refusals.Add(new RowRefusal(line.Row, "", $"+{line.Number}", "duplicate", "This is another number of a person who stands earlier in this file: nothing to do.", null));
        }
    }

    /// <summary>Grounds under a further number of somebody's are theirs.</summary>
    public async Task<IReadOnlyList<(long Number, GroundLine Ground)>> RecogniseAsync(List<(long Number, GroundLine Ground)> grounds, CancellationToken cancellation)
    {
        var known = await KnownAsync(grounds.ConvertAll(each => each.Number), cancellation).ConfigureAwait(false);
        return grounds.ConvertAll(each => (known.GetValueOrDefault(each.Number, each.Number), each.Ground));
    }

    /// <summary>By which number each person is known of whom these are further numbers.</summary>
    private async Task<Dictionary<long, long>> KnownAsync(IReadOnlyList<long> numbers, CancellationToken cancellation)
    {
        var known = new Dictionary<long, long>();
        await using var ask = connection.Among("SELECT number.digits, customer.number FROM number JOIN customer ON customer.id = number.customer_id WHERE number.client_id = @client AND number.digits", numbers);
        ask.Add("@client", target.Client);
        await using var rows = await ask.ExecuteReaderAsync(cancellation).ConfigureAwait(false);
        while (await rows.ReadAsync(cancellation).ConfigureAwait(false))
            known[rows.GetInt64(0)] = rows.GetInt64(1);
        return known;
    }

    /// <summary>Keeps the further numbers; each that stays with somebody else is noted.</summary>
    public async Task LoadAsync(Slice slice, string column, CancellationToken cancellation)
    {
        var lines = slice.Lines.Where(line => line.Others.Count > 0).ToList();
        if (lines.Count == 0)
            return;
        await store.Pen.WaitAsync(cancellation).ConfigureAwait(false);
        try
        {
            await using var transaction = await connection.BeginTransactionAsync(cancellation).ConfigureAwait(false);
            foreach (var sql in (string[])[First, Further, Told])
            {
                await using var write = Command(sql, lines);
                write.Transaction = transaction;
                await write.ExecuteNonQueryAsync(cancellation).ConfigureAwait(false);
            }

            await using (var ask = Command(Elsewhere, lines))
            {
                ask.Transaction = transaction;
                await using var rows = await ask.ExecuteReaderAsync(cancellation).ConfigureAwait(false);
                while (await rows.ReadAsync(cancellation).ConfigureAwait(false))
                    slice.Notes.Add(new RowRefusal(rows.GetInt64(0), column, $"+{rows.GetInt64(1)}", "phone-of-another", "The client named somebody else by this number before: the person is taken without it.", null));
            }

            await transaction.CommitAsync(cancellation).ConfigureAwait(false);
        }
        finally
        {
            store.Pen.Release();
        }
    }

    public ValueTask DisposeAsync() => connection.DisposeAsync();

    private DbCommand Command(string sql, List<ProspectLine> lines)
    {
        var rows = lines.SelectMany(line => line.Others.Prepend(line.Number).Select((digits, place) => (line.Row, Main: line.Number, Place: (short)place, Digits: digits, Kind: line.KindOf(digits)))).ToList();
        var command = connection.Command(sql);
        if (sql.Contains("@client", StringComparison.Ordinal)) command.Add("@client", target.Client);
        if (sql.Contains("@batch", StringComparison.Ordinal)) command.Add("@batch", target.Batch);
        if (connection is not NpgsqlConnection)
            return command.Add("@rows", $"[{string.Join(',', rows.Select(row => string.Create(CultureInfo.InvariantCulture, $"[{row.Row},{row.Main},{row.Place},{row.Digits},{row.Kind}]")))}]");
        return command.Add("@lines", rows.ConvertAll(row => row.Row).ToArray()).Add("@mains", rows.ConvertAll(row => row.Main).ToArray())
            .Add("@places", rows.ConvertAll(row => row.Place).ToArray()).Add("@digits", rows.ConvertAll(row => row.Digits).ToArray()).Add("@kinds", rows.ConvertAll(row => row.Kind).ToArray());
    }
}
