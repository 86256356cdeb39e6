using Plateau.Core.Interactions;
using Plateau.Core.Prospecting;
using Plateau.Telephony.Desks;
using Plateau.Telephony.Sound;

namespace Plateau.Contracts.Telephony;

/// <summary>Whoever answered and found no agent hears the notice whole, and the call ends with it; of a sound that does not play the floor hears, and may have another one played.</summary>
[Collection(SwitchRoomUsers.Name)]
public sealed class NoticeContract(SwitchRoom room)
{
    private readonly Exchange exchange = room.Exchange;

    [Fact]
    public async Task The_end_of_the_notice_is_the_end_of_the_call()
    {
        var sound = Recorded(3, 2, 4, 1, 2);
        const double seconds = (3 + 2 + 4 + 1 + 2) * 0.18 + 5 * 0.09;
        var (attempt, asked) = await TellAsync(sound);
        var ended = await exchange.Ear.NextAsync<CallEnded>(attempt);
        (ended.At - asked).TotalSeconds.Should().BeInRange(seconds - 0.3, seconds + 4, "it is heard to its end, and nobody is kept after it");
        await Eventually.HoldsAsync(async () => !await exchange.Control.LivesAsync($"{attempt}-customer", CancellationToken.None), "the line is free");
    }

    [Fact]
    public async Task Of_a_sound_that_does_not_play_the_floor_hears_and_another_is_played_on_the_same_line()
    {
        foreach (var missing in (string[])["no-such-sound", "/nowhere/who-called"])
        {
            (await exchange.Control.ListsSoundAsync(missing, TestContext.Current.CancellationToken)).Should().BeNull("this switch has no list of sounds");
            var (attempt, asked) = await TellAsync(missing);
            var failed = await exchange.Ear.NextAsync<NoticeFailed>(attempt);
            failed.Number.Should().Be(1);
            (failed.At - asked).TotalSeconds.Should().BeLessThan(3);
            var sound = Recorded(3, 2);
            exchange.Switch.Carry(new PlayNotice(attempt, sound, 2));
            await exchange.Ear.NextAsync<CallEnded>(attempt);
            exchange.Ear.Of(attempt).OfType<NoticeFailed>().Should().OnlyContain(each => each.Number == 1, "the second one was heard");
        }
    }

    [Fact]
    public async Task Whoever_hangs_up_while_the_notice_plays_says_nothing_against_it()
    {
        var sound = Recorded([.. Enumerable.Repeat(4, 30)]);
        var (attempt, _) = await TellAsync(sound, "+33100000042");
        await exchange.Ear.NextAsync<CallEnded>(attempt);
        exchange.Ear.Of(attempt).OfType<NoticeFailed>().Should().BeEmpty();
    }

    [Fact]
    public async Task Whoever_answers_while_the_floor_says_nothing_hears_the_notice_all_the_same_and_no_agent_any_more()
    {
        var sound = Recorded([.. Enumerable.Repeat(4, 8)]);
        var attempt = exchange.Dial("+33100000000", notice: sound);
        var answered = await exchange.Ear.NextAsync<CallAnswered>(attempt);
        var broken = await exchange.Ear.NextAsync<SilenceBroken>(attempt);
        broken.Notice.Should().Be(sound);
        (broken.At - answered.At).TotalSeconds.Should().BeInRange(2.5, 6);
        // The floor comes back and does not know it yet: what it wants now is too late, and nothing is played twice.
        exchange.Switch.Carry(new OfferTo(attempt, new AgentId("late"), 1, new CampaignId("test"), new ProspectId(1)));
        exchange.Switch.Carry(new PlayNotice(attempt, sound));
        var ended = await exchange.Ear.NextAsync<CallEnded>(attempt);
        (ended.At - broken.At).TotalSeconds.Should().BeInRange(8 * (4 * 0.18 + 0.09) - 0.5, 8 * (4 * 0.18 + 0.09) + 4, "it is heard to its end");
        exchange.Ear.Of(attempt).OfType<DeskMissed>().Should().BeEmpty();
        exchange.Ear.Of(attempt).OfType<NoticeFailed>().Should().BeEmpty();
    }

    [Fact]
    public async Task Of_a_floor_that_says_what_becomes_of_the_call_nothing_is_taken_over_and_a_sound_that_is_not_there_lets_the_person_go()
    {
        var sound = Recorded([.. Enumerable.Repeat(4, 8)]);
        var spoken = exchange.Dial("+33100000000", notice: sound);
        await exchange.Ear.NextAsync<CallAnswered>(spoken);
        exchange.Switch.Carry(new PlayNotice(spoken, sound));
        var silent = exchange.Dial("+33100000000", notice: "no-such-sound");
        await exchange.Ear.NextAsync<SilenceBroken>(silent);
        (await exchange.Ear.NextAsync<NoticeFailed>(silent)).Number.Should().Be(1);
        await exchange.Ear.NextAsync<CallEnded>(silent);
        await exchange.Ear.NextAsync<CallEnded>(spoken);
        exchange.Ear.Of(spoken).OfType<SilenceBroken>().Should().BeEmpty();
    }

    [Fact]
    public async Task Where_the_campaign_has_no_notice_whoever_answers_while_the_floor_says_nothing_is_let_go()
    {
        var attempt = exchange.Dial("+33100000000");
        var answered = await exchange.Ear.NextAsync<CallAnswered>(attempt);
        var ended = await exchange.Ear.NextAsync<CallEnded>(attempt);
        (ended.At - answered.At).TotalSeconds.Should().BeInRange(2.5, 6);
        exchange.Ear.Of(attempt).OfType<SilenceBroken>().Should().ContainSingle().Which.Notice.Should().BeNull("nothing was said, and the floor knows why the call ended");
    }

    [Fact]
    public async Task Whoever_was_promised_an_agent_whom_the_floor_never_brings_hears_the_notice_and_the_agents_telephone_is_let_go()
    {
        var sound = Recorded(3, 2);
        var agent = new AgentId("waiting");
        await exchange.Switch.ServeAsync(AgentEndpoint.Practising(agent, exchange.Host.PracticeSide), TestContext.Current.CancellationToken);
        var attempt = exchange.Dial("+33100000000", notice: sound);
        await exchange.Ear.NextAsync<CallAnswered>(attempt);
        exchange.Switch.Carry(new OfferTo(attempt, agent, 1, new CampaignId("test"), new ProspectId(1)));
        var here = await exchange.Ear.NextAsync<DeskAnswered>(attempt);
        var broken = await exchange.Ear.NextAsync<SilenceBroken>(attempt);
        (broken.At - here.At).TotalSeconds.Should().BeInRange(2.5, 6, "the agent is there, and the floor does not join them");
        await exchange.Ear.NextAsync<CallEnded>(attempt);
        await Eventually.HoldsAsync(async () => !await exchange.Control.LivesAsync($"{attempt}-1-agent", CancellationToken.None), "the agent's telephone is free");
    }

    /// <summary>The path of a sound of so many words, each of so many syllables.</summary>
    private static string Recorded(params ReadOnlySpan<int> syllablesPerWord)
    {
        var sound = Path.Combine(Directory.CreateTempSubdirectory("plateau-notice-").FullName, "who-called");
        WaveFile.Write(sound + ".wav", Voice.Murmur(210, syllablesPerWord));
        return sound;
    }

    private async Task<(AttemptId Attempt, NodaTime.Instant Asked)> TellAsync(string sound, string number = "+33100000000")
    {
        var attempt = exchange.Dial(number);
        var answered = await exchange.Ear.NextAsync<CallAnswered>(attempt);
        exchange.Switch.Carry(new PlayNotice(attempt, sound));
        return (attempt, answered.At);
    }
}
