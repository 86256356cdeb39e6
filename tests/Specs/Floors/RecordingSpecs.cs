using NodaTime;
using Plateau.Core.Interactions;
using Plateau.Core.Prospecting;
using static Plateau.Specs.Floors.FloorScript;
using Record = Plateau.Core.Prospecting.Record;

namespace Plateau.Specs.Floors;

public sealed class RecordingSpecs
{
    private static readonly RecordingId First = new("t-1-r1");
    private static readonly RecordingId Second = new("t-1-r2");

    [Fact]
    public void A_recording_is_started_paused_resumed_stopped_and_kept_with_its_purpose()
    {
        var script = Talking();
        Say(script, RecordingCommand.Start).Told<Record>().Should().Be(new Record(First, Attempt(1), RecordingCommand.Start, "proof"));
        Say(script, RecordingCommand.Pause).Told<Record>().Command.Should().Be(RecordingCommand.Pause);
        Say(script, RecordingCommand.Resume).Told<Record>().Command.Should().Be(RecordingCommand.Resume);
        Say(script, RecordingCommand.Stop).Told<Record>().Should().Be(new Record(First, Attempt(1), RecordingCommand.Stop, "proof"));
        script.Send(new RecordingEnded(script.Now, First, Duration.FromSeconds(7), true)).The<RecordingKept>()
            .Should().Match<RecordingKept>(kept => kept.Purpose == "proof" && kept.Length == Duration.FromSeconds(7) && kept.Complete);
    }

    [Theory]
    [InlineData(RecordingCommand.Start)]
    [InlineData(RecordingCommand.Pause)]
    [InlineData(RecordingCommand.Resume)]
    [InlineData(RecordingCommand.Stop)]
    public void A_command_told_twice_is_carried_out_once(RecordingCommand command)
    {
        var script = Talking();
        if (command != RecordingCommand.Start) Say(script, RecordingCommand.Start);
        if (command == RecordingCommand.Resume) Say(script, RecordingCommand.Pause);
        Say(script, command).Facts.Should().ContainSingle();
        Say(script, command).Facts.Should().BeEmpty();
        script.Instructions.Should().BeEmpty();
    }

    [Fact]
    public void A_campaign_may_record_from_the_start()
    {
        var script = new FloorScript(Recorded).Ready("ann").Bring(Prospect(1)).Talk(1);
        script.The<RecordingOrdered>().Should().Match<RecordingOrdered>(ordered => ordered.Purpose == "quality" && ordered.By == null);
    }

    public static TheoryData<string, string?> Plans => new()
    {
        { "as it was", null }, { "all", "recording-systematic" }, { "untold", "recording-not-told" }, { "no purpose", "recording-purpose-missing" }, { "proof", "recording-systematic" }, { "all in insurance", null },
    };

    [Theory, MemberData(nameof(Plans))]
    public void A_plan_that_the_law_does_not_let_stand_records_nothing_more_at_once_and_the_calls_go_on(string plan, string? fault)
    {
        var script = new FloorScript(Recorded).Ready("ann", "eve").Bring(Prospect(1), Prospect(2)).Talk(1);
        script.The<RecordingOrdered>();
        var settings = Recorded(script.Floor.Rooms[Spring].Settings) with { Version = 2 };
        script.Send(new CampaignWasSet(script.Now, plan switch
        {
            "all" => settings with { RecordingSample = 1 },
            "all in insurance" => settings with { RecordingSample = 1, Sector = "insurance" },
            "untold" => settings with { Script = new([new("opening", "Opening", "Hello.")]) },
            "no purpose" => settings with { RecordingPurpose = " " },
            "proof" => settings with { RecordingPurpose = "proof-of-contract" },
            _ => settings,
        }));
        script.Floor.RecordingFaultOf(script.Floor.Rooms[Spring]).Should().Be(fault);
        script.Facts.OfType<RecordingStopped>().Should().HaveCount(fault is null ? 0 : 1);
        script.Floor.Attempts[Attempt(1)].Stage.Should().Be(AttemptStage.Connected, "whoever speaks goes on");
        script.Answered(2).Joined(2).Facts.OfType<RecordingOrdered>().Should().HaveCount(fault is null ? 1 : 0);
        if (fault is null) return;
        Say(script, RecordingCommand.Start).Facts.OfType<RecordingOrdered>().Should().HaveCount(plan == "no purpose" ? 1 : 1, "what an agent begins for its own purpose is another thing");
        script.Send(new CampaignWasSet(script.Now, settings with { Version = 3, RecordingSample = 1 })).Facts.OfType<RecordingStopped>().Should().BeEmpty();
    }

    [Fact]
    public void Of_a_campaign_that_records_a_share_the_same_calls_are_recorded_whoever_asks()
    {
        var (fifth, half) = (Settings() with { Recording = RecordingChoice.FromStart, RecordingPurpose = "quality", RecordingSample = 0.2 }, Settings() with { Recording = RecordingChoice.FromStart, RecordingPurpose = "quality", RecordingSample = 0.5 });
        var attempts = Enumerable.Range(1, 5000).Select(Attempt).ToList();
        var recorded = attempts.Where(fifth.RecordsFromStart).ToList();
        recorded.Should().HaveCountGreaterThan(900).And.HaveCountLessThan(1100);
        recorded.Should().BeSubsetOf(attempts.Where(half.RecordsFromStart)).And.Equal(attempts.Where(fifth.RecordsFromStart));
        attempts.Where(each => (fifth with { RecordingSample = 1 }).RecordsFromStart(each)).Should().HaveCount(5000);
        attempts.Where(each => (fifth with { Recording = RecordingChoice.OnRequest }).RecordsFromStart(each)).Should().BeEmpty();
        // Which call comes next can't be told from the last: neighbours are drawn as if by themselves.
        attempts.Zip(attempts.Skip(1)).Count(pair => fifth.RecordsFromStart(pair.First) && fifth.RecordsFromStart(pair.Second)).Should().BeInRange(140, 260);
    }

    [Theory]
    [InlineData("FR", "Europe/Paris", true)]
    [InlineData("MA", "Africa/Casablanca", false)]
    public void In_Morocco_nothing_is_recorded_before_the_person_agreed(string country, string zone, bool recorded)
    {
        var script = new FloorScript(Recorded).Ready("ann").Bring(Prospect(1) with { Country = country, Zones = [zone] }).Talk(1);
        script.Facts.OfType<RecordingOrdered>().Should().HaveCount(recorded ? 1 : 0);
        if (!recorded) Say(script, RecordingCommand.Start).Told<Record>().Command.Should().Be(RecordingCommand.Start, "the agent begins it when they said yes");
    }

    [Theory]
    [InlineData(0.2, "quality", "generic", false)]
    [InlineData(1, "quality", "generic", true)]
    [InlineData(0.2, "proof-of-contract", "generic", true)]
    [InlineData(1, "proof-of-contract", "insurance", false)]
    public void A_plan_that_records_all_calls_is_systematic_unless_a_text_wants_it(double share, string purpose, string sector, bool systematic) =>
        Plateau.Core.Compliance.Rules.RecordingSampled.IsSystematic((Settings() with { RecordingSample = share, RecordingPurpose = purpose, Sector = sector }).PlanOfRecording()).Should().Be(systematic);

    [Fact]
    public void A_recording_ends_with_the_conversation()
    {
        var script = Say(Talking(), RecordingCommand.Start).Ended(1);
        script.The<RecordingStopped>();
        script.Told<Record>().Command.Should().Be(RecordingCommand.Stop);
    }

    [Theory]
    [InlineData(null, "proof", "recording-forbidden")]
    [InlineData("quality", "", "recording-purpose-missing")]
    public void Nothing_is_recorded_without_a_purpose(string? ofCampaign, string said, string reason)
    {
        var script = new FloorScript(settings => settings with { RecordingPurpose = ofCampaign }).Ready("ann").Bring(Prospect(1)).Talk(1);
        Say(script, RecordingCommand.Start, said).Told<Flaw>().Reason.Should().Be(reason);
        script.Facts.Should().BeEmpty();
    }

    [Fact]
    public void Nothing_is_recorded_outside_a_conversation()
    {
        var script = Talking().Ended(1);
        Say(script, RecordingCommand.Start).Told<Flaw>().Reason.Should().Be("no-conversation");
    }

    [Fact]
    public void A_recording_that_ends_by_itself_leaves_nothing_to_stop()
    {
        var script = Say(Talking(), RecordingCommand.Start);
        script.Send(new RecordingEnded(script.Now, First, Duration.FromSeconds(3), false)).The<RecordingKept>().Complete.Should().BeFalse();
        Say(script, RecordingCommand.Pause).Facts.Should().BeEmpty();
        Say(script, RecordingCommand.Start).The<RecordingOrdered>().Recording.Should().Be(Second);
        script.Send(new RecordingEnded(script.Now, Second, Duration.FromSeconds(3), true)).Ended(1).The<Released>();
    }

    [Fact]
    public void A_recording_whose_end_is_never_told_is_kept_as_incomplete()
    {
        var script = Say(Talking(), RecordingCommand.Start).Ended(1);
        script.Wait(29).Facts.Should().BeEmpty();
        script.Wait(1).The<RecordingKept>().Should().Match<RecordingKept>(kept => kept.Recording == First && !kept.Complete);
    }

    [Fact]
    public void A_second_recording_has_its_own_time_to_be_told()
    {
        var script = Talking();
        Say(script, RecordingCommand.Start);
        Say(script, RecordingCommand.Stop).Send(new RecordingEnded(script.Now, First, Duration.FromSeconds(3), true));
        script.Wait(20);
        Say(script, RecordingCommand.Start);
        Say(script, RecordingCommand.Stop);
        script.Wait(15).Facts.Should().BeEmpty("it was stopped fifteen seconds ago");
        script.Send(new RecordingEnded(script.Now, Second, Duration.FromSeconds(4), true)).The<RecordingKept>().Complete.Should().BeTrue();
    }

    private static FloorScript Talking() => new FloorScript(settings => settings with { RecordingPurpose = "quality" }).Ready("ann").Bring(Prospect(1)).Talk(1);

    private static FloorScript Say(FloorScript script, RecordingCommand command, string purpose = "proof") =>
        script.Send(new DeskRecorded(script.Now, Attempt(1), new("ann"), command, purpose));
}
