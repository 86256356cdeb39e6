using NodaTime;
using Plateau.Core.Clients;
using Plateau.Core.Floors;
using Plateau.Core.Interactions;
using Plateau.Core.Prospecting;

namespace Plateau.Simulation;

/// <summary>A day on an invented floor: the real floor machine in virtual time, with invented people around it.</summary>
/// <remarks>The same seed gives the same facts on any machine; a failing seed becomes a named scenario.</remarks>
public sealed class World
{
    private static readonly ClientId Invented = new("acme");
    private static readonly CampaignId Campaign = new("simulated");
    private static readonly CallerId Shown = new("+33162000001", "MANDATE-1", new LocalDate(2026, 1, 1));
    private static readonly Duration Tick = Duration.FromSeconds(1);
    private static readonly Duration CensusEvery = Duration.FromSeconds(30);

    /// <summary>After closing time, calls that are under way may go on this long before they count as stuck.</summary>
    private static readonly Duration LastCalls = Duration.FromMinutes(45);

    /// <summary>What is to happen, by nanoseconds since the opening.</summary>
    private readonly Agenda<Func<Instant, Signal?>> agenda = new();
    private readonly Scenario scenario;
    private readonly Faults? faults;
    private readonly Chance mishaps;
    private readonly Customers customers;
    private readonly Carrier carrier;
    private readonly Workforce workforce;
    private readonly Dictionary<AttemptId, int> tries = [];
    private readonly List<string> broken = [];
    private readonly List<(string Name, byte[] Data)>? kept;
    private readonly bool asks;
    private readonly IReadOnlyList<HabitCount>? habits;
    private readonly Client client;
    private readonly CampaignSettings settings;
    private readonly Instant end;
    private Instant now;
    private bool linkIsDown;

    /// <param name="faults">Null for a world in which nothing goes wrong between the switch and the floor.</param>
    /// <param name="keep">Keeps the journal in memory, for a replay.</param>
    /// <param name="asks">
    /// Lives only to be asked what would come of the day: nothing is written down or examined on the way, which takes most
    /// of the time; the figures are the same, without a fingerprint.
    /// </param>
    /// <param name="habits">When people answer, as an earlier day taught it; null for a floor that learnt nothing.</param>
    /// <param name="rehearsal">The real campaign whose day is lived through; null for one of invented people under an invented client.</param>
    public World(Scenario scenario, long seed, Faults? faults = null, bool keep = false, bool asks = false, IReadOnlyList<HabitCount>? habits = null, Rehearsal? rehearsal = null)
    {
        (this.scenario, this.faults, this.asks, this.habits) = (scenario, faults, asks, habits);
        (Floor, Tally) = (new Floor { LinksDecisions = !asks }, new Tally(proves: !asks));
        mishaps = new Chance(seed, "mishap");
        now = scenario.Start;
        end = scenario.Start + Duration.FromMinutes(scenario.Minutes);
        (client, settings) = (ClientOf(rehearsal), SettingsOf(scenario, rehearsal));
        customers = rehearsal is null ? new Customers(scenario, seed, client.Id) : new Customers(scenario, seed, new RehearsedCast(rehearsal, scenario.Customers.Count));
        carrier = new Carrier(scenario, seed, customers, Later);
        workforce = new Workforce(scenario, seed, [.. Enumerable.Range(1, scenario.Agents).Select(number => new Colleague(new AgentId($"agent-{number}"), [Campaign]))], customers, carrier, Later);
        kept = keep ? [] : null;
    }

    public Floor Floor { get; }
    public Tally Tally { get; }

    /// <summary>Signals handled so far.</summary>
    public long Signals { get; private set; }

    /// <summary>When the last call was placed.</summary>
    public Instant LastPlaced { get; private set; }

    /// <summary>Whether nobody is left on the list whom this day may still call.</summary>
    public bool IsListSpent => customers.NextDue is not { } due || due > end;

    /// <summary>Calls given to the invented network, counted there.</summary>
    public int Invites => carrier.Invites;

    /// <summary>The journal, when it was asked to be kept.</summary>
    public IReadOnlyList<(string Name, byte[] Data)> Journal => kept ?? throw new InvalidOperationException("this world keeps no journal: make it with keep: true");

    /// <summary>What was found broken while living through the day, and in its journal.</summary>
    public IReadOnlyList<string> Violations => [.. broken, .. Tally.Figures.Violations];

    /// <summary>Lives through the whole day.</summary>
    /// <param name="progress">Told the share of the day that is over, from 0 to 1, once a virtual minute.</param>
    public Figures Run(Action<double>? progress = null)
    {
        Begin();
        var next = now;
        while (agenda.TryPeek(out var moment))
        {
            var what = agenda.Take();
            now = scenario.Start + Duration.FromNanoseconds(moment);
            if (now > end + LastCalls) break;
            if (now >= next)
            {
                progress?.Invoke(Math.Min(1, (now - scenario.Start) / (end - scenario.Start)));
                next = now + Duration.FromMinutes(1);
            }
            if (what(now) is { } signal) Meet(signal);
        }
        CheckTheEnd();
        return Tally.Figures with { Violations = Violations };
    }

    /// <summary>A client whose papers are in order: what is missing on file keeps a campaign from starting, and its gate says so.</summary>
    private static Client ClientOf(Rehearsal? rehearsal)
    {
        Paper[] papers = [.. Enum.GetValues<PaperKind>().Select(kind => new Paper(kind, $"PAPER-{kind}", Shown.From))];
        return rehearsal is null ? new Client(Invented, "ACME", [Shown]) { Papers = papers } : rehearsal.Client with { Papers = papers, CallerIds = [.. rehearsal.Client.CallerIds, Shown] };
    }

    /// <summary>The day's settings: of a real campaign all that decides whom the law lets be called and when they are called again; who serves it and how results are named is invented.</summary>
    private static CampaignSettings SettingsOf(Scenario scenario, Rehearsal? rehearsal)
    {
        var invented = new CampaignSettings(Campaign, 1, scenario.Name, Invented, new ProgrammeId("sales"), scenario.Mode, new TrunkId("carrier"), Shown.Number, Customers.Product, [new ListId("invented")])
        {
            RingTimeout = Duration.FromSeconds(scenario.RingTimeoutSeconds),
            DetectMachines = scenario.DetectMachines,
            MachineSample = scenario.MachineSample,
            PowerRatio = scenario.PowerRatio,
            AbandonmentLimit = scenario.AbandonmentLimit,
            Notice = "invented-notice",
            AttemptLimit = scenario.AttemptLimit,
            Recording = scenario.Record ? RecordingChoice.FromStart : RecordingChoice.OnRequest,
            RecordingPurpose = scenario.Record ? "quality" : null,
            // All but one in a million: no text lets all calls be recorded, and a day is to go as it went.
            RecordingSample = scenario.Record ? 0.999999 : 1,
            Script = scenario.Record ? new([new("opening", "Opening", "{agent} of {client}: this call may be recorded.") { Tells = [OpeningDuty.Recording] }]) : null,
        };
        return rehearsal?.Campaign is not { } real ? invented : invented with
        {
            Client = real.Client, Product = real.Product, Purpose = real.Purpose, HasOffer = real.HasOffer, Sector = real.Sector, Recycling = real.Recycling, RingTimeout = real.RingTimeout,
            Recording = real.Recording, RecordingPurpose = real.RecordingPurpose, RecordingSample = real.RecordingSample,
        };
    }

    private void Begin()
    {
        Later(Duration.Zero, at => new FloorWasOpened(at, "simulated", "sim"));
        Later(Duration.Zero, at => new ClientWasSet(at, client));
        Later(Duration.Zero, at => new TrunkWasSet(at, new TrunkLimits(new TrunkId("carrier"), scenario.Carrier.MostCalls, scenario.Carrier.CallsPerSecond)));
        Later(Duration.Zero, at => new CampaignWasSet(at, settings));
        Later(Duration.Zero, at => carrier.Census(at));
        Later(Duration.Zero, at => new CampaignWasSwitched(at, Campaign, CampaignState.Running));
        if (habits is not null) Later(Duration.Zero, at => new HabitsWereRead(at, client.Id, habits));
        workforce.Open();
        Later(Tick, EverySecond);
        if (faults is not null) Later(CensusEvery, Recount);
        if (faults is { BreakMean: > 0 }) PlanBreak(faults);
        Later(end - scenario.Start, at =>
        {
            workforce.Close();
            return new CampaignWasSwitched(at, Campaign, CampaignState.Stopped);
        });
    }

    /// <summary>A floor is looked through after each signal and each second; one of more than fifty desks, which takes longer to look through, so much less often.</summary>
    private TimePassed? EverySecond(Instant at)
    {
        if (at < end || Floor.Attempts.Count > 0) Later(Tick, EverySecond);
        if (!asks && (at - scenario.Start) / Tick % (1 + Floor.Desks.Count / 50) == 0)
            foreach (var stuck in Invariants.Stuck(Floor)) Break(stuck);
        return new TimePassed(at);
    }

    private SwitchConnected? Recount(Instant at)
    {
        if (at < end || Floor.Attempts.Count > 0) Later(CensusEvery, Recount);
        return linkIsDown ? null : carrier.Census(at);
    }

    private void PlanBreak(Faults plan)
    {
        var begins = Duration.FromMilliseconds(mishaps.ExponentialMilliseconds(plan.BreakMean));
        var lasts = Duration.FromMilliseconds(mishaps.BetweenMilliseconds(200, 20_000));
        var dies = mishaps.Happens(300_000);
        Later(begins, at =>
        {
            linkIsDown = true;
            if (dies) carrier.Die();
            return new SwitchLost(at, dies);
        });
        Later(begins + lasts, at =>
        {
            linkIsDown = false;
            if (at < end) PlanBreak(plan);
            return carrier.Census(at);
        });
    }

    private void Later(Duration after, Func<Instant, Signal?> what) => agenda.Set((now - scenario.Start + after).ToInt64Nanoseconds(), what);

    /// <summary>The way of a signal to the floor, with what may befall it.</summary>
    private void Meet(Signal signal)
    {
        if (faults is not null && Faults.CanBeLost(signal) && (linkIsDown || mishaps.Happens(faults.Lost))) return;
        if (faults is not null && Faults.CanBeLate(signal) && mishaps.Happens(faults.Late))
        {
            Later(Faults.Lateness(mishaps), _ => signal);
            return;
        }
        Handle(signal);
        if (faults is not null && mishaps.Happens(faults.Doubled)) Handle(signal);
    }

    private void Handle(Signal signal)
    {
        Signals++;
        var reaction = Floor.Handle(signal);
        foreach (var fact in reaction.Facts)
        {
            if (asks) Tally.Count(fact);
            else
            {
                var data = FactJson.Write(fact);
                kept?.Add((FactJson.NameOf(fact), data));
                Tally.Count(fact, data);
            }
            if (fact is AttemptPlaced) LastPlaced = now;
            if (fact is AttemptPermitted permitted) tries[permitted.Attempt] = permitted.Tried;
            customers.See(fact);
            workforce.See(fact);
        }
        foreach (var instruction in reaction.Instructions) Carry(instruction);
        if (asks) return;
        if (Floor.Desks.Count <= 50 || Signals % Floor.Desks.Count == 0)
            foreach (var what in Invariants.Broken(Floor)) Break(what);
    }

    private void Carry(Instruction instruction)
    {
        switch (instruction)
        {
            case BringProspects wish: Later(Duration.FromMilliseconds(5), at => customers.Bring(wish, at)); break;
            case BringProspect wish: Later(Duration.FromMilliseconds(5), at => customers.Bring(wish, at)); break;
            case ShowPreview shown: workforce.Look(shown, now); break;
            case Flaw: break;
            // While the link is down an instruction does not reach the switch.
            case Dial dial when linkIsDown: Later(Duration.FromMilliseconds(10), at => new CallFailed(at, dial.Attempt, Outcome.Interrupted, "link")); break;
            case var any when !linkIsDown: carrier.Carry(any, now, any is Dial dialled && tries.Remove(dialled.Attempt, out var tried) ? tried : 1); break;
        }
    }

    private void CheckTheEnd()
    {
        foreach (var attempt in Floor.Attempts.Values) Break($"{attempt.Id} was still in {attempt.Stage} after the last call");
        if (carrier.DialledTwice > 0) Break($"{carrier.DialledTwice} attempts were dialled twice");
        // A dial that left while the link was down never reached the network, and no other may be missing.
        if (carrier.Invites > Tally.Figures.Attempts) Break($"the network saw {carrier.Invites} calls, the journal {Tally.Figures.Attempts}");
        if (faults is null && carrier.Invites != Tally.Figures.Attempts) Break($"the network saw {carrier.Invites} calls, the journal {Tally.Figures.Attempts}");
    }

    private void Break(string what)
    {
        if (broken.Count < 100) broken.Add($"{now}: {what}");
    }
}
