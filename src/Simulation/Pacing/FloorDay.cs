using NodaTime;
using Plateau.Core.Clients;
using Plateau.Core.Compliance;
using Plateau.Core.Floors;
using Plateau.Core.Interactions;
using Plateau.Core.People;
using Plateau.Core.Prospecting;

namespace Plateau.Simulation.Pacing;

/// <summary>One day of the model lived through by the whole floor machine, where <see cref="DialDay"/> asks a policy alone: the same agents, rates, rings and talks.</summary>
/// <remarks>
/// The book of law is empty, so that nothing but pacing keeps a call back, and the switch takes no time: what differs from a
/// policy's day is the floor's own doing. People who are taken for machines and the machines themselves are calls that fail.
/// </remarks>
public sealed class FloorDay
{
    private static readonly ClientId Client = new("model");
    private static readonly CampaignId Campaign = new("model");
    private static readonly TrunkId Line = new("model");
    private static readonly Instant Start = Instant.FromUtc(2026, 11, 24, 7, 0);
    private const int StepMilliseconds = 500;

    private readonly DayPlan plan;
    private readonly DayTerms terms;
    private readonly double limit;
    private readonly Draws calls, work;
    private readonly Presence[] presences;
    private readonly Seat[] seats;
    private readonly Dictionary<int, List<Signal>> agenda = [];
    private readonly HashSet<AttemptId> machines = [];
    private readonly Queue<Signal> atOnce = new();
    private readonly Floor floor = new(new RuleBook("nothing", [])) { LinksDecisions = false };
    private readonly Tally tally = new(proves: false);
    private int step, people, abandoned, prospects;
    private long dialled;

    /// <summary>What an agent was last told to be.</summary>
    private enum Seat { Home, Here, Away }

    public FloorDay(long seed, DayTerms terms, double limit)
    {
        (this.terms, this.limit) = (terms, limit);
        plan = new DayPlan(seed, terms);
        (calls, work) = (new Draws(seed, "calls"), new Draws(seed, "work"));
        presences = DialDay.PresencesOf(seed, terms, plan);
        seats = new Seat[terms.Agents];
    }

    public DayResult Run()
    {
        Open();
        for (step = 0; step < plan.Steps; step++)
        {
            ComeAndGo();
            if (agenda.Remove(step, out var due)) foreach (var signal in due) Tell(signal);
            if (step % 2 == 0) Tell(new TimePassed(Now));
        }
        var figures = Close();
        return new DayResult(terms.Agents, people, abandoned, dialled, 1 - figures.IdleShare, 1);
    }

    private Instant Now => Start + Duration.FromMilliseconds((long)step * StepMilliseconds);

    private static AgentId AgentOf(int number) => new($"agent-{number}");

    private void Open()
    {
        Tell(new FloorWasOpened(Start, "model", "m"));
        Tell(new ClientWasSet(Start, new Client(Client, "Model", [new CallerId("+33162000001", "MANDATE-1", new LocalDate(2026, 1, 1))]) { Papers = [.. Enum.GetValues<PaperKind>().Select(kind => new Paper(kind, $"PAPER-{kind}", new LocalDate(2026, 1, 1)))] }));
        Tell(new TrunkWasSet(Start, new TrunkLimits(Line, 100_000, 100_000)));
        Tell(new CampaignWasSet(Start, new CampaignSettings(Campaign, 1, "Model", Client, new ProgrammeId("sales"), DialMode.Predictive, Line, "+33162000001", "plan", [new ListId("model")])
        {
            RingTimeout = Duration.FromSeconds(30), AbandonmentLimit = limit, Notice = "notice", WrapUpLimit = Duration.FromHours(1),
        }));
        Tell(new SwitchConnected(Start, [], [], [], [], []));
        Tell(new CampaignWasSwitched(Start, Campaign, CampaignState.Running));
    }

    private Figures Close()
    {
        Tell(new CampaignWasSwitched(Now, Campaign, CampaignState.Stopped));
        for (var agent = 0; agent < seats.Length; agent++)
            if (seats[agent] != Seat.Home) Tell(new DeskLoggedOut(Now, AgentOf(agent)));
        return tally.Figures;
    }

    private void ComeAndGo()
    {
        for (var agent = 0; agent < seats.Length; agent++)
        {
            var wanted = presences[agent].IsWanted(step);
            if (wanted == (seats[agent] == Seat.Here)) continue;
            if (wanted && seats[agent] == Seat.Home) Tell(new DeskLoggedIn(Now, AgentOf(agent), [Campaign]));
            Tell(wanted ? new DeskBecameReady(Now, AgentOf(agent)) : new DeskWentAway(Now, AgentOf(agent), "break"));
            seats[agent] = wanted ? Seat.Here : Seat.Away;
        }
    }

    private void Tell(Signal signal)
    {
        atOnce.Enqueue(signal);
        while (atOnce.TryDequeue(out var next))
        {
            var reaction = floor.Handle(next);
            foreach (var fact in reaction.Facts) See(fact);
            foreach (var instruction in reaction.Instructions) Carry(instruction);
        }
    }

    private void See(Fact fact)
    {
        tally.Count(fact);
        switch (fact)
        {
            case AttemptAnswered: people++; break;
            case NoticeGiven: abandoned++; break;
            case Connected connected:
                Later(Steps(machines.Remove(connected.Attempt) ? work.Between(4, 12) : work.Lognormal(plan.TalkMeanAt(step), 1)), at => new CallEnded(at, connected.Attempt, "bye"));
                break;
            case Released released: Later(Steps(work.Lognormal(plan.WrapMean, plan.WrapVariation)), at => new DeskDisposed(at, released.Attempt, released.Agent, "refusal", null, false)); break;
        }
    }

    private void Carry(Instruction instruction)
    {
        switch (instruction)
        {
            case BringProspects wish: atOnce.Enqueue(new ProspectsBrought(Now, Campaign, [.. Enumerable.Range(0, wish.Count).Select(_ => Somebody())], null, false)); break;
            case Dial dial: Dial(dial.Attempt); break;
            case OfferTo offer: atOnce.Enqueue(new DeskAnswered(Now, offer.Attempt, offer.Agent, offer.Offer)); break;
            case Join join: atOnce.Enqueue(new CallJoined(Now, join.Attempt, join.Agent)); break;
            case PlayNotice notice: Later(Steps(9), at => new CallEnded(at, notice.Attempt, "bye")); break;
        }
    }

    private Dossier Somebody() => new(new ProspectId(++prospects), new CustomerId(prospects), Client, Audience.Professional, "FR", ["Europe/Paris"], null, [], [], [], [], []);

    private void Dial(AttemptId attempt)
    {
        dialled++;
        var (kind, after) = DialDay.CallOf(calls, plan, step);
        if (kind == 'V') machines.Add(attempt);
        Later((int)Math.Ceiling(after / DayPlan.Step), at => kind is 'H' or 'V' ? new CallAnswered(at, attempt, AnsweredBy.Human) : new CallFailed(at, attempt, kind == 'N' ? Outcome.NoAnswer : Outcome.Busy, "model"));
    }

    private static int Steps(double seconds) => (int)Math.Round(seconds / DayPlan.Step);

    private void Later(int steps, Func<Instant, Signal> what)
    {
        var at = step + Math.Max(1, steps);
        if (!agenda.TryGetValue(at, out var due)) agenda[at] = due = [];
        due.Add(what(Start + Duration.FromMilliseconds((long)at * StepMilliseconds)));
    }
}
