using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Plateau.Core.Prospecting.Pacing;
using Plateau.Simulation.Pacing;

namespace Plateau.Contracts.Pacing;

/// <summary>The pacer as another program runs it: one process a day, a line in, a line out.</summary>
public sealed class PaceContract
{
    private const string Begin = """{"type":"init","agents":50,"day":28800,"tick":0.5,"patience":2,"limit":0.03,"min_ring":15,"no_answer_timeout":30,"prior":{"p":0.3,"ring_mean":12,"talk_mean":180,"wrap_mean":37}}""";

    [Fact]
    public async Task A_day_paced_by_lines_is_the_day_that_the_pacer_would_have_paced()
    {
        var terms = new DayTerms(50) { Seconds = 3600 };
        using var process = new Paced();
        process.Ask(Begin.Replace("28800", "3600", StringComparison.Ordinal));
        var byLines = new DialDay(77, terms).Run(new ByLines(process));
        byLines.Should().Be(new DialDay(77, terms).Run(new PacerPolicy(terms, 0.03)));
        byLines.Dialled.Should().BeGreaterThan(1000);
        (await process.EndAsync("""{"type":"end"}""")).Should().Be((0, ""));
    }

    [Fact]
    public async Task A_closed_line_ends_the_day_too()
    {
        using var process = new Paced();
        process.Ask(Begin);
        (await process.EndAsync(null)).Should().Be((0, ""));
    }

    [Theory]
    [InlineData("{\"type\":\"tick\"", "line 2: is no JSON object in one line")]
    [InlineData("[]", "line 2: is no JSON object")]
    [InlineData("{}", "line 2: has no \"type\": write \"init\", \"tick\" or \"end\"")]
    [InlineData("{\"type\":\"tock\"}", "line 2: type \"tock\" is unknown")]
    [InlineData("{\"type\":\"tick\",\"idle\":\"three\"}", "line 2: idle: \"three\" will not do: give a number")]
    [InlineData("{\"type\":\"tick\",\"idle\":1.5}", "line 2: idle: 1.5 will not do: give a whole number")]
    [InlineData("{\"type\":\"tick\",\"idle\":\"3\"}", "line 2: idle: \"3\" will not do: give a number")]
    [InlineData("{\"type\":\"tick\",\"t\":1e999}", "line 2: t: 1e999 will not do: give a number that is not endless")]
    [InlineData("{\"type\":\"tick\",\"t\":1}", "line 2: tick without \"idle\": give t, idle, waiting, logged_in, humans, abandoned, talk, wrap, ring, events")]
    [InlineData("{\"type\":\"init\",\"day\":3600}", "line 2: init without \"limit\": give day, limit")]
    [InlineData("{\"type\":\"tick\",\"t\":1,\"idle\":-1,\"waiting\":0,\"logged_in\":3,\"humans\":0,\"abandoned\":0,\"talk\":[],\"wrap\":[],\"ring\":[],\"events\":[]}", "line 2: counts below nought")]
    [InlineData("{\"type\":\"tick\",\"ring\":7}", "line 2: ring: 7 will not do: give a list of elapsed seconds")]
    [InlineData("{\"type\":\"tick\",\"ring\":[null]}", "line 2: ring: null will not do: give a number")]
    [InlineData("{\"type\":\"tick\",\"events\":[[\"Q\",1]]}", "line 2: events: kind \"Q\" is unknown: give H, M, F, N, X, T, W or A")]
    [InlineData("{\"type\":\"tick\",\"events\":[\"H\"]}", "line 2: events: \"H\" is no pair")]
    [InlineData("{\"type\":\"init\",\"limit\":0.2}", "line 2: limit: give the share that may be abandoned, from 0 to 0.03")]
    [InlineData("{\"type\":\"init\",\"day\":0}", "line 2: day: give the seconds of the day")]
    public async Task A_line_that_cannot_be_read_is_named_with_its_remedy(string line, string said)
    {
        using var process = new Paced();
        process.Ask(Begin);
        var (code, error) = await process.EndAsync(line);
        code.Should().Be(2);
        error.Should().StartWith("plateau: " + said);
    }

    [Fact]
    public async Task Empty_lines_and_the_mark_of_an_editor_are_passed_over()
    {
        using var process = new Paced();
        process.Ask("\uFEFF" + Begin);
        (await process.EndAsync("\n \t\r\n" + """{"type":"end"}""" + "\r")).Should().Be((0, ""));
    }

    [Fact]
    public async Task A_tick_before_the_beginning_is_no_tick()
    {
        using var process = new Paced();
        (await process.EndAsync("""{"type":"tick","t":0,"idle":1,"waiting":0,"logged_in":1,"humans":0,"abandoned":0,"talk":[],"wrap":[],"ring":[],"events":[]}""")).Should().Be((2, """plateau: line 1: a tick before the beginning: send {"type":"init",...} first""" + "\n"));
    }

    private sealed class Paced : IDisposable
    {
        private readonly Process process = Process.Start(new ProcessStartInfo(Path.Combine(AppContext.BaseDirectory, "plateau"), "pace")
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;

        public JsonElement Ask(string line)
        {
            process.StandardInput.Write(line + "\n");
            process.StandardInput.Flush();
            return JsonDocument.Parse(process.StandardOutput.ReadLine()!).RootElement;
        }

        public async Task<(int Code, string Error)> EndAsync(string? line)
        {
            if (line is not null) await process.StandardInput.WriteAsync(line + "\n");
            process.StandardInput.Close();
            var error = await process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
            await process.WaitForExitAsync(TestContext.Current.CancellationToken);
            return (process.ExitCode, error);
        }

        public void Dispose()
        {
            if (!process.HasExited) process.Kill();
            process.Dispose();
        }
    }

    private sealed class ByLines(Paced process) : IDialPolicy
    {
        public int Dial(PacingView view, double answerRate)
        {
            var line = new StringBuilder().Append(CultureInfo.InvariantCulture, $$"""{"type":"tick","t":{{view.At}},"idle":{{view.Idle}},"waiting":{{view.Waiting}},"paused":{{view.Paused}},"logged_in":{{view.LoggedIn}},"humans":{{view.Humans}},"abandoned":{{view.Abandoned}},"dialed":{{view.Dialled}}""");
            foreach (var (name, ages) in ((string, AgeCounts)[])[("talk", view.Talk), ("wrap", view.WrapUp), ("talk_leaving", view.TalkLeaving), ("wrap_leaving", view.WrapUpLeaving), ("ring", view.Ring)])
                line.Append(CultureInfo.InvariantCulture, $",\"{name}\":[").AppendJoin(',', Elapsed(ages)).Append(']');
            line.Append(",\"events\":[").AppendJoin(',', view.Events.Select(what => string.Create(CultureInfo.InvariantCulture, $"[\"{what.Kind}\",{what.Value}]"))).Append("]}");
            var answer = process.Ask(line.ToString());
            answer.GetProperty("cancel").GetInt32().Should().Be(0);
            return answer.GetProperty("dial").GetInt32();
        }

        private static IEnumerable<string> Elapsed(AgeCounts ages) =>
            Enumerable.Range(0, ages.Ages.Count).SelectMany(bucket => Enumerable.Repeat(ages.Ages.From(bucket).ToString(CultureInfo.InvariantCulture), ages[bucket]));
    }
}
