using Plateau.Core.Interactions;
using Plateau.Core.Prospecting;
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
        var sound = Path.Combine(Directory.CreateTempSubdirectory("plateau-notice-").FullName, "who-called");
        WaveFile.Write(sound + ".wav", Voice.Murmur(210, 3, 2, 4, 1, 2));
        const double seconds = (3 + 2 + 4 + 1 + 2) * 0.18 + 5 * 0.09;
        var (attempt, asked) = await TellAsync(sound);
        var ended = await exchange.Ear.NextAsync<CallEnded>(attempt, 15);
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
            var sound = Path.Combine(Directory.CreateTempSubdirectory("plateau-notice-").FullName, "who-called");
            WaveFile.Write(sound + ".wav", Voice.Murmur(210, 3, 2));
            exchange.Switch.Carry(new PlayNotice(attempt, sound, 2));
            await exchange.Ear.NextAsync<CallEnded>(attempt, 15);
            exchange.Ear.Of(attempt).OfType<NoticeFailed>().Should().OnlyContain(each => each.Number == 1, "the second one was heard");
        }
    }

    [Fact]
    public async Task Whoever_hangs_up_while_the_notice_plays_says_nothing_against_it()
    {
        var sound = Path.Combine(Directory.CreateTempSubdirectory("plateau-notice-").FullName, "who-called");
        WaveFile.Write(sound + ".wav", Voice.Murmur(210, [.. Enumerable.Repeat(4, 30)]));
        var (attempt, _) = await TellAsync(sound, "+33100000042");
        await exchange.Ear.NextAsync<CallEnded>(attempt, 20);
        exchange.Ear.Of(attempt).OfType<NoticeFailed>().Should().BeEmpty();
    }

    private async Task<(AttemptId Attempt, NodaTime.Instant Asked)> TellAsync(string sound, string number = "+33100000000")
    {
        var attempt = exchange.Dial(number);
        var answered = await exchange.Ear.NextAsync<CallAnswered>(attempt);
        exchange.Switch.Carry(new PlayNotice(attempt, sound));
        return (attempt, answered.At);
    }
}
