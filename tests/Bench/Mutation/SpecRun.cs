using System.Collections;
using System.Reflection;
using System.Runtime.Loader;

namespace Plateau.Bench.Mutation;

/// <summary>The specs of the law, run against the mutants in memory: facts and theories by reflection, until the first is red.</summary>
internal sealed class SpecRun
{
    private const string Room = "Plateau.Specs.Compliance";

    /// <summary>Drawn from the rules, it would see every change and prove nothing about what the rules do.</summary>
    private const string Drawn = "RulesPageSpecs";

    private readonly Assembly specs;
    private readonly FieldInfo living;
    private readonly MethodInfo clear;
    private readonly Dictionary<string, List<(MethodInfo Method, object?[] Arguments)>> tests = new(StringComparer.Ordinal);

    public SpecRun(string folder, byte[] book)
    {
        var libraries = new Libraries(folder);
        var core = libraries.Core = libraries.LoadFromStream(new MemoryStream(book));
        specs = libraries.LoadFromAssemblyPath(Path.Combine(folder, "Plateau.Specs.dll"));
        var stage = core.GetType("Plateau.Core.Stage", throwOnError: true)!;
        (living, clear) = (stage.GetField("Living")!, stage.GetMethod("Clear")!);
    }

    /// <summary>Names of all classes of specs of the law, those that look at the whole book last.</summary>
    public static IReadOnlyList<string> Classes(string folder) =>
        [.. Directory.EnumerateFiles(folder, "*Specs.cs").Select(file => Path.GetFileNameWithoutExtension(file)!).Where(name => name != Drawn)
            .OrderBy(name => name == "RuleBookSpecs").ThenBy(name => name != "RuleTextSpecs").ThenBy(name => name, StringComparer.Ordinal)];

    /// <summary>The first spec of those classes that is red while this mutant lives (0: none does); null when all are green.</summary>
    public string? FirstRed(int mutant, IEnumerable<string> classes)
    {
        foreach (var name in classes)
        {
            living.SetValue(null, 0);
            foreach (var (method, arguments) in TestsOf(name))
            {
                clear.Invoke(null, null);
                living.SetValue(null, mutant);
                try
                {
                    method.Invoke(Activator.CreateInstance(method.DeclaringType!), arguments);
                }
                catch (TargetInvocationException)
                {
                    return $"{name}.{method.Name}";
                }
            }
        }
        return null;
    }

    private List<(MethodInfo, object?[])> TestsOf(string name)
    {
        if (tests.TryGetValue(name, out var known)) return known;
        var type = specs.GetType($"{Room}.{name}", throwOnError: true)!;
        return tests[name] =
        [
            .. from method in type.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly)
               where method.GetCustomAttributes().Any(mark => mark.GetType().Name is "FactAttribute" or "TheoryAttribute")
               from row in Rows(method)
               select (method, Fit(method, row)),
        ];
    }

    private static IEnumerable<object?[]> Rows(MethodInfo method)
    {
        if (method.GetParameters().Length == 0)
        {
            yield return [];
            yield break;
        }
        foreach (var mark in method.GetCustomAttributes())
        {
            if (mark.GetType().Name == "InlineDataAttribute") yield return (object?[])mark.GetType().GetProperty("Data")!.GetValue(mark)!;
            if (mark.GetType().Name != "MemberDataAttribute") continue;
            var member = (string)mark.GetType().GetProperty("MemberName")!.GetValue(mark)!;
            var table = (IEnumerable)method.DeclaringType!.GetProperty(member, BindingFlags.Public | BindingFlags.Static)!.GetValue(null)!;
            foreach (var row in table)
                yield return row as object?[] ?? (object?[])row.GetType().GetInterface("ITheoryDataRow")!.GetMethod("GetData")!.Invoke(row, null)!;
        }
    }

    /// <summary>The arguments as the method takes them: a tail of values becomes its last array.</summary>
    private static object?[] Fit(MethodInfo method, object?[] given)
    {
        if (method.GetParameters().Length == 0) return given;
        var last = method.GetParameters()[^1];
        var before = method.GetParameters().Length - 1;
        if (!last.IsDefined(typeof(ParamArrayAttribute), false) || (given.Length == before + 1 && given[^1]?.GetType() == last.ParameterType)) return given;
        var array = Array.CreateInstance(last.ParameterType.GetElementType()!, given.Length - before);
        for (var i = before; i < given.Length; i++) array.SetValue(given[i], i - before);
        return [.. given[..before], array];
    }

    /// <summary>What the specs stand on; in the place of Core, the mutants.</summary>
    private sealed class Libraries(string folder) : AssemblyLoadContext("specs of the law")
    {
        public Assembly? Core { get; set; }

        protected override Assembly? Load(AssemblyName name) => name.Name == "Plateau.Core" ? Core
            : Path.Combine(folder, name.Name + ".dll") is var file && File.Exists(file) ? LoadFromAssemblyPath(file) : null;
    }
}
