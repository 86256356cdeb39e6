using System.Diagnostics;
using System.Text.RegularExpressions;

namespace Plateau.Contracts.House;

/// <summary>Each line of Core's BannedSymbols.txt stops a build: one canary per line, all compiled once with Core's own project file.</summary>
public sealed partial class BannedSymbolsContract(BannedSymbolsContract.Build build) : IClassFixture<BannedSymbolsContract.Build>
{
    private static readonly Dictionary<string, string> Canaries = new()
    {
        ["T:System.DateTime"] = "_ = System.DateTime.UtcNow;",
        ["T:System.DateTimeOffset"] = "_ = System.DateTimeOffset.UtcNow;",
        ["T:System.TimeProvider"] = "_ = System.TimeProvider.System;",
        ["T:NodaTime.SystemClock"] = "_ = NodaTime.SystemClock.Instance;",
        ["T:System.Diagnostics.Stopwatch"] = "_ = System.Diagnostics.Stopwatch.StartNew();",
        ["P:System.Environment.TickCount"] = "_ = System.Environment.TickCount;",
        ["P:System.Environment.TickCount64"] = "_ = System.Environment.TickCount64;",
        ["T:System.Random"] = "_ = new System.Random(7);",
        ["M:System.Guid.NewGuid"] = "_ = System.Guid.NewGuid();",
        ["M:System.Guid.CreateVersion7"] = "_ = System.Guid.CreateVersion7();",
        ["T:System.Security.Cryptography.RandomNumberGenerator"] = "_ = System.Security.Cryptography.RandomNumberGenerator.GetInt32(9);",
        ["N:System.Threading.Tasks"] = "_ = System.Threading.Tasks.Task.CompletedTask;",
        ["T:System.Threading.Thread"] = "System.Threading.Thread.Yield();",
        ["T:System.Threading.Timer"] = "_ = new System.Threading.Timer(_ => { });",
        ["N:System.Net"] = "_ = System.Net.IPAddress.Loopback;",
        ["N:System.Net.Http"] = "_ = new System.Net.Http.HttpMethod(\"GET\");",
        ["N:System.Net.Sockets"] = "_ = System.Net.Sockets.Socket.OSSupportsIPv4;",
        ["N:System.IO"] = "_ = System.IO.File.Exists(\"x\");",
        ["T:System.Console"] = "System.Console.WriteLine();",
    };

    /// <summary>Lines and canaries together: a line without a canary and a canary without a line are both refused.</summary>
    public static TheoryData<string> Symbols => [.. Lines().Union(Canaries.Keys)];

    [Theory, MemberData(nameof(Symbols))]
    public void A_banned_symbol_stops_the_build(string symbol) =>
        build.Refused.Should().Contain(symbol, "each banned line needs a canary here that the compiler refuses; the build said:\n{0}", build.Log);

    [Fact]
    public void A_canary_that_names_nothing_banned_is_built() => build.Refused.Should().NotContain("");

    private static IEnumerable<string> Lines() =>
        File.ReadLines(Checkout.At("src", "Core", "BannedSymbols.txt")).Where(line => line.Length > 0).Select(line => line.Split(';')[0]);

    /// <summary>One build of all canaries, each in a file of its own, beside a harmless one.</summary>
    public sealed partial class Build : IAsyncLifetime
    {
        private readonly string folder = Checkout.At("obj", "canaries", $"{Environment.ProcessId}");

        /// <summary>The symbols whose canary was refused with RS0030 as an error; the empty name is the harmless file.</summary>
        public IReadOnlyList<string> Refused { get; private set; } = [];

        public string Log { get; private set; } = "";

        public async ValueTask InitializeAsync()
        {
            Directory.CreateDirectory(folder);
            foreach (var file in new[] { "Plateau.Core.csproj", "BannedSymbols.txt" })
                File.Copy(Checkout.At("src", "Core", file), Path.Combine(folder, file), overwrite: true);
            string[] symbols = ["", .. Lines().Union(Canaries.Keys)];
            for (var number = 0; number < symbols.Length; number++)
                await File.WriteAllTextAsync(Path.Combine(folder, $"Canary{number}.cs"),
                    $"namespace Plateau.Core;\n\ninternal static class Canary{number}\n{{\n    public static void Sing() {{ {Canaries.GetValueOrDefault(symbols[number])} }}\n}}\n");

            Log = await DotnetBuild();
            Refused = [.. Errors().Matches(Log).Select(match => symbols[int.Parse(match.Groups[1].Value, System.Globalization.CultureInfo.InvariantCulture)]).Distinct()];
        }

        public ValueTask DisposeAsync()
        {
            Directory.Delete(folder, recursive: true);
            return ValueTask.CompletedTask;
        }

        private async Task<string> DotnetBuild()
        {
            var start = new ProcessStartInfo("dotnet", ["build", folder, "-c", "Release", "-nologo", "-nodeReuse:false", "-p:UseSharedCompilation=false"])
            {
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            };
            using var process = Process.Start(start)!;
            var error = process.StandardError.ReadToEndAsync();
            var output = await process.StandardOutput.ReadToEndAsync();
            await process.WaitForExitAsync();
            return output + await error;
        }

        [GeneratedRegex(@"Canary(\d+)\.cs\(.*error RS0030")]
        private static partial Regex Errors();
    }
}
