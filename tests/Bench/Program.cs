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

        if (args[0] == "all")
            return await Performance.RewriteAsync(benches.Keys);

        if (!benches.TryGetValue(args[0], out var run))
        {
            await Console.Error.WriteLineAsync($"There is no bench '{args[0]}'. There are: {string.Join(", ", benches.Keys)}.");
            return 2;
        }

        return await run(args[1..]);
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
