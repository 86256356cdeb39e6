using System.Diagnostics;
using System.IO.Compression;
using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.RegularExpressions;
using Plateau.Contracts.Api;
using Plateau.Contracts.Telephony;
using Plateau.Contracts.Web;
using Plateau.Server.People;
using Plateau.Server.Reports.Proofs;
using Plateau.Server.Web.Words;
using Plateau.Storage.Audit;
using Plateau.Storage.People;

namespace Plateau.Contracts.Reports;

/// <summary>What a report shows is what the journal holds, down to the last call, its proof and its sound.</summary>
public sealed class ReportPagesContract(PagesRoom room)
{
    private const string Report = $"reports/{SimulatedMorning.Campaign}?{SimulatedMorning.Days}";

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    private SimulatedMorning Morning => room.Morning;

    [Fact]
    public async Task The_page_the_api_and_a_replay_show_the_same_figures()
    {
        using var reader = await ReaderAsync();
        var page = await reader.GetStringAsync(Report, Cancelled);
        using var centre = room.Plateau.With(room.Plateau.FirstKey);
        var report = (await centre.DoneAsync("GET", $"api/v1/campaigns/{SimulatedMorning.Campaign}/report")).GetProperty("figures");
        var replay = await ReplayAsync();
        foreach (var (label, name) in ((string, string)[])[("Tentatives", "attempts"), ("Réussites", "successes")])
        {
            var shown = ShownReport.TileOf(page, label).Figure;
            shown.Should().Be(report.GetProperty(name).ToString(), $"{label} of the page is {name} of the report");
            shown.Should().Be(replay.GetProperty(name).ToString(), $"{label} of the page is {name} of the replay");
        }
        ShownReport.TileOf(page, "Abandons").Beside.Should().Be(replay.GetProperty("abandoned").ToString());
        var refused = replay.GetProperty("refusals").EnumerateObject().Sum(rule => rule.Value.GetInt32());
        ShownReport.TileOf(page, "Refusés avant appel").Figure.Should().Be($"{refused}");
        var rows = ShownReport.RowsOf(page);
        foreach (var (group, key) in ((string, string)[])[("outcomes", "outcome"), ("dispositions", "disposition"), ("refusals", "rule")])
            foreach (var counted in replay.GetProperty(group).EnumerateObject())
                rows.Should().Contain(row => row.Address.EndsWith($"&{key}={counted.Name}", StringComparison.Ordinal) && row.Count == counted.Value.GetInt32(), $"{group} {counted.Name} stands on the page as it was replayed");
        replay.GetProperty("attempts").GetInt32().Should().Be(Morning.Live.Attempts).And.BeGreaterThan(100);
    }

    [Fact]
    public async Task Every_row_leads_to_as_many_calls_as_it_counts()
    {
        using var reader = await ReaderAsync();
        var rows = ShownReport.RowsOf(await reader.GetStringAsync(Report, Cancelled)).Where(row => !row.Address.Contains("rule=", StringComparison.Ordinal)).ToList();
        rows.Should().HaveCountGreaterThan(10);
        foreach (var (address, count) in rows)
            ShownReport.CallsOn(await reader.GetStringAsync(address, Cancelled)).Should().Be(count, address);
    }

    [Fact]
    public async Task A_refusal_leads_to_the_proof_with_its_rule_and_its_place_in_the_journal()
    {
        using var reader = await ReaderAsync();
        var (rule, count) = Morning.Live.Refusals.MaxBy(pair => pair.Value);
        var page = await reader.GetStringAsync($"{Report}&rule={rule}", Cancelled);
        var proofs = Regex.Matches(page, $"href=\"(/refusals/{SimulatedMorning.Stream}/\\d+)\"").Select(match => match.Groups[1].Value).ToList();
        proofs.Should().HaveCount(Math.Min(50, count));
        var proof = WebUtility.HtmlDecode(await reader.GetStringAsync(proofs[0], Cancelled));
        foreach (var said in (string[])[rule, "Empreinte", ">suit la décision précédente<"]) proof.Contains(said, StringComparison.Ordinal).Should().BeTrue($"the proof says {said}");
        (await reader.GetStringAsync($"refusals/{SimulatedMorning.Stream}/1", Cancelled)).Should().NotContain("Empreinte", "the first fact of a journal is no refusal");
    }

    [Fact]
    public async Task A_call_shows_its_permit_and_its_sound_comes_in_pieces_to_one_person_and_is_written_down()
    {
        using var reader = await ReaderAsync();
        var page = await reader.GetStringAsync($"calls/{Morning.Call}", Cancelled);
        WebUtility.HtmlDecode(page).Should().Contain("Appel permis").And.Contain("+33 1 62 00 00 01").And.Contain("M-118").And.Contain(ProofWords.RecordStands.In(Language.Fr)).And.Contain("Europe/Paris").And.Contain("Empreinte");
        var address = SoundOf(page);
        address.Should().NotBeEmpty().And.NotContain(Morning.Recordings[0].Value, "an address says nothing of what it opens");
        var plays = await PlaysAsync();
        using var further = await reader.SendAsync(Asked(address, 44, 1043), Cancelled);
        further.StatusCode.Should().Be(HttpStatusCode.PartialContent);
        (await further.Content.ReadAsByteArrayAsync(Cancelled)).Should().HaveCount(1000);
        further.Content.Headers.ContentType!.MediaType.Should().Be("audio/wav");
        (await PlaysAsync()).Should().Be(plays, "to go on in a sound is no new play");
        using var play = await reader.SendAsync(Asked(address, 0, null), Cancelled);
        play.StatusCode.Should().Be(HttpStatusCode.PartialContent);
        (await PlaysAsync()).Should().Be(plays + 1);
        using var forged = await reader.GetAsync(address[..^4] + "AAAA", Cancelled);
        forged.StatusCode.Should().Be(HttpStatusCode.NotFound);
        using var other = await ReaderAsync(await room.EnterPersonAsync("qualite", "Qualité", [Role.Quality]));
        using var stolen = await other.GetAsync(address, Cancelled);
        stolen.StatusCode.Should().Be(HttpStatusCode.NotFound, "an address is good for whom it was written");
        SoundOf(await other.GetStringAsync($"calls/{Morning.Call}", Cancelled)).Should().NotBeEmpty("they may listen by an address of their own");
    }

    [Fact]
    public async Task A_recording_without_its_file_says_so()
    {
        using var reader = await ReaderAsync();
        WebUtility.HtmlDecode(await reader.GetStringAsync($"calls/{Morning.CallOf(1)}", Cancelled)).Should().Contain("Le fichier de cet enregistrement manque").And.NotContain("<audio");
    }

    [Fact]
    public async Task A_client_reads_its_own_report_without_names_or_sound_and_nothing_of_anothers()
    {
        using var own = await ReaderAsync(await room.EnterPersonAsync("client-lit", "Client", [Role.Client], [PagesRoom.Mine]));
        var page = WebUtility.HtmlDecode(await own.GetStringAsync(Report, Cancelled));
        (page.Contains("masqué", StringComparison.Ordinal), page.Contains("+33 1 99 00", StringComparison.Ordinal), page.Contains(SimulatedMorning.Script, StringComparison.Ordinal)).Should().Be((true, false, false));
        (await own.GetStringAsync($"calls/{Morning.Call}", Cancelled)).Should().NotContain("<audio").And.NotContain("+33 1 99 00");
        (await own.GetStringAsync($"reports/{SimulatedMorning.Campaign}/export/calls.csv?{SimulatedMorning.Days}", Cancelled)).Should().NotContain("3319900");
        using var other = await ReaderAsync(await room.EnterPersonAsync("autre-lit", "Autre", [Role.AccountManager], [PagesRoom.Other]));
        (await other.GetStringAsync($"reports?{SimulatedMorning.Days}", Cancelled)).Should().NotContain($"/reports/{SimulatedMorning.Campaign}");
        foreach (var (address, status) in ((string, HttpStatusCode)[])[(Report, HttpStatusCode.Forbidden), ($"calls/{Morning.Call}", HttpStatusCode.Forbidden),
            ($"refusals/{SimulatedMorning.Stream}/{Morning.Refusal}", HttpStatusCode.Forbidden), ($"reports/{SimulatedMorning.Campaign}/export/calls.csv", HttpStatusCode.NotFound)])
        {
            using var answer = await other.GetAsync(address, Cancelled);
            answer.StatusCode.Should().Be(status, address);
        }
    }

    [Fact]
    public async Task What_a_client_wrote_is_shown_as_text_and_runs_in_no_spreadsheet()
    {
        using var reader = await ReaderAsync();
        var page = await reader.GetStringAsync(Report, Cancelled);
        (page.Contains(SimulatedMorning.Script, StringComparison.Ordinal), page.Contains(WebUtility.HtmlEncode(SimulatedMorning.Script), StringComparison.Ordinal)).Should().Be((false, true));
        var lines = (await reader.GetStringAsync($"reports/{SimulatedMorning.Campaign}/export/calls.csv?{SimulatedMorning.Days}", Cancelled)).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        lines.Should().HaveCount(Morning.Live.Attempts + 1);
        lines.Skip(1).Should().OnlyContain(line => line.Contains(";'+3319900", StringComparison.Ordinal), "a number stays whole and is no sum");
        lines.Should().Contain(line => line.Contains("\"'=HYPERLINK", StringComparison.Ordinal)).And.NotContain(line => line.Contains(";\"=", StringComparison.Ordinal) || line.Contains(";=", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_workbook_holds_numbers_as_text_and_no_formula_and_an_export_is_written_down()
    {
        using var reader = await ReaderAsync();
        var sheet = SheetOf(await reader.GetByteArrayAsync($"reports/{SimulatedMorning.Campaign}/export/calls.xlsx?{SimulatedMorning.Days}", Cancelled), 1);
        sheet.Should().Contain("+3319900").And.Contain("=HYPERLINK").And.NotMatchRegex("<([a-z]+:)?f[ >]");
        SheetOf(await reader.GetByteArrayAsync($"reports/{SimulatedMorning.Campaign}/export/report.xlsx?{SimulatedMorning.Days}", Cancelled), 2).Should().Contain("reached").And.Contain($">{Morning.Live.Attempts}<");
        (await new AuditLog(room.Store).LatestAsync(200, cancellation: Cancelled)).Should().Contain(entry => entry.Act == Operation.ReportsExport && entry.Subject == $"campaign:{SimulatedMorning.Campaign}");
    }

    [Fact]
    public async Task Every_figure_names_its_formula_and_its_denominator()
    {
        using var reader = await ReaderAsync();
        var page = await reader.GetStringAsync(Report, Cancelled);
        var tiles = Regex.Matches(page, "<div class=\"tile \".*?</div>", RegexOptions.Singleline).Select(tile => WebUtility.HtmlDecode(tile.Value)).ToList();
        tiles.Should().HaveCount(6);
        tiles.Should().OnlyContain(tile => tile.Contains("tabindex=\"0\"", StringComparison.Ordinal) && tile.Contains("class=\"formula\"", StringComparison.Ordinal) && tile.Contains("class=\"calc\"", StringComparison.Ordinal));
        tiles.Skip(1).Should().OnlyContain(tile => tile.Contains('÷', StringComparison.Ordinal));
    }

    private static HttpRequestMessage Asked(string address, long from, long? to) => new(HttpMethod.Get, address) { Headers = { Range = new RangeHeaderValue(from, to) } };

    private static string SoundOf(string page) => Regex.Match(page, "<audio[^>]* src=\"/(recordings/[^\"]+)\"").Groups[1].Value;

    private async Task<int> PlaysAsync() => (await new AuditLog(room.Store).LatestAsync(1_000, outcome: Audited.Done, cancellation: Cancelled)).Count(entry => entry.Act == Operation.RecordingsPlay && entry.Subject == $"recording:{Morning.Recordings[0]}");

    /// <summary>Everybody's way to the pages when nobody is named, and then the journal is counted.</summary>
    private async Task<HttpClient> ReaderAsync(UserCard? user = null)
    {
        await room.ReadyAsync();
        var client = await room.ReaderAsync(user ?? room.Everyone);
        if (user is null) await Eventually.HoldsAsync(async () => ShownReport.TileOf(await client.GetStringAsync(Report, Cancelled), "Tentatives").Figure == $"{Morning.Live.Attempts}", "the journal is counted");
        return client;
    }

    private static string SheetOf(byte[] workbook, int number)
    {
        using var archive = new ZipArchive(new MemoryStream(workbook));
        var text = "";
        foreach (var entry in archive.Entries.Where(entry => entry.FullName == $"xl/worksheets/sheet{number}.xml" || entry.FullName == "xl/sharedStrings.xml"))
            using (var reader = new StreamReader(entry.Open())) text += reader.ReadToEnd();
        return text;
    }

    private async Task<JsonElement> ReplayAsync()
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true };
        foreach (var word in (string[])[Path.Combine(AppContext.BaseDirectory, "plateau.dll"), "replay", "--json", "--floor", SimulatedMorning.Stream, "--data", room.Plateau.Folder]) start.ArgumentList.Add(word);
        using var replay = Process.Start(start)!;
        var said = await replay.StandardOutput.ReadToEndAsync(Cancelled);
        await replay.WaitForExitAsync(Cancelled);
        return JsonDocument.Parse(said.Split('\n', StringSplitOptions.RemoveEmptyEntries)[^1]).RootElement;
    }
}
