using System.Diagnostics;
using System.Text.Json;
using System.Text.RegularExpressions;
using Plateau.Server.People;
using Plateau.Storage;
using Plateau.Storage.Audit;

namespace Plateau.Contracts.Api;

/// <summary>Every operation that the API describes, asked by whoever may not: the table is the description itself, so that a new operation is asked too.</summary>
public sealed partial class OperationTableContract(TwoClients centre)
{
    /// <summary>Fewer would mean that the description was not read.</summary>
    private const int LeastOperations = 45;

    private sealed record Operation(string Method, string Path, string Scope, string? Example)
    {
        public override string ToString() => $"{Method} {Path}";
    }

    [Fact]
    public async Task Every_operation_refuses_whoever_has_no_key()
    {
        var plateau = await centre.RunningAsync();
        using var nobody = plateau.With(null);
        using var stranger = plateau.With($"plateau_000000000000_{new string('0', 64)}");
        foreach (var operation in await OperationsAsync())
            foreach (var client in new[] { nobody, stranger })
            {
                var (status, problem) = await client.AskAsync(operation.Method, At(operation), operation.Example);
                status.Should().Be(401, $"{operation} asks for a key");
                problem.Text("remedy").Should().NotBeEmpty();
            }
    }

    [Fact]
    public async Task Every_operation_refuses_a_key_with_every_scope_but_its_own()
    {
        var plateau = await centre.RunningAsync();
        var operations = await OperationsAsync();
        var scopes = operations.Select(operation => operation.Scope).Distinct().ToList();
        foreach (var same in operations.GroupBy(operation => operation.Scope))
        {
            using var client = plateau.With(await centre.KeyAsync(scopes.Where(scope => scope != same.Key)));
            foreach (var operation in same)
            {
                var (status, problem) = await client.AskAsync(operation.Method, At(operation), operation.Example);
                status.Should().Be(403, $"{operation} asks for {operation.Scope}");
                problem.Text("place").Should().Be($"scope {operation.Scope}");
            }
            (await WrittenAsync(client, Audited.Refused)).Should().Be(same.Count(), "every refusal is in the audit log under the key");
        }
    }

    [Fact]
    public async Task Nothing_of_one_client_is_found_by_another_clients_key()
    {
        var plateau = await centre.RunningAsync();
        var operations = await OperationsAsync();
        using var other = plateau.With(centre.KeyOfOther);
        foreach (var operation in operations)
        {
            var refused = await WrittenAsync(other, Audited.Refused);
            using var response = await other.SendAsync(operation.Method, At(operation), operation.Example?.Replace("printemps", $"{TwoClients.Canary}-campaign", StringComparison.Ordinal));
            var text = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
            var namesARow = operation.Path.Contains('{', StringComparison.Ordinal) || operation.Example?.Contains(TwoClients.Mine, StringComparison.Ordinal) == true;
            ((int)response.StatusCode).Should().Be(namesARow ? 404 : 200, $"{operation} was asked about another client's row and said {text}");
            Regex.Replace(text, $"{TwoClients.Canary}-\\w+", "").Should().NotContain(TwoClients.Canary, $"{operation} may not tell what is another's");
            (await WrittenAsync(other, Audited.Refused) - refused).Should().Be(namesARow ? 1 : 0, $"{operation} on another client's row is a refusal");
            if (!namesARow) text.Should().NotContain(TwoClients.Canary, $"{operation} may not list what is another's");
        }
    }

    [Fact]
    public async Task The_same_rows_are_found_by_the_centres_own_key()
    {
        using var own = await centre.CentreAsync();
        foreach (var operation in (await OperationsAsync()).Where(operation => operation.Method == "GET"))
        {
            using var response = await own.SendAsync("GET", At(operation));
            ((int)response.StatusCode).Should().Be(200, $"{operation} is there, or the table above would prove nothing");
        }
    }

    [Fact]
    public async Task A_clients_key_does_on_its_own_rows_what_it_may()
    {
        var plateau = await centre.RunningAsync();
        using var other = plateau.With(centre.KeyOfOther);
        await other.DoneAsync("PUT", "api/v1/campaigns/public-campaign", TwoClients.Campaign(TwoClients.Other, "public"));
        await other.DoneAsync("GET", "api/v1/agents/public-agent/desk");
        (await other.DoneAsync("GET", "api/v1/clients")).GetProperty("items").GetArrayLength().Should().Be(1);
        var (status, problem) = await other.AskAsync("PUT", "api/v1/campaigns/stolen", TwoClients.Campaign(TwoClients.Other, "public").Replace("public-list", $"{TwoClients.Canary}-list", StringComparison.Ordinal));
        (status, problem.Text("reason")).Should().Be((422, "list-unknown"), "another client's list is no list");
    }

    [Fact]
    public async Task A_key_can_not_make_one_that_may_more_than_itself()
    {
        var plateau = await centre.RunningAsync();
        using var limited = plateau.With(await centre.KeyAsync(["keys:write", "centre:read"], TwoClients.Other));
        (await limited.AskAsync("POST", "api/v1/keys", """{"name":"more","scopes":["centre:write"]}""")).Status.Should().Be(403);
        (await limited.AskAsync("POST", "api/v1/keys", """{"name":"all","scopes":["*"]}""")).Status.Should().Be(403);
        (await limited.DoneAsync("POST", "api/v1/keys", """{"name":"same","scopes":["centre:read"]}""")).GetProperty("key").Text("client").Should().Be(TwoClients.Other);
    }

    [Fact]
    public async Task A_revoked_key_is_refused_at_its_next_request()
    {
        var plateau = await centre.RunningAsync();
        var secret = await centre.KeyAsync(["centre:read"]);
        using var client = plateau.With(secret);
        await client.DoneAsync("GET", "api/v1/clients");
        using var owner = await centre.CentreAsync();
        await owner.DoneAsync("DELETE", $"api/v1/keys/{secret.Split('_')[1]}");
        (await client.AskAsync("GET", "api/v1/clients")).Status.Should().Be(401);
    }

    [Fact]
    public async Task Every_change_with_a_key_is_in_the_audit_log_and_the_log_proves_whole()
    {
        var plateau = await centre.RunningAsync();
        using var client = plateau.With(await centre.KeyAsync(["*"]));
        await client.DoneAsync("PUT", "api/v1/clients/ecrit", """{"name":"Écrit","callerIds":[]}""");
        await client.DoneAsync("GET", "api/v1/clients/ecrit");
        (await client.AskAsync("PUT", "api/v1/programmes/ecrit", """{"client":"nowhere","name":"Rien"}""")).Status.Should().Be(422);
        for (var twice = 0; twice < 2; twice++)
            (await client.AskAsync("POST", "api/v1/oppositions", """{"number":"+33199009999","source":"lettre","client":"ecrit"}""", "once")).Status.Should().BeInRange(200, 299);
        await using var store = await Store.OpenAsync(StoreAddress.AtFile(Path.Combine(plateau.Folder, "plateau.db")), TestContext.Current.CancellationToken);
        var written = (await new AuditLog(store).LatestAsync(1_000, cancellation: TestContext.Current.CancellationToken)).Where(entry => entry.Who == WhoOf(client)).OrderBy(entry => entry.Sequence).ToList();
        written.Select(entry => $"{entry.Act} {entry.Subject} {entry.Outcome}").Should().Equal("SetClient client:ecrit done", "SetProgramme programme:ecrit failed", "RecordOpposition  done");
        string.Concat(written).Should().NotContain("9900", "numbers of people stay out of it");
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true };
        foreach (var word in (string[])[Path.Combine(AppContext.BaseDirectory, "plateau.dll"), "verify", "--noted", $"{written[^1].Sequence}:{written[^1].Hash}", "--data", plateau.Folder]) start.ArgumentList.Add(word);
        using var verify = Process.Start(start)!;
        var said = await verify.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await verify.WaitForExitAsync(TestContext.Current.CancellationToken);
        verify.ExitCode.Should().Be(0, said);
    }

    /// <summary>How the audit log names the key of a client.</summary>
    private static string WhoOf(HttpClient client) => $"key:{client.DefaultRequestHeaders.Authorization!.Parameter!.Split('_')[1]}";

    /// <summary>How many entries the audit log has of this key with this outcome.</summary>
    private async Task<int> WrittenAsync(HttpClient client, string outcome)
    {
        await using var store = await Store.OpenAsync(StoreAddress.AtFile(Path.Combine((await centre.RunningAsync()).Folder, "plateau.db")), TestContext.Current.CancellationToken);
        return (await new AuditLog(store).LatestAsync(1_000, outcome: outcome, cancellation: TestContext.Current.CancellationToken)).Count(entry => entry.Who == WhoOf(client));
    }

    private string At(Operation operation) => Parameter().Replace(operation.Path, match => centre.Ids[match.Groups[1].Value])[1..];

    private async Task<List<Operation>> OperationsAsync()
    {
        using var client = (await centre.RunningAsync()).With(null);
        var document = await client.DoneAsync("GET", "openapi/v1.json");
        var operations = new List<Operation>();
        foreach (var path in document.GetProperty("paths").EnumerateObject())
            foreach (var method in path.Value.EnumerateObject())
                operations.Add(new Operation(method.Name.ToUpperInvariant(), path.Name, method.Value.GetProperty("security")[0].GetProperty("key")[0].GetString()!, Example(method.Value)));
        operations.Should().HaveCountGreaterThanOrEqualTo(LeastOperations);
        return operations;
    }

    private static string? Example(JsonElement operation) =>
        operation.TryGetProperty("requestBody", out var body) && body.GetProperty("content").TryGetProperty("application/json", out var json) && json.TryGetProperty("example", out var example) ? example.GetRawText() : null;

    [GeneratedRegex("{(\\w+)}")]
    private static partial Regex Parameter();
}
