using Plateau.Core.Prospecting;
using Plateau.Simulation;

namespace Plateau.Specs.Simulation;

/// <summary>Asking what would come of a day: the same machine, the same luck for what is compared, and a range instead of one number.</summary>
public sealed class WhatIfSpecs
{
    private static readonly Scenario Short = new() { Name = "short", Minutes = 40, Agents = 6, Customers = new() { Count = 400 } };

    private static Expectation Live(Scenario scenario, IReadOnlyList<long> seeds) => WhatIf.Live(scenario, seeds, null, null, TestContext.Current.CancellationToken);

    [Theory]
    [InlineData(DialMode.Progressive)]
    [InlineData(DialMode.Predictive)]
    public void A_day_that_is_only_asked_about_goes_as_one_that_is_written_down(DialMode mode)
    {
        var day = Short with { Mode = mode };
        var written = new World(day, 7).Run();
        var asked = new World(day, 7, asks: true).Run();
        asked.Should().BeEquivalentTo(written, options => options.Excluding(figures => figures.Fingerprint));
        written.Violations.Should().BeEmpty();
    }

    [Fact]
    public void The_same_question_has_the_same_answer()
    {
        var seeds = new long[] { 1, 2, 3 };
        Live(Short, seeds).Should().BeEquivalentTo(Live(Short, seeds));
    }

    [Fact]
    public void Figures_stand_in_order_and_are_those_of_the_lives()
    {
        var answer = Live(Short, [1, 2, 3, 4, 5]);
        answer.Lives.Should().Be(5);
        foreach (var span in new[] { answer.Attempts, answer.Reached, answer.Successes, answer.Refusals, answer.Busy, answer.Abandoned, answer.TalkHours })
            (span.Least <= span.Middle && span.Middle <= span.Most).Should().BeTrue();
        var attempts = Enumerable.Range(1, 5).Select(seed => (double)new World(Short, seed).Run().Attempts).Order().ToList();
        (answer.Attempts.Least, answer.Attempts.Middle, answer.Attempts.Most).Should().Be((attempts[0], attempts[2], attempts[4]));
    }

    [Fact]
    public void A_short_list_is_finished_and_a_long_one_is_not()
    {
        var finished = Live(Short with { Customers = Short.Customers with { Count = 30, InReunion = 0, Answers = 900_000, Machines = 0, Busy = 0, Unallocated = 0, Declines = 0, Congested = 0, DeadCarrier = 0, HangUpAtOnce = 0 } }, [1]);
        (finished.Finished, finished.FinishedAfter is { Middle: > 0 and < 45 }).Should().Be((1, true));
        Live(Short with { Customers = Short.Customers with { Count = 5000 } }, [1]).FinishedAfter.Should().BeNull();
    }

    [Theory]
    [InlineData("agents=9", 9, DialMode.Progressive, 400)]
    [InlineData("mode=predictive", 6, DialMode.Predictive, 400)]
    [InlineData("customers.count=70", 6, DialMode.Progressive, 70)]
    public void One_thing_is_changed_and_the_rest_stays(string change, int agents, DialMode mode, int people)
    {
        var changed = WhatIf.Changed(Short, change);
        (changed.Agents, changed.Mode, changed.Customers.Count, changed.Minutes).Should().Be((agents, mode, people, Short.Minutes));
    }

    [Theory]
    [InlineData("agent=9", "agent is nothing that a scenario has")]
    [InlineData("customers.agents=9", "customers.agents is nothing that a scenario has")]
    [InlineData("people.count=9", "people.count is nothing that a scenario has")]
    [InlineData("agents", "give a name and a value")]
    [InlineData("agents=many", "agents can't be many")]
    [InlineData("agents=-1", "give from 0 to 100000")]
    public void What_can_not_be_changed_is_said_with_its_remedy(string change, string said)
    {
        var asking = () => WhatIf.Changed(Short, change);
        asking.Should().Throw<FormatException>().WithMessage($"*{said}*");
    }

    [Fact]
    public void A_question_that_nobody_wants_answered_any_more_ends()
    {
        using var stop = new CancellationTokenSource();
        var asking = () => WhatIf.Live(Short, [1, 2, 3], share => { if (share > 0.2) stop.Cancel(); }, null, stop.Token);
        asking.Should().Throw<OperationCanceledException>();
    }
}
