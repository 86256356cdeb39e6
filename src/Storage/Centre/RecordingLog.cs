using Microsoft.EntityFrameworkCore;
using NodaTime;
using Plateau.Core.Interactions;
using Plateau.Storage.Model;

namespace Plateau.Storage.Centre;

/// <summary>A recording as the journal's projection has it; the sound itself lies in a file.</summary>
/// <param name="By">Who asked for it; null when the campaign records from the start.</param>
/// <param name="Length">Of the sound; null while it runs.</param>
/// <param name="Complete">False when it has a gap or its end is missing.</param>
public sealed record RecordingCard(
    RecordingId Id, AttemptId Attempt, string Purpose, Instant? OrderedAt, AgentId? By, Instant? StoppedAt, Instant? KeptAt, Duration? Length, bool? Complete);

/// <summary>Which recordings there are of a call, and why they were made.</summary>
public sealed class RecordingLog(Store store)
{
    public async Task<IReadOnlyList<RecordingCard>> OfAttemptAsync(AttemptId attempt, CancellationToken cancellation = default)
    {
        await using var context = store.Context();
        var rows = await context.Recordings.AsNoTracking().Where(row => row.AttemptId == attempt.Value).OrderBy(row => row.Id).ToListAsync(cancellation).ConfigureAwait(false);
        return rows.ConvertAll(Read);
    }

    public async Task<RecordingCard?> FindAsync(RecordingId id, CancellationToken cancellation = default)
    {
        await using var context = store.Context();
        var row = await context.Recordings.FindAsync([id.Value], cancellation).ConfigureAwait(false);
        return row is null ? null : Read(row);
    }

    internal static RecordingCard Read(RecordingRow row) => new(
        new(row.Id), new(row.AttemptId), row.Purpose, StoredInstant.Read(row.OrderedAt), row.OrderedBy is null ? null : new AgentId(row.OrderedBy),
        StoredInstant.Read(row.StoppedAt), StoredInstant.Read(row.KeptAt), row.Length is { } length ? Duration.FromTicks(length) : null, row.Complete);
}
