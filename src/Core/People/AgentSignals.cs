using NodaTime;
using Plateau.Core.Interactions;

namespace Plateau.Core.People;

/// <summary>An agent's desk opened a shift. Whoever has just logged in is away until they say that they are ready.</summary>
/// <param name="Campaigns">The campaigns that this agent may serve, best first.</param>
public sealed record DeskLoggedIn(Instant At, AgentId Agent, IReadOnlyList<CampaignId> Campaigns) : Signal(At);

/// <summary>The agent wants work. While engaged or in wrap-up it is kept for afterwards.</summary>
public sealed record DeskBecameReady(Instant At, AgentId Agent) : Signal(At);

/// <summary>The agent wants no work for a reason. While engaged or in wrap-up it is kept for afterwards.</summary>
public sealed record DeskWentAway(Instant At, AgentId Agent, string Reason) : Signal(At);

/// <summary>The agent ends the shift; a conversation is brought to its end first.</summary>
public sealed record DeskLoggedOut(Instant At, AgentId Agent) : Signal(At);

/// <summary>What an agent was certified for no longer holds: these campaigns are theirs no more. The present call goes on.</summary>
public sealed record CertificationsEnded(Instant At, AgentId Agent, IReadOnlyList<CampaignId> Campaigns) : Signal(At);

/// <summary>An agent's shift began.</summary>
public sealed record AgentLoggedIn(Instant At, AgentId Agent, IReadOnlyList<CampaignId> Campaigns) : Fact(At);

/// <summary>These campaigns are closed to the agent, who lacks what they ask for.</summary>
public sealed record CampaignsClosed(Instant At, AgentId Agent, IReadOnlyList<CampaignId> Campaigns) : Fact(At);

/// <summary>An agent waits for work from now on.</summary>
public sealed record AgentReady(Instant At, AgentId Agent) : Fact(At);

/// <summary>An agent takes no work for the reason given.</summary>
public sealed record AgentAway(Instant At, AgentId Agent, string Reason) : Fact(At);

/// <summary>An agent's shift ended.</summary>
public sealed record AgentLoggedOut(Instant At, AgentId Agent) : Fact(At);

/// <summary>What the agent asked to become once the present call is closed.</summary>
/// <param name="Wish">Ready, Away or LoggedOut.</param>
public sealed record AgentWished(Instant At, AgentId Agent, AgentState Wish, string? Reason) : Fact(At);

/// <summary>Reasons for which the floor itself sends an agent away; people's own reasons are settings of the centre.</summary>
public static class AwayReasons
{
    public const string JustLoggedIn = "just-logged-in";
    public const string MissedOffer = "missed-offer";
    public const string SwitchLost = "switch-lost";
    public const string TelephoneLost = "telephone-lost";
}
