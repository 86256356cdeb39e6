using Plateau.Contracts.Telephony;
using Plateau.Core.Prospecting;

namespace Plateau.Contracts.Desks;

/// <summary>People speak through browsers: they hear and are heard, and nothing that falls takes their conversation with it.</summary>
[Collection(DeskRoomUsers.Name)]
public sealed class SoftphoneContract(DeskRoom room)
{
    private const int Tone = 700;

    [Fact]
    public async Task An_agent_checks_the_microphone_becomes_ready_and_is_heard_and_hears()
    {
        var desk = await TalkAsync("anna", Tone);
        await room.RecordsAsync(Tone);
        await EndAsync(desk);
    }

    [Fact]
    public async Task When_the_server_is_killed_speech_goes_on_both_ways_and_the_desk_finds_its_call_again()
    {
        var desk = await TalkAsync("bela", Tone);
        var attempt = await desk.AttemptAsync();
        var earlier = await ParkedAsync(attempt);
        await room.KillCentreAsync();
        var (_, before) = await desk.HearsAsync();
        await Eventually.HoldsAsync(async () =>
        {
            room.EnsureSwitchLives();
            return (await desk.HearsAsync()).Packets > before + 150;
        }, "three seconds of speech came from the customer while nobody served");
        await room.RecordsAsync(Tone);
        await room.StartCentreAsync();
        await desk.WholeAsync();
        await desk.StateAsync("engaged");
        (await desk.AttemptAsync()).Should().Be(attempt);
        var (_, after) = await desk.HearsAsync();
        await Eventually.HoldsAsync(async () => (await desk.HearsAsync()).Packets > after + 100, "the conversation goes on");
        (await ParkedAsync(attempt)).Should().Be(earlier, "nobody fell out of it");
        await EndAsync(desk);
    }

    [Fact]
    public async Task When_the_network_of_a_browser_is_cut_for_ten_seconds_the_same_call_comes_back()
    {
        var desk = await TalkAsync("gina", Tone);
        var attempt = await desk.AttemptAsync();
        await DeskRoom.CutNetworkAsync("gina");
        (await room.JournalAsync()).OfType<CustomerParked>().Should().Contain(parked => parked.Attempt.Value == attempt, "the loss was noticed meanwhile");
        await Eventually.HoldsAsync(async () => (await room.JournalAsync()).SkipWhile(fact => fact is not CustomerParked parked || parked.Attempt.Value != attempt).OfType<Connected>().Any(again => again.Attempt.Value == attempt), "the same call is joined again");
        await desk.StateAsync("engaged");
        (await desk.AttemptAsync()).Should().Be(attempt);
        await desk.HearsSpeechAsync();
        await room.RecordsAsync(Tone);
        await EndAsync(desk);
    }

    [Fact]
    public async Task When_the_browser_is_killed_the_customer_is_held_and_the_agent_returns_to_the_same_call()
    {
        var desk = await TalkAsync("carl", Tone);
        var attempt = await desk.AttemptAsync();
        await desk.LeaveAsync();
        await room.FactAsync<CustomerParked>(parked => parked.Attempt.Value == attempt, "the loss was noticed");
        desk = await room.SitDownAsync("carl", Tone);
        await desk.PassCheckAsync();
        await desk.StateAsync("engaged");
        (await desk.AttemptAsync()).Should().Be(attempt);
        await desk.HearsSpeechAsync();
        await room.RecordsAsync(Tone);
        await EndAsync(desk);
    }

    [Fact]
    public async Task Whoever_is_shut_out_in_mid_call_loses_line_and_page_at_once_and_the_customer_stays()
    {
        const int second = 1100;
        var desk = await TalkAsync("mona", Tone);
        await desk.TellCentreAsync("pause");
        var colleague = await room.SitDownAsync("olga", second);
        await colleague.PassCheckAsync();
        await colleague.BecomeReadyAsync();
        await colleague.StateAsync("ready");
        var attempt = await desk.AttemptAsync();
        await desk.TellCentreAsync("disable");
        (await room.FactAsync<CustomerParked>(parked => parked.Attempt.Value == attempt && parked.Reason == "logged-out", "the customer hears music until a colleague has them")).Agent.Value.Should().Be("mona");
        await colleague.StateAsync("engaged");
        (await colleague.AttemptAsync()).Should().Be(attempt, "the customer goes to the colleague who is free");
        await colleague.HearsSpeechAsync();
        await Eventually.HoldsAsync(async () => (await desk.Page.Locator("[data-part=line]").TextContentAsync())!.Length > 0, "the telephone says that it has no line");
        await desk.Work.Locator("[name='Given.SignIn']").WaitForAsync();
        (await desk.Page.EvaluateAsync<int>("() => fetch('/phone/account', { method: 'POST', headers: { 'X-Plateau-Desk': '1' } }).then(answer => answer.status)")).Should().Be(401);
        (await desk.Page.EvaluateAsync<int>("() => fetch('/phone/desk').then(answer => answer.status)")).Should().Be(401);
        await desk.LeaveAsync();
        await EndAsync(colleague);
    }

    [Fact]
    public async Task A_page_that_is_loaded_anew_finds_its_call_again()
    {
        var desk = await TalkAsync("dora", Tone);
        var attempt = await desk.AttemptAsync();
        await desk.Page.ReloadAsync();
        await room.FactAsync<CustomerParked>(parked => parked.Attempt.Value == attempt, "the dead leg was noticed");
        await desk.StateAsync("engaged");
        (await desk.AttemptAsync()).Should().Be(attempt);
        await desk.HearsSpeechAsync();
        await EndAsync(desk);
    }

    [Fact]
    public async Task Two_agents_hand_a_customer_on_and_a_supervisor_whispers_to_the_second_alone()
    {
        const int second = 1100, whisper = 1600;
        var anna = await TalkAsync("emma", Tone);
        await anna.TellCentreAsync("pause");
        var ben = await room.SitDownAsync("finn", second);
        await ben.PassCheckAsync();
        await ben.BecomeReadyAsync();
        await ben.StateAsync("ready");
        var attempt = await anna.AttemptAsync();

        await anna.ActAsync("consult", "finn");
        await ben.StateAsync("hold");
        await ben.HearsSpeechAsync();
        await anna.ActAsync("transfer");
        await ben.StateAsync("engaged");
        (await ben.AttemptAsync()).Should().Be(attempt);
        await ben.HearsSpeechAsync();
        await room.RecordsAsync(second);
        await anna.StateAsync("ready");

        var sue = await room.SitDownAsync("sue", whisper);
        await sue.PassCheckAsync();
        await sue.WholeAsync();
        await ben.TellCentreAsync("monitor", "Whisper");
        await room.FactAsync<MonitorStarted>(started => started.Attempt.Value == attempt, "the floor lets the supervisor listen");
        await sue.HearsSpeechAsync();
        await Eventually.HoldsAsync(async () => (await sue.HearsAsync()).Packets > 100, "the supervisor listens and whispers");
        await room.RecordsAsync(second);
        Telephony.Tone.Amplitude(room.LastRecordedSecond(), whisper).Should().BeLessThan(60, "the conversation does not carry the whisper");
        await ben.TellCentreAsync("monitor", "Barge");
        await room.RecordsAsync(whisper);
        await EndAsync(ben);
        await anna.LeaveAsync();
        await sue.LeaveAsync();
    }

    private async Task<int> ParkedAsync(string attempt) => (await room.JournalAsync()).OfType<CustomerParked>().Count(parked => parked.Attempt.Value == attempt);

    /// <summary>Somebody sits down, passes the check and speaks with a customer.</summary>
    private async Task<DeskPage> TalkAsync(string agent, int hertz)
    {
        var desk = await room.SitDownAsync(agent, hertz);
        await desk.PassCheckAsync();
        await desk.TellCentreAsync("resume");
        await desk.BecomeReadyAsync();
        await desk.StateAsync("engaged");
        await desk.HearsSpeechAsync();
        return desk;
    }

    private static async Task EndAsync(DeskPage desk)
    {
        await desk.TellCentreAsync("log-out");
        await desk.PressAsync("hangup");
        await desk.StateAsync("wrap-up");
        await desk.TellCentreAsync("log-out");
        desk.Complaints.Should().BeEmpty();
        await desk.LeaveAsync();
    }
}
