using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;

namespace Plateau.Contracts.Api;

/// <summary>A file sent over HTTP is followed to its end, answers for each refused row, changes nothing when sent again, and can be taken back.</summary>
public sealed class ImportOverHttpContract(TwoClients centre)
{
    private static readonly string File = TwoClients.List(
        "Durand;06 12 34 57 01;75001;2026-10-01;P1;mutuelle", "Martin;06 12 34 57 02;33000;2026-10-01;P2;mutuelle",
        "Letters;none of it;75001;;;", "Twice;+33612345701;75001;2026-10-01;P3;mutuelle");

    [Fact]
    public async Task A_file_becomes_prospects_once_and_can_be_taken_back()
    {
        using var client = await centre.CentreAsync();
        await client.DoneAsync("PUT", "api/v1/lists/http-list", """{"client":"nordlys","name":"over http"}""");
        var card = await SendAsync(client, "http-list", Plain());
        var report = card.GetProperty("report");
        (report.Text("rows"), report.Text("accepted"), report.Text("refused"), report.Text("duplicates")).Should().Be(("4", "2", "1", "1"));

        var errors = await client.GetStringAsync($"api/v1/imports/{card.Text("id")}/errors", TestContext.Current.CancellationToken);
        errors.Should().Contain("none of it").And.Contain("phone-letters").And.Contain("remedy");

        var again = await SendAsync(client, "http-list", Form());
        again.GetProperty("report").Text("result").Should().Be("already-imported");
        (await CountAsync(client)).Should().Be(2);

        var first = await client.DoneAsync("GET", "api/v1/lists/http-list/prospects?count=1");
        var story = await client.DoneAsync("GET", $"api/v1/prospects/{first.GetProperty("items")[0].Text("id")}");
        story.GetProperty("prospect").Text("number").Should().Be("+33612345701");
        (await client.DoneAsync("GET", $"api/v1/lists/http-list/prospects?count=1&after={first.Text("next")}")).GetProperty("items")[0].Text("number").Should().Be("+33612345702");

        var reverted = await client.DoneAsync("POST", $"api/v1/imports/{card.Text("id")}/revert");
        (reverted.Text("state"), reverted.GetProperty("revert").Text("removed")).Should().Be(("reverted", "2"));
        (await CountAsync(client)).Should().Be(0);
        (await client.AskAsync("GET", $"api/v1/imports/{card.Text("id")}/errors")).Status.Should().Be(404, "it named people");
    }

    [Fact]
    public async Task A_dry_run_counts_and_changes_nothing()
    {
        using var client = await centre.CentreAsync();
        await client.DoneAsync("PUT", "api/v1/lists/dry-list", """{"client":"nordlys","name":"dry"}""");
        var card = await SendAsync(client, "dry-list", Plain(), "?dryRun=true");
        (card.GetProperty("report").Text("result"), card.GetProperty("report").Text("accepted")).Should().Be(("dry-run", "2"));
        (await client.DoneAsync("GET", "api/v1/lists/dry-list/prospects")).GetProperty("items").GetArrayLength().Should().Be(0);
        (await client.AskAsync("POST", $"api/v1/imports/{card.Text("id")}/revert")).Status.Should().Be(409);
    }

    [Fact]
    public async Task A_file_that_is_no_list_is_refused_with_its_remedy()
    {
        using var client = await centre.CentreAsync();
        await client.DoneAsync("PUT", "api/v1/lists/zero-list", """{"client":"nordlys","name":"zeros"}""");
        var card = await SendAsync(client, "zero-list", new ByteArrayContent(new byte[4096]));
        card.Text("state").Should().Be("refused");
        card.GetProperty("report").GetProperty("flaw").Text("remedy").Should().NotBeEmpty();
        var (status, problem) = await client.AskAsync("POST", "api/v1/lists/zero-list/imports?map=phone", "x");
        (status, problem.Text("place")).Should().Be((400, "parameter map"));
    }

    [Fact]
    public async Task The_last_row_needs_no_line_end()
    {
        using var client = await centre.CentreAsync();
        await client.DoneAsync("PUT", "api/v1/lists/end-list", """{"client":"nordlys","name":"end"}""");
        foreach (var (number, end) in new[] { ("06 12 34 58 01", ""), ("06 12 34 58 02", ";;;"), ("06 12 34 58 03", ";;;\"\""), ("06 12 34 58 04", ";75001;2026-10-01;P;mutuelle") })
        {
            var card = await SendAsync(client, "end-list", new StringContent(TwoClients.List($"Before {number};06 12 34 59 {number[^2..]};75001;;;").TrimEnd() + $"\r\nLast;{number}{end}", Encoding.UTF8, "text/csv"));
            card.GetProperty("report").Text("rows").Should().Be("2", card.ToString());
        }
    }

    [Fact]
    public async Task A_form_sent_again_under_its_key_is_taken_once()
    {
        using var client = await centre.CentreAsync();
        await client.DoneAsync("PUT", "api/v1/lists/form-list", """{"client":"nordlys","name":"form"}""");
        var ids = new List<string>();
        for (var i = 0; i < 2; i++)
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, "api/v1/lists/form-list/imports") { Content = Form() };
            request.Headers.Add("Idempotency-Key", "form-1");
            using var response = await client.SendAsync(request, TestContext.Current.CancellationToken);
            response.StatusCode.Should().Be(System.Net.HttpStatusCode.Accepted);
            ids.Add(JsonDocument.Parse(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).RootElement.Text("id"));
        }
        ids[1].Should().Be(ids[0]);
        await client.ImportedAsync(ids[0]);
    }

    private static StringContent Plain() => new(File, Encoding.UTF8, "text/csv");

    /// <summary>The same bytes in a form, whose boundary is another each time.</summary>
    private static MultipartFormDataContent Form()
    {
        var part = new ByteArrayContent(Encoding.UTF8.GetBytes(File));
        part.Headers.ContentType = new MediaTypeHeaderValue("text/csv");
        return new MultipartFormDataContent { { part, "file", "http.csv" } };
    }

    private static async Task<JsonElement> SendAsync(HttpClient client, string list, HttpContent file, string query = "")
    {
        using (file)
        {
            using var response = await client.PostAsync($"api/v1/lists/{list}/imports{query}", file, TestContext.Current.CancellationToken);
            response.StatusCode.Should().Be(System.Net.HttpStatusCode.Accepted);
            return await client.ImportedAsync(response.Headers.Location!.ToString().Split('/')[^1]);
        }
    }

    private static async Task<long> CountAsync(HttpClient client) =>
        (await client.DoneAsync("GET", "api/v1/lists/http-list")).GetProperty("prospects").EnumerateObject().Sum(state => state.Value.GetInt64());
}
