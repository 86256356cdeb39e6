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

    /// <summary>One in two hundred until something was heard, worth twenty truths.</summary>
    [Theory]
    [InlineData(0, 0, 1000, 5, "the guess"), InlineData(1, 1, 49, 3, "one truth is worth little"), InlineData(20, 0, 1000, 3, "all were machines"), InlineData(20, 1, 1000, 28, "one in twenty, half believed")]
    [InlineData(19, 19, 1000, 490, "half of what was heard, before the twentieth too"), InlineData(2000, 100, 1000, 50, "many are believed"), InlineData(40, 3, 101, 5, "rounded")]
    public void Whoever_was_taken_for_a_machine_and_hung_up_on_counts_as_abandoned(int heard, int persons, int hungUpOn, int misjudged, string because)
    {
        var detection = new Detection(heard + hungUpOn, heard, heard, persons, 0, 0);
        detection.Misjudged(hungUpOn).Should().Be(misjudged, because);
        new CallCounts().AbandonedShare.Should().BeNull();
        if (heard == 0) return;
        var (least, most) = detection.PersonsRange;
        least.Should().BeLessThanOrEqualTo((double)persons / heard).And.BeGreaterThanOrEqualTo(0);
        most.Should().BeGreaterThanOrEqualTo((double)persons / heard).And.BeLessThanOrEqualTo(1);
    }

    /// <summary>Two in a hundred are heard, and among them one in so many is a person: at no truth, the twentieth or another, do many become abandoned at once.</summary>
    [Theory, InlineData(10), InlineData(33), InlineData(1000)]
    public void No_truth_makes_many_abandoned_at_once_and_all_together_tell_the_truth(int oneIn)
    {
        var detection = Detection.None;
        var before = 0;
        while (detection.Checked < 2000)
        {
            var heard = detection.HangUp().Wants(0.02);
            detection = heard ? detection.Sample().Tell(true, (detection.Checked + 1) % oneIn == 0 ? DispositionEffect.Refusal : DispositionEffect.Machine) : detection.HangUp();
            var misjudged = detection.Misjudged(detection.HungUpOn);
            misjudged.Should().BeInRange(before - 5, before + 50, $"a person heard stands for fifty at most, at {detection}");
            before = misjudged;
        }
        ((double)before / detection.HungUpOn).Should().BeApproximately(1.0 / oneIn, 0.002);
    }

    [Fact]
    public void The_first_truths_come_soon_and_then_as_many_as_were_asked_for()
    {
        var detection = Detection.None;
        for (var machine = 1; machine <= 200; machine++) detection = detection.HangUp().Wants(0.02) ? detection.Sample().Tell(true, DispositionEffect.Machine) : detection.HangUp();
        detection.Checked.Should().Be(20);
        for (var machine = 201; machine <= 5000; machine++) detection = detection.HangUp().Wants(0.02) ? detection.Sample().Tell(true, DispositionEffect.Machine) : detection.HangUp();
        detection.Checked.Should().Be(100);
        Detection.None.HangUp().Wants(0).Should().BeFalse();
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

    /// <summary>A day's report is told by all that was heard until its end: by yesterday's truths too, and never by tomorrow's.</summary>
    [Fact]
    public void What_is_heard_tomorrow_changes_nothing_of_today_and_what_was_heard_yesterday_counts()
    {
        var script = Detecting(0.1).Ready("ann").Bring([.. Enumerable.Range(1, 90).Select(id => Prospect(id))]);
        for (var call = 1; call <= 90; call++)
            if (script.Answered(call, AnsweredBy.Machine).Facts.OfType<MachineSampled>().Any()) script.Joined(call).Ended(call).Disposed(call, "refusal");
        var ledger = new CallLedger(DateTimeZone.Utc);
        var monday = script.Now.InUtc().Date.AtMidnight();
        foreach (var fact in script.Journal) ledger.Count(fact);
        var detection = script.Floor.Rooms[Spring].Detection;
        var before = Of(monday);
        before.Should().Be(detection.Misjudged(detection.HungUpOn)).And.BeGreaterThan(10);
        foreach (var fact in script.Journal) ledger.Count(fact with { At = fact.At + Duration.FromDays(1) });
        Of(monday).Should().Be(before);
        Of(monday.PlusDays(1)).Should().Be(detection.Add(detection).Misjudged(detection.HungUpOn)).And.BeGreaterThan(before);

        int Of(LocalDateTime day) => ledger.HoursOf(Spring, day, day.PlusDays(1)).Sum(hour => hour.Counts.Misjudged);
    }

    /// <summary>Every hundredth person is hung up on as if they were a machine; what is left of the budget is spent, and the floor, the board and the report say the same of the day.</summary>
    [Theory, InlineData(1), InlineData(2)]
    public void Persons_taken_for_machines_use_up_the_budget_and_are_told_alike_everywhere(int seed)
    {
        var day = new Scenario { Name = "misjudged", Mode = DialMode.Predictive, AbandonmentLimit = 0.03, Start = Instant.FromUtc(2026, 11, 24, 13, 0), Minutes = 240, Agents = 30, Customers = new() { Count = 9000, TakenForMachine = 10_000 } };
        var world = new World(day, seed, keep: true);
        var figures = world.Run();
        var room = world.Floor.Rooms.Values.Single();
        var ledger = new CallLedger(DateTimeZone.Utc);
        foreach (var fact in world.Journal.Select(entry => FactJson.Read(entry.Name, entry.Data))) ledger.Count(fact);
        var report = ledger.HoursOf(ledger.Campaigns.Single()).Aggregate(new CallCounts(), (sum, hour) => sum.Add(hour.Counts));
        var machines = figures.Outcomes["machine"];
        report.Misjudged.Should().BeGreaterThan(0).And.Be(room.Detection.Misjudged(machines));
        (report.Abandoned + report.Misjudged, report.AnsweredByPerson + report.Misjudged).Should().Be((room.Budget!.Abandoned, room.Budget.Humans));
        report.AbandonedShare.Should().BeInRange(0.02m, 0.031m);
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
