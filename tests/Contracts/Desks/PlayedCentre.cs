using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Plateau.Contracts.Web;
using Plateau.Contracts.Telephony;
using Plateau.Core.Appointments;
using Plateau.Core.Clients;
using Plateau.Core.Interactions;
using Plateau.Core.People;
using Plateau.Core.Prospecting;
using Plateau.Server.Desks.Softphone;
using Plateau.Server.Floors;
using Plateau.Server.People;
using Plateau.Server.Verbs;
using Plateau.Server.Hosting;
using Plateau.Storage;
using Plateau.Storage.Appointments;
using Plateau.Storage.Centre;
using Plateau.Storage.Importing;
using Plateau.Storage.People;
using Plateau.Telephony.Trunks;

namespace Plateau.Contracts.Desks;

/// <summary>
/// A whole Plateau with its switch in a process of its own, which a test may kill: one client, one campaign on the
/// practice line, and people who wait on the line until they are hung up on. Its clock stands at a lawful hour.
/// </summary>
public sealed class PlayedCentre
{
    internal const string Folder = "PLATEAU_PLAYED_FOLDER", Port = "PLATEAU_PLAYED_PORT", Ahead = "PLATEAU_PLAYED_AHEAD";

    private static readonly ClientId Acme = new("acme");
    private static readonly CampaignId Spring = new("spring"), ByHand = new("by-hand");
    private static readonly ListId People = new("people");
    private static readonly AgentId Sue = new("sue");

    /// <summary>Everybody who may sit down, each with a desk of their own and the one password.</summary>
    private static readonly string[] Agents = ["anna", "bela", "carl", "dora", "emma", "finn", "gina", "hugo", "ines", "jade", "kate", "lena", "mona", "nora", "olga", "petra", "rosa", "sue"];

    /// <summary>Who has a second telephone.</summary>
    public const int TwoTelephones = 41;

    /// <summary>Leads the floor and has no desk of her own: her telephone is that of her account.</summary>
    internal const string Supervisor = "vera";

    internal const string Password = "une phrase pour les postes";

    /// <summary>Played by the tests of the desk; it does nothing by itself.</summary>
    [Fact(Explicit = true)]
    public async Task A_centre_that_may_be_killed()
    {
        var folder = Environment.GetEnvironmentVariable(Folder)!;
        var port = int.Parse(Environment.GetEnvironmentVariable(Port)!, CultureInfo.InvariantCulture);
        var cancel = TestContext.Current.CancellationToken;
        var clock = new AheadClock(Duration.FromSeconds(long.Parse(Environment.GetEnvironmentVariable(Ahead)!, CultureInfo.InvariantCulture)));
        await using var store = await Store.OpenAsync(StoreAddress.AtFile(Path.Combine(folder, "plateau.db")), cancel);
        var installation = new Installation(Path.Combine(folder, "switch"), Provisioned.Asterisk, [TrunkSettings.Practice]);
        await using var app = PlateauHost.Build(installation, store, new FloorName("main"), clock, Path.Combine(folder, "logs"), port, null, quiet: true,
            services => services.AddSwitch().AddSoftphone().AddCentre(DataFolder.Open(new DirectoryInfo(folder))));
        app.MapCentre();
        app.MapSoftphone();
        app.MapPost("/played/disable", async (string agent, UserBook users, Plateau.Server.People.Door.Sessions sessions, FloorLine line) =>
        {
            var card = (await users.FindAsync(agent))!.User;
            await users.ChangeAsync(card with { Disabled = true });
            await line.AskAsync(new AgentWasSignedOut(clock.GetCurrentInstant(), new AgentId(agent), Sue));
            sessions.End(card.Id);
        });
        app.MapPost("/played/spoil", () => SetAsync(Spoilt()));
        app.MapPost("/played/mend", () => SetAsync(Settings()));
        app.MapPost("/played/listen-untold", () => SetAsync(Settings() with { MonitoringTold = false }));
        async Task SetAsync(CampaignSettings settings) =>
            await app.Services.GetRequiredService<FloorLine>().AskAsync(new CampaignWasSet(clock.GetCurrentInstant(), await new CentreBook(store).SetAsync(settings, clock.GetCurrentInstant())));
        // What the tests ask for of the floor, beside what people do in their browsers.
        app.MapPost("/played/{act}", (string act, string agent, string? to, FloorLine line) => line.AskAsync(SignalOf(act, new AgentId(agent), to, clock.GetCurrentInstant())));
        await EnterAsync(store, clock.GetCurrentInstant());
        await app.StartAsync(cancel);
        var at = clock.GetCurrentInstant();
        var line = app.Services.GetRequiredService<FloorLine>();
        await line.AskAsync([
            new TrunkWasSet(at, TrunkSettings.Practice.Limits), new ClientWasSet(at, Client()), new CampaignWasSet(at, Settings()), new CampaignWasSwitched(at, Spring, CampaignState.Running),
            new CampaignWasSet(at, DialledByHand()), new CampaignWasSwitched(at, ByHand, CampaignState.Running)]);
        await File.WriteAllTextAsync(Path.Combine(folder, "up"), "", cancel);
        // Until it is killed: who started it never closes its input. Reading it blocks a thread, which must be none that the centre works with.
        await Task.Factory.StartNew(Console.In.ReadToEnd, cancel, TaskCreationOptions.LongRunning, TaskScheduler.Default);
    }

    private static Signal SignalOf(string act, AgentId agent, string? to, Instant at) => act switch
    {
        "log-in" => new DeskLoggedIn(at, agent, [Spring, ByHand]),
        "log-out" => new DeskLoggedOut(at, agent),
        "pause" => new CampaignWasSwitched(at, Spring, CampaignState.Paused),
        "resume" => new CampaignWasSwitched(at, Spring, CampaignState.Running),
        "monitor" => new MonitorWasAsked(at, Sue, agent, Enum.Parse<MonitorMode>(to!)),
        _ => throw new InvalidOperationException($"The played centre knows no {act}."),
    };

    private static async Task EnterAsync(Store store, Instant at)
    {
        if (await new CentreBook(store).CampaignAsync(Spring) is not null) return;
        var book = new CentreBook(store);
        await book.SetAsync(Client(), at);
        await book.SetAsync(new Programme(new ProgrammeId("sales"), Acme, "Sales"));
        await book.SetListAsync(People, Acme, "People", at);
        await book.SetAsync(Settings(), at);
        await book.SetAsync(DialledByHand(), at);
        foreach (var (id, name) in new[] { ("rosa", "Rosa Klein"), ("theo", "Théo Blanc") })
            await new ConsultantBook(store).SetAsync(new Consultant(new(id), Acme, name, $"{id}@acme.example", "Europe/Paris"));
        var text = new StringBuilder("nom;telephone;tel 2;fuseau;consentement_date;consentement_preuve;produits\n");
        for (var person = 0; person < 60; person++)
            text.Append(CultureInfo.InvariantCulture, $"Person {person};+33199{person:00}00{person % 30:00};{(person == TwoTelephones ? "+33199990011" : "")};Europe/Paris;2026-06-01;CNS-{person};plan\n");
        var (staff, users) = (new StaffBook(store), new UserBook(store));
        var leads = new UserCard(UserId.New(), Supervisor, Supervisor, [Role.Supervisor.Code()], null, null);
        await users.AddAsync(leads, at);
        await users.SetPasswordAsync(leads.Id, new PasswordHasher<UserCard>().HashPassword(leads, Password), mustReplace: false);
        foreach (var agent in Agents)
        {
            await staff.SetAsync(new AgentCard(new AgentId(agent), agent, [Spring, ByHand]));
            if (await users.FindAsync(agent) is not null) continue;
            var card = new UserCard(UserId.New(), agent, agent, [Role.Agent.Code()], null, new AgentId(agent));
            await users.AddAsync(card, at);
            await users.SetPasswordAsync(card.Id, new PasswordHasher<UserCard>().HashPassword(card, Password), mustReplace: false);
        }
        using var file = new MemoryStream(Encoding.UTF8.GetBytes(text.ToString()));
        await new ListImport(store).RunAsync(new ImportOrder(Acme, People, "people.csv", at), file, null, CancellationToken.None);
    }

    private static readonly Script Said = new(
    [
        new("opening", "Opening", "Good morning {name}, {agent} calls for {client} about {product}.", [new("Yes", "offer"), new("No", "leave")]),
        new("offer", "Offer", "{client} offers {product}.", [new("Agreed", "leave")]),
        new("leave", "Good-bye", "Good-bye, {name}."),
    ]);

    private static Client Client() => new(Acme, "ACME", [new CallerId("+33162000001", "MANDATE-1", new LocalDate(2026, 1, 1))]);

    private static CampaignSettings Settings() => new(Spring, 1, "Spring", Acme, new ProgrammeId("sales"), DialMode.Progressive, TrunkSettings.Practice.Id, "+33162000001", "plan", [People])
    {
        Recording = RecordingChoice.FromStart,
        RecordingPurpose = "quality",
        ReturnWithin = Duration.FromSeconds(40),
        Script = Said,
        Appointments = new() { Kind = MeetingKind.Video },
        // Behind the others, whose digits the tests know.
        Dispositions = [.. StandardDispositions.Tree, StandardDispositions.Appointment],
    };

    /// <summary>The same campaign as somebody would write it who wants to do harm.</summary>
    private static CampaignSettings Spoilt() => Settings() with
    {
        Name = HostileContent.Names[0],
        Product = HostileContent.Names[1],
        Script = new Script([.. HostileContent.Names.Select((name, place) => new ScriptStep($"s{place}", HostileContent.Lines[place], HostileContent.Braceless(place == 0 ? string.Join('\n', HostileContent.Lines) + " " : name + " ") + "{name} {firstname} {company} {city} {reference} {product} {client} {agent} {column:" + HostileContent.Braceless(HostileContent.Lines[0]) + "}",
            [new(HostileContent.Lines[place], $"s{(place + 1) % HostileContent.Names.Count}")]))]),
    };

    private static CampaignSettings DialledByHand() => new(ByHand, 1, "By hand", Acme, new ProgrammeId("sales"), DialMode.Manual, TrunkSettings.Practice.Id, "+33162000001", "plan", [People]);

    private sealed class AheadClock(Duration ahead) : IClock
    {
        public Instant GetCurrentInstant() => SystemClock.Instance.GetCurrentInstant() + ahead;
    }
}
