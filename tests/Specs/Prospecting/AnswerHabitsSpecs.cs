using CsCheck;
using NodaTime;
using Plateau.Core.Compliance;
using Plateau.Core.Interactions;
using Plateau.Core.Prospecting;

namespace Plateau.Specs.Prospecting;

/// <summary>When people answer is learnt from calls: much from many, little from few.</summary>
public sealed class AnswerHabitsSpecs
{
    private static readonly ListId List = new("list");

    private static readonly Gen<HabitCount> Count = Gen.Select(Gen.Int[1, 2], Gen.Int[0, 2], Gen.Int[1, 5], Gen.Int[0, 3], Gen.Int[0, 400], Gen.Double[0, 1])
        .Select((audience, list, day, part, calls, share) => new HabitCount((Audience)audience, new ListId($"list-{list}"), (IsoDayOfWeek)day, (DayPart)part, calls, (int)(calls * share)));

    private static double Evening(IEnumerable<HabitCount> counts) => new AnswerHabits(counts).Of(Audience.Consumer, List)!(IsoDayOfWeek.Tuesday, DayPart.Evening);

    private static HabitCount On(DayPart part, int calls, int answers, IsoDayOfWeek day = IsoDayOfWeek.Tuesday) => new(Audience.Consumer, List, day, part, calls, answers);

    [Fact]
    public void A_rate_is_a_share_and_does_not_hang_on_the_order_of_the_counts() =>
        Count.List[1, 30].Sample(counts =>
        {
            if (counts.Sum(count => count.Calls) == 0) return;
            var forward = new AnswerHabits(counts);
            var backward = new AnswerHabits(counts.AsEnumerable().Reverse());
            foreach (var each in counts)
            {
                var rate = forward.Of(each.Audience, each.List)!(each.Day, each.Part);
                rate.Should().BeInRange(0, 1);
                backward.Of(each.Audience, each.List)!(each.Day, each.Part).Should().Be(rate);
            }
        });

    [Fact]
    public void One_more_answer_never_lowers_the_rate_and_one_more_call_in_vain_never_raises_it() =>
        Count.List[1, 20].Sample(counts =>
        {
            var one = On(DayPart.Evening, 20, 5);
            var before = Evening([.. counts, one]);
            Evening([.. counts, one with { Answers = 6 }]).Should().BeGreaterThanOrEqualTo(before);
            Evening([.. counts, one with { Calls = 21 }]).Should().BeLessThanOrEqualTo(before + 1e-12);
        });

    [Fact]
    public void Ten_calls_say_little_and_ten_thousand_say_all()
    {
        HabitCount[] rest = [On(DayPart.Morning, 5_000, 1_000), On(DayPart.Afternoon, 5_000, 1_000)];
        Evening([.. rest, On(DayPart.Evening, 10, 9)]).Should().BeLessThan(0.35);
        Evening([.. rest, On(DayPart.Evening, 10_000, 6_000)]).Should().BeApproximately(0.6, 0.02);
    }

    [Fact]
    public void A_segment_nobody_called_yet_is_taken_for_the_whole()
    {
        var habits = new AnswerHabits([On(DayPart.Morning, 4_000, 400), On(DayPart.Evening, 4_000, 1_600)]);
        var stranger = habits.Of(Audience.Professional, new ListId("other"))!;
        stranger(IsoDayOfWeek.Tuesday, DayPart.Evening).Should().BeApproximately(habits.At(IsoDayOfWeek.Tuesday, DayPart.Evening), 0.001);
        habits.BestOf(Audience.Consumer, List)!.Part.Should().Be(DayPart.Evening);
        habits.BestOf(Audience.Professional, new ListId("other")).Should().BeNull("nothing was learnt of them");
    }

    [Theory]
    [InlineData(400, 1_600, 2, 0)]
    [InlineData(1_000, 1_000, 1, 1)]
    [InlineData(1_000, 1_050, 1, 1)]
    [InlineData(1_600, 400, 0, 2)]
    public void A_good_hour_is_one_in_which_they_answer_more_than_they_use_to(int morning, int evening, int turnInTheMorning, int turnInTheEvening)
    {
        var habits = new AnswerHabits([On(DayPart.Morning, 4_000, morning), On(DayPart.Evening, 4_000, evening)]);
        habits.TurnOf(Audience.Consumer, List, new LocalDateTime(2026, 11, 24, 10, 30)).Should().Be(turnInTheMorning);
        habits.TurnOf(Audience.Consumer, List, new LocalDateTime(2026, 11, 24, 18, 0)).Should().Be(turnInTheEvening);
    }

    [Fact]
    public void Few_calls_and_none_leave_the_order_as_it_is()
    {
        new AnswerHabits([On(DayPart.Morning, 3, 0), On(DayPart.Evening, 3, 2)]).TurnOf(Audience.Consumer, List, new LocalDateTime(2026, 11, 24, 18, 0)).Should().Be(1);
        new AnswerHabits([]).TurnOf(Audience.Consumer, List, new LocalDateTime(2026, 11, 24, 18, 0)).Should().Be(1);
    }

    [Fact]
    public void Nothing_learnt_says_nothing() => new AnswerHabits([]).Of(Audience.Consumer, List).Should().BeNull();
}
