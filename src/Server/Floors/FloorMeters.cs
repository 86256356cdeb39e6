using System.Diagnostics;
using System.Diagnostics.Metrics;
using Plateau.Core.Interactions;
using Plateau.Core.People;
using Plateau.Core.Prospecting;

namespace Plateau.Server.Floors;

/// <summary>What can be watched of a floor from outside: counters by campaign, never anything that names a person.</summary>
internal sealed class FloorMeters
{
    public const string Name = "Plateau";
    private readonly Counter<long> attempts, refusals, outcomes, dispositions, facts, signals, lost;
    private readonly Histogram<double> handling, talk;

    public FloorMeters(IMeterFactory factory)
    {
        var meter = factory.Create(Name);
        attempts = meter.CreateCounter<long>("plateau.attempts", description: "Calls given to the switch");
        refusals = meter.CreateCounter<long>("plateau.refusals", description: "Dials refused, by rule");
        outcomes = meter.CreateCounter<long>("plateau.outcomes", description: "Ended attempts, by outcome");
        dispositions = meter.CreateCounter<long>("plateau.dispositions", description: "Handled calls, by effect of their disposition");
        facts = meter.CreateCounter<long>("plateau.facts", description: "Facts written");
        signals = meter.CreateCounter<long>("plateau.signals", description: "Signals taken");
        lost = meter.CreateCounter<long>("plateau.signals.lost", description: "Signals that found the floor's line full");
        handling = meter.CreateHistogram<double>("plateau.batch.seconds", "s", "From a batch of signals to its facts written", tags: null, advice: Buckets(0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.25, 1, 5));
        talk = meter.CreateHistogram<double>("plateau.talk.seconds", "s", "Talk time of a conversation", tags: null, advice: Buckets(5, 15, 30, 60, 120, 180, 300, 600, 1200));
    }

    private static InstrumentAdvice<double> Buckets(params double[] boundaries) => new() { HistogramBucketBoundaries = boundaries };

    public void SignalLost() => lost.Add(1);

    public void Taken(int count, long since)
    {
        signals.Add(count);
        handling.Record(Stopwatch.GetElapsedTime(since).TotalSeconds);
    }

    public void Written(IReadOnlyList<Fact> written)
    {
        facts.Add(written.Count);
        foreach (var fact in written)
            switch (fact)
            {
                case AttemptPlaced placed: attempts.Add(1, new KeyValuePair<string, object?>("campaign", placed.Campaign.Value)); break;
                case DialRefused refused: refusals.Add(1, new("campaign", refused.Campaign.Value), new("rule", refused.Refusal.Rule)); break;
                case AttemptEnded ended: outcomes.Add(1, new("campaign", ended.Campaign.Value), new("outcome", ended.Outcome.ToString())); break;
                case Disposed disposed: dispositions.Add(1, new("campaign", disposed.Campaign.Value), new("effect", disposed.Effect.ToString())); break;
                case Released released: talk.Record(released.Talk.TotalSeconds); break;
                case AgentReady: break;
            }
    }
}
