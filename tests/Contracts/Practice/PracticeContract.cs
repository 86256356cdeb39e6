using Plateau.Contracts.House;

namespace Plateau.Contracts.Practice;

/// <summary>The main job, from list to report, through the real program and the real switch.</summary>
[Collection(Alone.Name)]
public sealed class PracticeContract(PracticeRuns runs) : IClassFixture<PracticeRuns>
{
    [Fact]
    public Task Three_hundred_people_get_what_the_table_of_the_practice_line_says() => runs.Table;

    [Fact]
    public Task Killed_twenty_times_it_loses_nothing_and_calls_nobody_twice() => runs.Killed;

    [Fact]
    public Task When_the_switch_is_killed_each_lost_call_is_closed_with_its_reason_and_the_campaign_goes_on() => runs.SwitchKilled;

    [Fact]
    public Task While_the_database_is_stopped_no_dial_leaves_and_then_it_goes_on_by_itself() => runs.DatabaseStopped;

    [Fact]
    public Task Whoever_answers_a_call_ahead_while_the_database_is_stopped_hears_the_notice() => runs.DatabaseStoppedAhead;
}
