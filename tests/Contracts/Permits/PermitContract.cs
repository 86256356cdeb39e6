using System.Diagnostics;
using System.Text.Json.Nodes;

namespace Plateau.Contracts.Permits;

/// <summary>Written cases are decided by the program itself as the sample says, and a case that can't be read is named.</summary>
public sealed class PermitContract
{
    private static readonly string Sample = File.ReadAllText(Path.Combine(Root, "samples", "permit", "cases.json"));

    private static string Root => Environment.GetEnvironmentVariable("PLATEAU_ROOT") ?? Path.GetFullPath("../../../../..", AppContext.BaseDirectory);

    [Fact]
    public void Every_sample_case_is_decided_as_it_says()
    {
        var (code, answer, _) = Ask(Sample);
        code.Should().Be(0);
        var decided = JsonNode.Parse(answer)!.AsArray().ToDictionary(one => (string)one!["id"]!, one => one!);
        var cases = JsonNode.Parse(Sample)!["cases"]!.AsArray();
        decided.Should().HaveCount(cases.Count);
        foreach (var one in cases)
        {
            var (expected, found) = (one!["expected"]!, decided[(string)one["id"]!]);
            ((string)found["decision"]!).Should().Be((string)expected["decision"]!, $"{one["id"]}: {one["title"]}, {found["reasons"]}");
            if ((string)expected["decision"]! == "allow") continue;
            found["ruleIds"]!.AsArray().Select(rule => (string)rule!).Should().BeEquivalentTo(expected["rule_ids"]!.AsArray().Select(rule => (string)rule!), $"{one["id"]}: {one["title"]}");
            found["reasons"]!.AsArray().Should().HaveSameCount(found["ruleIds"]!.AsArray());
        }
    }

    [Theory]
    [InlineData("decision_at", "\"yesterday\"", "case S01: input.decision_at: \"yesterday\" is not a moment")]
    [InlineData("decision_at", "null", "case S01: input.decision_at: no moment of decision")]
    [InlineData("phase", "\"later\"", "case S01: input.phase: there is no phase later")]
    [InlineData("contact", "[]", "case S01: input.contact: [] is not an object")]
    [InlineData("caller_id", "{\"presented\":\"yes\"}", "case S01: input.caller_id.presented: \"yes\" is not true or false")]
    [InlineData("history", "[{\"outcome\":\"refused\"}]", "case S01: input.history[0].at: an earlier call needs its moment")]
    [InlineData("history", "\"none\"", "case S01: input.history: \"none\" is not a list of objects")]
    [InlineData("consent", "{\"products\":[3]}", "case S01: input.consent.products[0]: 3 is not a text")]
    public void A_case_that_cannot_be_read_is_named_with_its_field(string field, string value, string says)
    {
        var one = JsonNode.Parse(Sample)!["cases"]![0]!;
        one["input"]![field] = JsonNode.Parse(value);
        var (code, answer, said) = Ask(new JsonArray(one.DeepClone()).ToJsonString());
        code.Should().Be(2);
        answer.Should().BeEmpty();
        said.Should().Contain(says);
    }

    [Theory]
    [InlineData("{", "no JSON")]
    [InlineData("3", "no cases")]
    [InlineData("[{\"id\":\"A\"}]", "case A: no input")]
    [InlineData("[{\"id\":\"A\",\"decision_at\":\"2026-11-24T10:30:00+01:00\"},{\"id\":\"A\",\"decision_at\":\"2026-11-24T10:30:00+01:00\"}]", "case A: this id stands twice")]
    public void A_file_that_holds_no_cases_is_refused(string text, string says)
    {
        var (code, _, said) = Ask(text);
        code.Should().Be(2);
        said.Should().Contain(says);
    }

    [Fact]
    public void A_case_that_tells_nothing_is_refused_and_a_field_nobody_knows_is_said()
    {
        var (code, answer, said) = Ask("""{"id":"A","input":{"jurisdiction":"FR","audience":"B2C","decision_at":"2026-11-24T10:30:00+01:00","colour":"blue"}}""");
        code.Should().Be(0);
        JsonNode.Parse(answer)![0]!["ruleIds"]!.AsArray().Select(rule => (string)rule!).Should().Contain(["FR-B2C-CONSENT", "FR-B2C-HOURS", "FR-B2C-OPPOSITION", "FR-B2C-FREQ-4-30", "FR-CLI-MASKED", "FR-CLI-AUTH", "FR-CLI-NPV", "FR-SECTOR-CPF"]);
        said.Should().Contain("case A: input.colour is no field that the book knows");
    }

    private static (int Code, string Answer, string Said) Ask(string cases)
    {
        var start = new ProcessStartInfo(Path.Combine(AppContext.BaseDirectory, "plateau"), ["permit", "--cases", "-", "--json"])
        {
            RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true,
        };
        using var process = Process.Start(start)!;
        process.StandardInput.Write(cases);
        process.StandardInput.Close();
        var said = process.StandardError.ReadToEndAsync();
        var answer = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, answer, said.Result);
    }
}
