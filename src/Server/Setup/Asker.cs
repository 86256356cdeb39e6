using Plateau.Core.Interactions;
using Plateau.Server.People;

namespace Plateau.Server.Setup;

/// <summary>Whoever uses the set-up pages: which clients they may see, and whether they may do what they ask for.</summary>
internal sealed class Asker(Permissions permissions)
{
    /// <summary>The clients whose rows they may see.</summary>
    public async Task<Func<ClientId, bool>> SeesAsync(string operation = Operation.CampaignsSee) => (await permissions.RequireAsync(operation)).Sees;

    /// <summary>Whether a page may show one client's row. Whoever may not is told no more than that there is nothing; the refusal is written down.</summary>
    /// <param name="subject">What it is, as kind:id.</param>
    public async Task<bool> OpensAsync(string operation, string subject, ClientId client)
    {
        try
        {
            await permissions.RequireAsync(operation, subject, client);
            return true;
        }
        catch (ForbiddenException)
        {
            return false;
        }
    }

    /// <summary>Whether to show the button; the act itself asks again.</summary>
    public Task<bool> MayAsync(string operation, ClientId? client = null) => permissions.MayAsync(operation, client);

    /// <summary>Does what changes something, for whoever may; it is written down, and so is a refusal.</summary>
    /// <param name="subject">What it is done to, as kind:id.</param>
    public Task<T> ActAsync<T>(string operation, string subject, ClientId? client, Func<Func<ClientId, bool>, Task<T>> act, object? detail = null) =>
        permissions.ActAsync(operation, subject, client, detail, person => act(person.Sees));
}
