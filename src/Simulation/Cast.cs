using NodaTime;
using Plateau.Core.Clients;
using Plateau.Core.Compliance;
using Plateau.Core.Interactions;
using Plateau.Core.Prospecting;

namespace Plateau.Simulation;

/// <summary>Who stands on the list when the day begins, and what the law knows of them.</summary>
internal interface ICast
{
    /// <summary>Where people are: those of one place may be called at the same hours.</summary>
    IReadOnlyList<Whereabouts> Places { get; }

    /// <summary>Where that person is, as a place among these.</summary>
    int PlaceOf(long id);

    /// <summary>From when on the list lets them be called.</summary>
    Instant DueOf(long id);

    /// <summary>As they stood when the day began.</summary>
    Dossier Of(long id);
}

/// <summary>People as the shares of a scenario and chance make them.</summary>
internal sealed class InventedCast : ICast
{
    private static readonly string[] Products = [Customers.Product];
    private static readonly IReadOnlyList<string>[] Zones = [["Europe/Paris"], ["Indian/Reunion"]];
    private readonly Scenario scenario;
    private readonly ClientId client;
    private readonly Traits[] people;

    /// <summary>What a person is from the beginning.</summary>
    private readonly record struct Traits(bool Consents, short ConsentDays, bool Opposed, bool CalledFourTimes, byte Place);

    public InventedCast(Scenario scenario, long seed, ClientId client)
    {
        (this.scenario, this.client) = (scenario, client);
        people = new Traits[scenario.Customers.Count + 1];
        for (var id = 1; id < people.Length; id++) people[id] = TraitsOf(new Chance(seed, "person", id), scenario.Customers);
    }

    public IReadOnlyList<Whereabouts> Places { get; } = [.. Zones.Select(zone => new Whereabouts(Audience.Consumer, "FR", zone[0], null))];

    private static Traits TraitsOf(Chance chance, CustomersModel model)
    {
        var consents = !chance.Happens(model.WithoutConsent);
        var days = consents ? (short)(1 + chance.Below(300)) : (short)0;
        return new Traits(consents, days, chance.Happens(model.Opposed), chance.Happens(model.CalledFourTimes), chance.Happens(model.InReunion) ? (byte)1 : (byte)0);
    }

    public int PlaceOf(long id) => people[id].Place;

    public Instant DueOf(long id) => Instant.MinValue;

    public Dossier Of(long id)
    {
        var traits = people[id];
        Consent[] consents = traits.Consents ? [new Consent($"CNS-{id}", client, Products, scenario.Start - Duration.FromDays(traits.ConsentDays), scenario.Start + Duration.FromDays(60)) { Form = ConsentForm.Attested }] : [];
        Opposition[] oppositions = traits.Opposed ? [new(scenario.Start, "list")] : [];
        PastCall[] calls = traits.CalledFourTimes ? [.. Enumerable.Range(1, 4).Select(days => (PastCall)(scenario.Start - Duration.FromDays(days)))] : [];
        return new Dossier(new ProspectId(id), new CustomerId(id), client, Audience.Consumer, "FR", Zones[traits.Place], null, consents, [], [], oppositions, calls);
    }
}

/// <summary>A real campaign, to be lived through before it is: its own settings, and people as they stand on its lists.</summary>
/// <param name="People">Some of those who are left to be called, one at least, in the order of the list; each stands for as many of the day's people as any other.</param>
public sealed record Rehearsal(CampaignSettings Campaign, Client Client, IReadOnlyList<Sampled> People);

/// <summary>Somebody as they stand on a list.</summary>
/// <param name="Due">When their rest is over; null for whoever was never tried.</param>
public sealed record Sampled(Dossier Dossier, Instant? Due);

/// <summary>People as they stand on real lists: the law finds in them what it will find in the morning.</summary>
internal sealed class RehearsedCast : ICast
{
    private readonly Rehearsal rehearsal;
    private readonly int[] placeOf;
    private readonly int count;

    public RehearsedCast(Rehearsal rehearsal, int count)
    {
        (this.rehearsal, this.count) = (rehearsal, count);
        var places = new Dictionary<Whereabouts, int>();
        placeOf = [.. rehearsal.People.Select(each => places.TryGetValue(Whereabouts.Of(each.Dossier), out var place) ? place : places[Whereabouts.Of(each.Dossier)] = places.Count)];
        Places = [.. places.Keys];
    }

    public IReadOnlyList<Whereabouts> Places { get; }

    /// <summary>The day's people follow each other as the sample does, so that the order of the list is kept.</summary>
    private int SampleOf(long id) => (int)((id - 1) * rehearsal.People.Count / count);

    public int PlaceOf(long id) => placeOf[SampleOf(id)];

    public Instant DueOf(long id) => rehearsal.People[SampleOf(id)].Due ?? Instant.MinValue;

    /// <summary>One line each: which of several numbers rings is not rehearsed.</summary>
    public Dossier Of(long id) => rehearsal.People[SampleOf(id)].Dossier with { Prospect = new ProspectId(id), Customer = new CustomerId(id), List = null, Cells = [], Numbers = [], UnderWay = null };
}
