using System.Threading.Channels;
using NodaTime;
using Plateau.Core.Compliance;
using Plateau.Core.Interactions;
using Plateau.Core.Prospecting;
using Plateau.Server.Floors;
using Plateau.Server.Telephony;
using Plateau.Simulation;
using Plateau.Storage.Prospecting;

namespace Plateau.Server.Demo;

/// <summary>The simulated switch, customers and agents behind the real server: what the floor instructs happens to invented people, by the demonstration's clock.</summary>
/// <remarks>
/// The same customers, carrier and workforce as in a simulation. They live on one line of work: instructions, facts and
/// what falls due come in through one queue, so nothing in them needs a lock. Agents whom somebody plays from a desk are
/// left alone; only their calls behave as the carrier's do.
/// </remarks>
internal sealed class DemoWorld : BackgroundService, ISwitch
{
    private readonly DemoClock clock;
    private readonly IServiceProvider services;
    private readonly ILogger<DemoWorld> log;
    private readonly Channel<Action> inbox = Channel.CreateUnbounded<Action>(new UnboundedChannelOptions { SingleReader = true });
    private readonly PriorityQueue<Func<Instant, Signal?>, (Instant At, long Order)> agenda = new();
    private readonly Dictionary<ProspectId, int> dials = [];
    private readonly Carrier carrier;
    private readonly Workforce workforce;
    private long order;

    public DemoWorld(DemoCentre centre, DemoClock clock, IServiceProvider services, ILogger<DemoWorld> log)
    {
        (this.clock, this.services, this.log) = (clock, services, log);
        var scenario = centre.Scenario;
        // Whoever is really on a list stands in the store; only how they respond is invented here.
        var customers = new Customers(scenario with { Customers = scenario.Customers with { Count = 0 } }, centre.Seed, new ClientId("demo"));
        carrier = new Carrier(scenario, centre.Seed, customers, Later);
        workforce = new Workforce(scenario, centre.Seed, centre.Colleagues, customers, carrier, Later);
    }

    public bool IsReady { get; private set; }

    public string? Trouble => null;

    public void Carry(Instruction instruction) => inbox.Writer.TryWrite(() =>
    {
        var tried = instruction is Dial dial ? dials[dial.Prospect] = dials.GetValueOrDefault(dial.Prospect) + 1 : 1;
        carrier.Carry(instruction, clock.GetCurrentInstant(), tried);
    });

    public void Recount() => inbox.Writer.TryWrite(() => Tell(carrier.Census(clock.GetCurrentInstant())));

    /// <summary>An agent looks at the prospect shown and clicks, unless somebody plays that agent.</summary>
    public void Look(ShowPreview shown) => inbox.Writer.TryWrite(() =>
    {
        if (workforce.LookFor(shown.Agent) is { } looks) _ = ClickAsync(shown, looks);
    });

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var facts = FollowAsync(stoppingToken);
        try
        {
            IsReady = true;
            Recount();
            OpenAt(clock.GetCurrentInstant());
            while (true)
            {
                while (inbox.Reader.TryRead(out var happened)) happened();
                while (agenda.TryPeek(out _, out var next) && next.At <= clock.GetCurrentInstant())
                {
                    var what = agenda.Dequeue();
                    if (what(Instant.Max(next.At, clock.GetCurrentInstant())) is { } signal) Tell(signal);
                }
                await WaitAsync(stoppingToken);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            log.LogInformation("The demonstration is over");
        }
        await facts;
    }

    /// <summary>Agents come in the morning, go to lunch when nobody in France may be called, and go home in the evening.</summary>
    private void OpenAt(Instant morning)
    {
        workforce.Open();
        var today = morning.InZone(Zones.Paris).Date;
        var closes = Zones.Paris.AtLeniently(today + new LocalTime(19, 56)).ToInstant();
        Later(closes - morning, _ =>
        {
            workforce.Close();
            return null;
        });
        var tomorrow = DemoClock.NextMorning(closes);
        Later(tomorrow - morning, at =>
        {
            OpenAt(at);
            return null;
        });
    }

    private void Later(Duration after, Func<Instant, Signal?> what) => agenda.Enqueue(what, (clock.GetCurrentInstant() + after, order++));

    private void Tell(Signal signal) => services.GetRequiredService<FloorLine>().Tell(signal);

    private async Task WaitAsync(CancellationToken stopping)
    {
        var wait = agenda.TryPeek(out _, out var next) ? clock.Until(next.At) : TimeSpan.FromMilliseconds(500);
        if (wait <= TimeSpan.Zero) return;
        using var sooner = CancellationTokenSource.CreateLinkedTokenSource(stopping);
        sooner.CancelAfter(wait);
        try
        {
            await inbox.Reader.WaitToReadAsync(sooner.Token);
        }
        catch (OperationCanceledException) when (!stopping.IsCancellationRequested)
        {
            // Something falls due.
        }
    }

    private async Task FollowAsync(CancellationToken stopping)
    {
        try
        {
            await foreach (var fact in services.GetRequiredService<FactFeed>().ReadAsync(stopping)) inbox.Writer.TryWrite(() => workforce.See(fact));
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            inbox.Writer.TryComplete();
        }
    }

    private async Task ClickAsync(ShowPreview shown, Duration looks)
    {
        try
        {
            if (await services.GetRequiredService<HopperFeed>().BringOneAsync(shown.Prospect, clock.GetCurrentInstant()) is { } dossier)
                inbox.Writer.TryWrite(() => Later(looks, at => new DeskDialled(at, shown.Agent, shown.Campaign, dossier)));
        }
        catch (System.Data.Common.DbException away)
        {
            // The floor takes the preview away when nobody clicks.
            log.LogWarning(away, "The prospect shown can't be read now");
        }
    }
}
