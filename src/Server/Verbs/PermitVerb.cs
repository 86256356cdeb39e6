using System.CommandLine;
using System.Text.Json;
using Plateau.Core.Compliance;
using Plateau.Server.Permits;
using Spectre.Console;

namespace Plateau.Server.Verbs;

/// <summary>Asks the rule book about written cases: the same book, the same rules and the same question as the floor's.</summary>
internal static class PermitVerb
{
    private static readonly JsonSerializerOptions Written = new(JsonSerializerDefaults.Web) { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>A case as it was decided.</summary>
    /// <param name="RuleIds">On refuse, every rule at fault; on allow, the rules that were asked.</param>
    /// <param name="Reasons">One for each rule at fault: its reason, its text and its source.</param>
    private sealed record Decided(string Id, string Decision, IReadOnlyList<string> RuleIds, IReadOnlyList<string> Reasons);

    public static Command Make()
    {
        var cases = new Option<string>("--cases") { Description = "The cases as JSON; - reads the standard input. docs/permit.md has the shape", Required = true, HelpName = "FILE" };
        cases.Aliases.Add("--case");
        var json = new Option<bool>("--json") { Description = "Answer with a JSON array, one object for each case" };
        var command = new Command("permit", """
            Say of each case whether the call would be lawful, and which rules speak against it.

            Nothing is dialled and nothing is written down.
            """)
        { cases, json };
        command.SetAction(async (parsed, cancel) =>
        {
            var decided = Decide(await CaseFile.ReadAsync(parsed.GetValue(cases)!, cancel));
            if (parsed.GetValue(json)) Console.WriteLine(JsonSerializer.Serialize(decided, Written));
            else Print(decided);
            return (int)Exit.Done;
        });
        return command;
    }

    private static List<Decided> Decide(IReadOnlyList<WrittenCase> cases)
    {
        var decided = new List<Decided>(cases.Count);
        foreach (var one in cases)
        {
            var examined = RuleBook.Standard.Examine(one.Question);
            var faults = examined.Where(each => !each.Finding.Passes).ToList();
            // Silence is never a yes.
            if (examined.Count == 0) decided.Add(new(one.Id, "refuse", ["KNOWN-LAW"], ["KNOWN-LAW: no-law-for-country. No rule of the book speaks of this, of this country and of that day"]));
            else decided.Add(faults.Count == 0
                ? new(one.Id, "allow", [.. examined.Select(each => each.Rule.Id)], [])
                : new(one.Id, "refuse", [.. faults.Select(each => each.Rule.Id)], [.. faults.Select(Reason)]));
        }
        return decided;
    }

    private static string Reason(Examined fault) => $"{fault.Rule.Id}: {fault.Finding.Reason}. {fault.Rule.Text.Title} ({fault.Rule.Text.Source})";

    private static void Print(List<Decided> decided)
    {
        foreach (var one in decided)
        {
            AnsiConsole.MarkupLine($"{Markup.Escape(one.Id)} [{(one.Decision == "allow" ? "green" : "red")}]{one.Decision}[/]");
            foreach (var reason in one.Reasons) AnsiConsole.WriteLine($"  {reason}");
        }
    }
}
