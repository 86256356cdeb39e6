using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;
using NodaTime;
using NodaTime.Extensions;
using Plateau.Storage.People;

namespace Plateau.Server.People.Door;

/// <summary>Lets people in: password, second factor, links, and what shuts the door after wrong tries.</summary>
/// <remarks>Here time is the wall's, whatever clock the floor runs by: a code is good for half a real minute.</remarks>
internal sealed class Doorman(UserBook users, SignInLinks links, Audited audited, Sessions sessions, IDataProtectionProvider protection, TimeProvider time)
{
    public const int LeastLength = 12;
    private const int TriesBeforeLock = 5;
    private static readonly Duration LinkLasts = Duration.FromDays(3), FirstLock = Duration.FromMinutes(1), LongestLock = Duration.FromHours(1);

    private readonly PasswordHasher<UserCard> hasher = new(Microsoft.Extensions.Options.Options.Create(new PasswordHasherOptions { IterationCount = 210_000 }));
    private readonly IDataProtector seal = protection.CreateProtector("plateau.second-factor");
    private static string? nobody;

    private Instant Now => time.GetUtcNow().ToInstant();

    /// <summary>Whom name and password let through the first door. A name that is nobody's takes as long as a wrong password.</summary>
    public async Task<(Credentials? User, Refused? Why)> PasswordAsync(string signIn, string password, CancellationToken cancel)
    {
        var known = await users.FindAsync(Normal(signIn), cancel);
        if (known is not { PasswordHash: { } hash })
        {
            hasher.VerifyHashedPassword(null!, nobody ??= hasher.HashPassword(null!, "nobody"), password);
            await audited.RefusedAsync(known is null ? "nobody" : Who(known), "sign-in", "password");
            return (null, Refused.Wrong);
        }
        if (IsLocked(known))
        {
            await audited.RefusedAsync(Who(known), "sign-in", "locked");
            return (null, Refused.Locked);
        }
        if (hasher.VerifyHashedPassword(known.User, hash, password) == PasswordVerificationResult.Failed) return (null, await FailedAsync(known, "password", cancel));
        if (!known.User.Disabled) return (known, null);
        await audited.RefusedAsync(Who(known), "sign-in", "disabled");
        return (null, Refused.Wrong);
    }

    /// <summary>Whether the code of the second factor is right and was not used before.</summary>
    public async Task<Refused?> CodeAsync(Credentials known, string code, CancellationToken cancel)
    {
        if (IsLocked(known)) return Refused.Locked;
        if (known.TotpSecret is not { } sealedSecret || OneTimeCode.StepOf(Open(sealedSecret), code, time.GetUtcNow()) is not { } step || !await users.UseStepAsync(known.User.Id, step, cancel))
            return await FailedAsync(known, "code", cancel);
        return null;
    }

    /// <summary>Whether wrong tries have shut the door for a while, whichever way somebody comes.</summary>
    public bool IsLocked(Credentials known) => known.LockedUntil > Now;

    /// <summary>Somebody is in.</summary>
    public async Task<Person> LetInAsync(UserId id, CancellationToken cancel)
    {
        await users.SignedInAsync(id, Now, cancel);
        var person = Person.Of((await users.FindAsync(id, cancel))!);
        await audited.DoneAsync(person.Who, "sign-in", "session");
        return person;
    }

    /// <summary>What is wrong with a password that somebody chose; null when it will do.</summary>
    public static Refused? Flaw(UserCard user, string password, string again) =>
        password.Length < LeastLength ? Refused.Short
        : password != again ? Refused.Differs
        : password.Contains(user.SignIn, StringComparison.OrdinalIgnoreCase) || password.Distinct().Count() < 5 ? Refused.Easy
        : null;

    public async Task<Refused?> ReplaceAsync(Credentials known, string password, string again, CancellationToken cancel)
    {
        if (Flaw(known.User, password, again) is { } flaw) return flaw;
        if (known.PasswordHash is { } old && hasher.VerifyHashedPassword(known.User, old, password) != PasswordVerificationResult.Failed) return Refused.Same;
        await users.SetPasswordAsync(known.User.Id, hasher.HashPassword(known.User, password), mustReplace: false, cancel);
        sessions.End(known.User.Id);
        await audited.DoneAsync(Who(known), "password", Who(known));
        return null;
    }

    /// <summary>A one-time password for the first director; whoever uses it chooses their own at once.</summary>
    public async Task<string> OneTimePasswordAsync(UserCard user, CancellationToken cancel)
    {
        var password = string.Join('-', Enumerable.Range(0, 4).Select(_ => RandomNumberGenerator.GetString("abcdefghjkmnpqrstuvwxyz23456789", 5)));
        await users.SetPasswordAsync(user.Id, hasher.HashPassword(user, password), mustReplace: true, cancel);
        return password;
    }

    /// <summary>What stands in a link for an invitation or a reset; good once, for three days.</summary>
    public Task<string> LinkAsync(UserId user, CancellationToken cancel) => links.MakeAsync(user, Now, Now + LinkLasts, cancel);

    /// <summary>Uses a link to choose a password; the second factor is asked at the next sign-in as ever.</summary>
    public async Task<(Credentials? User, Refused? Why)> JoinAsync(string secret, string password, string again, CancellationToken cancel)
    {
        if (await links.LookAsync(secret, Now, cancel) is not { } id || await users.FindAsync(id, cancel) is not { User.Disabled: false } known) return (null, Refused.Link);
        if (Flaw(known.User, password, again) is { } flaw) return (known, flaw);
        if (await links.UseAsync(secret, Now, cancel) is null) return (null, Refused.Link);
        await users.SetPasswordAsync(id, hasher.HashPassword(known.User, password), mustReplace: false, cancel);
        sessions.End(id);
        await audited.DoneAsync(Who(known), "join", Who(known));
        return (known, null);
    }

    /// <summary>Sets a second factor up when a first code proves that the authenticator has the secret.</summary>
    public async Task<Refused?> SetSecondFactorAsync(Person person, byte[] secret, string code, CancellationToken cancel)
    {
        if (OneTimeCode.StepOf(secret, code, time.GetUtcNow()) is not { } step) return Refused.Code;
        await users.SetSecondFactorAsync(person.Id, seal.Protect(Convert.ToBase64String(secret)), cancel);
        await users.UseStepAsync(person.Id, step, cancel);
        await audited.DoneAsync(person.Who, "second-factor", person.Who);
        return null;
    }

    public static string Normal(string signIn) => (signIn ?? "").Trim().ToLowerInvariant();

    private byte[] Open(string sealedSecret) => Convert.FromBase64String(seal.Unprotect(sealedSecret));

    private async Task<Refused> FailedAsync(Credentials known, string what, CancellationToken cancel)
    {
        var failed = known.Failed + 1;
        Instant? until = failed < TriesBeforeLock ? null : Now + Shorter(FirstLock * (1 << Math.Min(failed - TriesBeforeLock, 10)), LongestLock);
        await users.FailedAsync(known.User.Id, failed, until, cancel);
        await audited.RefusedAsync(Who(known), "sign-in", what, detail: new { failed });
        return until is not null ? Refused.Locked : what == "code" ? Refused.Code : Refused.Wrong;
    }

    private static Duration Shorter(Duration one, Duration other) => one < other ? one : other;

    private static string Who(Credentials known) => $"user:{known.User.Id}";
}

/// <summary>Why the door stays shut.</summary>
internal enum Refused { Wrong, Locked, Code, Short, Differs, Easy, Same, Link }
