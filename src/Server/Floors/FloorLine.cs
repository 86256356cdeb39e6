using System.Text.Json;
using System.Threading.Channels;
using NodaTime;
using Plateau.Core.Floors;
using Plateau.Core.Interactions;
using Plateau.Core.Prospecting;

namespace Plateau.Server.Floors;

/// <summary>The one line into a floor: everything outside tells its signals here, in order, and never waits for the floor.</summary>
/// <remarks>
/// While the journal is away the line holds what it was told and tells it again: the floor decides nothing it can't write.
/// A second that passed is not worth queueing for: of ticks only the last is kept.
/// </remarks>
internal sealed class FloorLine(IGrainFactory grains, IClock clock, FloorName floor, FloorMeters meters, ILogger<FloorLine> log) : BackgroundService
{
    /// <summary>Signals held at most; more than an hour of a busy floor's.</summary>
    private const int MostWaiting = 200_000;
    private const int MostAtOnce = 256;
    /// <summary>A signal that the floor can't take because of a mistake of ours is tried so often again, then given up.</summary>
    private const int MostMistakes = 2;

    private static readonly TimeSpan TickEvery = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan TellAgain = TimeSpan.FromMilliseconds(250);

    private readonly Channel<Signal> waiting = Channel.CreateBounded<Signal>(new BoundedChannelOptions(MostWaiting) { SingleReader = true });

    private IFloorGrain Grain => grains.GetGrain<IFloorGrain>(floor.Value);

    /// <summary>Whether the last word from the floor was that its journal can be written.</summary>
    public bool JournalIsThere { get; private set; } = true;

    /// <summary>Tells the floor something. Returns at once.</summary>
    public void Tell(Signal signal)
    {
        if (waiting.Writer.TryWrite(signal)) return;
        meters.SignalLost();
        log.LogError("The floor's line is full ({Most} signals): {Signal} is lost until the switch is counted again", MostWaiting, signal.GetType().Name);
    }

    /// <summary>Tells the floor something and waits for its answer: what it could not take as it stood.</summary>
    /// <exception cref="JournalIsAwayException">The journal is away; nothing was changed.</exception>
    public async Task<IReadOnlyList<Flaw>> AskAsync(params IReadOnlyList<Signal> signals) =>
        JsonSerializer.Deserialize<List<Flaw>>(await Grain.Take(SignalJson.Write(signals)), FactJson.Options)!;

    /// <summary>How the floor stands.</summary>
    public async Task<FloorView> LookAsync() => JsonSerializer.Deserialize<FloorView>(await Grain.Look(), FactJson.Options)!;

    /// <summary>The callbacks that an agent has promised or may make, the next first.</summary>
    public async Task<IReadOnlyList<Callback>> PromisedAsync(AgentId agent, int most) =>
        JsonSerializer.Deserialize<List<Callback>>(await Grain.Promised(agent.Value, most), FactJson.Options)!;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // A tick finds the line empty or is not needed: whatever waits there carries its own time.
        using var ticker = new PeriodicTimer(TickEvery);
        var ticking = TickAsync(ticker, stoppingToken);
        var batch = new List<Signal>(MostAtOnce);
        try
        {
            while (await waiting.Reader.WaitToReadAsync(stoppingToken))
            {
                batch.Clear();
                while (batch.Count < MostAtOnce && waiting.Reader.TryRead(out var signal)) batch.Add(signal);
                await TellUntilTakenAsync(batch, stoppingToken);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            log.LogInformation("The floor's line is closed");
        }
        await ticking;
    }

    private async Task TickAsync(PeriodicTimer ticker, CancellationToken stopping)
    {
        try
        {
            while (await ticker.WaitForNextTickAsync(stopping))
                if (waiting.Reader.Count == 0) Tell(new TimePassed(clock.GetCurrentInstant()));
        }
        catch (OperationCanceledException)
        {
            return;
        }
    }

    private async Task TellUntilTakenAsync(List<Signal> batch, CancellationToken stopping)
    {
        var bytes = SignalJson.Write(batch);
        var mistakes = 0;
        while (true)
        {
            try
            {
                await Grain.Take(bytes);
                if (!JournalIsThere) log.LogInformation("The journal is back; the floor goes on");
                JournalIsThere = true;
                return;
            }
            catch (Exception mistake) when (mistake is not (OperationCanceledException or JournalIsAwayException or OrleansException or TimeoutException))
            {
                if (++mistakes > MostMistakes)
                {
                    await TellOneByOneAsync(batch, mistake, stopping);
                    return;
                }
                log.LogError(mistake, "The floor stumbled over its signals; it is built again from its journal");
                await Task.Delay(TellAgain, stopping);
            }
            catch (Exception away) when (away is not OperationCanceledException)
            {
                if (JournalIsThere) log.LogError(away, "The floor can't take signals; nothing is dialled until it can");
                JournalIsThere = false;
                await Task.Delay(TellAgain, stopping);
            }
        }
    }

    /// <summary>One signal must not hold up all others for ever: the good ones are told, the bad one is named in the log and given up.</summary>
    private async Task TellOneByOneAsync(List<Signal> batch, Exception mistake, CancellationToken stopping)
    {
        if (batch.Count == 1)
        {
            meters.SignalLost();
            log.LogCritical(mistake, "The floor can't take {Signal} and it is given up; this is a mistake of Plateau's, please report it", batch[0].GetType().Name);
            return;
        }
        foreach (var signal in batch) await TellUntilTakenAsync([signal], stopping);
    }
}

/// <summary>Which floor this process serves.</summary>
internal sealed record FloorName(string Value);
