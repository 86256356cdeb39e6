using Microsoft.Playwright;
using Plateau.Contracts.Telephony;
using Plateau.Core.Interactions;
using Plateau.Core.People;
using Plateau.Core.Prospecting;
using Plateau.Server.Desks.Work;

namespace Plateau.Contracts.Desks;

/// <summary>What agents do by their keys in the page inside the telephone's, with a customer on the line and whatever falls.</summary>
[Collection(DeskRoomUsers.Name)]
public sealed class DeskWorkContract(DeskRoom room)
{
    private const int Tone = 700;

    [Fact]
    public async Task Ready_by_its_key_goes_through_the_check_and_the_keys_of_a_call_reach_the_telephone()
    {
        var desk = await room.SitDownAsync("hugo", Tone);
        await desk.Page.Locator("[data-check=close]").ClickAsync();
        await desk.TellCentreAsync("resume");
        await desk.TellCentreAsync("log-in");
        await desk.Work.Locator("[data-phone=ready]").WaitForAsync();
        await desk.TypeAsync("r");
        await desk.Page.Locator("#check[open]").WaitForAsync();
        await desk.PassCheckAsync();
        await desk.WholeAsync();
        (await room.JournalAsync()).OfType<AgentReady>().Should().NotContain(ready => ready.Agent.Value == "hugo", "nobody becomes ready by way of an open check");
        await desk.TypeAsync("r");
        await desk.StateAsync("engaged");
        await desk.HearsSpeechAsync();
        await desk.Work.Locator(".desk").WaitForAsync();
        await desk.TypeAsync("m");
        await desk.Page.Locator("[data-act=mute][aria-pressed=true]").WaitForAsync();
        await desk.TypeAsync("m");
        await desk.Page.Locator("[data-act=mute][aria-pressed=false]").WaitForAsync();
        await desk.TypeAsync("g");
        await desk.StateAsync("hold");
        await desk.TypeAsync("g");
        await desk.StateAsync("engaged");
        await desk.TypeAsync("k");
        await desk.Page.Locator("[data-part=keys]:not([hidden])").WaitForAsync();
        await desk.Page.Keyboard.PressAsync("5");
        await desk.Page.Keyboard.PressAsync("Escape");
        await desk.TellCentreAsync("log-out");
        await desk.TypeAsync("x");
        await desk.StateAsync("wrap-up");
        await DisposeAsync(desk, "1");
        await desk.LeaveAsync();
    }

    [Fact]
    public async Task The_scripts_answers_and_the_way_back_have_keys_that_the_sheet_of_keys_shows()
    {
        var desk = await TalkAsync("lena");
        var step = desk.Work.Locator(".reading h3");
        await Assertions.Expect(step).ToHaveTextAsync("Opening");
        await Assertions.Expect(desk.Work.Locator(".reading [data-answer=leave] kbd")).ToHaveTextAsync("T");
        await desk.TypeAsync("e");
        await Assertions.Expect(step).ToHaveTextAsync("Offer");
        await desk.TypeAsync("b");
        await Assertions.Expect(step).ToHaveTextAsync("Opening");
        await desk.TypeAsync("t");
        await Assertions.Expect(step).ToHaveTextAsync("Good-bye");
        var attempt = await desk.AttemptAsync();
        await Eventually.HoldsAsync(async () => await room.AnswersAsync(attempt) is [var only] && (only.Step, only.Question, only.Answer, only.Agent.Value) == ("opening", "Opening", "No", "lena"), "the answer that stands is kept, the one taken back is not");
        await desk.Work.Locator("body").EvaluateAsync("body => { body.id = 'before'; location.reload(); }");
        await desk.Work.Locator("body:not(#before) main[data-live=true]").WaitForAsync();
        await Assertions.Expect(step).ToHaveTextAsync("Good-bye");
        await desk.TypeAsync("?");
        var sheet = desk.Work.Locator("#keysheet");
        await Assertions.Expect(sheet).ToContainTextAsync(DeskWords.ScriptAnswer.With(2));
        await sheet.Locator("[data-choose-keys]").ClickAsync();
        await desk.DrawnAnewAsync(2);
        await sheet.Locator("[data-keychoice=Answer1]").PressSequentiallyAsync("b");
        await Assertions.Expect(sheet.Locator(".wrong")).ToBeVisibleAsync();
        await desk.DrawnAnewAsync(2);
        await Assertions.Expect(sheet.Locator(".wrong")).ToBeVisibleAsync();
        await sheet.Locator("[data-keychoice=Answer1]").PressSequentiallyAsync("q");
        await Assertions.Expect(sheet.Locator("[data-keychoice=Answer1]")).ToHaveValueAsync("Q");
        await sheet.Locator("[data-keys-reset]").ClickAsync();
        await Assertions.Expect(sheet.Locator("[data-keychoice=Answer1]")).ToHaveValueAsync("E");
        await desk.Page.Keyboard.PressAsync("Escape");
        await desk.TellCentreAsync("log-out");
        await desk.TypeAsync("x");
        await desk.StateAsync("wrap-up");
        await DisposeAsync(desk, "1");
        await desk.LeaveAsync();
    }

    [Fact]
    public async Task A_result_chosen_while_the_server_lies_dead_is_kept_and_told_once()
    {
        var desk = await TalkAsync("ines");
        var attempt = await desk.AttemptAsync();
        await room.KillCentreAsync();
        await desk.Work.Locator("#components-reconnect-modal").WaitForAsync(new LocatorWaitForOptions { State = WaitForSelectorState.Visible });
        await desk.Work.Locator("#desk-notes").FillAsync("Rappeler le service achats");
        await desk.Work.Locator("#desk-notes").PressAsync("Escape");
        await desk.TypeAsync("1");
        await desk.Work.Locator("[data-code=sale][aria-pressed=true]").WaitForAsync();
        await room.StartCentreAsync();
        await desk.LiveAgainAsync();
        await desk.StateAsync("engaged");
        (await desk.AttemptAsync()).Should().Be(attempt, "the desk is back at the same call");
        await desk.Work.Locator("[data-code=sale][aria-pressed=true]").WaitForAsync();
        (await desk.Work.Locator("#desk-notes").InputValueAsync()).Should().Be("Rappeler le service achats");

        await desk.TellCentreAsync("log-out");
        await room.KillCentreAsync();
        await desk.Work.Locator("#components-reconnect-modal").WaitForAsync(new LocatorWaitForOptions { State = WaitForSelectorState.Visible });
        await desk.TypeAsync("Control+Enter");
        await room.StartCentreAsync();
        var said = await room.FactAsync<Disposed>(one => one.Attempt.Value == attempt, "the result was told");
        (said.Code, said.By).Should().Be(("sale", new AgentId("ines")));
        await desk.LiveAgainAsync();
        (await room.JournalAsync()).OfType<Disposed>().Should().ContainSingle(one => one.Attempt.Value == attempt);
        await desk.LeaveAsync();
    }

    [Fact]
    public async Task What_a_person_asks_for_is_written_down_in_two_keys_and_taken_back_until_the_call_is_closed()
    {
        var desk = await TalkAsync("bela");
        var attempt = new AttemptId(await desk.AttemptAsync());
        await desk.TypeAsync("w");
        await desk.TypeAsync("1");
        await desk.Work.Locator("[data-wish-back=Opposition]").ClickAsync();
        await desk.Work.Locator("[data-wish-back=Opposition]").WaitForAsync(new LocatorWaitForOptions { State = WaitForSelectorState.Detached });
        await desk.TypeAsync("w");
        await desk.TypeAsync("2");
        await desk.Work.Locator("[data-wish-back=Withdrawal]").WaitForAsync();
        await desk.TellCentreAsync("log-out");
        await DisposeAsync(desk, "3");
        var withdrawn = await room.FactAsync<ConsentWithdrawalRecorded>(one => one.Reference.Contains(attempt.Value, StringComparison.Ordinal), "the withdrawal is in force");
        withdrawn.Reference.Should().Be($"said to bela on {attempt}");
        (await room.JournalAsync()).OfType<OppositionRecorded>().Should().NotContain(one => one.Reference.Contains(attempt.Value, StringComparison.Ordinal), "it was taken back");
        await desk.LeaveAsync();
    }

    [Fact]
    public async Task A_time_is_offered_while_they_speak_and_booked_and_the_call_done_in_four_keystrokes()
    {
        var desk = await TalkAsync("rosa");
        var attempt = new AttemptId(await desk.AttemptAsync());
        await desk.TellCentreAsync("log-out");
        await desk.TypeAsync("d");
        await desk.TypeAsync("1");
        // There is no mail on the list: the field waits for one, and without it nobody is invited.
        await desk.Work.Locator("[data-books]").WaitForAsync();
        await desk.TypeAsync("Enter");
        var booked = await room.FactAsync<AppointmentBooked>(one => one.Attempt == attempt, "the appointment is on the floor");
        await desk.Work.Locator("[data-call-off]").WaitForAsync();
        await desk.Work.Locator("[data-code=appointment][aria-pressed=true]").WaitForAsync();
        await desk.TypeAsync("Control+Enter");
        (await room.FactAsync<Disposed>(one => one.Attempt == attempt, "the call is done")).Effect.Should().Be(DispositionEffect.Appointment);
        booked.Agent.Should().Be(new AgentId("rosa"));
        desk.Complaints.Should().BeEmpty();
        await desk.LeaveAsync();
    }

    [Fact]
    public async Task A_time_that_went_meanwhile_says_so_and_the_next_is_shown()
    {
        var desk = await TalkAsync("petra");
        var attempt = new AttemptId(await desk.AttemptAsync());
        await desk.TellCentreAsync("log-out");
        await desk.TypeAsync("d");
        await desk.Work.Locator(".offers .slot").First.WaitForAsync();
        await desk.TypeAsync("1");
        await desk.Work.Locator("[data-books]").WaitForAsync();
        await room.TakeFirstTimesAsync();
        await desk.TypeAsync("Enter");
        await desk.Work.Locator("#appointment .notice.warn").WaitForAsync();
        (await room.JournalAsync()).OfType<AppointmentBooked>().Should().NotContain(one => one.Attempt == attempt);
        await desk.TypeAsync("1");
        await desk.Work.Locator("[data-tongue=fr][aria-pressed=true]").WaitForAsync();
        await desk.TypeAsync("v");
        await desk.Work.Locator("[data-tongue=en][aria-pressed=true]").WaitForAsync();
        await desk.TypeAsync("Enter");
        await room.FactAsync<AppointmentBooked>(one => one.Attempt == attempt, "the next time was free");
        await desk.Work.Locator("[data-call-off]").WaitForAsync();
        (await room.LanguagesAsync(attempt)).Should().Be(("en", "en"), "what they said is kept with the appointment and with them");
        await desk.Work.Locator("[data-code=appointment][aria-pressed=true]").WaitForAsync();
        await desk.TypeAsync("Control+Enter");
        await room.FactAsync<Disposed>(one => one.Attempt == attempt, "the call is done");
        await desk.LeaveAsync();
    }

    [Fact]
    public async Task An_agent_calls_by_hand_and_a_refusal_says_its_rule_and_from_when_it_would_be_lawful()
    {
        var desk = await room.SitDownAsync("carl", Tone);
        await desk.PassCheckAsync();
        await desk.TellCentreAsync("pause");
        await desk.TellCentreAsync("log-in");
        await desk.WholeAsync();
        await FindAsync(desk, $"Person {PlayedCentre.TwoTelephones}");
        await desk.Work.Locator("select[data-number]").SelectOptionAsync("2");
        await desk.Work.Locator("[data-dial]").ClickAsync();
        await desk.StateAsync("engaged");
        await desk.HearsSpeechAsync();
        var permitted = (await room.JournalAsync()).OfType<AttemptPermitted>().Last();
        permitted.Clicker.Should().Be(new AgentId("carl"), "the click is evidence");
        permitted.Number.Should().Be(new ChosenNumber(2, NumberChoice.Chosen, 1), "the agent chose the second telephone");
        await desk.TypeAsync("w");
        await desk.TypeAsync("1");
        await desk.Work.Locator("[data-wish-back=Opposition]").WaitForAsync();
        await DisposeAsync(desk, "3");
        await room.FactAsync<OppositionRecorded>(one => one.Customer == permitted.Customer, "the objection is in force");

        await FindAsync(desk, "Person 41");
        await desk.Work.Locator(".callables .wrong").WaitForAsync();
        await desk.Work.Locator("[data-dial]").ClickAsync();
        await room.FactAsync<DialRefused>(one => one.Customer == permitted.Customer, "the floor refused it");
        await desk.Work.Locator(".notice.warn").WaitForAsync();
        await desk.TellCentreAsync("log-out");
        await desk.LeaveAsync();
    }

    /// <summary>Somebody sits down, passes the check and speaks with a customer, whose file is before them.</summary>
    private async Task<DeskPage> TalkAsync(string agent)
    {
        var desk = await room.SitDownAsync(agent, Tone);
        await desk.PassCheckAsync();
        await desk.TellCentreAsync("resume");
        await desk.BecomeReadyAsync();
        await desk.StateAsync("engaged");
        await desk.Work.Locator(".desk").WaitForAsync();
        return desk;
    }

    /// <summary>Looks somebody up by the keyboard, until nobody else is shown.</summary>
    private static async Task FindAsync(DeskPage desk, string name)
    {
        await desk.Work.Locator("[data-find]").WaitForAsync();
        await desk.TypeAsync("f");
        await desk.Page.Keyboard.TypeAsync(name);
        await Eventually.HoldsAsync(async () => await desk.Work.Locator("[data-dial]").CountAsync() == 1, $"{name} alone is shown");
    }

    /// <summary>A result by its digit, confirmed by the keyboard; where they still speak it hangs up.</summary>
    private static async Task DisposeAsync(DeskPage desk, string digit)
    {
        var attempt = await desk.AttemptAsync();
        await desk.TypeAsync(digit);
        await desk.Work.Locator(".result[data-code][aria-pressed=true]").WaitForAsync();
        await desk.Work.Locator("[data-submits]:enabled").WaitForAsync();
        await desk.TypeAsync("Control+Enter");
        await Eventually.HoldsAsync(async () => await desk.AttemptAsync() != attempt, "the desk is done with the call");
        desk.Complaints.Should().BeEmpty();
    }
}
