using NodaTime;
using Plateau.Core.Appointments;
using Plateau.Core.Compliance;
using Plateau.Core.Interactions;
using Plateau.Core.Prospecting;
using Plateau.Server.Appointments;
using Plateau.Server.Floors;
using Plateau.Simulation;
using Plateau.Storage;
using Plateau.Storage.Appointments;
using Plateau.Storage.Centre;

namespace Plateau.Server.Demo;

/// <summary>Appointments of the demonstration: consultants of one client, a week in which they have met people, and agents who make new ones as they speak.</summary>
internal sealed class DemoAppointments(DemoCentre centre, FactFeed feed, AppointmentDesk desk, ProspectBook prospects, CentreNames names, FloorLine line, IClock clock, ILogger<DemoAppointments> log) : BackgroundService
{
    public const string Campaign = "nordlys-fibre", Client = "nordlys";

    /// <summary>Of a million conversations: how many end with an appointment.</summary>
    private const int Agreed = 350_000;

    /// <summary>How many there are on file before the day begins.</summary>
    private const int OnFile = 46;

    private static readonly (string Id, string Name, string[] Areas)[] People =
        [("lea-marchand", "Léa Marchand", ["75", "59", "35"]), ("karim-ouali", "Karim Ouali", ["69", "21", "06"]), ("sophie-brun", "Sophie Brun", ["44", "31"]), ("denis-roux", "Denis Roux", [])];

    public static AppointmentRules Rules { get; } = new() { Length = Duration.FromMinutes(45), Gap = Duration.FromMinutes(30), HorizonDays = 14, Notice = Duration.FromHours(4) };

    /// <summary>The consultants and what they have behind them and before them.</summary>
    public static async Task PrepareAsync(Store store, long seed, Instant at, CancellationToken cancel)
    {
        var (consultants, book) = (new ConsultantBook(store), new AppointmentBook(store));
        foreach (var (id, name, areas) in People)
            await consultants.SetAsync(new Consultant(new(id), new(Client), name, $"{id}@nordlys.example", "Europe/Paris") { Areas = areas, MostPerDay = 5, Telephone = "+33377000103" }, cancel);
        var people = (await new ProspectBook(store).OfListAsync(new(Campaign), 400, cancellation: cancel)).Items;
        // As if it had been agreed ten days ago: some of it lies behind, some before.
        var then = at - Duration.FromDays(10);
        for (var index = 0; index < OnFile; index++)
        {
            var (person, chance) = (people[index * 7], new Chance(seed, "appointment", index));
            var offers = FreeSlots.Find(await consultants.DiariesAsync(new(Client), then, then + Duration.FromDays(21), cancel), Rules with { HorizonDays = 20 }, new(person.Postcode, person.Territory, []), then).Offers;
            if (offers.Count == 0) continue;
            var offer = offers[chance.Below(offers.Count)];
            var wish = new BookingWish(new($"on-file-{index}"), new(Campaign), offer.Consultant, person.Id, person.Customer, offer.Start, Rules with { HorizonDays = 20 }, null, new($"agent-{3 + 3 * chance.Below(6)}"), Told(person));
            if ((await book.BookAsync(wish, then, "plateau", cancel)).Card is not { } card || card.Appointment.End > at) continue;
            await book.ReportAsync(card.Id, null, chance.Happens(180_000) ? AppointmentState.NoShow : chance.Happens(80_000) ? AppointmentState.Cancelled : AppointmentState.Held, card.Appointment.End, "plateau", cancellation: cancel);
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var calls = new Dictionary<AttemptId, ProspectId>();
        try
        {
            await foreach (var fact in feed.ReadAsync(stoppingToken))
            {
                if (fact is AttemptPermitted { Campaign.Value: Campaign } permitted) calls[permitted.Attempt] = permitted.Prospect;
                else if (fact is AttemptEnded { Verdict: not null } ended) calls.Remove(ended.Attempt);
                else if (fact is Released released && calls.Remove(released.Attempt, out var prospect) && new Chance(centre.Seed, "agrees", prospect.Value).Happens(Agreed) && centre.Colleagues.Any(each => each.Agent == released.Agent))
                    await AgreeAsync(released, prospect, stoppingToken);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            log.LogInformation("No more appointments are made");
        }
    }

    /// <summary>The agent books what fits first and says so before anything else is said of the call.</summary>
    private async Task AgreeAsync(Released released, ProspectId prospect, CancellationToken cancel)
    {
        if (await prospects.FindAsync(prospect, cancel) is not { } person || (await names.ReadAsync(cancel)).Campaigns.GetValueOrDefault(new(Campaign)) is not { } campaign) return;
        var offers = (await desk.OffersAsync(campaign, person, cancel: cancel)).Found.Choice(Zones.Paris, 3, 3);
        if (offers.Count == 0) return;
        var made = await desk.BookAsync(campaign, person, offers[new Chance(centre.Seed, "which", prospect.Value).Below(offers.Count)], released.Attempt, released.Agent, Told(person), $"agent:{released.Agent}", cancel);
        if (made.Fault is null) line.Tell(new DeskDisposed(clock.GetCurrentInstant(), released.Attempt, released.Agent, StandardDispositions.Appointment.Code));
    }

    private static AppointmentDetails Told(ProspectCard person) =>
        new($"{person.Postcode} {person.City}".Trim(), person.Number, $"{Setup.FreshId.Plain($"{person.FirstName} {person.Name}").Replace('-', '.')}@client.example", null, "fr", "Europe/Paris");
}
