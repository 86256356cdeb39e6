using NodaTime;
using Plateau.Core.Compliance;
using Plateau.Core.Interactions;
using Plateau.Core.Prospecting;

namespace Plateau.Simulation;

/// <summary>The invented people of a list: who may be called, what happens when it rings, and where each stands on the list.</summary>
/// <remarks>Where they stand is folded from the floor's own facts, as the store does in earnest.</remarks>
public sealed class Customers
{
    internal const string Product = "mobile-plan";
    private readonly Scenario scenario;
    private readonly long seed;
    private readonly ICast cast;
    private readonly CustomerState[] people;

    /// <summary>Who is still to be called, by where they are: one place at a time is closed, and nobody in it is looked at.</summary>
    private readonly Shelf[] shelves;

    /// <summary>Every call, with the place of the one before it to the same person.</summary>
    private readonly List<(Instant At, int Before)> calls = [];

    private struct CustomerState
    {
        public int Tried;

        /// <summary>The place of the last call to them; meaningless while there was none.</summary>
        public int LastCall;
        public Opposition? Opposition;

        /// <summary>What the floor was told of them last, as long as nothing has happened since; null when it has to be written.</summary>
        public Dossier? Dossier;
    }

    public Customers(Scenario scenario, long seed, ClientId client) : this(scenario, seed, new InventedCast(scenario, seed, client))
    {
    }

    internal Customers(Scenario scenario, long seed, ICast cast)
    {
        (this.scenario, this.seed, this.cast) = (scenario, seed, cast);
        people = new CustomerState[scenario.Customers.Count + 1];
        var numbers = new int[people.Length];
        shelves = [.. cast.Places.Select(_ => new Shelf(numbers))];
        for (var id = 1; id < people.Length; id++) Shelve(id, cast.DueOf(id));
    }

    /// <summary>How many are still to be called, now or later.</summary>
    public int Left => shelves.Sum(shelf => shelf.Count);

    /// <summary>When the next of them may be called, as far as the list knows; null when nobody is left.</summary>
    public Instant? NextDue => shelves.Min(shelf => shelf.First);

    /// <summary>Answers the floor's wish for prospects as the store would.</summary>
    public ProspectsBrought Bring(BringProspects wish, Instant at)
    {
        var dossiers = new List<Dossier>(wish.Count);
        Instant? nextDue = null;
        foreach (var prospect in Open(wish, at))
        {
            if (dossiers.Count == wish.Count) break;
            dossiers.Add(DossierOf(prospect));
        }
        if (dossiers.Count < wish.Count) nextDue = shelves.Min(shelf => shelf.NextAfter(at));
        return new ProspectsBrought(at, wish.Campaign, dossiers, nextDue, dossiers.Count < wish.Count);
    }

    /// <summary>Everybody who is due and not where all is closed, earliest first; of those never called, whoever has their good hour.</summary>
    private IEnumerable<long> Open(BringProspects wish, Instant at)
    {
        var next = new PriorityQueue<IEnumerator<(Instant Due, long Prospect)>, (Instant Due, int Turn, long Prospect)>();
        void Line(IEnumerator<(Instant Due, long Prospect)> shelf, int turn)
        {
            if (shelf.MoveNext()) next.Enqueue(shelf, (shelf.Current.Due, shelf.Current.Due == Instant.MinValue ? turn : -1, shelf.Current.Prospect));
        }
        var turns = new Dictionary<IEnumerator<(Instant Due, long Prospect)>, int>();
        for (var place = 0; place < shelves.Length; place++)
        {
            if (shelves[place].Count == 0 || wish.Closed.Contains(cast.Places[place])) continue;
            var shelf = shelves[place].DueAt(at).GetEnumerator();
            Line(shelf, turns[shelf] = TurnOf(place, wish.Habits, at));
        }
        while (next.TryDequeue(out var shelf, out _))
        {
            yield return shelf.Current.Prospect;
            Line(shelf, turns[shelf]);
        }
    }

    private int TurnOf(int place, AnswerHabits? habits, Instant at) => habits?.TurnOf(cast.Places[place].Audience, null, at.InZone(ZoneOf(place)).LocalDateTime) ?? 1;

    /// <summary>The clock of a place: the first where several may be meant.</summary>
    private DateTimeZone ZoneOf(int place) => Zones.Named(cast.Places[place].Zones.Split(',')[0]) ?? Zones.Paris;

    public ProspectsBrought Bring(BringProspect wish, Instant at) =>
        new(at, wish.Campaign, [DossierOf(wish.Prospect.Value)], null, false);

    /// <summary>What happens when this person's telephone rings for the n-th time.</summary>
    /// <param name="at">When it rings; null for an hour at which nobody more is at home.</param>
    public (Outcome Outcome, long RingMilliseconds) Respond(ProspectId prospect, int tried, Instant? at = null)
    {
        var chance = new Chance(seed, "response", prospect.Value * 16 + tried % 16);
        var model = scenario.Customers;
        var drawn = chance.Below(1_000_000);
        var ring = 1000 + chance.LognormalMilliseconds(model.RingMean);
        bool Among(int share) => (drawn -= share) < 0;
        if (Among(model.Answers)) return (Outcome.Reached, ring);
        if (Among(model.Machines)) return (Outcome.Machine, ring + 8_000);
        if (Among(model.Busy)) return (Outcome.Busy, 1_500);
        if (Among(model.Unallocated)) return (Outcome.Unallocated, 1_200);
        if (Among(model.Declines)) return (Outcome.Declined, ring / 2);
        if (Among(model.Congested)) return (Outcome.Congested, 800);
        if (Among(model.DeadCarrier)) return (Outcome.CarrierDead, 32_000);
        if (Among(model.HangUpAtOnce)) return (Outcome.HungUpEarly, ring);
        if (at is { } moment && Among(model.EveningMore) && DayParts.Of(moment, ZoneOf(cast.PlaceOf(prospect.Value))) == DayPart.Evening) return (Outcome.Reached, ring);
        return (Outcome.NoAnswer, long.MaxValue);
    }

    /// <summary>Whether a machine answers at this person's n-th call.</summary>
    public bool IsMachine(ProspectId prospect, int tried) => Respond(prospect, tried).Outcome == Outcome.Machine;

    public long TalkMilliseconds(AttemptId attempt, ProspectId prospect, int tried) => IsMachine(prospect, tried) ? 6_000 :
        2_000 + new Chance(seed, "talk", prospect.Value * 16 + tried % 16).LognormalMilliseconds(scenario.Customers.TalkMean);

    /// <summary>Moves people along their list by what the floor holds true.</summary>
    public void See(Fact fact)
    {
        switch (fact)
        {
            case AttemptPlaced placed:
                ref var person = ref people[placed.Prospect.Value];
                Unshelve(placed.Prospect.Value);
                person.Tried++;
                person.Dossier = null;
                calls.Add((placed.At, person.LastCall));
                person.LastCall = calls.Count - 1;
                break;
            case PreviewShown shown: Unshelve(shown.Prospect.Value); break;
            case PreviewSkipped skipped: Follow(skipped.Prospect, skipped.Verdict); break;
            case AttemptEnded { Verdict: { } verdict } ended: Follow(ended.Prospect, verdict); break;
            case Disposed { Effect: not DispositionEffect.Callback } disposed: Follow(disposed.Prospect, disposed.Verdict); break;
            case CallbackKept kept: Unshelve(kept.Prospect.Value); break;
            case DialRefused refused:
                Unshelve(refused.Prospect.Value);
                if (refused.Refusal.NotBefore is { } lawful) Shelve(refused.Prospect.Value, lawful);
                break;
            case OppositionRecorded opposed:
                people[opposed.Customer.Value].Opposition = new Opposition(opposed.At, opposed.Reference);
                people[opposed.Customer.Value].Dossier = null;
                break;
        }
    }

    private void Follow(ProspectId prospect, Verdict verdict)
    {
        Unshelve(prospect.Value);
        if (verdict is { MayRedial: true, NotBefore: { } due }) Shelve(prospect.Value, due);
    }

    private void Shelve(long id, Instant due) => shelves[cast.PlaceOf(id)].Put(id, due);

    private void Unshelve(long id) => shelves[cast.PlaceOf(id)].Take(id);

    private Dossier DossierOf(long id) => people[id].Dossier ??= Written(id);

    /// <summary>As they stood when the day began, and what the day has brought since.</summary>
    private Dossier Written(long id)
    {
        ref var person = ref people[id];
        var began = cast.Of(id);
        if (person.Tried == 0 && person.Opposition is null) return began;
        var before = began.Attempts.Count;
        PastCall[] attempts = [.. began.Attempts, .. new PastCall[person.Tried]];
        for (var (place, call) = (attempts.Length - 1, person.LastCall); place >= before; place--) (attempts[place], call) = (calls[call].At, calls[call].Before);
        return began with { Attempts = attempts, Oppositions = person.Opposition is { } said ? [.. began.Oppositions, said] : began.Oppositions, Tried = began.Tried + person.Tried };
    }
}
