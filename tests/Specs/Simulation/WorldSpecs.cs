using NodaTime;
using Plateau.Core.Floors;
using Plateau.Core.Prospecting;
using Plateau.Simulation;

namespace Plateau.Specs.Simulation;

public sealed class WorldSpecs
{
    private static readonly Scenario Morning = new() { Name = "morning", Minutes = 90, Agents = 12, Customers = new() { Count = 600 } };

    [Fact]
    public void The_same_seed_lives_the_same_day()
    {
        var first = new World(Morning, 42).Run();
        var second = new World(Morning, 42).Run();
        second.Fingerprint.Should().Be(first.Fingerprint);
        new World(Morning, 43).Run().Fingerprint.Should().NotBe(first.Fingerprint);
    }

    [Fact]
    public void One_more_agent_does_not_reshuffle_the_customers()
    {
        var customers = new Customers(Morning, 42, new("acme"));
        var same = new Customers(Morning with { Agents = 13 }, 42, new("acme"));
        for (var id = 1; id <= 600; id++)
            same.Respond(new(id), 1).Should().Be(customers.Respond(new(id), 1));
    }

    [Theory]
    [InlineData(DialMode.Progressive, true)]
    [InlineData(DialMode.Progressive, false)]
    [InlineData(DialMode.Preview, true)]
    [InlineData(DialMode.Power, true)]
    [InlineData(DialMode.Predictive, true)]
    [InlineData(DialMode.Predictive, false)]
    public void A_quiet_day_breaks_nothing(DialMode mode, bool detect)
    {
        for (var seed = 1; seed <= 5; seed++)
        {
            var world = new World(Morning with { Mode = mode, DetectMachines = detect }, seed);
            var figures = world.Run();
            figures.Violations.Should().BeEmpty($"seed {seed}");
            figures.Attempts.Should().BeGreaterThan(100);
            figures.Attempts.Should().Be(figures.Permits).And.Be(world.Invites);
            figures.Refusals.Keys.Should().Contain(["FR-B2C-CONSENT", "FR-B2C-OPPOSITION", "FR-B2C-FREQ-4-30"]).And.NotContain("FR-B2C-HOURS", "whoever only the hour keeps waits for it");
            figures.Outcomes.Values.Sum().Should().Be(figures.Attempts, "every attempt ends");
        }
    }

    [Fact]
    public void Faults_cost_calls_but_break_nothing()
    {
        for (var seed = 1; seed <= 25; seed++)
        {
            var figures = new World(Morning, seed, new Faults(60_000, 60_000, 20_000, 5 * 60_000)).Run();
            figures.Violations.Should().BeEmpty($"seed {seed}");
            figures.Dispositions.Values.Sum().Should().BeGreaterThan(20, "the floor goes on working (seed {0})", seed);
        }
    }

    [Fact]
    public void A_day_meets_all_that_can_happen_in_a_conversation()
    {
        var lively = Morning with { Workforce = new() { Consults = 300_000, BlindTransfers = 200_000, LosesTelephone = 150_000, Monitored = 300_000 } };
        for (var seed = 1; seed <= 5; seed++)
        {
            var world = new World(lively, seed, new Faults(), keep: true);
            world.Run().Violations.Should().BeEmpty($"seed {seed}");
            world.Journal.Select(fact => fact.Name).Should().Contain(["transferred", "consult-ended", "customer-parked", "agent-left-call", "telephone-returned", "monitor-started", "monitor-ended"], $"seed {seed}");
        }
    }

    [Fact]
    public void A_replay_counts_what_was_counted_live()
    {
        var world = new World(Morning, 7, new Faults(), keep: true);
        var live = world.Run();
        var replay = new Tally();
        var floor = new Floor();
        foreach (var (name, data) in world.Journal)
        {
            var fact = FactJson.Read(name, data);
            replay.Count(fact, data);
            floor.Fold(fact);
        }
        replay.Figures.Should().BeEquivalentTo(live);
        Write(floor).Should().Be(Write(world.Floor), "a floor that folds a journal is the floor that wrote it");
    }

    [Fact]
    public void A_snapshot_and_its_tail_give_the_same_floor_as_the_whole_journal()
    {
        var world = new World(Morning, 11, new Faults(), keep: true);
        world.Run();
        for (var next = 0; next <= world.Journal.Count; next += 997)
        {
            // A permit and its dial are one decision: no snapshot is ever taken between the two.
            var cut = next > 0 && world.Journal[next - 1].Name == "attempt-permitted" ? next + 1 : next;
            var before = Folded(new Floor(), world.Journal.Take(cut));
            var restored = Floor.Restore(System.Text.Json.JsonSerializer.Deserialize<Snapshot>(Write(before), FactJson.Options)!);
            var whole = Folded(restored, world.Journal.Skip(cut));
            Write(whole).Should().Be(Write(world.Floor), $"cut after {cut} facts");
        }
    }

    [Fact]
    public void A_misspelt_word_in_a_scenario_is_named_with_its_line()
    {
        var parse = () => Scenario.Parse("""
            {
              "agents": 5,
              "custommers": {}
            }
            """);
        parse.Should().Throw<FormatException>().WithMessage("line 3*custommers*");
    }

    [Fact]
    public void What_a_scenario_does_not_say_is_as_it_always_is()
    {
        Scenario.Parse("{}").Should().Be(new Scenario());
        Scenario.Parse("""{ "start": "2026-11-24T08:00:00Z", "mode": "predictive", /* a remark */ "customers": { "count": 7, }, "workforce": {}, "carrier": { "callsPerSecond": 3 } }""")
            .Should().Be(new Scenario
            {
                Start = Instant.FromUtc(2026, 11, 24, 8, 0), Mode = DialMode.Predictive, Customers = new CustomersModel { Count = 7 }, Carrier = new CarrierModel { CallsPerSecond = 3 },
            });
    }

    private static Floor Folded(Floor floor, IEnumerable<(string Name, byte[] Data)> journal)
    {
        foreach (var (name, data) in journal) floor.Fold(FactJson.Read(name, data));
        return floor;
    }

    /// <summary>The floor as text. Its clock is left out: it hears ticks that leave no fact.</summary>
    private static string Write(Floor floor) =>
        System.Text.Json.JsonSerializer.Serialize(floor.Photograph() with { Now = Instant.MinValue }, FactJson.Options);
}
