using System.Globalization;
using Plateau.Core.Interactions;
using Plateau.Core.Prospecting;
using Plateau.Telephony.Asterisk;
using Plateau.Telephony.Desks;

namespace Plateau.Telephony.Switch;

/// <summary>Turns the switch's events into signals, one after the other. It asks nobody and waits for nothing.</summary>
internal sealed class Hearing(SwitchWorld world, Orders orders, Monitors monitors, Action<AgentId> telephoneChanged, Func<CancellationToken> stopping)
{
    /// <summary>The kinds of event that mean anything to us.</summary>
    public static readonly string[] Kinds =
    [
        "ChannelStateChange", "Dial", "StasisStart", "ChannelHangupRequest", "ChannelDestroyed",
        "RecordingStarted", "RecordingFinished", "RecordingFailed", "ContactStatusChange", "PlaybackFinished",
    ];

    public void Hear(AriEvent what)
    {
        switch (what.Type)
        {
            case "RecordingStarted" when what.Recording is { } recording: HearStarted(recording); return;
            case "RecordingFinished" or "RecordingFailed" when what.Recording is { } recording: HearEnded(recording, what.Type == "RecordingFinished"); return;
            case "PlaybackFinished" when what.Playback is { } playback && LegName.ReadNotice(playback.Id) is { } told: EndNotice(told.Attempt, told.Number, playback.State == "failed"); return;
            case "ContactStatusChange" when AgentEndpoint.AgentOf(what.Endpoint?.Name ?? "") is { } agent: telephoneChanged(agent); return;
        }
        var channel = what.Channel ?? what.Peer;
        if (channel is not null && LegName.ReadMonitor(channel.Id) is { } monitor)
        {
            HearMonitor(what.Type, channel, monitor.Attempt, monitor.Number);
            return;
        }
        if (channel is not null && LegName.ReadCopy(channel.Id) is { } copy)
        {
            if (what.Type == "StasisStart" && world.Calls.TryGetValue(copy.Attempt, out var heard)) heard.Enqueue(() => monitors.HearCopyAsync(copy.Attempt, copy.Number, copy.Mode));
            return;
        }
        if (world.OurLeg(channel) is not { } name) return;
        if (what.Type != "ChannelDestroyed" && !world.Calls.ContainsKey(name.Attempt) && channel!.State is "Down") return;
        var (call, leg) = world.LegOf(name, channel!);
        switch (what.Type)
        {
            case "ChannelStateChange" when channel!.State == "Ringing": HearRinging(call, leg); break;
            case "ChannelStateChange" when channel!.State == "Up": HearAnswer(call, leg); break;
            // Some carriers say 183 and play the ringing as sound: no ring for us, but a sign of life.
            case "Dial" when what.DialStatus == "PROGRESS": leg.Rang = true; break;
            case "StasisStart": HearArrival(call, leg, name, what.Arguments); break;
            case "ChannelHangupRequest": leg.CarrierEnded |= !leg.Withdrawn; break;
            case "ChannelDestroyed": HearEnd(call, leg, name, what); break;
            case SilenceGuard.BrokenKind: HearBroken(call, what.Arguments); break;
            case SilenceGuard.UnheardKind when what.Arguments is [var number]: world.Tell(new NoticeFailed(world.Now, call.Attempt, int.Parse(number, CultureInfo.InvariantCulture))); break;
        }
    }

    private void HearMonitor(string type, AriChannel channel, AttemptId attempt, int number)
    {
        if (AgentEndpoint.AgentOf(LegName.EndpointOf(channel.Name) ?? "") is not { } supervisor) return;
        if (type == "ChannelDestroyed") monitors.FallAway(attempt, supervisor, number);
        else if (type == "StasisStart" && world.Calls.TryGetValue(attempt, out var call)) call.Enqueue(() => monitors.HearSupervisorAsync(attempt, number));
    }

    /// <summary>All is said, and the call is over; or the sound could not be played, and the floor says what the person hears instead.</summary>
    private void EndNotice(AttemptId attempt, int number, bool failed)
    {
        if (world.Calls.TryGetValue(attempt, out var call)) call.Enqueue(() => failed ? orders.MissNoticeAsync(call, number, CancellationToken.None) : orders.CarryAsync(call, new HangUp(attempt), CancellationToken.None));
    }

    private void HearRinging(SwitchCall call, Leg leg)
    {
        if (leg.Rang) return;
        leg.Rang = true;
        if (leg == call.Customer) world.Tell(new CallRang(world.Now, call.Attempt));
    }

    private void HearAnswer(SwitchCall call, Leg leg)
    {
        leg.Answered = true;
        if (leg == call.Customer && !leg.Detects) TellAnswer(call, AnsweredBy.Unknown);
    }

    private void HearArrival(SwitchCall call, Leg leg, LegName name, IReadOnlyList<string>? arguments)
    {
        leg.Answered = true;
        leg.Arrive();
        if (leg == call.Customer) TellAnswer(call, WhoAnswered(arguments));
        else if (!leg.Told)
        {
            leg.Told = true;
            call.AwaitFloorAfter(name.Offer!.Value);
            world.Tell(new DeskAnswered(world.Now, call.Attempt, leg.Agent!.Value, name.Offer!.Value));
        }
    }

    private void HearEnd(SwitchCall call, Leg leg, LegName name, AriEvent what)
    {
        if (leg.Gone) return;
        leg.Gone = true;
        leg.Arrive();
        // After a restart of ours the record is new, and the channel's own last state is the better witness.
        var answered = leg.Answered || what.Channel?.State == "Up";
        var word = new CarrierWord(what.SipCode, what.Cause, leg.Rang || what.Channel?.State == "Ringing", leg.CarrierEnded, leg.Withdrawn);
        if (leg == call.Customer) HearCustomersEnd(call, answered, word);
        else if (!leg.Withdrawn && leg.Told) world.Tell(new DeskReleased(world.Now, call.Attempt, leg.Agent!.Value));
        else if (!leg.Withdrawn)
        {
            call.AwaitFloorAfter(name.Offer!.Value);
            world.Tell(new DeskMissed(world.Now, call.Attempt, leg.Agent!.Value, name.Offer!.Value, DeskReason(word.Outcome)));
        }
        if (!call.IsOver) return;
        world.Calls.TryRemove(new(call.Attempt, call));
        if (call.HasBridge) call.Enqueue(() => EndBridgeAsync(call));
    }

    private void HearCustomersEnd(SwitchCall call, bool answered, CarrierWord word)
    {
        if (answered)
        {
            // Whoever hangs up while detection still listens has answered all the same.
            TellAnswer(call, AnsweredBy.Unsure);
            world.Tell(new CallEnded(world.Now, call.Attempt, word.Code));
        }
        else world.Tell(new CallFailed(world.Now, call.Attempt, word.Outcome, word.Code));
    }

    /// <summary>While no floor was there, the guard at the switch's socket told whoever answered, or let them go.</summary>
    private void HearBroken(SwitchCall call, IReadOnlyList<string>? arguments)
    {
        call.SilenceBroken = true;
        world.Tell(new SilenceBroken(world.Now, call.Attempt, arguments is [var sound] ? sound : null));
    }

    private void TellAnswer(SwitchCall call, AnsweredBy by)
    {
        if (call.Customer.Told) return;
        call.Customer.Told = true;
        // Before the floor hears of it: its order may be here before we go on.
        call.AwaitFloor();
        world.Tell(new CallAnswered(world.Now, call.Attempt, by));
        if (by != AnsweredBy.Machine && call.IsOurs) _ = AwaitFloorAsync(call);
    }

    /// <summary>Whoever has heard nothing when nobody has a turn any more is told by us.</summary>
    private async Task AwaitFloorAsync(SwitchCall call)
    {
        while (call.SilenceLasts is { Ticks: > 0 } rest && !call.FloorSettled && !stopping().IsCancellationRequested)
            await Task.Delay(rest, stopping()).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (!call.FloorSettled && !stopping().IsCancellationRequested) call.Enqueue(() => BreakSilenceAsync(call));
    }

    private async Task BreakSilenceAsync(SwitchCall call)
    {
        try
        {
            await orders.BreakSilenceAsync(call, stopping());
        }
        catch (Exception lost) when (lost is not OutOfMemoryException)
        {
            // What waits behind this for the call must still be done, above all to hang up.
            SwitchLog.CommandLost(world.Log, nameof(PlayNotice), call.Attempt.Value, lost.Message);
        }
    }

    private void HearStarted(AriRecording recording)
    {
        if (AttemptOf(recording) is not { } attempt) return;
        if (world.Calls.TryGetValue(attempt, out var call)) call.Recordings[new RecordingId(recording.Name)] = true;
        world.Tell(new RecordingBegan(world.Now, new RecordingId(recording.Name)));
    }

    private void HearEnded(AriRecording recording, bool finished)
    {
        if (AttemptOf(recording) is not { } attempt) return;
        var id = new RecordingId(recording.Name);
        if (world.Calls.TryGetValue(attempt, out var call)) call.Recordings.TryRemove(id, out _);
        var closed = world.Shelf.Close(id);
        world.Tell(new RecordingEnded(world.Now, id, closed?.Length ?? NodaTime.Duration.Zero, finished && closed is { Complete: true }));
    }

    /// <summary>The attempt whose bridge is recorded.</summary>
    public static AttemptId? AttemptOf(AriRecording recording) =>
        recording.Target.StartsWith("bridge:", StringComparison.Ordinal) ? LegName.ReadBridge(recording.Target["bridge:".Length..]) : null;

    private async Task EndBridgeAsync(SwitchCall call)
    {
        try
        {
            await orders.EndBridgeAsync(call, CancellationToken.None);
        }
        catch (Exception left) when (Orders.IsSwitchFailure(left))
        {
            // An empty bridge harms nobody, and the next census ends it.
            SwitchLog.BridgeLeft(world.Log, call.Attempt.Value, left.Message);
        }
    }

    /// <summary>The second argument is the verdict of detection, the third its reason; without detection they are empty.</summary>
    /// <remarks>A line that stays silent is called a machine by app_amd. It may as well be a person who waits, and
    /// hanging up on a person is the worse mistake.</remarks>
    public static AnsweredBy WhoAnswered(IReadOnlyList<string>? arguments) => arguments switch
    {
        [_, "HUMAN", ..] => AnsweredBy.Human,
        [_, "MACHINE", var reason, ..] when reason.StartsWith("INITIALSILENCE", StringComparison.Ordinal) => AnsweredBy.Unsure,
        [_, "MACHINE", ..] => AnsweredBy.Machine,
        null or [] or [_] or [_, "", ..] => AnsweredBy.Unknown,
        _ => AnsweredBy.Unsure,
    };

    private static string DeskReason(Outcome outcome) => outcome switch
    {
        Outcome.Busy => "busy",
        Outcome.Declined => "declined",
        Outcome.NoAnswer => "no-answer",
        _ => "unreachable",
    };
}
