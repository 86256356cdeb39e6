using System.Reflection;

namespace Plateau.Bench;

/// <summary>Runs the benches by name: a bench is a static class called <c>NameBench</c> with <c>static Task&lt;int&gt; RunAsync(string[] args)</c>.</summary>
internal static class Program
{
    private const string Suffix = "Bench";

    public static async Task<int> Main(string[] args)
    {
        var benches = Find();
        if (args.Length == 0)
        {
            foreach (var name in benches.Keys)
                Console.WriteLine(name);
            return 0;
        }

        var (asked, rest) = (args[0], args[1..]);
        if ((asked == "all" ? rest : [asked]).FirstOrDefault(name => !benches.ContainsKey(name)) is { } unknown)
        {
            await Console.Error.WriteLineAsync($"There is no bench '{unknown}'. There are: {string.Join(", ", benches.Keys)}.");
            return 2;
        }

        return asked == "all" ? await Performance.RewriteAsync(rest.Length > 0 ? rest : benches.Keys, benches.Keys) : await benches[asked](rest);
    }

    private static SortedDictionary<string, Func<string[], Task<int>>> Find()
    {
        var found = new SortedDictionary<string, Func<string[], Task<int>>>(StringComparer.Ordinal);
        foreach (var type in typeof(Program).Assembly.GetTypes())
        {
            if (!type.Name.EndsWith(Suffix, StringComparison.Ordinal))
                continue;
            var run = type.GetMethod("RunAsync", BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic, [typeof(string[])]);
            if (run is null)
                throw new InvalidOperationException($"{type.Name} has no static RunAsync(string[]).");
            found.Add(type.Name[..^Suffix.Length].ToLowerInvariant(), run.CreateDelegate<Func<string[], Task<int>>>());
        }

        return found;
    }
}
