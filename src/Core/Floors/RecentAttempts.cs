using NodaTime;
using Plateau.Core.Compliance;
using Plateau.Core.Interactions;

namespace Plateau.Core.Floors;

/// <summary>What the floor itself did in the last hour, in case a dossier was read just before it.</summary>
internal sealed class RecentAttempts
{
    private static readonly Duration Kept = Duration.FromHours(1);
    private readonly Dictionary<CustomerId, List<Instant>> byCustomer = [];
    private readonly Dictionary<CustomerId, Opposition> oppositions = [];
    private readonly Queue<(Instant At, CustomerId Customer)> inOrder = new();

    public void Add(CustomerId customer, Instant at)
    {
        if (!byCustomer.TryGetValue(customer, out var times)) byCustomer[customer] = times = [];
        times.Add(at);
        inOrder.Enqueue((at, customer));
        Forget(at);
    }

    public void Oppose(CustomerId customer, Opposition opposition) => oppositions[customer] = opposition;

    /// <summary>The dossier with what happened since it was read.</summary>
    public Dossier Complete(Dossier dossier)
    {
        if (oppositions.TryGetValue(dossier.Customer, out var opposition) && !dossier.Oppositions.Contains(opposition))
            dossier = dossier with { Oppositions = [.. dossier.Oppositions, opposition] };
        if (!byCustomer.TryGetValue(dossier.Customer, out var times)) return dossier;
        var missing = times.Where(at => !dossier.Attempts.Contains(at)).ToList();
        return missing.Count == 0 ? dossier : dossier with { Attempts = [.. dossier.Attempts, .. missing] };
    }

    private void Forget(Instant at)
    {
        while (inOrder.TryPeek(out var oldest) && oldest.At + Kept < at)
        {
            inOrder.Dequeue();
            var times = byCustomer[oldest.Customer];
            times.RemoveAt(0);
            if (times.Count == 0) byCustomer.Remove(oldest.Customer);
        }
    }
}
