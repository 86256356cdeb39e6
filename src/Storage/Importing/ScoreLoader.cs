using System.Data.Common;
using System.Globalization;
using Npgsql;

namespace Plateau.Storage.Importing;

/// <summary>Gives those who are on a list already the scores of a file, and puts nobody on it.</summary>
/// <param name="dryRun">Only looks who is on the list.</param>
internal sealed class ScoreLoader(Store store, DbConnection connection, LoadTarget target, bool dryRun) : IListLoader
{
    private const string OnList = "JOIN customer ON customer.client_id = @client AND customer.number = given.number JOIN prospect ON prospect.customer_id = customer.id AND prospect.list_id = @list";

    private string Given => connection is NpgsqlConnection
        ? "unnest(@numbers, @scores) AS given(number, score)"
        : "(SELECT json_extract(value, '$[0]') AS number, json_extract(value, '$[1]') AS score FROM json_each(@rows)) AS given";

    public static async Task<ScoreLoader> OpenAsync(Store store, LoadTarget target, bool dryRun, CancellationToken cancellation) =>
        new(store, await store.ConnectAsync(cancellation).ConfigureAwait(false), target, dryRun);

    /// <returns>The rows of whom nobody is on the list.</returns>
    public async Task<IReadOnlySet<long>> LoadAsync(Slice slice, CancellationToken cancellation)
    {
        await store.Pen.WaitAsync(cancellation).ConfigureAwait(false);
        try
        {
            var known = new HashSet<long>();
            await using (var ask = Command($"SELECT given.number FROM {Given} {OnList}", slice.Lines))
            await using (var rows = await ask.ExecuteReaderAsync(cancellation).ConfigureAwait(false))
                while (await rows.ReadAsync(cancellation).ConfigureAwait(false)) known.Add(rows.GetInt64(0));
            if (dryRun) return Apart(slice, known);
            await using var update = Command($"UPDATE prospect SET score = told.score FROM (SELECT prospect.id, given.score FROM {Given} {OnList}) AS told WHERE prospect.id = told.id", slice.Lines);
            await update.ExecuteNonQueryAsync(cancellation).ConfigureAwait(false);
            return Apart(slice, known);
        }
        finally
        {
            store.Pen.Release();
        }
    }

    /// <summary>A file of scores tells nothing but scores.</summary>
    public Task LoadGroundsAsync(IReadOnlyList<(long Number, GroundLine Ground)> grounds, CancellationToken cancellation) => Task.CompletedTask;

    private static HashSet<long> Apart(Slice slice, HashSet<long> known) => [.. slice.Lines.Where(line => !known.Contains(line.Number)).Select(line => line.Row)];

    public ValueTask DisposeAsync() => connection.DisposeAsync();

    private DbCommand Command(string sql, List<ProspectLine> lines)
    {
        var command = connection.Command(sql, ("@client", target.Client), ("@list", target.List));
        if (connection is NpgsqlConnection)
            return command.Add("@numbers", lines.ConvertAll(line => line.Number).ToArray()).Add("@scores", lines.ConvertAll(line => line.Score!.Value).ToArray());
        return command.Add("@rows", $"[{string.Join(',', lines.Select(line => string.Create(CultureInfo.InvariantCulture, $"[{line.Number},{line.Score:R}]")))}]");
    }
}
