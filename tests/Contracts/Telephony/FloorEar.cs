using System.Collections.Concurrent;
using Plateau.Core.Interactions;
using Plateau.Core.Prospecting;

namespace Plateau.Contracts.Telephony;

/// <summary>The floor's place in these tests: keeps every signal and lets a test wait for one.</summary>
internal sealed class FloorEar
{
    private readonly ConcurrentQueue<Signal> heard = new();

    public void Hear(Signal signal) => heard.Enqueue(signal);

    public IReadOnlyList<Signal> All => [.. heard];

    public IEnumerable<Signal> Of(AttemptId attempt) => heard.Where(signal => AttemptOf(signal) == attempt);

    public async Task<T> NextAsync<T>(Func<T, bool> wanted, int after = 0) where T : Signal
    {
        T? found = null;
        try
        {
            await Eventually.HoldsAsync(() => (found = heard.Skip(after).OfType<T>().FirstOrDefault(wanted)) is not null, $"{typeof(T).Name} was heard");
        }
        catch (TimeoutException never)
        {
            throw new TimeoutException($"{never.Message} Heard: {string.Join("; ", heard.Skip(after))}", never);
        }
        return found!;
    }

    public Task<T> NextAsync<T>(AttemptId attempt) where T : Signal => NextAsync<T>(signal => AttemptOf(signal) == attempt);

    private static AttemptId? AttemptOf(Signal signal) => signal switch
    {
        CallRang s => s.Attempt,
        CallAnswered s => s.Attempt,
        CallFailed s => s.Attempt,
        CallEnded s => s.Attempt,
        CallJoined s => s.Attempt,
        NoticeFailed s => s.Attempt,
        SilenceBroken s => s.Attempt,
        DeskAnswered s => s.Attempt,
        DeskMissed s => s.Attempt,
        DeskReleased s => s.Attempt,
        _ => null,
    };
}
