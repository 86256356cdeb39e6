using Plateau.Storage.People;

namespace Plateau.Server.People.Door;

/// <summary>Tells every open page of somebody that their session has ended, at the moment it ends.</summary>
public sealed class Sessions
{
    public event Action<UserId>? Ended;

    /// <summary>Somebody signed out in one of their browser's pages: the others have ended too.</summary>
    public event Action<string>? Left;

    public void Leave(string entry) => Left?.Invoke(entry);

    public void End(UserId user) => Ended?.Invoke(user);

    /// <summary>Waits until somebody's session ends, or until so much time has passed: then it is time to ask whether one's own still holds.</summary>
    public async Task WaitAsync(TimeSpan atMost, CancellationToken cancel)
    {
        var ended = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        void Hear(UserId user) => ended.TrySetResult();
        Ended += Hear;
        try
        {
            await Task.WhenAny(ended.Task, Task.Delay(atMost, cancel));
            cancel.ThrowIfCancellationRequested();
        }
        finally
        {
            Ended -= Hear;
        }
    }
}
