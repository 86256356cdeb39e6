using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Microsoft.Data.Sqlite;
using NodaTime;
using Npgsql;
using Plateau.Contracts.Storage;
using Plateau.Core.Clients;
using Plateau.Core.Interactions;
using Plateau.Storage;
using Plateau.Storage.Centre;
using Plateau.Storage.Importing;

namespace Plateau.Bench;

/// <summary>
/// A client's file of a million rows into each database, against bare prepared inserts (SQLite) and bare COPY (PostgreSQL)
/// of the same rows into the same tables with the same indexes. The peer's rows lie ready in memory; ours are read,
/// recognised, normalised, screened and merged. Rounds alternate, the ratio is the median of the rounds.
/// </summary>
internal static class ImportBench
{
    private static readonly ClientId Client = new("bench");
    private static readonly ListId List = new("list");
    private static readonly Instant At = Instant.FromUtc(2026, 11, 23, 10, 0);

    public static async Task<int> RunAsync(string[] args)
    {
        var rows = BenchOptions.Number(args, "--rows", 1_000_000);
        var rounds = BenchOptions.Number(args, "--rounds", 3);
        var folder = Directory.CreateTempSubdirectory("plateau-import-").FullName;
        await using var postgres = await PostgresServer.StartNewAsync(BenchOptions.Root());
        try
        {
            var file = Path.Combine(folder, "list.csv");
            await WriteFileAsync(file, rows);
            var megabytes = await MemoryAsync(file, folder, postgres);
            var numbers = Numbers(rows);
            var (sqlite, onSqlite) = await CompareAsync(rounds, async () => StoreAddress.AtFile(Path.Combine(folder, $"{Guid.NewGuid():N}.db")), store => InsertAsync(store, numbers), file);
            var (copy, onPostgres) = await CompareAsync(rounds, async () => StoreAddress.Parse(await postgres.NewDatabaseAsync()), store => CopyAsync(store, numbers), file);
            Console.WriteLine($"{"import of " + rows.ToString("N0", CultureInfo.InvariantCulture) + " rows",-32}{"bare s",10}{"ours s",10}{"ratio",8}{"limit",8}");
            Console.WriteLine($"{"SQLite, bare prepared inserts",-32}{sqlite.Bare,10:F1}{sqlite.Ours,10:F1}{onSqlite,8:F2}{1.5,8:F2}");
            Console.WriteLine($"{"PostgreSQL, bare COPY",-32}{copy.Bare,10:F1}{copy.Ours,10:F1}{onPostgres,8:F2}{1.5,8:F2}");
            Console.WriteLine($"{"memory above idle, MB",-32}{"",10}{megabytes,10:F0}{"",8}{300,8}");
            if (args.Contains("--json"))
            {
                Console.WriteLine(JsonSerializer.Serialize(new
                {
                    bench = "import", rows, rounds,
                    sqlite = new { bareSeconds = Round(sqlite.Bare), seconds = Round(sqlite.Ours), ratio = Round(onSqlite), limit = 1.5 },
                    postgres = new { bareSeconds = Round(copy.Bare), seconds = Round(copy.Ours), ratio = Round(onPostgres), limit = 1.5 },
                    memoryAboveIdleMegabytes = Math.Round(megabytes), memoryLimitMegabytes = 300,
                }));
            }

            return onSqlite <= 1.5 && onPostgres <= 1.5 && megabytes <= 300 ? 0 : 1;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static double Round(double figure) => Math.Round(figure, 2);

    private static async Task<((double Bare, double Ours) Seconds, double Ratio)> CompareAsync(int rounds, Func<Task<StoreAddress>> fresh, Func<Store, Task> bare, string file)
    {
        var taken = new List<(double Bare, double Ours)>();
        for (var round = 0; round < rounds; round++)
        {
            var peer = await OnFreshAsync(fresh, bare);
            taken.Add((peer, await OnFreshAsync(fresh, store => ImportAsync(store, file))));
        }

        var middle = taken.OrderBy(each => each.Ours / each.Bare).ElementAt(taken.Count / 2);
        return (middle, middle.Ours / middle.Bare);
    }

    private static async Task<double> OnFreshAsync(Func<Task<StoreAddress>> fresh, Func<Store, Task> work)
    {
        var address = await fresh();
        var store = await Store.OpenAsync(address);
        await new CentreBook(store).SetAsync(new Client(Client, "Bench", []), At);
        await new CentreBook(store).SetListAsync(List, Client, "List", At);
        GC.Collect();
        var watch = Stopwatch.StartNew();
        await work(store);
        var seconds = watch.Elapsed.TotalSeconds;
        await store.DisposeAsync();
        if (address.Engine == StoreEngine.Sqlite)
            foreach (var part in (string[])["", "-wal", "-shm"])
                File.Delete(address.Shown + part);
        return seconds;
    }

    private static async Task ImportAsync(Store store, string file)
    {
        await using var content = File.OpenRead(file);
        var report = await new ListImport(store).RunAsync(new ImportOrder(Client, List, "list.csv", At) { Products = ["solar"] }, content);
        if (report.Result != ImportResult.Complete || report.Accepted != report.Rows)
            throw new InvalidOperationException($"The import is not what the peer did: {report}");
    }

    /// <summary>The most that an import takes above the process as it stood just before, on either database.</summary>
    private static async Task<double> MemoryAsync(string file, string folder, PostgresServer postgres)
    {
        var most = 0.0;
        foreach (var address in (StoreAddress[])[StoreAddress.AtFile(Path.Combine(folder, "memory.db")), StoreAddress.Parse(await postgres.NewDatabaseAsync())])
        {
            var idle = 0L;
            await OnFreshAsync(() => Task.FromResult(address), async store =>
            {
                idle = WorkingSet();
                var importing = ImportAsync(store, file);
                while (!importing.IsCompleted)
                {
                    most = Math.Max(most, (WorkingSet() - idle) / 1048576.0);
                    await Task.WhenAny(importing, Task.Delay(50));
                }

                await importing;
            });
        }

        return most;
    }

    private static long WorkingSet()
    {
        using var self = Process.GetCurrentProcess();
        return self.WorkingSet64;
    }

    /// <summary>Numbers in no order, as lists have them: a multiplication modulo a prime meets each once.</summary>
    private static long[] Numbers(int rows) => [.. Enumerable.Range(1, rows).Select(row => 33_600_000_000L + row * 48_271L % 9_999_991)];

    private static async Task WriteFileAsync(string path, int rows)
    {
        await using var text = new StreamWriter(path, false, new UTF8Encoding(false), 1 << 16);
        await text.WriteAsync("telephone;nom;prenom;code postal;ville;date consentement;preuve\n");
        var numbers = Numbers(rows);
        for (var row = 0; row < rows; row++)
            text.Write(string.Create(CultureInfo.InvariantCulture, $"0{numbers[row] - 33_000_000_000};Nom{row};Prénom;{75001 + row % 20};Paris;2026-09-01;form-{row}\n"));
    }

    private static async Task InsertAsync(Store store, long[] numbers)
    {
        await using var connection = (SqliteConnection)await store.ConnectAsync(default);
        using var transaction = connection.BeginTransaction();
        using var customer = Prepare(connection, transaction, "INSERT INTO customer (id, client_id, number, audience, country, territory, zones, place_told, name, first_name, postcode, city, batch_id) VALUES (@0, 'bench', @1, 1, 'FR', 'FR-75', 'Europe/Paris', 1, @2, 'Prénom', @3, 'Paris', 1)", 4);
        using var prospect = Prepare(connection, transaction, "INSERT INTO prospect (list_id, customer_id, batch_id, state, due_at, attempts) VALUES ('list', @0, 1, 0, 0, 0)", 1);
        using var ground = Prepare(connection, transaction, "INSERT INTO ground (customer_id, kind, reference, products, at, batch_id) VALUES (@0, 1, @1, 'solar', @2, 1)", 3);
        for (var row = 0; row < numbers.Length; row++)
        {
            Give(customer, row + 1L, numbers[row], $"Nom{row}", $"{75001 + row % 20}");
            Give(prospect, row + 1L);
            Give(ground, row + 1L, $"form-{row}", 17_882_136_000_000_000L);
        }

        transaction.Commit();
    }

    private static SqliteCommand Prepare(SqliteConnection connection, SqliteTransaction transaction, string sql, int parameters)
    {
        var command = connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = sql;
        for (var each = 0; each < parameters; each++)
            command.Parameters.Add(new SqliteParameter { ParameterName = $"@{each}" });
        command.Prepare();
        return command;
    }

    private static void Give(SqliteCommand command, params ReadOnlySpan<object> values)
    {
        for (var each = 0; each < values.Length; each++)
            command.Parameters[each].Value = values[each];
        command.ExecuteNonQuery();
    }

    private static async Task CopyAsync(Store store, long[] numbers)
    {
        await using var connection = (NpgsqlConnection)await store.ConnectAsync(default);
        await using var transaction = await connection.BeginTransactionAsync();
        await using (var copy = await connection.BeginBinaryImportAsync("COPY customer (id, client_id, number, audience, country, territory, zones, place_told, name, first_name, postcode, city, batch_id) FROM STDIN (FORMAT BINARY)"))
        {
            for (var row = 0; row < numbers.Length; row++)
            {
                copy.StartRow();
                copy.Write(row + 1L);
                copy.Write("bench");
                copy.Write(numbers[row]);
                copy.Write((short)1);
                copy.Write("FR");
                copy.Write("FR-75");
                copy.Write("Europe/Paris");
                copy.Write(true);
                copy.Write($"Nom{row}");
                copy.Write("Prénom");
                copy.Write($"{75001 + row % 20}");
                copy.Write("Paris");
                copy.Write(1L);
            }

            await copy.CompleteAsync();
        }

        await CopyAsync(connection, "COPY prospect (list_id, customer_id, batch_id, state, due_at, attempts) FROM STDIN (FORMAT BINARY)", numbers.Length, (copy, row) =>
        {
            copy.Write("list");
            copy.Write(row + 1L);
            copy.Write(1L);
            copy.Write((short)0);
            copy.Write(0L);
            copy.Write(0);
        });
        await CopyAsync(connection, "COPY ground (customer_id, kind, reference, products, at, batch_id) FROM STDIN (FORMAT BINARY)", numbers.Length, (copy, row) =>
        {
            copy.Write(row + 1L);
            copy.Write((short)1);
            copy.Write($"form-{row}");
            copy.Write("solar");
            copy.Write(17_882_136_000_000_000L);
            copy.Write(1L);
        });
        await transaction.CommitAsync();
    }

    private static async Task CopyAsync(NpgsqlConnection connection, string sql, int rows, Action<NpgsqlBinaryImporter, int> write)
    {
        await using var copy = await connection.BeginBinaryImportAsync(sql);
        for (var row = 0; row < rows; row++)
        {
            copy.StartRow();
            write(copy, row);
        }

        await copy.CompleteAsync();
    }
}
