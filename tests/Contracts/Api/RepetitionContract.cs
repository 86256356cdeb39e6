namespace Plateau.Contracts.Api;

/// <summary>A request repeated under its Idempotency-Key is done once; long lists come page by page, whole and without repeats.</summary>
public sealed class RepetitionContract(TwoClients centre)
{
    private const string Opposition = """{"number":"+33612345655","source":"letter 7","client":"nordlys"}""";

    [Fact]
    public async Task The_same_request_again_gets_the_same_answer()
    {
        using var client = await centre.CentreAsync();
        var first = await client.AskAsync("POST", "api/v1/oppositions", Opposition, "same-1");
        var again = await client.AskAsync("POST", "api/v1/oppositions", Opposition, "same-1");
        first.Status.Should().Be(201);
        (again.Status, again.Json.ToString()).Should().Be((first.Status, first.Json.ToString()), "its instant is that of the first");
    }

    [Fact]
    public async Task Another_request_under_a_used_key_is_refused()
    {
        using var client = await centre.CentreAsync();
        (await client.AskAsync("POST", "api/v1/oppositions", Opposition, "other-1")).Status.Should().Be(201);
        var (status, problem) = await client.AskAsync("POST", "api/v1/oppositions", Opposition.Replace("55", "56", StringComparison.Ordinal), "other-1");
        (status, problem.Text("reason")).Should().Be((422, "idempotency-key-reused"));
    }

    [Fact]
    public async Task Of_many_at_once_one_is_carried_out()
    {
        using var client = await centre.CentreAsync();
        var before = await KeysNamedAsync(client, "once");
        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => client.AskAsync("POST", "api/v1/keys", """{"name":"once","scopes":["centre:read"]}""", "once-1")));
        answers.Count(answer => answer.Status == 201).Should().Be(1);
        answers.Where(answer => answer.Status != 201).Should().OnlyContain(answer => answer.Status == 409);
        (await KeysNamedAsync(client, "once") - before).Should().Be(1);
    }

    [Fact]
    public async Task A_secret_is_answered_once_and_never_kept()
    {
        using var client = await centre.CentreAsync();
        var (status, made) = await client.AskAsync("POST", "api/v1/keys", """{"name":"secret","scopes":["centre:read"]}""", "secret-1");
        status.Should().Be(201);
        var again = await client.AskAsync("POST", "api/v1/keys", """{"name":"secret","scopes":["centre:read"]}""", "secret-1");
        (again.Status, again.Json.Text("reason")).Should().Be((409, "secret-not-kept"));
        foreach (var file in Directory.EnumerateFiles((await centre.RunningAsync()).Folder, "plateau.db*"))
        {
            await using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            using var reader = new StreamReader(stream, System.Text.Encoding.Latin1);
            (await reader.ReadToEndAsync(TestContext.Current.CancellationToken)).Should().NotContain(made.Text("secret"));
        }
    }

    [Fact]
    public async Task Two_keys_of_the_api_may_use_the_same_idempotency_key()
    {
        var plateau = await centre.RunningAsync();
        using var one = plateau.With(plateau.FirstKey);
        using var two = plateau.With(centre.KeyOfOther);
        (await one.AskAsync("POST", "api/v1/oppositions", Opposition, "shared-1")).Status.Should().Be(201);
        (await two.AskAsync("POST", "api/v1/oppositions", Opposition.Replace("letter 7", "letter 8", StringComparison.Ordinal), "shared-1")).Status.Should().Be(201);
    }

    [Theory]
    [InlineData("clients")]
    [InlineData("programmes")]
    [InlineData("campaigns")]
    [InlineData("lists")]
    [InlineData("agents")]
    public async Task A_long_list_comes_page_by_page_whole_and_without_repeats(string kind)
    {
        using var client = await centre.CentreAsync();
        var whole = await IdsAsync(client, $"api/v1/{kind}?count=1000", 1);
        var paged = await IdsAsync(client, $"api/v1/{kind}?count=1", whole.Count);
        whole.Should().HaveCountGreaterThanOrEqualTo(2);
        // Other contracts enter things meanwhile: what was there at the beginning comes whole and in order.
        paged.Should().OnlyHaveUniqueItems().And.BeInAscendingOrder(StringComparer.Ordinal);
        paged.Where(whole.Contains).Should().Equal(whole);
    }

    private static async Task<List<string>> IdsAsync(HttpClient client, string path, int leastPages)
    {
        var ids = new List<string>();
        var pages = 0;
        for (string? after = null; ;)
        {
            var page = await client.DoneAsync("GET", after is null ? path : $"{path}&after={Uri.EscapeDataString(after)}");
            pages++;
            ids.AddRange(page.GetProperty("items").EnumerateArray().Select(item => item.Text("id")));
            if ((after = page.Text("next")).Length == 0) break;
        }
        pages.Should().BeGreaterThanOrEqualTo(leastPages);
        return ids;
    }

    private static async Task<int> KeysNamedAsync(HttpClient client, string name) =>
        (await client.DoneAsync("GET", "api/v1/keys")).GetProperty("items").EnumerateArray().Count(key => key.Text("name") == name);
}
