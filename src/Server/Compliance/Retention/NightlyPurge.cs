using NodaTime;
using Plateau.Server.Floors;
using Plateau.Server.People;

namespace Plateau.Server.Compliance.Retention;

/// <summary>Every night after three by the centre's clock, what has been kept long enough is taken away; a night that was missed is made up for.</summary>
internal sealed class NightlyPurge(RetentionDesk desk, IClock clock, ILogger<NightlyPurge> log) : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(30);
    private static readonly LocalTime Hour = new(3, 0);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Every);
        do
        {
            try
            {
                if (!await IsDueAsync(stoppingToken)) continue;
                var night = await desk.CarryOutAsync(Audited.Program, stoppingToken);
                log.LogInformation("Kept long enough and taken away: {Removed}", string.Join(", ", night.Removed.Select(each => $"{each.Count} {each.Thing}")));
            }
            catch (Exception away) when (away is not OperationCanceledException)
            {
                log.LogWarning(away, "What has been kept long enough can't be taken away now; it is tried again");
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    /// <summary>Whether the last night that was due has not been done.</summary>
    private async Task<bool> IsDueAsync(CancellationToken cancel)
    {
        var wall = CentreTime.Of(clock.GetCurrentInstant());
        var due = CentreTime.From((wall.TimeOfDay >= Hour ? wall.Date : wall.Date.PlusDays(-1)) + Hour);
        return (await desk.NightsAsync(cancel)).FirstOrDefault(night => night.By == Audited.Program) is not { } last || last.At < due;
    }
}
