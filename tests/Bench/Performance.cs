using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;

namespace Plateau.Bench;

/// <summary>Runs benches, each in a process of its own, and writes what they found into docs/performance.md, from the JSON lines with which they close.</summary>
internal static class Performance
{
    /// <param name="names">The benches that are run; of the others the page keeps what it says.</param>
    public static async Task<int> RewriteAsync(IReadOnlyCollection<string> names, IEnumerable<string> all)
    {
        var path = Path.Combine(Environment.GetEnvironmentVariable("PLATEAU_ROOT") ?? Environment.CurrentDirectory, "docs", "performance.md");
        var sections = Sections(File.Exists(path) ? await File.ReadAllTextAsync(path) : "");
        var failed = 0;
        foreach (var name in names)
        {
            await Console.Error.WriteLineAsync($"{name} ...");
            var (code, figures) = await MeasureAsync(name);
            sections[name] = $"`./bench {name}`, {DateTime.UtcNow:yyyy-MM-dd}" + (figures is { } found ? $"\n\n{Show(found)}" : $" ended with code {code} and gave no figures.\n");
            if (code != 0)
                failed++;
        }

        var page = new StringBuilder(Head());
        foreach (var name in all.Where(sections.ContainsKey)) page.Append(CultureInfo.InvariantCulture, $"\n## {name}\n\n{sections[name]}");
        await File.WriteAllTextAsync(path, page.ToString());
        return failed == 0 ? 0 : 1;
    }

    /// <summary>What the page says of each bench so far.</summary>
    private static Dictionary<string, string> Sections(string page) =>
        page.Split("\n## ").Skip(1).Select(section => section.Split("\n\n", 2)).ToDictionary(section => section[0], section => section[1].TrimEnd() + "\n", StringComparer.Ordinal);

    private static string Head() =>
        $"""
        # Performance

        Made by `./bench all`; do not edit. Figures are of one run on one machine, each of its day; what carries over to another are the ratios, since both sides of each were measured in the same run.

        | | |
        |---|---|
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
