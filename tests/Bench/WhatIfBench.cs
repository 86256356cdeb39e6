using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using NodaTime;
using Plateau.Core.Prospecting;
using Plateau.Simulation;

namespace Plateau.Bench;

/// <summary>
/// What it costs to ask what would come of a day: ten hours of 300 agents, dialled ahead, through a list of 120,000. Processor
/// time on all cores together, since the machine may be busy with other things; a life is lived on one. The first life of a
/// program that was just started pays for its compilation as well, as it does for whoever asks by the verb; the page asks a server that runs.
/// </summary>
internal static class WhatIfBench
{
    private const int Lives = 4;
    private const double LimitSeconds = 2;

    /// <summary>Said to the bench's own second process, which lives the days.</summary>
    private const string Here = "--here";

    /// <summary>What ./run tells the runtime of a verb that is soon over.</summary>
    private static readonly (string Name, string Value)[] Verbs =
    [
        ("DOTNET_TieredPGO", "0"), ("DOTNET_TC_CallCountingDelayMs", "0"), ("DOTNET_TC_CallCountThreshold", "1000"), ("DOTNET_gcConcurrent", "0"), ("DOTNET_GCgen0size", "2000000"),
        ("DOTNET_GCConserveMemory", "0"), ("DOTNET_GCRegionSize", "4000000"), ("DOTNET_GCLOHThreshold", "1000000"),
    ];

    private static readonly Scenario Day = new()
    {
        Name = "whatif", Start = Instant.FromUtc(2026, 11, 24, 8, 0), Minutes = 600, Agents = 300, Mode = DialMode.Predictive,
        Customers = new() { Count = 120_000, Answers = 280_000, Machines = 260_000, TalkMean = 165_000 },
        Workforce = new() { WrapUpMean = 30_000 },
        Carrier = new() { MostCalls = 1500, CallsPerSecond = 100 },
    };

    public static async Task<int> RunAsync(string[] args)
    {
        if (args.Contains(Here)) return Live();
        var watching = await AfreshAsync(watches: true);
        var quick = await AfreshAsync(watches: false);
        var later = watching[1..].Select(life => life.Seconds).Order().ElementAt((Lives - 1) / 2);
        var attempts = quick[0].Attempts;
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"a day of {Day.Agents} agents, {attempts:N0} attempts: {quick[0].Seconds:F2} s of processor time for the first life after ./run, {later:F2} s for each further one (at most {LimitSeconds} wanted), {1e6 * later / attempts:F1} µs an attempt"));
        if (args.Contains("--json"))
            Console.WriteLine(JsonSerializer.Serialize(new
            {
                bench = "whatif", agents = Day.Agents, hours = Day.Minutes / 60, attempts,
                processorSeconds = new { firstLife = Math.Round(quick[0].Seconds, 2), furtherLife = Math.Round(later, 2), limit = LimitSeconds },
                microsecondsPerAttempt = Math.Round(1e6 * later / attempts, 1), megabytesPerLife = quick[^1].Megabytes,
            }));
        return later <= LimitSeconds ? 0 : 1;
    }

    private sealed record Life(double Seconds, int Attempts, long Megabytes);

    private static int Live()
    {
        for (var life = 0; life < Lives; life++)
        {
            var (allocated, began) = (GC.GetTotalAllocatedBytes(), life == 0 ? TimeSpan.Zero : Processor());
            var figures = new World(Day, life + 1, asks: true).Run();
            Console.WriteLine(JsonSerializer.Serialize(new Life((Processor() - began).TotalSeconds, figures.Attempts, (GC.GetTotalAllocatedBytes() - allocated) >> 20)));
        }
        return 0;
    }

    private static TimeSpan Processor()
    {
        using var me = Process.GetCurrentProcess();
        return me.TotalProcessorTime;
    }

    /// <param name="watches">Whether the program is compiled as a server's is, which runs for long, or as that of a verb, which is soon over (see ./run).</param>
    private static async Task<Life[]> AfreshAsync(bool watches)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!, ["whatif", Here]) { RedirectStandardOutput = true };
        if (!watches)
            foreach (var (name, value) in Verbs) start.Environment[name] = value;
        using var process = Process.Start(start) ?? throw new InvalidOperationException($"{Environment.ProcessPath} did not start.");
        var lines = (await process.StandardOutput.ReadToEndAsync()).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        await process.WaitForExitAsync();
        return [.. lines.Select(line => JsonSerializer.Deserialize<Life>(line)!)];
    }
}
