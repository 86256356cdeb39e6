using NodaTime;
using Plateau.Storage.People;

namespace Plateau.Server.People.Door;

/// <summary>Whoever begins: a new installation prints a one-time password, and the first sign-in replaces it.</summary>
internal static class FirstDirector
{
    public const string SignIn = "admin";

    /// <summary>Makes the first director, or gives them a new one-time password while they have never been in; null when somebody was.</summary>
    public static async Task<string?> MakeAsync(IServiceProvider services, CancellationToken cancel)
    {
        var (users, doorman) = (services.GetRequiredService<UserBook>(), services.GetRequiredService<Doorman>());
        var all = await users.AllAsync(cancel);
        if (all.Count > 1 || all.Any(user => user.LastSignIn is not null || user.SignIn != SignIn)) return null;
        var first = all.Count == 1 ? all[0] : new UserCard(UserId.New(), SignIn, "Admin", [Role.Director.Code()]);
        if (all.Count == 0)
        {
            await users.AddAsync(first, SystemClock.Instance.GetCurrentInstant(), cancel);
            await services.GetRequiredService<Audited>().DoneAsync(Audited.Program, Operation.PeopleChange, $"user:{first.Id}", detail: new { first.Roles });
        }
        return await doorman.OneTimePasswordAsync(first, cancel);
    }
}
