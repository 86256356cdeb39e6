using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;

namespace Plateau.Bench;

/// <summary>Runs every bench, each in a process of its own, and writes docs/performance.md from the JSON lines with which they close.</summary>
internal static class Performance
{
    public static async Task<int> RewriteAsync(IEnumerable<string> names)
    {
        var root = Environment.GetEnvironmentVariable("PLATEAU_ROOT") ?? Environment.CurrentDirectory;
        var page = new StringBuilder(Head());
        var failed = 0;
        foreach (var name in names)
        {
            await Console.Error.WriteLineAsync($"{name} ...");
            var (code, figures) = await MeasureAsync(name);
            page.Append(CultureInfo.InvariantCulture, $"\n## {name}\n\n`./bench {name}`");
            if (figures is { } found)
                page.Append("\n\n").Append(Show(found));
            else
                page.Append(CultureInfo.InvariantCulture, $" ended with code {code} and gave no figures.\n");
            if (code != 0)
                failed++;
        }

        await File.WriteAllTextAsync(Path.Combine(root, "docs", "performance.md"), page.ToString());
        return failed == 0 ? 0 : 1;
    }

    private static string Head() =>
        $"""
        # Performance

        Made by `./bench all`; do not edit. Figures are of one run on one machine; what carries over to another are the ratios, since both sides of each were measured in the same run.

        | | |
        |---|---|
        | day | {DateTime.UtcNow:yyyy-MM-dd} |
        | machine | {Environment.ProcessorCount} cores, {GC.GetGCMemoryInfo().TotalAvailableMemoryBytes >> 30} GiB, {RuntimeInformation.OSDescription.Trim()} {RuntimeInformation.OSArchitecture} |
        | processor | {Processor()} |
        | runtime | {RuntimeInformation.FrameworkDescription} |

        """;

    private static string Processor() =>
        (File.Exists("/proc/cpuinfo") ? File.ReadLines("/proc/cpuinfo").FirstOrDefault(line => line.StartsWith("model name", StringComparison.Ordinal)) : null)
            ?.Split(':', 2)[1].Trim() ?? "unknown";

    private static async Task<(int Code, JsonElement? Figures)> MeasureAsync(string name)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!, [name, "--json"]) { RedirectStandardOutput = true };
        using var process = Process.Start(start) ?? throw new InvalidOperationException($"{Environment.ProcessPath} did not start.");
        var lines = (await process.StandardOutput.ReadToEndAsync()).Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        await process.WaitForExitAsync();
        try
        {
            return (process.ExitCode, lines.Length == 0 ? null : JsonDocument.Parse(lines[^1]).RootElement);
        }
        catch (JsonException)
        {
            return (process.ExitCode == 0 ? 1 : process.ExitCode, null);
        }
    }

    /// <summary>Plain values as one table, then each list of objects as a table of its own.</summary>
    private static string Show(JsonElement figures)
    {
        var text = new StringBuilder("| figure | value |\n|---|---:|\n");
        foreach (var (path, value) in Plain(figures, ""))
            text.Append(CultureInfo.InvariantCulture, $"| {path} | {Cell(value)} |\n");
        foreach (var list in figures.EnumerateObject().Where(property => property.Value.ValueKind == JsonValueKind.Array))
            text.Append(CultureInfo.InvariantCulture, $"\n{list.Name}\n\n").Append(Rows(list.Value));
        return text.ToString();
    }

    private static IEnumerable<(string Path, JsonElement Value)> Plain(JsonElement value, string path) => value.ValueKind switch
    {
        JsonValueKind.Object => value.EnumerateObject().SelectMany(property => Plain(property.Value, path.Length == 0 ? property.Name : $"{path}.{property.Name}")),
        JsonValueKind.Array => [],
        _ => [(path, value)],
    };

    private static string Rows(JsonElement list)
    {
        if (list.GetArrayLength() == 0 || list[0].ValueKind != JsonValueKind.Object)
            return string.Join(", ", list.EnumerateArray().Select(Cell)) + "\n";
        string[] columns = [.. list.EnumerateArray().SelectMany(row => row.EnumerateObject().Select(cell => cell.Name)).Distinct()];
        var text = new StringBuilder($"| {string.Join(" | ", columns)} |\n|{string.Concat(columns.Select(_ => "---:|"))}\n");
        foreach (var row in list.EnumerateArray())
            text.Append("| ").AppendJoin(" | ", columns.Select(column => row.TryGetProperty(column, out var cell) ? Cell(cell) : "")).Append(" |\n");
        return text.ToString();
    }

    private static string Cell(JsonElement value) =>
        value.ValueKind == JsonValueKind.Number && value.GetDouble() is var number
            ? number == Math.Truncate(number) && Math.Abs(number) < 1e15 ? number.ToString("#,0", CultureInfo.InvariantCulture) : number.ToString(Math.Abs(number) >= 100 ? "#,0" : "G3", CultureInfo.InvariantCulture)
            : value.ToString().Replace("|", "\\|", StringComparison.Ordinal);
}
