using System.Globalization;
using System.Text;
using NodaTime;
using NodaTime.Text;
using Plateau.Core.Clients;
using Plateau.Core.Compliance;
using Plateau.Core.Interactions;
using Plateau.Core.Prospecting;
using Plateau.Simulation;
using Plateau.Storage;
using Plateau.Storage.Centre;
using Plateau.Storage.Importing;
using Plateau.Storage.Prospecting;
using Plateau.Telephony.Trunks;

namespace Plateau.Server.Demo;

/// <summary>The invented centre of a demonstration: three clients, their campaigns and lists, and the people who call.</summary>
/// <remarks>Nobody in it exists: names are drawn by the seed, and numbers are of the ranges that France keeps for fiction (ARCEP, décision 2018-0881).</remarks>
internal sealed class DemoCentre(int agents, long seed, Instant at)
{
    public static readonly TrunkId Trunk = new("carrier");

    private static readonly string[] Given = ["Salma", "Youssef", "Imane", "Mehdi", "Hind", "Anas", "Kenza", "Omar", "Zineb", "Rachid", "Nadia", "Karim", "Ghita", "Hamza", "Loubna", "Adil", "Sara", "Ilyas", "Meryem", "Soufiane"];
    private static readonly string[] First = ["Camille", "Louis", "Jeanne", "Hugo", "Chloé", "Paul", "Inès", "Arthur", "Zoé", "Marc", "Élise", "Théo", "Nora", "Gabriel", "Alice", "Rémi"];
    private static readonly string[] Last = ["Martin", "Petit", "Durand", "Moreau", "Laurent", "Garnier", "Faure", "Chevalier", "Lefèvre", "Mercier", "Blanc", "Guérin", "Boyer", "Hoarau", "Perrin", "Roussel"];
    private static readonly (string Town, string Postcode, string Region)[] Towns = [("Paris", "75011", "Île-de-France"), ("Lyon", "69003", "Auvergne-Rhône-Alpes"), ("Lille", "59000", "Hauts-de-France"), ("Nantes", "44000", "Pays de la Loire"), ("Toulouse", "31000", "Occitanie"), ("Rennes", "35000", "Bretagne"), ("Dijon", "21000", "Bourgogne-Franche-Comté"), ("Nice", "06000", "Provence-Alpes-Côte d’Azur")];
    private static readonly long[] Ranges = [199_000_000, 261_910_000, 353_010_000, 465_710_000, 536_490_000, 639_980_000];

    private static readonly (string Id, string Client, string Name, string Product, DialMode Mode, Audience Audience, int People)[] Work =
    [
        ("aurore-printemps", "aurore", "Aurore, printemps", "mutuelle santé", DialMode.Progressive, Audience.Consumer, 9_000),
        ("verdure-abonnement", "verdure", "Verdure, abonnement jardin", "abonnement jardin", DialMode.Predictive, Audience.Consumer, 9_000),
        ("nordlys-fibre", "nordlys", "Nordlys, fibre pro", "fibre", DialMode.Preview, Audience.Professional, 3_000),
    ];

    private static readonly (string Id, string Name, string Number)[] Clients =
        [("aurore", "Aurore Mutuelle", "+33162000101"), ("verdure", "Maison Verdure", "+33270000102"), ("nordlys", "Nordlys Télécom", "+33377000103")];

    public long Seed => seed;

    /// <summary>How customers, carrier and agents behave.</summary>
    public Scenario Scenario { get; } = new() { Name = "demo", Start = at, Agents = agents, Customers = new() { TalkMean = 140_000 } };

    /// <summary>A third serve each client; those of one client help another when their own list has nobody to call.</summary>
    public IReadOnlyList<Colleague> Colleagues { get; } =
        [.. Enumerable.Range(1, agents).Select(number => new Colleague(new AgentId($"agent-{number}"), Serves(number)))];

    /// <summary>Enters the centre as people would enter it, lists through the same import as any other.</summary>
    public async Task PrepareAsync(Store store, Action<string> say, CancellationToken cancel)
    {
        var book = new CentreBook(store);
        foreach (var (id, name, number) in Clients)
        {
            await book.SetAsync(new Client(new(id), name, [new CallerId(number, $"MAND-2026-{id}", new LocalDate(2026, 1, 1))]) { Papers = [.. Enum.GetValues<PaperKind>().Select(kind => new Paper(kind, PaperOf(kind, id), new LocalDate(2026, 1, 1)))] }, at, cancel);
            await book.SetAsync(new Programme(new(id), new(id), name, new Tariff(TariffUnit.AgentHour, new Money(16m, "EUR"))), cancel);
        }
        var staff = new StaffBook(store);
        foreach (var (agent, campaigns) in Colleagues) await staff.SetAsync(new AgentCard(agent, NameOf(agent), campaigns), cancel);
        foreach (var work in Work)
        {
            say($"inventing {work.People} people for the list of {work.Name}");
            var list = new ListId(work.Id);
            await book.SetListAsync(list, new(work.Client), work.Name, at, cancel);
            using var file = new MemoryStream(File(work.Id, work.Product, work.Audience, work.People));
            var order = new ImportOrder(new(work.Client), list, $"{work.Id}.csv", at) { Audience = work.Audience };
            if ((await new ListImport(store).RunAsync(order, file, null, cancel)).Flaw is { } flaw) throw new InvalidOperationException($"the list of {work.Id} can't be imported: {flaw.Message}");
            await TellPastAsync(store, work.Id, new(work.Client), work.People, cancel);
            var settings = Settings(work.Id, work.Client, work.Name, work.Product, work.Mode);
            await new SegmentColumns(store).KeepUpAsync(settings, null, cancel);
            await book.SetAsync(settings, at, cancel);
        }
        await DemoAppointments.PrepareAsync(store, seed, at, cancel);
    }

    private static string PaperOf(PaperKind kind, string client) => kind switch
    {
        PaperKind.ProcessorContract => $"ST-2026-{client}", PaperKind.TransferClauses => $"CCT-2026-{client}", PaperKind.TransferAssessment => $"AIT-2026-{client}", _ => $"D-GC-{client}/2026",
    };

    /// <summary>What the floor is told in the morning, besides what stands in the centre's book.</summary>
    public static IEnumerable<Signal> Morning(Instant now) => Work.Select(work => new CampaignWasSwitched(now, new(work.Id), CampaignState.Running));

    /// <summary>How many campaigns the centre has.</summary>
    public static int Campaigns => Work.Length;

    /// <summary>The simulated carrier's line, as the settings of a real one would give it.</summary>
    public static TrunkSettings Line { get; } = new() { Name = Trunk.Value, Host = "carrier.example", MostCalls = 400, CallsPerSecond = 50 };

    private static CampaignSettings Settings(string id, string client, string name, string product, DialMode mode) => new(
        new(id), 1, name, new(client), new(client), mode, Trunk, Clients.Single(one => one.Id == client).Number, product, [new ListId(id)])
    {
        DetectMachines = mode == DialMode.Progressive,
        Recording = RecordingChoice.FromStart,
        RecordingPurpose = "quality",
        RecordingSample = 0.2,
        WrapUpLimit = Duration.FromMinutes(3),
        Script = Said,
        Mix = [new(new(id), Order: ListOrder.Score)],
        Quotas = id == "aurore-printemps" ? [new("region", null, 60), new("region", "Bretagne", 12)] : [],
        Appointments = id == DemoAppointments.Campaign ? DemoAppointments.Rules : null,
        Dispositions = id == DemoAppointments.Campaign ? [StandardDispositions.Appointment, .. StandardDispositions.Tree] : StandardDispositions.Tree,
        Notice = mode == DialMode.Predictive ? "plateau/notice" : null,
        AbandonmentLimit = mode == DialMode.Predictive ? 0.03 : 0.01,
        // Who serves two campaigns helps the second only while the first has nobody to call.
        Priority = id == "verdure-abonnement" ? 1 : 0,
    };

    private static readonly Script Said = new(
    [
        new("opening", "Ouverture", "Bonjour {firstname} {name}, {agent} à l’appareil. Je vous appelle pour {client}, pour vous proposer : {product}. C’est un appel commercial, qui peut être enregistré sauf si vous le refusez, et vous pouvez à tout moment me demander de ne plus vous appeler. Avez-vous deux minutes ?", [new("Oui", "offer"), new("Plus tard", "later"), new("Non", "leave")]) { Tells = [OpeningDuty.Caller, OpeningDuty.Principal, OpeningDuty.Commercial, OpeningDuty.Recording] },
        new("offer", "Proposition", "Merci. {client} vous propose ceci : {product}, à un prix fixe pendant deux ans. Cela vous intéresse-t-il ?", [new("Oui", "agree"), new("Non", "leave")]),
        new("agree", "Accord", "Très bien. Je vous envoie la proposition écrite ; vous avez quatorze jours pour changer d’avis.", [new("C’est noté", "leave")]),
        new("later", "Rappel", "Je comprends. Quel moment vous conviendrait pour vous rappeler ?", [new("Un moment est convenu", "leave")]),
        new("leave", "Prise de congé", "Je vous remercie, {firstname} {name}. Bonne journée."),
    ]);

    private static IReadOnlyList<CampaignId> Serves(int number) => (number % 3) switch
    {
        0 => [new("nordlys-fibre")],
        1 => [new("aurore-printemps")],
        _ => [new("verdure-abonnement"), new("aurore-printemps")],
    };

    private static string NameOf(AgentId agent)
    {
        var number = int.Parse(agent.Value.AsSpan(6), CultureInfo.InvariantCulture) - 1;
        return $"{Given[number % Given.Length]} {(char)('A' + number / Given.Length * 7 % 26 + number % 7)}.";
    }

    private static string NumberOf(int index) => string.Create(CultureInfo.InvariantCulture, $"+33{Ranges[index / 10_000 % Ranges.Length] + index % 10_000:000000000}");

    /// <summary>The list as a client would send it.</summary>
    private byte[] File(string campaign, string product, Audience audience, int people)
    {
        var text = new StringBuilder("nom;prenom;societe;telephone;ville;code postal;region;score;fuseau;consentement_date;consentement_preuve;produits\n");
        var collected = LocalDatePattern.Iso.Format((at - Duration.FromDays(45)).InUtc().Date);
        for (var index = 0; index < people; index++)
        {
            var chance = new Chance(seed, campaign, index);
            string name = Last[chance.Below(Last.Length)], first = First[chance.Below(First.Length)];
            var (town, postcode, region) = Towns[chance.Below(Towns.Length)];
            var faraway = audience == Audience.Consumer && chance.Happens(30_000);
            var grounded = audience == Audience.Professional || !chance.Happens(60_000);
            text.Append(CultureInfo.InvariantCulture, $"{name};{first};{(audience == Audience.Professional ? $"{name} et fils" : "")};{NumberOf(index)};{(faraway ? "Saint-Denis" : town)};{(faraway ? "97400" : postcode)};{(faraway ? "La Réunion" : region)};{chance.Below(100)};")
                .Append(CultureInfo.InvariantCulture, $"{(faraway ? "Indian/Reunion" : "Europe/Paris")};{(grounded && audience == Audience.Consumer ? $"{collected};FORM-{index}" : ";")};{product}\n");
        }
        return Encoding.UTF8.GetBytes(text.ToString());
    }

    /// <summary>Some objected by letter, some were called four times by another centre: the floor is to find them at the dial.</summary>
    private async Task TellPastAsync(Store store, string campaign, ClientId client, int people, CancellationToken cancel)
    {
        var oppositions = new Oppositions(store);
        var history = new EarlierAttempts(store);
        for (var index = 0; index < people; index++)
        {
            var chance = new Chance(seed, campaign + "-past", index);
            if (chance.Happens(12_000)) await oppositions.RecordAsync(client, NumberOf(index), at, "letter", cancel);
            else if (chance.Happens(10_000)) await history.RecordAsync(client, NumberOf(index), [.. Enumerable.Range(1, 4).Select(days => at - Duration.FromDays(days * 3))], "another centre", cancel);
        }
    }
}
