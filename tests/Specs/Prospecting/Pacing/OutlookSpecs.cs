using Plateau.Core.Prospecting.Pacing;

namespace Plateau.Specs.Prospecting.Pacing;

public sealed class OutlookSpecs
{
    private readonly Outlook outlook;

    public OutlookSpecs()
    {
        outlook = new Outlook(new RingLaw(0.3, 12, 30));
        outlook.Use(new LengthLaw(Ages.OfTalking, 180, 1), new LengthLaw(Ages.OfWrappingUp, 37, 0.8), 1.75);
    }

    [Fact]
    public void One_free_agent_and_no_other_call_is_no_risk_at_all()
    {
        outlook.Look(new PacingView { Idle = 1, LoggedIn = 1 }, 0.3, 0);
        outlook.NoAgent().Should().Be(0);
        outlook.Add();
        outlook.NoAgent().Should().BeInRange(0.05, 0.2, "one call in three is answered, and half of those before the next");
    }

    [Fact]
    public void Nobody_free_and_nobody_busy_is_certain_abandonment()
    {
        outlook.Look(new PacingView { Idle = 0, LoggedIn = 1 }, 0.3, 0);
        outlook.NoAgent().Should().Be(1);
    }

    [Fact]
    public void Each_further_call_makes_it_likelier_that_the_next_finds_nobody()
    {
        foreach (var size in (int[])[1, 8, 60])
        {
            outlook.Look(Floor(size), 0.3, 0.002);
            var before = outlook.NoAgent();
            for (var call = 0; call < 3 * size; call++)
            {
                outlook.Add();
                outlook.NoAgent().Should().BeGreaterThanOrEqualTo(before - 0.01, $"call {call} of a floor {size} times as large");
                before = outlook.NoAgent();
            }
        }
    }

    [Fact]
    public void Few_summed_one_by_one_and_many_by_the_normal_law_agree_where_they_meet()
    {
        outlook.Look(Floor(10), 0.3, 0.001);
        for (var call = 0; call < 60; call++)
        {
            var before = outlook.NoAgent();
            outlook.Add();
            (outlook.NoAgent() - before).Should().BeInRange(-0.012, 0.06, $"after {call} further calls");
        }
    }

    [Fact]
    public void An_answer_rate_that_is_only_believed_makes_it_riskier()
    {
        outlook.Look(Floor(60), 0.3, 0);
        var sure = outlook.NoAgent();
        outlook.Look(Floor(60), 0.3, 0.01);
        outlook.NoAgent().Should().BeGreaterThan(sure);
    }

    /// <summary>Two talk, one writes, one is free and three calls ring, so many times.</summary>
    private static PacingView Floor(int times)
    {
        var view = new PacingView { Idle = times, LoggedIn = 4 * times };
        view.Talk.Add(40, times);
        view.Talk.Add(200, times);
        view.WrapUp.Add(10, times);
        view.Ring.Add(3, times);
        view.Ring.Add(9, times);
        view.Ring.Add(16, times);
        return view;
    }
}
