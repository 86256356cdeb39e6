namespace Plateau.Server.Reports;

/// <summary>Reads a page's figures again every few seconds, for as long as somebody looks at it.</summary>
internal static class Refreshing
{
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(5);

    public static async Task EveryAsync(Func<Task> read, CancellationToken over)
    {
        using var timer = new PeriodicTimer(Every);
        try
        {
            while (await timer.WaitForNextTickAsync(over)) await read();
        }
        catch (Exception gone) when (gone is OperationCanceledException or ObjectDisposedException)
        {
            // The page was left.
        }
    }
}
