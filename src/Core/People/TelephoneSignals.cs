using NodaTime;
using Plateau.Core.Interactions;

namespace Plateau.Core.People;

/// <summary>An agent's telephone is gone: the browser was closed, the network is away.</summary>
public sealed record TelephoneWasLost(Instant At, AgentId Agent) : Signal(At);

/// <summary>An agent's telephone is there and can be rung.</summary>
public sealed record TelephoneCameBack(Instant At, AgentId Agent) : Signal(At);

/// <summary>The agent can't be rung from now on.</summary>
public sealed record TelephoneLost(Instant At, AgentId Agent) : Fact(At);

/// <summary>The agent can be rung again.</summary>
public sealed record TelephoneReturned(Instant At, AgentId Agent) : Fact(At);
