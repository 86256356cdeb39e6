using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using NodaTime;
using Plateau.Core.Clients;
using Plateau.Core.Compliance;
using Plateau.Core.Floors;
using Plateau.Core.Interactions;
using Plateau.Core.People;
using Plateau.Core.Prospecting;

namespace Plateau.Bench;

/// <summary>
/// How many signals a floor takes in a second, and how that changes with its agents. Everything is on: the law is asked
/// for each dial, callbacks and recordings are kept, facts are made and folded. Beside it, in the same run, a bare
/// dictionary update per signal: the least that any floor could do.
/// </summary>
internal static class FloorBench
{
    private const int Rounds = 5;
    private const int SignalsPerRound = 400_000;
    private static readonly int[] Teams = [10, 100, 1_000, 10_000];

    public static Task<int> RunAsync(string[] args)
    {
        var rows = Teams.ToDictionary(agents => agents, _ => new List<Sample>());
        foreach (var agents in Teams) Drive(agents, SignalsPerRound / 4);
        for (var round = 0; round < Rounds; round++)
            foreach (var agents in Teams) rows[agents].Add(Drive(agents, SignalsPerRound));

        Console.WriteLine($"{"agents",8} {"signals/s",12} {"ns/signal",10} {"bytes/signal",13} {"dictionary/s",13} {"ratio",7}");
        var figures = new List<object>();
        foreach (var (agents, samples) in rows)
        {
            var rate = Median(samples.Select(s => s.SignalsPerSecond));
            var bare = Median(samples.Select(s => s.BarePerSecond));
            var ratio = Median(samples.Select(s => s.BarePerSecond / s.SignalsPerSecond));
            var bytes = Median(samples.Select(s => s.BytesPerSignal));
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{agents,8:N0} {rate,12:N0} {1e9 / rate,10:N0} {bytes,13:N0} {bare,13:N0} {ratio,7:N1}"));
            figures.Add(new { agents, signalsPerSecond = Math.Round(rate), bytesPerSignal = Math.Round(bytes), dictionaryPerSecond = Math.Round(bare), ratioToDictionary = Math.Round(ratio, 1) });
        }
        var slope = Slope([.. rows.Select(row => (Math.Log10(row.Key), Math.Log10(1e9 / Median(row.Value.Select(s => s.SignalsPerSecond)))))]);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"cost per signal grows with a log-log slope of {slope:N3} in agents (at most 0.15 wanted)"));
        if (args.Contains("--json"))
            Console.WriteLine(JsonSerializer.Serialize(new { bench = "floor", teams = figures, ratios = new { logLogSlope = Math.Round(slope, 3) } }));
        return Task.FromResult(0);
    }

    private sealed record Sample(double SignalsPerSecond, double BarePerSecond, double BytesPerSignal);

    private static Sample Drive(int agents, int signals)
    {
        var loop = new Loop(agents);
        loop.Run(signals / 10);
        GC.Collect();
        GC.WaitForPendingFinalizers();
        var allocated = GC.GetAllocatedBytesForCurrentThread();
        loop.Reset();
        var began = Stopwatch.GetTimestamp();
        loop.Run(signals);
        var all = Stopwatch.GetElapsedTime(began) - loop.Outside;
        var bytes = GC.GetAllocatedBytesForCurrentThread() - allocated - loop.BytesOutside;
        if (loop.Ended < signals / 50) throw new InvalidOperationException($"{loop.Ended} calls in {signals} signals: this floor stands still, and nothing was measured");
        return new Sample(signals / all.TotalSeconds, Bare(agents, signals), (double)bytes / signals);
    }

    /// <summary>The floor's floor: one update of a dictionary that holds one entry per agent.</summary>
    private static double Bare(int agents, int signals)
    {
        var states = Enumerable.Range(0, agents).ToDictionary(i => new AgentId($"agent-{i}"), _ => (AgentState.Ready, Instant.MinValue));
        var ids = states.Keys.ToArray();
        var at = Instant.FromUtc(2026, 11, 24, 9, 0);
        var began = Stopwatch.GetTimestamp();
        for (var i = 0; i < signals; i++) states[ids[i % agents]] = (AgentState.Engaged, at.PlusNanoseconds(i));
        return signals / Stopwatch.GetElapsedTime(began).TotalSeconds;
    }

    private static double Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToArray();
        return sorted[sorted.Length / 2];
    }

    private static double Slope((double X, double Y)[] points)
    {
        double x = points.Average(p => p.X), y = points.Average(p => p.Y);
        return points.Sum(p => (p.X - x) * (p.Y - y)) / points.Sum(p => (p.X - x) * (p.X - x));
    }

    /// <summary>The shortest world that keeps a floor as busy as a real one: every call rings, is answered, talked, disposed.</summary>
    private sealed class Loop
    {
        private static readonly ClientId Client = new("acme");
        private static readonly CampaignId Campaign = new("bench");
        private static readonly Consent[] Consents = [new("CNS", Client, ["offer"], Instant.FromUtc(2026, 9, 1, 9, 0), Instant.FromUtc(2027, 8, 31, 9, 0)) { Form = ConsentForm.Attested }];
        private static readonly string[] Paris = ["Europe/Paris"];
        private readonly Floor floor = new();
        private readonly Queue<Signal> next = new();
        private readonly Stopwatch outside = new();
        private Instant now = Instant.FromUtc(2026, 11, 24, 9, 30);
        private long prospect, bytesOutside;
        private int sinceTick;

        public Loop(int agents)
        {
            floor.Handle(new FloorWasOpened(now, "bench", "b"));
            floor.Handle(new ClientWasSet(now, new Client(Client, "ACME", [new CallerId("+33162000001", "M", new LocalDate(2026, 1, 1))]) { Papers = [.. Enum.GetValues<PaperKind>().Select(kind => new Paper(kind, "P", new LocalDate(2026, 1, 1)))] }));
            floor.Handle(new TrunkWasSet(now, new TrunkLimits(new("carrier"), 100_000, 1_000_000)));
            floor.Handle(new CampaignWasSet(now, new CampaignSettings(Campaign, 1, "bench", Client, new("p"), DialMode.Progressive, new("carrier"), "+33162000001", "offer", [new("list")])
            {
                Recording = RecordingChoice.FromStart,
                RecordingPurpose = "quality",
                // All but one in a million: no text lets all calls be recorded.
                RecordingSample = 0.999999,
                Script = new([new("opening", "Opening", "This call may be recorded.") { Tells = [OpeningDuty.Recording] }]),
            }));
            floor.Handle(new SwitchConnected(now, [], [], [], [], []));
            Follow(floor.Handle(new CampaignWasSwitched(now, Campaign, CampaignState.Running)));
            for (var i = 0; i < agents; i++)
            {
                next.Enqueue(new DeskLoggedIn(now, new AgentId($"agent-{i}"), [Campaign]));
                next.Enqueue(new DeskBecameReady(now, new AgentId($"agent-{i}")));
            }
            Run(Math.Max(4_000, agents * 8));
        }

        /// <summary>Time that this loop itself took, which is not the floor's.</summary>
        public TimeSpan Outside => outside.Elapsed;
        public long BytesOutside => bytesOutside;

        /// <summary>Calls whose agent has hung up and is to say what came of them.</summary>
        public int Ended { get; private set; }

        public void Reset()
        {
            outside.Reset();
            bytesOutside = 0;
            Ended = 0;
        }

        public void Run(int signals)
        {
            for (var i = 0; i < signals; i++)
            {
                now += Duration.FromTicks(200);
                var signal = ++sinceTick % 1000 == 0 || !next.TryDequeue(out var waiting) ? new TimePassed(now) : waiting;
                Follow(floor.Handle(signal));
            }
        }

        private void Follow(Reaction reaction)
        {
            outside.Start();
            var before = GC.GetAllocatedBytesForCurrentThread();
            foreach (var instruction in reaction.Instructions)
                switch (instruction)
                {
                    case BringProspects wish: next.Enqueue(new ProspectsBrought(now, Campaign, [.. Enumerable.Range(0, wish.Count).Select(_ => Fresh())], null, false)); break;
                    case Dial dial:
                        next.Enqueue(new CallRang(now, dial.Attempt));
                        next.Enqueue(new CallAnswered(now, dial.Attempt, AnsweredBy.Unknown));
                        break;
                    case OfferTo offer: next.Enqueue(new DeskAnswered(now, offer.Attempt, offer.Agent, offer.Offer)); break;
                    case Join join: next.Enqueue(new CallJoined(now, join.Attempt, join.Agent)); break;
                    case Record { Command: RecordingCommand.Start } record:
                        next.Enqueue(new RecordingBegan(now, record.Recording));
                        next.Enqueue(new CallEnded(now, record.Attempt, "bye"));
                        break;
                    case Record { Command: RecordingCommand.Stop } record: next.Enqueue(new RecordingEnded(now, record.Recording, Duration.FromSeconds(1), true)); break;
                }
            foreach (var fact in reaction.Facts)
                if (fact is Released released)
                {
                    Ended++;
                    next.Enqueue(new DeskDisposed(now, released.Attempt, released.Agent, "refusal"));
                }
            bytesOutside += GC.GetAllocatedBytesForCurrentThread() - before;
            outside.Stop();
        }

        private Dossier Fresh()
        {
            var id = ++prospect;
            return new Dossier(new(id), new(id), Client, Audience.Consumer, "FR", Paris, null, Consents, [], [], [], []);
        }
    }
}
