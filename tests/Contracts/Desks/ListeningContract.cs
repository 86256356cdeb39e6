using Microsoft.Playwright;
using Plateau.Contracts.Telephony;
using Plateau.Core.Prospecting;
using Plateau.Server.Desks.Work;
using Plateau.Server.Floors.Board;
using Plateau.Server.People;
using Plateau.Server.Web.Words;

namespace Plateau.Contracts.Desks;

/// <summary>A supervisor hears conversations from the board, by the telephone of their own browser, and nobody hears more than they should.</summary>
[Collection(DeskRoomUsers.Name)]
public sealed class ListeningContract(DeskRoom room)
{
    private const int Agent = 700, Supervisor = 1600;

    /// <summary>Of a tone of 12000 at the microphone; what is not said into a conversation leaves less than this in its recording.</summary>
    private const double Unheard = 60;

    [Fact]
    public async Task A_supervisor_listens_whispers_and_comes_in_with_one_click_each_on_the_board()
    {
        var (desk, attempt) = await TalkAsync("kate");
        var vera = await LookAtAsync("kate");
        var board = vera.Work;
        var ways = board.Locator(Ways);
        await ListenAsync(vera);
        await desk.Work.GetByText(BoardTold).WaitForAsync();
        await StaysOutAsync("whoever listens");
        (await desk.StandsOutAsync(Supervisor)).Should().BeLessThan(DeskPage.HeardFrom, "the agent does not hear whoever listens");

        await ways.Nth(1).ClickAsync();
        await desk.HearsToneAsync(Supervisor, "the whisper");
        await vera.HearsToneAsync(Agent, "the agent still");
        await StaysOutAsync("the whisper");

        await ways.Nth(2).ClickAsync();
        await room.RecordsAsync(Supervisor);
        await desk.HearsToneAsync(Supervisor, "who came in");

        await vera.TypeAsync("q");
        await board.Locator(".listening").WaitForAsync(new LocatorWaitForOptions { State = WaitForSelectorState.Detached });
        await Eventually.HoldsAsync(() => Tone.Amplitude(room.LastRecordedSecond(), Supervisor) < Unheard, "she is out of the conversation");
        (await desk.AttemptAsync()).Should().Be(attempt, "the conversation goes on");

        var acts = (await room.AuditAsync()).Where(entry => entry.Act == Operation.FloorListen && entry.Subject == "agent:kate").ToList();
        acts.Should().HaveCount(3).And.OnlyContain(entry => entry.Outcome == "done" && entry.Detail.Contains(attempt));
        (await room.JournalAsync()).OfType<MonitorStarted>().Last(started => started.Attempt.Value == attempt).Told.Should().BeTrue("the campaign's policy says so");
        vera.Complaints.Should().BeEmpty();
        await LeaveAsync(vera, desk);
    }

    [Fact]
    public async Task Where_the_policy_is_not_to_tell_the_desk_says_nothing_and_the_audit_log_and_the_journal_do()
    {
        var (desk, attempt) = await TalkAsync("jade");
        await desk.TellCentreAsync("listen-untold");
        var vera = await LookAtAsync("jade");
        await vera.Work.GetByText(SupervisionWords.AgentIsNotTold.In(Language.Fr)).WaitForAsync();
        await ListenAsync(vera);
        var listening = await room.FactAsync<MonitorStarted>(started => started.Attempt.Value == attempt, "the journal has it");
        listening.Told.Should().BeFalse();
        (await room.AuditAsync()).Should().Contain(entry => entry.Act == Operation.FloorListen && entry.Subject == "agent:jade" && entry.Outcome == "done");
        // What is written to the desk afterwards arrives there: whatever it had been told of the listening would have come before.
        await vera.Work.Locator(".lead textarea").FillAsync("Bravo");
        await vera.Work.Locator(".lead form button[type=submit]").First.ClickAsync();
        await desk.Work.GetByText("Bravo").First.WaitForAsync();
        (await desk.Work.GetByText(BoardTold).CountAsync()).Should().Be(0, "the campaign's policy is not to tell");
        await desk.TellCentreAsync("mend");
        await LeaveAsync(vera, desk);
    }

    private const string Ways = ".lead .seg button";

    /// <summary>An agent in conversation, recorded, and the attempt that it is.</summary>
    private async Task<(DeskPage Desk, string Attempt)> TalkAsync(string agent)
    {
        var desk = await room.SitDownAsync(agent, Agent);
        await desk.PassCheckAsync();
        await desk.TellCentreAsync("resume");
        await desk.BecomeReadyAsync();
        await desk.StateAsync("engaged");
        await desk.HearsSpeechAsync();
        await room.RecordsAsync(Agent);
        return (desk, await desk.AttemptAsync());
    }

    /// <summary>The supervisor on the board, with an agent's line open.</summary>
    private async Task<DeskPage> LookAtAsync(string agent)
    {
        var vera = await room.SitDownAsync(PlayedCentre.Supervisor, Supervisor);
        await vera.PassCheckAsync();
        await vera.WholeAsync();
        await vera.Work.Locator(".agent", new FrameLocatorLocatorOptions { HasText = agent }).ClickAsync();
        return vera;
    }

    /// <summary>One click, and the supervisor hears customer and agent.</summary>
    private static async Task ListenAsync(DeskPage vera)
    {
        await vera.Work.Locator(Ways).Nth(0).ClickAsync();
        await vera.Work.Locator(".listening").WaitForAsync();
        await vera.HearsSpeechAsync();
        await vera.HearsToneAsync(Agent, "the agent");
    }

    private static async Task LeaveAsync(DeskPage vera, DeskPage desk)
    {
        await vera.LeaveAsync();
        await desk.TellCentreAsync("log-out");
        await desk.PressAsync("hangup");
        await desk.StateAsync("wrap-up");
        await desk.TellCentreAsync("log-out");
        desk.Complaints.Should().BeEmpty();
        await desk.LeaveAsync();
    }

    private static string BoardTold => DeskWords.Listened.In(Language.Fr);

    /// <summary>Two whole seconds of the conversation without a trace of the supervisor's voice, while the agent's is there.</summary>
    private async Task StaysOutAsync(string who)
    {
        for (var look = 0; look < 2; look++)
        {
            await room.RecordsAsync(Agent);
            Tone.Amplitude(room.LastRecordedSecond(), Supervisor).Should().BeLessThan(Unheard, $"the customer does not hear {who}");
        }
    }
}
