using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Plateau.Specs.House.Rules;

/// <summary>A test is a sentence that waits for conditions and is never skipped.</summary>
internal static class Testing
{
    /// <summary>The one place that may wait a moment between two looks at a condition.</summary>
    private const string Waiting = "Eventually.cs";

    public static readonly HouseRule[] Rules =
    [
        new($"A test waits for a condition, in {Waiting} alone", Delay,
            ("tests/Contracts/Line.cs", "class C { async Task M() => await Task.De" + "lay(100); }"),
            ("tests/Specs/Floors/FloorSpecs.cs", "class C { Task M() => System.Threading.Tasks.Task.De" + "lay(100); }")),
        new("A test is a sentence", Sentence,
            ("tests/Specs/Floors/FloorSpecs.cs", "class C { [Fact] public void TestDial() { } }"),
            ("tests/Specs/Floors/FloorSpecs.cs", "class C { [Theory, InlineData(1)] public void Dial_works(int x) { } }")),
        new("A test is not skipped", Skipped,
            ("tests/Specs/Floors/FloorSpecs.cs", "class C { [Fact(Sk" + "ip = \"slow\")] public void A_call_is_queued() { } }")),
    ];

    private static IEnumerable<string> Delay(Source source)
    {
        if (!source.IsCode || !source.In("tests/Specs", "tests/Contracts") || source.Path.EndsWith("/" + Waiting, StringComparison.Ordinal))
            yield break;
        foreach (var (name, at) in source.DottedNames())
            if (name == "Task.Delay" || name.EndsWith(".Task.Delay", StringComparison.Ordinal))
                yield return source.Complain(at, $"a fixed delay; wait for the condition itself, as {Waiting} does.");
    }

    private static IEnumerable<string> Sentence(Source source)
    {
        foreach (var (test, _) in Tests(source))
            if (test.Identifier.Text.Count(letter => letter == '_') < 2)
                yield return source.Complain(test.Identifier, $"{test.Identifier} is no sentence; write what holds: A_callback_keeps_its_place_in_the_queue.");
    }

    private static IEnumerable<string> Skipped(Source source)
    {
        foreach (var (test, mark) in Tests(source))
            if (mark.ArgumentList?.Arguments.Any(argument => argument.NameEquals?.Name.Identifier.Text == "Skip") == true)
                yield return source.Complain(test.Identifier, "a test that does not run guards nothing; mend it or delete it.");
    }

    private static IEnumerable<(MethodDeclarationSyntax Test, AttributeSyntax Mark)> Tests(Source source) =>
        !source.IsCode || !source.In("tests")
            ? []
            : from method in source.Syntax.DescendantNodes().OfType<MethodDeclarationSyntax>()
              from mark in method.AttributeLists.SelectMany(list => list.Attributes)
              where mark.Name.ToString() is "Fact" or "Theory"
              select (method, mark);
}
