using NodaTime;
using Plateau.Core.Interactions;
using Plateau.Server.Floors;
using Plateau.Server.People;
using Plateau.Storage.Centre;
using Plateau.Storage.People;

namespace Plateau.Server.Reports;

/// <summary>Makes the exports that fall due, as long as whoever scheduled them may still take them along.</summary>
/// <remarks>An export that falls due while Plateau stands still is made at the next start, once. One that fails is tried again in a minute and says so.</remarks>
internal sealed class ScheduledExports(DocumentBook documents, CountedCalls counted, CentreBook centre, WrittenExports written, UserBook users, IServiceScopeFactory scopes, IClock clock, ILogger<ScheduledExports> log) : BackgroundService
{
    public const int MostOfOne = 20;
    private const string Kind = "report-schedule";
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(5);
    private static readonly Duration Again = Duration.FromMinutes(1);
    private readonly Dictionary<string, Instant> failed = [];

    /// <summary>Everybody's schedules for whoever sees all; a page shows those of the clients that its reader may see.</summary>
    public async Task<IReadOnlyList<Document<ExportSchedule>>> AllAsync(CancellationToken cancel) => await documents.AllAsync<ExportSchedule>(Kind, cancellation: cancel);

    /// <returns>False when something of it is missing or there are too many.</returns>
    public async Task<bool> ScheduleAsync(UserId user, ClientId client, ExportSchedule schedule, CancellationToken cancel)
    {
        if (schedule.Name.Trim().Length is 0 or > ExportSchedule.LongestName || ExportSchedule.Read(schedule.At) is null || schedule.Format is not ("csv" or "xlsx")) return false;
        if ((await documents.AllAsync<ExportSchedule>(Kind, user: user, cancellation: cancel)).Count >= MostOfOne) return false;
        return await documents.SetAsync(Kind, Guid.NewGuid().ToString("N"), schedule with { Name = schedule.Name.Trim() }, clock.GetCurrentInstant(), client: client, user: user, cancellation: cancel);
    }

    public async Task<Document<ExportSchedule>?> FindAsync(string id, CancellationToken cancel) => await documents.FindAsync<ExportSchedule>(Kind, id, cancel);

    public Task RemoveAsync(string id, CancellationToken cancel) => documents.RemoveAsync(Kind, id, cancel);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Every);
        do
        {
            try
            {
                if (counted.IsCaughtUp)
                    foreach (var document in await AllAsync(stoppingToken)) await LookAtAsync(document, stoppingToken);
            }
            catch (Exception away) when (away is not OperationCanceledException)
            {
                log.LogWarning(away, "Scheduled exports can't be read now; they are looked at again");
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private async Task LookAtAsync(Document<ExportSchedule> document, CancellationToken cancel)
    {
        var (schedule, now) = (document.Content, clock.GetCurrentInstant());
        if (schedule.DueBy(CentreTime.Of(now)) is not { } due) return;
        if (failed.TryGetValue(document.Id, out var at) && now < at + Again) return;
        try
        {
            await WriteAsync(document, due, now, cancel);
            failed.Remove(document.Id);
            await KeepAsync(document, schedule with { Since = now, HasFailed = false }, now, cancel);
        }
        catch (Exception wrong) when (wrong is not OperationCanceledException)
        {
            log.LogError(wrong, "The scheduled export {Schedule} of campaign {Campaign} was not written; it is tried again", document.Id, schedule.Campaign);
            failed[document.Id] = now;
            if (!schedule.HasFailed) await KeepAsync(document, schedule with { HasFailed = true }, now, cancel);
        }
    }

    private async Task KeepAsync(Document<ExportSchedule> document, ExportSchedule schedule, Instant now, CancellationToken cancel) =>
        await documents.SetAsync(Kind, document.Id, schedule, now, document.Version, document.Client, document.User, cancel);

    private async Task WriteAsync(Document<ExportSchedule> document, LocalDateTime due, Instant now, CancellationToken cancel)
    {
        var schedule = document.Content;
        if (await centre.CampaignAsync(schedule.Campaign, cancel) is not { } settings || document.User is not { } user) return;
        if (await users.FindAsync(user, cancel) is not { User.Disabled: false } known || !Person.Of(known).May(Operation.ReportsExport, settings.Client))
        {
            log.LogInformation("The scheduled export {Schedule} is not made: whoever scheduled it may not take it along any more", document.Id);
            return;
        }
        var reading = await ReportReading.OfAsync(counted, settings.Id, schedule.Covers(due), null, CentreTime.Of(now), cancel);
        var file = ExportDoor.Written(ReportExport.Of(settings, reading, await counted.EndsAsync(cancel)), schedule.Format);
        await written.WriteAsync(schedule.FileOf(due), file, settings.Id, settings.Client, schedule.Name, now, cancel);
        using var scope = scopes.CreateScope();
        await scope.ServiceProvider.GetRequiredService<Audited>().DoneAsync(Audited.Program, Operation.ReportsExport, $"campaign:{settings.Id}", settings.Client, new { schedule = document.Id, scheduledBy = user.Value });
    }
}
