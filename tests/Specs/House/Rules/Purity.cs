using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Plateau.Specs.House.Rules;

/// <summary>Core and Simulation are functions of their signals: the same signals give the same facts, on any machine, in any year.</summary>
/// <remarks>The compiler refuses most of this in Core already (BannedSymbols.txt); these rules hold Simulation to it too.</remarks>
internal static class Purity
{
    private static readonly string[] Clocks =
        ["DateTime", "DateTimeOffset", "SystemClock", "TimeProvider", "Stopwatch", "TickCount", "TickCount64", "NewGuid", "CreateVersion7", "Random", "RandomNumberGenerator", "Shuffle"];

    /// <summary>Exact by IEEE 754, so alike everywhere; all other functions of Math may differ in the last bit.</summary>
    private static readonly string[] Exact =
        ["Abs", "Min", "Max", "MinMagnitude", "MaxMagnitude", "Clamp", "Sign", "Floor", "Ceiling", "Round", "Truncate", "Sqrt", "BigMul", "DivRem", "CopySign"];

    public static readonly HouseRule[] Rules =
    [
        new("Core and Simulation ask nobody for the time or for chance", Chance,
            [.. Clocks.Select(word => ("src/Simulation/World.cs", $"class World {{ object M() => X.{word}; }}")),
                ("src/Core/Floors/Floor.cs", "class Floor { System.DateTime at; }")]),
        new("Core and Simulation give the same figures on any machine", SameEverywhere,
            ("src/Simulation/Chance.cs", "class C { double M(double x) => Math.Log(x); }"),
            ("src/Simulation/Chance.cs", "class C { float M(float x) => System.MathF.Exp(x); }"),
            ("src/Core/Floors/Floor.cs", "class C { int M(string x) => x.GetHashCode(); }"),
            ("src/Core/Floors/Floor.cs", "class C { int M(string x) => HashCode.Combine(x); }"),
            ("src/Simulation/World.cs", "class C { void M() => Parallel.For(0, 9, _ => { }); }"),
            ("src/Simulation/World.cs", "class C { object M(int[] x) => x.AsParallel(); }")),
        new("Nothing in the house sleeps", Sleep,
            ("src/Telephony/Link.cs", "class C { void M() => Thread.Sl" + "eep(5); }"),
            ("tests/Contracts/Line.cs", "class C { void M() => System.Threading.Thread.Sl" + "eep(5); }")),
    ];

    private static IEnumerable<string> Chance(Source source)
    {
        if (!source.IsCode || !source.In("src/Core", "src/Simulation"))
            yield break;
        foreach (var name in source.Identifiers().Where(name => Clocks.Contains(name.Text) && !IsOurOwn(name)))
            yield return source.Complain(name, $"{name}; time, ids and chance arrive with the signal, and the simulation draws from its own streams.");
    }

    private static IEnumerable<string> SameEverywhere(Source source)
    {
        if (!source.IsCode || !source.In("src/Core", "src/Simulation"))
            yield break;
        foreach (var (name, at) in source.DottedNames())
            if (at.Parent is InvocationExpressionSyntax && name.Split('.') is [.., "Math" or "MathF", var function] && !Exact.Contains(function))
                yield return source.Complain(at, $"{name} may differ in the last bit between machines; draw from an integer table.");
        foreach (var call in source.Syntax.DescendantNodes().OfType<InvocationExpressionSyntax>())
            if (call.Expression is MemberAccessExpressionSyntax { Name.Identifier.Text: "GetHashCode" } or MemberAccessExpressionSyntax { Expression: IdentifierNameSyntax { Identifier.Text: "HashCode" } })
                yield return source.Complain(call, "hash codes differ from process to process; compare or count instead.");
        foreach (var name in source.Identifiers().Where(name => name.Text is "Parallel" or "AsParallel"))
            yield return source.Complain(name, $"{name} lets the machine choose the order; one thing after the other.");
    }

    private static IEnumerable<string> Sleep(Source source)
    {
        if (!source.IsCode)
            yield break;
        foreach (var (name, at) in source.DottedNames())
            if (name == "Thread.Sleep" || name.EndsWith(".Thread.Sleep", StringComparison.Ordinal))
                yield return source.Complain(at, "a sleeping thread; wait for the condition itself.");
    }

    /// <summary>A type, member or parameter of ours may bear such a word (a disposition called Random is no dice).</summary>
    private static bool IsOurOwn(SyntaxToken name) =>
        name.Parent is not SimpleNameSyntax || name.Parent.Parent is NameColonSyntax or NameEqualsSyntax;
}
