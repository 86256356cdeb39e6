namespace Plateau.Core.Floors;

/// <summary>The last messages that went out, so that one that is told twice goes out once. Forgotten at a restart, where twice does little harm.</summary>
internal sealed class RecentMessages
{
    private const int Most = 1000;
    private readonly HashSet<string> known = new(StringComparer.Ordinal);
    private readonly Queue<string> order = new();

    public bool Contains(string message) => known.Contains(message);

    public void Add(string message)
    {
        if (!known.Add(message)) return;
        order.Enqueue(message);
        if (order.Count > Most) known.Remove(order.Dequeue());
    }
}
