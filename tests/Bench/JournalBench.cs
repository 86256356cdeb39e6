using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Microsoft.Data.Sqlite;
using NodaTime;
using Npgsql;
using NpgsqlTypes;
using Plateau.Contracts.Storage;
using Plateau.Core.Compliance;
using Plateau.Core.Floors;
using Plateau.Core.Interactions;
using Plateau.Core.People;
using Plateau.Core.Prospecting;
using Plateau.Storage;
using Plateau.Storage.Journals;

namespace Plateau.Bench;

/// <summary>
/// Facts appended a second, against bare batched inserts of the same rows, both in transactions of a hundred, on each database.
/// Two loads: facts without projections, and whole calls whose attempts, prospects and callbacks are projected too
/// (the peer then still writes the bare facts only, so that figure says what the projections cost).
/// </summary>
internal static class JournalBench
{
    private const int BatchLength = 100;
    private static readonly Instant Start = Instant.FromUtc(2026, 11, 23, 10, 0);

    public static async Task<int> RunAsync(string[] args)
    {
        var facts = BenchOptions.Number(args, "--facts", 100_000) / BatchLength * BatchLength;
        var rounds = BenchOptions.Number(args, "--rounds", 3);
        var folder = Directory.CreateTempSubdirectory("plateau-journal-").FullName;
        await using var postgres = await PostgresServer.StartNewAsync(BenchOptions.Root());
        try
        {
            var results = new List<(string Database, string Load, double Bare, double Ours, double Ratio)>();
            foreach (var (load, make) in ((string, Func<int, List<Fact>>)[])[("facts", Plain), ("calls", Calls)])
            {
                var batches = make(facts).Chunk(BatchLength).ToList();
                results.Add(await CompareAsync("SQLite", load, rounds, () => Task.FromResult(StoreAddress.AtFile(Path.Combine(folder, $"{Guid.NewGuid():N}.db"))), batches));
                results.Add(await CompareAsync("PostgreSQL", load, rounds, async () => StoreAddress.Parse(await postgres.NewDatabaseAsync()), batches));
            }

            Console.WriteLine($"{"journal, appends of " + BatchLength,-28}{"load",8}{"bare/s",12}{"ours/s",12}{"ratio",8}");
            foreach (var (database, load, bare, ours, ratio) in results)
                Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{database,-28}{load,8}{bare,12:N0}{ours,12:N0}{ratio,8:F2}"));
            if (args.Contains("--json"))
            {
                Console.WriteLine(JsonSerializer.Serialize(new
                {
                    bench = "journal", facts, rounds, batch = BatchLength, leastRatio = 0.7,
                    results = results.Select(each => new { database = each.Database, load = each.Load, barePerSecond = Math.Round(each.Bare), perSecond = Math.Round(each.Ours), ratio = Math.Round(each.Ratio, 2) }),
                }));
            }

            return results.TrueForAll(each => each.Load != "facts" || each.Ratio >= 0.7) ? 0 : 1;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task<(string, string, double, double, double)> CompareAsync(string database, string load, int rounds, Func<Task<StoreAddress>> fresh, List<Fact[]> batches)
    {
        var count = batches.Sum(batch => batch.Length);
        var taken = new List<(double Bare, double Ours)>();
        for (var round = 0; round <= rounds; round++)
        {
            var bare = count / await TimeAsync(await fresh(), store => store.IsPostgres ? BarePostgresAsync(store, batches) : BareSqliteAsync(store, batches));
            var ours = count / await TimeAsync(await fresh(), store => OursAsync(store, batches));
            if (round > 0) // The first round warms both up.
                taken.Add((bare, ours));
        }

        var middle = taken.OrderBy(each => each.Ours / each.Bare).ElementAt(taken.Count / 2);
        return (database, load, middle.Bare, middle.Ours, middle.Ours / middle.Bare);
    }

    private static async Task<double> TimeAsync(StoreAddress address, Func<Store, Task<TimeSpan>> work)
    {
        await using var store = await Store.OpenAsync(address);
        GC.Collect();
        return (await work(store)).TotalSeconds;
    }

    private static async Task<TimeSpan> OursAsync(Store store, List<Fact[]> batches)
    {
        await using var journal = new Journal(store);
        var watch = Stopwatch.StartNew();
        long last = 0;
        foreach (var batch in batches)
            last = await journal.AppendAsync("floor", last, batch);
        return watch.Elapsed;
    }

    private static async Task<TimeSpan> BareSqliteAsync(Store store, List<Fact[]> batches)
    {
        var rows = Rows(batches);
        await using var connection = (SqliteConnection)await store.ConnectAsync(default);
        using var insert = connection.CreateCommand();
        insert.CommandText = "INSERT INTO fact (stream, sequence, type, at, payload) VALUES (@0, @1, @2, @3, @4)";
        for (var each = 0; each < 5; each++)
            insert.Parameters.Add(new SqliteParameter { ParameterName = $"@{each}" });
        insert.Parameters[0].Value = "floor";
        insert.Prepare();
        var watch = Stopwatch.StartNew();
        foreach (var batch in rows)
        {
            using var transaction = connection.BeginTransaction();
            insert.Transaction = transaction;
            foreach (var (sequence, type, at, payload) in batch)
            {
                insert.Parameters[1].Value = sequence;
                insert.Parameters[2].Value = type;
                insert.Parameters[3].Value = at;
                insert.Parameters[4].Value = payload;
                insert.ExecuteNonQuery();
            }

            transaction.Commit();
        }

        return watch.Elapsed;
    }

    private static async Task<TimeSpan> BarePostgresAsync(Store store, List<Fact[]> batches)
    {
        var rows = Rows(batches);
        await using var connection = (NpgsqlConnection)await store.ConnectAsync(default);
        await using var insert = connection.CreateCommand();
        insert.CommandText = "INSERT INTO fact (stream, sequence, type, at, payload) SELECT 'floor', * FROM unnest(@1, @2, @3, @4)";
        foreach (var (name, type) in ((string, NpgsqlDbType)[])[("1", NpgsqlDbType.Bigint), ("2", NpgsqlDbType.Text), ("3", NpgsqlDbType.Bigint), ("4", NpgsqlDbType.Text)])
            insert.Parameters.Add(new NpgsqlParameter(name, NpgsqlDbType.Array | type));
        var watch = Stopwatch.StartNew();
        foreach (var batch in rows)
        {
            insert.Parameters[0].Value = Array.ConvertAll(batch, row => row.Sequence);
            insert.Parameters[1].Value = Array.ConvertAll(batch, row => row.Type);
            insert.Parameters[2].Value = Array.ConvertAll(batch, row => row.At);
            insert.Parameters[3].Value = Array.ConvertAll(batch, row => row.Payload);
            await insert.ExecuteNonQueryAsync();
        }

        return watch.Elapsed;
    }

    /// <summary>The peer's rows lie ready: it neither names nor serialises.</summary>
    private static List<(long Sequence, string Type, long At, string Payload)[]> Rows(List<Fact[]> batches)
    {
        long sequence = 0;
        return batches.ConvertAll(batch => Array.ConvertAll(batch, fact => (++sequence, FactJson.NameOf(fact), fact.At.ToUnixTimeTicks(), Encoding.UTF8.GetString(FactJson.Write(fact)))));
    }

    private static List<Fact> Plain(int count) =>
        [.. Enumerable.Range(0, count).Select(each => (Fact)new AgentAway(Start + Duration.FromSeconds(each), new AgentId($"agent-{each % 500}"), "break"))];

    /// <summary>Calls of eight facts each: permitted, placed, rang, answered, connected, released, ended, disposed.</summary>
    private static List<Fact> Calls(int count)
    {
        var facts = new List<Fact>(count);
        for (var call = 1; facts.Count + 8 <= count; call++)
        {
            var at = Start + Duration.FromSeconds(call);
            var (id, prospect, agent, campaign) = (new AttemptId($"b-{call}"), new ProspectId(call), new AgentId($"agent-{call % 500}"), new CampaignId("solar"));
            facts.AddRange([
                new AttemptPermitted(at, id, campaign, new ClientId("acme"), prospect, new CustomerId(call), 1,
                    new Permit("2026-11-23", "2026f", "consent", $"form-{call}", ["2026-11-23T11:00:00 Europe/Paris"], 0, "+33199001234", "m1"), null, null),
                new AttemptPlaced(at, id, campaign, prospect, agent, new TrunkId("practice"), DialMode.Progressive),
                new AttemptRang(at, id), new AttemptAnswered(at, id, AnsweredBy.Human), new Connected(at, id, agent),
                new Released(at, id, agent, ReleasedBy.Customer, Duration.FromSeconds(60)),
                new AttemptEnded(at, id, campaign, prospect, Outcome.Reached, "200", null),
                new Disposed(at, id, campaign, prospect, agent, agent, "sale", DispositionEffect.Success, Verdict.Close("success"))]);
        }

        return facts;
    }
}
