using System.Diagnostics;

namespace Plateau.Contracts.Telephony;

/// <summary>Waits for a condition, never for a time.</summary>
internal static class Eventually
{
    /// <summary>The seconds after which a condition won't hold any more, on the slowest machine: what holds is not waited for longer than it takes.</summary>
    public const double Patience = 180;

    public static async Task HoldsAsync(Func<bool> condition, string what, double seconds = Patience) =>
        await HoldsAsync(() => Task.FromResult(condition()), what, seconds);

    public static async Task HoldsAsync(Func<Task<bool>> condition, string what, double seconds = Patience)
    {
        var watch = Stopwatch.StartNew();
        while (!await condition())
        {
            if (watch.Elapsed.TotalSeconds > seconds) throw new TimeoutException($"After {seconds} s it still does not hold that {what}.");
            await Task.Delay(20, TestContext.Current.CancellationToken);
        }
    }
}
