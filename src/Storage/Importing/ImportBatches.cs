using System.Text.Json;
using Plateau.Storage.Model;

namespace Plateau.Storage.Importing;

/// <summary>What a reverted import leaves behind.</summary>
/// <param name="Removed">Prospects taken off the list again.</param>
/// <param name="Kept">Prospects that had attempts already: what was done stays on record, and they are closed.</param>
/// <param name="Restored">Grounds that were there before and are again as they were; a withdrawal that the file told stays.</param>
/// <param name="Completed">Grounds that stay as this file completed them, because a later one told more of them.</param>
public sealed record RevertReport(bool Found, long Removed, long Kept, long Customers, long Restored = 0, long Completed = 0)
{
    /// <summary>Before anything is taken back.</summary>
    public static readonly RevertReport Nothing = new(true, 0, 0, 0);

    /// <summary>What this and another part of the same way back did together.</summary>
    public RevertReport And(RevertReport other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return new(Found && other.Found, Removed + other.Removed, Kept + other.Kept, Customers + other.Customers, Restored + other.Restored, Completed + other.Completed);
    }
}

/// <summary>The imports of the centre, one by one: to know a file again, to say what came of it, to take it back.</summary>
public sealed class ImportBatches(Store store)
{
    private const short UnderWay = 0;
    private const short Complete = 1;

    /// <summary>Takes an import back as a whole. Prospects who were called are kept and closed, because attempts are not undone.</summary>
    /// <param name="progress">Hears after each short transaction what is taken back so far.</param>
    /// <remarks>Works in short transactions, and going on after an interruption is asking again.</remarks>
    public async Task<RevertReport> RevertAsync(long batch, IProgress<RevertReport>? progress = null, CancellationToken cancellation = default)
    {
        await using var connection = await store.ConnectAsync(cancellation).ConfigureAwait(false);
        var list = await connection.OneAsync<string>("SELECT list_id FROM import_batch WHERE id = @batch AND state <> 2", cancellation, ("@batch", batch)).ConfigureAwait(false);
        if (list is null)
            return RevertReport.Nothing with { Found = false };
        // PostgreSQL plans by what it noticed of a table last, and between an import and its way back that may be a tenth of it: slices would take minutes.
        if (store.IsPostgres) await connection.RunAsync("ANALYZE prospect, customer, ground, attempt", cancellation).ConfigureAwait(false);
        var (back, after) = (RevertReport.Nothing, 0L);
        while (true)
        {
            var last = await connection.OneAsync<long?>(
                "SELECT max(id) FROM (SELECT id FROM prospect WHERE list_id = @list AND id > @after ORDER BY id LIMIT @slice) AS slice",
                cancellation, ("@list", list), ("@after", after), ("@slice", Bounds.Slice)).ConfigureAwait(false);
            if (last is not { } until)
                break;
            (back, after) = (back.And(await RevertSliceAsync(connection, batch, list, after, until, cancellation).ConfigureAwait(false)), until);
            progress?.Report(back);
        }

        var completed = await InPenAsync(async () =>
        {
            await connection.RunAsync("UPDATE import_batch SET state = 2 WHERE id = @batch", cancellation, ("@batch", batch)).ConfigureAwait(false);
            return await connection.RunAsync("DELETE FROM ground_before WHERE batch_id = @batch", cancellation, ("@batch", batch)).ConfigureAwait(false);
        }, cancellation).ConfigureAwait(false);
        return back with { Completed = completed };
    }

    internal async Task<(ImportReport? Complete, long? Unfinished, ImportFlaw? Flaw)> FindAsync(ImportOrder order, byte[] hash, CancellationToken cancellation)
    {
        await using var connection = await store.ConnectAsync(cancellation).ConfigureAwait(false);
        var owner = await connection.OneAsync<string>("SELECT client_id FROM list WHERE id = @list", cancellation, ("@list", order.List.Value)).ConfigureAwait(false);
        if (owner != order.Client.Value)
            return (null, null, new ImportFlaw("list-unknown", $"list {order.List}", $"Client {order.Client} has no list {order.List}.", "Make the list first, or correct the name."));
        await using var find = connection.Command(
            "SELECT id, state, rows, accepted, refused, duplicates, opposed, mapping FROM import_batch WHERE list_id = @list AND content_hash = @hash AND state <> 2 ORDER BY state DESC, id DESC",
            ("@list", order.List.Value), ("@hash", hash));
        await using var row = await find.ExecuteReaderAsync(cancellation).ConfigureAwait(false);
        if (!await row.ReadAsync(cancellation).ConfigureAwait(false))
            return (null, null, null);
        if (row.GetInt16(1) == UnderWay)
            return (null, row.GetInt64(0), null);
        var columns = JsonSerializer.Deserialize<Dictionary<string, string>>(row.GetString(7)) ?? [];
        return (new ImportReport(ImportResult.AlreadyImported, row.GetInt64(0), row.GetInt64(2), row.GetInt64(3), row.GetInt64(4), row.GetInt64(5), row.GetInt64(6), columns, "", null, null), null, null);
    }

    internal Task<long> BeginAsync(ImportOrder order, byte[] hash, IReadOnlyDictionary<string, string> columns, CancellationToken cancellation) => InPenAsync(async () =>
    {
        await using var context = store.Context();
        var row = new ImportBatchRow
        {
            ClientId = order.Client.Value, ListId = order.List.Value, ContentHash = hash, FileName = Path.GetFileName(order.FileName),
            Mapping = JsonSerializer.Serialize(columns), At = StoredInstant.Of(order.At), State = UnderWay,
        };
        context.ImportBatches.Add(row);
        await context.SaveChangesAsync(cancellation).ConfigureAwait(false);
        return row.Id;
    }, cancellation);

    internal Task CompleteAsync(ImportReport report, CancellationToken cancellation) => InPenAsync(async () =>
    {
        await using var connection = await store.ConnectAsync(cancellation).ConfigureAwait(false);
        return await connection.RunAsync(
            "UPDATE import_batch SET state = @state, rows = @rows, accepted = @accepted, refused = @refused, duplicates = @duplicates, opposed = @opposed WHERE id = @batch",
            cancellation, ("@state", Complete), ("@rows", report.Rows), ("@accepted", report.Accepted), ("@refused", report.Refused),
            ("@duplicates", report.Duplicates), ("@opposed", report.Opposed), ("@batch", report.Batch)).ConfigureAwait(false);
    }, cancellation);

    private Task<RevertReport> RevertSliceAsync(
        System.Data.Common.DbConnection connection, long batch, string list, long after, long until, CancellationToken cancellation) => InPenAsync(async () =>
    {
        (string, object?)[] range = [("@batch", batch), ("@list", list), ("@after", after), ("@until", until)];
        const string Mine = "list_id = @list AND batch_id = @batch AND id > @after AND id <= @until";
        await using var transaction = await connection.BeginTransactionAsync(cancellation).ConfigureAwait(false);
        async Task<long> RunAsync(string sql)
        {
            await using var command = connection.Command(sql, range);
            command.Transaction = transaction;
            return await command.ExecuteNonQueryAsync(cancellation).ConfigureAwait(false);
        }

        var kept = await RunAsync($"UPDATE prospect SET state = CASE WHEN state = 3 THEN 3 ELSE 2 END, reason = 'import-reverted', batch_id = NULL WHERE {Mine} AND (attempts > 0 OR state = 3)").ConfigureAwait(false);
        await RunAsync($"DELETE FROM ground WHERE batch_id = @batch AND customer_id IN (SELECT customer_id FROM prospect WHERE list_id = @list AND id > @after AND id <= @until)").ConfigureAwait(false);
        // As they were before, unless a later import told more of them: its word is not ours to take.
        const string Undone = "ground_before.batch_id = @batch AND NOT EXISTS (SELECT 1 FROM ground_before AS later WHERE later.ground_id = ground_before.ground_id AND later.id > ground_before.id)";
        const string Theirs = "SELECT id FROM ground WHERE customer_id IN (SELECT customer_id FROM prospect WHERE list_id = @list AND id > @after AND id <= @until)";
        var restored = await RunAsync(
            $"""
            UPDATE ground SET until = ground_before.until, act = ground_before.act, statements = ground_before.statements, channels = ground_before.channels, collector = ground_before.collector, wording = ground_before.wording
            FROM ground_before WHERE ground_before.ground_id = ground.id AND {Undone} AND ground.id IN ({Theirs})
            """).ConfigureAwait(false);
        await RunAsync($"DELETE FROM ground_before WHERE {Undone} AND ground_id IN ({Theirs})").ConfigureAwait(false);
        await RunAsync($"DELETE FROM number WHERE batch_id = @batch AND customer_id IN (SELECT customer_id FROM prospect WHERE list_id = @list AND id > @after AND id <= @until)").ConfigureAwait(false);
        await RunAsync("CREATE TEMPORARY TABLE taken_back AS SELECT customer_id FROM prospect WHERE " + Mine).ConfigureAwait(false);
        if (store.IsPostgres) await RunAsync("ANALYZE taken_back").ConfigureAwait(false);
        var removed = await RunAsync($"DELETE FROM prospect WHERE {Mine}").ConfigureAwait(false);
        // One reason to stay after the other: asked all at once, PostgreSQL takes the first answer for nobody and compares everybody with everybody.
        foreach (var table in (string[])["prospect", "attempt", "ground"])
            await RunAsync($"DELETE FROM taken_back WHERE EXISTS (SELECT 1 FROM {table} WHERE {table}.customer_id = taken_back.customer_id)").ConfigureAwait(false);
        var customers = await RunAsync("DELETE FROM customer WHERE batch_id = @batch AND id IN (SELECT customer_id FROM taken_back)").ConfigureAwait(false);
        await RunAsync("DROP TABLE taken_back").ConfigureAwait(false);
        await transaction.CommitAsync(cancellation).ConfigureAwait(false);
        return new RevertReport(true, removed, kept, customers, restored);
    }, cancellation);

    private async Task<T> InPenAsync<T>(Func<Task<T>> write, CancellationToken cancellation)
    {
        await store.Pen.WaitAsync(cancellation).ConfigureAwait(false);
        try
        {
            return await write().ConfigureAwait(false);
        }
        finally
        {
            store.Pen.Release();
        }
    }
}
