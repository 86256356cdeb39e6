using Plateau.Core.Interactions;
using Plateau.Core.Prospecting;
using Plateau.Telephony.Sound;

namespace Plateau.Contracts.Telephony;

/// <summary>Whoever answered and found no agent hears the notice whole, and the call ends with it; without a sound it ends at once.</summary>
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
    public async Task Without_the_sound_nobody_is_kept_on_a_silent_line()
    {
        var (attempt, asked) = await TellAsync("no-such-sound");
        ((await exchange.Ear.NextAsync<CallEnded>(attempt, 15)).At - asked).TotalSeconds.Should().BeLessThan(3);
    }

    private async Task<(AttemptId Attempt, NodaTime.Instant Asked)> TellAsync(string sound)
    {
        var attempt = exchange.Dial("+33100000000");
        var answered = await exchange.Ear.NextAsync<CallAnswered>(attempt);
        exchange.Switch.Carry(new PlayNotice(attempt, sound));
        return (attempt, answered.At);
    }
}
