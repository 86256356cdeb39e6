using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Plateau.Storage.Model;

namespace Plateau.Storage.People;

/// <summary>Links that let someone in once, to choose a password: for an invitation and for one that was forgotten.</summary>
public sealed class SignInLinks(Store store)
{
    /// <returns>What stands in the link; only its hash is kept. Links made earlier for the same person open no more.</returns>
    public async Task<string> MakeAsync(UserId user, Instant at, Instant until, CancellationToken cancellation = default)
    {
        var secret = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32));
        await store.WriteAsync(async context =>
        {
            foreach (var old in await context.SignInLinks.Where(row => row.UserId == user.Value && row.UsedAt == null).ToListAsync(cancellation).ConfigureAwait(false))
                context.SignInLinks.Remove(old);
            context.SignInLinks.Add(new SignInLinkRow { Hash = Hash(secret), UserId = user.Value, At = StoredInstant.Of(at), Until = StoredInstant.Of(until) });
        }, cancellation).ConfigureAwait(false);
        return secret;
    }

    /// <summary>Whom the link lets in; null when it is unknown, used or too old. It stays good.</summary>
    public async Task<UserId?> LookAsync(string secret, Instant at, CancellationToken cancellation = default)
    {
        var (hash, now) = (Hash(secret), StoredInstant.Of(at));
        await using var context = store.Context();
        var row = await context.SignInLinks.AsNoTracking().FirstOrDefaultAsync(each => each.Hash == hash && each.UsedAt == null && each.Until > now, cancellation).ConfigureAwait(false);
        return row is null ? null : new UserId(row.UserId);
    }

    /// <summary>Uses the link up: of two who try at once, one is let in.</summary>
    public async Task<UserId?> UseAsync(string secret, Instant at, CancellationToken cancellation = default)
    {
        var (hash, now) = (Hash(secret), StoredInstant.Of(at));
        await store.Pen.WaitAsync(cancellation).ConfigureAwait(false);
        try
        {
            await using var context = store.Context();
            var used = await context.SignInLinks.Where(row => row.Hash == hash && row.UsedAt == null && row.Until > now)
                .ExecuteUpdateAsync(set => set.SetProperty(row => row.UsedAt, now), cancellation).ConfigureAwait(false);
            if (used != 1) return null;
            return new UserId((await context.SignInLinks.AsNoTracking().FirstAsync(row => row.Hash == hash, cancellation).ConfigureAwait(false)).UserId);
        }
        finally
        {
            store.Pen.Release();
        }
    }

    private static byte[] Hash(string secret) => SHA256.HashData(Encoding.UTF8.GetBytes(secret));
}
