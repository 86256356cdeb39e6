using System.Diagnostics;
using System.Text.Json.Nodes;

namespace Plateau.Contracts.Permits;

/// <summary>Written cases are decided by the program itself as the sample says, and a case that can't be read is named.</summary>
public sealed class PermitContract
{
    private static readonly string Edges = File.ReadAllText(Path.Combine(Root, "samples", "permit", "edges.json"));
    private static readonly string Sample = File.ReadAllText(Path.Combine(Root, "samples", "permit", "cases.json"));

    private static string Root => Environment.GetEnvironmentVariable("PLATEAU_ROOT") ?? Path.GetFullPath("../../../../..", AppContext.BaseDirectory);

    [Fact]
    public void Every_sample_case_is_decided_as_it_says() => AreDecidedAsTheySay(Sample);

    [Fact]
    public void Every_edge_is_decided_as_it_says() => AreDecidedAsTheySay(Edges);

    private static void AreDecidedAsTheySay(string text)
    {
        var (code, answer, _) = Ask(text);
        code.Should().Be(0);
        var decided = JsonNode.Parse(answer)!.AsArray().ToDictionary(one => (string)one!["id"]!, one => one!);
        var cases = JsonNode.Parse(text)!["cases"]!.AsArray();
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
    [InlineData("decision_at", "\"9999-12-31T23:59:59Z\"", "is not a moment such as 2026-11-23T10:30:00+01:00, of the years 1900 to 2200")]
    [InlineData("decision_at", "\"0001-01-01\"", "of the years 1900 to 2200")]
    [InlineData("script", "{\"opening\":{\"identity\": \n 1}}", "case S01: input.script.opening.identity: 1 is not true or false")]
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
    [InlineData("{", "no JSON at line 1, byte 2")]
    [InlineData("", "no JSON at line 1, byte 1")]
    [InlineData("[]\n\n x", "no JSON at line 3, byte 2")]
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

    [Theory]
    [InlineData("kind", "\"outbond_call\"", "input.kind: \"outbond_call\" is no kind that the book knows; it was taken for a call", "allow")]
    [InlineData("purpose", "\"servise\"", "input.purpose: \"servise\" is no word that the book knows; it was taken for prospecting", "allow")]
    [InlineData("dial_mode", "\"predictiv\"", "it was taken for a system's", "refuse FR-CLI-NPV")]
    [InlineData("audience", "\"b2c\"", "it was taken for unknown", "refuse KNOWN-LAW")]
    [InlineData("switched_off", "[{\"rule\":\"FR-NOPE\",\"reason\":\"x\"}]", "input.switched_off[0].rule: there is no rule \"FR-NOPE\"", "allow")]
    [InlineData("switched_off", "[{\"rule\":\"FR-B2C-HOURS\",\"reason\":\"x\"}]", "FR-B2C-HOURS is no rule of prudence and holds whatever the client wishes", "allow")]
    [InlineData("switched_off", "[{\"rule\":\"FR-ABANDON-POLICY\"}]", "FR-ABANDON-POLICY is switched off by a reason alone", "allow")]
    public void A_word_that_the_book_does_not_know_is_said_and_never_makes_a_call_lawful(string field, string value, string says, string decided)
    {
        var one = JsonNode.Parse(Sample)!["cases"]!.AsArray().First(each => (string)each!["expected"]!["decision"]! == "allow" && (string)each["input"]!["dial_mode"]! == "manual")!;
        one["input"]![field] = JsonNode.Parse(value);
        var (code, answer, said) = Ask(new JsonArray(one.DeepClone()).ToJsonString());
        code.Should().Be(0);
        said.Should().Contain(says);
        var found = JsonNode.Parse(answer)![0]!;
        ((string)found["decision"]!).Should().Be(decided.Split(' ')[0]);
        if (decided.Split(' ') is [_, var rule]) found["ruleIds"]!.AsArray().Select(each => (string)each!).Should().Contain(rule);
    }

    [Theory]
    [InlineData("CPF", "FR-SECTOR-CPF")]
    [InlineData(" Energy-Renovation", "FR-SECTOR-HOUSING")]
    public void A_trade_is_prohibited_however_it_is_set(string sector, string rule)
    {
        var one = JsonNode.Parse(Sample)!["cases"]![0]!;
        one["input"]!["sector"] = sector;
        var (_, answer, _) = Ask(new JsonArray(one.DeepClone()).ToJsonString());
        JsonNode.Parse(answer)![0]!["ruleIds"]!.AsArray().Select(each => (string)each!).Should().Contain(rule);
    }

    [Theory]
    [InlineData("""{"kind":"recording","info_played":true,"agent_notice":true,"jurisdiction":"XX"}""")]
    [InlineData("""{"kind":"monitoring","notice":true,"cse":true}""")]
    public void What_no_rule_speaks_of_is_not_allowed(string input)
    {
        var asked = JsonNode.Parse(input)!;
        asked["decision_at"] = "2026-11-24T10:30:00+01:00";
        var (_, answer, _) = Ask(new JsonArray(new JsonObject { ["id"] = 7, ["input"] = asked }).ToJsonString());
        var found = JsonNode.Parse(answer)![0]!;
        ((string)found["id"]!).Should().Be("7");
        ((string)found["decision"]!).Should().Be("refuse");
        ((string)found["ruleIds"]![0]!).Should().Be("KNOWN-LAW");
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
