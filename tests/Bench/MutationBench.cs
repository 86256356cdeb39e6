using System.Diagnostics;
using System.Text.Json;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Plateau.Bench.Mutation;

namespace Plateau.Bench;

/// <summary>Changes every rule of law in every small way, one at a time, and asks whether a spec turns red: none may stay green.</summary>
internal static class MutationBench
{
    /// <summary>The rooms that the law stands on; compiled alone they take the place of Core.</summary>
    private static readonly string[] Rooms = ["People", "Compliance", "Clients", "Interactions"];

    public static Task<int> RunAsync(string[] args)
    {
        var clock = Stopwatch.StartNew();
        var root = BenchOptions.Root();
        var folder = Path.Combine(root, "tests", "Specs", "bin", "Release", "net10.0");
        var trees = Read(root);
        var rules = trees.Where(IsRule).ToList();
        var mutants = Mutator.Of(rules);
        var book = Compile(trees, mutants, folder);
        var specs = new SpecRun(folder, book);
        var classes = SpecRun.Classes(Path.Combine(root, "tests", "Specs", "Compliance"));
        if (specs.FirstRed(0, classes) is { } red)
        {
            Console.Error.WriteLine($"{red} is red before any change; mend it first.");
            return Task.FromResult(1);
        }
        var survivors = new List<Mutant>();
        foreach (var mutant in mutants)
        {
            var own = mutant.File + "Specs";
            if (specs.FirstRed(mutant.Number, [.. classes.Where(name => name == own), .. classes.Where(name => name != own)]) is not null) continue;
            survivors.Add(mutant);
            Console.Error.WriteLine($"survived: {mutant.File}.cs:{mutant.Line}: {mutant.Was}  ->  {mutant.Is}");
        }
        Console.WriteLine(JsonSerializer.Serialize(new { rules = rules.Count, mutants = mutants.Count, killed = mutants.Count - survivors.Count, survived = survivors.Count, seconds = Math.Round(clock.Elapsed.TotalSeconds) }));
        return Task.FromResult(survivors.Count == 0 ? 0 : 1);
    }

    private static List<SyntaxTree> Read(string root)
    {
        var options = new CSharpParseOptions(LanguageVersion.Preview);
        const string usings = "global using System; global using System.Collections.Generic; global using System.IO; global using System.Linq; global using System.Threading; global using System.Threading.Tasks;";
        return
        [
            .. Rooms.SelectMany(room => Directory.EnumerateFiles(Path.Combine(root, "src", "Core", room), "*.cs", SearchOption.AllDirectories))
                .Order(StringComparer.Ordinal).Select(file => CSharpSyntaxTree.ParseText(File.ReadAllText(file), options, file)),
            CSharpSyntaxTree.ParseText(usings, options), CSharpSyntaxTree.ParseText(AllMutants.Stage, options),
        ];
    }

    private static bool IsRule(SyntaxTree tree) => Path.GetFileName(Path.GetDirectoryName(tree.FilePath)) == "Rules";

    /// <summary>One assembly with all mutants in it; those that don't compile are taken out of the list, since no hand could leave them behind.</summary>
    private static byte[] Compile(List<SyntaxTree> trees, List<Mutant> mutants, string folder)
    {
        var references = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(path => Path.GetFileName(path).StartsWith("System.", StringComparison.Ordinal) || Path.GetFileName(path) is "mscorlib.dll" or "netstandard.dll")
            .Append(Path.Combine(folder, "NodaTime.dll")).Select(path => MetadataReference.CreateFromFile(path)).ToList();
        var options = new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable, optimizationLevel: OptimizationLevel.Release);
        while (true)
        {
            var staged = trees.Select(tree => IsRule(tree) ? tree.WithRootAndOptions(AllMutants.Staged(tree.GetRoot(), [.. mutants.Where(mutant => mutant.Member.SyntaxTree == tree)]), tree.Options) : tree);
            using var bytes = new MemoryStream();
            var result = CSharpCompilation.Create("Plateau.Core", staged, references, options).Emit(bytes);
            if (result.Success) return bytes.ToArray();
            var errors = result.Diagnostics.Where(each => each.Severity == DiagnosticSeverity.Error).ToList();
            var impossible = errors.Where(each => each.Location.SourceTree is not null)
                .Select(each => AllMutants.MutantAt(each.Location.SourceTree!.GetRoot().FindNode(each.Location.SourceSpan))).ToHashSet();
            if (mutants.RemoveAll(mutant => impossible.Contains(mutant.Number)) == 0) throw new InvalidOperationException($"the rules do not compile: {errors[0]}");
        }
    }
}
