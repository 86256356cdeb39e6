using Plateau.Core.Prospecting.Pacing;
using Plateau.Simulation.Pacing;

namespace Plateau.Specs.Prospecting.Pacing;

/// <summary>Whole days with what made earlier pacers fail: the day's abandonment keeps below its limit, and agents talk more than one call for each would let them.</summary>
public sealed class PacerSpecs
{
    public static TheoryData<string, DayTerms, double> Traps => new()
    {
        { "an ordinary day of few", new DayTerms(8), 0.03 },
        { "an ordinary day of many", new DayTerms(60), 0.03 },
        { "a tight budget", new DayTerms(30), 0.01 },
        { "everybody comes in the first second", new DayTerms(60) { AllAtOnce = true, Seconds = 2 * 3600 }, 0.03 },
        { "a day full of meetings", new DayTerms(25) { Meetings = 6 }, 0.03 },
        { "people answer twice as often of a sudden", new DayTerms(40) { ShockAtHalf = 2 }, 0.03 },
        { "people answer hardly at all of a sudden", new DayTerms(40) { ShockAtHalf = 0.3 }, 0.03 },
    };

    [Theory, MemberData(nameof(Traps))]
    public void The_budget_is_kept_and_agents_talk(string what, DayTerms terms, double limit)
    {
        for (var seed = 901; seed <= 902; seed++)
        {
            var paced = new DialDay(seed, terms).Run(new PacerPolicy(terms, limit));
            var progressive = new DialDay(seed, terms).Run(new FixedRatio(1));
            paced.AbandonedShare.Should().BeLessThanOrEqualTo(limit, $"{what}, seed {seed}, {paced}");
            paced.Idle.Should().BeLessThan(0.85 * progressive.Idle, $"{what}, seed {seed}");
        }
    }

    /// <summary>Fourteen times a day the answer rate leaps from 6 to 60 % or back: calls made while hardly anybody answers are answered all at once.</summary>
    [Theory, InlineData(20, 0.03), InlineData(50, 0.01)]
    public void A_day_of_leaps_keeps_its_budget(int agents, double limit)
    {
        var terms = new DayTerms(agents) { TurnsEvery = 1800 };
        for (var seed = 921; seed <= 924; seed++)
        {
            new DialDay(seed, terms).Run(new PacerPolicy(terms, limit)).AbandonedShare.Should().BeLessThanOrEqualTo(limit, $"seed {seed}");
            new DialDay(seed, terms).Run(new FloorsPacerPolicy(limit)).AbandonedShare.Should().BeLessThanOrEqualTo(limit, $"of a day that may stop at any moment, seed {seed}");
        }
    }

    [Fact]
    public void Everybody_at_once_is_no_reason_to_call_everybody()
    {
        var terms = new DayTerms(200) { AllAtOnce = true, Seconds = 300, Meetings = 0 };
        for (var seed = 911; seed <= 916; seed++)
            new DialDay(seed, terms).Run(new PacerPolicy(new Pacer(PacerPolicy.TermsOf(terms with { Seconds = 8 * 3600 }, 0.03))))
                .AbandonedShare.Should().BeLessThan(0.20, $"of the first minutes alone, seed {seed}");
    }

    [Fact]
    public void Without_a_budget_only_free_agents_are_called_for()
    {
        var pacer = new Pacer(new PacingTerms(5, 28_800, 0.5, 2, 0, 30));
        pacer.Decide(new PacingView { Idle = 1, LoggedIn = 5 }).Dial.Should().Be(1);
        var view = new PacingView { At = 0.5, Idle = 1, LoggedIn = 5 };
        view.Ring.Add(0.5);
        var decision = pacer.Decide(view);
        (decision.Dial, decision.Why).Should().Be((0, Held.BudgetSpent));
    }

    /// <summary>Four mornings of the model, once with the pacer alone and once with the whole floor around it: once the floor's looks taught it a wrong answer rate, and agents waited a quarter longer.</summary>
    [Theory, InlineData(8, 0.03), InlineData(25, 0.03), InlineData(25, 0.01)]
    public void The_floor_itself_paces_as_its_pacer_does_alone(int agents, double limit)
    {
        var terms = new DayTerms(agents) { Seconds = 4 * 3600 };
        long[] seeds = [1, 2, 3, 4];
        var alone = seeds.Select(seed => new DialDay(seed, terms).Run(new FloorsPacerPolicy(limit))).ToList();
        var floor = seeds.Select(seed => new FloorDay(seed, terms, limit).Run()).ToList();
        floor.Should().OnlyContain(day => day.AbandonedShare <= limit);
        floor.Average(day => day.Busy).Should().BeApproximately(alone.Average(day => day.Busy), 0.02);
        floor.Average(day => day.AbandonedShare).Should().BeApproximately(alone.Average(day => day.AbandonedShare), 0.004);
        ((double)floor.Sum(day => day.Humans)).Should().BeApproximately(alone.Sum(day => day.Humans), 0.05 * alone.Sum(day => day.Humans));
    }

    [Fact]
    public void With_nobody_logged_in_nothing_is_dialled()
    {
        var decision = new Pacer(new PacingTerms(5, 28_800, 0.5, 2, 0.03, 30)).Decide(new PacingView { Idle = 3 });
        (decision.Dial, decision.Why).Should().Be((0, Held.NobodyThere));
    }

    [Fact]
    public void A_decision_can_be_read()
    {
        var terms = new DayTerms(12) { Seconds = 3600 };
        var policy = new PacerPolicy(terms, 0.03);
        var day = new DialDay(21, terms)
        {
            Seen = (view, dialled) =>
            {
                var read = policy.Last;
                (read.Dial, read.Free, read.InFlight).Should().Be((dialled, view.Idle - view.Waiting, view.Ring.Total - dialled));
                if (read.Why is Held.Risk) read.NoAgent.Should().BeGreaterThan(read.Risk);
                if (read.Why is Held.BudgetSpent) read.BudgetLeft.Should().BeLessThanOrEqualTo(0);
                read.AnswerRate.Should().BeInRange(0.01, 0.99);
                read.ExpectedFree.Should().BeInRange(0, 12);
            },
        };
        day.Run(policy).Humans.Should().BePositive();
    }

    [Fact]
    public void The_same_looks_bring_the_same_decisions()
    {
        var terms = new DayTerms(30) { Seconds = 3600 };
        new DialDay(31, terms).Run(new PacerPolicy(terms, 0.03)).Should().Be(new DialDay(31, terms).Run(new PacerPolicy(terms, 0.03)));
    }
}
