using System.Text.Json;
using NodaTime;
using Plateau.Core.Floors;
using Plateau.Core.Interactions;
using Plateau.Core.People;
using Plateau.Core.Prospecting;
using Plateau.Simulation;
using Plateau.Specs.Floors;
using static Plateau.Specs.Floors.FloorScript;

namespace Plateau.Specs.Prospecting;

/// <summary>Answering-machine detection is measured by what agents hear, and whom it misjudged was abandoned.</summary>
public sealed class DetectionSpecs
{
    private static FloorScript Detecting(double sample, DialMode mode = DialMode.Progressive) =>
        new(settings => settings with { DetectMachines = true, MachineSample = sample, Mode = mode, PowerRatio = 1, Notice = "notice" });

    [Fact]
    public void A_sample_of_machines_goes_to_an_agent_and_the_others_are_hung_up_on()
    {
        var script = Detecting(0.2).Ready("ann").Bring([.. Enumerable.Range(1, 12).Select(id => Prospect(id))]);
        for (var call = 1; call <= 11; call++)
        {
            script.Answered(call, AnsweredBy.Machine);
            if (call is not (1 or 6 or 11))
            {
                script.The<AttemptEnded>().Outcome.Should().Be(Outcome.Machine);
                continue;
            }
            script.The<MachineSampled>().Attempt.Should().Be(Attempt(call));
            script.Joined(call).Ended(call).Disposed(call, "machine");
        }
        script.Floor.Rooms[Spring].Detection.Should().Be(new Detection(11, 3, 3, 0, 0, 0));
    }

    [Fact]
    public void With_no_share_to_be_heard_every_machine_is_hung_up_on() =>
        Detecting(0).Ready("ann").Bring(Prospect(1)).Answered(1, AnsweredBy.Machine).The<AttemptEnded>().Outcome.Should().Be(Outcome.Machine);

    [Fact]
    public void Where_no_result_says_a_machine_nothing_is_sampled_because_only_persons_would_be_heard_of()
    {
        var script = new FloorScript(settings => settings with
        {
            DetectMachines = true, MachineSample = 0.2,
            Dispositions = [.. StandardDispositions.Tree.SelectMany(node => node.Leaves()).Select(leaf => leaf.Effect == DispositionEffect.Machine ? leaf with { Effect = DispositionEffect.NotReached } : leaf)],
        });
        script.Ready("ann").Bring(Prospect(1)).Answered(1, AnsweredBy.Machine).The<AttemptEnded>().Outcome.Should().Be(Outcome.Machine);
    }

    [Fact]
    public void A_call_ahead_is_heard_only_while_an_agent_is_free()
    {
        var script = Detecting(0.2, DialMode.Power).Ready("ann").Bring(Prospect(1), Prospect(2)).Wait(1).Answered(1, AnsweredBy.Human).Joined(1);
        script.Ready("eve").Wait(1).Journal.OfType<AttemptPlaced>().Should().HaveCount(2);
        script.Send(new DeskWentAway(script.Now, new("eve"), "break"));
        script.Answered(2, AnsweredBy.Machine).The<AttemptEnded>().Outcome.Should().Be(Outcome.Machine, "nobody is there to hear it");
    }

    /// <summary>What the agent says counts as the truth; a result that does not say who answered counts as none, and so does one that the floor gave.</summary>
    [Theory]
    [InlineData(AnsweredBy.Machine, "machine", 1, 0, 0, 0), InlineData(AnsweredBy.Machine, "refusal", 1, 1, 0, 0), InlineData(AnsweredBy.Machine, "sale", 1, 1, 0, 0), InlineData(AnsweredBy.Machine, "silent", 0, 0, 0, 0)]
    [InlineData(AnsweredBy.Human, "machine", 0, 0, 1, 1), InlineData(AnsweredBy.Unsure, "opposition", 0, 0, 1, 0), InlineData(AnsweredBy.Human, "silent", 0, 0, 0, 0), InlineData(AnsweredBy.Human, null, 0, 0, 0, 0)]
    [InlineData(AnsweredBy.Unknown, "machine", 0, 0, 0, 0)]
    public void What_the_agent_says_is_the_truth(AnsweredBy by, string? code, int heardForTruth, int persons, int heard, int missed)
    {
        var script = Detecting(0.2).Ready("ann").Bring(Prospect(1)).Answered(1, by).Joined(1).Ended(1);
        script = code is null ? script.Wait(6 * 60) : script.Disposed(1, code);
        var taken = by == AnsweredBy.Machine ? 1 : 0;
        script.Floor.Rooms[Spring].Detection.Should().Be(new Detection(taken, taken, heardForTruth, persons, heard, missed));
        var ledger = new CallLedger(DateTimeZone.Utc);
        foreach (var fact in script.Journal) ledger.Count(fact);
        ledger.HoursOf(Spring).Single().Counts.Detection.Should().Be(script.Floor.Rooms[Spring].Detection, "reports count as the floor does");
    }

    [Theory]
    [InlineData(19, 19, 1000, 0, "too few were heard to say"), InlineData(20, 0, 1000, 0, "all were machines"), InlineData(20, 1, 1000, 50, "one in twenty"), InlineData(40, 3, 101, 8, "three in forty, rounded")]
    public void Whoever_was_taken_for_a_machine_and_hung_up_on_counts_as_abandoned(int heard, int persons, int hungUpOn, int misjudged, string because)
    {
        var detection = new Detection(heard + hungUpOn, heard, heard, persons, 0, 0);
        detection.Misjudged(hungUpOn).Should().Be(misjudged, because);
        new CallCounts().AbandonedShare.Should().BeNull();
        var (least, most) = detection.PersonsRange;
        least.Should().BeLessThanOrEqualTo((double)persons / heard).And.BeGreaterThanOrEqualTo(0);
        most.Should().BeGreaterThanOrEqualTo((double)persons / heard).And.BeLessThanOrEqualTo(1);
    }

    /// <summary>Figures of Wilson's interval as tables give them for 95 %.</summary>
    [Theory]
    [InlineData(0, 20, 0, 0.1611), InlineData(1, 20, 0.0089, 0.2361), InlineData(10, 20, 0.2993, 0.7007), InlineData(5, 100, 0.0215, 0.1118)]
    public void The_range_is_Wilsons(int persons, int heard, double least, double most)
    {
        var range = new Detection(heard, heard, heard, persons, 0, 0).PersonsRange;
        range.Least.Should().BeApproximately(least, 0.0005);
        range.Most.Should().BeApproximately(most, 0.0005);
    }

    [Fact]
    public void A_simulated_day_measures_the_error_that_was_put_into_it_and_a_restart_remembers()
    {
        var day = new Scenario { Name = "detection", Minutes = 240, Agents = 30, MachineSample = 0.2, Customers = new() { Count = 9000, TakenForMachine = 120_000, TakenForPerson = 50_000 } };
        var world = new World(day, 7, keep: true);
        world.Run().Violations.Should().BeEmpty();
        var measured = world.Floor.Rooms.Values.Single().Detection;
        // Of 300 who would answer and 250 machines in a thousand calls: 36 persons among 273.5 taken for machines, 12.5 machines among 276.5 let through.
        measured.PersonsShare.Should().BeApproximately(36 / 273.5, 0.04);
        measured.MissedShare.Should().BeApproximately(12.5 / 276.5, 0.03);
        ((double)measured.Sampled / measured.Machines).Should().BeApproximately(0.2, 0.01);
        var facts = world.Journal.Select(entry => FactJson.Read(entry.Name, entry.Data)).ToList();
        var again = Floor.Restore(JsonSerializer.Deserialize<Snapshot>(JsonSerializer.Serialize(world.Floor.Photograph(), FactJson.Options), FactJson.Options)!);
        again.Rooms.Values.Single().Detection.Should().Be(measured);
        var ledger = new CallLedger(DateTimeZone.Utc);
        foreach (var fact in facts) ledger.Count(fact);
        ledger.HoursOf(ledger.Campaigns.Single()).Aggregate(new CallCounts(), (sum, hour) => sum.Add(hour.Counts)).Detection.Should().Be(measured);
    }
}
