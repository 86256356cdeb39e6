using CsCheck;
using NodaTime;
using NodaTime.Text;
using Plateau.Core.Compliance;
using Plateau.Core.Interactions;
using Plateau.Core.Prospecting;
using Plateau.Specs.Floors;
using static Plateau.Specs.Floors.FloorScript;

namespace Plateau.Specs.Prospecting;

/// <summary>After a rest somebody is called again: in another part of the day where the campaign wants it, when such people answer, and never outside the law.</summary>
public sealed class RecyclingMomentSpecs
{
    private static readonly DateTimeZone Paris = Zones.Paris;

    private static Instant At(string moment) => InstantPattern.General.Parse(moment).Value;

    private static Instant? Lawful(Instant from) => NextCall.Of(RuleBook.Standard, Settings(), Client(), Prospect(1), from).At;

    private static double Evenings(IsoDayOfWeek day, DayPart part) => part == DayPart.Evening ? 0.4 : 0.2;
    private static double Thursdays(IsoDayOfWeek day, DayPart part) => day == IsoDayOfWeek.Thursday ? 0.6 : 0.2;
    private static double Slightly(IsoDayOfWeek day, DayPart part) => part == DayPart.Evening ? 0.21 : 0.2;

    public static TheoryData<string, string, DayPart?, string?, string, string> Cases => new()
    {
        // Monday 23 November 2026 in Paris, an hour ahead of Greenwich.
        { "nothing to choose by", "2026-11-23T10:30:00Z", null, null, "2026-11-23T10:30:00Z", RecyclingRule.Recycled },
        { "called in the morning, so not in the morning again", "2026-11-23T10:30:00Z", DayPart.Morning, null, "2026-11-23T11:00:00Z", RecyclingMoment.OtherDayPart },
        { "called in the evening: the next morning", "2026-11-23T17:00:00Z", DayPart.Evening, null, "2026-11-24T09:00:00Z", RecyclingMoment.OtherDayPart },
        { "a rest that ends at night", "2026-11-23T22:00:00Z", DayPart.Morning, null, "2026-11-24T11:00:00Z", RecyclingMoment.OtherDayPart },
        { "Friday evening: Monday, also when that is late", "2026-11-27T18:00:00Z", DayPart.Evening, null, "2026-11-30T09:00:00Z", RecyclingMoment.OtherDayPart },
        { "people answer in the evening", "2026-11-23T10:30:00Z", null, "evenings", "2026-11-23T16:00:00Z", RecyclingMoment.GoodHour },
        { "but not in the one that was tried", "2026-11-23T16:30:00Z", DayPart.Evening, "evenings", "2026-11-24T09:00:00Z", RecyclingMoment.OtherDayPart },
        { "a Thursday worth waiting for", "2026-11-23T10:30:00Z", null, "thursdays", "2026-11-26T09:00:00Z", RecyclingMoment.GoodHour },
        { "a difference not worth waiting for", "2026-11-23T10:30:00Z", null, "slightly", "2026-11-23T10:30:00Z", RecyclingRule.Recycled },
    };

    [Theory, MemberData(nameof(Cases))]
    public void The_rest_ends(string because, string rested, DayPart? tried, string? habits, string then, string why)
    {
        Func<IsoDayOfWeek, DayPart, double>? rate = habits switch { "evenings" => Evenings, "thursdays" => Thursdays, "slightly" => Slightly, _ => null };
        RecyclingMoment.Of(At(rested), tried, Paris, Lawful, rate).Should().Be((At(then), why), because);
    }

    [Fact]
    public void Whatever_is_learnt_the_moment_is_lawful_rested_and_in_another_part_of_the_day() =>
        Gen.Select(Gen.Int[0, 60 * 24 * 60], Gen.Int[-1, 3], Gen.Double[0, 1].Array[28]).Sample((minutes, part, rates) =>
        {
            var rested = At("2026-11-02T00:00:00Z") + Duration.FromMinutes(minutes);
            DayPart? tried = part < 0 ? null : (DayPart)part;
            var moment = RecyclingMoment.Of(rested, tried, Paris, Lawful, (day, at) => rates[((int)day - 1) * 4 + (int)at])!.Value;
            moment.At.Should().BeGreaterThanOrEqualTo(rested);
            RuleBook.Standard.Ask(Settings().QuestionOf(Prospect(1), Client(), moment.At)).Refusal.Should().BeNull("the book lets it pass");
            if (tried is { } before) DayParts.Of(moment.At, Paris).Should().NotBe(before);
        }, iter: 200);

    [Fact]
    public void A_campaign_that_wants_it_calls_in_another_part_of_the_day()
    {
        // Ten in the morning, a rest of an hour: noon is another part of the day.
        var script = new FloorScript(settings => settings with { Recycling = new Dictionary<Outcome, RecyclingRule> { [Outcome.NoAnswer] = new(Duration.FromHours(1), 4) { OtherDayPart = true } } });
        script.Ready("ann").Bring(Prospect(1)).Failed(1, Outcome.NoAnswer);
        script.The<AttemptEnded>().Verdict.Should().Be(Verdict.Again(At("2026-11-23T11:00:00Z"), RecyclingMoment.OtherDayPart));
    }

    [Fact]
    public void A_floor_that_knows_when_people_answer_calls_them_then()
    {
        var script = new FloorScript();
        HabitCount Counted(DayPart part, int answers) => new(Audience.Consumer, new ListId("list"), IsoDayOfWeek.Monday, part, 2_000, answers);
        script.Send(new HabitsWereRead(script.Now, Acme, [Counted(DayPart.Morning, 200), Counted(DayPart.Afternoon, 200), Counted(DayPart.Evening, 900)]));
        script.Ready("ann").Bring(Prospect(1) with { List = new ListId("list") }).Failed(1, Outcome.Busy);
        script.The<AttemptEnded>().Verdict.Should().Be(Verdict.Again(At("2026-11-23T16:00:00Z"), RecyclingMoment.GoodHour));
        script.Restart().Floor.Handle(new TimePassed(script.Now + Duration.FromSeconds(1)));
    }
}
