using NodaTime;
using Plateau.Core.Compliance;
using Plateau.Core.Prospecting;
using Plateau.Storage.Prospecting;

namespace Plateau.Server.Floors;

/// <summary>Looks every two seconds whether the law can be read, and tells the floor: what can't be read stops the dialling, and it goes on by itself.</summary>
internal sealed class LawWatch(FloorLine line, LawTables tables, IClock clock, ILogger<LawWatch> log) : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(2);

    /// <summary>A table that does not answer for so long can't be read.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    protected override async Task ExecuteAsync(CancellationToken stop)
    {
        using var beat = new PeriodicTimer(Every);
        string? before = null;
        do
        {
            var fault = LawData.Fault() ?? (await TablesAsync(stop) ? null : "law-tables");
            if (fault != before)
            {
                if (fault is null) log.LogInformation("The law can be read again");
                else log.LogError("The law can't be read ({Fault}): nobody is dialled", fault);
            }
            before = fault;
            line.Tell(new LawWasRead(clock.GetCurrentInstant(), fault));
        }
        while (await beat.WaitForNextTickAsync(stop));
    }

    private async Task<bool> TablesAsync(CancellationToken stop)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(stop);
        patience.CancelAfter(Patience);
        try
        {
            return await tables.CanBeReadAsync(patience.Token);
        }
        catch (OperationCanceledException) when (!stop.IsCancellationRequested)
        {
            return false;
        }
    }
}
