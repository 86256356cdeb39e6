using NodaTime;
using Plateau.Core.Clients;
using Plateau.Core.Compliance;
using Plateau.Core.Floors;
using Plateau.Core.Interactions;
using Plateau.Core.Prospecting;
using Plateau.Simulation;

namespace Plateau.Specs.Simulation;

/// <summary>A real campaign's day, lived through before it comes: the law finds in its people what it will find in the morning.</summary>
public sealed class RehearsalSpecs
{
    private static readonly ClientId Acme = new("aurore");
    private static readonly Instant Ten = Instant.FromUtc(2026, 11, 24, 9, 0);
    private static readonly CampaignSettings Campaign = new(new("spring"), 7, "Spring", Acme, new("sales"), DialMode.Preview, new("their-carrier"), "+33199001234", "solar", [new("spring")])
    {
        Competences = new Dictionary<string, int> { ["solar"] = 3 },
        Recycling = new Dictionary<Outcome, RecyclingRule>(),
    };

    /// <summary>An hour in which nobody answers, so that each who may be called is called once.</summary>
    private static readonly Scenario Hour = new()
    {
        Name = "hour", Start = Ten, Minutes = 60, Agents = 30,
        Customers = new() { Count = 60, Answers = 0, Machines = 0, Busy = 0, Unallocated = 0, Declines = 0, Congested = 0, DeadCarrier = 0, HangUpAtOnce = 0, WithoutConsent = 1_000_000 },
    };

    private static Sampled Person(int number, bool consents = true, bool opposed = false, string zone = "Europe/Paris", int called = 0, Instant? due = null) => new(
        new Dossier(new(number), new(number), Acme, Audience.Consumer, "FR", [zone], null,
            consents ? [new Consent($"form-{number}", Acme, ["solar"], Ten - Duration.FromDays(30), Ten + Duration.FromDays(200)) { Form = ConsentForm.Attested }] : [], [], [],
            opposed ? [new Opposition(Ten - Duration.FromDays(2), "said so")] : [], [.. Enumerable.Range(1, called).Select(days => (PastCall)(Ten - Duration.FromDays(days)))], called),
        due);

    /// <summary>Of six: one who may be called, one without consent, one who objected, one where it is night, one called four times, one who rests until tomorrow.</summary>
    private static readonly Rehearsal Six = new(Campaign, new Client(Acme, "Aurore", []),
        [Person(1), Person(2, consents: false), Person(3, opposed: true), Person(4, zone: "America/Martinique"), Person(5, called: 4), Person(6, due: Ten + Duration.FromDays(1))]);

    private static Expectation Live(Scenario day, Rehearsal? rehearsal) => WhatIf.Live(day, [1], null, rehearsal, TestContext.Current.CancellationToken);

    [Theory, InlineData(6), InlineData(60), InlineData(600)]
    public void Each_of_the_sample_stands_for_as_many_as_any_other(int people)
    {
        var lived = Live(Hour with { Agents = people, Customers = Hour.Customers with { Count = people } }, Six);
        lived.Attempts.Middle.Should().Be(people / 6);
        lived.RefusedBy.ToDictionary(each => each.Rule, each => each.Calls.Middle).Should().BeEquivalentTo(new Dictionary<string, double>
        {
            ["FR-B2C-CONSENT"] = people / 6, ["FR-B2C-OPPOSITION"] = people / 6, ["FR-B2C-FREQ-4-30"] = people / 6,
        }, "where it is night nobody is even asked about, and whoever rests is not called");
    }

    [Fact]
    public void Nobody_invented_is_among_them_and_without_a_list_everybody_is()
    {
        Live(Hour, Six with { People = [Person(1)] }).Attempts.Middle.Should().Be(60, "the scenario would have given nobody a consent");
        Live(Hour, null).Attempts.Middle.Should().Be(0);
    }

    [Fact]
    public void They_are_called_again_as_the_campaign_says()
    {
        var again = new Dictionary<Outcome, RecyclingRule> { [Outcome.NoAnswer] = new(Duration.FromMinutes(10), 3) };
        var one = Six with { People = [Person(1)] };
        Live(Hour, one with { Campaign = Campaign with { Recycling = again } }).Attempts.Middle.Should().Be(3 * 60);
    }

    [Fact]
    public void The_order_of_the_list_is_kept()
    {
        var world = new World(Hour with { Minutes = 3, Agents = 1, Customers = Hour.Customers with { Count = 12 } }, 1, keep: true, rehearsal: Six with { People = [Person(1), Person(2, consents: false)] });
        world.Run().Violations.Should().BeEmpty();
        var placed = world.Journal.Select(fact => FactJson.Read(fact.Name, fact.Data)).OfType<AttemptPlaced>().Select(call => call.Prospect.Value).ToList();
        placed.Should().HaveCountGreaterThan(2).And.BeSubsetOf([1, 2, 3, 4, 5, 6]).And.BeInAscendingOrder();
    }
}
