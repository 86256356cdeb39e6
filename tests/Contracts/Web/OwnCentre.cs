using Microsoft.AspNetCore.Identity;
using NodaTime;
using Plateau.Contracts.Api;
using Plateau.Contracts.Storage;
using Plateau.Core.Interactions;
using Plateau.Server.People;
using Plateau.Storage;
using Plateau.Storage.People;

namespace Plateau.Contracts.Web;

/// <summary>A Plateau of a test's own on either database, with whoever the test enters, looked at with the browser of all tests.</summary>
public sealed class OwnCentre : IAsyncDisposable
{
    private OwnCentre(RunningPlateau plateau, Store store) => (Plateau, Store) = (plateau, store);

    public RunningPlateau Plateau { get; }
    public Store Store { get; }

    public static async Task<OwnCentre> StartAsync(IDatabase? database = null, string? settings = null)
    {
        var address = database is null ? null : await database.NewAsync();
        var named = address is { Engine: StoreEngine.Postgres } ? new Uri(address.Shown) : null;
        var plateau = await RunningPlateau.StartAsync(named is null ? null : $"postgresql://plateau@{named.Authority}{named.AbsolutePath}", settings);
        return new OwnCentre(plateau, await Store.OpenAsync(named is null ? StoreAddress.AtFile(Path.Combine(plateau.Folder, "plateau.db")) : address!));
    }

    /// <summary>Enters somebody with the password of the tests.</summary>
    public static async Task<UserCard> EnterPersonAsync(Store store, string signIn, string name, Role[] roles, string[]? clients = null, string? agent = null)
    {
        var users = new UserBook(store);
        var card = new UserCard(UserId.New(), signIn, name, [.. roles.Select(role => role.Code())], clients?.Select(client => new ClientId(client)).ToList(), agent is null ? null : new AgentId(agent));
        await users.AddAsync(card, SystemClock.Instance.GetCurrentInstant());
        await users.SetPasswordAsync(card.Id, new PasswordHasher<UserCard>().HashPassword(card, PagesRoom.Password), mustReplace: false);
        return card;
    }

    public async ValueTask DisposeAsync()
    {
        await Store.DisposeAsync();
        await Plateau.DisposeAsync();
    }
}
