using System.Text.Json;
using NodaTime;
using Plateau.Core.Appointments;
using Plateau.Core.Interactions;
using Plateau.Storage;
using Plateau.Storage.Appointments;
using Plateau.Storage.Centre;
using Plateau.Storage.Prospecting;

[assembly: AssemblyFixture(typeof(Plateau.Contracts.Api.TwoClients))]

namespace Plateau.Contracts.Api;

/// <summary>A centre that works for two clients, entered wholly over HTTP. Every text of the first holds a canary that the second must never read.</summary>
public sealed class TwoClients : IAsyncDisposable
{
    public const string Canary = "zibeline";
    public const string Mine = "aurore";
    public const string Other = "nordlys";
    public const string Number = "+33612345601";

    private readonly Lazy<Task<RunningPlateau>> running;

    public TwoClients() => running = new(EnterAsync);

    /// <summary>The ids of the first client's things, by the name that addresses have for them.</summary>
    public Dictionary<string, string> Ids { get; } = new() { ["client"] = Mine };

    /// <summary>A key bound to the second client that may do everything there.</summary>
    public string KeyOfOther { get; private set; } = "";

    public Task<RunningPlateau> RunningAsync() => running.Value;

    public async Task<HttpClient> CentreAsync() => (await RunningAsync()) is { } plateau ? plateau.With(plateau.FirstKey) : throw new InvalidOperationException();

    public async Task<string> KeyAsync(IEnumerable<string> scopes, string? client = null)
    {
        using var centre = await CentreAsync();
        return await KeyAsync(centre, scopes, client);
    }

    public async ValueTask DisposeAsync()
    {
        if (running is { IsValueCreated: true, Value.IsCompletedSuccessfully: true }) await running.Value.Result.DisposeAsync();
    }

    public static string List(params string[] rows) => string.Join("\r\n", (string[])["Nom;Téléphone;Code postal;Date consentement;Preuve consentement;Produits", .. rows, ""]);

    private async Task<RunningPlateau> EnterAsync()
    {
        var plateau = await RunningPlateau.StartAsync();
        try
        {
            await EnterAsync(plateau);
            return plateau;
        }
        catch
        {
            await plateau.DisposeAsync();
            throw;
        }
    }

    private async Task EnterAsync(RunningPlateau plateau)
    {
        using var centre = plateau.With(plateau.FirstKey);
        foreach (var (client, word) in new[] { (Mine, Canary), (Other, "public") })
        {
            await centre.DoneAsync("PUT", $"api/v1/clients/{client}", $$"""{"name":"{{client}} {{word}}","callerIds":[{"number":"+33162000001","mandate":"M {{word}}","from":"2026-01-01"}]}""");
            await centre.DoneAsync("PUT", $"api/v1/programmes/{word}-programme", $$"""{"client":"{{client}}","name":"{{word}}"}""");
            await centre.DoneAsync("PUT", $"api/v1/lists/{word}-list", $$"""{"client":"{{client}}","name":"{{word}}"}""");
            await centre.DoneAsync("PUT", $"api/v1/campaigns/{word}-campaign", Campaign(client, word));
            await centre.DoneAsync("PUT", $"api/v1/agents/{word}-agent", $$"""{"name":"{{word}}","campaigns":["{{word}}-campaign"]}""");
        }
        foreach (var kind in new[] { "programme", "list", "campaign", "agent" }) Ids[kind] = $"{Canary}-{kind}";
        using var file = new StringContent(List($"{Canary};06 12 34 56 01;75001;2026-10-01;P1;mutuelle", "X;letters;75001;;;"), System.Text.Encoding.UTF8, "text/csv");
        using var sent = await centre.PostAsync($"api/v1/lists/{Canary}-list/imports", file, TestContext.Current.CancellationToken);
        var import = JsonDocument.Parse(await sent.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).RootElement.Text("id");
        var card = await centre.ImportedAsync(import);
        card.Text("state").Should().Be("complete", card.ToString());
        Ids["import"] = import;
        Ids["prospect"] = (await centre.DoneAsync("GET", $"api/v1/lists/{Canary}-list/prospects")).GetProperty("items")[0].Text("id");
        await AgreeAsync(plateau);
        Ids["attempt"] = await CalledElsewhereAsync(plateau);
        Ids["key"] = (await KeyAsync(centre, ["centre:read"], Mine)).Split('_')[1];
        KeyOfOther = await KeyAsync(centre, ["*"], Other);
    }

    /// <summary>A consultant of the first client, and what was agreed for them.</summary>
    private async Task AgreeAsync(RunningPlateau plateau)
    {
        await using var store = await Store.OpenAsync(StoreAddress.AtFile(Path.Combine(plateau.Folder, "plateau.db")), TestContext.Current.CancellationToken);
        var (whose, at, rules) = (new ConsultantId($"{Canary}-consultant"), SystemClock.Instance.GetCurrentInstant(), new AppointmentRules());
        await new ConsultantBook(store).SetAsync(new Consultant(whose, new ClientId(Mine), Canary, "anna@example.org", "Europe/Paris"), TestContext.Current.CancellationToken);
        var diary = (await new ConsultantBook(store).DiariesAsync(new ClientId(Mine), at, at + Duration.FromDays(21), TestContext.Current.CancellationToken)).Single();
        var person = (await new ProspectBook(store).FindAsync(new ProspectId(long.Parse(Ids["prospect"], System.Globalization.CultureInfo.InvariantCulture)), TestContext.Current.CancellationToken))!;
        var wish = new BookingWish(new($"{Canary}-appointment"), new($"{Canary}-campaign"), whose, person.Id, person.Customer, FreeSlots.Find([diary], rules, new(null, null, []), at).Offers[0].Start, rules, null, null, new(Canary, null, null, null, "fr", "Europe/Paris"));
        (await new AppointmentBook(store).BookAsync(wish, at, "user:essai", TestContext.Current.CancellationToken)).Card.Should().NotBeNull();
        (Ids["consultant"], Ids["appointment"]) = (whose.Value, wish.Id.Value);
    }

    /// <summary>Without a switch there are no calls of ours; one that the client made elsewhere is an attempt too.</summary>
    private static async Task<string> CalledElsewhereAsync(RunningPlateau plateau)
    {
        await using var store = await Store.OpenAsync(StoreAddress.AtFile(Path.Combine(plateau.Folder, "plateau.db")), TestContext.Current.CancellationToken);
        var at = Instant.FromUtc(2026, 11, 2, 10, 0);
        (await new EarlierAttempts(store).RecordAsync(new ClientId(Mine), Number, [at], "the client's word", TestContext.Current.CancellationToken)).Should().Be(1);
        await using var connection = new Microsoft.Data.Sqlite.SqliteConnection($"Data Source={Path.Combine(plateau.Folder, "plateau.db")}");
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        await using var find = connection.CreateCommand();
        find.CommandText = "SELECT id FROM attempt";
        return (string)(await find.ExecuteScalarAsync(TestContext.Current.CancellationToken))!;
    }

    internal static string Campaign(string client, string word) =>
        $$"""{"name":"{{word}}","client":"{{client}}","programme":"{{word}}-programme","mode":"manual","trunk":"practice","callerId":"+33162000001","product":"mutuelle","lists":["{{word}}-list"]}""";

    private static async Task<string> KeyAsync(HttpClient centre, IEnumerable<string> scopes, string? client) =>
        (await centre.DoneAsync("POST", "api/v1/keys", JsonSerializer.Serialize(client is null ? new { name = "a test", scopes } : (object)new { name = "a test", scopes, client }))).Text("secret");
}
