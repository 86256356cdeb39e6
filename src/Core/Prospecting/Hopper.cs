using NodaTime;
using Plateau.Core.Compliance;
using Plateau.Core.Interactions;

namespace Plateau.Core.Prospecting;

/// <summary>The next prospects of a campaign, brought before they are needed and forgotten at a restart: one line for each list, served in turns.</summary>
/// <remarks>Bounded by what the floor asks for; a customer stands in it once, by their first prospect.</remarks>
public sealed class Hopper(IReadOnlyList<ListShare> mix)
{
    private readonly Dictionary<ListId, LinkedList<Dossier>> queues = [];
    private readonly Dictionary<CustomerId, LinkedListNode<Dossier>> byCustomer = [];
    private readonly ListTurns turns = new();

    /// <summary>The lists that have somebody in the hopper.</summary>
    private readonly List<ListShare> ready = [];
    private IReadOnlyList<ListShare> mix = mix;

    public int Count => byCustomer.Count;

    /// <summary>When prospects were asked for and not yet brought.</summary>
    public Instant? AskedAt { get; set; }

    /// <summary>Not to ask again before: the list had no more to give.</summary>
    public Instant? AskNotBefore { get; set; }

    /// <summary>The last answer held fewer than asked for.</summary>
    public bool Exhausted { get; set; }

    /// <summary>When the next resting prospect falls due, as the last answer had it.</summary>
    public Instant? NextDue { get; set; }

    public bool Add(Dossier dossier)
    {
        ArgumentNullException.ThrowIfNull(dossier);
        if (byCustomer.ContainsKey(dossier.Customer)) return false;
        byCustomer[dossier.Customer] = QueueOf(dossier).AddLast(dossier);
        return true;
    }

    /// <summary>Whoever was taken and not called after all is the next of their list again.</summary>
    public void PutBack(Dossier dossier)
    {
        ArgumentNullException.ThrowIfNull(dossier);
        Remove(dossier.Customer);
        byCustomer[dossier.Customer] = QueueOf(dossier).AddFirst(dossier);
    }

    /// <summary>The next of the list whose turn it is; whoever may not be called now is let go on the way.</summary>
    public Dossier? Take(Func<Dossier, bool>? mayBeCalled = null) => Take(mayBeCalled, static (dossier, may) => may?.Invoke(dossier) != false);

    /// <summary>The same, for whoever is asked often and brings what is needed for the answer.</summary>
    public Dossier? Take<T>(T asked, Func<Dossier, T, bool> mayBeCalled)
    {
        ArgumentNullException.ThrowIfNull(mayBeCalled);
        while (turns.Next(ready) is { } list)
        {
            var first = queues[list].First!.Value;
            Remove(first.Customer);
            if (mayBeCalled(first, asked)) return first;
        }
        return null;
    }

    /// <summary>Whoever was taken is called: their list has had its turn. Whoever is refused takes none.</summary>
    public void Served(Dossier dossier)
    {
        ArgumentNullException.ThrowIfNull(dossier);
        var list = dossier.List ?? default;
        turns.Served(list, PlaceOf(list) >= 0 ? ready : [.. ready, ShareOf(list)]);
    }

    public void Remove(CustomerId customer)
    {
        if (!byCustomer.Remove(customer, out var node)) return;
        var queue = node.List!;
        queue.Remove(node);
        if (queue.Count == 0) ready.RemoveAt(PlaceOf(node.Value.List ?? default));
    }

    /// <summary>Takes somebody out if it is in this place that they stand.</summary>
    public void Remove(CustomerId customer, ProspectId prospect)
    {
        if (byCustomer.TryGetValue(customer, out var node) && node.Value.Prospect == prospect) Remove(customer);
    }

    /// <summary>Forgets whom it holds; from now on lists are mixed like this.</summary>
    public void Clear(IReadOnlyList<ListShare> then)
    {
        mix = then;
        queues.Clear();
        byCustomer.Clear();
        ready.Clear();
        turns.Clear();
        (AskedAt, AskNotBefore, NextDue, Exhausted) = (null, null, null, false);
    }

    private LinkedList<Dossier> QueueOf(Dossier dossier)
    {
        var list = dossier.List ?? default;
        if (!queues.TryGetValue(list, out var queue)) queues[list] = queue = new();
        if (queue.Count == 0) ready.Add(ShareOf(list));
        return queue;
    }

    /// <summary>Where the list stands among those that have somebody; less than nought when it has nobody.</summary>
    private int PlaceOf(ListId list)
    {
        var place = ready.Count - 1;
        while (place >= 0 && ready[place].List != list) place--;
        return place;
    }

    private ListShare ShareOf(ListId list) => mix.FirstOrDefault(share => share.List == list) ?? new ListShare(list);
}
