using NodaTime;
using Plateau.Core.Compliance;
using Plateau.Core.Floors;
using Plateau.Core.Interactions;
using Plateau.Core.Prospecting;
using Plateau.Simulation;

namespace Plateau.Specs.Floors;

public sealed class ReportSpecs
{
    private static readonly CampaignId Campaign = new("simulated");
    private static readonly DateTimeZone Casablanca = Zones.Named("Africa/Casablanca")!;
    private static readonly Scenario Morning = new() { Name = "morning", Minutes = 90, Agents = 12, Customers = new() { Count = 600 } };

    [Theory]
    [InlineData(DialMode.Progressive, false)]
    [InlineData(DialMode.Preview, false)]
    [InlineData(DialMode.Progressive, true)]
    public void What_is_added_up_by_hour_is_what_a_replay_counts(DialMode mode, bool faults)
    {
        for (var seed = 1; seed <= 5; seed++)
        {
            var world = new World(Morning with { Mode = mode, DetectMachines = true }, seed, faults ? new Faults(60_000, 60_000, 20_000, 5 * 60_000) : null, keep: true);
            var live = world.Run();
            var report = new CampaignReport(Campaign, Casablanca);
            foreach (var fact in Facts(world)) report.Count(fact);
            var counts = report.Counts;
            (counts.Attempts, counts.Answered, counts.Successes, counts.Abandoned).Should().Be((live.Attempts, live.Answered, live.Successes, live.Abandoned), $"seed {seed}");
            counts.Outcomes.Should().BeEquivalentTo(live.Outcomes, $"seed {seed}");
            counts.Dispositions.Should().BeEquivalentTo(live.Dispositions, $"seed {seed}");
            counts.Refusals.Should().BeEquivalentTo(live.Refusals, $"seed {seed}");
            counts.Refused.Should().Be(live.Refusals.Values.Sum());
            counts.Talk.TotalSeconds.Should().BeApproximately(live.TalkSeconds, 0.01);
            counts.Agents.Values.Sum(agent => agent.Successes).Should().Be(counts.Successes);
            counts.Attempts.Should().BeGreaterThan(100);
        }
    }

    [Fact]
    public void Days_kept_whole_hold_what_their_hours_held_and_calls_under_way_still_count_in_them()
    {
        var world = new World(Morning, 7, keep: true);
        world.Run();
        var facts = Facts(world).ToList();
        var (plain, condensed) = (new CallLedger(Casablanca), new CallLedger(Casablanca));
        var place = 0;
        foreach (var fact in facts)
        {
            plain.Count(fact, new ListId("invented"));
            condensed.Count(fact, new ListId("invented"));
            if (++place == facts.Count / 2) condensed.Condense(Morning.Start.InZone(Casablanca).Date.PlusDays(1));
        }
        condensed.HoursOf(Campaign).Should().ContainSingle().Which.Hour.TimeOfDay.Should().Be(LocalTime.Midnight);
        Sum(condensed).Should().BeEquivalentTo(Sum(plain));
        plain.HoursOf(Campaign).Should().HaveCountGreaterThan(1);
        Sum(plain).Lists[new ListId("invented")].Attempts.Should().Be(Sum(plain).Attempts);
        Sum(plain).Agents.Values.Sum(agent => agent.Reached).Should().Be(Sum(plain).Reached);
        Sum(plain).Agents.Values.Sum(agent => agent.Conversations).Should().BeGreaterThan(Sum(plain).Reached, "some were handed on");
    }

    [Fact]
    public void A_call_counts_in_the_hour_in_which_it_was_placed_by_the_centres_clock()
    {
        var ledger = new CallLedger(Zones.Paris);
        var placed = Instant.FromUtc(2026, 11, 23, 9, 59, 50);
        ledger.Count(new AttemptPlaced(placed, new("t-1"), Campaign, new(1), new("agent-1"), new("line"), DialMode.Progressive));
        ledger.Count(new AttemptAnswered(placed + Duration.FromSeconds(20), new("t-1"), AnsweredBy.Machine));
        ledger.Count(new AttemptEnded(placed + Duration.FromSeconds(30), new("t-1"), Campaign, new(1), Outcome.Machine, "machine", Verdict.Close("no-recycling")));
        var hour = ledger.HoursOf(Campaign).Should().ContainSingle().Which;
        hour.Hour.Should().Be(new LocalDateTime(2026, 11, 23, 10, 0));
        (hour.Counts.Answered, hour.Counts.AnsweredByPerson, hour.Counts.Outcomes["machine"]).Should().Be((1, 0, 1));
    }

    [Fact]
    public void A_call_that_is_passed_on_is_reached_once_and_a_conversation_of_both_agents()
    {
        var ledger = new CallLedger(Casablanca);
        var at = Instant.FromUtc(2026, 11, 23, 9, 0);
        ledger.Count(new AttemptPlaced(at, new("t-1"), Campaign, new(1), new("agent-1"), new("line"), DialMode.Progressive));
        ledger.Count(new Connected(at, new("t-1"), new("agent-1")));
        ledger.Count(new Connected(at + Duration.FromMinutes(1), new("t-1"), new("agent-2")));
        var counts = Sum(ledger);
        (counts.Reached, counts.Agents[new("agent-1")].Conversations, counts.Agents[new("agent-2")].Conversations).Should().Be((1, 1, 1));
        (counts.Agents[new("agent-1")].Reached, counts.Agents[new("agent-2")].Reached).Should().Be((0, 1), "it is the second agent's now, and the one row less");
    }

    [Fact]
    public void Counts_that_were_handed_out_do_not_change_and_shares_have_their_denominators()
    {
        var ledger = new CallLedger(Casablanca);
        var at = Instant.FromUtc(2026, 11, 23, 9, 0);
        var empty = Sum(ledger);
        (empty.ReachedShare, empty.SuccessShare, empty.AbandonedShare, empty.RefusedShare, empty.MeanTalk).Should().Be((null, null, null, null, null));
        for (var number = 1; number <= 4; number++)
            ledger.Count(new AttemptPlaced(at, new($"t-{number}"), Campaign, new(number), new("agent-1"), new("line"), DialMode.Progressive));
        var before = Sum(ledger);
        ledger.Count(new DialRefused(at, Campaign, new(9), new(9), new Refusal("FR-B2C-HOURS", "outside-hours", null, [])));
        ledger.Count(new Connected(at, new("t-1"), new("agent-1")));
        (before.Reached, before.Refused).Should().Be((0, 0));
        (Sum(ledger).ReachedShare, Sum(ledger).RefusedShare).Should().Be((0.25m, 0.2m));
    }

    private static CallCounts Sum(CallLedger ledger) => ledger.HoursOf(Campaign).Aggregate(new CallCounts(), (sum, hour) => sum.Add(hour.Counts));

    private static IEnumerable<Fact> Facts(World world) => world.Journal.Select(entry => FactJson.Read(entry.Name, entry.Data));
}
