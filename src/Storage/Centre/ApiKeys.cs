using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Plateau.Core.Interactions;
using Plateau.Storage.Model;

namespace Plateau.Storage.Centre;

/// <summary>A key to the API: what it may do, and whose rows it may see.</summary>
/// <param name="Client">The one client it works for; null for the centre itself.</param>
public sealed record ApiKey(string Id, string Name, IReadOnlyList<string> Scopes, ClientId? Client, Instant At, Instant? RevokedAt);

/// <summary>Keys to the API. The secret is shown once, when it is made; only its hash is kept.</summary>
public sealed class ApiKeys(Store store)
{
    /// <returns>The key and its secret, <c>plateau_ID_RANDOM</c>, which nobody can read again.</returns>
    public async Task<(ApiKey Key, string Secret)> IssueAsync(string name, IReadOnlyList<string> scopes, ClientId? client, Instant at, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(scopes);
        var id = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(6));
        var secret = $"plateau_{id}_{Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32))}";
        var row = new ApiKeyRow { Id = id, Name = name, SecretHash = Hash(secret), Scopes = string.Join(' ', scopes), ClientId = client?.Value, At = StoredInstant.Of(at) };
        await store.WriteAsync(context =>
        {
            context.ApiKeys.Add(row);
            return Task.CompletedTask;
        }, cancellation).ConfigureAwait(false);
        return (Read(row), secret);
    }

    /// <summary>The key of a secret; null when there is none or it was revoked.</summary>
    public async Task<ApiKey?> FindAsync(string secret, CancellationToken cancellation = default)
    {
        var hash = Hash(secret);
        await using var context = store.Context();
        var row = await context.ApiKeys.AsNoTracking().FirstOrDefaultAsync(each => each.SecretHash == hash && each.RevokedAt == null, cancellation).ConfigureAwait(false);
        return row is null ? null : Read(row);
    }

    public Task RevokeAsync(string id, Instant at, CancellationToken cancellation = default) => store.WriteAsync(async context =>
    {
        var row = await context.ApiKeys.FindAsync([id], cancellation).ConfigureAwait(false);
        if (row is not null)
            row.RevokedAt ??= StoredInstant.Of(at);
    }, cancellation);

    public async Task<IReadOnlyList<ApiKey>> AllAsync(CancellationToken cancellation = default)
    {
        await using var context = store.Context();
        var rows = await context.ApiKeys.AsNoTracking().OrderBy(row => row.At).ThenBy(row => row.Id).ToListAsync(cancellation).ConfigureAwait(false);
        return rows.ConvertAll(Read);
    }

    private static byte[] Hash(string secret) => SHA256.HashData(Encoding.UTF8.GetBytes(secret));

    private static ApiKey Read(ApiKeyRow row) => new(
        row.Id, row.Name, row.Scopes.Split(' ', StringSplitOptions.RemoveEmptyEntries), row.ClientId is null ? null : new ClientId(row.ClientId),
        StoredInstant.Read(row.At), StoredInstant.Read(row.RevokedAt));
}
