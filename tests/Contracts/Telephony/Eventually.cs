using System.Diagnostics;

namespace Plateau.Contracts.Telephony;

/// <summary>Waits for a condition, never for a time.</summary>
internal static class Eventually
{
    public static async Task HoldsAsync(Func<bool> condition, string what, double seconds = 60) =>
        await HoldsAsync(() => Task.FromResult(condition()), what, seconds);

    public static async Task HoldsAsync(Func<Task<bool>> condition, string what, double seconds = 60)
    {
        var watch = Stopwatch.StartNew();
        while (!await condition())
        {
            if (watch.Elapsed.TotalSeconds > seconds) throw new TimeoutException($"After {seconds} s it still does not hold that {what}.");
            await Task.Delay(20, TestContext.Current.CancellationToken);
        }
    }
}
