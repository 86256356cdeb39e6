using Microsoft.EntityFrameworkCore;
using NodaTime;
using Plateau.Core.Interactions;
using Plateau.Storage.Prospecting;

namespace Plateau.Storage.Centre;

/// <summary>Finds what has been kept long enough: recordings by the day on which they were kept, people by the last sign of them.</summary>
public sealed class RetentionBook(Store store)
{
    /// <summary>Recordings kept before that moment, oldest first, page by page.</summary>
    /// <param name="after">The last of the page before; null for the first page.</param>
    public async Task<IReadOnlyList<RecordingCard>> RecordingsAsync(Instant before, RecordingCard? after, int count, CancellationToken cancellation = default)
    {
        var (until, from, id) = (StoredInstant.Of(before), StoredInstant.Of(after?.KeptAt) ?? long.MinValue, after?.Id.Value ?? "");
        await using var context = store.Context();
#pragma warning disable CA1309 // The comparison becomes SQL, where the column itself compares byte by byte.
        var rows = await context.Recordings.AsNoTracking()
            .Where(row => row.KeptAt != null && row.KeptAt < until && (row.KeptAt > from || (row.KeptAt == from && string.Compare(row.Id, id) > 0)))
            .OrderBy(row => row.KeptAt).ThenBy(row => row.Id).Take(count).ToListAsync(cancellation).ConfigureAwait(false);
#pragma warning restore CA1309
        return rows.ConvertAll(RecordingLog.Read);
    }

    /// <summary>
    /// People of whom there has been no sign since that moment: no consent or request of theirs, no conversation, no appointment, no file of
    /// the client that named them, and no contract that still runs. Somebody who is being called stays, and so does
    /// somebody of whom no date at all is known.
    /// </summary>
    public async Task<IReadOnlyList<(CustomerId Customer, ClientId Client)>> PeopleAsync(Instant unheardSince, int count, CancellationToken cancellation = default)
    {
        var since = StoredInstant.Of(unheardSince);
        await using var context = store.Context();
        var rows = await context.Customers.AsNoTracking()
            .Where(person => !context.Prospects.Any(place => place.CustomerId == person.Id && place.State == (short)ProspectState.Taken))
            .Where(person => !context.Grounds.Any(ground => ground.CustomerId == person.Id
                && (ground.At >= since || ground.WithdrawnAt >= since || (ground.Kind == (short)GroundKind.Contract && (ground.Until == null || ground.Until >= since)))))
            .Where(person => !context.Attempts.Any(call => call.CustomerId == person.Id && call.ConnectedAt >= since))
            .Where(person => !context.Appointments.Any(appointment => appointment.CustomerId == person.Id && appointment.EndAt >= since))
            .Where(person => !context.ImportBatches.Any(batch => batch.At >= since && (batch.Id == person.BatchId || context.Prospects.Any(place => place.CustomerId == person.Id && place.BatchId == batch.Id))))
            .Where(person => person.BatchId != null || context.Grounds.Any(ground => ground.CustomerId == person.Id) || context.Attempts.Any(call => call.CustomerId == person.Id && call.ConnectedAt != null))
            .OrderBy(person => person.Id).Take(count).Select(person => new { person.Id, person.ClientId }).ToListAsync(cancellation).ConfigureAwait(false);
        return rows.ConvertAll(row => (new CustomerId(row.Id), new ClientId(row.ClientId)));
    }
}
