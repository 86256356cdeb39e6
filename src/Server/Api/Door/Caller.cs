using Plateau.Core.Interactions;
using Plateau.Storage.Centre;

namespace Plateau.Server.Api.Door;

/// <summary>The program at the other end, known by its key: what it may do and whose rows it may see.</summary>
internal sealed record Caller(ApiKey Key)
{
    /// <summary>The one client this key works for; null for the centre itself.</summary>
    public ClientId? Client => Key.Client;

    public bool May(string scope) => Key.Scopes.Contains(scope) || Key.Scopes.Contains(Scope.All);

    /// <summary>What a key can't see does not exist for it: the answer is 404, never 403, so that ids can't be guessed out.</summary>
    public bool Sees(ClientId client) => Client is not { } own || own == client;

    /// <summary>Hands the caller to an operation that names one among its parameters.</summary>
    public static ValueTask<Caller?> BindAsync(HttpContext context) => ValueTask.FromResult(Of(context));

    public static Caller? Of(HttpContext context) => context.Items[typeof(Caller)] as Caller;

    public void Enter(HttpContext context) => context.Items[typeof(Caller)] = this;
}
