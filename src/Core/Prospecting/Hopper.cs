using NodaTime;
using Plateau.Core.Compliance;
using Plateau.Core.Interactions;

namespace Plateau.Core.Prospecting;

/// <summary>The next prospects of a campaign, brought before they are needed and forgotten at a restart.</summary>
/// <remarks>Bounded by what the floor asks for; a customer stands in it once, by their first prospect.</remarks>
public sealed class Hopper
{
    private readonly LinkedList<Dossier> queue = new();
    private readonly Dictionary<CustomerId, LinkedListNode<Dossier>> byCustomer = [];

    public int Count => queue.Count;

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
        if (byCustomer.ContainsKey(dossier.Customer)) return false;
        byCustomer[dossier.Customer] = queue.AddLast(dossier);
        return true;
    }

    public Dossier? Take()
    {
        if (queue.First is not { } first) return null;
        Remove(first.Value.Customer);
        return first.Value;
    }

    public void Remove(CustomerId customer)
    {
        if (!byCustomer.Remove(customer, out var node)) return;
        queue.Remove(node);
    }

    public void Clear()
    {
        queue.Clear();
        byCustomer.Clear();
        (AskedAt, AskNotBefore, NextDue, Exhausted) = (null, null, null, false);
    }
}
