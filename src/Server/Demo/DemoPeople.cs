using Microsoft.AspNetCore.Identity;
using NodaTime;
using Plateau.Core.Interactions;
using Plateau.Server.People;
using Plateau.Storage;
using Plateau.Storage.Centre;
using Plateau.Storage.People;

namespace Plateau.Server.Demo;

/// <summary>Somebody of every role who can sign in to a demonstration, under one password that is drawn at each start.</summary>
internal static class DemoPeople
{
    /// <summary>The seat of whoever signs in as an agent: none of the invented agents sits there.</summary>
    private static readonly AgentId Seat = new("visitor");

    private static readonly (string SignIn, string Name, Role Role)[] Everyone =
    [
        ("director", "Rachid Alami", Role.Director), ("manager", "Sanaa Lahlou", Role.AccountManager), ("supervisor", "Mehdi Fassi", Role.Supervisor),
        ("agent", "Nadia El Idrissi", Role.Agent), ("quality", "Houda Naciri", Role.Quality), ("client", "Aurore Mutuelle", Role.Client),
    ];

    public static string SignIns => string.Join(", ", Everyone.Select(one => one.SignIn));

    /// <returns>The password of all of them.</returns>
    public static async Task<string> EnterAsync(Store store, CancellationToken cancel)
    {
        var users = new UserBook(store);
        var password = System.Security.Cryptography.RandomNumberGenerator.GetString("abcdefghjkmnpqrstuvwxyz23456789", 14);
        await new StaffBook(store).SetAsync(new AgentCard(Seat, "Nadia El Idrissi", [new("aurore-printemps"), new("nordlys-fibre")]), cancel);
        foreach (var (signIn, name, role) in Everyone)
        {
            IReadOnlyList<ClientId>? clients = role == Role.Client ? [new("aurore")] : null;
            var card = new UserCard(UserId.New(), signIn, name, [role.Code()], clients, role == Role.Agent ? Seat : null);
            await users.AddAsync(card, SystemClock.Instance.GetCurrentInstant(), cancel);
            await users.SetPasswordAsync(card.Id, new PasswordHasher<UserCard>().HashPassword(card, password), mustReplace: false, cancel);
        }
        return password;
    }
}
