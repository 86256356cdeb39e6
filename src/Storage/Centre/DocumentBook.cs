using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Plateau.Core.Floors;
using Plateau.Core.Interactions;
using Plateau.Storage.Model;
using Plateau.Storage.People;

namespace Plateau.Storage.Centre;

/// <summary>A document with its version, as whoever changes it must give it back.</summary>
/// <param name="Client">Whose it is; null for the centre's own.</param>
/// <param name="User">Whose personal one it is.</param>
public sealed record Document<T>(string Id, T Content, ClientId? Client, UserId? User, long Version, Instant At);

/// <summary>Documents that the pages keep (scripts, saved views, key maps), one kind a room: JSON owned by whoever reads it.</summary>
public sealed class DocumentBook(Store store)
{
    /// <summary>Keeps a document, new or changed.</summary>
    /// <param name="version">The version that was read; null for a new one.</param>
    /// <returns>False when somebody else changed it since; nothing is kept then.</returns>
    public async Task<bool> SetAsync<T>(string kind, string id, T content, Instant at, long? version = null, ClientId? client = null, UserId? user = null, CancellationToken cancellation = default)
    {
        var kept = false;
        try
        {
            await store.WriteAsync(WriteAsync, cancellation).ConfigureAwait(false);
        }
        catch (DbUpdateException)
        {
            // Somebody else was first, in another process.
            return false;
        }
        return kept;

        async Task WriteAsync(PlateauContext context)
        {
            var row = await context.Documents.FindAsync([kind, id], cancellation).ConfigureAwait(false);
            kept = (row?.Version ?? 0) == (version ?? 0);
            if (!kept) return;
            if (row is null) context.Documents.Add(row = new DocumentRow { Kind = kind, Id = id, Content = "" });
            (row.Content, row.Version, row.At, row.ClientId, row.UserId) = (JsonSerializer.Serialize(content, FactJson.Options), row.Version + 1, StoredInstant.Of(at), client?.Value, user?.Value);
        }
    }

    public async Task<Document<T>?> FindAsync<T>(string kind, string id, CancellationToken cancellation = default)
    {
        await using var context = store.Context();
        var row = await context.Documents.AsNoTracking().FirstOrDefaultAsync(each => each.Kind == kind && each.Id == id, cancellation).ConfigureAwait(false);
        return row is null ? null : Read<T>(row);
    }

    /// <param name="client">Only this client's; null for all.</param>
    /// <param name="user">Only this person's own; null for all.</param>
    public async Task<IReadOnlyList<Document<T>>> AllAsync<T>(string kind, ClientId? client = null, UserId? user = null, CancellationToken cancellation = default)
    {
        var (owner, own) = (client?.Value, user?.Value);
        await using var context = store.Context();
        var rows = await context.Documents.AsNoTracking().Where(row => row.Kind == kind && (owner == null || row.ClientId == owner) && (own == null || row.UserId == own))
            .OrderBy(row => row.Id).ToListAsync(cancellation).ConfigureAwait(false);
        return rows.ConvertAll(Read<T>);
    }

    public Task RemoveAsync(string kind, string id, CancellationToken cancellation = default) => store.WriteAsync(async context =>
    {
        var row = await context.Documents.FindAsync([kind, id], cancellation).ConfigureAwait(false);
        if (row is not null) context.Documents.Remove(row);
    }, cancellation);

    private static Document<T> Read<T>(DocumentRow row) => new(
        row.Id, JsonSerializer.Deserialize<T>(row.Content, FactJson.Options)!, row.ClientId is null ? null : new ClientId(row.ClientId),
        row.UserId is null ? null : new UserId(row.UserId), row.Version, StoredInstant.Read(row.At));
}
