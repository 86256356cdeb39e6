using NodaTime;
using Plateau.Core.Floors;
using Plateau.Core.Interactions;
using Plateau.Core.Prospecting;
using Plateau.Storage.Journals;

namespace Plateau.Server.Floors;

/// <summary>The floor as it stands and what came of today, looked at once for everybody who watches: boards, desks and cards share one look.</summary>
/// <remarks>
/// The floor is asked again when facts were written, at most four times a second, and once a second when nothing happens.
/// Today's figures are folded from the journal by the same code as reports, from midnight by the centre's clock.
/// </remarks>
internal sealed class FloorWatch(FloorLine line, FactFeed feed, Journal journal, FloorName floor, IClock clock, ILogger<FloorWatch> log) : BackgroundService
{
    private static readonly TimeSpan Least = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan Most = TimeSpan.FromSeconds(1);

    private readonly Lock turn = new();
    private readonly Dictionary<CampaignId, CampaignReport> today = [];
    private readonly Dictionary<CampaignId, List<PacingSampled>> paced = [];
    private readonly SemaphoreSlim written = new(0, 1);
    private Tally whole = new();
    private LocalDate day;

    /// <summary>Raised on a thread of the watch's own after each look. Whoever listens returns at once.</summary>
    public event Action? Looked;

    /// <summary>The last look; null until the floor has been seen once.</summary>
    public FloorView? View { get; private set; }

    /// <summary>Since when the floor can't be seen; null while it can.</summary>
    public Instant? BlindSince { get; private set; }

    /// <summary>What the floor's clock shows.</summary>
    public Instant Now => clock.GetCurrentInstant();

    /// <summary>The figures of all campaigns together, today.</summary>
    public Figures Figures
    {
        get { lock (turn) return whole.Figures; }
    }

    /// <summary>Reads something off a campaign's figures of today; null when nothing happened in it yet.</summary>
    public T? Today<T>(CampaignId campaign, Func<CampaignReport, T> read)
    {
        lock (turn) return today.TryGetValue(campaign, out var report) ? read(report) : default;
    }

    /// <summary>An agent's own figures of today, over all campaigns.</summary>
    public (int Conversations, int Successes, Duration Talk) Today(AgentId agent)
    {
        lock (turn)
        {
            var parts = today.Values.Select(report => report.PartOf(agent)).ToList();
            return (parts.Sum(part => part.Conversations), parts.Sum(part => part.Successes), parts.Aggregate(Duration.Zero, (sum, part) => sum + part.Talk));
        }
    }

    /// <summary>What the pacer of a campaign saw and decided today, twice a minute, in order.</summary>
    public IReadOnlyList<PacingSampled> Paced(CampaignId campaign)
    {
        lock (turn) return paced.TryGetValue(campaign, out var samples) ? [.. samples] : [];
    }

    /// <summary>The newest of them; null when there is none.</summary>
    public PacingSampled? LastPaced(CampaignId campaign)
    {
        lock (turn) return paced.TryGetValue(campaign, out var samples) ? samples[^1] : null;
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            var facts = CountAsync(stoppingToken);
            while (true)
            {
                await LookAsync();
                await Task.Delay(Least, stoppingToken);
                await written.WaitAsync(Most - Least, stoppingToken);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            log.LogInformation("The floor is watched no more");
        }
    }

    private async Task LookAsync()
    {
        try
        {
            View = await line.LookAsync();
            BlindSince = null;
        }
        catch (Exception away) when (away is JournalIsAwayException or OrleansException or TimeoutException)
        {
            BlindSince ??= clock.GetCurrentInstant();
        }
        Looked?.Invoke();
    }

    private async Task CountAsync(CancellationToken stopping)
    {
        // Facts that come while the day so far is read wait in the feed; those that are in both are known by their place.
        await using var coming = feed.ReadPlacedAsync(stopping).GetAsyncEnumerator(stopping);
        var next = coming.MoveNextAsync();
        var counted = 0L;
        var midnight = clock.GetCurrentInstant().InZone(CentreTime.Zone).Date.AtStartOfDayInZone(CentreTime.Zone).ToInstant();
        await foreach (var entry in journal.ReadAsync(floor.Value, await FirstSinceAsync(midnight, stopping), stopping))
        {
            lock (turn) Count(entry.Fact);
            counted = entry.Sequence;
        }
        while (await next)
        {
            if (coming.Current.Sequence > counted)
                lock (turn) Count(coming.Current.Fact);
            if (written.CurrentCount == 0) written.Release();
            next = coming.MoveNextAsync();
        }
    }

    /// <summary>The place of the first fact since a moment: facts never run backwards, so halving finds it.</summary>
    private async Task<long> FirstSinceAsync(Instant moment, CancellationToken stopping)
    {
        long low = 1, high = await journal.LastSequenceAsync(floor.Value, stopping) + 1;
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (await AtAsync(middle, stopping) < moment) low = middle + 1;
            else high = middle;
        }
        return low;
    }

    private async Task<Instant> AtAsync(long sequence, CancellationToken stopping)
    {
        await foreach (var entry in journal.ReadAsync(floor.Value, sequence, stopping)) return entry.Fact.At;
        return Instant.MaxValue;
    }

    private void Count(Fact fact)
    {
        var date = fact.At.InZone(CentreTime.Zone).Date;
        if (date < day) return;
        if (date > day)
        {
            today.Clear();
            paced.Clear();
            whole = new Tally();
            day = date;
        }
        if (fact is PacingSampled sample)
        {
            if (!paced.TryGetValue(sample.Campaign, out var samples)) paced[sample.Campaign] = samples = [];
            samples.Add(sample);
        }
        if (fact is IOfCampaign of && !today.ContainsKey(of.Campaign)) today[of.Campaign] = new CampaignReport(of.Campaign, CentreTime.Zone);
        foreach (var report in today.Values) report.Count(fact);
        whole.Count(fact);
    }
}
