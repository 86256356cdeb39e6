using System.Collections.Concurrent;
using Plateau.Storage.People;

namespace Plateau.Server.People.Door;

/// <summary>Tells every open page of somebody that their session has ended, at the moment it ends.</summary>
public sealed class Sessions(TimeProvider time)
{
    /// <summary>How long a session lasts that nobody uses.</summary>
    public static readonly TimeSpan Lasts = TimeSpan.FromHours(12);

    /// <summary>Entries whose person went out, until no cookie of theirs can be good any more by its own date. A restart forgets them; the cookie itself is gone from the browser.</summary>
    private readonly ConcurrentDictionary<string, DateTimeOffset> left = new(StringComparer.Ordinal);

    public event Action<UserId>? Ended;

    /// <summary>Somebody signed out in one of their browser's pages: the others have ended too.</summary>
    public event Action<string>? Left;

    public void Leave(string entry)
    {
        var now = time.GetUtcNow();
        foreach (var (old, until) in left)
            if (until < now) left.TryRemove(old, out _);
        left[entry] = now + Lasts;
        Left?.Invoke(entry);
    }

    /// <summary>Whether whoever came in then went out again: a copy of their cookie, or one that their browser kept, opens nothing.</summary>
    public bool HasLeft(string? entry) => entry is not null && left.ContainsKey(entry);

    public void End(UserId user) => Ended?.Invoke(user);

    /// <summary>Waits until somebody's session ends, or until so much time has passed: then it is time to ask whether one's own still holds.</summary>
    public async Task WaitAsync(TimeSpan atMost, CancellationToken cancel)
    {
        var ended = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        void Hear(UserId user) => ended.TrySetResult();
        void HearLeft(string entry) => ended.TrySetResult();
        Ended += Hear;
        Left += HearLeft;
        try
        {
            await Task.WhenAny(ended.Task, Task.Delay(atMost, cancel));
            cancel.ThrowIfCancellationRequested();
        }
        finally
        {
            Ended -= Hear;
            Left -= HearLeft;
        }
    }
}
