using NodaTime;
using Plateau.Core.Prospecting;
using Plateau.Storage.Centre;
using Plateau.Storage.Prospecting;

namespace Plateau.Server.Floors;

/// <summary>Counts now and then when each client's people answer, and tells the floor, which calls them again at such hours.</summary>
internal sealed class HabitWatch(FloorLine line, HabitBook habits, CentreBook centre, IClock clock, ILogger<HabitWatch> log) : BackgroundService
{
    private const int MostClients = 500;
    private static readonly TimeSpan Every = TimeSpan.FromMinutes(15);

    protected override async Task ExecuteAsync(CancellationToken stop)
    {
        using var beat = new PeriodicTimer(Every);
        do
        {
            try
            {
                foreach (var client in (await centre.ClientsAsync(MostClients, cancellation: stop)).Items)
                    if (await habits.ReadAsync(client.Id, clock.GetCurrentInstant(), cancellation: stop) is { Count: > 0 } counts) line.Tell(new HabitsWereRead(clock.GetCurrentInstant(), client.Id, counts));
            }
            catch (Exception away) when (away is not OperationCanceledException)
            {
                // The floor goes on with what it knows; rests then end by the clock.
                log.LogWarning(away, "When people answer can't be counted now");
            }
        }
        while (await beat.WaitForNextTickAsync(stop));
    }
}
