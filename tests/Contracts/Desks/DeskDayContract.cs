using NodaTime;
using Plateau.Server.Desks.Work;
using Plateau.Server.Floors;

namespace Plateau.Contracts.Desks;

/// <summary>What makes a desk one person's own: their letters, and their breaks of the day.</summary>
public sealed class DeskDayContract
{
    [Fact]
    public void A_letter_means_one_thing_and_the_houses_own_is_no_choice()
    {
        var house = KeyMap.OfTheHouse;
        house.All.Select(each => each.Key).Should().OnlyHaveUniqueItems().And.NotContain(KeyMap.ReadsMessage);
        var mine = house.With(DeskAct.Hold, 'Q', out _)!;
        (mine.Of(DeskAct.Hold), mine.Of(DeskAct.Mute)).Should().Be(('q', 'm'));
        mine.With(DeskAct.Mute, 'q', out var taken).Should().BeNull();
        taken.Should().Be(DeskAct.Hold);
        mine.With(DeskAct.Mute, 'g', out _)!.Of(DeskAct.Mute).Should().Be('g', "a letter that was given up is free");
        mine.With(DeskAct.Hold, 'g', out _)!.Own.Should().BeEmpty("who goes back to the house's letter has none of their own");
    }

    [Theory, InlineData('l'), InlineData('1'), InlineData('é'), InlineData(' ')]
    public void What_is_no_letter_or_everybodys_is_refused(char key) => KeyMap.OfTheHouse.With(DeskAct.Hold, key, out _).Should().BeNull();

    [Theory, InlineData("09:00", "10:30"), InlineData("10:30", "10:30"), InlineData("10:44", "10:30"), InlineData("10:45", "12:30"), InlineData("13:15", null)]
    public void The_break_that_runs_or_comes_next_is_shown(string clock, string? begins)
    {
        PlannedBreak[] plan = [new(new LocalTime(12, 30), 45, "lunch"), new(new LocalTime(10, 30), 15, "break")];
        Instant At(string time) => (new LocalDate(2026, 11, 24) + NodaTime.Text.LocalTimePattern.CreateWithInvariantCulture("HH:mm").Parse(time).Value).InZoneLeniently(CentreTime.Zone).ToInstant();
        BreakPlans.Next(plan, At(clock))?.Begins.Should().Be(begins is null ? default : At(begins));
        (BreakPlans.Next(plan, At(clock)) is null).Should().Be(begins is null);
    }
}
