namespace Plateau.Contracts.Api;

/// <summary>Whatever is sent wrongly gets an answer that names the place and the remedy, and changes nothing.</summary>
public sealed class BadRequestContract(TwoClients centre)
{
    [Theory]
    [InlineData("PUT", "clients/acme", """{"name":""", 400, "json-broken", "$")]
    [InlineData("PUT", "clients/acme", """{"name":"x","callerIds":[],"vat":"FR1"}""", 400, "member-unknown", "$.vat")]
    [InlineData("PUT", "clients/acme", """{"name":"x"}""", 400, "member-missing", "$")]
    [InlineData("PUT", "clients/acme", """{"name":"x","callerIds":[{"number":"+33162000001","mandate":"M","from":"yesterday"}]}""", 400, "value-unfit", "$.callerIds[0].from")]
    [InlineData("PUT", "clients/acme", """{"name":null,"callerIds":[]}""", 400, "value-unfit", "$.name")]
    [InlineData("PUT", "clients/acme", null, 400, "body-missing", "body")]
    [InlineData("PUT", "clients/acme", "", 400, "body-missing", "body")]
    [InlineData("PUT", "clients/..%2f..%2fetc", """{"name":"x","callerIds":[]}""", 422, "id", "client ..%2f..%2fetc")]
    [InlineData("PUT", "clients/acme", """{"name":" ","callerIds":[]}""", 422, "text-missing", "name")]
    [InlineData("PUT", "clients/acme", """{"name":"x","callerIds":[{"number":"0612","mandate":"M","from":"2026-01-01"}]}""", 422, "number", "callerIds[0].number")]
    [InlineData("PUT", "campaigns/bare", """{"name":"x","client":"aurore","programme":"zibeline-programme","mode":"progressive","trunk":"practice","callerId":null,"product":"mutuelle","lists":["zibeline-list"]}""", 422, "caller-id-missing", "campaign bare")]
    [InlineData("PUT", "campaigns/bare", """{"name":"x","client":"aurore","programme":"zibeline-programme","mode":"telepathic","trunk":"practice","callerId":null,"product":"mutuelle","lists":[]}""", 400, "value-unfit", "$.mode")]
    [InlineData("PUT", "campaigns/bare", """{"name":"x","client":"aurore","programme":"zibeline-programme","mode":"manual","trunk":"mars","callerId":"+33162000001","product":"mutuelle","lists":["zibeline-list"]}""", 422, "trunk-unknown", "campaign bare")]
    [InlineData("PUT", "campaigns/zibeline-campaign", """{"version":77,"name":"x","client":"aurore","programme":"zibeline-programme","mode":"manual","trunk":"practice","callerId":"+33162000001","product":"mutuelle","lists":["zibeline-list"]}""", 409, "version-differs", "campaign zibeline-campaign")]
    [InlineData("PUT", "lists/zibeline-list", """{"client":"nordlys","name":"stolen"}""", 409, "client-differs", "list zibeline-list")]
    [InlineData("POST", "oppositions", """{"number":"06 12 34","source":"letter"}""", 422, "number", "number")]
    [InlineData("POST", "agents/zibeline-agent/desk/ready", null, 409, "not-logged-in", "agent zibeline-agent")]
    [InlineData("POST", "agents/zibeline-agent/desk/hold", """{"attempt":"none-1","held":true}""", 409, "not-at-this-desk", "attempt none-1")]
    [InlineData("POST", "agents/zibeline-agent/desk/dial", """{"campaign":"zibeline-campaign","prospect":"many"}""", 400, "value-unfit", "$.prospect")]
    [InlineData("POST", "keys", """{"name":"x","scopes":["everything"]}""", 422, "scope-unknown", "scopes")]
    [InlineData("GET", "clients?count=many", null, 400, "parameter", "parameter count")]
    [InlineData("GET", "lists/zibeline-list/prospects?after=somewhere", null, 400, "cursor-unknown", "parameter after")]
    [InlineData("GET", "campaigns/zibeline-campaign/report?zone=Mars", null, 400, "zone-unknown", "parameter zone")]
    [InlineData("GET", "nowhere", null, 404, "address-unknown", "address")]
    [InlineData("DELETE", "clients", null, 405, "verb-not-taken", "method")]
    public async Task A_bad_request_is_answered_with_its_place_and_remedy(string method, string path, string? body, int status, string reason, string place)
    {
        using var client = await centre.CentreAsync();
        using var response = await client.SendAsync(method, $"api/v1/{path}", body);
        response.Content.Headers.ContentType?.MediaType.Should().Be("application/problem+json");
        var problem = System.Text.Json.JsonDocument.Parse(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).RootElement;
        ((int)response.StatusCode, problem.Text("reason")).Should().Be((status, reason), problem.ToString());
        problem.Text("place").Should().StartWith(place);
        problem.Text("remedy").Should().NotBeEmpty();
        problem.ToString().Should().NotContain("Plateau.", "our types are nobody's business");
    }

    [Fact]
    public async Task A_body_that_is_no_json_by_its_own_word_is_refused()
    {
        using var client = await centre.CentreAsync();
        using var form = new FormUrlEncodedContent([new("name", "x")]);
        using var response = await client.PutAsync("api/v1/clients/acme", form, TestContext.Current.CancellationToken);
        ((int)response.StatusCode).Should().Be(415);
        (await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).Should().Contain("header Content-Type");
    }

    [Fact]
    public async Task A_body_that_is_too_large_is_refused_before_it_is_read()
    {
        using var client = await centre.CentreAsync();
        var (status, problem) = await client.AskAsync("PUT", "api/v1/clients/acme", $$"""{"name":"{{new string('x', 1_100_000)}}","callerIds":[]}""");
        (status, problem.Text("reason")).Should().Be((413, "body-too-large"));
    }

    [Fact]
    public async Task An_unfit_campaign_names_every_flaw_at_once()
    {
        using var client = await centre.CentreAsync();
        var (_, problem) = await client.AskAsync("PUT", "api/v1/campaigns/bare", """{"name":"x","client":"aurore","programme":"none","mode":"progressive","trunk":"mars","callerId":"+33162999999","product":"","lists":["none"]}""");
        problem.GetProperty("flaws").EnumerateArray().Select(flaw => flaw.Text("reason")).Should().BeEquivalentTo(
            "caller-id-not-the-clients", "trunk-unknown", "product-missing", "programme-unknown", "list-unknown");
        (await client.AskAsync("GET", "api/v1/campaigns/bare")).Status.Should().Be(404, "nothing is kept until no flaw is left");
    }

    [Fact]
    public async Task The_log_has_a_line_for_each_request_and_nobodys_number()
    {
        using var client = await centre.CentreAsync();
        await client.AskAsync("GET", "api/v1/clients/+33612345699");
        await client.AskAsync("GET", "api/v1/nowhere/+33612345699?number=%2B33612345699");
        await client.AskAsync("POST", "api/v1/oppositions", $$"""{"number":"{{TwoClients.Number}}","source":"letter","client":"nordlys"}""");
        var plateau = await centre.RunningAsync();
        await Telephony.Eventually.HoldsAsync(() => plateau.Logged().Contains("/api/v1/oppositions", StringComparison.Ordinal), "the request is in the log");
        var logged = plateau.Logged();
        foreach (var personal in new[] { "33612345", "plateau_", "letters" })
            logged.Split('\n').Where(line => line.Contains(personal, StringComparison.Ordinal)).Should().BeEmpty();
    }
}
