using System.Data.Common;
using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Microsoft.Data.Sqlite;
using NodaTime;
using Npgsql;
using Plateau.Contracts.Storage;
using Plateau.Core.Clients;
using Plateau.Core.Compliance;
using Plateau.Core.Interactions;
using Plateau.Core.Prospecting;
using Plateau.Storage;
using Plateau.Storage.Centre;
using Plateau.Storage.Importing;
using Plateau.Storage.Prospecting;

namespace Plateau.Bench;

/// <summary>
/// How long a list of a million people takes to answer, on each database: the next two hundred by place and by score, under quotas, and when
/// nobody may be called now; then its health and the check for stuck prospects. A third were called before.
/// </summary>
internal static class ListsBench
{
    private static readonly Instant Noon = Instant.FromUtc(2026, 11, 24, 11, 0);
    private static readonly ClientId Client = new("bench");
    private static readonly ListId List = new("list");
    private static readonly CampaignSettings Campaign = new(new("campaign"), 1, "Campaign", Client, new("programme"), DialMode.Predictive, new("practice"), "+33162000101", "solar", [List]);
    private static readonly Client Owner = new(Client, "Bench", [new CallerId("+33162000101", "m1", new LocalDate(2026, 1, 1))]);

    private const int LimitMs = 500;

    public static async Task<int> RunAsync(string[] args)
    {
        var rows = BenchOptions.Number(args, "--rows", 1_000_000);
        var folder = Directory.CreateTempSubdirectory("plateau-lists-").FullName;
        await using var postgres = await PostgresServer.StartNewAsync(BenchOptions.Root());
        try
        {
            var file = Path.Combine(folder, "list.csv");
            await WriteFileAsync(file, rows);
            var results = new List<(string Database, Dictionary<string, double> Ms)>
            {
                ("SQLite", await MeasureAsync(StoreAddress.AtFile(Path.Combine(folder, "lists.db")), file)),
                ("PostgreSQL", await MeasureAsync(StoreAddress.Parse(await postgres.NewDatabaseAsync()), file)),
            };
            Console.WriteLine($"{"list of " + rows.ToString("N0", CultureInfo.InvariantCulture) + ", ms",-34}{string.Concat(results.Select(each => $"{each.Database,14}"))}");
            foreach (var name in results[0].Ms.Keys)
                Console.WriteLine($"{name,-34}{string.Concat(results.Select(each => each.Ms[name].ToString("N1", CultureInfo.InvariantCulture).PadLeft(14)))}");
            if (args.Contains("--json"))
                Console.WriteLine(JsonSerializer.Serialize(new { bench = "lists", rows, brought = 200, bringLimitMs = LimitMs, results = results[0].Ms.Keys.Select(name => new { what = name, sqliteMs = Math.Round(results[0].Ms[name], 1), postgresMs = Math.Round(results[1].Ms[name], 1) }) }));
            return results.TrueForAll(each => each.Ms.Where(pair => pair.Key.StartsWith("bring", StringComparison.Ordinal)).All(pair => pair.Value <= LimitMs)) ? 0 : 1;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task<Dictionary<string, double>> MeasureAsync(StoreAddress address, string file)
    {
        await using var store = await Store.OpenAsync(address);
        var book = new CentreBook(store);
        await book.SetAsync(Owner, Noon);
        await book.SetAsync(new Programme(Campaign.Programme, Client, "Programme"));
        await book.SetListAsync(List, Client, "List", Noon);
        await book.SetAsync(Campaign, Noon);
        await using (var content = File.OpenRead(file))
            await new ListImport(store).RunAsync(new ImportOrder(Client, List, "list.csv", Noon) { Products = ["solar"] }, content);
        await CalledBeforeAsync(address);
        var ms = new Dictionary<string, double>();
        var feed = new HopperFeed(store);
        ms["bring, by place"] = await MiddleAsync(() => feed.BringAsync(Campaign.Id, 200, Noon));
        await book.SetAsync(Campaign with { Mix = [new(List, Order: ListOrder.Score)] }, Noon);
        ms["bring, by score"] = await MiddleAsync(() => feed.BringAsync(Campaign.Id, 200, Noon));
        await book.SetAsync(Campaign, Noon);
        // As the floor does: whoever is found to wait for their hour is left out of the next answer, until nobody is left.
        var closed = new HashSet<Whereabouts>();
        while ((await feed.BringAsync(Campaign.Id, 200, Noon, [.. closed])).Dossiers is { Count: > 0 } some) closed.UnionWith(some.Select(Whereabouts.Of));
        ms["bring, nobody may be called"] = await MiddleAsync(() => feed.BringAsync(Campaign.Id, 200, Noon, [.. closed]));
        var quotas = Campaign with { Quotas = [new("region", null, 100)] };
        var watch = Stopwatch.StartNew();
        await new SegmentColumns(store).KeepUpAsync(quotas);
        ms["a quota on a new column"] = watch.Elapsed.TotalMilliseconds;
        await book.SetAsync(quotas, Noon);
        ms["bring, under quotas"] = await MiddleAsync(() => feed.BringAsync(Campaign.Id, 200, Noon));
        ms["health: why they wait"] = await OnceAsync(() => new ListHealth(store).WaitsAsync(List, Campaign, Owner, Noon));
        ms["health: rates"] = await OnceAsync(() => new ListRates(store).ReadAsync(List));
        ms["health: standings"] = await OnceAsync(() => new ProspectBook(store).StandingsAsync(List));
        ms["stuck check"] = await OnceAsync(() => new StuckProspects(store).FindAsync());
        return ms;
    }

    /// <summary>A third of the list was called on the three days before: some rest, some are closed.</summary>
    private static async Task CalledBeforeAsync(StoreAddress address)
    {
        var day = Noon.ToUnixTimeTicks();
        var ticks = TimeSpan.TicksPerDay;
        await RunAsync(address,
            $"""
            INSERT INTO attempt (id, stream, permit_sequence, campaign_id, client_id, prospect_id, customer_id, tried, permitted_at, ground, caller_id, ended_at, outcome, connected_at, disposed_at, effect)
            SELECT 'a-' || id, 'floor', id, 'campaign', 'bench', id, customer_id, 1, {day} - (1 + id % 3) * {ticks} - (id % 360) * 600000000, 'consent', '+33162000101', 1, CASE WHEN id % 5 = 0 THEN 'reached' ELSE 'no-answer' END,
                CASE WHEN id % 5 = 0 THEN 1 END, CASE WHEN id % 5 = 0 THEN 1 END, CASE WHEN id % 500 = 0 THEN 'success' WHEN id % 5 = 0 THEN 'refusal' END
            FROM prospect WHERE id % 3 = 0
            """);
        await RunAsync(address,
            $"""
            UPDATE prospect SET attempts = 1, state = CASE WHEN id % 5 = 0 THEN 2 ELSE 1 END, reason = CASE WHEN id % 500 = 0 THEN 'success' WHEN id % 5 = 0 THEN 'refused' ELSE 'recycled' END,
                due_at = CASE WHEN id % 2 = 0 THEN {day} + (id % 240) * 600000000 ELSE {day} - (id % 240) * 600000000 END WHERE id % 3 = 0
            """);
        await RunAsync(address, address.Engine == StoreEngine.Postgres ? "ANALYZE" : "PRAGMA optimize");
    }

    private static async Task RunAsync(StoreAddress address, string sql)
    {
        await using DbConnection connection = address.Engine == StoreEngine.Postgres ? new NpgsqlConnection($"Host=127.0.0.1;Username=plateau;Port={new Uri(address.Shown).Port};Database={new Uri(address.Shown).AbsolutePath[1..]}") : new SqliteConnection($"Data Source={address.Shown};Pooling=False");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        (command.CommandText, command.CommandTimeout) = (sql, 0);
        await command.ExecuteNonQueryAsync();
    }

    private static async Task<double> MiddleAsync(Func<Task> work)
    {
        var taken = new List<double>();
        for (var round = 0; round < 9; round++) taken.Add(await OnceAsync(work));
        return taken.Order().ElementAt(taken.Count / 2);
    }

    private static async Task<double> OnceAsync(Func<Task> work)
    {
        var watch = Stopwatch.StartNew();
        await work();
        return watch.Elapsed.TotalMilliseconds;
    }

    /// <summary>People of ninety-odd departments and thirteen regions, with scores.</summary>
    private static async Task WriteFileAsync(string path, int rows)
    {
        await using var file = new StreamWriter(path);
        await file.WriteLineAsync("telephone;nom;prenom;code postal;region;score;date consentement;preuve");
        for (var row = 0; row < rows; row++)
            await file.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"06{row:D8};Nom{row};Prénom;{(row % 40 == 39 ? "97400" : $"{1 + row % 19:D2}000")};Région {row % 13};{row * 7919L % 1000};2026-09-01;form-{row}"));
    }
}
