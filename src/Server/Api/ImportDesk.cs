using System.Collections.Concurrent;
using System.Threading.Channels;
using Plateau.Storage.Importing;

namespace Plateau.Server.Api;

/// <summary>Runs imports one after the other, behind the answer that took them: a file of a million rows must not hold a connection open.</summary>
internal sealed class ImportDesk(ImportShelf shelf, ListImport import, ILogger<ImportDesk> log) : BackgroundService
{
    /// <summary>Files that may wait; a sender of one more is told to come back.</summary>
    private const int MostWaiting = 20;

    private readonly Channel<(string Id, ImportOrder Order)> waiting = Channel.CreateBounded<(string, ImportOrder)>(new BoundedChannelOptions(MostWaiting) { SingleReader = true });

    private readonly ConcurrentDictionary<string, CancellationTokenSource> running = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, ImportOrder> cancelled = new(StringComparer.Ordinal);

    /// <returns>False when too many files wait already.</returns>
    public bool Take(string id, ImportOrder order) => waiting.Writer.TryWrite((id, order));

    /// <summary>Stops an import that runs; what is loaded stays, and its file is kept until somebody resumes it or this program ends.</summary>
    public void Cancel(string id)
    {
        if (!running.TryGetValue(id, out var stop)) return;
        stop.Cancel();
        if (shelf.Find(id) is { State: ImportState.Running } card) shelf.Replace(card, card with { State = ImportState.Stopping, Left = null });
    }

    public bool CanResume(string id) => cancelled.ContainsKey(id) && File.Exists(shelf.FileOf(id));

    /// <summary>Goes on with an import that was cancelled.</summary>
    public bool Resume(string id)
    {
        if (!CanResume(id) || !cancelled.TryRemove(id, out var order) || shelf.Find(id) is not { } card) return false;
        shelf.Keep(card with { State = ImportState.Waiting });
        return Take(id, order);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            await foreach (var (id, order) in waiting.Reader.ReadAllAsync(stoppingToken)) await RunAsync(id, order, stoppingToken);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            log.LogInformation("Imports under way are interrupted; the same files again go on from there");
        }
    }

    private async Task RunAsync(string id, ImportOrder order, CancellationToken stopping)
    {
        var card = shelf.Find(id)! with { State = ImportState.Running };
        shelf.Keep(card);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(stopping);
        running[id] = stop;
        try
        {
            ImportReport report;
            await using (var content = File.OpenRead(shelf.FileOf(id)))
                report = await import.RunAsync(order, content, new Shown(progress => shelf.Show((stop.IsCancellationRequested ? card with { State = ImportState.Stopping } : card) with { Bytes = progress.Bytes, TotalBytes = progress.TotalBytes, Rows = progress.Rows, Left = progress.Left })), stop.Token);
            var errors = report.Refused + report.Duplicates + report.Opposed + report.Noted > 0 && File.Exists(shelf.ErrorFileOf(id));
            shelf.Keep(card with
            {
                State = report.Result == ImportResult.Refused ? ImportState.Refused : ImportState.Complete,
                Bytes = card.TotalBytes, Rows = report.Rows, Report = report with { ErrorFile = null }, HasErrorFile = errors,
            });
            log.LogInformation("Import {Import} of list {List}: {Result}, {Rows} rows, {Accepted} accepted, {Refused} refused", id, order.List, report.Result, report.Rows, report.Accepted, report.Refused);
        }
        catch (OperationCanceledException) when (!stopping.IsCancellationRequested)
        {
            cancelled[id] = order;
            shelf.Keep((shelf.Find(id) ?? card) with { State = ImportState.Interrupted, Left = null });
            log.LogInformation("Import {Import} of list {List} is cancelled", id, order.List);
        }
        catch (Exception away) when (away is System.Data.Common.DbException or IOException)
        {
            shelf.Keep(card with { State = ImportState.Interrupted });
            log.LogWarning("Import {Import} of list {List} is interrupted: {Kind}", id, order.List, away.GetType().Name);
        }
        catch (Exception mistake) when (mistake is not OperationCanceledException)
        {
            shelf.Keep(card with { State = ImportState.Interrupted });
            log.LogError(mistake, "Import {Import} of list {List} failed by a mistake of ours", id, order.List);
        }
        finally
        {
            running.TryRemove(id, out _);
            if (!cancelled.ContainsKey(id)) File.Delete(shelf.FileOf(id));
        }
    }

    private sealed class Shown(Action<ImportProgress> show) : IProgress<ImportProgress>
    {
        public void Report(ImportProgress value) => show(value);
    }
}
