using NodaTime;
using Plateau.Core.Compliance;
using Plateau.Core.Interactions;
using Plateau.Core.Prospecting;

namespace Plateau.Core.Floors;

/// <summary>What the floor itself did in the last hour, in case a dossier was read just before it.</summary>
internal sealed class RecentAttempts
{
    private static readonly Duration Kept = Duration.FromHours(1);

    /// <summary>By customer: the number of their last call, counted over all of them.</summary>
    private readonly Dictionary<CustomerId, long> byCustomer = [];

    /// <summary>The calls in their order, each with the number of the one before it to the same customer. Rows before the oldest no longer count.</summary>
    private readonly List<(Instant At, CustomerId Customer, long Before)> calls = [];

    /// <summary>The numbers of the first row and of the oldest call that is not forgotten.</summary>
    private long firstRow, oldest;
    private readonly Dictionary<CustomerId, PermitWasLost> elsewhere = [];
    private readonly Dictionary<CustomerId, Opposition> oppositions = [];
    private readonly Dictionary<CustomerId, Instant> withdrawals = [];
    private readonly Queue<(Instant At, CustomerId Customer)> withdrawn = new();
    private readonly Queue<(Instant At, CustomerId Customer)> opposed = new();
    private readonly Dictionary<ProspectId, Instant> agreed = [];
    private readonly Queue<(Instant At, ProspectId Prospect)> appointed = new();
    private readonly Queue<(Instant At, CustomerId Customer)> learnt = new();

    public void Add(CustomerId customer, Instant at)
    {
        calls.Add((at, customer, byCustomer.GetValueOrDefault(customer, -1)));
        byCustomer[customer] = firstRow + calls.Count - 1;
        Forget(at);
    }

    private (Instant At, CustomerId Customer, long Before) Call(long number) => calls[(int)(number - firstRow)];

    private IEnumerable<(Instant At, CustomerId Customer, long Before)> InOrder => calls.Skip((int)(oldest - firstRow));

    /// <summary>Takes in what other floors of the client did, as the journal has it.</summary>
    public void Learn(PermitWasLost lost, Instant at)
    {
        elsewhere[lost.Customer] = lost;
        learnt.Enqueue((at, lost.Customer));
        Forget(at);
    }

    /// <summary>What a floor knew that went ahead of its journal, and of the facts only those that are written.</summary>
    /// <param name="before">The last moment of the written facts.</param>
    public static RecentAttempts Joined(RecentAttempts ahead, RecentAttempts written, Instant before)
    {
        var joined = new RecentAttempts();
        foreach (var (at, customer) in ahead.learnt)
            if (ahead.elsewhere.TryGetValue(customer, out var lost)) joined.Learn(lost, at);
        foreach (var (at, customer, _) in ahead.InOrder.Where(each => each.At < before).Concat(written.InOrder.Where(each => each.At >= before))) joined.Add(customer, at);
        foreach (var (at, customer) in ahead.withdrawn.Where(each => each.At < before).Concat(written.withdrawn.Where(each => each.At >= before))) joined.Withdraw(customer, at);
        foreach (var (at, prospect) in ahead.appointed.Where(each => each.At < before).Concat(written.appointed.Where(each => each.At >= before)))
            if (ahead.agreed.ContainsKey(prospect) || written.agreed.ContainsKey(prospect)) joined.Agree(prospect, at);
        foreach (var (from, (at, customer)) in ahead.opposed.Where(each => each.At < before).Select(each => (ahead, each)).Concat(written.opposed.Where(each => each.At >= before).Select(each => (written, each))))
            if (from.oppositions.TryGetValue(customer, out var opposition) && opposition.At == at) joined.Oppose(customer, opposition);
        return joined;
    }

    /// <summary>Whether this floor called the person after the dossier was read, so that their rest and number of attempts in it are out of date.</summary>
    public bool IsOlder(Dossier dossier, Instant read) =>
        byCustomer.TryGetValue(dossier.Customer, out var last) && Call(last).At is var at && at >= read && !Holds(dossier, at);

    /// <summary>Whether this very objection, said at that moment, was heard already.</summary>
    public bool HasHeard(CustomerId customer, string reference, Instant said) =>
        oppositions.TryGetValue(customer, out var known) && known.Reference == reference && said <= known.At;

    public void Oppose(CustomerId customer, Opposition opposition)
    {
        oppositions[customer] = opposition;
        opposed.Enqueue((opposition.At, customer));
        Forget(opposition.At);
    }

    public void Withdraw(CustomerId customer, Instant at)
    {
        withdrawals[customer] = at;
        withdrawn.Enqueue((at, customer));
        Forget(at);
    }

    /// <summary>Whether a consent given until then is known to be taken back.</summary>
    public bool HasWithdrawn(CustomerId customer, Instant said) => withdrawals.TryGetValue(customer, out var at) && said <= at;

    /// <summary>Since when somebody has an appointment that no call of theirs here made; null when it does not stand any more.</summary>
    public void Agree(ProspectId prospect, Instant? at)
    {
        agreed.Remove(prospect);
        if (at is not { } since) return;
        agreed[prospect] = since;
        appointed.Enqueue((since, prospect));
        Forget(since);
    }

    /// <summary>Whether they have had an appointment since the dossier was read, so that it comes too late.</summary>
    public bool HasAgreed(ProspectId prospect, Instant read) => agreed.TryGetValue(prospect, out var at) && at >= read;

    /// <summary>The dossier with what happened since it was read.</summary>
    /// <param name="apart">The moment of the call that is asked about, which is no earlier call; null before it is placed.</param>
    public Dossier Complete(Dossier dossier, Instant? apart = null)
    {
        var customer = dossier.Customer;
        if (withdrawals.TryGetValue(customer, out var taken)) dossier = Withdrawn(dossier, taken);
        if (oppositions.TryGetValue(customer, out var opposition) && !dossier.Oppositions.Contains(opposition))
            dossier = dossier with { Oppositions = [.. dossier.Oppositions, opposition] };
        if (elsewhere.TryGetValue(customer, out var lost) && KnowsMore(lost, dossier)) dossier = dossier with { Attempts = lost.Calls, UnderWay = lost.UnderWay };
        if (apart is { } itself && Holds(dossier, itself)) dossier = dossier with { Attempts = [.. dossier.Attempts.Where(call => call.At != itself)] };
        List<PastCall>? all = null;
        for (var number = byCustomer.GetValueOrDefault(customer, -1); number >= oldest; number = Call(number).Before)
            if (Call(number).At is var at && at != apart && !Holds(dossier, at)) (all ??= [.. dossier.Attempts]).Insert(dossier.Attempts.Count, at);
        return all is null ? dossier : dossier with { Attempts = all };
    }

    private static Dossier Withdrawn(Dossier dossier, Instant taken) => dossier.Consents.Any(consent => consent.WithdrawnAt is null && !(consent.CollectedAt > taken))
        ? dossier with { Consents = [.. dossier.Consents.Select(consent => consent.WithdrawnAt is null && !(consent.CollectedAt > taken) ? consent with { WithdrawnAt = taken } : consent)] }
        : dossier;

    private static bool KnowsMore(PermitWasLost lost, Dossier dossier) => lost.Calls.Any(call => Held(lost.Calls, call.At) > Held(dossier.Attempts, call.At));

    /// <summary>How many calls stand at that moment: two floors may have called within one thousandth of a second.</summary>
    private static int Held(IReadOnlyList<PastCall> calls, Instant at) => calls.Count(call => call.At == at);

    private static bool Holds(Dossier dossier, Instant at)
    {
        foreach (var call in dossier.Attempts)
            if (call.At == at) return true;
        return false;
    }

    private void Forget(Instant at)
    {
        for (; oldest < firstRow + calls.Count && Call(oldest).At + Kept < at; oldest++)
            if (byCustomer[Call(oldest).Customer] == oldest) byCustomer.Remove(Call(oldest).Customer);
        if (oldest - firstRow > calls.Count / 2 + 1000)
        {
            calls.RemoveRange(0, (int)(oldest - firstRow));
            firstRow = oldest;
        }
        while (learnt.TryPeek(out var told) && told.At + Kept < at)
        {
            learnt.Dequeue();
            if (!learnt.Any(later => later.Customer == told.Customer)) elsewhere.Remove(told.Customer);
        }
        while (withdrawn.TryPeek(out var gone) && gone.At + Kept < at)
        {
            withdrawn.Dequeue();
            if (withdrawals.TryGetValue(gone.Customer, out var known) && known == gone.At) withdrawals.Remove(gone.Customer);
        }
        while (appointed.TryPeek(out var agreedAt) && agreedAt.At + Kept < at)
        {
            appointed.Dequeue();
            if (agreed.TryGetValue(agreedAt.Prospect, out var known) && known == agreedAt.At) agreed.Remove(agreedAt.Prospect);
        }
        while (opposed.TryPeek(out var said) && said.At + Kept < at)
        {
            opposed.Dequeue();
            if (oppositions.TryGetValue(said.Customer, out var known) && known.At == said.At) oppositions.Remove(said.Customer);
        }
    }
}
