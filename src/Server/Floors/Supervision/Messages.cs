using NodaTime;
using Plateau.Core.Interactions;
using Plateau.Storage.Centre;

namespace Plateau.Server.Floors.Supervision;

/// <summary>What a supervisor wrote.</summary>
/// <param name="To">Those who were there when it was sent to everybody, or the one it was sent to.</param>
public sealed record Message(string Id, Instant At, AgentId By, string ByName, IReadOnlyList<AgentId> To, string Text)
{
    /// <summary>Who said that they read it, and when.</summary>
    public IReadOnlyDictionary<AgentId, Instant> Read { get; init; } = new Dictionary<AgentId, Instant>();
}

/// <summary>The words between supervisors and agents: kept as documents, shown on desks until they are read. The journal holds only that something was sent.</summary>
public sealed class Messages(DocumentBook documents, IClock clock) : IDisposable
{
    /// <summary>The kind of document.</summary>
    public const string Kind = "message";

    /// <summary>Letters of one message at most.</summary>
    public const int Longest = 500;

    /// <summary>A message belongs to its shift; later it is no news any more.</summary>
    private static readonly Duration Fresh = Duration.FromHours(10);

    private readonly Lock turn = new();
    private readonly SemaphoreSlim loading = new(1, 1);
    private Dictionary<string, Message>? recent;

    public async Task KeepAsync(Message message, CancellationToken cancel = default)
    {
        await LoadAsync(cancel);
        await documents.SetAsync(Kind, message.Id, message, message.At, cancellation: cancel);
        Put(message);
    }

    /// <summary>Takes back what could not be sent.</summary>
    public async Task DropAsync(string id, CancellationToken cancel = default)
    {
        await documents.RemoveAsync(Kind, id, cancel);
        lock (turn) recent?.Remove(id);
    }

    /// <summary>What is fresh and meant for an agent, the oldest first.</summary>
    public async Task<IReadOnlyList<Message>> ForAsync(AgentId agent, CancellationToken cancel = default)
    {
        await LoadAsync(cancel);
        var oldest = clock.GetCurrentInstant() - Fresh;
        lock (turn) return [.. recent!.Values.Where(each => each.At >= oldest && each.To.Contains(agent)).OrderBy(each => each.At)];
    }

    /// <summary>An agent says that they read it; a second time changes nothing.</summary>
    public async Task ReadAsync(string id, AgentId agent, CancellationToken cancel = default)
    {
        for (var kept = false; !kept;)
        {
            if (await documents.FindAsync<Message>(Kind, id, cancel) is not { } found || !found.Content.To.Contains(agent) || found.Content.Read.ContainsKey(agent)) return;
            var read = found.Content with { Read = new Dictionary<AgentId, Instant>(found.Content.Read) { [agent] = clock.GetCurrentInstant() } };
            kept = await documents.SetAsync(Kind, id, read, found.At, found.Version, cancellation: cancel);
            if (kept) Put(read);
        }
    }

    public void Dispose() => loading.Dispose();

    private void Put(Message message)
    {
        lock (turn)
            if (recent is not null) recent[message.Id] = message;
    }

    private async Task LoadAsync(CancellationToken cancel)
    {
        if (Volatile.Read(ref recent) is not null) return;
        await loading.WaitAsync(cancel);
        try
        {
            if (recent is not null) return;
            var oldest = clock.GetCurrentInstant() - Fresh;
            Volatile.Write(ref recent, (await documents.AllAsync<Message>(Kind, cancellation: cancel)).Where(each => each.At >= oldest).ToDictionary(each => each.Id, each => each.Content));
        }
        finally
        {
            loading.Release();
        }
    }
}
