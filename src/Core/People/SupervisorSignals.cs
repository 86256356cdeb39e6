using NodaTime;
using Plateau.Core.Interactions;

namespace Plateau.Core.People;

/// <summary>A supervisor gives an agent other campaigns; the present call goes on.</summary>
/// <param name="By">Who did it.</param>
public sealed record AgentWasMoved(Instant At, AgentId Agent, IReadOnlyList<CampaignId> Campaigns, AgentId By) : Signal(At);

/// <summary>A supervisor ends the shift of an agent whose desk is stuck; a customer on the line is given to another.</summary>
public sealed record AgentWasSignedOut(Instant At, AgentId Agent, AgentId By) : Signal(At);

/// <summary>A supervisor wrote to an agent, or to everybody. What was written stands elsewhere, under this id.</summary>
/// <param name="To">Null for everybody who is there.</param>
public sealed record MessageWasSent(Instant At, string Message, AgentId By, AgentId? To) : Signal(At);

/// <summary>The agent serves these campaigns from now on.</summary>
public sealed record AgentMoved(Instant At, AgentId Agent, IReadOnlyList<CampaignId> Campaigns, AgentId By) : Fact(At);

/// <summary>A supervisor ended the agent's shift.</summary>
public sealed record AgentSignedOut(Instant At, AgentId Agent, AgentId By) : Fact(At);

/// <summary>A message went to an agent, or to everybody.</summary>
public sealed record MessageSent(Instant At, string Message, AgentId By, AgentId? To) : Fact(At);
