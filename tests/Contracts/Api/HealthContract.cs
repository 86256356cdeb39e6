using System.Text.Json;
using Plateau.Contracts.House;
using Plateau.Contracts.Storage;
using Plateau.Storage;
using Plateau.Storage.Appointments;

namespace Plateau.Contracts.Api;

/// <summary>Alive, ready and measured are three questions, each answered where it is asked; without its database the API says so and recovers by itself.</summary>
public sealed class HealthContract(TwoClients centre)
{
    [Fact]
    public async Task Metrics_and_api_never_meet_on_one_port()
    {
        var plateau = await centre.RunningAsync();
        using var client = plateau.With(plateau.FirstKey);
        (await client.AskAsync("GET", "metrics")).Status.Should().Be(404);
        var metrics = $"http://127.0.0.1:{plateau.MetricsPort}";
        (await client.GetStringAsync($"{metrics}/metrics", TestContext.Current.CancellationToken)).Should().Contain("plateau_signals").And.NotContain(TwoClients.Canary);
        foreach (var path in new[] { "api/v1/clients", "ready", "healthz", "openapi/v1.json", "scalar" })
            (await client.AskAsync("GET", $"{metrics}/{path}")).Status.Should().Be(404, $"{path} is not for the metrics' port");
    }

    [Fact]
    public async Task Ready_names_what_is_missing_and_its_remedy()
    {
        using var client = (await centre.RunningAsync()).With(null);
        var (status, json) = await client.AskAsync("GET", "ready");
        status.Should().Be(503, "there is no switch here");
        var needs = json.GetProperty("needs").EnumerateArray().ToDictionary(need => need.Text("name"));
        needs.Where(need => need.Value.Text("ready") == "True").Select(need => need.Key).Should().BeEquivalentTo("database", "journal", "disk", "clock", "tzdb", "calendars");
        needs["switch"].Text("remedy").Should().Contain("PLATEAU_ASTERISK");
        needs["mail"].Text("says").Should().Contain("wait", "appointments were made, and no mail is set up");
        needs["mail"].Text("remedy").Should().Contain("/centre/mail");
    }

    [Fact]
    public async Task Mail_and_calendars_in_trouble_are_named_with_their_remedy_and_stop_no_telephone()
    {
        await using var plateau = await RunningPlateau.StartAsync();
        using var client = plateau.With(plateau.FirstKey);
        await client.DoneAsync("PUT", "api/v1/clients/acme", """{"name":"Acme","callerIds":[]}""");
        await using (var store = await Store.OpenAsync(StoreAddress.AtFile(Path.Combine(plateau.Folder, "plateau.db")), TestContext.Current.CancellationToken))
        {
            var consultants = new ConsultantBook(store);
            await consultants.SetAsync(new(new("anna"), new("acme"), "Anna", "anna@acme.example", "Europe/Paris"), TestContext.Current.CancellationToken);
            await consultants.SetCalendarAsync(new(new("anna"), CalendarKind.Feed, "https://calendars.example/anna.ics"), TestContext.Current.CancellationToken);
            await consultants.SyncFailedAsync(new("anna"), "trouble|Unreachable|calendars.example|no answer", TestContext.Current.CancellationToken);
        }
        var needs = (await client.AskAsync("GET", "ready")).Json.GetProperty("needs").EnumerateArray().ToDictionary(need => need.Text("name"));
        needs["calendars"].Text("says").Should().Contain("1 of 1");
        needs["calendars"].Text("remedy").Should().Contain("/consultants");
        needs.Where(need => need.Value.Text("ready") == "False" && need.Value.Text("forCalls") == "True").Select(need => need.Key).Should().Equal(["switch"], "a calendar keeps nobody from calling");
    }

    [Fact]
    public async Task The_documentation_is_served_from_here_alone()
    {
        using var client = (await centre.RunningAsync()).With(null);
        using var page = await client.SendAsync("GET", "scalar");
        var html = await page.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        html.Should().NotContain("://", "nothing is fetched from elsewhere").And.Contain("scalar.js");
        page.Headers.GetValues("Content-Security-Policy").Single().Should().Contain("connect-src 'self'").And.NotContain("http");
        (await client.GetStringAsync("scalar/scalar.js", TestContext.Current.CancellationToken)).Length.Should().BeGreaterThan(100_000);
    }

    [Fact]
    public async Task Without_its_database_it_lives_is_not_ready_and_recovers_by_itself()
    {
        await using var postgres = await PostgresServer.StartNewAsync(Checkout.Root);
        await using var plateau = await RunningPlateau.StartAsync(await postgres.NewDatabaseAsync());
        using var client = plateau.With(plateau.FirstKey);
        await client.DoneAsync("PUT", "api/v1/clients/acme", """{"name":"Acme","callerIds":[]}""");

        await postgres.StopAsync();
        try
        {
            await SaysSoAsync(client);
        }
        finally
        {
            await postgres.StartAsync();
        }
        await Telephony.Eventually.HoldsAsync(async () => (await client.AskAsync("PUT", "api/v1/clients/acme", Changed)).Status == 200, "the API takes changes again");
    }

    private const string Changed = """{"name":"Acme Two","callerIds":[]}""";

    private static async Task SaysSoAsync(HttpClient client)
    {
        using (var alive = await client.SendAsync("GET", "healthz")) ((int)alive.StatusCode).Should().Be(200);
        var (ready, json) = await client.AskAsync("GET", "ready");
        ready.Should().Be(503);
        json.GetProperty("needs").EnumerateArray().First(need => need.Text("name") == "database").Text("ready").Should().Be("False");
        using (var away = await client.SendAsync("PUT", "api/v1/clients/acme", Changed))
        {
            var text = await away.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
            ((int)away.StatusCode).Should().Be(503, text);
            JsonDocument.Parse(text).RootElement.Text("reason").Should().Be("journal-away");
            away.Headers.RetryAfter.Should().NotBeNull();
        }
    }
}
