using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json;
using Plateau.Core.Floors;
using Plateau.Core.Interactions;
using Plateau.Telephony.Asterisk;

namespace Plateau.Telephony.Switch;

/// <summary>
/// Ends the silence of whoever answered while no floor is there to say anything: they hear the notice that their call
/// carries, or are let go when it carries none. Nobody who has had an agent on the line is touched. It lives where the
/// switch's socket is held, beside the switch, and the floor hears of it behind the answer.
/// </summary>
/// <param name="tell">Puts an event of ours behind those of the switch.</param>
public sealed class SilenceGuard(AriClient control, Action<byte[]> tell, TimeProvider time)
{
    /// <summary>Our own kinds of event, about a customer's leg. Of the first the argument is the sound that is played, if there is one; of the second the number of the notice that could not be heard.</summary>
    internal const string BrokenKind = "PlateauSilenceBroken", UnheardKind = "PlateauNoticeUnheard";

    /// <summary>The channel's variable with the sound that its call carries.</summary>
    internal const string NoticeVariable = "PLATEAU_NOTICE";

    /// <summary>How long a person may hear nothing, and how long the floor may be away: the two seconds of a person who is called ahead.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    /// <summary>People told at the same time, each with a handful of commands.</summary>
    private const int AtOnce = 16;

    private readonly ConcurrentDictionary<AttemptId, Person> answered = new();

    /// <summary>Hears what the switch says. An event that can't be read tells nothing; whoever gets it next says so.</summary>
    public void Hear(ReadOnlySpan<byte> said)
    {
        AriEvent? what;
        try
        {
            what = JsonSerializer.Deserialize(said, AriJson.Default.AriEvent);
        }
        catch (JsonException)
        {
            return;
        }
        switch (what)
        {
            case { Type: "StasisStart", Channel: { } channel } when LegName.Read(channel.Id) is { Offer: null } name:
                answered.TryAdd(name.Attempt, new Person(channel, time.GetTimestamp(), Hearing.WhoAnswered(what.Arguments) == AnsweredBy.Machine));
                return;
            case { Type: "PlaybackFinished", Playback: { } playback } when LegName.ReadNotice(playback.Id) is { } notice && answered.TryGetValue(notice.Attempt, out var told):
                told.Unheard = playback.State == "failed" ? notice.Number : null;
                told.IsOver = true;
                return;
            case { Type: "ChannelDestroyed", Channel: { } channel } when LegName.Read(channel.Id) is { Offer: null } name:
                answered.TryRemove(name.Attempt, out _);
                return;
        }
    }

    /// <summary>Looks after everybody who answered so long ago.</summary>
    /// <returns>What could not be done for whom, and why; it is tried again at the next look.</returns>
    public async Task<IReadOnlyList<string>> LookAsync(CancellationToken cancel)
    {
        var failures = new ConcurrentQueue<string>();
        var waiting = answered.Where(pair => !pair.Value.IsSettled && time.GetElapsedTime(pair.Value.Since) >= Patience).ToList();
        await Parallel.ForEachAsync(waiting, new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancel }, async (pair, stop) =>
        {
            try
            {
                await EndSilenceAsync(pair.Key, pair.Value, stop);
            }
            // Whatever it was, the process that holds the switch's socket must not fall with it.
            catch (Exception failed) when (failed is not OutOfMemoryException && !stop.IsCancellationRequested)
            {
                failures.Enqueue($"{pair.Key}: {failed.Message}");
            }
        });
        return [.. failures];
    }

    private async Task EndSilenceAsync(AttemptId attempt, Person person, CancellationToken cancel)
    {
        var customer = LegName.OfCustomer(attempt);
        // The bridge is made for the first agent and stays as long as the call: whoever has one is not in silence for want of an agent.
        if (await control.HasBridgeAsync(LegName.OfBridge(attempt), cancel) || !await control.LivesAsync(customer, cancel)) person.IsSettled = true;
        else if (person.IsMachine || person.IsOver) await LetGoAsync(attempt, person, cancel);
        else if (!person.IsTold && !await HearsNoticeAsync(attempt, cancel)) await TellAsync(attempt, person, cancel);
    }

    /// <summary>The floor had it played before it went; its end is the end of the call.</summary>
    private async Task<bool> HearsNoticeAsync(AttemptId attempt, CancellationToken cancel)
    {
        for (var number = 1; number <= Floor.MostNotices; number++)
            if (await control.PlaysAsync(LegName.OfNotice(attempt, number), cancel)) return true;
        return false;
    }

    private async Task TellAsync(AttemptId attempt, Person person, CancellationToken cancel)
    {
        var customer = LegName.OfCustomer(attempt);
        var sound = await control.VariableAsync(customer, NoticeVariable, cancel);
        try
        {
            // Only what was ordered counts as told: whoever could not be told now is looked after again.
            if (sound is not null && !await control.PlayAsync(customer, LegName.OfNotice(attempt, 1), sound, cancel)) return;
        }
        catch (AriRefusedException)
        {
            (person.Unheard, person.IsOver) = (1, true);
        }
        person.IsTold = true;
        person.IsOver |= sound is null;
        Say(BrokenKind, person, sound is null ? [] : [sound]);
        if (sound is not null) await WithdrawAgentsAsync(attempt, cancel);
    }

    private async Task LetGoAsync(AttemptId attempt, Person person, CancellationToken cancel)
    {
        if (person.Unheard is { } number) Say(UnheardKind, person, [number.ToString(CultureInfo.InvariantCulture)]);
        person.Unheard = null;
        await control.HangUpAsync(LegName.OfCustomer(attempt), 16, cancel);
        await WithdrawAgentsAsync(attempt, cancel);
        person.IsSettled = true;
    }

    private void Say(string kind, Person person, IReadOnlyList<string> arguments) =>
        tell(JsonSerializer.SerializeToUtf8Bytes(new AriEvent { Type = kind, Channel = person.Channel, Arguments = arguments }, AriJson.Default.AriEvent));

    private async Task WithdrawAgentsAsync(AttemptId attempt, CancellationToken cancel)
    {
        foreach (var channel in await control.ChannelsAsync(cancel))
            if (LegName.Read(channel.Id) is { Offer: not null } agent && agent.Attempt == attempt)
                await control.HangUpAsync(channel.Id, 16, cancel);
    }

    /// <summary>Somebody who answered.</summary>
    private sealed class Person(AriChannel channel, long since, bool isMachine)
    {
        public AriChannel Channel { get; } = channel;
        public long Since { get; } = since;
        public bool IsMachine { get; } = isMachine;

        /// <summary>We had them told, or let them go because there is nothing to tell.</summary>
        public volatile bool IsTold;

        /// <summary>All is said: the call is to be ended.</summary>
        public volatile bool IsOver;

        /// <summary>The number of the notice that could not be played.</summary>
        public int? Unheard { get; set; }

        /// <summary>Nothing is left to do.</summary>
        public volatile bool IsSettled;
    }
}
