using System.Collections.Concurrent;
using System.Threading.Channels;
using NodaTime.Extensions;
using Plateau.Core.Interactions;
using Plateau.Storage.Centre;
using Plateau.Storage.Prospecting;

namespace Plateau.Server.Setup.Changes;

/// <summary>A campaign's change that waits until the people of its lists are told apart by a new column.</summary>
/// <param name="Flaws">What kept it from being kept in the end; empty while it goes on, and when it was kept.</param>
internal sealed record QuotaTask(CampaignId Campaign, QuotaTaskState State, long Done, long Total, IReadOnlyList<Flaw> Flaws);

/// <summary>Where such a change stands.</summary>
internal enum QuotaTaskState { Waiting, Running, Stopping, Kept, Cancelled, Failed }

/// <summary>
/// Tells the people of large lists apart by a new quota column behind the page that asked for it, one campaign after the
/// other: the campaign goes on under its old quotas, and is changed when everybody is where they belong.
/// </summary>
/// <remarks>
/// What is wished is kept until it is done, stopped or failed: after a restart of the program it goes on. Whoever was moved
/// already is not moved again. The campaign is changed only as it stood when it was wished: a newer change of it wins.
/// </remarks>
internal sealed class QuotaWork(CampaignChanges changes, DocumentBook documents, TimeProvider time, ILogger<QuotaWork> log) : BackgroundService
{
    /// <summary>The kind of the documents in which wishes wait, one a campaign.</summary>
    public const string Kind = "quota-work";

    private const int MostWaiting = 20;
    private static readonly TimeSpan AskAgain = TimeSpan.FromSeconds(5);

    private sealed record Order(CampaignId Campaign, CampaignWish Wish, Func<ClientId, bool> Sees, CancellationTokenSource Asked, Task Kept);

    private readonly Channel<Order> waiting = Channel.CreateBounded<Order>(new BoundedChannelOptions(MostWaiting) { SingleReader = true });
    private readonly ConcurrentDictionary<CampaignId, QuotaTask> tasks = [];
    private readonly ConcurrentDictionary<CampaignId, CancellationTokenSource> stops = [];

    /// <summary>The last change of a campaign that waited for this; null when there was none since the start.</summary>
    public QuotaTask? Of(CampaignId campaign) => tasks.GetValueOrDefault(campaign);

    public bool IsUnderWay(CampaignId campaign) => Of(campaign) is { State: QuotaTaskState.Waiting or QuotaTaskState.Running or QuotaTaskState.Stopping };

    /// <summary>Takes a change that is sound but for the column; one that waits for the same campaign gives way to it.</summary>
    /// <returns>False when too many wait.</returns>
    public async Task<bool> TakeAsync(CampaignId campaign, CampaignWish wish, Func<ClientId, bool> sees)
    {
        // It begins at once; whether it outlives the program is known when this comes back.
        var kept = new TaskCompletionSource();
        if (!Enter(campaign, wish, sees, kept.Task)) return false;
        try
        {
            await documents.RemoveAsync(Kind, campaign.Value);
            await documents.SetAsync(Kind, campaign.Value, wish.Written(), time.GetUtcNow().ToInstant(), client: wish.Client);
        }
        finally
        {
            kept.SetResult();
        }
        return true;
    }

    private bool Enter(CampaignId campaign, CampaignWish wish, Func<ClientId, bool> sees, Task kept)
    {
        Cancel(campaign);
        var stop = stops[campaign] = new CancellationTokenSource();
        tasks[campaign] = new QuotaTask(campaign, QuotaTaskState.Waiting, 0, 0, []);
        if (waiting.Writer.TryWrite(new(campaign, wish, sees, stop, kept))) return true;
        tasks.TryRemove(campaign, out _);
        return false;
    }

    /// <summary>Stops it between two handfuls of people; the campaign stays under its old quotas.</summary>
    public void Cancel(CampaignId campaign)
    {
        if (!stops.TryGetValue(campaign, out var stop)) return;
        stop.Cancel();
        if (tasks.TryGetValue(campaign, out var task) && task.State is QuotaTaskState.Waiting or QuotaTaskState.Running) tasks.TryUpdate(campaign, task with { State = QuotaTaskState.Stopping }, task);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            await ResumeAsync(stoppingToken);
            await foreach (var order in waiting.Reader.ReadAllAsync(stoppingToken))
            {
                await RunAsync(order, stoppingToken);
                await order.Kept.WaitAsync(stoppingToken);
                await ForgetAsync(order, stoppingToken);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            log.LogInformation("Quotas that wait for their people go on at the next start");
        }
    }

    /// <summary>What was wished before the program ended goes on: whoever wished it was allowed to, for the client of the campaign.</summary>
    private async Task ResumeAsync(CancellationToken stopping)
    {
        while (true)
        {
            try
            {
                foreach (var kept in await documents.AllAsync<string>(Kind, cancellation: stopping))
                    if (!IsUnderWay(new(kept.Id)) && Enter(new(kept.Id), CampaignWish.Read(kept.Content), client => client == kept.Client, Task.CompletedTask))
                        log.LogInformation("The quotas of campaign {Campaign} go on waiting for their people after a restart", kept.Id);
                return;
            }
            catch (Exception away) when (away is System.Data.Common.DbException or IOException)
            {
                log.LogWarning(away, "Quotas that waited at the last end can't be read now; they are asked for again");
                await Task.Delay(AskAgain, time, stopping);
            }
        }
    }

    /// <summary>One that is done is not begun again; a newer wish for the same campaign stays kept.</summary>
    private async Task ForgetAsync(Order order, CancellationToken stopping)
    {
        if (stops.GetValueOrDefault(order.Campaign) != order.Asked) return;
        try
        {
            await documents.RemoveAsync(Kind, order.Campaign.Value, stopping);
        }
        catch (Exception away) when (away is System.Data.Common.DbException or IOException)
        {
            log.LogWarning(away, "The quotas of campaign {Campaign} are looked at once more at the next start", order.Campaign);
        }
    }

    private async Task RunAsync(Order order, CancellationToken stopping)
    {
        var (campaign, wish, sees, asked, _) = order;
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
            var changed = await changes.SetAsync(campaign.Value, wish, sees, asDraft: true, stop.Token, new Told(look => Now(new QuotaTask(campaign, asked.IsCancellationRequested ? QuotaTaskState.Stopping : QuotaTaskState.Running, look.Done, look.Total, []))));
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
