using System.Collections.Concurrent;
using System.Threading.Channels;
using Plateau.Core.Interactions;
using Plateau.Storage.Prospecting;

namespace Plateau.Server.Setup.Changes;

/// <summary>A campaign's change that waits until the people of its lists are told apart by a new column.</summary>
/// <param name="Flaws">What kept it from being kept in the end; empty while it goes on, and when it was kept.</param>
internal sealed record QuotaTask(CampaignId Campaign, QuotaTaskState State, long Done, long Total, IReadOnlyList<Flaw> Flaws);

/// <summary>Where such a change stands.</summary>
internal enum QuotaTaskState { Waiting, Running, Kept, Cancelled, Failed }

/// <summary>
/// Tells the people of large lists apart by a new quota column behind the page that asked for it, one campaign after the
/// other: the campaign goes on under its old quotas, and is changed when everybody is where they belong.
/// </summary>
/// <remarks>It lives in memory. After a restart of the program the campaign stands under its old quotas, and saving again begins the work anew.</remarks>
internal sealed class QuotaWork(CampaignChanges changes, ILogger<QuotaWork> log) : BackgroundService
{
    private const int MostWaiting = 20;

    private readonly Channel<(CampaignId Campaign, CampaignWish Wish, Func<ClientId, bool> Sees)> waiting = Channel.CreateBounded<(CampaignId, CampaignWish, Func<ClientId, bool>)>(new BoundedChannelOptions(MostWaiting) { SingleReader = true });
    private readonly ConcurrentDictionary<CampaignId, QuotaTask> tasks = [];
    private readonly ConcurrentDictionary<CampaignId, CancellationTokenSource> stops = [];

    /// <summary>The last change of a campaign that waited for this; null when there was none since the start.</summary>
    public QuotaTask? Of(CampaignId campaign) => tasks.GetValueOrDefault(campaign);

    public bool IsUnderWay(CampaignId campaign) => Of(campaign) is { State: QuotaTaskState.Waiting or QuotaTaskState.Running };

    /// <summary>Takes a change that is sound but for the column; one that waits for the same campaign gives way to it.</summary>
    /// <returns>False when too many wait.</returns>
    public bool Take(CampaignId campaign, CampaignWish wish, Func<ClientId, bool> sees)
    {
        Cancel(campaign);
        stops[campaign] = new CancellationTokenSource();
        tasks[campaign] = new QuotaTask(campaign, QuotaTaskState.Waiting, 0, 0, []);
        if (waiting.Writer.TryWrite((campaign, wish, sees))) return true;
        tasks.TryRemove(campaign, out _);
        return false;
    }

    /// <summary>Stops it between two handfuls of people; the campaign stays under its old quotas.</summary>
    public void Cancel(CampaignId campaign)
    {
        if (stops.TryGetValue(campaign, out var stop)) stop.Cancel();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            await foreach (var (campaign, wish, sees) in waiting.Reader.ReadAllAsync(stoppingToken)) await RunAsync(campaign, wish, sees, stops[campaign], stoppingToken);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            log.LogInformation("Quotas that wait for their people are dropped; save the campaign again to begin anew");
        }
    }

    private async Task RunAsync(CampaignId campaign, CampaignWish wish, Func<ClientId, bool> sees, CancellationTokenSource asked, CancellationToken stopping)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(stopping, asked.Token);
        void Now(QuotaTask task)
        {
            // A newer wish for the same campaign speaks for it by now.
            if (stops.GetValueOrDefault(campaign) == asked) tasks[campaign] = task;
        }
        try
        {
            stop.Token.ThrowIfCancellationRequested();
            Now(new QuotaTask(campaign, QuotaTaskState.Running, 0, 0, []));
            var changed = await changes.SetAsync(campaign.Value, wish, sees, asDraft: true, stop.Token, new Told(look => Now(new QuotaTask(campaign, QuotaTaskState.Running, look.Done, look.Total, []))));
            Now(new QuotaTask(campaign, changed.Kept is null ? QuotaTaskState.Failed : QuotaTaskState.Kept, 0, 0, changed.Flaws));
        }
        catch (OperationCanceledException) when (!stopping.IsCancellationRequested)
        {
            Now(new QuotaTask(campaign, QuotaTaskState.Cancelled, 0, 0, []));
        }
        catch (Exception away) when (away is System.Data.Common.DbException or IOException)
        {
            log.LogWarning(away, "The quotas of campaign {Campaign} were not set: the database is away", campaign);
            Now(new QuotaTask(campaign, QuotaTaskState.Failed, 0, 0, [new Flaw("quotas", "quota-work-broken", "the database did not answer; save the campaign again")]));
        }
        catch (Exception mistake) when (mistake is not OperationCanceledException)
        {
            log.LogError(mistake, "The quotas of campaign {Campaign} were not set by a mistake of ours", campaign);
            Now(new QuotaTask(campaign, QuotaTaskState.Failed, 0, 0, [new Flaw("quotas", "quota-work-broken", "save the campaign again, and tell us what the log says")]));
        }
    }

    private sealed class Told(Action<LookProgress> tell) : IProgress<LookProgress>
    {
        public void Report(LookProgress value) => tell(value);
    }
}
