using NodaTime;
using Plateau.Core.Interactions;
using Plateau.Core.Prospecting;

namespace Plateau.Simulation;

/// <summary>The switch and the network behind it, as far as the floor can tell: calls ring, are answered, fail, are joined and recorded.</summary>
/// <remarks>It keeps its own account of what lives, and tells it when asked: what the floor is squared with after a silence.</remarks>
public sealed class Carrier(Scenario scenario, long seed, Customers customers, Action<Duration, Func<Instant, Signal?>> later)
{
    private readonly Dictionary<AttemptId, Line> lines = [];
    private readonly Dictionary<RecordingId, (Instant Since, AttemptId Attempt)> running = [];
    private readonly HashSet<AttemptId> seen = [];
    private readonly HashSet<AgentId> lost = [];
    private long drawn;

    private sealed class Line
    {
        public bool Answered { get; set; }

        /// <summary>Agents' telephones that were rung, by offer.</summary>
        public Dictionary<int, Leg> Legs => legs ??= [];

        private Dictionary<int, Leg>? legs;
    }

    private sealed class Leg
    {
        public required AgentId Agent { get; init; }
        public bool Answered { get; set; }
        public bool Joined { get; set; }
    }

    /// <summary>Calls that were given to the network: the count against which attempts are checked.</summary>
    public int Invites { get; private set; }

    /// <summary>How often the same attempt was dialled a second time; never, on a sound floor.</summary>
    public int DialledTwice { get; private set; }

    public SwitchConnected Census(Instant at) => new(at,
        [.. lines.Keys.Order()],
        [.. Those(line => line.Answered)],
        [.. Those(line => line.Legs.Values.Any(leg => leg.Answered))],
        [.. Those(line => line.Legs.Values.Any(leg => leg.Joined))],
        [.. running.Keys.OrderBy(recording => recording.Value, StringComparer.Ordinal)]);

    private IEnumerable<AttemptId> Those(Func<Line, bool> which) => lines.Where(line => which(line.Value)).Select(line => line.Key).Order();

    /// <summary>The switch falls over: its calls and recordings are gone.</summary>
    public void Die()
    {
        lines.Clear();
        running.Clear();
    }

    public void Carry(Instruction instruction, Instant at, int tried)
    {
        switch (instruction)
        {
            case Dial dial: Dial(dial, tried, at); break;
            case OfferTo offer: Ring(offer); break;
            case Join join: JoinLeg(join.Attempt, join.Agent, join.Offer); break;
            case JoinColleague join: JoinLeg(join.Attempt, join.Colleague, join.Offer); break;
            case WithdrawOffer withdrawn when lines.TryGetValue(withdrawn.Attempt, out var line): line.Legs.Remove(withdrawn.Offer); break;
            case PlayNotice notice: CustomerLeaves(notice.Attempt, Duration.FromSeconds(9)); break;
            case HangUp hangUp: lines.Remove(hangUp.Attempt); break;
            case Record record: Record(record, at); break;
        }
    }

    /// <summary>The customer hangs up; nothing when the call is already over.</summary>
    public void CustomerLeaves(AttemptId attempt, Duration after) =>
        later(after, at => lines.Remove(attempt) ? new CallEnded(at, attempt, "bye") : null);

    private void Dial(Dial dial, int tried, Instant at)
    {
        if (!seen.Add(dial.Attempt))
        {
            DialledTwice++;
            return;
        }
        Invites++;
        lines[dial.Attempt] = new Line();
        var (outcome, ring) = customers.Respond(dial.Prospect, tried, at);
        var limit = (long)dial.RingTimeout.TotalMilliseconds;
        var rings = outcome is not (Outcome.CarrierDead or Outcome.Congested or Outcome.Unallocated);
        if (rings) later(Delay() + Duration.FromMilliseconds(300), at => lines.ContainsKey(dial.Attempt) ? new CallRang(at, dial.Attempt) : null);
        if (ring > limit) (outcome, ring) = (rings ? Outcome.NoAnswer : Outcome.CarrierDead, limit);
        var when = Delay() + Duration.FromMilliseconds(Math.Max(ring, 400));
        switch (outcome)
        {
            case Outcome.Reached:
                later(when, at => Answer(dial, at, Detected(dial, tried, AnsweredBy.Human, AnsweredBy.Machine, scenario.Customers.TakenForMachine)));
                break;
            case Outcome.Machine:
                later(when, at => Answer(dial, at, Detected(dial, tried, AnsweredBy.Machine, AnsweredBy.Human, scenario.Customers.TakenForPerson)));
                CustomerLeaves(dial.Attempt, when + Duration.FromSeconds(40));
                break;
            case Outcome.HungUpEarly:
                later(when, at => Answer(dial, at, AnsweredBy.Unknown));
                CustomerLeaves(dial.Attempt, when + Duration.FromMilliseconds(150));
                break;
            default:
                later(when, at => lines.Remove(dial.Attempt) ? new CallFailed(at, dial.Attempt, outcome, outcome.ToString()) : null);
                break;
        }
    }

    /// <summary>What detection says, when it listens: the truth, save for the share that it takes for the other.</summary>
    private AnsweredBy Detected(Dial dial, int tried, AnsweredBy truth, AnsweredBy other, int share) =>
        !dial.DetectMachines ? AnsweredBy.Unknown : new Chance(seed, "detection", dial.Prospect.Value * 16 + tried % 16).Happens(share) ? other : truth;

    private CallAnswered? Answer(Dial dial, Instant at, AnsweredBy by)
    {
        if (!lines.TryGetValue(dial.Attempt, out var line)) return null;
        line.Answered = true;
        return new CallAnswered(at, dial.Attempt, by);
    }

    private void Ring(OfferTo offer)
    {
        if (!lines.TryGetValue(offer.Attempt, out var line) || line.Legs.ContainsKey(offer.Offer)) return;
        var leg = line.Legs[offer.Offer] = new Leg { Agent = offer.Agent };
        var misses = lost.Contains(offer.Agent) || new Chance(seed, "miss", ++drawn).Happens(scenario.Workforce.MissesOffer);
        later(Delay() + Duration.FromMilliseconds(misses ? 4000 : 250), at =>
        {
            if (!lines.TryGetValue(offer.Attempt, out var now) || now.Legs.GetValueOrDefault(offer.Offer) != leg) return null;
            if (misses) return new DeskMissed(at, offer.Attempt, offer.Agent, offer.Offer, "no-answer");
            leg.Answered = true;
            return new DeskAnswered(at, offer.Attempt, offer.Agent, offer.Offer);
        });
    }

    private void JoinLeg(AttemptId attempt, AgentId agent, int offer)
    {
        if (!lines.TryGetValue(attempt, out var line) || line.Legs.GetValueOrDefault(offer) is not { Answered: true } leg) return;
        later(Delay(), at =>
        {
            if (!lines.TryGetValue(attempt, out var now) || now.Legs.GetValueOrDefault(offer) != leg) return null;
            leg.Joined = true;
            return new CallJoined(at, attempt, agent);
        });
    }

    /// <summary>An agent's telephone goes and comes back; what it was in stays up and silent until the floor acts.</summary>
    public void LoseTelephone(AgentId agent, bool isLost)
    {
        if (isLost) lost.Add(agent);
        else lost.Remove(agent);
    }

    private void Record(Record record, Instant at)
    {
        switch (record.Command)
        {
            case RecordingCommand.Start when lines.ContainsKey(record.Attempt):
                running[record.Recording] = (at, record.Attempt);
                later(Delay(), when => new RecordingBegan(when, record.Recording));
                break;
            case RecordingCommand.Stop when running.Remove(record.Recording, out var began):
                var length = at - began.Since;
                later(Delay(), when => new RecordingEnded(when, record.Recording, length, true));
                break;
        }
    }

    private Duration Delay() => Duration.FromMilliseconds(new Chance(seed, "delay", ++drawn).ExponentialMilliseconds(scenario.Carrier.SignalDelayMean));
}
