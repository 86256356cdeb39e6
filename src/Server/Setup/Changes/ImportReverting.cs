using System.Diagnostics;
using NodaTime;
using Plateau.Core.Interactions;
using Plateau.Server.Api;
using Plateau.Storage.Importing;

namespace Plateau.Server.Setup.Changes;

/// <summary>An import is taken back as a whole in one way: whoever was called is kept and closed, everybody else leaves the list.</summary>
/// <remarks>Its card shows everybody how far that is. A restart in the middle finds it complete again: asking again takes back the rest.</remarks>
internal sealed class ImportReverting(ImportShelf shelf, ImportBatches batches)
{
    public async Task<Changed<ImportCard>> RevertAsync(ImportCard card, CancellationToken cancel)
    {
        if (card.State == ImportState.Reverted) return Changed<ImportCard>.To(card, false);
        if (card.State == ImportState.Reverting) return UnderWay(card);
        if (card is not { State: ImportState.Complete, DryRun: false, Report: { Batch: > 0 } report })
            return Changed<ImportCard>.Conflict(new Flaw($"import {card.Id}", "nothing-to-revert", "only a complete import can be taken back; look at its state"));
        var before = card.Revert ?? RevertReport.Nothing;
        var sofar = card with { State = ImportState.Reverting, Left = null, Revert = before };
        if (!shelf.Replace(card, sofar)) return UnderWay(card);
        ImportCard? after = null;
        try
        {
            var watch = Stopwatch.StartNew();
            var reverted = await batches.RevertAsync(report.Batch, new Progress(back => shelf.Show(sofar = sofar with { Revert = before.And(back), Left = LeftOf(back, report.Accepted - before.Removed - before.Kept, watch.Elapsed) })), cancel);
            if (!reverted.Found) return Changed<ImportCard>.Conflict(new Flaw($"import {card.Id}", "reverted-before", "it was taken back already"));
            File.Delete(shelf.ErrorFileOf(card.Id));
            after = card with { State = ImportState.Reverted, Revert = before.And(reverted), HasErrorFile = false };
            return Changed<ImportCard>.To(after, false);
        }
        catch (Exception away) when (away is System.Data.Common.DbException or TimeoutException)
        {
            return Changed<ImportCard>.Conflict(new Flaw($"import {card.Id}", "revert-interrupted", "the database did not answer; take it back again, it goes on from there"));
        }
        finally
        {
            // What is gone stays gone; asking again goes on with the rest.
            shelf.Keep(after ?? card with { Revert = sofar.Revert is { Removed: 0, Kept: 0 } ? null : sofar.Revert });
        }
    }

    private static Changed<ImportCard> UnderWay(ImportCard card) =>
        Changed<ImportCard>.Conflict(new Flaw($"import {card.Id}", "revert-under-way", "it is being taken back just now; wait for its end"));

    private static Duration? LeftOf(RevertReport back, long all, TimeSpan elapsed) =>
        back.Removed + back.Kept is > 0 and var done && done <= all ? Duration.FromTimeSpan(elapsed * ((all - done) / (double)done)) : null;

    private sealed class Progress(Action<RevertReport> show) : IProgress<RevertReport>
    {
        public void Report(RevertReport value) => show(value);
    }
}
