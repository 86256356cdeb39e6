using Plateau.Core.Interactions;

namespace Plateau.Core.Prospecting;

/// <summary>In what order those of a list who were never tried are called. Whoever is due after a rest comes before them either way.</summary>
public enum ListOrder
{
    /// <summary>As they stand in the client's file.</summary>
    Place,
    /// <summary>The greatest score first, then those without one, as they stand in the file.</summary>
    Score,
}

/// <summary>How much of a campaign's calls one of its lists gets.</summary>
/// <param name="Tier">From 1 to 9: a list of the next tier is called only while none of this one has anybody who may be called.</param>
/// <param name="Weight">From 1 to 100: the list's part among the lists of its tier. A list that is dry leaves its part to the others.</param>
public sealed record ListShare(ListId List, int Tier = 1, int Weight = 1, ListOrder Order = ListOrder.Place)
{
    public const int LastTier = 9, MostWeight = 100;

    /// <summary>Why it can't be as it stands; null when it can.</summary>
    public string? Fault => Tier is < 1 or > LastTier ? "list-tier" : Weight is < 1 or > MostWeight ? "list-weight" : null;
}

/// <summary>Whose turn it is among lists that share the calls of a campaign: each is served as its weight says, to within one call at any moment.</summary>
/// <remarks>
/// Each list is owed a part of every call. Served is whichever of those that are owed anything would otherwise first be a whole
/// call behind (earliest pseudo-deadline first, Baruah et al. 1996, which on one server keeps every lag below one).
/// Only lists that have somebody to give are owed: a dry one gathers no claim, and none is paid back to it.
/// </remarks>
public sealed class ListTurns
{
    private const double Least = 1e-9;
    private readonly Dictionary<ListId, double> owed = [];

    /// <summary>The list from which the next call is to come; of two alike, the first by name. Null when none has anybody.</summary>
    /// <param name="ready">The lists that have somebody to give, each once.</param>
    public ListId? Next(List<ListShare> ready)
    {
        ArgumentNullException.ThrowIfNull(ready);
        if (ready.Count == 1) return ready[0].List;
        var (tier, whole) = TierOf(ready);
        (ListId List, double Deadline, int Weight)? best = null;
        foreach (var share in ready)
        {
            if (share.Tier != tier) continue;
            var part = (double)share.Weight / whole;
            var credit = owed.GetValueOrDefault(share.List) + part;
            // Whoever is owed nothing yet comes after all who are: by how long they would still have to wait.
            var deadline = credit > Least ? Math.Ceiling((1 - credit) / part - Least) : double.MaxValue / 2 - credit;
            if (best is not { } held || deadline < held.Deadline || deadline == held.Deadline && Precedes(share, held.Weight, held.List)) best = (share.List, deadline, share.Weight);
        }
        return best?.List;
    }

    /// <summary>A call was made from this list: every list that had somebody is owed its part of it, and this one has had it.</summary>
    public void Served(ListId list, List<ListShare> ready)
    {
        ArgumentNullException.ThrowIfNull(ready);
        var (tier, whole) = TierOf(ready);
        if (!IsAmong(ready, tier, list)) return;
        foreach (var share in ready)
            if (share.Tier == tier) owed[share.List] = owed.GetValueOrDefault(share.List) + (double)share.Weight / whole - (share.List == list ? 1 : 0);
    }

    public void Clear() => owed.Clear();

    private static bool Precedes(ListShare share, int weight, ListId list) => share.Weight != weight ? share.Weight > weight : string.CompareOrdinal(share.List.Value, list.Value) < 0;

    private static bool IsAmong(List<ListShare> ready, int tier, ListId list)
    {
        foreach (var share in ready)
            if (share.Tier == tier && share.List == list) return true;
        return false;
    }

    private static (int Tier, int Whole) TierOf(List<ListShare> ready)
    {
        var (tier, whole) = (int.MaxValue, 0);
        foreach (var share in ready)
        {
            if (share.Tier < tier) (tier, whole) = (share.Tier, 0);
            if (share.Tier == tier) whole += share.Weight;
        }
        return (tier, whole);
    }
}
