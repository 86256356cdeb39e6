using NodaTime;
using Plateau.Core.Interactions;
using Plateau.Core.People;

namespace Plateau.Storage.People;

/// <summary>Someone who signs in, as the centre keeps them.</summary>
/// <param name="SignIn">The name typed at the door, in small letters.</param>
/// <param name="Roles">The words of their roles.</param>
/// <param name="Clients">The clients whose rows they may see; null for all.</param>
/// <param name="Agent">The agent they are on the floor, if they take calls.</param>
/// <param name="Competences">What they are proven to be able to do: how well, and from which day until which.</param>
public sealed record UserCard(
    UserId Id, string SignIn, string Name, IReadOnlyList<string> Roles, IReadOnlyList<ClientId>? Clients = null, AgentId? Agent = null,
    IReadOnlyDictionary<string, Certification>? Competences = null)
{
    public bool Disabled { get; init; }
    public bool HasPassword { get; init; }
    public bool HasSecondFactor { get; init; }
    public Instant At { get; init; }
    public Instant? LastSignIn { get; init; }
    public Instant? LockedUntil { get; init; }
}

/// <summary>The id of someone who signs in.</summary>
public readonly record struct UserId(string Value)
{
    public override string ToString() => Value;

    /// <summary>One that nobody has.</summary>
    public static UserId New() => new(Convert.ToHexStringLower(System.Security.Cryptography.RandomNumberGenerator.GetBytes(6)));
}

/// <summary>What the door must know of someone: never shown, never logged.</summary>
/// <param name="Stamp">Changes whenever every open session must end.</param>
/// <param name="TotpSecret">Sealed; only the door can open it.</param>
public sealed record Credentials(UserCard User, string? PasswordHash, string Stamp, string? TotpSecret, long TotpStep, int Failed, Instant? LockedUntil, bool MustReplace, string? Subject);
