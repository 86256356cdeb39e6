using Microsoft.Extensions.Logging;
using NodaTime;
using Plateau.Core.Interactions;
using Plateau.Core.Prospecting;
using Plateau.Telephony.Asterisk;
using Plateau.Telephony.Desks;
using Plateau.Telephony.Recordings;
using Plateau.Telephony.Trunks;

namespace Plateau.Telephony.Switch;

/// <summary>
/// The floor's hand and ear at the switch. An instruction is taken at once and carried out in its attempt's own line of
/// work; whatever comes of it comes back as a signal. Nothing is dialled before the switch was counted.
/// </summary>
public sealed class AsteriskSwitch
{
    /// <summary>How often a census is tried on one socket before another is asked for.</summary>
    private const int MostTries = 50;

    private static readonly TimeSpan BetweenTries = TimeSpan.FromMilliseconds(100);

    /// <summary>How long what was kept for us may take to come; a quarter of an hour of three hundred agents comes in a second.</summary>
    private static readonly TimeSpan KeptLimit = TimeSpan.FromSeconds(10);

    private readonly SwitchWorld world;
    private readonly Monitors monitors;
    private readonly Telephones telephones;
    private readonly Orders orders;
    private readonly Hearing hearing;
    private readonly Census census;
    private readonly AriLink link;
    private CancellationToken stopping;
    private volatile bool ready;

    /// <param name="recordingFolder">Where the switch leaves recordings.</param>
    /// <param name="trunks">All trunks that may be dialled; the practice line only when it is among them.</param>
    /// <param name="numberOf">The number to dial in E.164, or null: personal data stays outside facts and instructions.</param>
    /// <param name="tell">Takes each signal, in order of each attempt. Must return at once and may be called from several threads.</param>
    /// <param name="clock">The floor's clock; under practice it isn't the wall's.</param>
    public AsteriskSwitch(
        AriClient control, AriLink link, string recordingFolder, IReadOnlyList<TrunkSettings> trunks,
        Func<Dial, CancellationToken, ValueTask<string?>> numberOf, Action<Signal> tell, IClock clock, ILogger<AsteriskSwitch> log)
    {
        ArgumentNullException.ThrowIfNull(trunks);
        foreach (var flaw in trunks.SelectMany(trunk => trunk.Flaws()))
            throw new SwitchUnusableException($"{flaw.Place}: {flaw.Remedy} ({flaw.Reason}).");
        this.link = link;
        world = new(control, new RecordingShelf(recordingFolder), trunks, tell, clock, log);
        monitors = new(world);
        orders = new(world, monitors, numberOf, () => ready);
        telephones = new(world);
        hearing = new(world, orders, monitors, agent => telephones.Look(agent, stopping), () => stopping);
        census = new(world);
    }

    /// <summary>True between a census and the loss of the link: calls can be made.</summary>
    public bool IsReady => ready;

    /// <summary>Whether this instruction is for the switch.</summary>
    public static bool Carries(Instruction instruction) => instruction is Dial or OfferTo or Join or PlayNotice or HangUp or WithdrawOffer or Hold or Record
        or JoinColleague or SendKeys or StartMonitor or EndMonitor;

    /// <summary>Takes an instruction and returns at once.</summary>
    public void Carry(Instruction instruction)
    {
        var attempt = AttemptOf(instruction);
        // An order to end finds a record or needs none; only what begins something makes one.
        var call = instruction is Dial or OfferTo or Join or PlayNotice ? world.CallOf(attempt) : world.Calls.GetValueOrDefault(attempt) ?? new SwitchCall(attempt);
        if (instruction is OfferTo { Offer: var offer }) call.AwaitAgent(offer);
        if (instruction is Join or PlayNotice or HangUp) call.FloorSettled = true;
        if (!call.Enqueue(() => CarryAsync(call, instruction))) SwitchLog.CommandDropped(world.Log, instruction.GetType().Name, attempt.Value);
    }

    /// <summary>Gives an agent a telephone for this desk session; the switch gets it now, and again on every connect.</summary>
    public async Task ServeAsync(AgentEndpoint agent, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(agent);
        world.Agents[agent.Agent] = agent;
        if (!ready) return;
        await agent.PushAsync(world.Control, cancel);
        telephones.Look(agent.Agent, stopping);
    }

    /// <summary>Takes an agent's telephone away: its registration and password end with it.</summary>
    public async Task DismissAsync(AgentId agent, CancellationToken cancel)
    {
        if (world.Agents.TryRemove(agent, out var endpoint) && ready) await endpoint.RemoveAsync(world.Control, cancel);
    }

    /// <summary>Tells the floor that the switch's process is dead, and its calls with it. Returns at once.</summary>
    public void Died() => Lose(died: true);

    /// <summary>Has the switch counted again while its socket stays open: the floor was built anew and must hear how things
    /// stand. Until then nothing is dialled. Returns at once; without a socket the next connect counts anyway.</summary>
    public void Recount() => link.AskForCount();

    /// <summary>Hears the switch until cancelled. One reader, in order.</summary>
    public async Task RunAsync(CancellationToken cancel)
    {
        stopping = cancel;
        await foreach (var news in link.News.ReadAllAsync(cancel))
            switch (news)
            {
                case LinkNews.Opened { IsKept: var isKept }: await WelcomeAsync(isKept, cancel); break;
                // While the switch is away there is nothing to count, and when it comes it is counted.
                case LinkNews.CountWanted when ready: await WelcomeAsync(isKept: false, cancel); break;
                // Without a census the floor was never told that the switch is there.
                case LinkNews.Closed when ready: Lose(died: false); break;
                case LinkNews.Event { What: var what }: hearing.Hear(what); break;
            }
    }

    private async Task WelcomeAsync(bool isKept, CancellationToken cancel)
    {
        // A new socket can come before the old one's end is noticed; until the count is done the switch is away.
        if (ready) Lose(died: false);
        for (var tries = 1; ; tries++)
            try
            {
                await census.ProvideAsync(cancel);
                // What was kept for us while we were away comes first: it says more than absence does.
                if (isKept) await HearKeptAsync(cancel);
                isKept = false;
                while (link.News.TryPeek(out var next) && next is LinkNews.Event && link.News.TryRead(out var news)) hearing.Hear(((LinkNews.Event)news).What);
                var connected = await census.CountAsync(cancel);
                ready = true;
                world.Tell(connected);
                foreach (var answer in census.MissedAnswers()) world.Tell(answer);
                foreach (var agent in world.Agents.Keys) telephones.Look(agent, cancel);
                return;
            }
            catch (Exception failed) when (Orders.IsSwitchFailure(failed) && !cancel.IsCancellationRequested)
            {
                // A starting switch opens its socket before it has all its modules.
                if (link.IsOpen && tries < MostTries) await Task.Delay(BetweenTries, cancel);
                else
                {
                    SwitchLog.CensusFailed(world.Log, failed.Message);
                    link.Drop();
                    return;
                }
            }
    }

    /// <summary>Hears what was kept, to its end or for as long as anybody may wait for it; then the count says what is true.</summary>
    private async Task HearKeptAsync(CancellationToken cancel)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        limit.CancelAfter(KeptLimit);
        try
        {
            while (await link.News.WaitToReadAsync(limit.Token) && link.News.TryPeek(out var next) && next is LinkNews.Event or LinkNews.CountWanted && link.News.TryRead(out _))
            {
                // Whoever wants a count gets it now.
                if (next is not LinkNews.Event { What: var what }) continue;
                if (what.Type == SocketKeeper.CaughtUpKind) return;
                hearing.Hear(what);
            }
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            SwitchLog.KeptTooLong(world.Log, KeptLimit.TotalSeconds);
        }
    }

    private void Lose(bool died)
    {
        ready = false;
        census.Lost();
        SwitchLog.Lost(world.Log, died);
        if (died) world.Calls.Clear();
        world.Tell(new SwitchLost(world.Now, died));
    }

    private async Task CarryAsync(SwitchCall call, Instruction instruction)
    {
        try
        {
            await orders.CarryAsync(call, instruction, stopping);
        }
        catch (Exception failed) when (failed is not OutOfMemoryException)
        {
            if (stopping.IsCancellationRequested) return;
            SwitchLog.CommandFailed(world.Log, instruction.GetType().Name, call.Attempt.Value, failed);
            // Whatever went wrong, the floor must not wait for a call that was never made.
            if (instruction is Dial && !call.Customer.Gone) orders.Fail(call, Outcome.Interrupted, "not-dialled");
        }
    }

    private static AttemptId AttemptOf(Instruction instruction) => instruction switch
    {
        Dial dial => dial.Attempt,
        OfferTo offer => offer.Attempt,
        Join join => join.Attempt,
        PlayNotice notice => notice.Attempt,
        HangUp hangUp => hangUp.Attempt,
        WithdrawOffer withdraw => withdraw.Attempt,
        Hold hold => hold.Attempt,
        Record record => record.Attempt,
        JoinColleague join => join.Attempt,
        SendKeys keys => keys.Attempt,
        StartMonitor monitor => monitor.Attempt,
        EndMonitor monitor => monitor.Attempt,
        _ => throw new InvalidOperationException($"The switch does not carry {instruction.GetType().Name}."),
    };
}
