using Microsoft.Playwright;
using Plateau.Contracts.Telephony;
using Plateau.Core.Prospecting;
using Plateau.Server.People;

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
        var desk = await room.SitDownAsync("kate", Agent);
        await desk.PassCheckAsync();
        await desk.TellCentreAsync("resume");
        await desk.BecomeReadyAsync();
        await desk.StateAsync("engaged", 40);
        await desk.HearsSpeechAsync();
        await room.RecordsAsync(Agent);
        var attempt = await desk.AttemptAsync();

        var vera = await room.SitDownAsync(PlayedCentre.Supervisor, Supervisor);
        await vera.PassCheckAsync();
        await vera.WholeAsync(40);
        var board = vera.Work;
        await board.Locator(".agent", new FrameLocatorLocatorOptions { HasText = "kate" }).ClickAsync();
        var ways = board.Locator(".lead .seg button");

        await ways.Nth(0).ClickAsync();
        await board.Locator(".listening").WaitForAsync(new LocatorWaitForOptions { Timeout = 40_000 });
        await vera.HearsSpeechAsync();
        await vera.HearsToneAsync(Agent, "the agent");
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
        await board.Locator(".listening").WaitForAsync(new LocatorWaitForOptions { State = WaitForSelectorState.Detached, Timeout = 40_000 });
        await Eventually.HoldsAsync(() => Tone.Amplitude(room.LastRecordedSecond(), Supervisor) < Unheard, "she is out of the conversation", 20);
        (await desk.AttemptAsync()).Should().Be(attempt, "the conversation goes on");

        var acts = (await room.AuditAsync()).Where(entry => entry.Act == Operation.FloorListen && entry.Subject == "agent:kate").ToList();
        acts.Should().HaveCount(3).And.OnlyContain(entry => entry.Outcome == "done" && entry.Detail.Contains(attempt));
        (await room.JournalAsync()).OfType<MonitorStarted>().Last(started => started.Attempt.Value == attempt).Told.Should().BeTrue("the campaign's policy says so");
        vera.Complaints.Should().BeEmpty();
        await vera.LeaveAsync();
        await desk.TellCentreAsync("log-out");
        await desk.PressAsync("hangup");
        await desk.StateAsync("wrap-up");
        await desk.TellCentreAsync("log-out");
        desk.Complaints.Should().BeEmpty();
        await desk.LeaveAsync();
    }

    private static string BoardTold => Plateau.Server.Desks.Work.DeskWords.Listened.In(Plateau.Server.Web.Words.Language.Fr);

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
