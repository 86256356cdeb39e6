using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Plateau.Bench.Desks;

/// <summary>
/// Fifty desks on one server with two cores: how long until the board shows what an agent became, and what each desk
/// beyond the first costs in memory. A desk is what a browser holds open: the circuit of its page and the telephone's
/// stream of events. Behind it the agents of a demonstration work, each before their own desk.
/// </summary>
/// <remarks>
/// Memory is taken after two rounds of opening and closing every desk, so that what the program loads once is not counted as a desk's.
/// The limit is held against both: what a collection leaves, and the working set, which moves in steps of the collector's regions.
/// </remarks>
internal static partial class DesksBench
{
    private const double MostMilliseconds = 1000, MostKilobytes = 350;

    /// <summary>Until a page that was closed is given up; and, of those just opened, until most have had a call before them.</summary>
    private static readonly TimeSpan Settles = TimeSpan.FromSeconds(8), Lives = TimeSpan.FromSeconds(20);

    public static async Task<int> RunAsync(string[] args)
    {
        int desks = BenchOptions.Number(args, "--desks", 50), seconds = BenchOptions.Number(args, "--seconds", 60), speed = BenchOptions.Number(args, "--speed", 5);
        if (Array.IndexOf(args, DesksCentre.Verb) is >= 0 and var at) return await DesksCentre.ServeAsync(args[at + 1], BenchOptions.Number(args, "--port", 0), desks, speed);
        var folder = Directory.CreateTempSubdirectory("plateau-desks-").FullName;
        var port = FreePort();
        using var server = Start(folder, port, desks, speed);
        try
        {
            return await MeasureAsync(args, new Uri($"http://localhost:{port}/"), await PasswordAsync(server), desks, seconds, speed);
        }
        finally
        {
            server.StandardInput.Close();
            if (!server.WaitForExit(15_000)) server.Kill();
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task<int> MeasureAsync(string[] args, Uri address, string password, int desks, int seconds, int speed)
    {
        var waiting = new Waiting();
        var reading = new BoardReading((agent, look) => waiting.Shown(agent, look, Stopwatch.GetTimestamp()));
        await using var supervisor = await Visitor.SignInAsync(address, "supervisor", password);
        await using var board = await supervisor.OpenAsync("board", reading.Read);
        var agents = new List<Visitor>();
        for (var agent = 1; agent <= desks; agent++) agents.Add(await Visitor.SignInAsync(address, DesksCentre.SignInOf(agent), password));
        using var bare = new HttpClient { BaseAddress = address, Timeout = Timeout.InfiniteTimeSpan };

        await agents[0].SitDownAsync();
        for (var round = 0; round < 2; round++)
        {
            foreach (var agent in agents.Skip(1)) await agent.SitDownAsync();
            await Task.Delay(Settles);
            foreach (var agent in agents.Skip(1)) await agent.LeaveAsync();
            await Task.Delay(Settles);
        }
        foreach (var agent in agents.Skip(1)) await agent.SitDownAsync();
        var unseen = await FollowAsync(bare, waiting, reading, TimeSpan.FromSeconds(seconds));

        // The floor itself grows while it is at work: one desk alone is looked at before and after all of them, each time after a collection.
        foreach (var agent in agents.Skip(1)) await agent.LeaveAsync();
        await Task.Delay(Settles);
        var one = await MemoryAsync(bare);
        foreach (var agent in agents.Skip(1)) await agent.SitDownAsync();
        await Task.Delay(Lives);
        var all = await MemoryAsync(bare);
        var lost = agents.Select(agent => agent.Trouble).Append(board.Trouble).OfType<string>().ToList();
        foreach (var agent in agents.Skip(1)) await agent.LeaveAsync();
        await Task.Delay(Lives);
        var again = await MemoryAsync(bare);
        (long Objects, long Process) alone = ((one.Objects + again.Objects) / 2, (one.Process + again.Process) / 2);
        foreach (var agent in agents) await agent.DisposeAsync();
        return Report(args, desks, speed, waiting, lost, unseen, (all.Objects - alone.Objects) / 1024.0 / (desks - 1), (all.Process - alone.Process) / 1024.0 / (desks - 1));
    }

    /// <summary>Notes every change for a while.</summary>
    /// <returns>Changes still unseen at the end that are older than the limit.</returns>
    private static async Task<int> FollowAsync(HttpClient bare, Waiting waiting, BoardReading reading, TimeSpan length)
    {
        using var stop = new CancellationTokenSource(length);
        try
        {
            using var lines = new StreamReader(await bare.GetStreamAsync(new Uri("bench/changes", UriKind.Relative), stop.Token));
            while (await lines.ReadLineAsync(stop.Token) is { } line)
                if (line.Split(' ', 3) is [var moment, var look, var name])
                    waiting.Happened(name, long.Parse(moment, CultureInfo.InvariantCulture), look, reading.Tiles.GetValueOrDefault(name), Stopwatch.GetTimestamp());
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            return waiting.Unseen(Stopwatch.GetTimestamp()).Count(age => age > MostMilliseconds);
        }
        throw new InvalidOperationException("The server ended before the bench did.");
    }

    private static int Report(string[] args, int desks, int speed, Waiting waiting, List<string> lost, int unseen, double kilobytes, double workingSet)
    {
        var times = waiting.Seen.Order().ToList();
        double Part(double part) => times.Count == 0 ? double.NaN : times[(int)Math.Min(times.Count - 1, times.Count * part)];
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{times.Count} changes of {desks} agents at {speed} times the wall's pace, seen on the board after: p50 {Part(0.5):0} ms, p99 {Part(0.99):0} ms, at most {Part(1):0} ms (limit {MostMilliseconds:0}); {waiting.Overtaken} overtaken by the agent's next, {unseen} not seen"));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"memory of each desk beyond the first: {kilobytes:0} kB of objects after a collection, {workingSet:0} kB of working set (limit {MostKilobytes:0})"));
        foreach (var why in lost) Console.WriteLine($"a page was lost: {why}");
        if (args.Contains("--json"))
            Console.WriteLine(JsonSerializer.Serialize(new
            {
                bench = "desks", desks, speed, changes = times.Count, overtaken = waiting.Overtaken, notSeen = unseen, pagesLost = lost.Count,
                board = new { p50Ms = Math.Round(Part(0.5)), p99Ms = Math.Round(Part(0.99)), maxMs = Math.Round(Part(1)), limitMs = MostMilliseconds },
                eachDesk = new { kilobytesAfterCollection = Math.Round(kilobytes), kilobytesOfWorkingSet = Math.Round(workingSet), limitKilobytes = MostKilobytes },
            }));
        return times.Count > 0 && Part(1) <= MostMilliseconds && unseen == 0 && lost.Count == 0 && kilobytes <= MostKilobytes && workingSet <= MostKilobytes ? 0 : 1;
    }

    private static async Task<(long Objects, long Process)> MemoryAsync(HttpClient bare)
    {
        var told = (await bare.GetStringAsync(new Uri("bench/memory", UriKind.Relative))).Split(' ');
        return (long.Parse(told[0], CultureInfo.InvariantCulture), long.Parse(told[1], CultureInfo.InvariantCulture));
    }

    private static Process Start(string folder, int port, int desks, int speed)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!) { RedirectStandardInput = true, RedirectStandardOutput = true };
        foreach (var word in (object[])["desks", DesksCentre.Verb, folder, "--port", port, "--desks", desks, "--speed", speed]) start.ArgumentList.Add(Convert.ToString(word, CultureInfo.InvariantCulture)!);
        start.Environment["DOTNET_PROCESSOR_COUNT"] = "2";
        var server = Process.Start(start)!;
        if (OperatingSystem.IsLinux()) server.ProcessorAffinity = 0b11;
        return server;
    }

    private static async Task<string> PasswordAsync(Process server)
    {
        while (await server.StandardOutput.ReadLineAsync() is { } said)
            if (said.StartsWith(DesksCentre.Up, StringComparison.Ordinal)) return said[DesksCentre.Up.Length..];
        throw new InvalidOperationException("The server did not start; what it said stands above.");
    }

    internal static int FreePort()
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        return ((IPEndPoint)probe.LocalEndpoint).Port;
    }

    /// <summary>Somebody who is signed in, with a browser's cookies.</summary>
    private sealed partial class Visitor : IAsyncDisposable
    {
        private readonly CookieContainer cookies = new();
        private readonly HttpClientHandler handler;
        private readonly HttpClient http;
        private Circuit? desk;
        private CancellationTokenSource? watching;

        private Visitor(Uri address)
        {
            handler = new HttpClientHandler { CookieContainer = cookies, UseProxy = false };
            http = new HttpClient(handler) { BaseAddress = address, Timeout = Timeout.InfiniteTimeSpan };
        }

        public string? Trouble => desk?.Trouble;

        public static async Task<Visitor> SignInAsync(Uri address, string signIn, string password)
        {
            var visitor = new Visitor(address);
            var door = await visitor.http.GetStringAsync(new Uri("sign-in", UriKind.Relative));
            using var answer = await visitor.http.PostAsync(new Uri("sign-in", UriKind.Relative), new FormUrlEncodedContent(new Dictionary<string, string>
            {
                ["_handler"] = "sign-in", ["__RequestVerificationToken"] = Token().Match(door).Groups[1].Value, ["Given.SignIn"] = signIn, ["Given.Password"] = password,
            }));
            answer.EnsureSuccessStatusCode();
            if (visitor.cookies.GetAllCookies().All(cookie => cookie.Name != "plateau.session")) throw new InvalidOperationException($"{signIn} was not let in.");
            return visitor;
        }

        public Task<Circuit> OpenAsync(string page, Action<byte[]>? read = null) => Circuit.OpenAsync(http, cookies, page, read);

        /// <summary>Opens the desk: its page, and the stream by which the telephone follows it.</summary>
        public async Task SitDownAsync()
        {
            desk = await OpenAsync("desk/work");
            watching = new CancellationTokenSource();
            _ = WatchAsync(await http.GetStreamAsync(new Uri("phone/desk", UriKind.Relative), watching.Token), watching.Token);
        }

        public async Task LeaveAsync()
        {
            if (watching is not null) await watching.CancelAsync();
            watching?.Dispose();
            watching = null;
            if (desk is not null) await desk.DisposeAsync();
            desk = null;
        }

        public async ValueTask DisposeAsync()
        {
            await LeaveAsync();
            http.Dispose();
            handler.Dispose();
        }

        private static async Task WatchAsync(Stream events, CancellationToken cancel)
        {
            try
            {
                await using (events) await events.CopyToAsync(Stream.Null, cancel);
            }
            catch (Exception over) when (over is OperationCanceledException or IOException)
            {
                return;
            }
        }

        [GeneratedRegex("name=\"__RequestVerificationToken\"[^>]*value=\"([^\"]*)\"")]
        private static partial Regex Token();
    }
}
