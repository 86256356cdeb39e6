using System.Security.Claims;
using Plateau.Core.Interactions;
using Plateau.Storage.People;

namespace Plateau.Server.People;

/// <summary>Somebody who is signed in: who they are, what they are here for, and which clients they may see.</summary>
/// <param name="Clients">Null for all.</param>
/// <param name="Stamp">That of the session; it is good as long as it is the person's own.</param>
public sealed record Person(UserId Id, string Name, IReadOnlySet<Role> Roles, IReadOnlySet<ClientId>? Clients, AgentId? Agent, string Stamp)
{
    private const string ClientClaim = "plateau.client", AgentClaim = "plateau.agent", StampClaim = "plateau.stamp", EntryClaim = "plateau.entry", Every = "*";

    /// <summary>Whether an operation is theirs: by role, and where it concerns a client, by that client too.</summary>
    public bool May(string operation, ClientId? client = null) =>
        Operation.Table.TryGetValue(operation, out var allowed) && allowed.Roles.Any(Roles.Contains) && (client is not { } one || Sees(one));

    public bool Sees(ClientId client) => Clients is null || Clients.Contains(client);

    /// <summary>The one client of somebody who is bound to one: lists and searches begin there.</summary>
    public ClientId? OnlyClient => Clients is { Count: 1 } ? Clients.First() : null;

    /// <summary>Whether they work at a desk of their own.</summary>
    public bool HasDesk => Agent is not null && May(Operation.DeskUse);

    /// <summary>Under whose name their telephone is rung and their acts on the floor are told: an agent's own id, anybody else's account.</summary>
    public AgentId Telephone => HasDesk ? Agent!.Value : new AgentId($"person-{Id}");

    /// <summary>How the audit log names them.</summary>
    public string Who => $"user:{Id}";

    internal static Person Of(Credentials known) => new(known.User.Id, known.User.Name,
        known.User.Roles.Select(People.Roles.Of).OfType<Role>().ToHashSet(), known.User.Clients?.ToHashSet(), known.User.Agent, known.Stamp);

    /// <summary>Null for whoever is not signed in.</summary>
    internal static Person? Of(ClaimsPrincipal? principal)
    {
        if (principal?.Identity is not { IsAuthenticated: true, AuthenticationType: Session } || principal.FindFirstValue(ClaimTypes.NameIdentifier) is not { } id || principal.FindFirstValue(StampClaim) is not { } stamp) return null;
        var clients = principal.FindAll(ClientClaim).Select(claim => claim.Value).ToList();
        return new Person(new UserId(id), principal.FindFirstValue(ClaimTypes.Name) ?? "",
            principal.FindAll(ClaimTypes.Role).Select(claim => People.Roles.Of(claim.Value)).OfType<Role>().ToHashSet(),
            clients.Contains(Every) ? null : clients.Select(client => new ClientId(client)).ToHashSet(),
            principal.FindFirstValue(AgentClaim) is { } agent ? new AgentId(agent) : null, stamp);
    }

    /// <summary>The one time they came in: pages that were opened since share it, and lose it together.</summary>
    internal static string? EntryOf(ClaimsPrincipal principal) => principal.FindFirstValue(EntryClaim);

    internal const string Session = "plateau.session";

    internal ClaimsPrincipal Principal() => new(new ClaimsIdentity(
    [
        new(ClaimTypes.NameIdentifier, Id.Value), new(ClaimTypes.Name, Name), new(StampClaim, Stamp), new(EntryClaim, Guid.NewGuid().ToString("N")),
        .. Roles.Select(role => new Claim(ClaimTypes.Role, role.Code())),
        .. Clients is null ? [new Claim(ClientClaim, Every)] : Clients.Select(client => new Claim(ClientClaim, client.Value)),
        .. Agent is { } agent ? [new Claim(AgentClaim, agent.Value)] : Array.Empty<Claim>(),
    ], Session));
}
