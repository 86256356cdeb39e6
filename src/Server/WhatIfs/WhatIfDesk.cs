using Plateau.Simulation;

namespace Plateau.Server.WhatIfs;

/// <summary>Lives invented days beside the real one, one question at a time and behind everything else: the floor comes first.</summary>
internal sealed class WhatIfDesk : IDisposable
{
    private readonly SemaphoreSlim turn = new(1, 1);

    /// <param name="rehearsal">The campaign and the people whose day it is; null for invented ones.</param>
    /// <param name="begun">Told when it is this question's turn.</param>
    /// <param name="progress">Told the share of the answer that is there, from 0 to 1, on a thread of the desk's own.</param>
    /// <exception cref="OperationCanceledException">The asker does not want to know any more.</exception>
    public async Task<(Expectation Planned, Expectation? Changed)> AnswerAsync(Scenario planned, Scenario? changed, Rehearsal? rehearsal, int lives, Action begun, Action<double> progress, CancellationToken cancel)
    {
        await turn.WaitAsync(cancel);
        try
        {
            begun();
            var seeds = Enumerable.Range(1, lives).Select(seed => (long)seed).ToList();
            var answer = new TaskCompletionSource<(Expectation, Expectation?)>(TaskCreationOptions.RunContinuationsAsynchronously);
            new Thread(() =>
            {
                try
                {
                    var parts = changed is null ? 1 : 2;
                    var first = WhatIf.Live(planned, seeds, share => progress(share / parts), rehearsal, cancel);
                    answer.SetResult((first, changed is null ? null : WhatIf.Live(changed, seeds, share => progress((1 + share) / parts), rehearsal, cancel)));
                }
                catch (OperationCanceledException)
                {
                    answer.SetCanceled(cancel);
                }
                catch (Exception failed)
                {
                    answer.SetException(failed);
                }
            })
            { IsBackground = true, Priority = ThreadPriority.BelowNormal, Name = "what-if" }.Start();
            return await answer.Task;
        }
        finally
        {
            turn.Release();
        }
    }

    public void Dispose() => turn.Dispose();
}
