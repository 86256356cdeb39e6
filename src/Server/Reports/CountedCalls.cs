using NodaTime;
using Plateau.Core.Floors;
using Plateau.Core.Prospecting;
using Plateau.Server.Floors;
using Plateau.Storage.Centre;
using Plateau.Storage.Journals;

namespace Plateau.Server.Reports;

/// <summary>The calls of every journal, counted once at the start and then fact by fact: what every page of reports reads.</summary>
/// <remarks>
/// It counts with Core's own ledger, so a page, the API and a replay can't differ. Before each answer it reads what the
/// journal has had since. Hours are kept for two months, then days, so that years of calls need little memory.
/// </remarks>
internal sealed class CountedCalls(Journal journal, ProspectBook prospects, IClock clock, ILogger<CountedCalls> log) : BackgroundService
{
    private const int DaysByHour = 62;
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan NewStreamsEvery = TimeSpan.FromSeconds(5);

    private readonly SemaphoreSlim turn = new(1, 1);
    private readonly CallLedger ledger = new(CentreTime.Zone);
    private readonly SortedDictionary<string, Counted> streams = new(StringComparer.Ordinal);
    private long? lookedForStreams;

    /// <summary>How far a stream is counted, and where its refusals begin, hour by hour.</summary>
    private sealed class Counted
    {
        public long Sequence { get; set; }
        public SortedList<LocalDateTime, long> Refusals { get; } = [];
    }

    /// <summary>Whether the whole journal was counted once; until then there is nothing to show.</summary>
    public bool IsCaughtUp { get; private set; }

    /// <summary>Facts counted so far, and to be counted when this start began.</summary>
    public long Facts { get; private set; }
    public long ToCount { get; private set; }

    /// <summary>Reads the counts, brought up to the last fact of the journal.</summary>
    public async Task<T> ReadAsync<T>(Func<CallLedger, T> read, CancellationToken cancel)
    {
        await turn.WaitAsync(cancel);
        try
        {
            await CountAsync(cancel);
            return read(ledger);
        }
        finally
        {
            turn.Release();
        }
    }

    /// <summary>How far each stream is counted.</summary>
    public async Task<IReadOnlyList<StreamEnd>> EndsAsync(CancellationToken cancel)
    {
        await turn.WaitAsync(cancel);
        try
        {
            return [.. streams.Select(stream => new StreamEnd(stream.Key, stream.Value.Sequence))];
        }
        finally
        {
            turn.Release();
        }
    }

    /// <summary>The pieces of the journal in which dials were refused within these hours, latest stream and piece first.</summary>
    public async Task<IReadOnlyList<(string Stream, long From, long Before)>> RefusalsAsync(LocalDateTime from, LocalDateTime before, CancellationToken cancel)
    {
        await turn.WaitAsync(cancel);
        try
        {
            var pieces = new List<(string, long, long)>();
            foreach (var (stream, counted) in streams.Reverse())
            {
                var hours = counted.Refusals;
                for (var place = hours.Count - 1; place >= 0; place--)
                    if (from <= hours.Keys[place] && hours.Keys[place] < before)
                        pieces.Add((stream, hours.Values[place], place + 1 < hours.Count ? hours.Values[place + 1] : counted.Sequence + 1));
            }
            return pieces;
        }
        finally
        {
            turn.Release();
        }
    }

    public override void Dispose()
    {
        turn.Dispose();
        base.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Every);
        do
        {
            try
            {
                await ReadAsync(_ => true, stoppingToken);
            }
            catch (Exception away) when (away is not OperationCanceledException)
            {
                log.LogWarning(away, "The journal can't be counted now; reports stand still until it can");
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private async Task CountAsync(CancellationToken cancel)
    {
        if (lookedForStreams is not { } looked || System.Diagnostics.Stopwatch.GetElapsedTime(looked) > NewStreamsEvery)
        {
            var ends = await journal.StreamsAsync(cancel);
            foreach (var end in ends) streams.TryAdd(end.Stream, new Counted());
            if (!IsCaughtUp) ToCount = ends.Sum(end => end.Sequence);
            lookedForStreams = System.Diagnostics.Stopwatch.GetTimestamp();
        }
        foreach (var (stream, counted) in streams)
            await foreach (var page in FactPages.ReadAsync(journal, prospects, stream, counted.Sequence + 1, cancel))
            {
                foreach (var (entry, list) in page)
                {
                    ledger.Count(entry.Fact, list);
                    if (entry.Fact is DialRefused) counted.Refusals.TryAdd(HourOf(entry.Fact.At), entry.Sequence);
                    counted.Sequence = entry.Sequence;
                    Facts++;
                }
            }
        // A new floor writes its first fact after we looked: nothing is counted yet, and it is looked for again at once.
        if (streams.Count == 0) lookedForStreams = null;
        ledger.Condense(CentreTime.Of(clock.GetCurrentInstant()).Date.PlusDays(-DaysByHour));
        IsCaughtUp = true;
    }

    private static LocalDateTime HourOf(Instant at)
    {
        var wall = CentreTime.Of(at);
        return new LocalDateTime(wall.Year, wall.Month, wall.Day, wall.Hour, 0);
    }
}
