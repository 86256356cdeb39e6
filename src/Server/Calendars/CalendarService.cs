using System.Collections.Concurrent;
using NodaTime;
using Plateau.Core.Interactions;
using Plateau.Storage.Appointments;

namespace Plateau.Server.Calendars;

/// <summary>Keeps what is known of consultants' calendars fresh, and what stands in them true: each read every few minutes, and at once when it was linked, when its link was changed, or when somebody asks.</summary>
internal sealed class CalendarService(CalendarReader reader, CalendarWriter writer, ConsultantBook consultants, IClock clock, ILogger<CalendarService> log) : BackgroundService
{
    /// <summary>So old may be what is known of a calendar.</summary>
    public static Duration Fresh { get; } = Duration.FromMinutes(3);

    /// <summary>Calendars asked at the same time.</summary>
    private const int AtOnce = 4;

    private static readonly TimeSpan Every = TimeSpan.FromSeconds(5);
    private readonly ConcurrentDictionary<ConsultantId, Instant> tried = new();

    /// <summary>Has a calendar read at the next look, however fresh it is.</summary>
    public void Ask(ConsultantId consultant) => tried.TryRemove(consultant, out _);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Every);
        do
        {
            try
            {
                await LookAsync(stoppingToken);
            }
            catch (Exception away) when (away is not OperationCanceledException)
            {
                log.LogWarning(away, "Consultants' calendars can't be compared with the book now; they are looked at again");
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    /// <summary>Reads each calendar whose turn it is, then writes what is not written in them yet.</summary>
    public async Task LookAsync(CancellationToken cancel)
    {
        var now = clock.GetCurrentInstant();
        var due = (await consultants.CalendarsAsync(cancel)).Where(calendar => calendar is { LastSync: null, LastError: null } || !tried.TryGetValue(calendar.Consultant, out var at) || at + Fresh <= now).ToList();
        await Parallel.ForEachAsync(due, new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancel }, async (calendar, stop) =>
        {
            tried[calendar.Consultant] = now;
            await reader.ReadAsync(calendar, stop);
        });
        foreach (var faster in await writer.WriteAsync(cancel)) Ask(faster);
    }
}
