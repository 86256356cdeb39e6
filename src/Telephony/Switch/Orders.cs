using System.Globalization;
using NodaTime;
using Plateau.Core.Interactions;
using Plateau.Core.Prospecting;
using Plateau.Telephony.Asterisk;
using Plateau.Telephony.Desks;
using Plateau.Telephony.Practice;
using Plateau.Telephony.Trunks;

namespace Plateau.Telephony.Switch;

/// <summary>Turns instructions into commands to the switch. Each may come twice; the second time finds things as the first left them.</summary>
internal sealed class Orders(SwitchWorld world, Monitors monitors, Func<Dial, CancellationToken, ValueTask<string?>> numberOf, Func<bool> isReady)
{
    /// <summary>How long an agent's telephone may ring when nobody withdraws the offer sooner.</summary>
    private const int DeskRingSeconds = 60;

    /// <summary>How long a leg may take from its answer into our hands; a moment on a healthy switch.</summary>
    private static readonly TimeSpan ArrivalLimit = TimeSpan.FromSeconds(5);

    private readonly RecentAttempts recent = new();

    public static bool IsSwitchFailure(Exception failure) => failure is HttpRequestException or AriRefusedException or OperationCanceledException;

    public Task CarryAsync(SwitchCall call, Instruction instruction, CancellationToken cancel) => instruction switch
    {
        Dial dial => DialAsync(call, dial, cancel),
        OfferTo offer => OfferAsync(call, offer, cancel),
        Join join => JoinAsync(call, join, cancel),
        PlayNotice notice => NotifyAsync(call, notice, cancel),
        HangUp => HangUpAsync(call, cancel),
        WithdrawOffer withdraw => WithdrawAsync(call, withdraw.Offer, cancel),
        Hold hold => HoldAsync(call, hold.Held, cancel),
        Record record => RecordAsync(call, record, cancel),
        JoinColleague join => JoinColleagueAsync(call, join, cancel),
        SendKeys keys => world.Control.PressKeysAsync(LegName.OfCustomer(keys.Attempt), keys.Keys, cancel),
        StartMonitor monitor => monitors.StartAsync(monitor, cancel),
        EndMonitor monitor => monitors.EndAsync(monitor.Attempt, monitor.Number, cancel),
        _ => throw new InvalidOperationException($"The switch does not carry {instruction.GetType().Name}."),
    };

    private async Task DialAsync(SwitchCall call, Dial dial, CancellationToken cancel)
    {
        if (call.Customer.Gone || !recent.TryAdd(dial.Attempt)) return;
        if (!isReady())
        {
            Fail(call, Outcome.Interrupted, "switch-away");
            return;
        }
        if (!world.Trunks.TryGetValue(dial.Trunk.Value, out var trunk))
        {
            Fail(call, Outcome.Undialable, "trunk-unknown");
            return;
        }
        var number = await numberOf(dial, cancel);
        if (number is null || !DialableNumber.IsE164(number) || !DialableNumber.IsE164(dial.CallerId))
        {
            Fail(call, Outcome.Undialable, number is null ? "number-missing" : DialableNumber.IsE164(number) ? "caller-id-form" : "number-form");
            return;
        }
        call.Customer.Detects = dial.DetectMachines;
        (call.Notice, call.IsOurs) = (dial.Notice, true);
        var variables = new Dictionary<string, string>(StringComparer.Ordinal) { ["PLATEAU_LEG"] = "customer" };
        // For whoever answers while no process of ours is there.
        if (dial.Notice is { } notice) variables[SilenceGuard.NoticeVariable] = notice;
        // The attempt's id is ours to know; only the practice line's own log hears it.
        if (trunk.IsPractice) variables[$"PJSIP_HEADER(add,{PracticeDialplan.AttemptHeader})"] = dial.Attempt.Value;
        var order = new AriOriginate
        {
            Endpoint = $"PJSIP/{(trunk.KeepsPlus ? number : number[1..])}@{trunk.Name}",
            Extension = dial.DetectMachines ? SwitchTerms.DetectExtension : SwitchTerms.AnsweredExtension,
            ChannelId = LegName.OfCustomer(dial.Attempt),
            CallerId = dial.CallerId,
            TimeoutSeconds = Math.Max(1, (int)Math.Ceiling(dial.RingTimeout.TotalSeconds)),
            Variables = variables,
        };
        try
        {
            // A leg that lives under this id is this attempt's, started by a process of ours before this one.
            if (await world.Control.OriginateAsync(order, cancel) || await world.Control.LivesAsync(order.ChannelId, cancel)) return;
            if (!call.Customer.Gone) Fail(call, Outcome.Interrupted, "switch/409");
        }
        catch (AriRefusedException refused)
        {
            Fail(call, Outcome.CarrierDead, string.Create(CultureInfo.InvariantCulture, $"switch/{(int)refused.Status}"));
        }
        catch (Exception lost) when (lost is HttpRequestException or OperationCanceledException)
        {
            // The command may have arrived. What it began must not go on without us.
            SwitchLog.CommandLost(world.Log, nameof(Dial), dial.Attempt.Value, lost.Message);
            Fail(call, Outcome.Interrupted, "switch-silent");
            await world.Control.HangUpAsync(order.ChannelId, 16, cancel);
        }
    }

    /// <summary>Says that the attempt came to nothing here, and forgets it.</summary>
    public void Fail(SwitchCall call, Outcome outcome, string code)
    {
        call.Customer.Gone = true;
        world.Calls.TryRemove(new(call.Attempt, call));
        world.Tell(new CallFailed(world.Now, call.Attempt, outcome, code));
    }

    private async Task OfferAsync(SwitchCall call, OfferTo offer, CancellationToken cancel)
    {
        var leg = call.Desks.GetOrAdd(offer.Offer, _ => new Leg { Agent = offer.Agent });
        if (leg.Gone || leg.Withdrawn || call.SilenceBroken) return;
        try
        {
            await world.Control.OriginateAsync(new AriOriginate
            {
                Endpoint = $"PJSIP/{AgentEndpoint.NameOf(offer.Agent)}",
                Extension = SwitchTerms.AnsweredExtension,
                ChannelId = LegName.OfDesk(offer.Attempt, offer.Offer),
                TimeoutSeconds = DeskRingSeconds,
                Variables = AgentEndpoint.Ringing("agent", offer.AutoAnswer),
            }, cancel);
        }
        catch (AriRefusedException)
        {
            // No telephone is registered there, or there is none; one that a process before ours made is known to the switch alone.
            leg.Gone = true;
            call.AwaitFloorAfter(offer.Offer);
            world.Tell(new DeskMissed(world.Now, offer.Attempt, offer.Agent, offer.Offer, world.Agents.ContainsKey(offer.Agent) ? "unreachable" : "no-telephone"));
        }
    }

    private async Task JoinAsync(SwitchCall call, Join join, CancellationToken cancel)
    {
        if (call.SilenceBroken || !call.Desks.TryGetValue(join.Offer, out var desk)) return;
        await Task.WhenAll(call.Customer.Arrived, desk.Arrived).WaitAsync(ArrivalLimit, cancel);
        if (call.Customer.Gone || desk.Gone) return;
        var bridge = LegName.OfBridge(join.Attempt);
        call.HasBridge = true;
        await world.Control.MakeBridgeAsync(bridge, cancel);
        if (call.HearsMusic) await EndMusicAsync(call, cancel);
        var joined = await world.Control.AddAsync(bridge, cancel, LegName.OfCustomer(join.Attempt), LegName.OfDesk(join.Attempt, join.Offer));
        if (joined) world.Tell(new CallJoined(world.Now, join.Attempt, join.Agent));
    }

    /// <summary>The colleague comes into the conversation's bridge; the customer stays where they are, with music or in it.</summary>
    private async Task JoinColleagueAsync(SwitchCall call, JoinColleague join, CancellationToken cancel)
    {
        if (!call.Desks.TryGetValue(join.Offer, out var desk)) return;
        await desk.Arrived.WaitAsync(ArrivalLimit, cancel);
        if (desk.Gone) return;
        if (await world.Control.AddAsync(LegName.OfBridge(join.Attempt), cancel, LegName.OfDesk(join.Attempt, join.Offer)))
            world.Tell(new CallJoined(world.Now, join.Attempt, join.Colleague));
    }

    /// <summary>Whoever found no agent hears who called; the end of the sound ends the call, and of a sound that can't be played the floor is told.</summary>
    private async Task NotifyAsync(SwitchCall call, PlayNotice notice, CancellationToken cancel)
    {
        // What we play by ourselves is the first.
        if (call.SilenceBroken && notice.Number == 1) return;
        await call.Customer.Arrived.WaitAsync(ArrivalLimit, cancel);
        if (call.Customer.Gone || call.Customer.Withdrawn) return;
        try
        {
            if (!await world.Control.PlayAsync(LegName.OfCustomer(notice.Attempt), LegName.OfNotice(notice.Attempt, notice.Number), notice.Notice, cancel)) await HangUpAsync(call, cancel);
        }
        catch (AriRefusedException)
        {
            await MissNoticeAsync(call, notice.Number, cancel);
        }
    }

    /// <summary>Somebody answered and the floor says nothing, as while its journal is away: nobody is kept in silence, and it hears of it when it can.</summary>
    public async Task BreakSilenceAsync(SwitchCall call, CancellationToken cancel)
    {
        if (IsNoLongerSilent()) return;
        await call.Customer.Arrived.WaitAsync(ArrivalLimit, cancel);
        if (IsNoLongerSilent()) return;
        call.SilenceBroken = true;
        if (call.Notice is not { } notice)
        {
            SwitchLog.SilenceEnded(world.Log, call.Attempt.Value);
            world.Tell(new SilenceBroken(world.Now, call.Attempt, null));
            await HangUpAsync(call, cancel);
            return;
        }
        SwitchLog.SilenceBroken(world.Log, call.Attempt.Value);
        world.Tell(new SilenceBroken(world.Now, call.Attempt, notice));
        try
        {
            if (await world.Control.PlayAsync(LegName.OfCustomer(call.Attempt), LegName.OfNotice(call.Attempt, 1), notice, cancel))
            {
                foreach (var offer in call.Desks.Keys.Order()) await WithdrawAsync(call, offer, cancel);
                return;
            }
        }
        catch (AriRefusedException)
        {
            world.Tell(new NoticeFailed(world.Now, call.Attempt, 1));
        }
        await HangUpAsync(call, cancel);

        bool IsNoLongerSilent() => call.FloorSettled || call.Customer is { Gone: true } or { Withdrawn: true } or { CarrierEnded: true };
    }

    /// <summary>Tells the floor that a person waits in silence. The sound of one who hung up breaks off as well, which says nothing against it.</summary>
    public async Task MissNoticeAsync(SwitchCall call, int number, CancellationToken cancel)
    {
        if (call.Customer is { Gone: false, Withdrawn: false, CarrierEnded: false } && await world.Control.LivesAsync(LegName.OfCustomer(call.Attempt), cancel) && call.Customer is { Gone: false, CarrierEnded: false })
        {
            world.Tell(new NoticeFailed(world.Now, call.Attempt, number));
            // A floor that said nothing will not say what is played instead.
            if (call.SilenceBroken) await HangUpAsync(call, cancel);
        }
        else await HangUpAsync(call, cancel);
    }

    /// <summary>The customer first: nobody may be kept on a line that we have done with. Each step is tried whatever became of the others.</summary>
    private async Task HangUpAsync(SwitchCall call, CancellationToken cancel)
    {
        call.Customer.Withdrawn = true;
        await TryAsync(() => world.Control.HangUpAsync(LegName.OfCustomer(call.Attempt), 16, cancel));
        // The end of the sound is the end of the conversation, not that of the bridge some moments later.
        foreach (var recording in call.Recordings.Keys) await TryAsync(() => world.Control.StopRecordingAsync(recording.Value, cancel));
        foreach (var offer in call.Desks.Keys.Order()) await TryAsync(() => WithdrawAsync(call, offer, cancel));
        await TryAsync(() => EndBridgeAsync(call, cancel));

        async Task TryAsync(Func<Task> step)
        {
            try
            {
                await step();
            }
            catch (Exception refused) when (IsSwitchFailure(refused) && !cancel.IsCancellationRequested)
            {
                SwitchLog.CommandLost(world.Log, nameof(HangUp), call.Attempt.Value, refused.Message);
            }
        }
    }

    /// <summary>Ends the attempt's bridge, once: it is asked for by the order to hang up and by the end of the last leg.</summary>
    public async Task EndBridgeAsync(SwitchCall call, CancellationToken cancel)
    {
        if (!call.HasBridge) return;
        await world.Control.EndBridgeAsync(LegName.OfBridge(call.Attempt), cancel);
        call.HasBridge = false;
    }

    private async Task WithdrawAsync(SwitchCall call, int offer, CancellationToken cancel)
    {
        if (call.Desks.TryGetValue(offer, out var leg)) leg.Withdrawn = true;
        await world.Control.HangUpAsync(LegName.OfDesk(call.Attempt, offer), 16, cancel);
    }

    /// <summary>A held customer stands in no bridge and hears music of their own; the agent stays in the conversation's, alone.</summary>
    private async Task HoldAsync(SwitchCall call, bool held, CancellationToken cancel)
    {
        var (bridge, customer) = (LegName.OfBridge(call.Attempt), LegName.OfCustomer(call.Attempt));
        if (held)
        {
            call.HearsMusic = true;
            await world.Control.TakeOutAsync(bridge, customer, cancel);
            await world.Control.PlayMusicAsync(customer, cancel);
        }
        else
        {
            await EndMusicAsync(call, cancel);
            await world.Control.AddAsync(bridge, cancel, customer);
        }
    }

    private async Task EndMusicAsync(SwitchCall call, CancellationToken cancel)
    {
        await world.Control.StopMusicAsync(LegName.OfCustomer(call.Attempt), cancel);
        call.HearsMusic = false;
    }

    private async Task RecordAsync(SwitchCall call, Record record, CancellationToken cancel)
    {
        var name = record.Recording.Value;
        switch (record.Command)
        {
            case RecordingCommand.Start:
                _ = world.Shelf.FileOf(record.Recording);
                call.Recordings[record.Recording] = true;
                await world.Control.HearBridgeAsync(LegName.OfBridge(record.Attempt), cancel);
                if (await world.Control.RecordAsync(LegName.OfBridge(record.Attempt), name, cancel) || await world.Control.LiveRecordingAsync(name, cancel) is not null) return;
                call.Recordings.TryRemove(record.Recording, out _);
                if (world.Shelf.Close(record.Recording) is null) world.Tell(new RecordingEnded(world.Now, record.Recording, Duration.Zero, false));
                return;
            case RecordingCommand.Pause or RecordingCommand.Resume:
                await world.Control.PauseRecordingAsync(name, record.Command == RecordingCommand.Pause, cancel);
                return;
            case RecordingCommand.Stop:
                await world.Control.StopRecordingAsync(name, cancel);
                return;
        }
    }
}
