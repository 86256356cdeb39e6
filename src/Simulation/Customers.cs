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
    private static readonly string[] Products = [Product];
    private readonly Scenario scenario;
    private readonly long seed;
    private readonly ClientId client;
    private readonly CustomerState[] people;

    /// <summary>Who is still to be called, by where they are: one place at a time is closed, and nobody in it is looked at.</summary>
    private readonly Shelf[] shelves;

    /// <summary>Every call, with the place of the one before it to the same person.</summary>
    private readonly List<(Instant At, int Before)> calls = [];
    private static readonly string[] Zones = ["Europe/Paris", "Indian/Reunion"];
    private static readonly IReadOnlyList<string>[] ZoneLists = [[Zones[0]], [Zones[1]]];
    private static readonly Whereabouts[] Places = [.. Zones.Select(zone => new Whereabouts(Audience.Consumer, "FR", zone, null))];

    private struct CustomerState
    {
        public Traits Traits;
        public int Tried;

        /// <summary>The place of the last call to them; meaningless while there was none.</summary>
        public int LastCall;
        public Opposition? Opposition;

        /// <summary>What the floor was told of them last, as long as nothing has happened since; null when it has to be written.</summary>
        public Dossier? Dossier;
    }

    /// <summary>What a person is from the beginning, as chance has it.</summary>
    private readonly record struct Traits(bool Consents, short ConsentDays, bool Opposed, bool CalledFourTimes, byte Place);

    public Customers(Scenario scenario, long seed, ClientId client)
    {
        (this.scenario, this.seed, this.client) = (scenario, seed, client);
        people = new CustomerState[scenario.Customers.Count + 1];
        shelves = [new Shelf(scenario.Customers.Count), new Shelf(scenario.Customers.Count)];
        for (var id = 1; id < people.Length; id++)
        {
            people[id].Traits = TraitsOf(id);
            Shelve(id, Instant.MinValue);
        }
    }

    /// <summary>How many are still to be called, now or later.</summary>
    public int Left => shelves.Sum(shelf => shelf.Count);

    /// <summary>When the next of them may be called, as far as the list knows; null when nobody is left.</summary>
    public Instant? NextDue => shelves.Min(shelf => shelf.First);

    private Traits TraitsOf(long id)
    {
        var (chance, model) = (new Chance(seed, "person", id), scenario.Customers);
        var consents = !chance.Happens(model.WithoutConsent);
        var days = consents ? (short)(1 + chance.Below(300)) : (short)0;
        return new Traits(consents, days, chance.Happens(model.Opposed), chance.Happens(model.CalledFourTimes), chance.Happens(model.InReunion) ? (byte)1 : (byte)0);
    }

    /// <summary>Answers the floor's wish for prospects as the store would.</summary>
    public ProspectsBrought Bring(BringProspects wish, Instant at)
    {
        var dossiers = new List<Dossier>();
        Instant? nextDue = null;
        int[] turns = [.. Places.Select(place => wish.Habits?.TurnOf(place.Audience, null, at.InZone(Core.Compliance.Zones.Named(place.Zones)!).LocalDateTime) ?? 1)];
        foreach (var (_, prospect) in Open(wish.Closed, turns, at))
        {
            if (dossiers.Count == wish.Count) break;
            dossiers.Add(DossierOf(prospect));
        }
        if (dossiers.Count < wish.Count) nextDue = shelves.Min(shelf => shelf.NextAfter(at));
        return new ProspectsBrought(at, wish.Campaign, dossiers, nextDue, dossiers.Count < wish.Count);
    }

    /// <summary>Everybody who is due and not where all is closed, earliest first; of those never called, whoever has their good hour.</summary>
    private IEnumerable<(Instant Due, long Prospect)> Open(IReadOnlyList<Whereabouts> closed, int[] turns, Instant at)
    {
        var open = shelves.Where((_, place) => !closed.Contains(Places[place])).ToList();
        if (open.Count < 2) return open.SelectMany(shelf => shelf.DueAt(at));
        return Merged(open[0].DueAt(at), open[1].DueAt(at), turns[0].CompareTo(turns[1]));
    }

    private static IEnumerable<(Instant Due, long Prospect)> Merged(IEnumerable<(Instant Due, long Prospect)> left, IEnumerable<(Instant Due, long Prospect)> right, int turn)
    {
        bool ComesFirst((Instant Due, long Prospect) here, (Instant Due, long Prospect) there) =>
            (turn != 0 && here.Due == Instant.MinValue && there.Due == Instant.MinValue ? turn : here.CompareTo(there)) < 0;
        using var one = left.GetEnumerator();
        using var other = right.GetEnumerator();
        var (hasOne, hasOther) = (one.MoveNext(), other.MoveNext());
        while (hasOne || hasOther)
            if (!hasOther || (hasOne && ComesFirst(one.Current, other.Current)))
            {
                yield return one.Current;
                hasOne = one.MoveNext();
            }
            else
            {
                yield return other.Current;
                hasOther = other.MoveNext();
            }
    }

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
        if (at is { } moment && Among(model.EveningMore) && DayParts.Of(moment, Core.Compliance.Zones.Named(Zones[people[prospect.Value].Traits.Place])!) == DayPart.Evening) return (Outcome.Reached, ring);
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

    private void Shelve(long id, Instant due) => shelves[people[id].Traits.Place].Put(id, due);

    private void Unshelve(long id) => shelves[people[id].Traits.Place].Take(id);

    private Dossier DossierOf(long id) => people[id].Dossier ??= Written(id);

    private Dossier Written(long id)
    {
        ref var person = ref people[id];
        var traits = person.Traits;
        Consent[] consents = traits.Consents ? [new Consent($"CNS-{id}", client, Products, scenario.Start - Duration.FromDays(traits.ConsentDays), scenario.Start + Duration.FromDays(60)) { Form = ConsentForm.Attested }] : [];
        Opposition[] oppositions = (traits.Opposed, person.Opposition) switch
        {
            (false, null) => [],
            (false, { } said) => [said],
            (true, null) => [new(scenario.Start, "list")],
            (true, { } said) => [new(scenario.Start, "list"), said],
        };
        var before = traits.CalledFourTimes ? 4 : 0;
        var attempts = before + person.Tried == 0 ? [] : new PastCall[before + person.Tried];
        for (var days = 1; days <= before; days++) attempts[days - 1] = scenario.Start - Duration.FromDays(days);
        for (var (place, call) = (attempts.Length - 1, person.LastCall); place >= before; place--) (attempts[place], call) = (calls[call].At, calls[call].Before);
        return new Dossier(new ProspectId(id), new CustomerId(id), client, Audience.Consumer, "FR", ZoneLists[traits.Place], null, consents, [], [], oppositions, attempts, person.Tried);
    }
}
