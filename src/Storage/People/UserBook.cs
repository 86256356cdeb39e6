using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Plateau.Core.Interactions;
using Plateau.Core.People;
using Plateau.Storage.Model;

namespace Plateau.Storage.People;

/// <summary>Those who sign in: what they may do is decided elsewhere, what they are is kept here.</summary>
public sealed class UserBook(Store store)
{
    /// <summary>Enters someone new, without a password: a link lets them in.</summary>
    /// <exception cref="NameTakenException">Somebody signs in under that name already.</exception>
    public async Task AddAsync(UserCard user, Instant at, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(user);
        try
        {
            await store.WriteAsync(async context =>
            {
                if (await context.Users.AnyAsync(row => row.SignIn == user.SignIn, cancellation).ConfigureAwait(false)) throw new NameTakenException(user.SignIn);
                var row = new UserRow { Id = user.Id.Value, SignIn = user.SignIn, Name = "", Roles = "", Competences = "", Stamp = NewStamp(), At = StoredInstant.Of(at) };
                Write(row, user);
                context.Users.Add(row);
            }, cancellation).ConfigureAwait(false);
        }
        catch (DbUpdateException twice) when (twice.InnerException is System.Data.Common.DbException)
        {
            throw new NameTakenException(user.SignIn);
        }
    }

    /// <summary>Changes what someone is; their open sessions end, so that what they may do changes at once.</summary>
    public Task ChangeAsync(UserCard user, CancellationToken cancellation = default) => OnAsync(user.Id, row =>
    {
        Write(row, user);
        row.Stamp = NewStamp();
    }, cancellation);

    /// <summary>Keeps what somebody is certified for; their open sessions go on.</summary>
    public Task CertifyAsync(UserId id, IReadOnlyDictionary<string, Certification>? certifications, CancellationToken cancellation = default) =>
        OnAsync(id, row => row.Competences = CertificationJson.Write(certifications), cancellation);

    public Task SetPasswordAsync(UserId id, string hash, bool mustReplace, CancellationToken cancellation = default) => OnAsync(id, row =>
        (row.PasswordHash, row.MustReplace, row.Failed, row.LockedUntil, row.Stamp) = (hash, mustReplace, 0, null, NewStamp()), cancellation);

    /// <param name="sealedSecret">Null takes the second factor away.</param>
    public Task SetSecondFactorAsync(UserId id, string? sealedSecret, CancellationToken cancellation = default) => OnAsync(id, row =>
        (row.TotpSecret, row.TotpStep) = (sealedSecret, 0), cancellation);

    /// <summary>Uses a step of the second factor; false when it, or a later one, was used before.</summary>
    public async Task<bool> UseStepAsync(UserId id, long step, CancellationToken cancellation = default)
    {
        var used = false;
        await OnAsync(id, row =>
        {
            used = step > row.TotpStep;
            if (used) row.TotpStep = step;
        }, cancellation).ConfigureAwait(false);
        return used;
    }

    /// <summary>One more wrong try, and until when the door stays shut after it.</summary>
    public Task FailedAsync(UserId id, int failed, Instant? lockedUntil, CancellationToken cancellation = default) => OnAsync(id, row =>
        (row.Failed, row.LockedUntil) = (failed, StoredInstant.Of(lockedUntil)), cancellation);

    public Task SignedInAsync(UserId id, Instant at, CancellationToken cancellation = default) => OnAsync(id, row =>
        (row.Failed, row.LockedUntil, row.LastSignIn) = (0, null, StoredInstant.Of(at)), cancellation);

    public Task KnowAsync(UserId id, string subject, CancellationToken cancellation = default) => OnAsync(id, row => row.Subject = subject, cancellation);

    /// <summary>Ends every open session of someone.</summary>
    public Task EndSessionsAsync(UserId id, CancellationToken cancellation = default) => OnAsync(id, row => row.Stamp = NewStamp(), cancellation);

    public Task<Credentials?> FindAsync(UserId id, CancellationToken cancellation = default) => OneAsync(rows => rows.Where(row => row.Id == id.Value), cancellation);

    public Task<Credentials?> FindAsync(string signIn, CancellationToken cancellation = default) => OneAsync(rows => rows.Where(row => row.SignIn == signIn), cancellation);

    public Task<Credentials?> FindBySubjectAsync(string subject, CancellationToken cancellation = default) => OneAsync(rows => rows.Where(row => row.Subject == subject), cancellation);

    public async Task<IReadOnlyList<UserCard>> AllAsync(CancellationToken cancellation = default)
    {
        await using var context = store.Context();
        var rows = await context.Users.AsNoTracking().OrderBy(row => row.Name).ThenBy(row => row.Id).ToListAsync(cancellation).ConfigureAwait(false);
        return rows.ConvertAll(Read);
    }

    public async Task<bool> IsEmptyAsync(CancellationToken cancellation = default)
    {
        await using var context = store.Context();
        return !await context.Users.AnyAsync(cancellation).ConfigureAwait(false);
    }

    private async Task<Credentials?> OneAsync(Func<IQueryable<UserRow>, IQueryable<UserRow>> which, CancellationToken cancellation)
    {
        await using var context = store.Context();
        var row = await which(context.Users.AsNoTracking()).FirstOrDefaultAsync(cancellation).ConfigureAwait(false);
        return row is null ? null : new Credentials(Read(row), row.PasswordHash, row.Stamp, row.TotpSecret, row.TotpStep, row.Failed, StoredInstant.Read(row.LockedUntil), row.MustReplace, row.Subject);
    }

    private Task OnAsync(UserId id, Action<UserRow> change, CancellationToken cancellation) => store.WriteAsync(async context =>
    {
        var row = await context.Users.FindAsync([id.Value], cancellation).ConfigureAwait(false);
        if (row is not null) change(row);
    }, cancellation);

    private static string NewStamp() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));

    private static void Write(UserRow row, UserCard user)
    {
        (row.SignIn, row.Name, row.Roles, row.Disabled) = (user.SignIn, user.Name, string.Join(' ', user.Roles), user.Disabled);
        row.Clients = user.Clients is null ? null : string.Join(' ', user.Clients);
        row.AgentId = user.Agent?.Value;
        row.Competences = CertificationJson.Write(user.Competences);
    }

    private static UserCard Read(UserRow row) => new(
        new UserId(row.Id), row.SignIn, row.Name, row.Roles.Split(' ', StringSplitOptions.RemoveEmptyEntries),
        row.Clients?.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(id => new ClientId(id)).ToList(),
        row.AgentId is null ? null : new AgentId(row.AgentId), CertificationJson.Read(row.Competences))
    {
        Disabled = row.Disabled, HasPassword = row.PasswordHash is not null, HasSecondFactor = row.TotpSecret is not null,
        At = StoredInstant.Read(row.At), LastSignIn = StoredInstant.Read(row.LastSignIn), LockedUntil = StoredInstant.Read(row.LockedUntil),
    };
}

/// <summary>Somebody signs in under that name already.</summary>
public sealed class NameTakenException(string name) : Exception($"{name} is taken");
