using NodaTime;
using Plateau.Core.Interactions;

namespace Plateau.Core.Prospecting;

/// <summary>The agent presses keys for the customer's line, as for a menu of the other side. What was pressed is kept nowhere.</summary>
/// <remarks>Told twice it is dialled twice: whoever sends it does not send it again.</remarks>
/// <param name="Keys">Digits, star, hash, A to D; thirty-two at most.</param>
public sealed record DeskKeyed(Instant At, AttemptId Attempt, AgentId Agent, string Keys) : Signal(At);

/// <summary>The agent asks a colleague; the customer hears music meanwhile.</summary>
public sealed record DeskConsulted(Instant At, AttemptId Attempt, AgentId Agent, AgentId Colleague) : Signal(At);

/// <summary>The agent lets the colleague go and takes the customer back.</summary>
public sealed record DeskTookBack(Instant At, AttemptId Attempt, AgentId Agent) : Signal(At);

/// <summary>The agent hands the customer on: to the colleague they speak with, or blindly to one who is free.</summary>
/// <param name="To">Null for the colleague of the consultation.</param>
public sealed record DeskTransferred(Instant At, AttemptId Attempt, AgentId Agent, AgentId? To = null) : Signal(At);

/// <summary>A supervisor's telephone did not answer, or left the conversation.</summary>
public sealed record MonitorFellAway(Instant At, AttemptId Attempt, AgentId Supervisor, int Number) : Signal(At);

/// <summary>A supervisor wants to hear an agent's conversation, or to change how they take part in it.</summary>
public sealed record MonitorWasAsked(Instant At, AgentId Supervisor, AgentId Agent, MonitorMode Mode) : Signal(At);

/// <summary>A supervisor leaves the conversation that they are in.</summary>
public sealed record MonitorWasLeft(Instant At, AgentId Supervisor) : Signal(At);
