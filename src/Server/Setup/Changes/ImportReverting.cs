using Plateau.Core.Interactions;
using Plateau.Server.Api;
using Plateau.Storage.Importing;

namespace Plateau.Server.Setup.Changes;

/// <summary>An import is taken back as a whole in one way: whoever was called is kept and closed, everybody else leaves the list.</summary>
internal sealed class ImportReverting(ImportShelf shelf, ImportBatches batches)
{
    public async Task<Changed<ImportCard>> RevertAsync(ImportCard card, CancellationToken cancel)
    {
        if (card.State == ImportState.Reverted) return Changed<ImportCard>.To(card, false);
        if (card is not { State: ImportState.Complete, DryRun: false, Report: { Batch: > 0 } report })
            return Changed<ImportCard>.Conflict(new Flaw($"import {card.Id}", "nothing-to-revert", "only a complete import can be taken back; look at its state"));
        RevertReport reverted;
        try
        {
            reverted = await batches.RevertAsync(report.Batch, cancel);
        }
        catch (Exception away) when (away is System.Data.Common.DbException or TimeoutException)
        {
            // What is gone stays gone; asking again goes on with the rest.
            return Changed<ImportCard>.Conflict(new Flaw($"import {card.Id}", "revert-interrupted", "the database did not answer; take it back again, it goes on from there"));
        }
        if (!reverted.Found) return Changed<ImportCard>.Conflict(new Flaw($"import {card.Id}", "reverted-before", "it was taken back already"));
        File.Delete(shelf.ErrorFileOf(card.Id));
        var after = card with { State = ImportState.Reverted, Revert = reverted, HasErrorFile = false };
        shelf.Keep(after);
        return Changed<ImportCard>.To(after, false);
    }
}
