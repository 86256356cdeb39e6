using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.Logging.Abstractions;
using NodaTime;
using Plateau.Core.Interactions;
using Plateau.Core.Prospecting;
using Plateau.Telephony.Asterisk;
using Plateau.Telephony.Switch;
using Plateau.Telephony.Trunks;

namespace Plateau.Bench;

/// <summary>
/// Calls a second through the whole adapter, against a bare loop of HTTP requests and one socket on the same switch.
/// Rounds of the two take turns, so that a busy machine is busy for both.
/// </summary>
internal static class SwitchBench
{
    private const string Number = "+33100000000";
    private const int Rounds = 3;

    public static async Task<int> RunAsync(string[] args)
    {
        var rate = Option(args, "--rate", 100);
        var seconds = Option(args, "--seconds", 30);
        var folder = Directory.CreateTempSubdirectory("plateau-bench-").FullName;
        using var listener = new HttpListener();
        var port = SwitchPort.Listen(listener);
        using var host = new SwitchHost(
            new SwitchSettings { RunFolder = folder, Prefix = SwitchPort.Prefix(), Events = new Uri($"ws://127.0.0.1:{port}/") }, NullLogger<SwitchHost>.Instance);
        try
        {
            await host.StartAsync(CancellationToken.None);
            using var adapter = new Adapter(host, listener);
            using var bare = new Bare(host);
            await Task.WhenAll(adapter.Ready, bare.ConnectAsync());
            // A short round first: neither should pay for the other's warming up.
            await RoundAsync(adapter.Call, adapter.Settled, rate, 2);
            await RoundAsync(bare.Call, bare.Settled, rate, 2);
            var ours = new List<double>();
            var theirs = new List<double>();
            for (var round = 0; round < Rounds; round++)
            {
                theirs.AddRange(await RoundAsync(bare.Call, bare.Settled, rate, seconds / Rounds));
                ours.AddRange(await RoundAsync(adapter.Call, adapter.Settled, rate, seconds / Rounds));
            }
            return Report(args, rate, ours, theirs, rate * (seconds / Rounds) * Rounds);
        }
        finally
        {
            await host.StopAsync(CancellationToken.None);
            Directory.Delete(folder, recursive: true);
        }
    }

    private static int Report(string[] args, int rate, List<double> ours, List<double> theirs, int asked)
    {
        Console.WriteLine($"{"",-10}{"calls",8}{"answered",10}{"p50 ms",10}{"p99 ms",10}");
        foreach (var (name, times) in new[] { ("adapter", ours), ("bare", theirs) })
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name,-10}{asked,8}{times.Count,10}{Percentile(times, 0.5),10:0.0}{Percentile(times, 0.99),10:0.0}"));
        var ratio = Percentile(ours, 0.99) / Percentile(theirs, 0.99);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"p99 of the adapter is {ratio:0.00} times that of the bare loop, at {rate} calls a second."));
        if (args.Contains("--json"))
            Console.WriteLine(JsonSerializer.Serialize(new
            {
                bench = "switch", callsPerSecond = rate, calls = asked, answered = ours.Count, bareAnswered = theirs.Count,
                setupP50Ms = Math.Round(Percentile(ours, 0.5), 1), setupP99Ms = Math.Round(Percentile(ours, 0.99), 1),
                bareP50Ms = Math.Round(Percentile(theirs, 0.5), 1), bareP99Ms = Math.Round(Percentile(theirs, 0.99), 1),
                ratios = new { setupP99 = Math.Round(ratio, 3) },
            }));
        return ours.Count == asked ? 0 : 1;
    }

    /// <summary>Begins calls at an even pace and returns their setup times in milliseconds.</summary>
    private static async Task<List<double>> RoundAsync(Action<string> call, ConcurrentDictionary<string, Timing> settled, int rate, int seconds)
    {
        var ids = new List<string>();
        var watch = Stopwatch.StartNew();
        for (var n = 0; n < rate * seconds; n++)
        {
            var due = TimeSpan.FromSeconds((double)n / rate);
            while (watch.Elapsed < due) await Task.Delay(1);
            var id = $"bench-{Guid.NewGuid():N}";
            ids.Add(id);
            settled[id] = new Timing(Stopwatch.GetTimestamp(), null);
            call(id);
        }
        var end = Stopwatch.StartNew();
        while (end.Elapsed.TotalSeconds < 10 && ids.Any(id => settled[id].Took is null)) await Task.Delay(20);
        return [.. ids.Select(id => settled[id].Took?.TotalMilliseconds).OfType<double>()];
    }

    private static double Percentile(List<double> values, double part) =>
        values.Count == 0 ? double.NaN : values.Order().ElementAt((int)Math.Min(values.Count - 1, values.Count * part));

    private static int Option(string[] args, string name, int otherwise) =>
        Array.IndexOf(args, name) is >= 0 and var at && at + 1 < args.Length ? int.Parse(args[at + 1], CultureInfo.InvariantCulture) : otherwise;

    private sealed record Timing(long Began, TimeSpan? Took);

    private static void Settle(ConcurrentDictionary<string, Timing> settled, string id)
    {
        if (settled.TryGetValue(id, out var timing) && timing.Took is null) settled[id] = timing with { Took = Stopwatch.GetElapsedTime(timing.Began) };
    }

    /// <summary>Our own way: instruction in, signal out.</summary>
    private sealed class Adapter : IDisposable
    {
        private readonly CancellationTokenSource stop = new();
        private readonly TaskCompletionSource ready = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private readonly AriClient control;
        private readonly AsteriskSwitch outlet;

        public Adapter(SwitchHost host, HttpListener listener)
        {
            control = new AriClient(host.Identity.Control, SwitchIdentity.ControlUser, host.Identity.ControlPassword);
            var link = new AriLink(NullLogger<AriLink>.Instance);
            outlet = new AsteriskSwitch(control, link, host.Settings.RecordingFolder, [TrunkSettings.Practice],
                (_, _) => ValueTask.FromResult<string?>(Number), Hear, SystemClock.Instance, NullLogger<AsteriskSwitch>.Instance);
            _ = outlet.RunAsync(stop.Token);
            _ = SwitchPort.ServeAsync(listener, link, stop.Token);
        }

        public Task Ready => ready.Task;
        public ConcurrentDictionary<string, Timing> Settled { get; } = new();

        public void Call(string id) => outlet.Carry(new Dial(new AttemptId(id), new CampaignId("bench"), new ProspectId(1),
            TrunkSettings.Practice.Id, "+33123456789", Duration.FromSeconds(5), DetectMachines: false));

        public void Dispose()
        {
            stop.Cancel();
            control.Dispose();
            stop.Dispose();
        }

        private void Hear(Signal signal)
        {
            if (signal is SwitchConnected) ready.TrySetResult();
            if (signal is not CallAnswered answered) return;
            Settle(Settled, answered.Attempt.Value);
            outlet.Carry(new HangUp(answered.Attempt));
        }
    }

    /// <summary>The least that could do it: one request a call, one socket, no order, no limits, no memory.</summary>
    private sealed class Bare(SwitchHost host) : IDisposable
    {
        private readonly ClientWebSocket socket = new();
        private readonly HttpClient http = new() { BaseAddress = host.Identity.Control };
        private readonly AuthenticationHeaderValue key = new("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{SwitchIdentity.ControlUser}:{host.Identity.ControlPassword}")));

        public ConcurrentDictionary<string, Timing> Settled { get; } = new();

        public async Task ConnectAsync()
        {
            http.DefaultRequestHeaders.Authorization = key;
            socket.Options.SetRequestHeader("Authorization", key.ToString());
            await socket.ConnectAsync(new UriBuilder(new Uri(host.Identity.Control, "events?app=bare")) { Scheme = "ws" }.Uri, CancellationToken.None);
            _ = ReadAsync();
        }

        public void Call(string id) => _ = http.PostAsync(
            new Uri($"channels?endpoint=PJSIP/{Uri.EscapeDataString(Number)}@practice&app=bare&channelId={id}&callerId=%2B33123456789&timeout=5", UriKind.Relative), null);

        public void Dispose()
        {
            socket.Dispose();
            http.Dispose();
        }

        private async Task ReadAsync()
        {
            var buffer = new byte[65536];
            while (socket.State == WebSocketState.Open)
            {
                var length = 0;
                ValueWebSocketReceiveResult part;
                do length += (part = await socket.ReceiveAsync(buffer.AsMemory(length), CancellationToken.None)).Count;
                while (!part.EndOfMessage);
                using var what = JsonDocument.Parse(buffer.AsMemory(0, length));
                // The same moment that the adapter tells: the channel is up.
                if (what.RootElement.GetProperty("type").GetString() != "ChannelStateChange") continue;
                var channel = what.RootElement.GetProperty("channel");
                if (channel.GetProperty("state").GetString() != "Up") continue;
                var id = channel.GetProperty("id").GetString()!;
                Settle(Settled, id);
                _ = http.DeleteAsync(new Uri($"channels/{id}", UriKind.Relative));
            }
        }
    }
}
