using System.Net;
using Microsoft.AspNetCore.DataProtection;
using NodaTime;
using Plateau.Contracts.Api;
using Plateau.Contracts.Reports;
using Plateau.Core.Interactions;
using Plateau.Server.Desks.Softphone;
using Plateau.Server.People;
using Plateau.Server.Reports;
using Plateau.Server.Reports.Proofs;
using Plateau.Storage.Audit;
using Plateau.Storage.Centre;
using Plateau.Storage.People;

namespace Plateau.Contracts.Web;

/// <summary>Every door beside the pages and the API, tried by every role, for its own client and for another's: whoever may not is refused, and the refusal is written down.</summary>
public sealed class DoorsContract(PagesRoom room)
{
    /// <summary>Who may pass: an operation of the table, a telephone of one's own, or everybody for the reason given.</summary>
    private static readonly Dictionary<string, string> Rules = new()
    {
        ["GET /audit/export"] = Operation.AuditSee,
        ["GET /lists/imports/{import}/errors"] = Operation.ListsImport,
        ["GET /compliance/records/{client}/{kind}.{format}"] = Operation.CustomersSee,
        ["GET /lists/{list}/health.{format}"] = Operation.ReportsExport,
        ["GET /reports/{campaign}/export/{what}.{format}"] = Operation.ReportsExport,
        ["GET /reports/appointments.{format}"] = Operation.ReportsExport,
        ["GET /calls/{attempt}/proof.json"] = Operation.ReportsExport,
        ["GET /reports/exports/files/{id}"] = Operation.ReportsExport,
        ["GET /appointments/sheets/{consultant}/{day}.csv"] = Operation.AppointmentsSee,
        ["GET /customers/{id:long}/data.json"] = Operation.CustomersSee,
        ["GET /recordings/{pass}"] = Operation.RecordingsPlay,
        ["GET /desk"] = Telephone, ["POST /phone/account"] = Telephone, ["GET /phone/line"] = Telephone, ["GET /phone/desk"] = Telephone, ["POST /phone/act"] = Telephone,
        ["POST /sign-out"] = "everybody: it ends their own session, and asks for the token of their own page",
        ["GET /sign-in/elsewhere"] = "everybody: it leads to the provider of identities",
        ["GET /healthz"] = "everybody: it says that the process lives", ["GET /ready"] = "everybody: it says what is missing, without ids",
        ["ANY /switch/events"] = "the switch alone: it knows a password of the installation",
    };

    /// <summary>What the frameworks answer at: files of theirs, the description of the API, the circuit, which checks its origin and asks at every act.</summary>
    private static readonly string[] OfFrameworks = ["/_blazor", "/_framework", "/openapi", "/scalar", "/{**path:file}"];

    private const string Telephone = "telephone";

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task No_door_is_without_a_rule()
    {
        var doors = (await MappedDoors.OwnRulesAsync()).Where(door => !OfFrameworks.Any(path => door.Split(' ')[^1].StartsWith(path, StringComparison.Ordinal))).ToList();
        doors.Should().BeEquivalentTo(Rules.Keys, "a door that this table does not know is tried by nobody, and one that is gone proves nothing");
    }

    [Theory, InlineData(Role.Director), InlineData(Role.AccountManager), InlineData(Role.Supervisor), InlineData(Role.Agent), InlineData(Role.Quality), InlineData(Role.Client)]
    public async Task A_door_opens_for_whom_it_is_and_no_other(Role role)
    {
        await room.ReadyAsync();
        var addresses = await AddressesAsync();
        foreach (var client in new[] { PagesRoom.Mine, PagesRoom.Other })
        {
            var user = await room.EnterPersonAsync($"porte-{role.Code()}-{client}", "Essai", [role], [client], role == Role.Agent ? $"porte-{client}" : null);
            using var reader = await room.ReaderAsync(user);
            foreach (var (door, rule) in Rules.Where(rule => rule.Value == Telephone || Operation.Table.ContainsKey(rule.Value)))
            {
                var mine = rule == Telephone
                    ? role == Role.Agent || Operation.Table[Operation.FloorListen].Roles.Contains(role)
                    : Operation.Table[rule].Roles.Contains(role) && (!Operation.Table[rule].OfClient || client == PagesRoom.Mine);
                var before = await RefusalsAsync(user);
                var status = await KnockAsync(reader, door, addresses(door, user));
                (status is not (401 or 403 or 404 or 302)).Should().Be(mine, $"{door} as {role} of {client} answered {status}");
                var written = (await RefusalsAsync(user)).Skip(before.Count).ToList();
                written.Select(entry => entry.Act).Distinct().Should().BeEquivalentTo(mine ? [] : [rule == Telephone ? Operation.DeskUse : rule], $"{door} as {role} of {client}");
            }
        }
    }

    [Fact]
    public async Task Nobody_passes_a_door_without_a_session()
    {
        await room.ReadyAsync();
        var addresses = await AddressesAsync();
        using var handler = new HttpClientHandler { AllowAutoRedirect = false };
        using var nobody = new HttpClient(handler) { BaseAddress = new Uri($"http://127.0.0.1:{room.Plateau.Port}/") };
        foreach (var door in Rules.Where(rule => rule.Value == Telephone || Operation.Table.ContainsKey(rule.Value)).Select(rule => rule.Key))
            (await KnockAsync(nobody, door, addresses(door, room.Everyone))).Should().BeOneOf([401, 404, 302], door);
        (await KnockAsync(nobody, "GET", "switch/events")).Should().Be(401);
        (await KnockAsync(nobody, "POST", "sign-out")).Should().Be(400, "it asks for a token");
    }

    /// <summary>Real things of the first client behind each door: an address of something that is not there would be refused to everybody.</summary>
    private async Task<Func<string, UserCard, string>> AddressesAsync()
    {
        var documents = new DocumentBook(room.Store);
        var written = new WrittenExports(Path.Combine(room.Plateau.Folder, "exports"), documents);
        if ((await written.ListAsync(Cancelled)).All(line => line.Export.File != "porte.csv"))
            await written.WriteAsync("porte.csv", "a;b"u8.ToArray(), new CampaignId(SimulatedMorning.Campaign), new ClientId(PagesRoom.Mine), "porte", SystemClock.Instance.GetCurrentInstant(), Cancelled);
        var export = (await written.ListAsync(Cancelled)).First(line => line.Export.File == "porte.csv").Id;
        var import = await ImportWithErrorsAsync();
        var person = (await new ProspectBook(room.Store).OfListAsync(new ListId(SimulatedMorning.List), 1, cancellation: Cancelled)).Items[0];
        var passes = new RecordingPasses(DataProtectionProvider.Create(new DirectoryInfo(Path.Combine(room.Plateau.Folder, "keys")), keys => keys.SetApplicationName("plateau")));
        return (door, user) => door.Split(' ')[1] switch
        {
            "/lists/imports/{import}/errors" => $"lists/imports/{import}/errors",
            "/lists/{list}/health.{format}" => $"lists/{PagesRoom.Mine}-liste/health.csv",
            "/reports/{campaign}/export/{what}.{format}" => $"reports/{SimulatedMorning.Campaign}/export/report.csv",
            "/reports/appointments.{format}" => $"reports/appointments.csv?campaign={SimulatedMorning.Campaign}",
            "/compliance/records/{client}/{kind}.{format}" => $"compliance/records/{PagesRoom.Mine}/consents.csv",
            "/calls/{attempt}/proof.json" => $"calls/{room.Morning.Call}/proof.json",
            "/reports/exports/files/{id}" => $"reports/exports/files/{export}",
            "/appointments/sheets/{consultant}/{day}.csv" => "appointments/sheets/anna-ferrand/2026-11-26.csv",
            "/customers/{id:long}/data.json" => $"customers/{person.Customer}/data.json",
            "/recordings/{pass}" => passes.Write(room.Morning.Recordings[0], new Person(user.Id, "", new HashSet<Role>(), null, null, ""))[1..],
            var plain => plain[1..],
        };
    }

    private async Task<string> ImportWithErrorsAsync()
    {
        using var centre = room.Plateau.With(room.Plateau.FirstKey);
        using var file = new StringContent(TwoClients.List("Porte;+33199008800;75001;2026-10-01;P1;mutuelle", $"{Guid.NewGuid()};letters;75001;;;"), System.Text.Encoding.UTF8, "text/csv");
        using var sent = await centre.PostAsync($"api/v1/lists/{PagesRoom.Mine}-liste/imports", file, Cancelled);
        var import = System.Text.Json.JsonDocument.Parse(await sent.Content.ReadAsStringAsync(Cancelled)).RootElement.Text("id");
        (await centre.ImportedAsync(import)).GetProperty("hasErrorFile").GetBoolean().Should().BeTrue();
        return import;
    }

    private static async Task<int> KnockAsync(HttpClient client, string door, string address)
    {
        using var asked = new HttpRequestMessage(new HttpMethod(door.Split(' ')[0]), address);
        asked.Headers.Add(PhoneDoor.OwnPage, "1");
        if (door == "GET /phone/line")
        {
            // A socket as a browser of this origin opens it.
            foreach (var (name, value) in new[] { ("Connection", "Upgrade"), ("Upgrade", "websocket"), ("Sec-WebSocket-Version", "13"), ("Sec-WebSocket-Key", "dGhlIHNhbXBsZSBub25jZQ=="), ("Sec-WebSocket-Protocol", "sip"), ("Origin", client.BaseAddress!.GetLeftPart(UriPartial.Authority)) })
                asked.Headers.TryAddWithoutValidation(name, value);
        }
        using var answer = await client.SendAsync(asked, HttpCompletionOption.ResponseHeadersRead, Cancelled);
        return answer.RequestMessage!.RequestUri!.AbsolutePath.StartsWith("/sign-in", StringComparison.Ordinal) ? (int)HttpStatusCode.Redirect : (int)answer.StatusCode;
    }

    /// <summary>What this person was refused, oldest first.</summary>
    private async Task<List<AuditEntry>> RefusalsAsync(UserCard user) =>
        [.. (await new AuditLog(room.Store).LatestAsync(1_000, outcome: Audited.Refused, cancellation: Cancelled)).Where(entry => entry.Who == $"user:{user.Id}").OrderBy(entry => entry.Sequence)];
}
